"""How well reports are linked: those of one incident on real articles, and carried copies made as copies really differ.

    python -m hearsay.evaluation.linking incidents longtail-gva/incidents.dev.jsonl [--limit N]
    python -m hearsay.evaluation.linking copies longtail-gva/incidents.dev.jsonl [--limit N]

The file has one incident a line with its articles (`id`, `title`, `published`, `text`). Its text is never printed.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from hearsay import pipeline
from hearsay.errors import InputError, UsageError
from hearsay.evaluation.carriers import WAYS, carried
from hearsay.evaluation.clusters import ClusterScores, score
from hearsay.links.copies import copies, printed, stories
from hearsay.links.match import match
from hearsay.links.weights import shipped_weights
from hearsay.records.document import Block, BlockKind, Document
from hearsay.records.ids import text_sha256
from hearsay.records.reading import Reading
from hearsay.records.span import Span

SHORTEST, LONGEST = 400, 6000  # characters of an article: less is crawl debris, more holds other stories
OWN_WORDS = 12  # two articles that share no longer run of words have not copied from one another


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article and the incident that it is filed under."""

    incident: str
    id: str
    text: str
    published: str | None


def articles(path: Path, limit: int | None) -> Iterator[Article]:
    """The articles of incidents that have at least two, up to `limit` incidents.

    Raises:
        UsageError: there is no such file, or it has another form.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise UsageError(f"{str(path)!r} cannot be read: {error.strerror}") from error
    taken = 0
    for number, line in enumerate(lines, start=1):
        if limit is not None and taken >= limit:
            return
        try:
            record = json.loads(line)
            kept = [one for one in record["articles"] if SHORTEST < len(one["text"]) < LONGEST]
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError(f"line {number} of {str(path)!r} is no incident with its articles: {error!r}") from error
        if record.get("date") and len(kept) > 1:
            taken += 1
            for one in kept:
                text = f"{one['title']}\n\n{one['text']}"
                yield Article(incident=record["id"], id=one["id"], text=text, published=one["published"])


def link_articles(found: Sequence[tuple[str, Reading]]) -> ClusterScores:
    """Scores of linking articles by their main incident; an article without one stands alone.

    `found` pairs each reading with its true incident.
    """
    main = [_only_main(reading) for _, reading in found]
    linking = match(main)
    grouped: dict[str, set[str]] = {}
    case_of = {member.report: case.id for case in linking.cases for member in case.members}
    gold: dict[str, set[str]] = {}
    for (incident, _), reading in zip(found, main, strict=True):
        report = reading.document.id
        grouped.setdefault(case_of.get(report, report), set()).add(report)
        gold.setdefault(incident, set()).add(report)
    return score(list(grouped.values()), list(gold.values()))


def _only_main(reading: Reading) -> Reading:
    """The reading with the incident that most of its statements are about, the earlier of equals."""
    if not reading.incidents:
        return reading
    main = max(reading.incidents, key=lambda incident: len(incident.statements))
    return replace(reading, incidents=(main,))


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyScores:
    """Copies found by way of carrying, as (found, all); and distinct reports that were merged.

    `distinct` and `hard` count pairs of distinct reports; `reports` and `hard_reports` the reports that are in any such
    pair, of which `reports_merged` and `hard_reports_merged` were merged with at least one that is distinct from them.
    `filed_twice` counts merged pairs that are left out because most of one is in the other word for word: crawled pages
    without their article, filed under two incidents.
    Pairs are far more than reports, so that a share of pairs says little; a share of reports says what a user meets.
    """

    by_way: tuple[tuple[str, int, int], ...]
    merged: int
    distinct: int
    hard_merged: int
    hard: int
    reports_merged: int
    reports: int
    hard_reports_merged: int
    hard_reports: int
    filed_twice: int


def link_copies(articles: Sequence[Article], seed: int) -> CopyScores:
    """Makes copies of each article in every way, links all of them at once, and counts.

    The articles of every fourth incident only lend the lines that are added: what a carrier adds, no other report has.

    Distinct are all pairs of articles of different incidents; hard ones are pairs on one incident that share no run of
    more than `OWN_WORDS` words.

    Raises:
        UsageError: there are fewer than four incidents.
    """
    chance = random.Random(seed)  # noqa: S311 (no secret hangs on it)
    incidents = list(dict.fromkeys(article.incident for article in articles))
    lenders = set(incidents[3::4])
    if not lenders:
        raise UsageError(f"copies need articles of at least four incidents, but there are {len(incidents)}")
    sources = [article for article in articles if article.incident not in lenders]
    texts = [article.text.split("\n\n", 1)[-1] for article in articles if article.incident in lenders]
    originals = [(article, _document(article.text, article, "original")) for article in sources]
    made: list[tuple[str, str, Document]] = []
    for article, original in originals:
        for way in WAYS:
            text = carried(article.text, way, chance, texts)
            made.append((way, original.id, _document(text, article, way)))
    documents = {one.id: one for one in (*(d for _, d in originals), *(d for _, _, d in made))}
    prints = [printed(one) for one in documents.values()]
    told = stories(prints, copies(prints, shipped_weights(), 0.0))
    by_way = tuple(
        (
            way,
            sum(told[copy.id] == told[source] for known, source, copy in made if known == way),
            sum(known == way for known, _, _ in made),
        )
        for way in WAYS
    )
    pairs = _distinct([(article, document.id) for article, document in originals])
    text_of = {document.id: article.text for article, document in originals}
    twice = {pair for pair in pairs if told[pair[0]] == told[pair[1]] and _one_page(text_of[pair[0]], text_of[pair[1]])}
    every = [pair[:2] for pair in pairs if pair not in twice]
    hard = [pair[:2] for pair in pairs if pair[2] and pair not in twice]
    merged, hard_merged = ([pair for pair in some if told[pair[0]] == told[pair[1]]] for some in (every, hard))
    return CopyScores(
        by_way=by_way,
        merged=len(merged),
        distinct=len(every),
        hard_merged=len(hard_merged),
        hard=len(hard),
        reports_merged=len(_in(merged)),
        reports=len(_in(every)),
        hard_reports_merged=len(_in(hard_merged)),
        hard_reports=len(_in(hard)),
        filed_twice=len(twice),
    )


def _one_page(one: str, other: str) -> bool:
    """Whether one stretch of words is more than half of the shorter: a page that is filed under two incidents."""
    return 2 * _longest_run(one, other) > min(len(one.split()), len(other.split()))


def _in(pairs: Sequence[tuple[str, str]]) -> set[str]:
    return {one for pair in pairs for one in pair}


def _document(text: str, article: Article, outlet: str) -> Document:
    """A document made by hand: what is tried here is linking, not the finding of headlines."""
    headline = text.index("\n")
    return Document(
        id=f"{article.id} {article.incident} {outlet}",
        text=text,
        url=None,
        outlet=outlet,
        agency=None,
        author=None,
        published=article.published,
        language="en",
        sha256=text_sha256(text),
        blocks=(
            Block(kind=BlockKind.HEADLINE, span=Span(0, headline)),
            Block(kind=BlockKind.BODY, span=Span(headline, len(text))),
        ),
    )


def _distinct(found: Sequence[tuple[Article, str]]) -> list[tuple[str, str, bool]]:
    """Pairs of distinct reports, and whether they are on one incident. Pairs that may be copies are left out."""
    pairs = []
    for place, (one, first) in enumerate(found):
        for other, second in found[:place]:
            same = one.incident == other.incident
            if same and _longest_run(one.text, other.text) > OWN_WORDS:
                continue
            if one.text != other.text:
                pairs.append((first, second, same))
    return pairs


def _longest_run(one: str, other: str) -> int:
    left, right = one.split(), other.split()
    return SequenceMatcher(None, left, right, autojunk=False).find_longest_match().size


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one evaluation and prints its figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("incidents", "copies"))
    parser.add_argument("path", type=Path)
    parser.add_argument("--limit", type=int, default=None, help="so many incidents only")
    parser.add_argument("--seed", type=int, default=1, help="for the copies that are made")
    chosen = parser.parse_args(arguments)
    found = list(articles(chosen.path, chosen.limit))
    if chosen.what == "copies":
        _print_copies(link_copies(found, chosen.seed))
        return 0
    _print_incidents(link_articles(list(_read(found))))
    return 0


def _read(found: Sequence[Article]) -> Iterator[tuple[str, Reading]]:
    for article in found:
        try:
            reading = pipeline.read_words(article.text, published=article.published)
        except InputError:
            continue
        document = replace(reading.document, id=f"{article.id} {article.incident}")
        yield article.incident, replace(reading, document=document)


def _print_incidents(found: ClusterScores) -> None:
    for name, one in (("MUC", found.muc), ("B-cubed", found.b_cubed), ("CEAF-e", found.ceaf_e)):
        sys.stdout.write(f"{name:8} P {one.precision:.3f}  R {one.recall:.3f}  F1 {one.f1:.3f}\n")
    sys.stdout.write(f"CoNLL F1 {found.conll:.3f}\n")


def _print_copies(found: CopyScores) -> None:
    for way, right, total in found.by_way:
        sys.stdout.write(f"{way:20} {right} of {total} ({right / max(1, total):.1%})\n")
    right = sum(one for _, one, _ in found.by_way)
    total = sum(one for _, _, one in found.by_way)
    sys.stdout.write(f"{'all copies':20} {right} of {total} ({right / max(1, total):.1%})\n")
    _print_merged("distinct reports merged", found.reports_merged, found.reports, found.merged, found.distinct)
    _print_merged(
        "  with one on its incident", found.hard_reports_merged, found.hard_reports, found.hard_merged, found.hard
    )
    sys.stdout.write(f"left out, one page filed under two incidents: {found.filed_twice} pairs\n")


def _print_merged(what: str, reports: int, all_reports: int, pairs: int, all_pairs: int) -> None:
    share = reports / max(1, all_reports)
    sys.stdout.write(f"{what:26} {reports} of {all_reports} ({share:.1%}); pairs {pairs} of {all_pairs}\n")


if __name__ == "__main__":
    sys.exit(main())
