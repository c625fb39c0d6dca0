"""What a book holds, as lines for people: a head that says what it is, and under it who says so and where."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

from rich.padding import Padding
from rich.text import Text

from hearsay.records.incident import Stance
from hearsay.records.relation import RelationStatus
from hearsay.rendering import phrases
from hearsay.rendering.lists import case_doers, case_place, case_tolls, chain, places, report_name, who
from hearsay.rendering.phrases import one_line, when
from hearsay.store.entries import (
    ActorEntry,
    CaseEntry,
    ClaimEntry,
    FailureEntry,
    IncidentEntry,
    RelationEntry,
    ReportEntry,
    StatementEntry,
)

ID_SHOWN = 8  # hexadecimal digits of an id; the beginning of an id is enough to show a thing


def lines(entry: object) -> Iterator[Text | Padding]:
    """The entry for a terminal, its head first."""
    head, details = described(entry)
    key = entry.case.id if isinstance(entry, CaseEntry) else getattr(entry, "id", getattr(entry, "incident", None))
    shown = Text(one_line(head), style="bold")
    if key:
        shown.append(f"  {_short(key)}", style="not bold dim")
    yield shown
    for detail in details:
        if detail:
            yield Padding(Text(one_line(detail)), (0, 0, 0, 4), expand=False)


def _short(key: str) -> str:
    kind, dash, digits = key.rpartition("-")
    return f"{kind}{dash}{digits[:ID_SHOWN]}"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


@singledispatch
def described(entry: object) -> tuple[str, list[str]]:
    """What an entry is, and the lines under it."""
    raise TypeError(f"no lines for a {type(entry).__name__}")


@described.register
def _(entry: ReportEntry) -> tuple[str, list[str]]:
    origin = [entry.agency or "", entry.outlet or "", f"published {when(entry.published)}" if entry.published else ""]
    counts = f"{_count(entry.incidents, 'incident')}, {_count(entry.statements, 'statement')}"
    return report_name(entry), [" · ".join(filter(None, [*origin, counts])), entry.url or ""]


@described.register
def _(entry: IncidentEntry) -> tuple[str, list[str]]:
    head = " · ".join([entry.kind.capitalize(), when(entry.time), places(entry) or "place not said"])
    tolls = [
        f"{toll.effect.replace('_', ' ')}: {toll.as_reported} ({'; '.join(map(chain, toll.voices))})"
        for toll in entry.tolls
    ]
    return head, [*tolls, *map(who, entry.perpetrators), f"in: {report_name(entry.report)}"]


@described.register
def _(entry: CaseEntry) -> tuple[str, list[str]]:
    kind = (entry.kind or "kind not agreed").capitalize()
    head = " · ".join([kind, when(entry.time), case_place(entry) or "place not said"])
    counts = (_count(entry.reports, "report"), _stories(entry.stories), _count(entry.origins, "origin"))
    return head, [*case_tolls(entry), *case_doers(entry), f"{', '.join(counts)}; first: {entry.headline or 'untitled'}"]


def _stories(number: int) -> str:
    return "1 story" if number == 1 else f"{number} stories"


@described.register
def _(entry: ClaimEntry) -> tuple[str, list[str]]:
    verb = "denies" if entry.claimant.stance is Stance.DENIED else "claims"
    where = f", {places(entry)}" if entry.places else ""
    head = f"{entry.claimant.name} {verb} the {entry.kind}, {when(entry.time)}{where}"
    words = " … ".join(quote.text for quote in entry.evidence)
    return head, [chain(entry.claimant.voice), words, f"in: {report_name(entry.report)}"]


@described.register
def _(entry: StatementEntry) -> tuple[str, list[str]]:
    speakers = " › ".join(speaker.name for speaker in entry.speakers) or "not said by whom"
    traits = [phrases.FORMS[entry.form], "" if entry.polarity == "positive" else "denied"]
    traits.append("" if entry.certainty == "certain" else entry.certainty)
    words = " … ".join(quote.text for quote in entry.evidence)
    return speakers, [words, " · ".join(filter(None, traits)), f"in: {report_name(entry.report)}"]


@described.register
def _(entry: ActorEntry) -> tuple[str, list[str]]:
    kind = ", ".join(filter(None, [entry.kind, entry.country]))
    also = "; ".join(name for name in entry.names if name != entry.name)
    return f"{entry.name} ({kind})", [f"also: {also}" if also else "", f"in: {report_name(entry.report)}"]


@described.register
def _(entry: RelationEntry) -> tuple[str, list[str]]:
    former = "formerly" if entry.status is RelationStatus.FORMER else ""
    traits = ", ".join(filter(None, [former, entry.qualifier, when(entry.time) if entry.time else ""]))
    head = f"{entry.subject} {phrases.RELATIONS[entry.kind]} {entry.object}{f' ({traits})' if traits else ''}"
    return head, [*map(chain, entry.voices), f"in: {report_name(entry.report)}"]


@described.register
def _(entry: FailureEntry) -> tuple[str, list[str]]:
    return entry.failure.source, [entry.failure.message, f"last tried {entry.at}"]
