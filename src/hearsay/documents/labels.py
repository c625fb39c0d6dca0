"""What each paragraph looks like on its own, before its place in the report is weighed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from hearsay.documents.boilerplate import FUNCTION_WORDS, is_furniture, prose_weight, words_of
from hearsay.documents.bylines import Byline, byline, contributors, credit, end_mark, signature
from hearsay.documents.datelines import dateline
from hearsay.documents.dates import WEEKDAY_PATTERN, stated_date
from hearsay.records.span import Span


class Label(Enum):
    """What a paragraph looks like. SHORT is what is no sentence and shows no other sign: headings, menus, captions."""

    PROSE = auto()
    SHORT = auto()
    BYLINE = auto()
    CREDIT = auto()
    DATED = auto()
    CONTRIBUTORS = auto()
    END = auto()
    REFERENCE = auto()
    FURNITURE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph and what it looks like. `weight` is that of `prose_weight`; `key` its words, to find repeats;
    `byline` what it says as a byline or credit; `opens`: a dateline with a day or source opens the report here."""

    span: Span
    text: str
    label: Label
    weight: float
    key: str
    byline: Byline | None = None
    opens: bool = False

    @property
    def size(self) -> int:
        """Words."""
        return self.key.count(" ") + 1 if self.key else 0

    @property
    def function(self) -> float:
        """The share of words such as "the" and "of"."""
        words = self.key.split()
        return sum(word in FUNCTION_WORDS for word in words) / max(1, len(words))


_TAG = re.compile(
    r"</?[a-z][a-z0-9]{0,9}(?:\s[^<>]{0,80})?/?>", re.IGNORECASE
)  # left over where a page was turned into text
_REFERENCE = re.compile(r"^[A-Z0-9][A-Z0-9/_]*-[A-Z0-9/_-]*\d[A-Z0-9/_-]*(?:\s\([A-Z]+\))?$")
_DATE_WORDS = re.compile(
    rf"\b(?:{WEEKDAY_PATTERN}|published|posted|updated|modified|created|last|first|date|dated|time|on|at|in|by|gmt|utc|"
    r"[a-z]{2,4}t|[ap]\.?m|issue|edition|added|uploaded|print|story|article|the|ist|it|is)(?=\W|$)|[\d:+|,./·•–—-]+",
    re.IGNORECASE,
)
_DATE_CUE = re.compile(
    r"\b(?:published|posted|publication date|date(?: published)?|dated|issued|uploaded|released|created)\b",
    re.IGNORECASE,
)
_UPDATE_CUE = re.compile(r"\b(?:updated|modified)\b", re.IGNORECASE)
_LONGEST_DATED = 22
_OPENING = 20.0  # weight of the paragraph that a dateline opens, whatever its shape


def labelled(text: str, span: Span) -> Paragraph:
    """The paragraph at `span`, labelled."""
    words = span.of(text)
    label, found = _label(_TAG.sub(" ", words))
    sign = signature(words)
    weight = prose_weight(words[: sign[0]] if sign and sign[0] else words)
    if label is Label.SHORT and weight > 0:
        label = Label.PROSE
    opens = label in (Label.SHORT, Label.PROSE) and _opens_report(words)
    if opens:
        label, weight = Label.PROSE, max(weight, _OPENING)
    return Paragraph(
        span=span,
        text=words,
        label=label,
        weight=weight,
        key=" ".join(word.casefold() for word in words_of(words)),
        byline=found,
        opens=opens,
    )


def is_dated(text: str) -> bool:
    """Whether the paragraph is a line that states when: "Published: October 26, 2016", "26 Oct 2016 10:30 GMT"."""
    words = " ".join(text.split())
    if len(words_of(words)) > _LONGEST_DATED:
        return False
    stated = stated_date(words)
    if stated is None:
        return False
    others = words
    while stated:
        others = f"{others[: stated.start]} {others[stated.end :]}"
        stated = stated_date(others)
    rest = words_of(_DATE_WORDS.sub(" ", others))
    return len(rest) <= (6 if _DATE_CUE.search(words) else 1)


def says_published(text: str) -> bool:
    """Whether a dated line says that its (first) date is that of publication."""
    first = _UPDATE_CUE.search(text)
    cue = _DATE_CUE.search(text)
    return cue is not None and (first is None or cue.start() < first.start())


def says_updated(text: str) -> bool:
    """Whether a dated line tells of a change only."""
    return _UPDATE_CUE.search(text) is not None and not says_published(text)


def _opens_report(words: str) -> bool:
    """Whether the paragraph begins with a dateline that has a day or source in it and text behind it."""
    line = dateline(words, shouting=True)
    return line is not None and (line.dated or line.source is not None) and bool(words[line.end :].strip())


def _byline_before(words: str) -> Byline | None:
    """The byline that a line of contributors opens with: "By Nora Hale, Special to The Lantern. Osei Dara helped"."""
    first = re.split(r"(?<=[a-z])\.\s", words, maxsplit=1)[0]
    return byline(first) if first != words and re.search(r"(?:^|\|)\s*By\s", first) else None


def _label(words: str) -> tuple[Label, Byline | None]:
    if end_mark(words):
        return Label.END, None
    if _REFERENCE.match(words):
        return Label.REFERENCE, None
    if contributors(words):
        return Label.CONTRIBUTORS, _byline_before(words)
    if found := byline(words):
        return Label.BYLINE, found
    if found := credit(words):
        return Label.CREDIT, found
    if is_dated(words):
        return Label.DATED, None
    if is_furniture(words):
        return Label.FURNITURE, None
    return (Label.PROSE if prose_weight(words) > 0 else Label.SHORT), None
