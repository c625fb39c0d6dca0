"""The words of a report as the finder of places sees them: hyphens part them, what joins them is kept."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hearsay.records.analysis import Sentence, Token
from hearsay.records.document import BlockKind, Document
from hearsay.records.span import Span
from hearsay.vocabulary.place_words import TITLES_BEFORE

_WORD = re.compile(r"(?:[A-Z][a-z]?\.){2,}|[^\W_]+(?:[.'’‘ʼʻʿʾ`´](?=[^\W_])[^\W_]+)*")
_POSSESSIVE = re.compile(r"['’ʼ`][sS]$")
_JOIN = re.compile(r"[ \u00a0]{1,2}|[-‐‑]|[ \u00a0]?\n[ \u00a0]?|['’‘ʼ`´ʿ]|[ \u00a0]['’‘ʼ`´ʿ]")
_ABBREVIATED = frozenset(("st", "mt", "ft", "ste"))
_HEADLINE_SHARE = 0.6
_BODY_SHARE = 0.75
_CAPITALS_SHARE = 0.75


@dataclass(frozen=True, slots=True)
class Word:
    """A word without its possessive ending.

    `joined` says that it may go on the name before it, `linked` that it does if the gazetteer knows the whole ("Queen
    Anne's County"); `gap` is what parts the two.
    """

    text: str
    span: Span
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
    """A sentence, headline or dateline. `capitals`: all of it is in capitals; `titled`: most words have a capital."""

    words: tuple[Word, ...]
    capitals: bool
    titled: bool
    block: BlockKind
    paragraph: int


class _TokensByPlace:
    """Finds the token that holds a character."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = sorted(tokens, key=lambda token: token.span.start)
        self._starts = [token.span.start for token in self._tokens]

    def at(self, offset: int) -> Token | None:
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
    words: list[Word] = []
    end = span.start
    for match in _WORD.finditer(text, span.start, span.end):
        gap = text[end : match.start()]
        if gap.startswith(("'", "’")) and words and words[-1].text.endswith(("s", "S")) and gap[1:] == " ":
            words[-1] = replace(words[-1], possessive=True)
        word = _word(match.group(), match.start(), gap, words[-1] if words else None, tokens)
        words.append(word)
        end = match.end()
    long = [word for word in words[1:] if len(word.text) > 3]
    capitals = sum(word.text.isupper() for word in long) > _CAPITALS_SHARE * len(long) > 0
    share = sum(word.capital for word in long) / len(long) if long else 0.0
    needed = _HEADLINE_SHARE if block is BlockKind.HEADLINE else _BODY_SHARE
    titled = len(long) > (3 if block is BlockKind.HEADLINE else 5) and share >= needed
    return Line(words=tuple(words), capitals=capitals, titled=titled, block=block, paragraph=paragraph)


def _word(raw: str, start: int, gap: str, before: Word | None, tokens: _TokensByPlace) -> Word:
    possessive = None if raw.isalpha() else _POSSESSIVE.search(raw)
    text = raw[: possessive.start()] if possessive else raw
    token = tokens.at(start)
    lower = text.lower()
    linked = before is not None and _joins(gap, before)
    return Word(
        text=text,
        span=Span(start, start + len(text)),
        lower=lower,
        capital=text[:3] != lower[:3],
        possessive=possessive is not None,
        joined=linked and before is not None and not before.possessive,
        linked=linked,
        gap=gap,
        tag=token.tag if token else "X",
        entity=token.entity if token else None,
    )


def _joins(gap: str, before: Word) -> bool:
    if gap == " ":
        return True
    if gap in (". ", ".", ".\n"):
        initial = len(before.text) == 1 and before.capital
        return initial or before.lower in _ABBREVIATED or before.lower in TITLES_BEFORE
    return _JOIN.fullmatch(gap) is not None
