"""What a book says of an actor's names and ties, in the order of time: by section, a line a tie, and who says so.

A tie that says when it held stands at that time. One that does not stands at the day on which it was told, and says
so: a report of 2016 that calls somebody the leader of a group does not say since when.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rich.padding import Padding
from rich.text import Text

from hearsay.records.relation import RelationKind, RelationStatus
from hearsay.rendering import phrases
from hearsay.rendering.lists import chain, report_name
from hearsay.rendering.phrases import one_line, when
from hearsay.store.entries import ActorEntry, RelationEntry
from hearsay.vocabulary.actors.registry import Registry
from hearsay.vocabulary.nouns import actor_noun, person_role

SECTIONS: Mapping[str, frozenset[RelationKind]] = {
    "other names": frozenset({RelationKind.ALIAS_OF}),
    "parents and factions": frozenset({
        RelationKind.FACTION_OF, RelationKind.SPLIT_FROM, RelationKind.MERGED_INTO, RelationKind.AFFILIATED_WITH,
    }),
    "allies and backers": frozenset({
        RelationKind.ALLIED_WITH, RelationKind.ALLY_OF, RelationKind.COOPERATED_WITH, RelationKind.FUNDED,
        RelationKind.ARMED, RelationKind.TRAINED, RelationKind.SEEKS_LINK_WITH,
    }),
    "rivals and enemies": frozenset({RelationKind.RIVAL_OF, RelationKind.HOSTILE_TO}),
    "leaders, members and offices": frozenset({
        RelationKind.LED_BY, RelationKind.FOUNDED, RelationKind.SPOKESPERSON_OF, RelationKind.HELD_OFFICE,
        RelationKind.MEMBER_OF, RelationKind.KIN_OF,
    }),
    "bases and origins": frozenset({RelationKind.BASED_IN, RelationKind.PRESENT_IN, RelationKind.ETHNICITY}),
}  # fmt: skip
"""Every kind of relation is in one section."""

UNDATED = "9999"
SHOWN = 6  # sources of one tie on a terminal


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """One tie as said in one report or in several, in the same words of ours: `entries` in the order of the reports."""

    section: str
    entries: tuple[RelationEntry, ...]

    @property
    def time(self) -> str | None:
        """When it held, EDTF; None when nobody says."""
        return self.entries[0].time

    @property
    def told(self) -> str | None:
        """The earliest publication of a report that says it, ISO 8601."""
        return min((entry.report.published for entry in self.entries if entry.report.published), default=None)

    @property
    def date(self) -> str:
        """The time line's word for when: "May 2015", "told 26 October 2016", "undated"."""
        if self.time is not None:
            return when(self.time)
        return f"told {when(self.told[:10])}" if self.told else "undated"

    @property
    def words(self) -> str:
        """The tie as a sentence: "A was led by B (formally)"."""
        entry = self.entries[0]
        verb = phrases.RELATIONS[entry.kind]
        if entry.status is RelationStatus.FORMER:
            verb = re.sub("^is ", "was ", re.sub("^holds ", "held ", verb))
        traits = [entry.qualifier or "", "sought" if entry.status is RelationStatus.SOUGHT else ""]
        limits = ", ".join(filter(None, traits))
        return f"{entry.subject} {verb} {entry.object}{f' ({limits})' if limits else ''}"

    @property
    def sources(self) -> tuple[str, ...]:
        """A line for each who says so, with how firmly and in which report."""
        return tuple(
            f"{chain(voice)}{'' if voice.certainty == 'certain' else f' ({voice.certainty})'}, in: {_carrier(entry)}"
            for entry in self.entries
            for voice in entry.voices
        )


def _carrier(entry: RelationEntry) -> str:
    """The report, whose it is, and its day, which tell two carriers of one headline apart."""
    report = entry.report
    day = when(report.published[:10]) if report.published else None
    return ", ".join(filter(None, (report_name(report), report.outlet, day)))


def ties(relations: Iterable[RelationEntry]) -> tuple[Tie, ...]:
    """The ties by section, each section in the order of time, undated ones last."""
    grouped: dict[tuple[object, ...], list[RelationEntry]] = {}
    for entry in relations:
        same = (entry.kind, entry.subject, entry.object, entry.status, entry.time, entry.qualifier)
        grouped.setdefault(same, []).append(entry)
    found = [Tie(section=_section(entries[0].kind), entries=tuple(entries)) for entries in grouped.values()]
    order = list(SECTIONS)
    return tuple(sorted(found, key=lambda tie: (order.index(tie.section), _day(tie), tie.words)))


def _section(kind: RelationKind) -> str:
    return next(name for name, kinds in SECTIONS.items() if kind in kinds)


def _day(tie: Tie) -> str:
    value = tie.time or tie.told or UNDATED
    start, _, end = value.partition("/")
    first = start if start not in ("", "..") else end
    return first if re.match(r"\d{4}", first) else UNDATED  # a duration, such as P2Y, has no place in time


def kinds(entries: Iterable[ActorEntry]) -> Iterator[str]:
    """What the reports take the actor for: "armed group, NG (4 reports)"."""
    told = Counter(", ".join(filter(None, [entry.kind, entry.country])) for entry in entries)
    for kind, count in told.most_common():
        yield f"{kind} ({_reports(count)})"


def listed(entries: Iterable[ActorEntry], registry: Registry) -> Iterator[str]:
    """Why names are taken for this actor: the row of the registry that has them, and where that can be checked."""
    for row in sorted({entry.registry_id for entry in entries if entry.registry_id}):
        known = registry.get(row)
        source = "; ".join(known.source) if known is not None and known.source else ""
        yield f"by the registry: {row}" + (f" ({source})" if source else "" if known else " (of your own file)")


def names(entries: Iterable[ActorEntry]) -> Mapping[str, list[str]]:
    """A line for each wording, with how many reports use it: names, and what the actor is only described as."""
    said = Counter(one_line(name) for entry in entries for name in dict.fromkeys(entry.names))
    found: dict[str, list[str]] = {}
    for name, count in sorted(said.items(), key=lambda item: (not _is_name(item[0]), -item[1], item[0])):
        found.setdefault("names" if _is_name(name) else "described as", []).append(f"“{name}”: {_reports(count)}")
    return found


def _is_name(words: str) -> bool:
    """False for "the rebels", and for "Northern Tide fighters": in small letters it says what they are."""
    first, _, rest = words.partition(" ")
    if first.lower() in {"the", "a", "an"} or not words[:1].isupper():
        return False
    return not any(word.islower() and (actor_noun(word) or person_role(word)) for word in rest.split())


def _reports(count: int) -> str:
    return f"{count} {'report' if count == 1 else 'reports'}"


def lines(found: Iterable[Tie]) -> Iterator[Text | Padding]:
    """The time line for a terminal, with a title before each section."""
    section = ""
    for tie in found:
        if tie.section != section:
            section = tie.section
            yield Text(f"\n{section.upper()}", style="bold blue")
        yield Text(f"{tie.date} · ", style="dim").append(one_line(tie.words), style="bold not dim")
        for source in _shortened(Counter(tie.sources)):
            yield Padding(Text(one_line(source)), (0, 0, 0, 4), expand=False)


def _shortened(sources: Mapping[str, int]) -> Iterator[str]:
    """The sources, those in the same words once, and no more than a screen can hold."""
    for source, count in list(sources.items())[:SHOWN]:
        yield source if count == 1 else f"{source} (said so {count} times)"
    if len(sources) > SHOWN:
        yield f"and {len(sources) - SHOWN} more, see --format json"


def plain(tie: Tie) -> dict[str, object]:
    """The tie for a program: its section, times, words, and the relations and speakers it comes from."""
    return {
        "section": tie.section,
        "time": tie.time,
        "told": tie.told,
        "text": tie.words,
        "relations": [entry.id for entry in tie.entries],
        "sources": list(tie.sources),
    }
