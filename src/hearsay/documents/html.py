"""Web pages: the report taken out of its page by trafilatura, the page's own statements read beside it.

The document's text is made here, a blank line between paragraphs: the headline, what stands between headline and body
(byline, credit, date line, standfirst), and the body.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

import lxml.html
import trafilatura
from lxml.etree import ParserError
from lxml.html import HtmlElement

from hearsay.documents.base import DocumentOptions, Format, PageFacts, Raw
from hearsay.documents.blocks import layout
from hearsay.documents.boilerplate import words_of
from hearsay.documents.compose import compose
from hearsay.documents.encodings import decode
from hearsay.documents.labels import Label
from hearsay.documents.page_facts import page_facts
from hearsay.documents.receive import all_bytes
from hearsay.errors import EmptyError
from hearsay.records.document import BlockKind, Document
from hearsay.records.failure import Failure

_TAG = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|div|title|meta|p)\b[^>]*>", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]+encoding\s*=\s*[\"']([\w-]+)", re.IGNORECASE)
_BLOCK_TAGS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr html label legend li main menu nav ol option p pre section select "
    "summary table tbody td tfoot th thead title tr ul".split()
)
_UNSEEN_TAGS = frozenset("script style noscript template svg math iframe object embed head textarea canvas".split())
_SAYS_WHO = frozenset({BlockKind.BYLINE, BlockKind.CREDIT, BlockKind.DATELINE})
_MOST_ABOVE = 6  # lines between headline and body; more are a list of other reports


for _name in ("trafilatura", "htmldate"):  # what they log of a page is no business of whoever reads reports
    logging.getLogger(_name).addHandler(logging.NullHandler())


class _Html:
    """HTML and XHTML pages."""

    name = "html"

    def recognises(self, raw: Raw) -> bool:
        head = raw.head.replace(b"\0", b"")
        return _TAG.search(head) is not None and (
            head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1] == b"<" or "html" in (raw.media_type or "")
        )

    def documents(self, raw: Raw, options: DocumentOptions) -> Iterator[Document | Failure]:
        data = all_bytes(raw, options)
        decoded = decode(data, raw.source, _declared(raw, data))
        yield from_html(decoded.text, raw.source, options, PageFacts(url=raw.url, notes=decoded.notes))


FORMAT: Format = _Html()


def from_html(markup: str, source: str, options: DocumentOptions, known: PageFacts) -> Document:
    """The report on a page. What `known` says (a feed's entry, say) counts before what the page says.

    Raises:
        EmptyError: when the page holds no text.
    """
    tree = parsed(markup)
    if tree is None:
        raise EmptyError(f"{source}: is a page without text; give the page of a report")
    facts = _joined(known, page_facts(tree, known.url))
    text = article_text(tree, facts)
    if not text.strip():
        raise EmptyError(
            f"{source}: is a page without text of its own (a frame, or one that a script fills); "
            "save the page from a browser, or its text, and give that"
        )
    return compose(text, source, options, facts, taken_out=True)


def parsed(markup: str) -> HtmlElement | None:
    """The page as a tree; None when there is nothing in it."""
    cleaned = re.sub(r"^\s*<\?xml[^>]*\?>", "", markup.replace("\0", ""))
    try:
        return lxml.html.document_fromstring(cleaned, parser=lxml.html.HTMLParser(huge_tree=False))
    except (ParserError, ValueError, AssertionError):
        return None


def article_text(tree: HtmlElement, facts: PageFacts) -> str:
    """Headline, what stands between headline and body, and body, with a blank line between paragraphs."""
    seen = page_text(tree)
    body = extracted(tree)
    if not body:
        return seen
    title = facts.title or ""
    head = _above_body(seen, facts, {_key(paragraph) for paragraph in body})
    written = {_key(line) for line in (title, *head)}
    rest = [paragraph for paragraph in body if _key(paragraph) not in written]
    return "\n\n".join(line for line in (title, *head, *rest) if line)


def extracted(tree: HtmlElement) -> list[str]:
    """The paragraphs of the page's main text."""
    try:
        text = trafilatura.extract(tree, include_comments=False, include_tables=False, deduplicate=False)
    except (ValueError, TypeError, AttributeError, RecursionError):  # what broken markup makes of it
        text = None
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


def page_text(tree: HtmlElement) -> str:
    """All that a page shows, menus and all, a blank line between its blocks: the page as a careless scrape has it."""
    pieces: list[str] = []
    stack: list[tuple[HtmlElement, bool]] = [(tree, False)]
    while stack:
        element, closing = stack.pop()
        block = element.tag in _BLOCK_TAGS
        if closing:
            pieces.append("\n\n" if block else "")
            pieces.append(re.sub(r"\s+", " ", element.tail or ""))
            continue
        if not isinstance(element.tag, str) or element.tag in _UNSEEN_TAGS:
            pieces.append(re.sub(r"\s+", " ", element.tail or ""))
            continue
        pieces.append("\n\n" if block else "\n" if element.tag == "br" else "")
        pieces.append(re.sub(r"\s+", " ", element.text or ""))
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))
    lines = [line.strip() for line in "".join(pieces).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _above_body(seen: str, facts: PageFacts, body: set[str]) -> list[str]:
    """Bylines, credits, date line and standfirst that stand on the page between headline and body.

    `body` are the keys of the extracted paragraphs. A standfirst is one only when these have it too, or the page's own
    description says the same words.
    """
    found = layout(seen, facts.title)
    head = next((i for i, kind in enumerate(found.kinds) if kind is BlockKind.HEADLINE), None)
    if head is None or (facts.title and found.paragraphs[head].key != _key(facts.title)):
        return []
    described = _key(facts.standfirst or "")
    lines: list[str] = []
    for paragraph, kind in zip(found.paragraphs[head + 1 :], found.kinds[head + 1 :], strict=True):
        if kind is BlockKind.BODY or len(lines) == _MOST_ABOVE:
            break
        known = paragraph.key in body or described.startswith(paragraph.key)
        if kind in _SAYS_WHO or paragraph.label is Label.DATED or (kind is BlockKind.STANDFIRST and known):
            lines.append(" ".join(paragraph.text.split()))
    return lines


def _joined(known: PageFacts, page: PageFacts) -> PageFacts:
    return PageFacts(
        title=known.title or page.title,
        standfirst=known.standfirst or page.standfirst,
        author=known.author or page.author,
        outlet=known.outlet or page.outlet,
        published=known.published or page.published,
        url=known.url if known.title else page.url,
        notes=known.notes,
    )


def _key(text: str) -> str:
    return " ".join(word.casefold() for word in words_of(text))


def _declared(raw: Raw, data: bytes) -> str | None:
    if raw.charset:
        return raw.charset
    match = _XML_ENCODING.search(data[:500]) or _CHARSET.search(data[:8192])
    return match[1].decode("ascii") if match else None
