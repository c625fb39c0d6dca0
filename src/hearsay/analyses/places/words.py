"""The words of a report as the finder of places sees them: hyphens part them, what joins them is kept."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from hearsay.records.analysis import Sentence, Token
from hearsay.records.document import BlockKind, Document
from hearsay.records.span import Span
from hearsay.vocabulary.place_words import TITLES_BEFORE

_WORD = re.compile(r"(?:[A-Z][a-z]?\.){2,}|[^\W_]+(?:[.'’‘ʼʻʿʾ`´](?=[^\W_])[^\W_]+)*")
_POSSESSIVE = re.compile(r"['’ʼ`][sS]$")
_JOIN = re.compile(r"[ \u00a0]{1,2}|[-‐‑]|[ \u00a0]?\n[ \u00a0]?|['’‘ʼ`´ʿ]|[ \u00a0]['’‘ʼ`´ʿ]")
_ABBREVIATED = frozenset(("st", "mt", "ft", "ste"))
_PLURAL_GAPS = frozenset(("' ", "’ "))  # "the rebels' camp": a possessive without an s of its own
_HEADLINE_SHARE = 0.6
_BODY_SHARE = 0.75
_CAPITALS_SHARE = 0.75
_REMEMBERED = 65_536  # words; a report says most of its own again, and the next report too


@dataclass(slots=True)  # frozen ones take three times as long to make, and a report has a thousand
class Word:
    """A word without its possessive ending. Not changed once its line is made.

    `joined` says that it may go on the name before it, `linked` that it does if the gazetteer knows the whole ("Queen
    Anne's County"); `gap` is what parts the two. `start` and `end` are characters of the report.
    """

    text: str
    start: int
    end: int
    lower: str
    capital: bool
    possessive: bool
    joined: bool
    linked: bool
    gap: str
    tag: str
    entity: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, headline or dateline. `capitals`: all of it is in capitals; `titled`: most words have a capital.

    `said`: its words in small letters.
    """

    words: tuple[Word, ...]
    said: frozenset[str]
    capitals: bool
    titled: bool
    block: BlockKind
    paragraph: int


class _TokensByPlace:
    """Finds the token that holds a character."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = sorted(tokens, key=lambda token: token.span.start)
        self._starts = [token.span.start for token in self._tokens]
        self._starting = {token.span.start: token for token in self._tokens}

    def __bool__(self) -> bool:
        return bool(self._tokens)

    def at(self, offset: int) -> Token | None:
        token = self._starting.get(offset)  # nearly every word begins where a token does
        if token is not None:
            return token
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or self._tokens[index].span.end <= offset:
            return None
        return self._tokens[index]


def lines_of(document: Document, sentences: Sequence[Sentence], tokens: Sequence[Token]) -> list[Line]:
    """The report's sentences and datelines as lines, in text order."""
    by_place = _TokensByPlace(tokens)
    spans = [(sentence.span, sentence.block, sentence.paragraph) for sentence in sentences]
    spans += [(block.span, block.kind, -1) for block in document.blocks if block.kind is BlockKind.DATELINE]
    return [
        _line(document.text, span, kind, paragraph, by_place)
        for span, kind, paragraph in sorted(spans, key=lambda item: item[0])
    ]


def _line(text: str, span: Span, block: BlockKind, paragraph: int, tokens: _TokensByPlace) -> Line:
    words = _words(text, span, tokens)
    long = [word for word in words[1:] if word.end - word.start > 3]
    capitals = sum([word.text.isupper() for word in long]) > _CAPITALS_SHARE * len(long) > 0
    share = sum([word.capital for word in long]) / len(long) if long else 0.0
    needed = _HEADLINE_SHARE if block is BlockKind.HEADLINE else _BODY_SHARE
    titled = len(long) > (3 if block is BlockKind.HEADLINE else 5) and share >= needed
    said = frozenset([word.lower for word in words])
    return Line(tuple(words), said, capitals, titled, block, paragraph)


def _words(text: str, span: Span, tokens: _TokensByPlace) -> list[Word]:
    """The words of a stretch. One loop, few calls: every word of every report comes by here."""
    words: list[Word] = []
    before: Word | None = None
    linked, end, token, tokened = False, span.start, None, bool(tokens)
    for match in _WORD.finditer(text, span.start, span.end):
        start = match.start()
        gap = text[end:start]
        end = match.end()
        if before is not None:
            if gap in _PLURAL_GAPS and before.text.endswith(("s", "S")):
                before.possessive = True
            linked = gap == " " or _joins(gap, before)
        form, lower, capital, possessive = _form(match[0])
        if tokened:
            token = tokens.at(start)
        joined = linked and before is not None and not before.possessive
        tag, entity = (token.tag, token.entity) if token else ("X", None)
        stop = start + len(form)
        before = Word(form, start, stop, lower, capital, possessive, joined, linked, gap, tag, entity)
        words.append(before)
    return words


@lru_cache(_REMEMBERED)
def _form(raw: str) -> tuple[str, str, bool, bool]:
    """A word without its possessive ending, the same in small letters, and whether it has a capital and that ending."""
    possessive = None if raw.isalpha() else _POSSESSIVE.search(raw)
    text = raw[: possessive.start()] if possessive else raw
    lower = text.lower()
    return text, lower, text[:3] != lower[:3], possessive is not None


def _joins(gap: str, before: Word) -> bool:
    if gap in (". ", ".", ".\n"):
        initial = len(before.text) == 1 and before.capital
        return initial or before.lower in _ABBREVIATED or before.lower in TITLES_BEFORE
    return _JOIN.fullmatch(gap) is not None
