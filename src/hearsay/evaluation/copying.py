"""How well carried copies are told from distinct reports: copies of real articles, made as copies really differ."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import islice
from pathlib import Path

from hearsay.errors import UsageError
from hearsay.evaluation.base import Counts, Measure, Result, Row, row, share
from hearsay.evaluation.carriers import WAYS, carried
from hearsay.evaluation.longtail import Article, articles, corpus
from hearsay.links.copies import copies, stories
from hearsay.links.prints import printed
from hearsay.links.standing import without_standing
from hearsay.links.weights import shipped_weights
from hearsay.records.document import Block, BlockKind, Document
from hearsay.records.ids import text_sha256
from hearsay.records.span import Span

OWN_WORDS = 12  # two articles that share no longer run of words have not copied from one another
OUTLETS = 40
SEED = 1
MEASURES = (
    Measure(name="copies collapsed", of=share("collapsed", "copies")),
    *(Measure(name=way, of=share(f"collapsed, {way}", f"copies, {way}")) for way in WAYS),
    Measure(name="distinct merged", of=share("merged", "distinct")),
    Measure(name="hard ones merged", of=share("hard merged", "hard")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Original articles, and outlets' lines: those that carriers add, and for each outlet its standing text."""

    originals: Sequence[tuple[Article, Document]]
    lines: Sequence[str]
    standing: Sequence[str]


def wires(corpora: Path | None, split: str) -> Result:
    """Copies of LongTail-GVA's articles, all linked at once, without and with the outlets' standing text."""
    path = corpus(corpora)
    made = material(list(articles(path, split)))
    rows = [
        _row("carriers add lines of their own", made, lambda text, _: text),
        _row(
            "each outlet also puts its standing text under every story", made, lambda t, o: f"{t}\n{made.standing[o]}"
        ),
    ]
    return Result(
        title="Carried copies collapsed, distinct reports kept apart: copies made of LongTail-GVA's articles",
        items="originals",
        measures=tuple(measure.name for measure in MEASURES),
        rows=tuple(rows),
        notes=(
            f"Each article is carried in {len(WAYS)} ways by outlets drawn from {OUTLETS}, always with a new headline; "
            "documents are articles, and the articles of every fourth incident only lend the lines that are added.",
            "distinct merged: articles that are put into one story with one on another incident, or on the same "
            f"incident without a shared run of more than {OWN_WORDS} words (the hard ones). Pairs of which one holds "
            "most of the other word for word are left out: one page, filed under two incidents.",
            "Standing text is up to half as long as the article in the middle, and longer than the shorter ones.",
        ),
        root=path.parents[2],
        files=(path,),
    )


def material(found: Sequence[Article]) -> Material:
    """Articles parted into originals and lenders.

    Raises:
        UsageError: there are fewer than four incidents.
    """
    incidents = list(dict.fromkeys(article.incident for article in found))
    lenders = set(incidents[3::4])
    if not lenders:
        raise UsageError(f"copies need articles of at least four incidents, but there are {len(incidents)}")
    sources = [article for article in found if article.incident not in lenders]
    lines = [_body(article.text) for article in found if article.incident in lenders]
    half = sorted(len(_body(article.text)) for article in sources)[len(sources) // 2] // 2
    standing = [" ".join(line.split())[:half] for line in islice(_round(lines), OUTLETS)]
    return Material(
        originals=[(one, _document(one.text, one, "original")) for one in sources], lines=lines, standing=standing
    )


def _round(lines: Sequence[str]) -> Iterator[str]:
    while True:
        yield from lines


def _body(text: str) -> str:
    return text.split("\n\n", 1)[-1]


def count_copies(made: Material, printed_by: Callable[[str, int], str]) -> list[Counts]:
    """Makes copies of each original in every way, links all of them at once, and counts for each original.

    `printed_by` gives what the outlet of a number makes of a text.
    """
    chance = random.Random(SEED)  # noqa: S311 (no secret hangs on it)
    documents = [document for _, document in made.originals]
    copied: dict[str, list[tuple[str, str]]] = {}
    for article, original in made.originals:
        for way in WAYS:
            outlet = chance.randrange(OUTLETS)
            text = printed_by(carried(article.text, way, chance, made.lines), outlet)
            copy = _document(text, article, f"Outlet {outlet}", way)
            documents.append(copy)
            copied.setdefault(original.id, []).append((way, copy.id))
    prints = without_standing([printed(one) for one in {one.id: one for one in documents}.values()])
    told = stories(prints, copies(prints, shipped_weights(), 0.0))
    apart = _apart(made.originals, told)
    return [
        {**_collapsed(told, document.id, copied[document.id]), **apart[document.id], "originals": 1.0}
        for _, document in made.originals
    ]


def _collapsed(told: Mapping[str, str], original: str, copied: Sequence[tuple[str, str]]) -> dict[str, float]:
    counts = {f"{what}{way}": 0.0 for way in ("", *(f", {way}" for way in WAYS)) for what in ("copies", "collapsed")}
    for way, copy in copied:
        for key in ("", f", {way}"):
            counts[f"copies{key}"] += 1
            counts[f"collapsed{key}"] += told[copy] == told[original]
    return counts


def _apart(originals: Sequence[tuple[Article, Document]], told: Mapping[str, str]) -> dict[str, dict[str, float]]:
    """For each original whether there is one that is distinct from it, whether one is merged with it, and the hard."""
    names = ("distinct", "merged", "hard", "hard merged")
    counts = {document.id: dict.fromkeys(names, 0.0) for _, document in originals}
    for place, (one, first) in enumerate(originals):
        for other, second in originals[:place]:
            same = one.incident == other.incident
            merged = told[first.id] == told[second.id]
            if (same or merged) and _one_story(one, other, same):
                continue
            for each in (counts[first.id], counts[second.id]):
                each["distinct"] = 1.0
                each["merged"] = max(each["merged"], merged)
                each["hard"] = max(each["hard"], same)
                each["hard merged"] = max(each["hard merged"], same and merged)
    return counts


def _one_story(one: Article, other: Article, same: bool) -> bool:
    """Whether the two may have copied from one another, or are one page that is filed under two incidents."""
    run = _longest_run(one.text, other.text)
    return (same and run > OWN_WORDS) or 2 * run > min(len(one.text.split()), len(other.text.split()))


def _longest_run(one: str, other: str) -> int:
    left, right = one.split(), other.split()
    return SequenceMatcher(None, left, right, autojunk=False).find_longest_match().size


def _row(name: str, made: Material, printed_by: Callable[[str, int], str]) -> Row:
    return row(name, count_copies(made, printed_by), MEASURES, "originals")


def _document(text: str, article: Article, outlet: str, way: str = "original") -> Document:
    """A document made by hand: what is tried here is linking, not the finding of headlines."""
    headline = text.index("\n")
    made = Document(
        id="",
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
    return replace(made, id=f"{article.id} {article.incident} {way}")
