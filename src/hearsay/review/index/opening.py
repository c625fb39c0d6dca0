"""An index that is open: it finds cases and actors, and says how one case's reports are linked."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TypeVar
from weakref import finalize

import numpy as np

from hearsay.records.link import Case, Linking, Ref
from hearsay.review.index.columns import Chosen, Columns, Whole, load
from hearsay.review.index.filters import CaseFilter
from hearsay.review.index.rows import ActorRow, Blamed, CaseRow, TieRow, actor_row, case_row, tie_row
from hearsay.review.index.tables import VERSION
from hearsay.store.searching import phrases
from hearsay.vocabulary.folding import fold

AT_ONCE = 500  # values in one question

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The cases that a filter chooses: as a choice, and as numbers in the filter's order."""

    chosen: Chosen
    numbers: Whole

    def __len__(self) -> int:
        return len(self.numbers)


class Cases:
    """An index file and its columns. Threads may share it."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(f"file:{_quoted(path)}?mode=ro", uri=True, check_same_thread=False)
        self._connection.row_factory = sqlite3.Row
        self._lock = Lock()
        self._hidden: frozenset[str] = frozenset()
        self._shown: Chosen | None = None
        # pages that still use an index which another has taken the place of let go of it when they are done
        finalize(self, self._connection.close)
        try:
            meta = {row["name"]: row["value"] for row in self._connection.execute("SELECT name, value FROM meta")}
            self.stamp = meta.get("stamp", "")
            if meta.get("version") != VERSION:
                raise sqlite3.DatabaseError("made by another version")
            self.columns: Columns = load(self._connection)
        except BaseException:
            self._connection.close()
            raise

    def __len__(self) -> int:
        return len(self.columns)

    def close(self) -> None:
        """Frees the file."""
        with self._lock:
            self._connection.close()

    def find(self, asked: CaseFilter) -> Found:
        """The cases that are asked for.

        Raises:
            UsageError: there is no word in the text that is searched for.
        """
        chosen = self.columns.chosen(asked)
        if self._shown is not None:
            chosen &= self._shown
        if asked.text:
            # one text instead of a row each: most of the time would go into making the rows
            rows = self._ask("SELECT group_concat(rowid) FROM words WHERE words MATCH ?", _matching(asked.text))
            chosen &= self.columns.of_array(np.fromstring(rows[0][0] or "", dtype=np.int64, sep=","))
        if asked.actor or asked.stance:
            chosen &= self.columns.of_numbers(self._said_to_act(asked.actor, asked.stance))
        return Found(chosen=chosen, numbers=self.columns.sorted(chosen, asked.sort))

    def rows(self, numbers: Sequence[int]) -> list[CaseRow]:
        """The cases with these numbers, in this order."""
        found: dict[int, CaseRow] = {}
        for part in _parts(numbers):
            rows = self._ask(f"SELECT * FROM cases WHERE number IN ({_marks(part)})", *part)  # noqa: S608
            found |= {row["number"]: case_row(row) for row in rows}
        return [found[number] for number in numbers]

    def case(self, identity: str) -> CaseRow | None:
        """A case by its id, or by the id of one of its incidents if that is in one case only."""
        rows = self._ask("SELECT * FROM cases WHERE id = ?", identity)
        rows = rows or self._ask(
            "SELECT DISTINCT cases.* FROM members JOIN cases USING (number) WHERE record = ? LIMIT 2", identity
        )
        return case_row(rows[0]) if len(rows) == 1 else None

    def cases_of_report(self, report: str) -> list[CaseRow]:
        """The cases that a report tells of."""
        rows = self._ask("SELECT DISTINCT number FROM members WHERE report = ? ORDER BY number", report)
        return self.rows([row[0] for row in rows])

    def linking(self, case: CaseRow) -> Linking:
        """A case and how its reports are linked: all that weighing it needs."""
        members = self._ask("SELECT report, record FROM members WHERE number = ? ORDER BY position", case.number)
        members = [row for row in members if row["report"] not in self._hidden]
        reports = sorted({row["report"] for row in members})
        stories: dict[str, str] = {}
        actors: dict[Ref, str] = {}
        for part in _parts(reports):
            marks = _marks(part)
            told = self._ask(f"SELECT report, story FROM reports WHERE report IN ({marks})", *part)  # noqa: S608
            stories |= {row["report"]: row["story"] for row in told}
            rows = self._ask(
                "SELECT one.report, one.record, actors.key FROM actor_members AS one "  # noqa: S608
                f"JOIN actors ON actors.number = one.actor WHERE one.linked AND one.report IN ({marks})",
                *part,
            )
            actors |= {Ref(report=row["report"], record=row["record"]): row["key"] for row in rows}
        made = Case(id=case.id, members=tuple(Ref(report=row[0], record=row[1]) for row in members))
        return Linking(links=(), cases=(made,), excluded=(), stories=stories, actors=actors)

    def reports_with(self, text: str, limit: int) -> list[str]:
        """The ids of reports with these words in their text, the earliest first.

        Raises:
            UsageError: there is no word in the text that is searched for.
        """
        rows = self._ask(
            "SELECT report FROM "
            "(SELECT rowid AS at FROM report_words WHERE report_words MATCH ? ORDER BY rowid LIMIT ?) "
            "JOIN reports ON position = at ORDER BY at",
            _matching(text),
            limit + len(self._hidden),
        )
        return [row[0] for row in rows if row[0] not in self._hidden][:limit]

    def actor(self, key: str) -> ActorRow | None:
        """An actor by its key."""
        rows = self._ask("SELECT * FROM actors WHERE key = ?", key)
        return actor_row(rows[0]) if rows else None

    def actors(self, words: str, kind: str, limit: int, offset: int) -> tuple[list[ActorRow], int]:
        """Actors with the words in one of their names, those in most reports first; and how many there are."""
        tests, values = ["1"], []
        if words:
            tests.append("number IN (SELECT actor FROM actor_names WHERE instr(folded, ?))")
            values.append(fold(words))
        if kind:
            tests.append("kind = ?")
            values.append(kind)
        where = " AND ".join(tests)
        (total,) = self._ask(f"SELECT count(*) FROM actors WHERE {where}", *values)[0]  # noqa: S608
        order = "ORDER BY reports DESC, name, key LIMIT ? OFFSET ?"
        rows = self._ask(f"SELECT * FROM actors WHERE {where} {order}", *values, limit, offset)  # noqa: S608
        return [actor_row(row) for row in rows], total

    def actors_by_number(self, numbers: Iterable[int]) -> dict[int, ActorRow]:
        """Actors by their numbers."""
        found: dict[int, ActorRow] = {}
        for part in _parts(sorted(set(numbers))):
            rows = self._ask(f"SELECT * FROM actors WHERE number IN ({_marks(part)})", *part)  # noqa: S608
            found |= {row["number"]: actor_row(row) for row in rows}
        return found

    def keys_of(self, report: str) -> dict[str, str]:
        """For the actors of a report that have a page: their ids in it, and the keys of their pages."""
        rows = self._ask(
            "SELECT one.record, actors.key FROM actor_members AS one JOIN actors ON actors.number = one.actor "
            "WHERE one.report = ?",
            report,
        )
        return {row[0]: row[1] for row in rows}

    def names(self, actor: ActorRow) -> list[tuple[str, int]]:
        """All names of an actor, with how many reports use each, the most used first."""
        rows = self._ask(
            "SELECT name, sum(reports) AS used FROM actor_names WHERE actor = ? GROUP BY name ORDER BY used DESC, name",
            actor.number,
        )
        return [(row["name"], row["used"]) for row in rows]

    def parts(self, actor: ActorRow, limit: int) -> list[Blamed]:
        """The cases in which the actor is named as a perpetrator, latest first; at most `limit` of each stance."""
        rows = self._ask(
            "SELECT number, stance, origins FROM (SELECT one.*, row_number() OVER "
            "(PARTITION BY stance ORDER BY first_day DESC, one.number) AS nth, first_day "
            "FROM case_actors AS one JOIN cases USING (number) WHERE actor = ?) "
            "WHERE nth <= ? ORDER BY first_day DESC, number",
            actor.number,
            limit,
        )
        cases = dict(zip((row["number"] for row in rows), self.rows([row["number"] for row in rows]), strict=True))
        return [Blamed(case=cases[row["number"]], stance=row["stance"], origins=row["origins"]) for row in rows]

    def stances(self, actor: ActorRow) -> dict[str, int]:
        """How many cases the actor is named in, by stance."""
        rows = self._ask(
            "SELECT stance, count(DISTINCT number) FROM case_actors WHERE actor = ? GROUP BY stance", actor.number
        )
        return {row[0]: row[1] for row in rows}

    def ties(self, actors: Iterable[int], limit: int) -> list[TieRow]:
        """The relations of these actors, by the date of their reports."""
        wanted = sorted(set(actors))[: AT_ONCE // 2]
        marks = _marks(wanted)
        rows = self._ask(
            f"SELECT * FROM ties WHERE subject IN ({marks}) OR object IN ({marks}) "  # noqa: S608
            "ORDER BY coalesce(published, '~'), report, relation LIMIT ?",
            *wanted,
            *wanted,
            limit,
        )
        return [tie_row(row) for row in rows]

    def hide(self, reports: frozenset[str]) -> None:
        """Leaves out the reports, which the book does not hold any more, and the rows of the cases they are in."""
        numbers: set[int] = set()
        for part in _parts(sorted(reports)):
            rows = self._ask(f"SELECT number FROM members WHERE report IN ({_marks(part)})", *part)  # noqa: S608
            numbers |= {row[0] for row in rows}
        self._hidden, self._shown = reports, ~self.columns.of_numbers(numbers)

    def without(self, reports: frozenset[str]) -> frozenset[str]:
        """Which reports of the index are not among these."""
        return frozenset(row[0] for row in self._ask("SELECT report FROM reports")) - reports

    def _said_to_act(self, actor: str, stance: str) -> Iterator[int]:
        tests, values = [], []
        if actor:
            tests.append(
                "actor IN (SELECT number FROM actors WHERE key = ? "
                "UNION SELECT actor FROM actor_names WHERE instr(folded, ?))"
            )
            values += [actor, fold(actor) or "\0"]
        if stance:
            tests.append("stance = ?")
            values.append(stance)
        rows = self._ask(f"SELECT DISTINCT number FROM case_actors WHERE {' AND '.join(tests)}", *values)  # noqa: S608
        return (row[0] for row in rows)

    def _ask(self, question: str, *values: object) -> list[sqlite3.Row]:
        with self._lock:
            return self._connection.execute(question, values).fetchall()


def _quoted(path: Path) -> str:
    return str(path.resolve()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _matching(text: str) -> str:
    return " ".join(f'"{phrase}"' for phrase in phrases(text))


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _parts(values: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(values), AT_ONCE):
        yield values[start : start + AT_ONCE]
