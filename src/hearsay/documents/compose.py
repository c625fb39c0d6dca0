"""A text and what is known of it, made into a `Document`: the one place where documents are born."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.documents.addresses import host_of
from hearsay.documents.base import DocumentOptions, PageFacts, check_date
from hearsay.documents.blocks import Layout, layout, reads_as_report
from hearsay.documents.bylines import (
    Byline,
    byline,
    cited,
    copyright_holder,
    masthead,
    site_named,
    site_suffix,
    told_to,
)
from hearsay.documents.dates import stated_date
from hearsay.documents.labels import Label, Paragraph, says_published, says_updated
from hearsay.documents.language import language_of
from hearsay.errors import EmptyError, LanguageError, TooLargeError
from hearsay.records.document import READ_BLOCKS, BlockKind, Document
from hearsay.records.ids import report_id, text_sha256
from hearsay.vocabulary.outlets import Outlet, outlet_at, outlet_named

NO_DATE = (
    "The publication date is not stated, so relative dates such as “on Wednesday” stay unresolved; "
    "give it with --published YYYY-MM-DD."
)
_NEAR = 5  # paragraphs above a headline and below a body in which a date line is the report's and not the page's


@dataclass(frozen=True, slots=True, kw_only=True)
class _Origin:
    author: str | None
    agency: str | None
    outlet: str | None
    notes: tuple[str, ...] = ()


def compose(
    text: str, source: str, options: DocumentOptions, facts: PageFacts | None = None, *, taken_out: bool = False
) -> Document:
    """The document that `text` is. `source` names it in errors; `facts` are what the page around it says; `taken_out`
    says that the text has been taken out of its page already.

    Raises:
        EmptyError: when there is no report in it.
        TooLargeError: when it is longer than `options.max_characters`.
        LanguageError: when it is not in English.
    """
    facts = facts or PageFacts()
    if len(text) > options.max_characters:
        raise too_long(source, options)
    if not text.strip("\0 \t\r\n\v\f\xa0\u200b\ufeff"):
        raise EmptyError(f"{source}: is empty; give a file with the text of a report in it")
    found = layout(text, facts.title, taken_out=taken_out)
    _check_language(text, found, source)
    if not reads_as_report(found):
        raise EmptyError(f"{source}: holds no running text of a report, only headings, menus or names")
    origin = _origin(found, facts, options)
    published, date_notes = _published(found, facts, options)
    sha256 = text_sha256(text)
    return Document(
        id=report_id(sha256, facts.url, origin.outlet),
        text=text,
        url=facts.url,
        outlet=origin.outlet,
        agency=origin.agency,
        author=origin.author,
        published=published,
        language="en",
        sha256=sha256,
        blocks=found.blocks,
        notes=(*facts.notes, *origin.notes, *date_notes),
    )


def too_long(source: str, options: DocumentOptions) -> TooLargeError:
    """The error for a text over the limit."""
    return TooLargeError(
        f"{source}: is longer than {options.max_characters:,} characters, more than any one report; "
        "split it into its reports"
    )


def _check_language(text: str, found: Layout, source: str) -> None:
    read = " ".join(block.span.of(text) for block in found.blocks if block.kind in READ_BLOCKS)
    verdict = language_of(read if len(read) > 200 else text)
    if not verdict.english:
        looks = f"it looks like {verdict.looks_like}" if verdict.looks_like else "its language is not known to hearsay"
        raise LanguageError(f"{source}: is not in English ({looks}); only English reports are read")


def _origin(found: Layout, facts: PageFacts, options: DocumentOptions) -> _Origin:
    """Who wrote it, whose it is, and who carries it; the page's word on the author counts before the text's."""
    written = [p.byline for p in _of_kind(found, BlockKind.BYLINE) if p.byline]
    if facts.author:
        written.insert(0, _page_author(facts.author))
    named = [b.by for b in written if b.by]
    dated_by, dated = None, found.dateline.source if found.dateline else None
    if dated:  # "(Hill Review/AFP)": the one in full, or each of the two
        parts = [one for part in dated.split("/") if (one := outlet_named(part.strip()))]
        dated_by = outlet_named(dated) or next((one for one in parts if one.is_agency), next(iter(parts), None))
    copyright_by = [holder for p in found.paragraphs if p.size < 40 and (holder := copyright_holder(p.text))]
    candidates = [*named, *([dated_by] if dated_by else []), *(found.signed if len(found.signed) == 1 else ())]
    sites = {site for p in found.paragraphs if p.label is Label.FURNITURE and (site := site_named(p.text))}
    above = {top for line in _above_headline(found) if (top := masthead(line))}
    titled = [end[1] for p in _of_kind(found, BlockKind.HEADLINE) if (end := site_suffix(p.text))]
    behind = [*copyright_by, *titled, *(sites if len(sites) == 1 else ()), *(above if len(above) == 1 else ())]
    agencies = [c for c in (*candidates, *behind) if c.is_agency]
    agency = agencies[0].name if agencies else _monitored_source(found, dated_by)
    author = next((b.author for b in written if b.author), None)
    told = _spoken_to(found)
    if agency is None and not found.signed and told is not None:  # the text says so itself
        agency = told.name if told.is_agency and author is None else None
        behind += [] if told.is_agency else [told]
    notes = (
        ()
        if len(found.signed) < 2 or agency
        else (f"Signed by several agencies ({', '.join(o.name for o in found.signed)}); none is taken as its origin.",)
    )
    return _Origin(
        author=author,
        agency=agency,
        outlet=_outlet(facts, options, [*candidates, *behind]),
        notes=notes,
    )


def _above_headline(found: Layout) -> list[str]:
    """The lines that stand above the headline, where a page has its name."""
    head = next((i for i, kind in enumerate(found.kinds) if kind is BlockKind.HEADLINE), 0)
    return [line for p in found.paragraphs[:head] for line in p.text.splitlines()]


def _spoken_to(found: Layout) -> Outlet | None:
    """The one agency or outlet that people in the report speak to and that it nowhere cites as another's."""
    body = [p.text for p in _of_kind(found, BlockKind.BODY)]
    others = {one.name for text in body for one in cited(text)}
    told = {one.name: one for text in body for one in told_to(text) if one.name not in others}
    return next(iter(told.values())) if len(told) == 1 else None


def _page_author(author: str) -> Byline:
    by = outlet_named(author)
    return Byline(by=by) if by else (byline(f"By {author}") or Byline(author=author))


def _monitored_source(found: Layout, known: Outlet | None) -> str | None:
    """The source that a dated dateline names, though it is in no list: "(RADIO VENCEREMOS)" is whose report it is."""
    line = found.dateline
    if line and line.source and line.dated and (known is None or not known.is_agency):
        return known.name if known else line.source
    return None


def _outlet(facts: PageFacts, options: DocumentOptions, named: Sequence[Outlet]) -> str | None:
    if options.outlet:
        return options.outlet
    host = host_of(facts.url)
    if site := outlet_at(host):
        return site.name
    if facts.outlet:
        known = outlet_named(facts.outlet)
        return known.name if known else facts.outlet
    carrier = next((o.name for o in named if not o.is_agency), None)
    return carrier or host.removeprefix("www.") or None


def _published(found: Layout, facts: PageFacts, options: DocumentOptions) -> tuple[str | None, tuple[str, ...]]:
    """The publication date: the user's, the page's, a date line's, the dateline's, in this order."""
    if options.published:
        return check_date(options.published, "the publication date"), ()
    if facts.published:
        return facts.published, ()
    if line := _date_line(found):
        stated = stated_date(line.text)
        if stated and stated.value:
            note = "The date is that of the last update; the text states no other."
            return stated.value, (note,) if says_updated(line.text) else ()
    if found.dateline and found.dateline.date:
        return found.dateline.date, ()
    if found.dateline and found.dateline.dated:
        return None, (f"The dateline gives a day without a year. {NO_DATE}",)
    return None, (NO_DATE,)


def _date_line(found: Layout) -> Paragraph | None:
    """The line that states the publication date: between headline and body best, else right above or below these."""
    head = next((i for i, kind in enumerate(found.kinds) if kind is BlockKind.HEADLINE), 0)
    body = [i for i, kind in enumerate(found.kinds) if kind is BlockKind.BODY] or [0]
    lines = [
        (index, p)
        for index, p in enumerate(found.paragraphs)
        if p.label in (Label.DATED, Label.BYLINE, Label.FURNITURE)
        and index != head
        and (stated := stated_date(p.text))
        and stated.value
    ]
    below = [p for index, p in lines if head < index < body[0]]
    above = [p for index, p in lines if head - _NEAR <= index < head]
    behind = [p for index, p in lines if body[-1] < index <= body[-1] + _NEAR]
    said = [p for p in (*below, *above, *behind) if says_published(p.text)]
    near = [p for p in (*below, *above) if p.label is not Label.FURNITURE]
    fresh = [p for p in near if not says_updated(p.text)]
    return next(iter((*said, *fresh, *near)), None)


def _of_kind(found: Layout, kind: BlockKind) -> list[Paragraph]:
    return [p for p, k in zip(found.paragraphs, found.kinds, strict=True) if k is kind]
