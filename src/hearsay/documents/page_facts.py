"""What a page says about itself: JSON-LD, meta tags and <time>, for date, author, outlet, title and address.

trafilatura reads these too, but gives the day without time and zone, and cuts titles at "|".
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from hearsay.documents.base import PageFacts
from hearsay.documents.dates import http_date

_ARTICLES = re.compile(r"(?:article|posting|report|story|webpage)$", re.IGNORECASE)
_PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "publish-date",
    "publishdate", "publish_date", "pubdate", "dc.date.issued", "dcterms.created", "dcterms.issued", "dc.date",
    "dcterms.date", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime", "article.published",
    "published_time", "publication_date", "originalpublicationdate", "date", "dc.date.created", "created",
    "release_date",
)  # fmt: skip
_OUTLET_META = ("og:site_name", "application-name", "dc.publisher", "publisher", "twitter:app:name:iphone")
_AUTHOR_META = ("author", "article:author", "dc.creator", "byl", "sailthru.author", "parsely-author", "dcterms.creator")
_TITLE_META = ("og:title", "twitter:title", "dc.title", "headline")
_DESCRIPTION_META = ("og:description", "description", "twitter:description")
_TITLE_TAIL = re.compile(r"\s+(?:[|»·]|[–—-])\s+[^|»·]{2,60}$")
_FIRST_NEWSPAPER = "1605"  # pages fill in year 1 or 1 January 0001 for a date that they do not know
_NO_AUTHOR = re.compile(r"https?://|^@|\.com\b|^(?:admin|editor|staff|webmaster|none|unknown|guest)$", re.IGNORECASE)


def page_facts(tree: HtmlElement, url: str | None) -> PageFacts:
    """The facts; each None where the page does not state it."""
    meta = _meta(tree)
    articles = list(_articles(tree))
    address = _address(tree, meta, url)
    return PageFacts(
        title=_title(tree, meta, articles),
        standfirst=_first(meta, _DESCRIPTION_META),
        author=_author(meta, articles, tree),
        outlet=_outlet(meta, articles),
        published=_published(tree, meta, articles),
        url=address,
    )


def _meta(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        for attribute in ("property", "name", "itemprop"):
            name = element.get(attribute)
            if name and content:
                found.setdefault(name.strip().lower(), content)
    return found


def _articles(tree: HtmlElement) -> Iterator[dict[str, object]]:
    """The JSON-LD objects that describe an article, from every script and `@graph`."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            data = json.loads((script.text or "").strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(data, depth=0):
            kinds = item.get("@type")
            listed = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and _ARTICLES.search(kind) for kind in listed):
                yield item


def _objects(data: object, depth: int) -> Iterator[dict[str, object]]:
    if depth > 4:
        return
    if isinstance(data, list):
        for item in data:
            yield from _objects(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(data.get(key), depth + 1)


def _names(value: object) -> list[str]:
    """The names in a JSON-LD person, organisation, string, or list of these."""
    if isinstance(value, str):
        return [unescape(" ".join(value.split()))] if value.strip() else []
    if isinstance(value, dict):
        return _names(value.get("name"))
    if isinstance(value, list):
        return [name for item in value for name in _names(item)]
    return []


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((unescape(meta[name]) for name in names if name in meta), None)


def _title(tree: HtmlElement, meta: dict[str, str], articles: list[dict[str, object]]) -> str | None:
    """The headline: what JSON-LD, the page's only <h1>, or its meta tags give, without the site's name behind it."""
    for article in articles:
        if names := _names(article.get("headline")):
            return names[0]
    headings = [" ".join(h.text_content().split()) for h in tree.iter("h1")]
    headings = [h for h in headings if len(h.split()) >= 3]
    given = _first(meta, _TITLE_META) or " ".join((tree.findtext(".//title") or "").split())
    for heading in headings:
        if len(headings) == 1 or heading.casefold() in given.casefold():
            return heading
    return _TITLE_TAIL.sub("", given) or given or None


def _author(meta: dict[str, str], articles: list[dict[str, object]], tree: HtmlElement) -> str | None:
    for article in articles:
        if names := _names(article.get("author")):
            return ", ".join(dict.fromkeys(name for name in names if not _NO_AUTHOR.search(name))) or None
    named = _first(meta, _AUTHOR_META)
    if named and not _NO_AUTHOR.search(named):
        return re.sub(r"^by\s+", "", named, flags=re.IGNORECASE)
    for element in tree.xpath("//*[@rel='author' or @itemprop='author']")[:1]:
        text = re.sub(r"^by\s+", "", " ".join(element.text_content().split()), flags=re.IGNORECASE)
        if 1 <= len(text.split()) <= 8 and not _NO_AUTHOR.search(text):
            return text
    return None


def _outlet(meta: dict[str, str], articles: list[dict[str, object]]) -> str | None:
    for article in articles:
        if names := _names(article.get("publisher")):
            return names[0]
    return _first(meta, _OUTLET_META)


def _published(tree: HtmlElement, meta: dict[str, str], articles: list[dict[str, object]]) -> str | None:
    """The date of first publication, with time and zone where the page gives them."""
    stated = [date for article in articles for date in _names(article.get("datePublished"))]
    stated += [meta[name] for name in _PUBLISHED_META if name in meta]
    for element in tree.iter("time"):
        marked = " ".join(element.get(name) or "" for name in ("class", "itemprop", "pubdate")).lower()
        if element.get("datetime") and ("publi" in marked or "date" in marked or "pubdate" in element.attrib):
            stated.append(str(element.get("datetime")))
    times = {str(element.get("datetime")) for element in tree.iter("time") if element.get("datetime")}
    stated += list(times) if len(times) == 1 else []
    dates = (http_date(text) for text in stated)
    return next((date for date in dates if date and date >= _FIRST_NEWSPAPER), None)


def _address(tree: HtmlElement, meta: dict[str, str], url: str | None) -> str | None:
    """The page's own address: its canonical link, else `og:url`, else where it was fetched from."""
    links = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    for given in (*links, meta.get("og:url")):
        try:
            address = str(urljoin(url or "", (given or "").strip()))
            parts = urlsplit(address)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.hostname and (parts.path.strip("/") or parts.query or not url):
            return address
    return url
