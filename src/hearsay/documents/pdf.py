"""PDF files: the text layer of each page, its lines put together to paragraphs by where they stand.

The document's text is made here, a blank line between paragraphs; running heads and page numbers are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
from pypdfium2 import PdfDocument, PdfiumError, PdfTextPage

from hearsay.documents.base import DocumentOptions, Format, PageFacts, Raw
from hearsay.documents.compose import compose, too_long
from hearsay.documents.receive import all_bytes
from hearsay.errors import EmptyError, InputError, UnreadableError
from hearsay.records.document import Document
from hearsay.records.failure import Failure

_MAGIC = b"%PDF-"
_MAGIC_WITHIN = 1024  # bytes; readers accept junk before the mark
_PAGES = 2000
_EDGE = 2  # lines at the top and bottom of a page that may be a running head or foot
_GAP = 1.45  # of the usual distance between lines: a wider one parts paragraphs


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line of a page; `top` and `left` in points, from the page's bottom left corner."""

    text: str
    top: float
    left: float


class _Pdf:
    """PDF with a text layer."""

    name = "pdf"

    def recognises(self, raw: Raw) -> bool:
        return _MAGIC in raw.head[:_MAGIC_WITHIN]

    def documents(self, raw: Raw, options: DocumentOptions) -> Iterator[Document | Failure]:
        data = all_bytes(raw, options)
        try:
            pages = _pages(data, raw.source, options)
        except InputError:
            raise
        except Exception as error:  # pdfium's binding raises several kinds on broken files
            raise _broken(raw.source) from error
        text = "\n\n".join(_paragraphs(pages))
        if not text.strip():
            raise EmptyError(
                f"{raw.source}: is a PDF without a text layer (scanned pages); run text recognition (OCR) on it first"
            )
        yield compose(text, raw.source, options, PageFacts(url=raw.url))


FORMAT: Format = _Pdf()


def _pages(data: bytes, source: str, options: DocumentOptions) -> list[list[_Line]]:
    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableError(f"{source}: is a PDF locked with a password; unlock it and save it again") from error
        raise _broken(source) from error
    try:
        pages: list[list[_Line]] = []
        length = 0
        for index in range(min(len(document), _PAGES)):
            lines = _lines(document, index)
            length += sum(len(line.text) for line in lines)
            if length > options.max_characters:
                raise too_long(source, options)
            pages.append(lines)
        return pages
    finally:
        document.close()


def _lines(document: PdfDocument, index: int) -> list[_Line]:
    """The lines of a page in reading order; none when the page cannot be read, which others may be."""
    try:
        page = document[index]
        text_page = page.get_textpage()
    except PdfiumError:
        return []
    try:
        return list(_text_lines(text_page))
    finally:
        text_page.close()
        page.close()


def _text_lines(text_page: PdfTextPage) -> Iterator[_Line]:
    text = text_page.get_text_range()
    position = 0
    for line in re.split(r"(\r\n|\r|\n)", text):
        if line.strip():
            offset = position + len(line) - len(line.lstrip())
            left, _, _, top = text_page.get_charbox(min(offset, text_page.count_chars() - 1))
            yield _Line(text=_unbroken(line.strip()), top=top, left=left)
        position += len(line)


def _unbroken(line: str) -> str:
    """The line without pdfium's marks for hyphens at a line's end, where it has put the word together again."""
    return re.sub("[\ufffe\x02]", "-", re.sub("[\ufffe\x02](?=[a-z])", "", line))


def _paragraphs(pages: Sequence[Sequence[_Line]]) -> list[str]:
    """Lines to paragraphs: a wide gap, an indent or a short last line ends one; a page's end does not."""
    repeated = _running(pages)
    lines = [
        [line for line in page if _bare(line.text) not in repeated and not _is_number(line.text)] for page in pages
    ]
    usual = _usual_gap(lines)
    width = max((len(line.text) for page in lines for line in page), default=0)
    found: list[str] = []
    before: _Line | None = None
    for page in lines:
        for number, line in enumerate(page):
            if before is None or _parts(before, line, usual, width, first_on_page=number == 0):
                found.append(line.text)
            else:
                found[-1] = _joined(found[-1], line.text)
            before = line
    return found


def _parts(before: _Line, line: _Line, usual: float, width: int, *, first_on_page: bool) -> bool:
    ended = re.search(r"[.!?:][\"'”’)\]]*$", before.text) is not None
    gap = before.top - line.top
    if first_on_page or gap < 0:  # a new page or column: the paragraph may go on
        return ended and len(before.text) < 0.85 * width
    if gap > _GAP * usual:
        return True
    return ended and (line.left > before.left + 6 or len(before.text) < 0.6 * width)


def _joined(before: str, line: str) -> str:
    """Two lines as one; a word broken at the line's end is put together again."""
    if re.search(r"[a-z]-$", before) and line[:1].islower():
        return before[:-1] + line
    return f"{before} {line}"


def _usual_gap(pages: Sequence[Sequence[_Line]]) -> float:
    gaps = [round(a.top - b.top, 0) for page in pages for a, b in pairwise(page)]
    gaps = [gap for gap in gaps if 4 <= gap <= 40]
    return Counter(gaps).most_common(1)[0][0] if gaps else 14.0


def _running(pages: Sequence[Sequence[_Line]]) -> frozenset[str]:
    """The running heads and feet: lines at the edge of most pages that are the same but for a number."""
    if len(pages) < 3:
        return frozenset()
    edges = Counter(
        key for page in pages for key in {_bare(line.text) for line in (*page[:_EDGE], *page[-_EDGE:])} if key
    )
    return frozenset(key for key, count in edges.items() if count > 0.5 * len(pages))


def _bare(text: str) -> str:
    return re.sub(r"[\d\W]+", " ", text).strip().casefold()


def _is_number(text: str) -> bool:
    return (
        re.fullmatch(r"(?:page\s*)?[-–—\s]*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[-–—\s]*", text.strip(), re.I) is not None
    )


def _broken(source: str) -> UnreadableError:
    return UnreadableError(f"{source}: is a broken PDF (pdfium {_version()} cannot open it); fetch or save it again")


def _version() -> str:
    return str(pypdfium2.PDFIUM_INFO)
