"""Where sentences end, within the blocks of a report that say something.

No splitter that could be had was right on ranks, initials and quotations at once, so these are rules of our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hearsay.records.document import READ_BLOCKS, BlockKind, Document
from hearsay.records.span import Span

ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof rev hon fr sr jr st gen lt col maj capt sgt cpl pvt cmdr adm brig gov sen rep pres supt insp
    det const ph.d mt ft no nos vs etc al dept est inc ltd co corp bros jan feb mar apr jun jul aug sep sept oct nov dec
    mon tue tues wed thu thur thurs fri sat sun ave blvd rd approx fig art sec ca cf e.g i.e viz gens cols messrs
    lieut hq spc pfc sq km""".split()
)
"""Words that carry a full stop in the middle of a sentence, lower case, without their last one."""

CLOSERS = "\"'”’»)]"
_END = re.compile(rf"(?:\.\.\.|…|[.!?]+)[{re.escape(CLOSERS)}]*(?=\s|$|[“\"‘(\[])|\n[ \t]*\n")
_STARTS = re.compile(r"\s*[\"'“‘«(\[—–-]*\s*[A-Z0-9À-ÞЀ-Я]")
_LAST_WORD = re.compile(r"[^\s\"'“‘«(\[—–]+$")
_LONGEST_WORD = 80  # characters looked back for the word before a full stop
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A sentence before its words are known. `paragraph` counts paragraphs over the whole document, from 0."""

    span: Span
    block: BlockKind
    paragraph: int


def split_sentences(document: Document) -> Iterator[Stretch]:
    """The sentences of the headline, standfirst and body blocks, in text order, trimmed of white space."""
    paragraph = -1
    for block in document.blocks:
        if block.kind not in READ_BLOCKS:
            continue
        text = block.span.of(document.text)
        paragraph += 1
        start = 0
        for end, breaks in _ends(text):
            trimmed = _trim(text, start, end)
            if trimmed is not None:
                yield Stretch(span=trimmed.shifted(block.span.start), block=block.kind, paragraph=paragraph)
            paragraph += breaks
            start = end


def _ends(text: str) -> Iterator[tuple[int, bool]]:
    """The end of each sentence, and whether a blank line (so a new paragraph) follows it."""
    for match in _END.finditer(text):
        blank = match.group().startswith("\n")
        if blank or _ends_here(text, match):
            yield match.end(), blank
    yield len(text), False


def _ends_here(text: str, match: re.Match[str]) -> bool:
    """True unless the full stop belongs to an abbreviation or initial, or the next word goes on in lower case."""
    if not _STARTS.match(text, match.end()):
        return match.end() == len(text)
    mark = match.group().rstrip(CLOSERS)
    if mark != ".":
        return True
    word = _LAST_WORD.search(text, max(0, match.start() - _LONGEST_WORD), match.start())
    if word is None:
        return True
    bare = word.group().strip("().,").lower()
    if bare in ABBREVIATIONS:
        return len(match.group()) > len(mark)
    if len(bare) == 1 and bare.isalpha() and word.group()[-1:].isupper():
        return _after_initial(text, match)
    if _DOTTED.search(word.group()):
        return _after_initial(text, match)
    return True


_COMMON_STARTERS = frozenset(
    """the a an he she it they we i in on at but and this that these those his her its their there according
    police officials authorities when while after before as if however meanwhile two three some many""".split()
)


def _after_initial(text: str, match: re.Match[str]) -> bool:
    """After "U.S." or "J." a sentence ends only when a word follows that commonly opens one, or a quotation."""
    following = re.match(r"\s*([\"“‘(]*)\s*([\w’']+)", text[match.end() : match.end() + 40])
    if following is None:
        return True
    return bool(following.group(1)) or following.group(2).lower() in _COMMON_STARTERS


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
