"""Which country an incident lies in whose own words name no place: the one that the report is about at that point."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from hearsay.records.analysis import Analysis
from hearsay.records.frame import Frame
from hearsay.records.ids import content_id
from hearsay.records.place import Place, PlacePrecision
from hearsay.records.span import Span
from hearsay.vocabulary.countries import countries

_WIDE = (PlacePrecision.COUNTRY, PlacePrecision.ADMIN1, PlacePrecision.REGION)
_NATIONS = frozenset({"u.s.", "us", "u.k.", "uk", "u.n.", "un"})
_PASSAGE = 500  # characters before an incident in which the last place told is still the setting
_MOST = 0.5  # share of a report's place mentions that makes a country the one it is about


class Setting:
    """Finds the settings of one analysis. `countries` are those that it names by their towns alone."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._places: Mapping[str, Place] = {place.id: place for place in analysis.places}
        self.countries: dict[str, Place] = {}

    def of(self, frames: Sequence[Frame]) -> tuple[str, ...]:
        """Where the report is at that point, when the incident's own words name no place: the country (or, where it
        is not named, the widest area) that the report is about, or, where it is about several, that of the place told
        of last before it in its passage. Never a point."""
        start = frames[0].trigger.start if frames else 0
        mentions = [
            (span.start, place)
            for place in self._places.values()
            for span in place.mentions
            if not self._says_whose(span)
        ]
        told = sorted(mentions, key=lambda mention: mention[0])
        before = [p for at, p in told if start - _PASSAGE < at < start and p.country]
        country = self._main_country([p for _, p in told]) or (before[-1].country if before else None)
        wide = [p for _, p in told if p.country == country and country and p.precision in _WIDE]
        if wide:
            return (min(wide, key=lambda p: _WIDE.index(p.precision)).id,)
        return (self._country(country).id,) if country is not None and country in countries() else ()

    def _says_whose(self, span: Span) -> bool:
        """True for "U.S." of "U.S. officials": no report is set there for it."""
        after = self._analysis.document.text[span.end : span.end + 2]
        return span.of(self._analysis.document.text).lower() in _NATIONS and after[:1] == " " and after[1:].islower()

    def _country(self, code: str) -> Place:
        """A country that the report names by its towns alone: a place without words of its own."""
        known = countries()[code]
        made = Place(
            id=content_id("place", self._analysis.document.id, code),
            name=known.name,
            country=code,
            admin1=None,
            latitude=None,
            longitude=None,
            geonames_id=known.geonames_id,
            precision=PlacePrecision.COUNTRY,
            mentions=(),
            reasons=("the country of the places that the report names",),
        )
        return self.countries.setdefault(code, made)

    def _main_country(self, told: Sequence[Place]) -> str | None:
        countries = Counter(p.country for p in told if p.country)
        if not countries:
            return None
        country, times = countries.most_common(1)[0]
        return country if times >= _MOST * countries.total() else None
