"""The verb of the stage: from statements to incidents and relations, every field with the statements behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from hearsay.incidents.affiliations import Affiliations
from hearsay.incidents.base import IncidentOptions
from hearsay.incidents.doers import Doers
from hearsay.incidents.grouping import Grouping
from hearsay.incidents.setting import Setting
from hearsay.incidents.stances import claims_of
from hearsay.incidents.superseded import is_added, is_superseded
from hearsay.incidents.targets import Targets
from hearsay.incidents.triggered import is_effect, lemma_of
from hearsay.records.actor import ActorKind
from hearsay.records.analysis import Analysis
from hearsay.records.edtf import days_of, finer
from hearsay.records.frame import Act, Count, Filler, Frame, RoleName
from hearsay.records.ids import content_id
from hearsay.records.incident import Claims, CountEffect, Incident, Toll
from hearsay.records.place import Place
from hearsay.records.relation import Relation, RelationKind, RelationStatus
from hearsay.records.statement import AboutIncident, AboutRelation, Form, Speech, Statement
from hearsay.records.tree import Tree
from hearsay.vocabulary.kinds import kinds, triggers

_LESSER = frozenset({"arson", "protest", "displacement"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembly:
    """What one report comes to: its incidents and relations, and its statements pointing at them."""

    incidents: tuple[Incident, ...]
    relations: tuple[Relation, ...]
    statements: tuple[Statement, ...]
    places: tuple[Place, ...] = ()
    """Countries that incidents lie in and that the text names by their towns alone."""


def assemble(analysis: Analysis, statements: Sequence[Statement], options: IncidentOptions | None = None) -> Assembly:
    """Incidents and relations of one report. A frame that belongs to none leaves no statement behind."""
    options = options or IncidentOptions()
    maker = _Maker(analysis, statements, options)
    incidents = [made for group in maker.grouping.groups() if (made := maker.incident(group)) is not None]
    relations = maker.relations()
    return Assembly(
        incidents=tuple(incident for incident, _ in incidents),
        relations=tuple(relation for relation, _ in relations),
        places=maker.countries,
        statements=_pointing(
            statements,
            {frame.id: incident.id for incident, frames in incidents for frame in frames},
            {frame.id: relation.id for relation, frames in relations for frame in frames},
        ),
    )


def _pointing(
    statements: Sequence[Statement], incidents: Mapping[str, str], relations: Mapping[str, str]
) -> tuple[Statement, ...]:
    """The statements with incidents and relations in the place of frames."""
    kept = []
    for statement in statements:
        content = statement.content
        if isinstance(content, AboutIncident):
            if content.id in incidents:
                kept.append(replace(statement, content=AboutIncident(id=incidents[content.id])))
        elif isinstance(content, AboutRelation):
            if content.id in relations:
                kept.append(replace(statement, content=AboutRelation(id=relations[content.id])))
        else:
            kept.append(statement)
    told = [s for s in kept if s.form is Form.NARRATION and not isinstance(s.content, Speech)]
    return tuple(s for s in kept if not _is_told(s, told))


def _is_told(statement: Statement, told: Sequence[Statement]) -> bool:
    """True for a clause of the report's own that it tells an incident or a relation in: it is stated once."""
    own = statement.form is Form.NARRATION and isinstance(statement.content, Speech)
    spans = [span for other in told for span in other.evidence] if own else []
    return any(span.contains(statement.evidence[0]) for span in spans)


class _Maker:
    def __init__(self, analysis: Analysis, statements: Sequence[Statement], options: IncidentOptions) -> None:
        self._analysis = analysis
        self._tree = Tree(analysis.tokens)
        self._by_frame = {s.content.id: s for s in statements if isinstance(s.content, AboutIncident | AboutRelation)}
        self._affiliations = Affiliations(analysis)
        self._doers = Doers(analysis, self._tree, self._by_frame, self._affiliations)
        self._places: Mapping[str, Place] = {place.id: place for place in analysis.places}
        self._actors = {actor.id: actor for actor in analysis.actors}
        self.grouping = Grouping(analysis, options.bias)
        self._setting = Setting(analysis)
        self._targets = Targets(analysis)

    @property
    def countries(self) -> tuple[Place, ...]:
        """The countries that incidents lie in and that the text does not name."""
        return tuple(self._setting.countries.values())

    def incident(self, frames: Sequence[Frame]) -> tuple[Incident, Sequence[Frame]] | None:
        """The incident of a group of frames; None when nothing but a word stands for it."""
        frames = [f for f in frames if f.id in self._by_frame]
        told = [f for f in frames if not f.negated] or list(frames)
        doers = self._doers.perpetrators([f for f in frames if not self._strikes_back(f, frames)])
        # "an attack that killed 40" is an attack: what it did tells of its kind only where nothing else does
        events = [f for f in told if f.act is Act.EVENT and not is_effect(f)]
        # who killed and burned is told of for the killing, however often the burning is told
        killings = [f for f in told if f.kind == "killing"]
        events = [f for f in events if not (killings and kinds()[f.kind].group == "arson")]
        if all(kinds()[f.kind].group in _LESSER for f in events):
            events = killings
        kind = _kind_of([f for f in events if not _is_capture(f)] or events or told)
        time = self._time(told) or self.grouping.time_of_sum(told)
        places = self._place_ids(told)
        target, tolls = self._targets.target(told), self._tolls(frames)
        known = any(not self._doers.is_unnamed(doer.actor) for doer in doers)
        if kind is None or not (known or time or places or target or tolls):
            return None
        if not any(self._places[place].country for place in places):
            places += self._setting.of(told)
        if all(f.act is Act.EVENT and f.negated for f in frames) and not tolls:
            return None
        claims = claims_of(doers, self._affiliations) if doers else Claims.NONE
        identity = content_id("incident", self._analysis.document.id, frames[0].trigger)
        made = Incident(
            id=identity,
            kind=kind,
            time=time,
            places=places,
            target=target,
            weapon=self._targets.weapon(told),
            tolls=tolls,
            perpetrators=doers,
            claims=claims,
            statements=tuple(dict.fromkeys(self._by_frame[f.id].id for f in frames)),
        )
        return made, frames

    def _time(self, frames: Sequence[Frame]) -> str | None:
        """The finest of the times that the frames give; they agree, or they would not be of one incident. When the
        wounded died tells less of it than when it happened."""
        told = sorted(frames, key=is_effect)
        values = [value for frame in told if (value := self.grouping.time_of(frame))]
        events = [value for frame in told if not is_effect(frame) and (value := self.grouping.time_of(frame))]
        values = events if any(_is_day(value) for value in events) else values
        if not values:
            return None
        best = values[0]
        for value in values[1:]:
            best = finer(best, value)
        return best

    def _place_ids(self, frames: Sequence[Frame]) -> tuple[str, ...]:
        """The places of the frames, each followed by what it lies in."""
        found: dict[str, None] = {}
        for frame in frames:
            for identity in self.grouping.places_of(frame):
                at: str | None = identity
                while at is not None and at not in found and at in self._places:
                    found[at] = None
                    at = self._places[at].within
        return tuple(found)

    def _strikes_back(self, frame: Frame, frames: Sequence[Frame]) -> bool:
        """True for what the forces did to the attackers in an attack: "a raider who was shot by guards"."""
        if self._kinds(frame, RoleName.VICTIM) != {ActorKind.ARMED_GROUP}:
            return False
        forces = {ActorKind.STATE_FORCE, ActorKind.GOVERNMENT}
        others = {kind for f in frames if f is not frame for kind in self._kinds(f, RoleName.PERPETRATOR)}
        return bool(self._kinds(frame, RoleName.PERPETRATOR) & forces) and ActorKind.ARMED_GROUP in others

    def _are_raiders(self, frame: Frame, frames: Sequence[Frame], others: Sequence[Frame]) -> bool:
        """True for members of an armed group killed where others were attacked: "50 jihadists killed in attack on
        convoy", in which two civilians died as well."""
        groups = {kinds()[f.kind].group for f in frames}
        fought = groups & {"clash", "strike", "operation", "arrest"}
        return self._kinds(frame, RoleName.VICTIM) == {ActorKind.ARMED_GROUP} and bool(others) and not fought

    def _kinds(self, frame: Frame, role: RoleName) -> set[ActorKind]:
        return {self._actors[f.reference].kind for f in frame.fillers_of(role) if f.reference in self._actors}

    def _tolls(self, frames: Sequence[Frame]) -> tuple[tuple[CountEffect, Toll], ...]:
        """Each figure that the report gives, with the statements that give it: the best supported first, of those
        the one told first, a figure before what is vague; what only a headline says stands behind, and so does what the
        report calls an earlier figure."""
        told: dict[tuple[CountEffect, int | None, int | None, str], list[tuple[Count, str]]] = {}
        titles: set[str] = set()
        earlier: set[str] = set()

        def is_old(token: int) -> bool:
            return is_superseded(self._tree, token) or is_added(self._tree, token)

        others = [f for f in frames if self._kinds(f, RoleName.VICTIM) - {ActorKind.ARMED_GROUP}]
        doers = {f.reference for frame in frames for f in frame.fillers_of(RoleName.PERPETRATOR)} - {None}
        for frame in frames:
            struck_back = self._strikes_back(frame, frames) or self._are_raiders(frame, frames, others)
            for count in (_of_attackers(count, frame, doers, struck_back) for count in frame.counts):
                vague = "" if count.low is not None or count.high is not None else count.as_reported.casefold()
                key = (count.effect, count.low, count.high, vague)
                told.setdefault(key, []).append((count, self._by_frame[frame.id].id))
                titles |= {self._by_frame[frame.id].id} if self.grouping.is_title(frame) else set()
                earlier |= {self._by_frame[frame.id].id} if is_old(frame.token) else set()
        tolls = [
            (
                given[0][0].effect,
                Toll(
                    low=given[0][0].low,
                    high=given[0][0].high,
                    as_reported=given[0][0].as_reported,
                    statements=tuple(dict.fromkeys(statement for _, statement in given)),
                ),
            )
            for given in told.values()
        ]
        order = list(CountEffect)

        def rank(pair: tuple[CountEffect, Toll]) -> tuple[int, bool, bool, int, bool]:
            effect, toll = pair
            vague = toll.low is None and toll.high is None and not _is_about(toll.as_reported)
            old = set(toll.statements) <= earlier
            return order.index(effect), vague, old, -len(toll.statements), set(toll.statements) <= titles

        return tuple(sorted(tolls, key=rank))

    def relations(self) -> list[tuple[Relation, list[Frame]]]:
        """The relations of the report; frames that say the same of the same two make one."""
        grouped: dict[tuple[str, str, str, RelationStatus], list[Frame]] = {}
        for frame in self._analysis.frames:
            ends = self._ends(frame) if frame.is_relation and frame.id in self._by_frame else None
            if ends is not None:
                status = frame.status or RelationStatus.UNKNOWN
                grouped.setdefault((frame.kind, *ends, status), []).append(frame)
        for key in [k for k in grouped if k[0] == RelationKind.HELD_OFFICE]:
            # "President X" further on holds the office that "Burundian President X" named
            whole = next((k for k in grouped if k != key and _is_same_office(key, k)), None)
            if whole is not None:
                grouped[whole] = sorted([*grouped[whole], *grouped.pop(key)], key=lambda f: f.trigger)
        return [(self._relation(key, frames), frames) for key, frames in grouped.items()]

    def _relation(self, key: tuple[str, str, str, RelationStatus], frames: Sequence[Frame]) -> Relation:
        kind, subject, other, status = key
        times = [value for frame in frames if (value := self.grouping.time_of(frame))]
        return Relation(
            id=content_id("relation", self._analysis.document.id, *key),
            kind=RelationKind(kind),
            subject=subject,
            object=other,
            time=times[0] if times else None,
            status=status,
            qualifier=next((f.qualifier for f in frames if f.qualifier), None),
            statements=tuple(self._by_frame[f.id].id for f in frames),
        )

    def _ends(self, frame: Frame) -> tuple[str, str] | None:
        subject, other = frame.fillers_of(RoleName.SUBJECT), frame.fillers_of(RoleName.OBJECT)
        if not subject or not other:
            return None
        ends = self._end(subject[0]), self._end(other[0])
        return None if ends[0] == ends[1] else ends  # nobody stands to themselves

    def _end(self, filler: Filler) -> str:
        """The actor's id, the name of a place, or the words of what is neither."""
        if filler.reference in self._places:
            return self._places[filler.reference or ""].name
        return filler.reference if filler.reference in self._actors else self._targets.bare(filler)


def _kind_of(frames: Sequence[Frame]) -> str | None:
    """The kind that says most, among those of the group that most of the frames belong to; an unspecific word counts
    for every group."""
    named = [kinds()[f.kind].group for f in frames if kinds()[f.kind].rank > 0]
    groups = Counter(g for g in named if g != "operation") or Counter(named)  # a siege may be one of any of them
    most = max(groups.values(), default=0)
    leading = [f.kind for f in frames if not groups or groups[kinds()[f.kind].group] == most]
    return max(leading or [f.kind for f in frames], key=lambda kind: kinds()[kind].rank, default=None)


def _is_same_office(short: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """True for one person's office and status, told twice ("Mayor", "mayor") or first in fewer words than second."""
    (kind, person, office, status), (other_kind, other, longer, other_status) = short, whole
    same = (kind, person, status) == (other_kind, other, other_status)
    few, more = office.casefold(), longer.casefold()
    return same and (few == more or more.endswith(f" {few}") or more.startswith(f"{few} of "))


def _is_about(words: str) -> bool:
    """True for "about 70", "some 100": a figure, if a rough one; not for "dozens"."""
    return any(c.isdigit() for c in words) or words.lower().partition(" ")[0] in {"about", "around", "nearly", "almost"}


def _is_capture(frame: Frame) -> bool:
    """True for prisoners taken in a fight, which is no kidnapping where there is a fight to tell of."""
    return frame.kind == "kidnapping" and any(t.kind == "arrest" for t in triggers().get((lemma_of(frame), "VERB"), ()))


def _is_day(value: str) -> bool:
    days = days_of(value)
    return days is not None and days[0] == days[1]


def _of_attackers(count: Count, frame: Frame, doers: set[str | None], struck_back: bool) -> Count:
    """A toll of those who are said to have done it, or whom the forces killed in it, is a toll of attackers."""
    victims = {f.reference for f in frame.fillers_of(RoleName.VICTIM)}
    own = struck_back or (bool(victims) and victims <= doers)
    return replace(count, effect=CountEffect.ATTACKERS_KILLED) if own and count.effect is CountEffect.KILLED else count
