"""What a person may give in place of a value, and the record that is made of it. A mistake is told with the way out."""

from __future__ import annotations

import re
from dataclasses import replace

from hearsay.errors import UsageError
from hearsay.records.actor import ActorKind
from hearsay.records.edtf import days_of
from hearsay.records.ids import content_id
from hearsay.records.incident import CountEffect, Incident, Stance, Target, Toll
from hearsay.records.items import toll_key
from hearsay.records.place import Place, PlacePrecision
from hearsay.records.reading import Reading
from hearsay.records.relation import RelationKind
from hearsay.records.review import Review, Subject, Verdict
from hearsay.records.statement import Anonymity, Certainty, Polarity, Speaker, Statement
from hearsay.vocabulary.folding import fold
from hearsay.vocabulary.gazetteer.gazetteer import shipped_gazetteer
from hearsay.vocabulary.kinds import kinds

_FIGURE = re.compile(r"(\d{1,9})(?:\s*(?:-|–|to)\s*(\d{1,9})|\s*(\+))?")
_PLACE = re.compile(r"(?P<name>.+?)\s*,\s*(?P<country>[A-Z]{2})")
EFFECTS = {effect.value: effect for effect in CountEffect}


def check(review: Review) -> None:
    """That a correction can be followed.

    Raises:
        UsageError: it says nothing new, or its value is none for what it corrects.
    """
    if review.verdict is not Verdict.CORRECT:
        return
    if not (review.value or "").strip() and not review.spans:
        raise UsageError("a correction needs a value or words of the report; or reject it instead")
    if review.value is None:
        if review.item.subject in (Subject.STATEMENT, Subject.NAME):
            return
        raise UsageError(f"correct {review.item.field} to what? give the value")
    _CHECKS[review.item.subject](review)


def _check_field(review: Review) -> None:
    field, value = review.item.field, review.value or ""
    if field in EFFECTS:
        figure(value)
    elif field == "time" and days_of(value) is None:
        raise UsageError(f"{value!r} is no date; write it as 2031-05-06, 2031-05 or 2031-05-06/2031-05-08")
    elif field == "kind" and value not in kinds():
        raise UsageError(f"{value!r} is no kind of incident; there are: {', '.join(kinds())}")


def _check_whole(review: Review) -> None:
    raise UsageError("an incident as a whole is accepted or rejected; correct its fields one by one")


def _check_stance(review: Review) -> None:
    _one_of(review.value, [stance.value for stance in Stance], "stance")


def _check_relation(review: Review) -> None:
    _one_of(review.value, [kind.value for kind in RelationKind], "kind of relation")


def _check_name(review: Review) -> None:
    _one_of(review.value, [*(kind.value for kind in ActorKind), "place"], "kind of name")


def _check_statement(review: Review) -> None:
    parts = review.parts
    if set(parts) - {"certainty", "polarity", "speaker"} or not parts:
        raise UsageError(
            f"{review.value!r} is no correction of a statement; write certainty=..., polarity=... or speaker=..."
        )
    _one_of(parts.get("certainty", "certain"), [one.value for one in Certainty], "certainty")
    _one_of(parts.get("polarity", "positive"), [one.value for one in Polarity], "polarity")


_CHECKS = {
    Subject.FIELD: _check_field,
    Subject.INCIDENT: _check_whole,
    Subject.PERPETRATOR: _check_stance,
    Subject.RELATION: _check_relation,
    Subject.NAME: _check_name,
    Subject.STATEMENT: _check_statement,
}


def _one_of(value: str | None, offered: list[str], what: str) -> None:
    if value not in offered:
        raise UsageError(f"{value!r} is no {what}; there are: {', '.join(offered)}")


def figure(value: str) -> tuple[int, int | None]:
    """A figure's bounds: "13", "13-15", or "13+" for 13 or more.

    Raises:
        UsageError: it is none.
    """
    found = _FIGURE.fullmatch(value.strip())
    if found is None:
        raise UsageError(f"{value!r} is no figure; write it as 13, 13-15, or 13+ for 13 or more")
    low = int(found[1])
    if found[3]:
        return low, None
    high = int(found[2]) if found[2] else low
    if high < low:
        raise UsageError(f"{value!r} ends below its beginning; write the smaller figure first")
    return low, high


def with_field(reading: Reading, incident: Incident, review: Review) -> tuple[Incident, tuple[Place, ...]]:
    """The incident with a field as the decision has it, and places that it needs and the reading has not."""
    value = review.value if review.verdict is Verdict.CORRECT else None
    field = review.item.field
    if field in EFFECTS:
        return _with_figure(incident, EFFECTS[field], review.item.key, value), ()
    if field == "kind":
        return (replace(incident, kind=value) if value else incident), ()
    if field == "time":
        return replace(incident, time=value), ()
    if field == "weapon":
        return replace(incident, weapon=value), ()
    if field == "target":
        return replace(incident, target=None if value is None else Target(what=value, kind=None, actor=None)), ()
    if value is None:
        return replace(incident, places=()), ()
    place = _place(reading, value)
    new = () if any(one.id == place.id for one in reading.places) else (place,)
    return replace(incident, places=(place.id,)), new


def _with_figure(incident: Incident, effect: CountEffect, key: str, value: str | None) -> Incident:
    meant = [known is effect and toll_key(effect, toll) == key for known, toll in incident.tolls]
    said = next((toll.statements for is_it, (_, toll) in zip(meant, incident.tolls, strict=True) if is_it), None)
    made: list[tuple[CountEffect, Toll]] = []
    if value is not None:
        low, high = figure(value)
        toll = Toll(low=low, high=high, as_reported=value.strip(), statements=said or incident.statements)
        made.append((effect, toll))
    tolls: list[tuple[CountEffect, Toll]] = []
    for is_it, entry in zip(meant, incident.tolls, strict=True):
        tolls += made if is_it else [entry]
    return replace(incident, tolls=tuple(tolls if any(meant) else [*tolls, *made]))


def _place(reading: Reading, value: str) -> Place:
    """A place of the report by its name; else "Town, CC" from the shipped gazetteer; else a name without a point."""
    known = next((place for place in reading.places if fold(place.name) == fold(value)), None)
    if known is not None:
        return known
    named = _PLACE.fullmatch(value.strip())
    name, country = (named["name"], named["country"]) if named else (value.strip(), None)
    found = [
        one for one in shipped_gazetteer().named(fold(name)) if one.is_populated and country in (None, one.country)
    ]
    one = found[0] if len(found) == 1 else None  # of several towns of one name none is chosen: no point is invented
    return Place(
        id=content_id("place", reading.document.id, "review", value),
        name=name,
        country=(one.country or None) if one else country,
        admin1=None,
        latitude=one.latitude if one else None,
        longitude=one.longitude if one else None,
        geonames_id=one.id if one else None,
        precision=PlacePrecision.CITY if one else PlacePrecision.REGION,
        mentions=(),
        reasons=("given by a person",),
    )


def with_parts(statement: Statement, review: Review) -> Statement:
    """The statement with its words, firmness or innermost speaker as the decision has them."""
    parts = review.parts
    speakers = statement.speakers
    if "speaker" in parts and speakers:
        last = replace(speakers[-1], name=parts["speaker"], actor=None)
        speakers = (*speakers[:-1], last)
    elif "speaker" in parts:
        speakers = (Speaker(actor=None, name=parts["speaker"], anonymity=Anonymity.NAMED),)
    return replace(
        statement,
        evidence=review.spans or statement.evidence,
        certainty=Certainty(parts.get("certainty", statement.certainty.value)),
        polarity=Polarity(parts.get("polarity", statement.polarity.value)),
        speakers=speakers,
    )
