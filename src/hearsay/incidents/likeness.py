"""How a frame compares with an incident told before it, and what speaks for its being one of its own.

Each feature is a function that gives one of a few named levels; `weights.tsv` says what each level adds. A frame joins
the incident with the highest sum, or opens one where the opening features add up to more.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hearsay.incidents.told import Group, Told
from hearsay.incidents.triggered import is_title, lemma_of
from hearsay.neural.sameness import likely_same
from hearsay.records.analysis import Sentence
from hearsay.records.edtf import compatible, days_of
from hearsay.vocabulary.kinds import FOUND_LATER

VIOLENT = frozenset({"assault", "killing", "bombing", "strike", "clash", "operation"})
_DAMAGE = frozenset({"arson", "displacement", "abuse", "riot", "protest"})
_TAKING = frozenset({"kidnapping", "arrest"})
_ANYTHING = frozenset({"incident", "tragedy", "atrocity", "outrage"})
"""Words for whatever happened."""
_WEEK = 7  # days
_HEARD = 4  # words of an incident, the first and the last told, that the model is asked about
_ALIKE = 0.5  # likelihood


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a group stands among the others when a frame is told: last told of, told of most, the only one so far, how
    far back."""

    last: bool
    most: bool
    only: bool
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
    if lemma_of(told.frame) in _ANYTHING:
        return "unspecific"
    if mine in VIOLENT and violent:
        if told.generic or told.effect or not group.specific:
            return "unspecific"
        pair = {mine, *group.specific}
        if pair == {"strike", "clash"}:
            return "strike and clash"
        return "blast and clash" if pair <= {"bombing", "clash", "operation"} else "violent"
    if (mine in _DAMAGE and violent) or (mine in VIOLENT and group.kinds & _DAMAGE):
        return "damage left" if told.left and told.adds_nothing and not told.doers else "damage"
    if (mine in _TAKING and violent) or (mine in VIOLENT and group.kinds & _TAKING):
        if "arrest" in {mine, *group.specific}:
            return "arrested"
        return "taken, same" if told.victims & group.victims else "taken"
    return "apart"


def time(told: Told, group: Group, _: Standing, __: Sentence | None) -> str:
    """Whether they happened at one time, as far as the words say; "the attack happened on Tuesday" dates what was told
    without a date."""
    if told.time is None or not group.times:
        if told.time is None:
            return "group's" if group.times else "neither"
        bare = not (told.fine or told.targets or told.hurt or told.tolls)
        return "dates it" if bare and told.wording.startswith("known") else "own"
    if not all(compatible(told.time, t) for t in group.times):
        later = lemma_of(told.frame) in FOUND_LATER and _is_soon_after(told.time, group.times)
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
    """Whether the same actor is said to have done it; rival claims are no contradiction. Whom an attack struck did not
    do it: what they do is another incident, but for a fight."""
    if told.doers & group.doers:
        return "same"
    struck_back = told.doers & (group.targets | group.hurt) or group.doers & (told.targets | told.hurt)
    if struck_back and "clash" not in group.kinds | {told.group}:
        return "was struck"
    if told.refers:
        return "referred to"
    return "other" if told.doers and group.doers else "unsaid"


def toll(told: Told, group: Group, _: Standing, __: Sentence | None) -> str:
    """Whether they give the same figure for the same effect."""
    shared = {t for t in told.tolls & group.tolls if t[2] != 0}  # that nobody was hurt is said of many
    if shared:
        return "one each" if all(low == high == 1 for _, low, high in shared) else "same"
    effects = {effect for effect, _, _ in group.tolls}
    mine = [(e, low, high) for e, low, high in told.tolls if e in effects]
    if not mine:
        return "unsaid"
    exact = [low for _, low, high in mine if low is not None and low == high]
    theirs = [low for e, low, high in group.tolls if low is not None and low == high]
    if not exact or not theirs:
        return "vague"
    if told.more:
        return "added"
    if told.superseded:
        return "vague"
    if max(exact) == 1:
        return "one of them"  # "his brother was among the dead"
    size = "smaller" if max(exact) < max(theirs) else "larger"
    return size if not told.adds_nothing else f"{size}, no details"


def part(told: Told, group: Group, _: Standing, __: Sentence | None) -> str:
    """Whether it is one of several that were summed up: with a town of its own, where the sum has none."""
    if told.ordinal and group.several and told.group in group.kinds and not told.several and _is_placed(told):
        return "of several"
    figures, others = ({(effect, low) for effect, low, _ in tolls} for tolls in (told.tolls, group.tolls))
    if not group.several or group.towns or not told.towns or told.several or figures & others:
        return "unsaid"
    return "of several, retold" if not told.tolls else "of several"


def _is_placed(told: Told) -> bool:
    """True where it says when or where, or what it hit: what only counts ("a second bomb was found") is no part."""
    return told.time is not None or bool(told.places or told.targets)


def wording(told: Told, group: Group, standing: Standing, opening: Sentence | None) -> str:
    """How the word takes its event: as known ("the attack"), as one more ("another"), as new ("an attack"); the lead
    tells as new what the headline told."""
    if told.wording.startswith("new") and told.wording != "new, quoted" and _retells(told, group, opening):
        return "new, lead"
    if told.wording == "new" and told.adds_nothing and told.bare:
        return "new, no details"
    return f"{told.wording}, last" if standing.last and told.wording.startswith("known") else told.wording


def distance(told: Told, _: Group, standing: Standing, __: Sentence | None) -> str:
    """How many sentences ago the incident was last told of, and whether the frame has a time or town of its own."""
    steps = standing.distance
    far = "same sentence" if steps == 0 else "next" if steps == 1 else "near" if steps <= 3 else "far"
    return far if told.adds_nothing else f"{far}, with details"


def effect(told: Told, group: Group, standing: Standing, _: Sentence | None) -> str:
    """ "Fifty were wounded", with neither time nor place, is an effect of what was told just before."""
    if told.effect and told.beside & group.tokens and not told.refers:
        return "no"
    if not told.effect:
        return "effects only" if standing.distance == 0 and not group.specific else "no"
    if not told.adds_nothing:
        return "here, with details" if standing.distance == 0 else "no"
    if standing.last and standing.distance <= 1 and told.tolls and not (group.tolls or told.doers):
        return "first toll"  # an event was told, and here is what it did
    return "here" if standing.distance == 0 else "next" if standing.distance == 1 else "later"


def story(told: Told, group: Group, standing: Standing, opening: Sentence | None) -> str:
    """The lead tells again what the headline tells; later words are likelier about the incident told of most."""
    if _retells(told, group, opening):
        return "headline's"
    if standing.only:
        return "only, with details" if not told.adds_nothing else "only"
    if standing.most:
        return "most, with details" if not told.adds_nothing else "most"
    return "last" if standing.last else "other"


def turn(told: Told, _: Group, standing: Standing, __: Sentence | None) -> str:
    """A sentence that opens with "elsewhere" or "in another" leaves what was told before it."""
    return "turns" if told.turns and standing.distance > 0 else "goes on"


def order(told: Told, group: Group, _: Standing, __: Sentence | None) -> str:
    """ "Troops struck after a bomber attacked": what came before something else is another thing."""
    if told.refers:
        return "unsaid"  # "stormed one house before they killed a guard in another": the same go on
    if told.beside & group.tokens:
        return "one after the other"
    # "after the attack we counted 17 bodies": what an event did comes after it
    return "one after the other" if told.frame.token in group.beside and not told.effect else "unsaid"


def model(told: Told, group: Group, _: Standing, __: Sentence | None) -> str:
    """What the reader's model makes of the two words, where it says anything; learned on MUC-4's reports of several
    incidents. It is heard only where it finds them unlike all that was told of the incident: that it calls two words
    alike says little, for it calls most so."""
    if not told.vector or not group.vectors or told.effect or told.refers:
        return "silent"
    heard = [*group.vectors[:_HEARD], *group.vectors[_HEARD:][-_HEARD:]]
    return "unlike" if max(likely_same(told.vector, vector) for vector in heard) < _ALIKE else "like"


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
    f.__name__: f
    for f in (kind, time, place, struck, doer, toll, part, wording, distance, effect, story, turn, order, model)
}
OPENING: Mapping[str, Callable[[Told, Sentence | None], str]] = {
    f.__name__.replace("_", " "): f for f in (new_wording, new_details, new_content, new_turn, new_kind)
}


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


def _is_early(sentence: Sentence, opening: Sentence | None) -> bool:
    """True for the first sentence of the body and what stands in its paragraph or the next."""
    return opening is not None and opening.first <= sentence.first and sentence.paragraph <= opening.paragraph + 1


def standing_of(told: Told, group: Group, last: Group | None, most: Group | None, only: bool = False) -> Standing:
    """Where the group stands when the frame is told; distances are capped at 30 sentences."""
    before = bisect_right(group.told, (told.frame.trigger.start, told.number))
    last_told = group.told[before - 1][1] if before else told.number
    return Standing(
        last=group is last,
        most=group is most and len(group.frames) > 1,
        only=only,
        distance=min(30, told.number - last_told),
    )


@cache
def weights() -> Mapping[tuple[str, str], float]:
    """What each level of each feature adds; `weights.tsv` says how they were fitted."""
    text = files("hearsay.incidents").joinpath("weights.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {(feature, level): float(weight) for feature, level, weight in rows}
