"""Coded incidents in MUC-4's two forms: GTT's five roles, and the template of 1992 with its 24 slots.

Only what the codebook writes differently is decided here: dates as it spells them, places by country and kind, numbers,
and who is tied to what. Slots that the reading cannot fill stay empty (foreign nations and totals: not attempted).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from hearsay.analyses.frames.counts import count_of
from hearsay.evaluation.muc4.apart import evidence_of, incidents_of
from hearsay.evaluation.muc4.coded import Coded, CodedIncident
from hearsay.evaluation.muc4.coder import CoderOptions
from hearsay.evaluation.muc4.learning import CATEGORIES, STAGES
from hearsay.evaluation.muc4.matching import HALF
from hearsay.evaluation.muc4.modern import ModernTemplate, entity
from hearsay.evaluation.muc4.templates import Fill, Slot, Template
from hearsay.records.analysis import Analysis
from hearsay.records.edtf import days_of
from hearsay.records.incident import Incident
from hearsay.records.place import Place, PlacePrecision
from hearsay.records.reading import Reading
from hearsay.records.tree import Tree
from hearsay.vocabulary.countries import countries

ROLE_OF: Mapping[Slot, str] = {
    Slot.PERP_INDIVIDUAL: "PerpInd",
    Slot.PERP_ORGANISATION: "PerpOrg",
    Slot.TARGET: "Target",
    Slot.VICTIM_NAME: "Victim",
    Slot.INSTRUMENT: "Weapon",
}
"""GTT's roles; its victims are the named ones alone."""

_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
_PROVINCES = {"AR": "PROVINCE", "EC": "PROVINCE", "CL": "OFFICIAL REGION", "VE": "STATE", "US": "STATE", "MX": "STATE"}
_COUNTRIES = frozenset({"SV", "GT", "HN", "AR", "BO", "CL", "CO", "EC", "PE"})
_MONTH = 31  # days; older than two months is no news to the task, and vaguer than a month no date
_NO_TARGET = frozenset({"KIDNAPPING"})
_NO_INSTRUMENT = frozenset({"KIDNAPPING", "ARSON"})
_SHOT = frozenset("shoot shot gunfire bullet machinegun shooting gunshot gunman".split())
_NATIONS = {
    "SU": "USSR",
    "RU": "USSR",
    "DE": "WEST GERMANY",
    "GB": "UNITED KINGDOM",
    "CN": "PEOPLES REP OF CHINA",
    "CZ": "CZECHOSLOVAKIA",
}


def modern_view(incidents: Sequence[CodedIncident]) -> tuple[ModernTemplate, ...]:
    """The incidents as GTT has them."""
    return tuple(
        ModernTemplate(
            type=incident.kind.lower(),
            roles={role: tuple(entity([one.words]) for one in incident.of(slot)) for slot, role in ROLE_OF.items()},
        )
        for incident in incidents
    )


def full_view(
    message: str,
    incidents: Sequence[CodedIncident],
    analysis: Analysis,
    reading: Reading,
    options: CoderOptions | None = None,
) -> tuple[Template, ...]:
    """The incidents as templates of 1992."""
    writer = _Writer(analysis, reading, options or CoderOptions())
    return tuple(
        Template(message=message, number=str(number), fills=dict(writer.fills(incident)))
        for number, incident in enumerate(incidents, 1)
    )


class _Writer:
    """What all templates of one report are written with."""

    def __init__(self, analysis: Analysis, reading: Reading, options: CoderOptions) -> None:
        self.analysis = analysis
        self.text = analysis.document.text
        self.tree = Tree(analysis.tokens)
        self.reading = reading
        self.options = options
        self.places = {place.id: place for place in reading.places}

    def fills(self, incident: CodedIncident) -> Iterator[tuple[Slot, tuple[Fill, ...]]]:
        """The slots that are filled."""
        told = self._told(incident)
        yield Slot.DATE, _one(self._date(told))
        yield Slot.LOCATION, _one(self._location(told))
        yield Slot.TYPE, _one(incident.kind)
        stage, sure = incident.value("stage", STAGES)
        yield Slot.STAGE, _one(stage if sure >= self.options.tied else "ACCOMPLISHED")
        if incident.kind not in _NO_INSTRUMENT:
            yield from self._instruments(incident)
        yield from self._perpetrators(incident)
        if incident.kind not in _NO_TARGET:
            yield from self._targets(incident)
        yield from self._victims(incident)

    def _told(self, incident: CodedIncident) -> list[Incident]:
        """The reading's incidents of this kind, first those whose statements hold most of the fillers' mentions."""
        tokens = self.analysis.tokens
        mentions = [
            tokens[at].span for coded in incident.fillers.values() for one in coded for at in one.candidate.heads
        ]

        def held(one: Incident) -> int:
            evidence = evidence_of(one, self.reading)
            return sum(any(span.contains(mention) for span in evidence) for mention in mentions)

        same = incidents_of(incident.kind, self.reading)
        return sorted(same or self.reading.incidents, key=held, reverse=True)

    def _date(self, told: Sequence[Incident]) -> str | None:
        """The day or days of the first incident that is dated and recent; else any day up to the report's."""
        published = self.analysis.document.published
        today = date.fromisoformat(published[:10]) if published else None
        for one in told[:2]:
            days = days_of(one.time.split("T")[0]) if one.time else None
            if days and (days[1] - days[0]).days < _MONTH and (today is None or (today - days[1]).days < 2 * _MONTH):
                first, last = days
                return _day(first) if first == last else f"{_day(first)} - {_day(last)}"
        return f"- {_day(today)}" if today else None

    def _location(self, told: Sequence[Incident]) -> str | None:
        """The first city, else province, of the first incidents that lies in a country of the task; else the country.

        The messages are about nine countries; a place that shares its name with one elsewhere is not it.
        """
        main = self._main_country()
        near = [place for one in told[:2] for place in self._places(one) if place.country in (_COUNTRIES | {main})]
        home = [place for place in near if place.country == main] or near
        for precision in (PlacePrecision.CITY, PlacePrecision.ADMIN1):
            for place in home:
                if place.precision is precision:
                    return _location(place)
        country = home[0].country if home else main
        return _country(country) if country else None

    def _places(self, incident: Incident) -> list[Place]:
        return [self.places[at] for at in incident.places if at in self.places]

    def _main_country(self) -> str | None:
        """Of the countries of the task the one whose places are named most; the dateline's counts as named here."""
        named = Counter(
            place.country
            for place in self.reading.places
            if place.country in _COUNTRIES and place.precision is not PlacePrecision.SITE
            for _ in place.mentions
        )
        return named.most_common(1)[0][0] if named else None

    def _perpetrators(self, incident: CodedIncident) -> Iterator[tuple[Slot, tuple[Fill, ...]]]:
        individuals, bodies = incident.of(Slot.PERP_INDIVIDUAL), incident.of(Slot.PERP_ORGANISATION)
        category, sure = incident.value("category", CATEGORIES)
        if sure >= self.options.tied and (individuals or bodies):
            yield Slot.CATEGORY, _one(category)
        yield Slot.PERP_INDIVIDUAL, tuple(Fill(values=(_upper(one),)) for one in individuals)
        yield Slot.PERP_ORGANISATION, tuple(Fill(values=(_upper(one),)) for one in bodies)
        yield Slot.CONFIDENCE, tuple(_tied(_confidence(one), one) for one in bodies)

    def _instruments(self, incident: CodedIncident) -> Iterator[tuple[Slot, tuple[Fill, ...]]]:
        found = incident.of(Slot.INSTRUMENT)
        yield Slot.INSTRUMENT, tuple(Fill(values=(_upper(one),)) for one in found)
        kinds = tuple(_tied(one.best(Slot.INSTRUMENT_TYPE)[0], one) for one in found)
        if not kinds and any(token.lemma.lower() in _SHOT for token in self.analysis.tokens):
            kinds = (Fill(values=("GUN",), references=("-",)),)
        yield Slot.INSTRUMENT_TYPE, kinds

    def _targets(self, incident: CodedIncident) -> Iterator[tuple[Slot, tuple[Fill, ...]]]:
        found = incident.of(Slot.TARGET)
        yield Slot.TARGET, tuple(Fill(values=(_upper(one),)) for one in found)
        yield Slot.TARGET_TYPE, tuple(_tied(one.best(Slot.TARGET_TYPE)[0], one) for one in found)
        yield Slot.TARGET_NUMBER, tuple(_tied(self._number(one), one) for one in found)
        yield Slot.TARGET_EFFECT, tuple(self._effects(found, Slot.TARGET_EFFECT))

    def _victims(self, incident: CodedIncident) -> Iterator[tuple[Slot, tuple[Fill, ...]]]:
        names, others = incident.of(Slot.VICTIM_NAME), incident.of(Slot.VICTIM_DESCRIPTION)
        others = tuple(one for one in others if one.candidate.key not in {name.candidate.key for name in names})
        titles = ((self._title(one), one) for one in names)
        described = (_tied(title, one) for title, one in titles if title)
        yield Slot.VICTIM_NAME, tuple(Fill(values=(_upper(one),)) for one in names)
        yield Slot.VICTIM_DESCRIPTION, (*described, *(Fill(values=(_upper(one),)) for one in others))
        both = (*names, *others)
        yield Slot.VICTIM_TYPE, tuple(_tied(one.best(Slot.VICTIM_TYPE)[0], one) for one in both)
        numbers = [*("1" for _ in names), *(self._number(one) for one in others)]
        yield Slot.VICTIM_NUMBER, tuple(_tied(number, one) for number, one in zip(numbers, both, strict=True))
        yield Slot.VICTIM_EFFECT, tuple(self._effects(both, Slot.VICTIM_EFFECT))

    def _effects(self, found: Sequence[Coded], slot: Slot) -> Iterator[Fill]:
        for one in found:
            value, sure = one.best(slot)
            if sure >= self.options.tied:
                yield _tied(value, one)

    def _title(self, coded: Coded) -> str | None:
        """What stands before a name in its phrase: a title or an office."""
        if "name" not in coded.candidate.widths:
            return None
        name, core = coded.candidate.told("name"), coded.candidate.told("core")
        if not core.start < name.start < core.end:
            return None
        return self.text[core.start : name.start].strip().upper() or None

    def _number(self, coded: Coded) -> str:
        """How many the phrase counts; PLURAL for a plural that does not say, one for a singular."""
        tokens = self.analysis.tokens
        counts = [number for at in coded.candidate.heads if (number := count_of(self.tree, at)) is not None]
        said = [number for number in counts if number.low is not None]
        if said:
            low, high = said[0].low, said[0].high
            return f"{low}" if low == high else f"{low}-" if high is None else f"{low}-{high}"
        plural = any(tokens[at].lemma.lower() != tokens[at].text.lower() for at in coded.candidate.heads)
        return "PLURAL" if plural or counts else "1"


def _confidence(coded: Coded) -> str:
    """How the report says that a body did it: the value that is likeliest to be right or to hold the right one."""
    sure = coded.values(Slot.CONFIDENCE)
    for wide, narrow in HALF[Slot.CONFIDENCE].items():
        sure[wide] += sum(sure[one] for one in narrow) / 2
    return max(sure, key=lambda value: sure[value])


def _one(value: str | None) -> tuple[Fill, ...]:
    return (Fill(values=(value,)),) if value else ()


def _tied(value: str, to: Coded) -> Fill:
    return Fill(values=(value,), references=(_upper(to),))


def _upper(coded: Coded) -> str:
    return coded.words.upper()


def _day(day: date) -> str:
    return f"{day.day:02d} {_MONTHS[day.month - 1]} {day.year % 100:02d}"


def _country(code: str) -> str:
    return _NATIONS.get(code) or countries()[code].name.upper()


def _location(place: Place) -> str:
    country = _country(place.country or "")
    name = place.name.upper()
    if place.precision is PlacePrecision.CITY:
        return f"{country}: {name} (CITY)"
    if place.precision is PlacePrecision.ADMIN1:
        kind = _PROVINCES.get(place.country or "", "DEPARTMENT")
        return f"{country}: {name.removesuffix(' ' + kind)} ({kind})"
    return country
