"""What the codebooks share: the parts of a case that they code, taken from a belief once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hearsay.records.actor import ActorKind
from hearsay.records.belief import Belief, ClaimStatus, FieldBelief, Responsibility, Source, Voice, Where
from hearsay.records.edtf import days_of
from hearsay.records.incident import CountEffect, Part, Stance
from hearsay.records.place import PlacePrecision
from hearsay.vocabulary.codebooks.codes import CountryCodes, country_codes
from hearsay.vocabulary.countries import countries
from hearsay.vocabulary.described import is_description

ASSERTED = frozenset({Stance.CLAIMED, Stance.REPORTED})
"""Stances under which a codebook names an actor without doubt; all others are somebody else's word."""

_ORDER = (Stance.CLAIMED, Stance.REPORTED, Stance.ACCUSED, Stance.SUSPECTED, Stance.CREDITED)
_CIVILIAN_TARGETS = frozenset(
    {
        "business", "civilians", "educational", "food or water supply", "infrastructure", "media", "medical", "NGO",
        "religious", "telecommunication", "tourists", "transport", "aviation", "utilities", "political figure",
        "political party", "diplomatic", "international organisation", "maritime",
    }
)  # fmt: skip
_STATE_TARGETS = frozenset({"military", "police", "government"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Doer:
    """An actor that is said to have done it, with every word on it; `word` is the one that counts most."""

    name: str
    kind: ActorKind | None
    country: str | None
    word: Responsibility
    denied: Responsibility | None
    claimed: Responsibility | None

    @property
    def asserted(self) -> bool:
        """True when it may be named without doubt: it says so itself, or the reports do in their own voice."""
        return self.word.stance in ASSERTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days that the time may mean."""

    first: date
    last: date
    text: str

    @property
    def spread(self) -> int:
        """How many days that is."""
        return (self.last - self.first).days + 1

    @property
    def middle(self) -> date:
        """The day halfway."""
        return date.fromordinal((self.first.toordinal() + self.last.toordinal()) // 2)


def days(belief: Belief) -> Days | None:
    """The days of the case, None when no year is known."""
    time = belief.field("time")
    found = days_of(time.value.text) if time and time.value else None
    return Days(first=found[0], last=found[1], text=time.value.text) if found and time and time.value else None


def spot(belief: Belief) -> Where | None:
    """The place of the case as the reports name it, be it a building."""
    place = belief.field("place")
    return place.value.where if place and place.value else None


def where(belief: Belief) -> Where | None:
    """The place that the codebooks code: of a site the town that it lies in, when that is known."""
    place = spot(belief)
    return place.town if place and place.town else place


def codes(belief: Belief) -> CountryCodes | None:
    """The country of the case in the codebooks, as it was on the case's first day."""
    place, when = where(belief), days(belief)
    return country_codes(place.country, when.first if when else None) if place else None


def text_of(belief: Belief, field: str) -> str | None:
    """The words of a field's value."""
    found = belief.field(field)
    return found.value.text if found and found.value else None


def kind_of(belief: Belief, field: str) -> str | None:
    """The vocabulary's kind of a field's value: of a target, a weapon."""
    found = belief.field(field)
    return found.value.kind if found and found.value else None


def number(belief: Belief, effect: CountEffect) -> int | None:
    """The figure held for an effect."""
    count = belief.count(effect)
    return count.value.number if count and count.value else None


def voices(field: FieldBelief | None) -> tuple[Voice, ...]:
    """The voices behind a field's value."""
    return field.value.voices if field and field.value else ()


def doers(belief: Belief) -> list[Doer]:
    """Who is said to have done it: claimants first, then by stance and origins.

    Who only denies it is none. Nor are those who are described but not named ("gunmen"), nor persons: the codebooks
    have columns for groups, and a name behind an accusation is not to be found in them.
    """
    words: dict[str, list[Responsibility]] = {}
    for one in belief.responsibilities:
        if one.part is Part.PERPETRATOR and one.who.kind is not ActorKind.PERSON and not is_description(one.who.name):
            words.setdefault(one.who.id, []).append(one)
    found = [doer for said in words.values() if (doer := _doer(said)) is not None]
    return sorted(found, key=lambda doer: (_ORDER.index(doer.word.stance), -doer.word.origins, doer.name))


def _doer(said: Sequence[Responsibility]) -> Doer | None:
    by_stance = {one.stance: one for one in said}
    word = next((by_stance[stance] for stance in _ORDER if stance in by_stance), None)
    if word is None:
        return None
    return Doer(
        name=word.who.name,
        kind=word.who.kind,
        country=word.who.country,
        word=word,
        denied=by_stance.get(Stance.DENIED),
        claimed=by_stance.get(Stance.CLAIMED),
    )


def undisputed(belief: Belief) -> list[Doer]:
    """The actors that a codebook without a mark of doubt may name: asserted, denied by none, and without a rival claim.

    A rival counts even where it is none that the codebooks have columns for, such as a person.
    """
    if belief.claims is ClaimStatus.COMPETING:
        return []
    return [doer for doer in doers(belief) if doer.asserted and doer.denied is None]


def hits_civilians(belief: Belief) -> bool | None:
    """Whether the target is civilian; None when its kind is unknown."""
    kind = kind_of(belief, "target")
    return None if kind is None else kind in _CIVILIAN_TARGETS


def hits_state(belief: Belief) -> bool:
    """Whether the target is the state or its forces."""
    return kind_of(belief, "target") in _STATE_TARGETS


def hits_armed(belief: Belief) -> bool:
    """Whether the target is an armed group."""
    return kind_of(belief, "target") == "armed group"


def in_town(place: Where | None) -> bool:
    """Whether the place is a town, or a spot in one."""
    return place is not None and place.precision in (PlacePrecision.CITY, PlacePrecision.SITE)


def has_point(place: Where | None) -> bool:
    """Whether coordinates are known."""
    return place is not None and place.latitude is not None and place.longitude is not None


def alpha3(alpha2: str | None) -> str | None:
    """ISO 3166-1 alpha-3."""
    known = countries().get(alpha2) if alpha2 else None
    return known.alpha3 if known else None


def country_name(alpha2: str | None) -> str | None:
    """The country's usual name."""
    known = countries().get(alpha2) if alpha2 else None
    return known.name if known else None


def citation(source: Source) -> str:
    """A report as GTD cites it: the title in quotation marks, the outlet, the date."""
    parts = [f"“{source.headline}”" if source.headline else "", teller(source), source.published or ""]
    return ", ".join(part for part in parts if part)


def teller(source: Source) -> str:
    """Who tells the report: outlet and agency."""
    if source.outlet and source.agency and source.outlet != source.agency:
        return f"{source.outlet} ({source.agency})"
    return source.outlet or source.agency or source.url or source.report


def stories(belief: Belief) -> list[Source]:
    """The earliest report of each story, by date."""
    first: dict[str, Source] = {}
    for source in belief.sources:
        first.setdefault(source.story, source)
    return list(first.values())
