"""A reading scored against what a careful coder reads out of the same report.

A coding names actors by ids of its own, leaves the carrying outlet or agency out of the speakers, and anchors what it
codes with a few verbatim words (`evidence`) that have to lie inside the words that the system points at. Every coded
row is found or not, so a section's score is its recall; stances have a precision as well, since a wrong one says of
somebody that they did what nobody says they did.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from hearsay.errors import InputError
from hearsay.records.actor import Actor
from hearsay.records.incident import Incident, Perpetrator
from hearsay.records.reading import Reading
from hearsay.records.span import Span
from hearsay.records.statement import Speech, Statement
from hearsay.vocabulary.folding import fold

SECTIONS: Sequence[str] = (
    *("actors", "relations", "incidents", "kinds", "dates of incidents", "places of incidents", "targets", "tolls"),
    *("stances", "stances with speakers", "claims", "statements", "forms", "dates", "places"),
)
STANCE_PRECISION = "precision of stances"
_ARTICLES = ("the ", "a ", "an ")

Row = Mapping[str, object]
"""One row of a coding as its file has it."""


@dataclass(slots=True)
class Tally:
    """How many rows were coded (for a precision: given), and how many of them were found (right)."""

    found: int = 0
    coded: int = 0
    missed: list[str] = field(default_factory=list)

    def count(self, hit: bool, what: str) -> None:
        """Counts one row; `what` describes it where it is missed."""
        self.coded += 1
        self.found += hit
        if not hit:
            self.missed.append(what)

    @property
    def share(self) -> float:
        """The part that was found, 1 where nothing was coded."""
        return self.found / self.coded if self.coded else 1.0


Scores = Mapping[str, Tally]


def score(reading: Reading, coding: Row) -> Scores:
    """The tallies of one report by section, and that of `STANCE_PRECISION`.

    `coding` is the coder's file as parsed from YAML or JSON.

    Raises:
        InputError: a row lacks a field, a field has the wrong type, or an anchor is not in the text.
    """
    return _Grader(reading, coding).scores()


def together(scores: Iterable[Scores]) -> Scores:
    """The tallies of several reports added up."""
    total = {name: Tally() for name in (*SECTIONS, STANCE_PRECISION)}
    for one in scores:
        for name, tally in one.items():
            total[name].found += tally.found
            total[name].coded += tally.coded
            total[name].missed += tally.missed
    return total


class _Grader:
    def __init__(self, reading: Reading, coding: Row) -> None:
        self._reading = reading
        self._text = reading.document.text
        self._coding = coding
        self._statements = {s.id: s for s in reading.statements}
        self._actors = {a.id: a for a in reading.actors}
        self._places = {p.id: p for p in reading.places}
        self._coded_actors = {_text(row, "id"): row for row in self._rows("actors")}
        self._tallies = {name: Tally() for name in (*SECTIONS, STANCE_PRECISION)}
        self._aligned: dict[str, set[tuple[str, str]]] = {}

    def scores(self) -> Scores:
        for row in self._rows("actors"):
            self._tallies["actors"].count(any(self._is_actor(a, row) for a in self._reading.actors), _text(row, "name"))
        for row in self._rows("relations"):
            self._tallies["relations"].count(self._has_relation(row), _text(row, "evidence"))
        for row in self._rows("incidents"):
            self._incident(row)
        for row in self._rows("statements"):
            self._statement(row)
        for row in self._rows("dates"):
            told = [t.value for t in self._reading.times if _alike(t.span.of(self._text), _text(row, "text"))]
            self._tallies["dates"].count(row.get("value") in told, f"{row.get('text')} = {row.get('value')}")
        for row in self._rows("places"):
            self._tallies["places"].count(self._has_place(row), _text(row, "text"))
        self._stance_precision()
        return self._tallies

    def _rows(self, section: str) -> Sequence[Row]:
        return _rows(self._coding, section)

    # who

    def _is_actor(self, actor: Actor, row: Row) -> bool:
        wanted = {_plain(name) for name in (_text(row, "name"), *_texts(row, "also"))}
        return bool(wanted & {_plain(name) for name in (actor.name, *actor.names)})

    def _means(self, coded: str, actor: str | None, words: str) -> bool:
        """True when an actor's id, or the words for who is no actor, stand for what is coded as an id or as words."""
        row = self._coded_actors.get(coded)
        if row is None:
            return _alike(words, coded)
        if actor is not None and actor in self._actors:
            return self._is_actor(self._actors[actor], row)
        return _plain(words) in {_plain(name) for name in (_text(row, "name"), *_texts(row, "also"))}

    def _said_by(self, statement: Statement, row: Row) -> bool:
        """True when the chain behind the carrying outlet is the coded one."""
        chain, coded = statement.speakers[1:], _texts(row, "speaker")
        links = zip(chain, coded, strict=False)
        return len(chain) == len(coded) and all(self._means(c, s.actor, s.name) for s, c in links)

    # where in the text

    def _anchors(self, row: Row) -> list[Span]:
        words = _text(row, "evidence")
        at = self._text.find(words)
        if at < 0:
            raise InputError(f"the anchor {words!r} is not in the report; copy it from there word for word")
        found = []
        while at >= 0:
            found.append(Span(at, at + len(words)))
            at = self._text.find(words, at + 1)
        return found

    def _points_at(self, statement: Statement, row: Row) -> bool:
        spans = [*statement.evidence]
        if isinstance(statement.content, Speech):
            spans.append(statement.content.span)
        return any(span.contains(anchor) for span in spans for anchor in self._anchors(row))

    # relations and statements

    def _has_relation(self, row: Row) -> bool:
        for relation in self._reading.relations:
            ends = self._means(_text(row, "subject"), relation.subject, relation.subject) and self._means(
                _text(row, "object"), relation.object, relation.object
            )
            told = [self._statements[s] for s in relation.statements]
            if relation.kind == row.get("kind") and ends and any(self._fits(s, row) for s in told):
                return True
        return False

    def _fits(self, statement: Statement, row: Row) -> bool:
        return self._points_at(statement, row) and self._said_by(statement, row)

    def _statement(self, row: Row) -> None:
        fitting = [s for s in self._reading.statements if self._fits(s, row)]
        self._tallies["statements"].count(bool(fitting), _text(row, "evidence"))
        self._tallies["forms"].count(any(s.form == row.get("form") for s in fitting), _text(row, "evidence"))

    def _has_place(self, row: Row) -> bool:
        return any(
            _alike(span.of(self._text), _text(row, "text")) and place.country == row.get("country")
            for place in self._reading.places
            for span in place.mentions
        )

    # incidents

    def _incident(self, row: Row) -> None:
        candidates = [i for i in self._reading.incidents if self._told_at(i, row)]
        best = max(candidates, key=lambda i: sum(hit for _, hit, _ in self._fields(i, row)), default=None)
        self._tallies["incidents"].count(best is not None, _text(row, "id"))
        for section, hit, what in self._fields(best, row):
            self._tallies[section].count(hit, f"{row.get('id')}: {what}")
        if best is not None:
            known = self._aligned.setdefault(best.id, set())
            known |= {(_text(p, "actor"), _text(p, "stance")) for p in _rows(row, "perpetrators")}

    def _told_at(self, incident: Incident, row: Row) -> bool:
        return any(self._points_at(self._statements[s], row) for s in incident.statements)

    def _fields(self, incident: Incident | None, row: Row) -> Iterator[tuple[str, bool, str]]:
        """Each coded field of an incident: its section, whether the incident has it, and what it is."""
        made = incident
        yield "kinds", made is not None and made.kind in _texts(row, "kind"), f"kind {row.get('kind')}"
        if "date" in row:
            yield "dates of incidents", made is not None and made.time == str(row["date"]), f"date {row['date']}"
        for key in ("place", "country"):
            if key in row:
                yield "places of incidents", made is not None and self._lies_in(made, key, _text(row, key)), key
        if "target" in row:
            hit = made is not None and made.target is not None and _shares_noun(made.target.what, _text(row, "target"))
            yield "targets", hit, f"target {row['target']}"
        for toll in _rows(row, "tolls"):
            yield "tolls", made is not None and self._has_toll(made, toll), f"{dict(toll)}"
        for doer in _rows(row, "perpetrators"):
            alike = [] if made is None else [p for p in made.perpetrators if self._is_stance(p, doer)]
            said = any(self._said_by(self._statements[p.statement], doer) for p in alike)
            what = f"{doer.get('actor')} {doer.get('stance')}"
            yield "stances", bool(alike), what
            yield "stances with speakers", said, f"{what} {doer.get('speaker')}"
        if "claims" in row:
            yield "claims", made is not None and made.claims == row["claims"], f"claims {row['claims']}"

    def _lies_in(self, incident: Incident, key: str, wanted: str) -> bool:
        places = [self._places[p] for p in incident.places if p in self._places]
        if key == "country":
            return any(p.country == wanted for p in places)
        told = {words for p in places for words in (p.name, *(m.of(self._text) for m in p.mentions))}
        return any(_has(fold(words), fold(wanted)) for words in told)

    def _has_toll(self, incident: Incident, row: Row) -> bool:
        return any(
            (effect, toll.low, toll.high) == (row.get("effect"), row.get("low"), row.get("high"))
            and any(self._said_by(self._statements[s], row) for s in toll.statements)
            for effect, toll in incident.tolls
        )

    def _is_stance(self, given: Perpetrator, row: Row) -> bool:
        return given.stance == row.get("stance") and self._means(_text(row, "actor"), given.actor, given.actor)

    def _stance_precision(self) -> None:
        for incident in self._reading.incidents:
            coded = self._aligned.get(incident.id, set())
            for actor, stance in dict.fromkeys((p.actor, p.stance) for p in incident.perpetrators):
                right = any(stance == s and self._means(c, actor, actor) for c, s in coded)
                name = self._actors[actor].name if actor in self._actors else actor
                self._tallies[STANCE_PRECISION].count(right, f"{incident.kind}: {name} {stance.value}")


def _alike(one: str, other: str) -> bool:
    """True when one holds the other: "Cauca" and "Cauca province", "Monday" and "on Monday"."""
    return _has(one, other) or _has(other, one)


def _has(words: str, part: str) -> bool:
    return f" {_plain(part)} " in f" {_plain(words)} "


def _plain(words: str) -> str:
    """Lower case, on one line, without an article in front."""
    plain = " ".join(words.casefold().replace("’", "'").split()).strip(" .,'\"")
    return next((plain.removeprefix(a) for a in _ARTICLES if plain.startswith(a)), plain)


def _shares_noun(given: str, wanted: str) -> bool:
    """True when the last word of the coded target is one of the words given."""
    words = {w.rstrip("s") for w in _plain(given).split()}
    return _plain(wanted).split()[-1].rstrip("s") in words


def _text(row: Row, key: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value.strip():
        raise InputError(f"a coded row needs {key!r} as text, got {value!r} in {dict(row)!r}")
    return value


def _texts(row: Row, key: str) -> list[str]:
    value = row.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise InputError(f"a coded row needs {key!r} as a list of texts, got {value!r} in {dict(row)!r}")
    return list(value)


def _rows(row: Row, key: str) -> list[Row]:
    value = row.get(key) or []
    if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
        raise InputError(f"a coding needs {key!r} as a list of rows, got {value!r}")
    return list(value)
