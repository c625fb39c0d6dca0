"""How a frame compares with an incident told before it, and what speaks for its being one of its own.

Each feature is a method that gives one of a few named levels; `weights.tsv` says what each level adds. A frame joins
the incident with the highest sum, or opens one where the opening features add up to more.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from hearsay.records.analysis import Analysis, Sentence
from hearsay.records.document import BlockKind
from hearsay.records.edtf import compatible, days_of, past_interval
from hearsay.records.frame import Frame, RoleName
from hearsay.records.incident import CountEffect
from hearsay.records.place import Place, PlacePrecision
from hearsay.records.positions import Positions
from hearsay.records.tree import Tree
from hearsay.vocabulary.kinds import kinds, triggers

VIOLENT = frozenset({"assault", "killing", "bombing", "strike", "clash", "operation"})
_DAMAGE = frozenset({"arson", "displacement", "abuse", "riot", "protest"})
_TAKING = frozenset({"kidnapping", "arrest"})
_NEW = frozenset(
    """another separate second third fourth fifth sixth earlier previous similar other recent last past further
    unrelated different""".split()
)
_MOST = frozenset({"bad", "worst", "big", "biggest", "deadly", "deadliest", "large", "largest", "bloody", "bloodiest"})
_TURNS = frozenset("elsewhere meanwhile separately earlier later previously also another other".split())
_POINTS_BACK = frozenset({"the", "this", "that", "these", "those", "its", "their"})
_FINE = frozenset({PlacePrecision.SITE, PlacePrecision.CITY, PlacePrecision.ADMIN2})
_STRUCK = frozenset({RoleName.TARGET, RoleName.VICTIM})
_ANYBODY = frozenset({"people", "person", "other", "one", "man", "woman", "they", "them", "he", "she", "it", "who"})
_THEY = frozenset({"they", "he", "she", "them", "him", "her"})
_THOSE = frozenset(
    """attacker assailant gunman bomber killer kidnapper hijacker shooter raider intruder militant rebel insurgent
    guerrilla terrorist bandit victim dead wounded injured hostage driver""".split()
)
_FOUND_LATER = frozenset({"die", "dead", "death", "body", "corpse", "toll", "fatality"})
"""Words for what may come days after the event: the wounded die, bodies are found."""
_WEEK = 7  # days

Toll = tuple[CountEffect, int | None, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What of a frame is compared, looked up once. `spread` is how many days its time leaves open."""

    frame: Frame
    group: str
    generic: bool
    effect: bool
    time: str | None
    places: frozenset[str]
    fine: frozenset[str]
    within: frozenset[str]
    targets: frozenset[str]
    hurt: frozenset[str]
    names: frozenset[str]
    victims: frozenset[str]
    doers: frozenset[str]
    tolls: frozenset[Toll]
    refers: bool
    number: int
    sentence: Sentence
    wording: str
    turns: bool

    @property
    def adds_nothing(self) -> bool:
        """True for a frame with neither a time nor a town of its own."""
        return self.time is None and not self.fine


@dataclass(slots=True)
class Group:
    """The frames of one incident while it is being put together.

    Beside the frames stands what the features ask of all of them together, kept up to date so that a long report
    costs no more a frame than a short one. `told` holds each frame's offset and sentence number, in text order.
    """

    frames: list[Frame] = field(default_factory=list)
    told: list[tuple[int, int]] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    specific: set[str] = field(default_factory=set)
    times: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    fine: set[str] = field(default_factory=set)
    within: set[str] = field(default_factory=set)
    targets: set[str] = field(default_factory=set)
    hurt: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    victims: set[str] = field(default_factory=set)
    doers: set[str] = field(default_factory=set)
    tolls: set[Toll] = field(default_factory=set)
    titled: bool = False

    def put(self, told: Told) -> None:
        """Takes a frame in."""
        self.titled = self.titled or (not self.frames and is_title(told.sentence))
        self.frames.append(told.frame)
        insort(self.told, (told.frame.trigger.start, told.number))
        self.kinds.add(told.group)
        self.specific |= set() if told.generic or told.effect else {told.group}
        self.times |= {told.time} if told.time else set()
        for mine, theirs in (
            (self.places, told.places),
            (self.fine, told.fine),
            (self.within, told.within),
            (self.targets, told.targets),
            (self.hurt, told.hurt),
            (self.names, told.names),
            (self.victims, told.victims),
            (self.doers, told.doers),
        ):
            mine |= theirs
        self.tolls |= told.tolls


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a group stands among the others when a frame is told: last told of, told of most, how far back."""

    last: bool
    most: bool
    distance: int


def levels(told: Told, group: Group, standing: Standing, opening: Sentence | None) -> dict[str, str]:
    """The level of each joining feature, by the feature's name."""
    return {name: feature(told, group, standing, opening) for name, feature in JOINING.items()}


def opening_levels(told: Told, opening: Sentence | None) -> dict[str, str]:
    """The level of each opening feature, by the feature's name."""
    return {name: feature(told, opening) for name, feature in OPENING.items()}


# joining: each says how the frame compares with the group


def kind(told: Told, group: Group, _: Standing, __: Sentence | None) -> str:
    """Whether the words may name one happening: all violence may, a strike is no clash, an arrest stands apart."""
    if told.group in group.kinds:
        return "same"
    mine, violent = told.group, bool(group.kinds & VIOLENT)
    if mine in VIOLENT and violent:
        if told.generic or told.effect or not group.specific:
            return "unspecific"
        pair = {mine, *group.specific}
        if pair == {"strike", "clash"}:
            return "strike and clash"
        return "blast and clash" if pair <= {"bombing", "clash", "operation"} else "violent"
    if (mine in _DAMAGE and violent) or (mine in VIOLENT and group.kinds & _DAMAGE):
        return "damage"
    if (mine in _TAKING and violent) or (mine in VIOLENT and group.kinds & _TAKING):
        if "arrest" in {mine, *group.specific}:
            return "arrested"
        return "taken, same" if told.victims & group.victims else "taken"
    return "apart"


def time(told: Told, group: Group, _: Standing, __: Sentence | None) -> str:
    """Whether they happened at one time, as far as the words say."""
    if told.time is None or not group.times:
        return "neither" if told.time is None and not group.times else "group's" if told.time is None else "own"
    if not all(compatible(told.time, t) for t in group.times):
        later = _lemma(told.frame) in _FOUND_LATER and _is_soon_after(told.time, group.times)
        return "effect later" if later else "other"
    spreads = [_spread(t) for t in group.times]
    coarse = (_spread(told.time) > _WEEK) != (min(spreads) > _WEEK)
    return "longer" if coarse else "same"


def place(told: Told, group: Group, _: Standing, opening: Sentence | None) -> str:
    """Whether they happened at one place, as far as the words say; headlines say "near" a city for what lies by it."""
    if not told.places or not group.places:
        return "neither" if not told.places and not group.places else "group's" if not told.places else "own"
    if told.fine and group.fine:
        if told.fine & group.fine:
            return "same town"
        return "other town, lead" if _retells(told, group, opening) else "other town"
    if told.places & group.within or group.places & told.within:
        return "same area"
    return "other area"


def struck(told: Told, group: Group, _: Standing, __: Sentence | None) -> str:
    """Whether the same was hit: the same actor, the same noun, another of that noun by its name, or another. People
    are compared with people and things with things: policemen are killed in an attack on a station."""
    mine, theirs = told.targets | told.hurt, group.targets | group.hurt
    if mine & theirs:
        return "another of them" if told.names and group.names and not told.names & group.names else "same"
    comparable = (told.targets and group.targets) or (told.hurt and group.hurt)
    return "other" if comparable else "unsaid"


def doer(told: Told, group: Group, _: Standing, __: Sentence | None) -> str:
    """Whether the same actor is said to have done it; rival claims are no contradiction."""
    if told.doers & group.doers:
        return "same"
    if told.refers:
        return "referred to"
    return "other" if told.doers and group.doers else "unsaid"


def toll(told: Told, group: Group, _: Standing, __: Sentence | None) -> str:
    """Whether they give the same figure for the same effect."""
    if told.tolls & group.tolls:
        return "same"
    effects = {effect for effect, _, _ in group.tolls}
    mine = [(e, low, high) for e, low, high in told.tolls if e in effects]
    if not mine:
        return "unsaid"
    exact = [low for _, low, high in mine if low is not None and low == high]
    theirs = [low for e, low, high in group.tolls if low is not None and low == high]
    if not exact or not theirs:
        return "vague"
    size = "smaller" if max(exact) < max(theirs) else "larger"
    return size if not told.adds_nothing else f"{size}, no details"


def wording(told: Told, group: Group, standing: Standing, opening: Sentence | None) -> str:
    """How the word takes its event: as known ("the attack"), as one more ("another"), as new ("an attack"); the lead
    tells as new what the headline told."""
    if told.wording.startswith("new") and _retells(told, group, opening):
        return "new, lead"
    if told.wording == "new" and told.adds_nothing and not (told.targets or told.hurt):
        return "new, no details"
    return f"{told.wording}, last" if standing.last and told.wording.startswith("known") else told.wording


def distance(told: Told, _: Group, standing: Standing, __: Sentence | None) -> str:
    """How many sentences ago the incident was last told of, and whether the frame has a time or town of its own."""
    steps = standing.distance
    far = "same sentence" if steps == 0 else "next" if steps == 1 else "near" if steps <= 3 else "far"
    return far if told.adds_nothing else f"{far}, with details"


def effect(told: Told, group: Group, standing: Standing, _: Sentence | None) -> str:
    """ "Fifty were wounded", with neither time nor place, is an effect of what was told just before."""
    if not told.effect:
        return "effects only" if standing.distance == 0 and not group.specific else "no"
    if not told.adds_nothing:
        return "here, with details" if standing.distance == 0 else "no"
    return "here" if standing.distance == 0 else "next" if standing.distance == 1 else "later"


def story(told: Told, group: Group, standing: Standing, opening: Sentence | None) -> str:
    """The lead tells again what the headline tells; later words are likelier about the incident told of most."""
    if _retells(told, group, opening):
        return "headline's"
    if standing.most:
        return "most, with details" if not told.adds_nothing else "most"
    return "last" if standing.last else "other"


def turn(told: Told, _: Group, standing: Standing, __: Sentence | None) -> str:
    """A sentence that opens with "elsewhere" or "in another" leaves what was told before it."""
    return "turns" if told.turns and standing.distance > 0 else "goes on"


# opening: each says how much speaks for an incident of the frame's own


def new_wording(told: Told, _: Sentence | None) -> str:
    """How the word takes its event, as above."""
    return told.wording


def new_details(told: Told, _: Sentence | None) -> str:
    """What the frame says of its own: when, where (a town), or neither."""
    return {
        (True, True): "time and town",
        (True, False): "time",
        (False, True): "town",
        (False, False): "area" if told.places else "neither",
    }[(told.time is not None, bool(told.fine))]


def new_content(told: Told, _: Sentence | None) -> str:
    """Whom or what it befell, as far as the frame says."""
    if told.effect:
        return "effect, counted" if told.tolls else "effect"
    return "counted" if told.tolls else "struck" if told.targets or told.hurt else "bare"


def new_turn(told: Told, opening: Sentence | None) -> str:
    """Where the frame stands: under a turn of the telling, in a title, in the lead, or further on."""
    if told.turns:
        return "turns"
    return "title" if is_title(told.sentence) else "lead" if _is_early(told.sentence, opening) else "body"


def new_kind(told: Told, _: Sentence | None) -> str:
    """Its kind group; unspecific words open few incidents."""
    return "unspecific" if told.generic else told.group


Joining = Callable[[Told, Group, Standing, Sentence | None], str]
JOINING: Mapping[str, Joining] = {
    f.__name__: f for f in (kind, time, place, struck, doer, toll, wording, distance, effect, story, turn)
}
OPENING: Mapping[str, Callable[[Told, Sentence | None], str]] = {
    f.__name__.replace("_", " "): f for f in (new_wording, new_details, new_content, new_turn, new_kind)
}


class Lookup:
    """Looks up what is compared of each frame of one analysis."""

    def __init__(self, analysis: Analysis) -> None:
        self._published = analysis.document.published
        self._tree = Tree(analysis.tokens)
        self._places: Mapping[str, Place] = {place.id: place for place in analysis.places}
        self._times = {time.span: time.value for time in analysis.times}
        self._positions = Positions(analysis.tokens, analysis.sentences)
        self._told: dict[str, Told] = {}
        self.opening = next((s for s in analysis.sentences if s.block is BlockKind.BODY), None)

    def told(self, frame: Frame) -> Told:
        """What of the frame is compared."""
        if frame.id not in self._told:
            self._told[frame.id] = self._look_up(frame)
        return self._told[frame.id]

    def _look_up(self, frame: Frame) -> Told:
        places = self.places_of(frame)
        fine, within = self._around(places)
        tolls = frozenset((c.effect, c.low, c.high) for c in frame.counts if c.low is not None or c.high is not None)
        sentence = self._positions.sentence_of(frame.token)
        return Told(
            frame=frame,
            group=kinds()[frame.kind].group,
            generic=_is_generic(frame),
            effect=is_effect(frame),
            time=self.time_of(frame),
            places=frozenset(places),
            fine=fine,
            within=within,
            targets=self._struck(frame, RoleName.TARGET),
            hurt=self._struck(frame, RoleName.VICTIM),
            names=self._names_struck(frame),
            victims=frozenset(f.reference for f in frame.fillers_of(RoleName.VICTIM) if f.reference),
            doers=frozenset(f.reference for f in frame.fillers_of(RoleName.PERPETRATOR) if f.reference),
            tolls=tolls,
            refers=self._refers(frame),
            number=self._positions.number_of(frame.token),
            sentence=sentence,
            wording=self._wording(frame, sentence),
            turns=self._turns(frame, sentence),
        )

    def time_of(self, frame: Frame) -> str | None:
        """The frame's time as a date or range; a past duration is counted back from publication, if that is known."""
        value = self._times.get(frame.time) if frame.time else None
        if value is None or not value.startswith("P"):
            return value
        return past_interval(value, self._published) if self._published else None

    def places_of(self, frame: Frame) -> list[str]:
        """The ids of the places of a frame: where it happened, and targets that are places."""
        roles = {RoleName.PLACE, RoleName.TARGET}
        found = [f.reference for f in frame.fillers if f.role in roles and f.reference in self._places]
        return [place for place in dict.fromkeys(found) if place is not None]

    def _around(self, places: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
        """The towns (or smaller) among the places and what they lie in that is no larger, so that a site and its town
        agree; and everything that any of the places lies in, with the places."""
        fine: set[str] = set()
        within: set[str] = set()
        for identity in places:
            at: Place | None = self._places[identity]
            small = True
            while at is not None and at.id not in within:
                within.add(at.id)
                small = small and at.precision in _FINE
                if small:
                    fine.add(at.id)
                at = self._places.get(at.within or "")
        return frozenset(fine), frozenset(within)

    def _refers(self, frame: Frame) -> bool:
        """True where those who did it or were hurt are told of as known: "they", "the attackers", "the victims"."""
        for filler in frame.fillers:
            if filler.role in {RoleName.PERPETRATOR, RoleName.VICTIM}:
                token = self._tree.tokens[filler.head]
                dets = {self._tree.tokens[i].lemma.lower() for i in self._tree.children(filler.head, "det")}
                if token.lemma.lower() in _THEY or (dets & _POINTS_BACK and token.lemma.lower() in _THOSE):
                    return True
        return False

    def _struck(self, frame: Frame, role: RoleName) -> frozenset[str]:
        told = [f for f in frame.fillers if f.role is role]
        words = {self._tree.tokens[f.head].lemma.lower() for f in told}
        return frozenset((words | {f.reference for f in told if f.reference}) - _ANYBODY)

    def _names_struck(self, frame: Frame) -> frozenset[str]:
        """The proper nouns put before what was hit: "Santo Tomas" of "the Santo Tomas farm"."""
        heads = [f.head for f in frame.fillers if f.role in _STRUCK]
        below = [i for head in heads for i in self._tree.children(head, "compound", "nmod", "flat") if i < head]
        tokens = self._tree.tokens
        return frozenset(tokens[i].text.casefold() for i in below if tokens[i].tag == "PROPN")

    def _wording(self, frame: Frame, sentence: Sentence) -> str:
        token = self._tree.tokens[frame.token]
        below = self._tree.children(frame.token, "det", "amod", "nmod")
        words = {self._tree.tokens[i].lemma.lower() for i in below}
        if words & _NEW and token.tag == "NOUN":
            return "one more"
        if words & _MOST and token.tag == "NOUN" and self._tree.is_relation(frame.token, "nsubj", "obl"):
            return "one of them"
        if token.tag == "NUM":
            return "listed"  # one more town in a list with a toll each
        if token.tag != "NOUN" and not (token.tag == "ADJ" and words & _POINTS_BACK):
            return "told"
        plural = token.text.lower() != token.lemma.lower()
        if words & _POINTS_BACK and self._is_described(frame):
            return "described"  # "the murder of a bar owner": the article goes with what follows
        if words & _POINTS_BACK or self._is_dated_by_owner(frame):
            return "known, several" if plural else "known"
        if "a" in words or "an" in words:
            return "new"
        return "headline" if is_title(sentence) else "new, several" if plural else "bare"

    def _is_described(self, frame: Frame) -> bool:
        """True for an event noun whose own phrase says whom or what it befell."""
        after = [i for i in self._tree.children(frame.token, "nmod", "acl") if i > frame.token]
        heads = {f.head for f in frame.fillers if f.role in _STRUCK}
        return any(heads & set(self._tree.subtree(i)) for i in after)

    def _is_dated_by_owner(self, frame: Frame) -> bool:
        """True for "Saturday's explosion", "last week's attacks": what is dated so is taken as known."""
        owners = self._tree.children(frame.token, "nmod:poss")
        return frame.time is not None and any(frame.time.overlaps(self._tree.tokens[i].span) for i in owners)

    def _turns(self, frame: Frame, sentence: Sentence) -> bool:
        """True behind a sentence's opening that turns to something else: "elsewhere", "in a separate attack"."""
        head = self._tree.tokens[sentence.first : min(sentence.first + 4, frame.token + 1)]
        return any(t.lemma.lower() in _TURNS | _NEW for t in head)


def _spread(value: str) -> int:
    """How many days a value leaves open, 1 for a day; 1 too for what has no days."""
    days = days_of(value)
    return 1 if days is None else (days[1] - days[0]).days + 1


def _is_soon_after(time: str, others: set[str]) -> bool:
    """True within a week after: the wounded die, and bodies are found."""
    mine = days_of(time)
    theirs = [days for other in others if (days := days_of(other)) is not None]
    return mine is not None and bool(theirs) and all(0 <= (mine[0] - days[1]).days <= _WEEK for days in theirs)


def _retells(told: Told, group: Group, opening: Sentence | None) -> bool:
    """True for a headline, standfirst or lead under a headline's incident."""
    apart = told.wording in {"one more", "one of them"}
    return group.titled and not apart and (is_title(told.sentence) or _is_early(told.sentence, opening))


def is_title(sentence: Sentence) -> bool:
    """True for a sentence of the headline or standfirst."""
    return sentence.block in {BlockKind.HEADLINE, BlockKind.STANDFIRST}


def _is_early(sentence: Sentence, opening: Sentence | None) -> bool:
    """True for the first sentence of the body and what stands in its paragraph or the next."""
    return opening is not None and opening.first <= sentence.first and sentence.paragraph <= opening.paragraph + 1


def _lemma(frame: Frame) -> str:
    return frame.by.removeprefix("trigger:")


def _is_generic(frame: Frame) -> bool:
    lemma = _lemma(frame)
    return any(t.role == "generic" for tag in ("NOUN", "VERB") for t in triggers().get((lemma, tag), ()))


def is_effect(frame: Frame) -> bool:
    """True for a frame that tells what an event did ("killed", "dead"), not what it was."""
    lemma = _lemma(frame)
    return any(t.effect for tag in ("NOUN", "VERB", "ADJ") for t in triggers().get((lemma, tag), ()))


def standing_of(told: Told, group: Group, last: Group | None, most: Group | None) -> Standing:
    """Where the group stands when the frame is told; distances are capped at 30 sentences."""
    before = bisect_right(group.told, (told.frame.trigger.start, told.number))
    last_told = group.told[before - 1][1] if before else told.number
    return Standing(
        last=group is last,
        most=group is most and len(group.frames) > 1,
        distance=min(30, told.number - last_told),
    )


@cache
def weights() -> Mapping[tuple[str, str], float]:
    """What each level of each feature adds; `weights.tsv` says how they were fitted."""
    text = files("hearsay.incidents").joinpath("weights.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {(feature, level): float(weight) for feature, level, weight in rows}
