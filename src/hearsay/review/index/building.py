"""Makes an index: everything in a view linked and weighed once, written to a file that takes its name when whole."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from hearsay.beliefs.policies.built import POLICIES
from hearsay.beliefs.weigh import weigh
from hearsay.casebook import linked, maker, reviewed
from hearsay.links.actors import figures_of
from hearsay.records.actor import Actor, ActorKind
from hearsay.records.belief import Belief
from hearsay.records.ids import content_id
from hearsay.records.link import Ref
from hearsay.records.reading import Reading
from hearsay.records.relation import Relation
from hearsay.review.index.summing import summed
from hearsay.review.index.tables import SCHEMA, VERSION
from hearsay.store.base import View
from hearsay.views import ARROW, ReadingView, StatementView
from hearsay.views import view as followed
from hearsay.vocabulary.folding import fold

POLICY = "as-reported"
"""The policy of the index: it picks no value where reports differ, so that the table shows the range."""

SHELF = 512  # readings kept at hand while cases are weighed
LINKED = 0.6  # the share of the work that is done when all is linked

Progress = Callable[[float], None]


def build(view: View, path: Path, *, beside: Path | None = None, progress: Progress = lambda _: None) -> None:
    """Writes the index of what the view shows to `path`; it may be read by whoever may read the file `beside`."""
    passing = path.with_name(f"{path.name}.{os.getpid()}.part")
    passing.unlink(missing_ok=True)
    connection = sqlite3.connect(passing, isolation_level=None)
    try:
        if beside is not None:
            shutil.copymode(beside, passing)
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + SCHEMA)
        connection.execute("BEGIN")
        _Building(connection, view, progress).run()
        meta = {"version": VERSION, "stamp": current_stamp(view)}
        connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
        connection.execute("COMMIT")
        connection.execute("ANALYZE")
        connection.close()
        os.replace(passing, path)
    finally:
        connection.close()
        passing.unlink(missing_ok=True)


def current_stamp(view: View) -> str:
    """What an index of the view has to be stamped with: a hash of what it shows, and of what links and weighs it."""
    return f"{view.stamp()}-{maker()}"


class _Building:
    """One run: a shelf of readings to weigh from, which takes notes of what is read."""

    def __init__(self, connection: sqlite3.Connection, view: View, progress: Progress) -> None:
        self._connection = connection
        self._view = view
        self._progress = progress
        self._positions = {report: at for at, report in enumerate(view.report_ids())}
        self._actors = _Actors()
        self._shelf = reviewed(view)
        self._kept: dict[str, Reading] = {}
        self._noted: set[str] = set()
        self._acting: list[tuple[int, str, str, int]] = []

    def run(self) -> None:
        linking = linked(self._view)
        self._progress(LINKED)
        stories = ((at, report, linking.stories.get(report, report)) for report, at in self._positions.items())
        self._connection.executemany("INSERT INTO reports VALUES (?, ?, ?)", stories)
        beliefs = weigh(linking, self, POLICIES.named(POLICY), self._view.corrections())
        for number, belief in enumerate(beliefs):
            self._case(number, belief)
        for report in sorted(self._positions.keys() - self._noted):
            self.reading(report)
        self._actors.settle(linking.actors)
        self._actors.write(self._connection)
        self._tie_up()

    def reading(self, report: str) -> Reading:
        """A reading, for the weighing; what is needed of it besides is noted when it is first asked for."""
        kept = self._kept.get(report)
        if kept is not None:
            return kept
        reading = self._shelf.reading(report)
        if report not in self._noted:
            self._note(reading)
        self._kept[report] = reading
        if len(self._kept) > SHELF:
            del self._kept[next(iter(self._kept))]
        return reading

    def _note(self, reading: Reading) -> None:
        document = reading.document
        self._noted.add(document.id)
        row = (self._positions[document.id], document.text)
        self._connection.execute("INSERT INTO report_words (rowid, said) VALUES (?, ?)", row)
        self._actors.note(reading)
        self._connection.executemany(
            f"INSERT INTO ties VALUES ({', '.join('?' * 13)})",  # noqa: S608 - question marks only
            [_tie(reading, followed(reading), relation) for relation in reading.relations],
        )
        if len(self._noted) % 500 == 0:
            self._progress(LINKED + (1 - LINKED) * len(self._noted) / len(self._positions))

    def _tie_up(self) -> None:
        """From references within a report, and from the ids that weighing uses, to the actors of the book."""
        known = ((self._actors.number(identity), *rest) for number, identity, *rest in self._acting)
        numbers = (number for number, *_ in self._acting)
        rows = ((number, *row) for number, row in zip(numbers, known, strict=True) if row[0] is not None)
        self._connection.executemany("INSERT INTO case_actors VALUES (?, ?, ?, ?)", rows)
        for end in ("subject", "object"):
            self._connection.execute(
                f"UPDATE ties SET {end} = (SELECT actor FROM actor_members AS one "  # noqa: S608 - no value in it
                f"WHERE one.report = ties.report AND one.record = ties.{end})"
            )

    def _case(self, number: int, belief: Belief) -> None:
        said = summed(belief)
        row = {"number": number, **said.row}
        put = self._connection.executemany
        columns = ", ".join(row)
        self._connection.execute(
            f"INSERT INTO cases ({columns}) VALUES ({', '.join('?' * len(row))})",  # noqa: S608 - our own column names
            tuple(row.values()),
        )
        members = [(number, at, member.report, member.record) for at, member in enumerate(belief.case.members)]
        put("INSERT INTO members VALUES (?, ?, ?, ?)", members)
        put("INSERT INTO case_places VALUES (?, ?)", [(number, name) for name in said.places])
        self._acting += [(number, identity, stance.value, origins) for identity, stance, origins in said.actors]
        self._connection.execute("INSERT INTO words (rowid, said) VALUES (?, ?)", (number, said.words))


class _Actors:
    """The actors that have a page of their own: all but private persons, whom nothing ties together."""

    def __init__(self) -> None:
        self._noted: list[tuple[Ref, int]] = []
        self._kinds: dict[tuple[str, tuple[str, ...], str, str | None, str | None], int] = {}
        self._members: list[tuple[str, str, int, bool]] = []
        self._rows: list[tuple[object, ...]] = []
        self._names: list[tuple[object, ...]] = []
        self._numbers: dict[str, int] = {}

    def note(self, reading: Reading) -> None:
        """Takes down who a report names."""
        public = {figure.ref.record for figure in figures_of(reading)}
        for actor in reading.actors:
            if actor.kind is not ActorKind.PERSON or actor.id in public:
                looks = self._kinds.setdefault(_looks(actor), len(self._kinds))
                self._noted.append((Ref(report=reading.document.id, record=actor.id), looks))

    def settle(self, shared: Mapping[Ref, str]) -> None:
        """Puts the actors of single reports together as the links say."""
        groups: dict[str, list[tuple[Ref, int]]] = {}
        for ref, looks in self._noted:
            key = shared.get(ref) or content_id("actor", ref.report, ref.record)
            groups.setdefault(key, []).append((ref, looks))
        kinds = list(self._kinds)
        for number, (key, members) in enumerate(groups.items()):
            self._rows.append((number, key, *_named([kinds[looks] for _, looks in members])))
            said = Counter(name for _, looks in members for name in kinds[looks][1])
            self._names += [(number, name, fold(name), count) for name, count in said.most_common()]
            for ref, _ in members:
                linked = ref in shared
                self._members.append((ref.report, ref.record, number, linked))
                # as weighing calls an actor that is linked to no other
                self._numbers[shared.get(ref) or f"{ref.report} {ref.record}"] = number

    def number(self, identity: str) -> int | None:
        """The number of the actor that weighing calls `identity`; None when it has no page."""
        return self._numbers.get(identity)

    def write(self, connection: sqlite3.Connection) -> None:
        """Puts all of it into the tables."""
        connection.executemany("INSERT INTO actors VALUES (?, ?, ?, ?, ?, ?, ?, ?)", self._rows)
        connection.executemany("INSERT INTO actor_names VALUES (?, ?, ?, ?)", self._names)
        connection.executemany("INSERT INTO actor_members VALUES (?, ?, ?, ?)", self._members)


def _looks(actor: Actor) -> tuple[str, tuple[str, ...], str, str | None, str | None]:
    names = tuple(dict.fromkeys((actor.name, *actor.names)))
    return actor.name, names, actor.kind.value, actor.country, actor.registry_id


def _named(looks: Sequence[tuple[str, tuple[str, ...], str, str | None, str | None]]) -> tuple[object, ...]:
    """Name, folded name, kind, country, row of the registry, and in how many reports: what most reports say."""
    name, _, kind, country, registry_id = Counter(looks).most_common(1)[0][0]
    return name, fold(name), kind, country, registry_id, len(looks)


def _tie(reading: Reading, view: ReadingView, relation: Relation) -> tuple[object, ...]:
    document, names = reading.document, {actor.id: actor.name for actor in reading.actors}
    supports = set(relation.statements)
    voices = [_voice(statement) for statement in view.statements if statement.id in supports]
    return (
        document.id,
        relation.id,
        relation.kind.value,
        relation.subject,
        relation.object,
        names.get(relation.subject, relation.subject),
        names.get(relation.object, relation.object),
        relation.time,
        relation.status.value,
        relation.qualifier,
        document.published,
        document.outlet,
        json.dumps(voices, ensure_ascii=False),
    )


def _voice(statement: StatementView) -> list[str]:
    return [statement.id, ARROW.join(statement.speaker_names), statement.certainty.value, statement.polarity.value]
