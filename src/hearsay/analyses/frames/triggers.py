"""Which words of a report tell of an incident, and of which kind."""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.analyses.frames.aiming import DRIVING, driven_into, is_fired_at
from hearsay.analyses.frames.counts import count_of, number_right_before
from hearsay.analyses.frames.modality import is_attempted
from hearsay.analyses.frames.phrases import Found, done_to_death, dragged_off, is_person
from hearsay.analyses.frames.syntax import agents, patients, subjects
from hearsay.records.actor import ActorKind
from hearsay.records.tree import Tree
from hearsay.vocabulary.kinds import Trigger, kinds, triggers
from hearsay.vocabulary.nouns import actor_noun, target_kind, weapon_class

_ARMED_MODIFIERS = frozenset(
    """military army security police air drone missile rocket artillery naval ground counterterrorism
    counter-terrorism anti-terrorist anti-terror counterinsurgency clearance cordon search joint rescue special
    combat guerrilla bombing clearing mopping-up commando""".split()
)
"""What makes an operation, a strike, a sweep or a campaign one of arms."""
_NOT_CARRIED = frozenset("failed fail abortive foiled foil botched botch unsuccessful bungled".split())
_LABOUR = frozenset({"hunger", "general", "labor", "labour", "rail", "teacher", "bus", "worker", "miner", "wildcat"})
_DESCRIBED_AS = (
    (frozenset({"suicide"}), frozenset({"attack", "bombing", "explosion", "armed assault"}), "suicide bombing"),
    (frozenset({"drone", "unmanned"}), frozenset({"attack", "air strike", "bombing"}), "drone strike"),
    (frozenset({"air", "aerial", "warplane", "jet"}), frozenset({"attack", "armed assault", "bombing"}), "air strike"),
    (
        frozenset({"mortar", "rocket", "missile", "artillery", "shell", "katyusha"}),
        frozenset({"attack", "air strike", "bombing"}),
        "shelling",
    ),
    (frozenset({"grenade"}), frozenset({"attack", "explosion", "bombing"}), "bombing"),
    (
        frozenset({"bomb", "car-bomb", "bombing", "explosive", "dynamite", "ied", "landmine", "mine"}),
        frozenset({"attack", "explosion"}),
        "bombing",
    ),
    (frozenset({"arson"}), frozenset({"attack"}), "arson"),
    (frozenset({"knife", "machete", "axe"}), frozenset({"attack"}), "armed assault"),
    (frozenset({"chemical", "gas", "sarin", "chlorine"}), frozenset({"attack", "bombing"}), "chemical attack"),
    (frozenset({"gun", "shooting", "gunfire", "firearm"}), frozenset({"attack"}), "shooting"),
)
_BEARING_ARMS = frozenset({ActorKind.ARMED_GROUP, ActorKind.STATE_FORCE})
_MANY = 10  # people who are killed at once and not one by one
_SETTING_OFF = frozenset({"detonate", "trigger", "set"})
_GROUND = frozenset(
    """city town village base capital territory area airport checkpoint post outpost camp province district region
    encampment headquarters stronghold position port airfield barracks garrison border crossing road
    highway hill bridge""".split()
)
WRECKING = frozenset(
    """tear rip hit strike rock shake devastate destroy flatten wreck target crash slam land fall smash plough plow
    level damage demolish shatter rain blow gut wound scar""".split()
)
"""What a bomb or a shell does where it is the event itself."""
_BANDS = frozenset({"gunman", "bandit", "attacker", "assailant", "raider", "herder", "herdsman", "gang", "man"})
"""Whose invasion of a place is a raid."""
_CROWDS = frozenset({"demonstrator", "protester", "protestor", "rioter", "mob", "crowd", "marcher", "hooligan"})
"""Whose violence is a riot."""
_CAPTORS = _BANDS | _CROWDS | {"villager", "resident", "kidnapper", "rebel", "militant", "guerrilla", "pirate"}
"""Who has no law to hold anybody by."""
_PLANTING = frozenset({"plant", "throw", "hurl", "drop", "lob", "place", "toss", "fire"})
_MINES = frozenset({"mine", "landmine", "land-mine", "ied"})
_MADE_SAFE = frozenset({"defuse", "disarm", "deactivate", "dismantle"})
_FOUND_BY = frozenset({"find", "discover", "spot", "locate", "uncover"})
_HAIL = frozenset({"bullet", "fire", "gunfire", "shot"})
_EXPLOSIVE = frozenset({"explosive", "incendiary", "bomb", "nail", "blast", "suicide"})
"""What makes a device a bomb."""
_BEHIND = frozenset({"questioning", "custody", "hostage", "prisoner", "captive"})
"""Partners that the parser may hang on those held: "held five men for questioning"."""
_FOUND = frozenset(
    """find discover recover retrieve pull dump unearth exhume uncover count collect dig bring remove see locate litter
    lie strew pile deposit throw leave""".split()
)
"""What happens to bodies where they tell of deaths."""
_BODIES = frozenset({"body", "corpse"})
_ARMS = frozenset({"weapon", "arm", "munition", "ammunition", "equipment"})
_BADLY = frozenset({"hard", "hardest", "badly", "worst", "heavily"})
_COUNTERS = frozenset({"number", "count", "total", "toll", "figure"})
_NOT_HEADS = frozenset({"compound", "nmod:npmod", "nmod:unmarked", "flat", "goeswith"})


def find_triggers(tree: Tree, first: int, last: int, titled: bool = False) -> Iterator[Found]:
    """The triggers of the sentence `tokens[first:last]`, in text order; `titled`: its capitals mean no names."""
    for index in range(first, last):
        found = _trigger_at(tree, index, titled)
        if found is not None:
            yield found


def may_trigger(tree: Tree, index: int) -> bool:
    """True for a word that tells of an incident, with the particle or object that it needs: "set ablaze", not "set"."""
    token = tree.tokens[index]
    entries = triggers().get((token.lemma.lower(), token.tag), ())
    return any(_partner(tree, index, entry) is not None for entry in entries)


def _trigger_at(tree: Tree, index: int, titled: bool) -> Found | None:
    token = tree.tokens[index]
    tag = "NOUN" if token.tag == "PROPN" and (titled or token.entity is None) else token.tag
    if tag not in {"NOUN", "VERB", "ADJ"}:
        return None
    told = triggers().get((token.lemma.lower(), tag), ())
    for entry in told or triggers().get((token.text.lower(), tag), ()):  # "25 wounded": a noun in any form
        partner = _partner(tree, index, entry)
        if partner is None or not _is_meant(tree, index, entry):
            continue
        kind = _refined(tree, index, entry.kind)
        return Found(token=index, entry=entry, kind=kind, indexes=tuple(sorted({index, *partner})))
    return done_to_death(tree, index) or dragged_off(tree, index)


def _partner(tree: Tree, index: int, entry: Trigger) -> list[int] | None:
    """The particle or object noun of a phrasal trigger; empty when it needs none, None when it is missing."""
    if entry.partner is None:
        return []
    head = tree.tokens[index].head
    if tree.is_relation(index, "acl") and head is not None and tree.tokens[head].lemma.lower() == entry.partner:
        return [head]  # "nineteen hostages held by X"
    spots = tree.children(index, "compound", "obj", "xcomp", "advmod", "obl", "nmod")
    if head is not None and tree.is_relation(index, "xcomp"):
        spots += tree.children(head, "obj")  # "five had their throats cut"
    if entry.partner in _BEHIND:
        spots += tree.children(index, "advcl")
        spots += [i for child in tree.children(index, "obj") for i in tree.children(child, "nmod", "acl")]
    for child in spots:
        if entry.partner in {tree.tokens[child].lemma.lower(), tree.tokens[child].text.lower()}:
            return [child]
    return None


def _is_meant(tree: Tree, index: int, entry: Trigger) -> bool:
    """False for words that only look like an incident: "arrest warrant", "bomb squad", "hunger strike"."""
    token = tree.tokens[index]
    if entry.tag == "NOUN" and tree.is_relation(index, *_NOT_HEADS):
        return False
    if entry.tag == "VERB" and tree.is_relation(index, "amod"):
        return False  # "a detained fighter", "the slain men": told of in passing, not told
    if entry.role in {"modified", "weapon"}:
        return _is_of_arms(tree, index, entry)
    if entry.partner in _HAIL and tree.tokens[index].lemma in {"rake", "riddle", "pepper"}:
        return bool(patients(tree, index))
    if (entry.lemma, entry.partner) == ("take", "over"):
        return _takes_over(tree, index)
    if entry.lemma in _BODIES:
        return _bodies_tell(tree, index)
    if entry.partner == "off" and entry.lemma != "go":
        return any(weapon_class(tree.tokens[i].lemma) is not None for i in patients(tree, index))  # no alarm
    if entry.lemma in DRIVING:
        return driven_into(tree, index) is not None
    if entry.lemma == "fire" and entry.tag == "VERB":
        return is_fired_at(tree, index)
    if entry.lemma == "come":
        return any(tree.case_of(i) == "under" for i in _partner(tree, index, entry) or ())
    if entry.lemma == "target" and entry.tag == "NOUN":
        return _is_the_target(tree, index)
    if entry.lemma in {"missing", "miss"}:
        return _is_missing(tree, index)
    if entry.lemma == "dead":
        before = tree.is_relation(index, "amod") and (token.head or 0) > index
        return not before and _dead_counts(tree, index)
    if _strikes_nobody(tree, index, entry):
        return False
    if entry.lemma in {"hospitalise", "hospitalize"}:
        return _is_beside_deaths(tree, index)
    if entry.lemma == "hold" and entry.partner is None:
        return _is_held_by(tree, index)
    if entry.lemma == "seize":
        return _takes_place(tree, index) or any(is_person(tree, i) for i in patients(tree, index))
    if entry.lemma in {"strike", "hit", "hang", "beat", "burn", "battle", "shell", "capture", "spray", "knife", "bomb"}:
        return token.tag != "VERB" or _has_human_or_armed_sense(tree, index)
    return True


def _is_of_arms(tree: Tree, index: int, entry: Trigger) -> bool:
    """True for an "operation" of soldiers and none of labour, and for a bomb or device that does something."""
    words = set(modifiers(tree, index))
    if entry.role == "modified":
        return (bool(words & _ARMED_MODIFIERS) or _armed_carrier(tree, index)) and not words & _LABOUR
    return (entry.lemma != "device" or bool(words & _EXPLOSIVE)) and _weapon_is_event(tree, index)


def _is_missing(tree: Tree, index: int) -> bool:
    """True for people who "are missing", which the parser may take for a verb; not for who misses a train."""
    if tree.tokens[index].tag != "VERB":
        return tree.is_relation(index, "xcomp") or bool(tree.children(index, "cop", "nsubj"))
    told = tree.tokens[index].text.lower() == "missing" and bool(tree.children(index, "aux", "cop"))
    return told and not patients(tree, index)


def _strikes_nobody(tree: Tree, index: int, entry: Trigger) -> bool:
    """True for verbs of striking that strike nobody here."""
    verb = tree.tokens[index].tag == "VERB"
    if entry.lemma in {"destroy", "hit", "shoot", "target", "capture", "mutilate"} and verb:
        struck = [tree.tokens[i].lemma for i in patients(tree, index)]
        if struck and all(_is_thing(lemma) for lemma in struck):
            return True  # "destroyed 549 drones", "captured arms": nobody is attacked or taken
    if entry.lemma == "burn" and _counted_lemmas(tree, patients(tree, index)) & _BODIES:
        return True  # "nine of the bodies were badly burned"
    if entry.lemma == "hit" and any(tree.tokens[i].lemma.lower() in _BADLY for i in tree.children(index, "advmod")):
        return True  # "the village hit hardest"
    if entry.lemma == "hit" and any(tree.tokens[i].tag == "NUM" for i in tree.children(index, "obj")):
        return True  # "as the toll hits 137"
    # "troops battling the rebels": what they are there for
    return entry.lemma == "battle" and verb and tree.is_relation(index, "acl")


def _counted_lemmas(tree: Tree, heads: list[int]) -> set[str]:
    """The lemmas of nouns, and of what they count: "eleven of the bodies"."""
    below = [i for head in heads for i in tree.children(head, "nmod")]
    return {tree.tokens[i].lemma.lower() for i in [*heads, *below]}


def _is_thing(lemma: str) -> bool:
    return weapon_class(lemma) is not None or lemma in _BODIES | _ARMS


def _bodies_tell(tree: Tree, index: int) -> bool:
    """ "The bodies of 15 people were found", "35 bodies lay in the road": not "bodies were so badly burned"."""
    head = tree.tokens[index].head
    if head is None or not tree.is_relation(index, "obj", "nsubj"):
        return False
    return tree.tokens[head].lemma.lower() in _FOUND


def _takes_over(tree: Tree, index: int) -> bool:
    """ "Rebels took over a town hall": who bears arms or protests takes a building or a place; no company changes
    hands."""
    taken = {tree.tokens[i].lemma.lower() for i in patients(tree, index)}
    who = _counted_lemmas(tree, agents(tree, index))
    armed = any((noun := actor_noun(lemma)) is not None and noun.kind in _BEARING_ARMS for lemma in who)
    return (armed or bool(who & _CROWDS)) and any(lemma in _GROUND or target_kind(lemma) is not None for lemma in taken)


def _is_beside_deaths(tree: Tree, index: int) -> bool:
    """ "Killed two and hospitalised 15": by itself the word tells of the ill as well."""
    first = tree.path_up(index, "conj")
    head = tree.tokens[first].head
    if tree.tokens[first].tag == "NOUN" and head is not None:
        first = head  # parsers hang it on "people" of "killed two people and hospitalised 15"
    beside = [first, *tree.children(first, "conj")]
    return any(t.effect for i in beside if i != index for t in triggers().get((tree.tokens[i].lemma, "VERB"), ()))


def _is_held_by(tree: Tree, index: int) -> bool:
    """ "Four inspectors were held for a day by an angry crowd": whom a crowd or a band holds is its hostage;
    police hold suspects, and rebels towns."""
    by = _counted_lemmas(tree, [i for i in tree.children(index, "obl") if tree.case_of(i) == "by"])
    told = tree.children(index, "aux:pass") or tree.children(index, "aux")
    return bool(told) and bool(by & _CAPTORS) and any(is_person(tree, i) for i in patients(tree, index))


def _is_the_target(tree: Tree, index: int) -> bool:
    """ "Its presumed target was an office", "the post that was the target of the attack": not "regular targets"."""
    token = tree.tokens[index]
    below = {tree.tokens[i].lemma.lower() for i in tree.children(index, "det", "nmod:poss")}
    if not below & {"the", "its", "their"} or token.text.lower() != "target":
        return False
    head = token.head
    named = head is not None and tree.is_relation(index, "nsubj") and tree.tokens[head].tag in {"NOUN", "PROPN"}
    own = bool(tree.children(index, "cop") and tree.children(index, "nsubj"))
    return own or (named and head is not None and bool(tree.children(head, "cop")))


def _armed_carrier(tree: Tree, index: int) -> bool:
    """ "The security forces have launched several operations": whose doing makes it one of arms."""
    head = tree.tokens[index].head
    if (
        head is None
        or not tree.is_relation(index, "obj")
        or tree.tokens[index].lemma not in {"operation", "campaign", "sweep"}
    ):
        return False
    for subject in subjects(tree, head):
        words = [tree.tokens[i].lemma.lower() for i in tree.children(subject, "compound", "amod")]
        terms = [tree.tokens[subject].lemma.lower(), *(f"{w} {tree.tokens[subject].lemma.lower()}" for w in words)]
        if any((noun := actor_noun(t)) is not None and noun.kind in _BEARING_ARMS for t in terms):
            return True
    return False


def _takes_place(tree: Tree, index: int) -> bool:
    """True for "seized the city", "captured two bases": ground is taken, nobody is arrested."""
    heads = patients(tree, index)
    return any(tree.tokens[i].lemma.lower() in _GROUND or tree.tokens[i].entity == "LOC" for i in heads)


def _weapon_is_event(tree: Tree, index: int) -> bool:
    """A bomb is an event where it does something: subject of a verb of effect, or planted, thrown, found."""
    head = tree.tokens[index].head
    if head is None:
        return True
    above = tree.tokens[head]
    effect = any(t.effect for t in triggers().get((above.lemma, "VERB"), ()))
    if tree.is_relation(index, "nsubj") and (effect or above.lemma in WRECKING):
        return True
    done_to = tree.is_relation(index, "obj", "nsubj:pass")
    if tree.tokens[index].lemma.lower() in _MINES and _is_run_over(tree, index, head):
        return True
    if above.lemma in _FOUND_BY:  # "was found in a bus and defused"
        joined = [i for i in tree.children(head, "conj") if tree.tokens[i].lemma in _MADE_SAFE]
        return done_to and bool(joined)
    return done_to and above.lemma in _PLANTING | _MADE_SAFE


def _is_run_over(tree: Tree, index: int, verb: int) -> bool:
    """ "Their car hit a mine", "the truck ran over a landmine", "a boy stepped on a mine"."""
    lemma, case = tree.tokens[verb].lemma, tree.case_of(index)
    if tree.is_relation(index, "obj"):
        return lemma in {"hit", "strike", "trigger", "touch"}
    return case in {"on", "over", "onto", "upon"} and lemma in {"step", "drive", "run", "tread", "walk", "roll", "pass"}


def _dead_counts(tree: Tree, index: int) -> bool:
    """ "left 13 dead", "13 people were dead", "13 dead", "among the dead": not "dead end"."""
    token = tree.tokens[index]
    head = token.head
    if head is not None and tree.tokens[head].lemma.lower() in _COUNTERS:
        return True  # "put the number of dead at 23"
    if number_right_before(tree.tokens, index) is not None:
        return True  # "counted 16 dead"
    if token.tag == "NOUN":
        return bool(tree.children(index, "nummod", "det"))
    return tree.is_relation(index, "xcomp", "root", "acl", "conj", "ccomp", "amod") or bool(
        tree.children(index, "cop", "nsubj")
    )


def _has_human_or_armed_sense(tree: Tree, index: int) -> bool:
    """Ambiguous verbs count only with somebody or something armed about them, told by their object or subject."""
    return bool(patients(tree, index)) and bool(subjects(tree, index) or tree.children(index, "obl"))


def modifiers(tree: Tree, index: int) -> list[str]:
    """The lemmas, lower case, of what is put before a noun: "suicide", "car", "bomb" of "suicide car bomb attack"."""
    near = [i for i in tree.subtree(index, frozenset({"nmod", "acl", "appos", "conj", "case", "obl"})) if i != index]
    return [
        tree.tokens[i].lemma.lower()
        for i in near
        if tree.is_relation(i, "compound", "amod", "nmod", "flat") and i < index
    ]


def _refined(tree: Tree, index: int, kind: str) -> str:
    """The kind that a trigger's modifiers or instrument make of it: a "suicide" attack, a strike by a "drone"."""
    if tree.tokens[index].lemma in {"capture", "seize"} and _takes_place(tree, index):
        return "military operation"
    if tree.tokens[index].lemma == "invade" and tree.tokens[index].tag == "VERB" and not _takes_place(tree, index):
        return "armed assault"  # "gunmen invaded the vicarage"
    if tree.tokens[index].lemma == "invade" and _counted_lemmas(tree, agents(tree, index)) & _BANDS:
        return "armed assault"  # "bandits invaded the village"
    riotous = kind in {"attack", "armed assault", "arson"} and tree.tokens[index].tag == "VERB"
    if riotous and _counted_lemmas(tree, agents(tree, index)) & _CROWDS:
        return "riot"  # "demonstrators attacked party offices with stones"
    if tree.tokens[index].tag == "VERB" and tree.tokens[index].lemma in DRIVING:
        return driven_into(tree, index) or kind
    if kind == "assassination" and _befell_many(tree, index):
        return "killing"
    words = set(modifiers(tree, index)) | _instruments(tree, index)
    if kind == "coup" and (words & _NOT_CARRIED or is_attempted(tree, index)):
        return "coup attempt"
    if kind == "killing" and tree.tokens[index].tag == "VERB" and {"suicide", "bomber"} <= words:
        return "suicide bombing"  # "a suicide bomber killed nine policemen"
    for signs, from_kinds, to_kind in _DESCRIBED_AS:
        if kind in from_kinds and words & signs and kinds()[to_kind].rank >= kinds()[kind].rank:
            return to_kind
    return kind


def _befell_many(tree: Tree, index: int) -> bool:
    """True for "31 villagers were assassinated": an assassination is of somebody in particular."""
    heads = patients(tree, index) if tree.tokens[index].tag == "VERB" else tree.children(index, "nmod")
    found = [number for head in heads if (number := count_of(tree, head)) is not None]
    return any((number.low or 0) >= _MANY for number in found)


def _instruments(tree: Tree, index: int) -> set[str]:
    """Lemmas of what it was done with, or of a bomber as its subject."""
    heads = [i for i in tree.children(index, "obl", "nmod") if tree.case_of(i) in {"with", "using", "by", "from"}]
    if tree.tokens[index].tag == "VERB":
        heads += subjects(tree, index)
        if tree.tokens[index].lemma in _SETTING_OFF:
            heads += patients(tree, index)  # "detonated a bomb"
    found = {tree.tokens[i].lemma.lower() for i in heads}
    return found.union(*(modifiers(tree, i) for i in heads)) if heads else found
