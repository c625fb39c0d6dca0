"""Looks names up: which of the actors that the registry knows a name may stand for, and which it does in its context.

A name that several actors share stays ambiguous until the countries, the year or the other actors of the report decide;
every resolution carries its reasons.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from hearsay.records.actor import ActorKind
from hearsay.records.span import Span
from hearsay.vocabulary.actors.bodies import body_of, body_row
from hearsay.vocabulary.actors.rows import ActorRow, plain_name, shipped_rows, with_changes
from hearsay.vocabulary.actors.sameness import ARABIC_HEADS, COMMON_NOUNS, PIOUS, PROGRAMME, Verdict, same_name
from hearsay.vocabulary.actors.scanning import NameMatch, Pattern, Scanner
from hearsay.vocabulary.actors.spelling import is_acronym, key_of
from hearsay.vocabulary.folding import fold

SHORT_ACRONYM = 4  # letters up to which an acronym needs its country in the report, when the report has any
CLEAR_LEAD = 1.5  # points by which the best candidate must lead
EVERYDAY = PROGRAMME | COMMON_NOUNS | PIOUS | ARABIC_HEADS
"""Words that many actors have in their names: "the Front", "Jamaat"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a report tells about a name's surroundings: countries (alpha-2), ids of actors named in full, its year."""

    countries: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    year: int | None = None


NOWHERE = Context()
UNTOLD = Verdict(same=None, reasons=("shared by several actors",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An actor that a name may stand for, with the points for it and the reason of each.

    `short_form`: the name is no full name of it; `named`: the report names it, or its kin, in full.
    """

    row: ActorRow
    points: float
    reasons: tuple[str, ...]
    short_form: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What a name stands for: `row`, or None while it is unknown or ambiguous. `candidates` come best first."""

    row: ActorRow | None
    candidates: tuple[Candidate, ...]
    reasons: tuple[str, ...]


class Registry:
    """The rows of the registry by id and by name."""

    def __init__(self, rows: Mapping[str, ActorRow]) -> None:
        self.rows = rows
        self._by_key: dict[str, dict[str, bool]] = defaultdict(dict)
        for row in rows.values():
            for name in row.short_forms:
                self._by_key[key_of(name)].setdefault(row.id, True)
            for name in row.names:
                self._by_key[key_of(name)][row.id] = False
        self._stored_bodies = _stored_bodies(rows)

    @classmethod
    def load(cls, extra: Path | None = None) -> Registry:
        """The shipped registry, with the changes of a user's file (format: see `actors.rows`) if one is given.

        Raises:
            UsageError: the file is not there, or is neither CSV nor JSON.
            InputError: a row of it cannot be used.
        """
        rows = {row.id: row for row in shipped_rows()}
        return cls(with_changes(rows, extra) if extra is not None else rows)

    def get(self, actor: str) -> ActorRow | None:
        """The row with this id; also that of a state body, such as `pakistan-army`."""
        return self.rows.get(actor) or body_row(actor)

    def knows(self, name: str) -> bool:
        """Whether the registry has this name, be it shared or a short form, or it is a state body's."""
        return bool(self._known(name))

    def children(self, actor: str) -> tuple[ActorRow, ...]:
        """Factions, wings, branches and successors of an actor."""
        return self._children.get(actor, ())

    @cached_property
    def _children(self) -> Mapping[str, tuple[ActorRow, ...]]:
        found: dict[str, list[ActorRow]] = defaultdict(list)
        for row in self.rows.values():
            if row.parent is not None:
                found[row.parent].append(row)
        return {parent: tuple(rows) for parent, rows in found.items()}

    @cached_property
    def _scanner(self) -> Scanner:
        patterns: dict[str, list[Pattern]] = defaultdict(list)
        for row in self.rows.values():
            names = [(name, False) for name in row.names] + [(name, True) for name in row.short_forms]
            for name, weak in names:
                patterns[key_of(name)].append(Pattern(name=name, actor=row.id, weak=weak))
        return Scanner(patterns)

    def scan(self, text: str, spans: Sequence[Span] | None = None) -> tuple[NameMatch, ...]:
        """The registry's names in a text, in text order, the longest where several overlap.

        Offsets are into `text`; `spans` restrict the scan to these stretches (a name never crosses their edges). Also
        finds state bodies ("the Pakistani army"), whose candidate is the id of a row by pattern if none is stored.
        """
        ranges = [Span(0, len(text))] if spans is None and text else spans or ()
        found = (match for span in ranges for match in self._scanner.matches(text, span))
        return tuple(self._with_stored_bodies(match) for match in found)

    def _with_stored_bodies(self, match: NameMatch) -> NameMatch:
        if not any(actor in self._stored_bodies for actor in match.candidates):
            return match
        return replace(match, candidates=tuple(self._stored_bodies.get(actor, actor) for actor in match.candidates))

    def resolve(self, name: str, context: Context = NOWHERE) -> Resolution:
        """What a name stands for in its context."""
        listed = self._listed(name)
        rows = [(self.rows[actor], weak) for actor, weak in listed.items()]
        if not rows:
            return self._body(name, context.year)
        judged = [self._judge(name, row, weak, context) for row, weak in rows]
        ranked = tuple(sorted(judged, key=lambda candidate: (-candidate.points, candidate.row.id)))
        return _decided(name, ranked, context)

    def _body(self, name: str, year: int | None = None) -> Resolution:
        body = body_of(name)
        if body is None:
            return Resolution(row=None, candidates=(), reasons=("no row has this name",))
        stored = self._stored_bodies.get(body.id)
        row = body if stored is None or not _existed(self.rows[stored], year) else self.rows[stored]
        return Resolution(row=row, candidates=(), reasons=("a state body, by pattern",))

    def same(self, one: str, other: str, context: Context = NOWHERE) -> Verdict:
        """Whether two names stand for one actor: by the registry where it knows both, else by the rules of names."""
        first, second = self._known(one), self._known(other)
        if first and second:
            return self._same_known(one, other, first, second, context)
        verdict = same_name(one, other)
        if verdict.same is not None or not (first or second):
            return verdict
        known, name = (first, other) if first else (second, one)
        return self._same_as_alias(known, name, verdict)

    def _listed(self, name: str) -> dict[str, bool]:
        """The rows with this name, and whether it is a short form of theirs; "X rebels" counts as "X"."""
        key = key_of(name)
        while key not in self._by_key and key.rpartition(" ")[2] in COMMON_NOUNS:
            key = key.rpartition(" ")[0]
        return {actor: weak for actor, weak in self._by_key.get(key, {}).items() if self._fits_case(name, actor, key)}

    def _known(self, name: str) -> frozenset[str]:
        listed = self._listed(name)
        full = frozenset(actor for actor, weak in listed.items() if not weak)
        exact = frozenset(actor for actor in full if _as_written(name) in map(_as_written, self.rows[actor].names))
        if listed:
            return exact or full or frozenset(listed)
        body = self._body(name).row
        return frozenset({body.id}) if body else frozenset()

    def _same_known(
        self, one: str, other: str, first: frozenset[str], second: frozenset[str], context: Context
    ) -> Verdict:
        if first == second:
            return Verdict(same=True, reasons=("both are names of the same row",))
        if not first & second:
            return Verdict(same=False, reasons=("names of different rows",))
        for known, name in ((first, other), (second, one)):
            if (
                len(known) == 1
                and known & first & second
                and is_acronym(name) != is_acronym(other if name is one else one)
            ):
                verdict = self._same_as_alias(known, name, UNTOLD)
                if verdict.same:
                    return verdict
        rows = [self.resolve(name, context).row for name in (one, other)]
        if rows[0] is not None and rows[1] is not None:
            return Verdict(same=rows[0].id == rows[1].id, reasons=("as the context resolves them",))
        return Verdict(same=None, reasons=("one of the names is shared by several actors",))

    def _same_as_alias(self, known: frozenset[str], name: str, verdict: Verdict) -> Verdict:
        if len(known) == 1:
            row = self.get(next(iter(known)))
            for alias in row.names if row else ():
                found = same_name(alias, name)
                if found.same:
                    return Verdict(same=True, reasons=(f"the registry's {alias!r}", *found.reasons))
        return verdict

    def _fits_case(self, name: str, actor: str, key: str) -> bool:
        row = self.rows[actor]
        written = [n for n in (*row.names, *row.short_forms) if key_of(n) == key]
        if is_acronym(name) and not name.isupper() and any(letter.islower() for letter in name):
            return any(not is_acronym(n) or _letters(n) == _letters(name) for n in written) or name.istitle()
        return not name.islower() or any(not is_acronym(n) for n in written)

    def _judge(self, name: str, row: ActorRow, weak: bool, context: Context) -> Candidate:
        reasons: list[tuple[float, str]] = []
        if row.id in context.actors:
            reasons.append((3, "named in full in the report"))
        elif self._kin(row) & context.actors:
            reasons.append((1.5, "its parent, faction or sibling is named in the report"))
        if weak:
            reasons.append((-1, "only a short form of its name"))
        if plain_name(row.name) == name:
            reasons.append((0.5, "its main name"))
        if _as_written(name) in map(_as_written, (*row.names, *row.short_forms)):
            reasons.append((1, "a name of just this spelling"))
        reasons += _by_country(row, context) + _by_year(row, context)
        return Candidate(
            row=row,
            points=sum(points for points, _ in reasons),
            reasons=tuple(reason for _, reason in reasons),
            short_form=weak,
            named=row.id in context.actors or bool(self._kin(row) & context.actors),
        )

    def _kin(self, row: ActorRow) -> set[str]:
        kin = {child.id for child in self.children(row.id)}
        if row.parent is not None:
            kin |= {row.parent} | {sibling.id for sibling in self.children(row.parent)}
        return kin - {row.id}


def _existed(row: ActorRow, year: int | None) -> bool:
    first = row.first_year if row.first_year is not None else year
    last = row.last_year if row.last_year is not None else year
    return year is None or (first is not None and last is not None and first <= year <= last)


def _stored_bodies(rows: Mapping[str, ActorRow]) -> Mapping[str, str]:
    """The stored rows that state bodies by pattern stand for: "Israel's army" is the Israel Defense Forces."""
    found: dict[str, str] = {}
    for row in rows.values():
        if row.kind in (ActorKind.STATE_FORCE, ActorKind.GOVERNMENT):
            for name in row.names:
                body = body_of(name)
                if body is not None:
                    found.setdefault(body.id, row.id)
    return found


def _letters(name: str) -> str:
    return "".join(letter for letter in name if letter.isalnum())


def _as_written(name: str) -> str:
    """A name's letters alone, without articles' hyphens and accents: closer to the page than its look-up key."""
    return fold(name).replace(" ", "")


def _by_country(row: ActorRow, context: Context) -> list[tuple[float, str]]:
    if not context.countries or not row.countries:
        return []
    home, *others = row.countries
    found: list[tuple[float, str]] = []
    if home in context.countries:
        found.append((3, f"its country {home} is in the report"))
    elif context.countries.intersection(others):
        where = ", ".join(sorted(context.countries.intersection(others)))
        found.append((0, f"active in {where}, which is in the report, though its home {home} is not"))
    else:
        found.append((-2, f"none of its countries ({', '.join(row.countries)}) is in the report"))
    return found


def _by_year(row: ActorRow, context: Context) -> list[tuple[float, str]]:
    if context.year is None:
        return []
    if row.first_year is not None and context.year < row.first_year:
        return [(-3, f"did not exist before {row.first_year}")]
    if row.last_year is not None and context.year > row.last_year + 1:
        return [(-1.5, f"no more active after {row.last_year}")]
    if row.first_year is not None:
        return [(0.5, f"active in {context.year}")]
    return []


def _decided(name: str, ranked: tuple[Candidate, ...], context: Context) -> Resolution:
    best = ranked[0]
    lead = best.points - ranked[1].points if len(ranked) > 1 else None
    if lead is not None and lead < CLEAR_LEAD:
        return Resolution(row=None, candidates=ranked, reasons=_undecided(ranked))
    doubt = _doubt(name, best, context)
    if doubt:
        return Resolution(row=None, candidates=ranked, reasons=(doubt, *best.reasons))
    only = "the only actor of this name" if lead is None else "leads the other actors of this name"
    return Resolution(row=best.row, candidates=ranked, reasons=(only, *best.reasons))


def _doubt(name: str, best: Candidate, context: Context) -> str | None:
    """Why even the best candidate is not accepted, or None."""
    if best.short_form and best.points < 2:
        return "a short form, and nothing in the report points to the actor"
    if best.short_form and not best.named and set(key_of(name).split()) <= EVERYDAY:
        return "a short form of everyday words, and the report does not name the actor"
    abroad = bool(context.countries and best.row.countries) and not context.countries.intersection(best.row.countries)
    letters = sum(letter.isalnum() for letter in name)
    everyday = set(key_of(name).split()) <= EVERYDAY and plain_name(best.row.name) != name
    if abroad and everyday and not best.named:
        return "a name of everyday words, far from the countries of the report"
    if abroad and is_acronym(name) and letters <= SHORT_ACRONYM and best.points < 0:
        return "a short acronym far from the countries of the report"
    if context.year is not None and best.row.first_year is not None and context.year < best.row.first_year - 1:
        return "the report is older than the actor"
    return None


def _undecided(ranked: Iterable[Candidate]) -> tuple[str, ...]:
    told = [f"{c.row.name}: {', '.join(c.reasons) or 'nothing for or against'}" for c in ranked]
    return ("several actors have this name", *told)
