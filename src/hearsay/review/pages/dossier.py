"""An incident's dossier: what is agreed, what is disputed, who claims and denies, which reports carry which story."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response

from hearsay.beliefs.policies.built import POLICIES
from hearsay.casebook import believed
from hearsay.errors import UsageError
from hearsay.exports.records import plain_fields
from hearsay.records.belief import Belief, Responsibility, Source, Variant, Voice
from hearsay.rendering import cases as told
from hearsay.rendering import phrases
from hearsay.rendering.phrases import one_line, when
from hearsay.review.drawing import drawn
from hearsay.review.index.building import POLICY
from hearsay.review.index.rows import CaseRow
from hearsay.review.routing import shows
from hearsay.review.site import Missing, Site
from hearsay.review.taking import as_csv, as_json, query, take

FOLDED = 5  # speakers of one value that are shown before the others are folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Who says something: the chain of speakers, the day, the words, and the reports that carry it besides."""

    voice: Voice
    chain: str
    when: str
    quote: str
    carriers: tuple[Voice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a field: in words, with the independent origins that give it, since when, and who says so.

    `note` says how it differs from the value held: it counts something else, a later count takes its place.
    """

    words: str
    origins: int
    since: str
    held: bool
    note: str
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldShown:
    """A field with its values; `held` is the one that the policy takes, `why` says how it came to it."""

    label: str
    held: str
    why: str
    origins: int
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A claim, an accusation or a denial, with who makes it and who doubts it. `key` is the actor's page."""

    said: Responsibility
    stance: str
    sayings: tuple[Saying, ...]
    doubts: tuple[Saying, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A story as its earliest report has it, the reports that carry it, and what is said in it."""

    first: Source
    carriers: tuple[Source, ...]
    sayings: tuple[Saying, ...]


def dossier(request: Request, site: Site) -> Response:
    """The dossier."""
    case, belief = _asked(request, site)
    fields = [field for field in told.case_fields(belief) if field.belief.variants or field.belief.value]
    title = _title(belief)
    policy = request.query_params.get("policy") or POLICY
    fields_asked = {} if policy == POLICY else {"policy": policy}
    exports = {
        "CSV": query(f"/incidents/{case.id}.csv", fields_asked),
        "JSON": query(f"/incidents/{case.id}.json", fields_asked),
    }
    stale = site.keeper.standing().done is not None
    return drawn(
        request,
        "dossier.html",
        case=case,
        belief=belief,
        title=title,
        agreed=[_field(field) for field in fields if not field.disputed],
        disputed=[_field(field) for field in fields if field.disputed],
        words=[_word(one) for one in sorted(belief.responsibilities, key=told.when_made)],
        claims=told.CLAIMS[belief.claims],
        stories=list(_stories(belief)),
        keys=_keys(site, belief),
        policies=[plugin.name for plugin in POLICIES.all()],
        policy=policy,
        stale=stale,
        folded=FOLDED,
        take=take(request, site, ", ".join(title), exports),
    )


def dossier_json(request: Request, site: Site) -> Response:
    """The dossier as JSON: the belief with all its values, voices and reports."""
    case, belief = _asked(request, site)
    return as_json(case.id, plain_fields(belief))


def dossier_csv(request: Request, site: Site) -> Response:
    """The dossier as CSV: a row for each voice of each value, claim, accusation and denial."""
    case, belief = _asked(request, site)
    return as_csv(case.id, COLUMNS, list(_rows(belief)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the dossier as a file has it."""

    field: str
    value: str
    standing: str
    origins: int
    voice: Voice


COLUMNS: Mapping[str, Callable[[Row], object]] = {
    "field": lambda row: row.field,
    "value": lambda row: row.value,
    "standing": lambda row: row.standing,
    "origins": lambda row: row.origins,
    "speakers": lambda row: told.spoken(row.voice),
    "certainty": lambda row: row.voice.certainty.value,
    "when": lambda row: row.voice.when,
    "words": lambda row: row.voice.quote,
    "story": lambda row: row.voice.story,
    "report": lambda row: row.voice.report,
    "outlet": lambda row: row.voice.outlet,
    "published": lambda row: row.voice.published,
    "statement": lambda row: row.voice.statement,
}


def _rows(belief: Belief) -> Iterator[Row]:
    for field in told.case_fields(belief):
        standing = "disputed" if field.disputed else "agreed"
        for variant in field.belief.variants:
            said = field.words(variant)
            yield from (Row(field=field.label, value=said, standing=standing, origins=variant.origins, voice=voice)
                        for voice in variant.voices)  # fmt: skip
    for one in sorted(belief.responsibilities, key=told.when_made):
        for voice in one.voices:
            yield Row(field="by", value=one.who.name, standing=one.stance.value, origins=one.origins, voice=voice)
        for voice in one.doubts:
            yield Row(field="by", value=one.who.name, standing=f"{one.stance.value}, doubted", origins=1, voice=voice)


def _asked(request: Request, site: Site) -> tuple[CaseRow, Belief]:
    return weighed(site, request.path_params["case"], request.query_params.get("policy", ""))


def weighed(site: Site, identity: str, policy: str) -> tuple[CaseRow, Belief]:
    """A case, weighed now: what persons said a moment ago counts already.

    Raises:
        Missing: there is no such case.
        UsageError: there is no such policy.
    """
    cases = site.cases()
    case = cases.case(identity)
    if case is None:
        raise Missing("there is no such incident in this book")
    names = [plugin.name for plugin in POLICIES.all()]
    if policy and policy not in names:
        raise UsageError(f"there is no policy {one_line(policy)!r}; there are: {', '.join(names)}")
    linking = cases.linking(case)
    with site.store.view() as view:
        if site.keeper.standing().done is not None:
            (whole,) = linking.cases
            known = frozenset(view.report_ids())
            left = tuple(member for member in whole.members if member.report in known)
            linking = replace(linking, cases=(replace(whole, members=left),))
        if not linking.cases[0].members:
            raise Missing("the reports of this incident have been taken out of the book")
        return case, believed(view, linking, policy or POLICY)


def _title(belief: Belief) -> tuple[str, str, str]:
    """Kind, time and place, each as held, or all that are given."""
    by_label = {field.label: field for field in told.case_fields(belief)}
    missing = {"kind": "Incident", "time": when(None), "place": "place not said"}
    kind, time, place = (told.said_words(by_label[label]) or words for label, words in missing.items())
    return kind, time, place


def _field(field: told.CaseField) -> FieldShown:
    belief = field.belief
    notes = {one.variant: told.DIFFERS.get(one.kind, "") for one in belief.dissent if one.variant}
    values = [_value(field, variant, notes.get(variant, "")) for variant in belief.variants]
    held = field.words(belief.value) if belief.value else ""
    return FieldShown(
        label=field.label, held=held, why=one_line(belief.why), origins=belief.origins, values=tuple(values)
    )


def _value(field: told.CaseField, variant: Variant, note: str) -> Value:
    held = field.belief.value
    return Value(
        words=field.words(variant),
        origins=variant.origins,
        since=when(variant.earliest) if variant.earliest else "",
        held=held is not None and held.text == variant.text,
        note=note,
        sayings=_sayings(variant.voices),
    )


def _sayings(voices: Sequence[Voice]) -> tuple[Saying, ...]:
    return tuple(
        Saying(
            voice=group[0],
            chain=told.spoken(group[0]),
            when=when(group[0].when) if group[0].when else "",
            quote=one_line(group[0].quote),
            carriers=tuple({one.report: one for one in group if one.report != group[0].report}.values()),
        )
        for group in told.tellings(voices)
    )


def _word(one: Responsibility) -> Word:
    return Word(
        said=one,
        stance=phrases.stance(one.stance, one.who.name),
        sayings=_sayings(one.voices),
        doubts=_sayings(one.doubts),
    )


def _stories(belief: Belief) -> Iterator[Story]:
    """Each story by its earliest report, what is said in it once, the first by date first."""
    stories: dict[str, list[Source]] = {}
    for source in sorted(belief.sources, key=lambda one: (one.published or "~", one.report)):
        stories.setdefault(source.story, []).append(source)
    for story, (first, *others) in stories.items():
        said = [saying for saying in _sayings(belief.voices) if saying.voice.story == story]
        yield Story(first=first, carriers=tuple(others), sayings=tuple(said))


def _keys(site: Site, belief: Belief) -> dict[str, str]:
    """For the actors of the case that have a page: its key, by the id that weighing uses."""
    cases, keys = site.cases(), {}
    for one in belief.responsibilities:
        report, _, record = one.who.id.partition(" ")
        key = cases.keys_of(report).get(record, "") if record else one.who.id
        if key and cases.actor(key):
            keys[one.who.id] = key
    return keys


def published(source: Source) -> str:
    """The day of a report in words; empty when it has none."""
    try:
        return when(datetime.fromisoformat(source.published).date().isoformat()) if source.published else ""
    except ValueError:
        return when(source.published)


ROUTES = (
    shows("/incidents/{case}.json", dossier_json, name="dossier_json"),
    shows("/incidents/{case}.csv", dossier_csv, name="dossier_csv"),
    shows("/incidents/{case}", dossier, name="dossier"),
)
