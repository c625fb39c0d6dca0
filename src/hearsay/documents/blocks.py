"""Tells the parts of a report's text apart: headline, standfirst, byline, dateline, credit, body, boilerplate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hearsay.documents.boilerplate import ends_report, is_sentence, opens_aside
from hearsay.documents.bylines import placed_byline, signature, site_suffix
from hearsay.documents.datelines import Dateline, dateline
from hearsay.documents.headlines import content_words, headline, is_standfirst
from hearsay.documents.labels import Label, Paragraph, labelled
from hearsay.documents.paragraphs import paragraphs
from hearsay.records.document import Block, BlockKind
from hearsay.records.span import Span
from hearsay.vocabulary.outlets import Outlet

_KINDS = {
    Label.BYLINE: BlockKind.BYLINE,
    Label.CONTRIBUTORS: BlockKind.BYLINE,
    Label.CREDIT: BlockKind.CREDIT,
}
_COSTS = {Label.FURNITURE: -10.0, Label.CREDIT: -1.0, Label.BYLINE: -2.0, Label.DATED: -2.0, Label.REFERENCE: -30.0}
_COMMENTS_COST = -120.0
_LONG_REPEAT = 12  # words: in a text without menus shorter lines may come back, as questions do
_COHESION = 0.12  # share of a stretch's words that the text before it has used; other reports on a page share less
_ENOUGH_SAID = 60  # different words, from which on sharing few of them means something
_GAP = 2  # pieces of furniture in a row, which may part a report from the next
_BROKEN = 8  # words, of a sentence without its end
_FUNCTION = 0.15  # share of its words that are no link's
_LINK_LIST = 3  # short lines in a row that are no headings of the report's own


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A text's paragraphs with what each is, and what was met with on the way: the dateline and the signature."""

    paragraphs: tuple[Paragraph, ...]
    kinds: tuple[BlockKind, ...]
    blocks: tuple[Block, ...]
    dateline: Dateline | None
    signed: tuple[Outlet, ...]

    def first(self, kind: BlockKind) -> Paragraph | None:
        """The first paragraph of that kind."""
        return next((p for p, k in zip(self.paragraphs, self.kinds, strict=True) if k is kind), None)


def layout(text: str, title: str | None = None, *, taken_out: bool = False) -> Layout:
    """The parts of `text`. `title` is what the page around it gives as its title; `taken_out` says that the text has
    been taken out of its page already, so that only what is plainly furniture is left out again."""
    parts = [labelled(text, span) for span in paragraphs(text)]
    if not parts:
        return Layout(paragraphs=(), kinds=(), blocks=(), dateline=None, signed=())
    shouting = _shouting(text)
    start, end = (0, len(parts)) if taken_out else _core(parts)
    kinds = [BlockKind.BOILERPLATE] * len(parts)
    _mark_core(parts, kinds, start, end, taken_out)
    _mark_broken_off(parts, kinds)
    _drop_other_reports(parts, kinds)
    _mark_head(parts, kinds, start, title)
    _mark_standfirst(parts, kinds, shouting)
    _mark_around(parts, kinds, start, end)
    found, signed, blocks = _cut(parts, kinds, shouting)
    return Layout(paragraphs=tuple(parts), kinds=tuple(kinds), blocks=blocks, dateline=found, signed=signed)


def _shouting(text: str) -> bool:
    sample = text[:6000]
    upper, lower = sum(c.isupper() for c in sample), sum(c.islower() for c in sample)
    return upper > 5 * lower


def _core(parts: Sequence[Paragraph]) -> tuple[int, int]:
    """The stretch of paragraphs with the most running text, furniture counted against it; half-open."""
    best, best_range = float("-inf"), (0, 1)
    total, start = 0.0, 0
    seen: set[str] = set()
    for index, part in enumerate(parts):
        worth = _worth(part, part.key in seen)
        seen.add(part.key)
        if total <= 0:
            total, start = 0.0, index
        total += worth
        if total > best:
            best, best_range = total, (start, index + 1)
    return best_range


def _worth(part: Paragraph, repeated: bool) -> float:
    if ends_report(part.text):
        return _COMMENTS_COST
    if opens_aside(part.text):
        return -20.0
    if part.label in (Label.PROSE, Label.SHORT):
        return -2.0 if repeated else part.weight
    return _COSTS.get(part.label, -1.0)


def _mark_core(parts: Sequence[Paragraph], kinds: list[BlockKind], start: int, end: int, taken_out: bool) -> None:
    """The body, without what was set into it: adverts, lists of links, credits, what is said twice."""
    aside, seen = False, set[str]()
    for index in range(start, end):
        part = parts[index]
        repeated = part.key in seen and part.size > (_LONG_REPEAT if taken_out else 3)
        seen.add(part.key)
        if opens_aside(part.text):
            aside = True
        elif part.label is Label.PROSE and part.weight >= 4:
            aside = False
        if part.label in _KINDS:
            kinds[index] = _KINDS[part.label]
        elif aside or repeated:
            continue
        elif part.label is Label.PROSE or (part.label is Label.SHORT and _is_heading(parts, index, end, taken_out)):
            kinds[index] = BlockKind.BODY


def _mark_broken_off(parts: Sequence[Paragraph], kinds: list[BlockKind]) -> None:
    """Running text that has lost its end, behind the body: a sentence that the text received breaks off in, and one
    that a page break cuts in two."""
    for index in range(1, len(parts)):
        here, before = parts[index], parts[index - 1]
        if kinds[index] is not BlockKind.BOILERPLATE or here.label is not Label.SHORT or here.size < _BROKEN:
            continue
        if kinds[index - 1] is not BlockKind.BODY or here.function < _FUNCTION:
            continue
        goes_on = here.text.lstrip()[:1].islower() and not is_sentence(before.text)
        last = index + 1 == len(parts) and is_sentence(before.text)
        if goes_on or (last and sum(word[:1].islower() for word in here.text.split()) > 0.5 * here.size):
            kinds[index] = BlockKind.BODY


def _drop_other_reports(parts: Sequence[Paragraph], kinds: list[BlockKind]) -> None:
    """Leaves out stretches of running text, set off by furniture, that share few words with the text before them."""
    said: set[str] = set()
    for stretch in _stretches(parts, kinds):
        words = [word for index in stretch for word in content_words(parts[index].key)]
        shared = sum(word in said for word in words) / max(1, len(words))
        if len(said) >= _ENOUGH_SAID and shared < _COHESION:
            for index in stretch:
                kinds[index] = BlockKind.BOILERPLATE
        else:
            said.update(words)


def _stretches(parts: Sequence[Paragraph], kinds: Sequence[BlockKind]) -> Iterator[list[int]]:
    """The runs of body paragraphs between pieces of furniture."""
    stretch: list[int] = []
    for index, kind in enumerate(kinds):
        if kind is not BlockKind.BODY:
            continue
        if stretch and index - stretch[-1] > _GAP:
            yield stretch
            stretch = []
        stretch.append(index)
    if stretch:
        yield stretch


def _is_heading(parts: Sequence[Paragraph], index: int, end: int, taken_out: bool) -> bool:
    """Whether a line without a sentence belongs to the body, as a heading or an item in it."""
    if taken_out:
        return any(part.label is Label.PROSE for part in parts[:index])
    return not _in_list(parts, index, end)


def _in_list(parts: Sequence[Paragraph], index: int, end: int) -> bool:
    """Whether a line without a sentence stands among others of its kind, as links do and headings do not."""
    first = last = index
    while index - first < _LINK_LIST and first > 0 and parts[first - 1].label is Label.SHORT:
        first -= 1
    while last - index < _LINK_LIST and last + 1 < end and parts[last + 1].label is Label.SHORT:
        last += 1
    listed = any(p.text.lstrip().startswith(("-", "*", "•", "–")) for p in parts[first : last + 1])
    return last - first + 1 >= _LINK_LIST and not listed


def _mark_head(parts: Sequence[Paragraph], kinds: list[BlockKind], start: int, title: str | None) -> None:
    first = next((i for i, kind in enumerate(kinds) if kind is BlockKind.BODY), None)
    if first is None:
        first = start
    found = headline(parts, first, title)
    if found is None:
        return
    kinds[found] = BlockKind.HEADLINE
    for index in range(found):  # what runs above a headline is a notice or another report
        kinds[index] = BlockKind.BOILERPLATE
    first = next((i for i, kind in enumerate(kinds) if kind is BlockKind.BODY), first)
    for index in range(found + 1, first):
        part = parts[index]
        least = {Label.PROSE: 5, Label.SHORT: 7}.get(part.label)  # words; below, it is a label or a menu's line
        if least and part.size >= least and part.key != parts[found].key:
            kinds[index] = BlockKind.STANDFIRST


def _mark_standfirst(parts: Sequence[Paragraph], kinds: list[BlockKind], shouting: bool) -> None:
    """The first paragraphs of the body that sum it up: those before a dateline, and one in headline style."""
    head = next((i for i, kind in enumerate(kinds) if kind is BlockKind.HEADLINE), None)
    body = [i for i, kind in enumerate(kinds) if kind is BlockKind.BODY]
    if head is None or not body or body[0] < head:
        return
    for position, index in enumerate(body[:4]):
        if dateline(parts[index].text, shouting=shouting):
            for before in body[:position]:
                kinds[before] = BlockKind.STANDFIRST
            return
    if len(body) > 1 and is_standfirst(parts, body[0], parts[head + 1 : body[0]]):
        kinds[body[0]] = BlockKind.STANDFIRST


def _mark_around(parts: list[Paragraph], kinds: list[BlockKind], start: int, end: int) -> None:
    """Bylines, credits and datelines of their own between headline and body, and the line or two behind the body."""
    head = next((i for i, kind in enumerate(kinds) if kind is BlockKind.HEADLINE), start)
    for index in range(max(0, head - 3), start):
        part = parts[index]
        if part.label in _KINDS and kinds[index] is BlockKind.BOILERPLATE:
            kinds[index] = _KINDS[part.label]
        elif (index > head or head == start) and part.label is Label.SHORT and kinds[index] is not BlockKind.STANDFIRST:
            alone = dateline(part.text)
            if alone and alone.end >= len(part.text):
                kinds[index] = BlockKind.DATELINE
            elif by := placed_byline(part.text):
                parts[index] = replace(part, label=Label.BYLINE, byline=by)
                kinds[index] = BlockKind.BYLINE
    for index in range(end, min(end + 4, len(parts))):
        if parts[index].label not in (Label.CONTRIBUTORS, Label.BYLINE, Label.CREDIT, Label.END, Label.DATED):
            break
        if parts[index].label in _KINDS:
            kinds[index] = _KINDS[parts[index].label]


def _cut(
    parts: Sequence[Paragraph], kinds: Sequence[BlockKind], shouting: bool
) -> tuple[Dateline | None, tuple[Outlet, ...], tuple[Block, ...]]:
    """The blocks: a paragraph each, with the dateline cut off the first of the body and the signature off the last."""
    body = [i for i, kind in enumerate(kinds) if kind is BlockKind.BODY]
    found: Dateline | None = None
    signed: tuple[Outlet, ...] = ()
    blocks: list[Block] = []
    for index, (part, kind) in enumerate(zip(parts, kinds, strict=True)):
        if kind is BlockKind.DATELINE:
            found = found or dateline(part.text, shouting=shouting)
        end = site_suffix(part.text) if kind is BlockKind.HEADLINE else None
        if end:
            mark = part.span.start + end[0]
            blocks.append(Block(kind=kind, span=_trimmed(part, part.span.start, mark)))
            blocks.append(Block(kind=BlockKind.BYLINE, span=Span(mark, part.span.end)))
            continue
        if not body or index not in (body[0], body[-1]):
            blocks.append(Block(kind=kind, span=part.span))
            continue
        start, stop = part.span.start, part.span.end
        line = dateline(part.text, shouting=shouting) if index == body[0] and found is None else None
        if line and line.end < len(part.text):
            found = line
            width = len(part.text[: line.end].rstrip())
            blocks.append(Block(kind=BlockKind.DATELINE, span=Span(start, start + width)))
            start += line.end
        sign = signature(part.text) if index == body[-1] else None
        if sign and part.span.start + sign[0] > start:
            signed = sign[1]
            mark = part.span.start + sign[0]
            blocks.append(Block(kind=kind, span=_trimmed(part, start, mark)))
            blocks.append(Block(kind=BlockKind.BYLINE, span=Span(mark, stop)))
        else:
            blocks.append(Block(kind=kind, span=Span(start, stop)))
    return found, signed, tuple(blocks)


def _trimmed(part: Paragraph, start: int, end: int) -> Span:
    words = part.text[start - part.span.start : end - part.span.start]
    return Span(start, start + len(words.rstrip()))


def reads_as_report(found: Layout) -> bool:
    """Whether there is anything in it that a report says: a body, with a sentence in it."""
    bodies = [p for p, kind in zip(found.paragraphs, found.kinds, strict=True) if kind is BlockKind.BODY]
    return any(is_sentence(p.text) or p.weight > 0 for p in bodies)
