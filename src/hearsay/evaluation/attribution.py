"""How well attributions are found: PolNeAR's development part, which has no licence and is only ever a yardstick.

PolNeAR marks more than speech (wishes, plans, votes, what somebody supports) and gives each token to one attribution at
most, so an attribution told inside another's content is left out on our side too.
"""

from __future__ import annotations

import glob
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from hearsay.errors import EmptyError, UsageError
from hearsay.evaluation.base import plain_document
from hearsay.records.analysis import Analysis
from hearsay.records.document import Document
from hearsay.records.span import Span
from hearsay.records.tree import Tree
from hearsay.statements.attitudes import attitudes_held
from hearsay.statements.attribution import attributions
from hearsay.statements.reported import Attribution
from hearsay.statements.wording import Wording, wording

PARTS = ("source", "cue", "content")
_WHOLE = ("whole", "whole exact")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """An attribution as token indexes by part; a part that is not said is empty."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]

    def part(self, name: str) -> frozenset[int]:
        """One of PARTS by its name."""
        return {"source": self.source, "cue": self.cue, "content": self.content}[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldArticle:
    """An article and its attributions as character spans by part."""

    document: Document
    attributions: tuple[Mapping[str, tuple[Span, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The counts of one measure."""

    name: str
    known: int
    given: int
    right: int


def read_polnear(corpora: Path, split: str = "dev") -> Iterator[GoldArticle]:
    """The annotated articles, by name; `corpora` is the folder that holds `evaluation-only/polnear`.

    Raises:
        UsageError: for a split other than `dev`.
        EmptyError: when there is no such corpus in the folder.
    """
    if split != "dev":
        raise UsageError(f"PolNeAR is scored on 'dev', not on {split!r}: its other parts are never read here")
    root = corpora / "evaluation-only" / "polnear" / split
    paths = sorted((root / "text").glob("*.txt"))
    if not paths:
        raise EmptyError(
            f"{str(root)!r} holds no articles: name the folder of corpora that has evaluation-only/polnear"
        )
    for path in paths:
        # Offsets count characters of the file as it is, so its line ends are left alone.
        text = path.read_bytes().decode("utf-8")
        stored = next((root / "attributions").glob(f"{glob.escape(path.stem)}_????.ann"))
        yield GoldArticle(
            document=plain_document(path.stem, text), attributions=tuple(parse_brat(stored.read_text("utf-8")))
        )


def parse_brat(stored: str) -> Iterator[Mapping[str, tuple[Span, ...]]]:
    """The attributions of a brat file: spans by part; those of no source have no entry for it."""
    spans: dict[str, tuple[Span, ...]] = {}
    events: list[list[str]] = []
    for line in stored.splitlines():
        fields = line.split("\t")
        if line.startswith("T") and len(fields) > 1:
            offsets = fields[1].partition(" ")[2]
            spans[fields[0]] = tuple(Span(*map(int, part.split())) for part in offsets.split(";"))
        elif line.startswith("E") and fields[1].startswith("Attribution"):
            events.append(fields[1].split()[1:])
    for arguments in events:
        parts: dict[str, tuple[Span, ...]] = {}
        for argument in arguments:
            role, _, name = argument.partition(":")
            part = role.rstrip("0123456789").lower()
            parts[part] = (*parts.get(part, ()), *spans[name])
        yield parts


def gold_marks(analysis: Analysis, article: GoldArticle) -> list[Marked]:
    """The gold attributions on the tokens of our analysis."""
    return [
        Marked(**{part: _tokens_in(analysis, told.get(part, ())) for part in PARTS}) for told in article.attributions
    ]


def found_marks(analysis: Analysis) -> list[Marked]:
    """Our attributions, without those inside the content of another."""
    tree = Tree(analysis.tokens)
    said = attributions(analysis)
    held = list(attitudes_held(analysis, said))
    found = sorted(_told_together(tree, [*said, *held]), key=lambda parts: -len(parts.content))
    kept: list[Marked] = []
    for parts in found:
        inside = parts.cue or parts.content
        if not any(inside <= other.content for other in kept):
            kept.append(Marked(source=parts.source, cue=parts.cue, content=parts.content))
    return kept


def _told_together(tree: Tree, found: Sequence[Attribution]) -> Iterator[Wording]:
    """One for each cue: quotations that go on from an attribution are part of its content."""
    cues = {a.cue_token for a in found if a.cue_token is not None}
    for attribution in found:
        if attribution.cue_token is None and attribution.continues in cues:
            continue
        parts = wording(tree, attribution)
        for other in found:
            if other.cue_token is None and other.continues == attribution.cue_token is not None:
                parts = replace(parts, content=parts.content | wording(tree, other).content)
        yield parts


def score_attributions(articles: Iterable[tuple[Sequence[Marked], Sequence[Marked]]]) -> list[Figures]:
    """Token and exact-span figures by part, and whole attributions; pairs of gold and found, one an article."""
    counts: Counter[tuple[str, str]] = Counter()
    for gold, found in articles:
        for part in PARTS:
            known, given = _union(gold, part), _union(found, part)
            _count(counts, f"{part} tokens", len(known), len(given), len(known & given))
            exact, ours = _runs(gold, part), _runs(found, part)
            _count(counts, f"{part} spans", len(exact), len(ours), len(exact & ours))
        for name in _WHOLE:
            _count(counts, name, len(gold), len(found), _matched(gold, found, exact=name == "whole exact"))
    names = [*(f"{part} tokens" for part in PARTS), *(f"{part} spans" for part in PARTS), *_WHOLE]
    return [
        Figures(name=n, known=counts[n, "known"], given=counts[n, "given"], right=counts[n, "right"]) for n in names
    ]


def _tokens_in(analysis: Analysis, spans: Sequence[Span]) -> frozenset[int]:
    return frozenset(
        index for index, token in enumerate(analysis.tokens) if any(span.overlaps(token.span) for span in spans)
    )


def _count(counts: Counter[tuple[str, str]], name: str, known: int, given: int, right: int) -> None:
    counts[name, "known"] += known
    counts[name, "given"] += given
    counts[name, "right"] += right


def _union(marks: Sequence[Marked], part: str) -> frozenset[int]:
    return frozenset(index for mark in marks for index in mark.part(part))


def _runs(marks: Sequence[Marked], part: str) -> set[tuple[int, int]]:
    """The unbroken stretches of tokens of a part, over all attributions."""
    runs: set[tuple[int, int]] = set()
    for mark in marks:
        words = sorted(mark.part(part))
        start = 0
        for place in range(len(words)):
            if place + 1 == len(words) or words[place + 1] != words[place] + 1:
                runs.add((words[start], words[place]))
                start = place + 1
    return runs


def _matched(gold: Sequence[Marked], found: Sequence[Marked], *, exact: bool) -> int:
    """How many gold attributions have one of ours of their own, the one that shares most content first."""
    pairs = [
        (len(g.content & f.content), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if all(_agree(g.part(part), f.part(part), exact=exact) for part in PARTS)
    ]
    used: set[tuple[str, int]] = set()
    for _, i, j in sorted(pairs, reverse=True):
        if ("gold", i) not in used and ("found", j) not in used:
            used |= {("gold", i), ("found", j)}
    return len(used) // 2


def _agree(one: frozenset[int], other: frozenset[int], *, exact: bool) -> bool:
    return one == other if exact or not one or not other else bool(one & other)
