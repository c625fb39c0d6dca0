"""How well dates are found and resolved: WikiWars and GUM against what is published for HeidelTime.

A gold expression and a found one match relaxed when they share a character, strictly when they have the same ends; each
is matched once. The value is compared where the two match: as TIMEX for WikiWars, as the days it covers for GUM.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import unescape

from hearsay.analyses.sentences import split_sentences
from hearsay.analyses.times import (
    Anchoring,
    Expression,
    Listing,
    TimeOptions,
    find_expressions,
    interval_of,
)
from hearsay.errors import EmptyError
from hearsay.evaluation.timex import timex_value
from hearsay.records.analysis import Sentence
from hearsay.records.document import Block, BlockKind, Document
from hearsay.records.span import Span

HEIDELTIME_WIKIWARS = (0.903, 0.831, 0.898, 0.808, 0.764)
"""HeidelTime 1.8 on all 22 documents of WikiWars: relaxed F1, strict F1, value (F of the matched), relaxed + value F1,
strict + value F1; from its wiki page "Evaluation Results"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldTime:
    """An annotated expression; `value` is None when the annotators gave none."""

    span: Span
    value: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """An annotated text. `published` is ISO 8601 or None."""

    name: str
    text: str
    published: str | None
    times: tuple[GoldTime, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeScores:
    """Counts over one set of documents, and the measures made of them (all between 0 and 1)."""

    name: str
    documents: int
    gold: int
    found: int
    relaxed: int
    strict: int
    relaxed_valued: int
    strict_valued: int

    def _f1(self, hits: int) -> float:
        return 2 * hits / (self.gold + self.found) if self.gold + self.found else 0.0

    @property
    def precision(self) -> float:
        """Of those found, how many are gold (relaxed)."""
        return self.relaxed / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Of the gold ones, how many are found (relaxed)."""
        return self.relaxed / self.gold if self.gold else 0.0

    @property
    def relaxed_f1(self) -> float:
        """F1 of finding an expression at all."""
        return self._f1(self.relaxed)

    @property
    def strict_f1(self) -> float:
        """F1 of finding it with its exact ends."""
        return self._f1(self.strict)

    @property
    def value_accuracy(self) -> float:
        """Of the relaxed matches, how many have the gold value."""
        return self.relaxed_valued / self.relaxed if self.relaxed else 0.0

    @property
    def relaxed_value_f1(self) -> float:
        """F1 of finding it and giving its value."""
        return self._f1(self.relaxed_valued)

    @property
    def strict_value_f1(self) -> float:
        """F1 of its exact ends and its value."""
        return self._f1(self.strict_valued)


SameValue = Callable[[Expression, GoldTime], bool]


def score_wikiwars(documents: Iterable[GoldDocument], name: str) -> TimeScores:
    """Scores on narratives in which every kind of expression is marked."""
    options = TimeOptions(anchoring=Anchoring.NARRATIVE, listing=Listing.EVERYTHING)
    return _scores(name, documents, options, lambda found, gold: timex_value(found) == gold.value)


def score_gum(documents: Iterable[GoldDocument], name: str) -> TimeScores:
    """Scores on texts in which calendar dates are marked."""
    return _scores(name, documents, TimeOptions(), same_days)


def same_days(found: Expression, gold: GoldTime) -> bool:
    """True when both values cover the same days."""
    mine = interval_of(found.value)
    return mine is not None and mine == interval_of(gold.value)


def _scores(name: str, documents: Iterable[GoldDocument], options: TimeOptions, same: SameValue) -> TimeScores:
    count = dict.fromkeys(("documents", "gold", "found", "relaxed", "strict", "relaxed_valued", "strict_valued"), 0)
    for document in documents:
        found = [
            item
            for item in expressions_of(document, options)
            if options.listing is Listing.EVERYTHING or (item.is_calendar and item.value is not None)
        ]
        count["documents"] += 1
        count["gold"] += len(document.times)
        count["found"] += len(found)
        for gold, item in match_times(document.times, found):
            exact, right = gold.span == item.span, same(item, gold)
            count["relaxed"] += 1
            count["strict"] += exact
            count["relaxed_valued"] += right
            count["strict_valued"] += exact and right
    return TimeScores(name=name, **count)


def match_times(gold: Sequence[GoldTime], found: Sequence[Expression]) -> list[tuple[GoldTime, Expression]]:
    """Pairs that overlap, each used once, exact ones first."""
    exact = {item.span: item for item in found}
    pairs = [(time, exact[time.span]) for time in gold if time.span in exact]
    used = {item.span for _, item in pairs}
    for time in gold:
        if time.span in exact:
            continue
        partner = next((item for item in found if item.span not in used and item.span.overlaps(time.span)), None)
        if partner is not None:
            used.add(partner.span)
            pairs.append((time, partner))
    return pairs


def expressions_of(gold: GoldDocument, options: TimeOptions) -> list[Expression]:
    """What the date reader finds in an annotated text."""
    document = Document(
        id=gold.name,
        text=gold.text,
        url=None,
        outlet=None,
        agency=None,
        author=None,
        published=gold.published,
        language="en",
        sha256="",
        blocks=(Block(kind=BlockKind.BODY, span=Span(0, len(gold.text))),),
    )
    sentences = [
        Sentence(span=part.span, first=0, last=0, block=part.block, paragraph=part.paragraph)
        for part in split_sentences(document)
    ]
    return find_expressions(document, sentences, (), options)


_TIMEX = re.compile(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>|<[^>]+>", re.DOTALL)


def read_timeml(path: Path) -> GoldDocument:
    """A TimeML file: the text between its TEXT tags and the TIMEX3 tags in it."""
    source = path.read_text(encoding="utf-8", errors="replace")
    dct = re.search(r'<DCT>.*?value="(\d{4}-\d\d-\d\d)', source, re.DOTALL)
    body = re.search(r"<TEXT>(.*)</TEXT>", source, re.DOTALL)
    if body is None:
        raise EmptyError(f"{path.name!r} has no <TEXT> element: it is not a TimeML file")
    parts: list[str] = []
    times: list[GoldTime] = []
    length = at = 0
    for match in _TIMEX.finditer(body[1]):
        parts.append(unescape(body[1][at : match.start()]))
        length += len(parts[-1])
        at = match.end()
        if match[2]:
            parts.append(unescape(match[2]))
            value = re.search(r'\bvalue="([^"]*)"', match[1])
            known = value is not None and value[1] not in ("", "null")
            times.append(
                GoldTime(span=Span(length, length + len(parts[-1])), value=value[1] if value and known else None)
            )
            length += len(parts[-1])
    parts.append(unescape(body[1][at:]))
    return GoldDocument(name=path.stem, text="".join(parts), published=dct[1] if dct else None, times=tuple(times))


_DATE_TAG = re.compile(r"<date ([^>]*)>|</date>")
_ATTRIBUTE = re.compile(r'(\w+):+"([^"]*)"')


def read_gum(path: Path) -> GoldDocument:
    """A GUM CoNLL-U file: the text of its sentences, and the `<date>` tags of its tokens."""
    parts: list[str] = []
    times: list[GoldTime] = []
    open_: list[tuple[int, str | None]] = []
    published: str | None = None
    length = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# meta::dateCreated = "):
            published = line.split(" = ")[1]
        if line.startswith("# newpar"):
            parts.append("\n\n")
            length += 2
        columns = line.split("\t")
        if len(columns) != 10 or not columns[0].isdigit():
            continue
        form, misc = columns[1], columns[9]
        start, length = length, length + len(form)
        for tag in _DATE_TAG.finditer(misc):
            if tag[1] is not None:
                open_.append((start, _gum_value(tag[1])))
            elif open_:
                begun, value = open_.pop()
                times.append(GoldTime(span=Span(begun, length), value=value))
        spaced = "SpaceAfter=No" not in misc
        parts.append(form + " " * spaced)
        length += spaced
    times.sort(key=lambda time: time.span)
    day = published if published and re.fullmatch(r"\d{4}-\d\d-\d\d", published) else None
    return GoldDocument(name=path.stem, text="".join(parts), published=day, times=tuple(times))


def _gum_value(attributes: str) -> str | None:
    told = dict(_ATTRIBUTE.findall(attributes))
    start, end = told.get("from") or told.get("notBefore"), told.get("to") or told.get("notAfter")
    if start or end:
        return f"{start or '..'}/{end or '..'}"
    return told.get("when")
