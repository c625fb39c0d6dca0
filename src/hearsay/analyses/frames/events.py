"""Event frames: a trigger with who did it, to whom, with what, where, when and how many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from hearsay.analyses.frames.aiming import DRIVING, driven_at
from hearsay.analyses.frames.drafts import Draft
from hearsay.analyses.frames.generalities import is_generality
from hearsay.analyses.frames.listings import by_place
from hearsay.analyses.frames.modality import is_bare_plural, is_hypothetical, was_prevented
from hearsay.analyses.frames.phrases import Found
from hearsay.analyses.frames.scene import Scene
from hearsay.analyses.frames.struck import (
    aimed_at,
    is_bare_participle,
    planted_at,
    shared_aim,
    targets_of,
    was_attacked,
    whole_of,
)
from hearsay.analyses.frames.syntax import agents, is_passive, obliques, patients, subjects
from hearsay.analyses.frames.tolls import COMES_UPON, counts_of
from hearsay.analyses.frames.triggers import WRECKING, find_triggers
from hearsay.analyses.frames.tying import tied
from hearsay.analyses.frames.whereabouts import is_whose, opens_clause, with_stray_places
from hearsay.analyses.frames.whose import by_its_rank, by_the_warded_off, doers_of_the_whole, sides_of
from hearsay.records.document import BlockKind
from hearsay.records.frame import Act, Filler, Frame, RoleName
from hearsay.records.ids import content_id
from hearsay.records.tree import Tree
from hearsay.vocabulary.hedges import hedge_of
from hearsay.vocabulary.kinds import kinds, triggers

LIGHT_VERBS: Mapping[str, RoleName] = {
    **dict.fromkeys(
        """carry launch stage mount conduct perpetrate commit execute make lead undertake plant throw hurl lob toss drop
        place fire detonate trigger set release fight wage attempt""".split(),
        RoleName.PERPETRATOR,
    ),
    **dict.fromkeys(("plan", "mastermind", "orchestrate", "organise", "organize", "order", "plot"), RoleName.PLANNER),
    **dict.fromkeys(("finance", "fund", "sponsor", "bankroll", "back"), RoleName.SPONSOR),
}
"""Verbs that say who did what their object names: "carried out the raid", "the attack was planned by"."""

_PLACES = ("in", "at", "near", "outside", "inside", "around", "across", "along", "on", "throughout", "off", "between")
_CARRYING = frozenset({"evacuate", "fly", "airlift", "rescue", "transport", "flee", "escape", "displace"})
_WEAPONS = ("with", "using", "from", "by")
_VICTIM_NOUNS = frozenset(
    {"killing", "massacre", "assassination", "execution", "kidnapping", "arrest", "sexual violence", "torture"}
)
_ARMED_KINDS = frozenset({"assault", "bombing", "strike", "killing", "clash"})
_STATE_KINDS = frozenset({"strike", "operation"})
_STATE_RAIDS = frozenset({"raid", "assault", "incursion", "onslaught"})
"""What a nation's adjective tells the doer of: "Israeli air strikes"; of an "Iraqi bombing" it tells the place."""
OWNED = frozenset({"life", "throat"})
"""What is taken of somebody where they are killed: "claimed the lives of 12"."""
_GOING_OFF = frozenset({"go", "explode", "burst", "erupt"})
_BEATING = frozenset({"rout", "route", "defeat", "oust", "expel", "drive", "beat", "crush", "overwhelm", "vanquish"})
"""What one side does to the other in a fight; "route" is what the model makes of "routed"."""
_CAMPAIGNING = frozenset("step intensify escalate increase resume renew launch continue wage mount".split())
_WITH_OTHERS = frozenset(
    """charge link threaten connect associate deal cope struggle agree disagree grapple compare tie help assist credit
    coincide start begin open end continue follow""".split()
)
"""Verbs whose "with an attack" is no attack of their subject's."""
_OF_WHAT = frozenset({"ambush", "siege", "bombardment", "hijack", "murder"})
_THROWING = frozenset({"throw", "hurl", "lob", "toss", "drop", "fire", "plant", "place", "launch"})
_HAPPEN = frozenset({"happen", "occur", "take", "come", "begin", "start", "follow", "erupt", "break", "unfold"})


def event_frames(scene: Scene, first: int, last: int) -> list[Frame]:
    """The event frames of the sentence `tokens[first:last]`, effects tied to the event that had them."""
    titled = scene.sentence_of(first).block is BlockKind.HEADLINE
    drafts = [Draft(found=f, frame=_frame(scene, f)) for f in find_triggers(scene.tree, first, last, titled)]
    drafts = [d for d in drafts if not (d.found.entry.effect and _tells_nothing(d.frame))]
    listed: list[Frame] = []
    for number, draft in enumerate(drafts):
        own, more = by_place(scene, draft.frame, last)
        drafts[number] = replace(draft, frame=own)
        listed += more
    drafts = with_stray_places(scene, drafts, first, last, {f.head for frame in listed for f in frame.fillers})
    by_token = {d.found.token: d for d in drafts}
    return [*(tied(scene.tree, draft, by_token) for draft in drafts), *listed]


def _tells_nothing(frame: Frame) -> bool:
    """True for an effect with neither a number nor anybody it befell."""
    return not frame.counts and not frame.fillers_of(RoleName.VICTIM) and not frame.fillers_of(RoleName.PERPETRATOR)


def _frame(scene: Scene, found: Found) -> Frame:
    tree, index = scene.tree, found.token
    trigger = tree.span(found.indexes)
    noun = tree.tokens[index].tag != "VERB"
    fillers = _noun_fillers(scene, found) if noun else _verb_fillers(scene, found)
    kind = "suicide bombing" if _blew_himself_up(tree, found) else found.kind
    held = kinds()[kind].group == "arrest" and found.entry.lemma != "crackdown"
    if held and any(f.role is RoleName.PERPETRATOR and scene.is_rebel(f.head) for f in fillers):
        kind = "kidnapping"  # whom rebels capture is no prisoner of the law
    counts = tuple(counts_of(scene, found, fillers))
    specific = bool(counts) or any(f.role in {RoleName.PLACE, RoleName.TARGET, RoleName.VICTIM} for f in fillers)
    named = [a for f in fillers if (a := scene.actor_at(f.head)) is not None and scene.is_named(a)]
    time = None if found.entry.lemma == "toll" else scene.time_of(index)  # a toll rises later
    told = specific or named or _is_carried_out(tree, index, fillers) or _has_struck(tree, index)
    told = told or (time is not None and _has_broken_out(tree, index))
    generic = (noun and is_bare_plural(tree, index) and not told) or _is_general(scene, index, time is not None)
    return Frame(
        id=content_id("frame", scene.document_id, trigger.start, trigger.end, found.entry.kind),
        trigger=trigger,
        token=index,
        evidence=scene.clause_span(index),
        act=Act.EVENT,
        kind=kind,
        fillers=tuple(sorted(fillers, key=lambda f: f.span)),
        counts=counts,
        time=time,
        negated=_is_denied(tree, index),
        hedge=hedge_of(tree, index) or _hedge_above(tree, index),
        hypothetical=generic or is_hypothetical(tree, index) or was_prevented(tree, index),
        by=f"trigger:{found.entry.lemma}",
    )


def _is_general(scene: Scene, index: int, dated: bool) -> bool:
    """True for what tells of a practice or heads a section; headlines tell in the present what happened once."""
    body = scene.sentence_of(index).block is BlockKind.BODY
    return body and (is_generality(scene.tree, index, dated) or scene.is_crosshead(index))


def _is_carried_out(tree: Tree, index: int, fillers: Iterable[Filler]) -> bool:
    """True for "launched air strikes" with somebody who did: particular ones, however many."""
    head = tree.tokens[index].head
    carried = head is not None and tree.is_relation(index, "obj") and tree.tokens[head].lemma in LIGHT_VERBS
    return carried and any(f.role is RoleName.PERPETRATOR for f in fillers)


def _has_broken_out(tree: Tree, index: int) -> bool:
    """True for the "clashes" that "broke out", with the day told beside it: those that did."""
    head = tree.tokens[index].head
    if head is None or not tree.is_relation(index, "nsubj") or tree.children(head, "aux", "mark"):
        return False
    verb = tree.tokens[head]
    happened = verb.lemma in _HAPPEN or verb.lemma.removesuffix("ed") in _HAPPEN  # "erupted" may be its own lemma
    return happened and verb.text.lower() not in _HAPPEN and not verb.text.lower().endswith(("s", "ing"))


def _has_struck(tree: Tree, index: int) -> bool:
    """True for the "air strikes" that "killed 41 people": those that did it."""
    head = tree.tokens[index].head
    if head is None or not tree.is_relation(index, "nsubj") or tree.tokens[head].tag != "VERB":
        return False
    verb = tree.tokens[head]
    wrecks = verb.lemma in WRECKING or any(t.effect for t in triggers().get((verb.lemma, "VERB"), ()))
    return verb.text.lower() != verb.lemma and wrecks


def _is_denied(tree: Tree, index: int) -> bool:
    if tree.is_negated(index):
        return True
    head = tree.tokens[index].head
    light = head is not None and tree.tokens[index].tag == "NOUN" and tree.tokens[head].lemma in LIGHT_VERBS
    return light and head is not None and tree.is_negated(head)


def _hedge_above(tree: Tree, index: int) -> str | None:
    """The hedge of the light verb that carries an event noun: "may have carried out the attack"."""
    head = tree.tokens[index].head
    if head is None or tree.tokens[index].tag == "VERB" or tree.tokens[head].lemma not in LIGHT_VERBS:
        return None
    return hedge_of(tree, head)


def _blew_himself_up(tree: Tree, found: Found) -> bool:
    objects = patients(tree, found.token) if tree.tokens[found.token].tag == "VERB" else []
    reflexive = any(tree.tokens[i].lemma.lower().endswith(("self", "selves")) for i in objects)
    vest = any(tree.tokens[i].lemma.lower() in {"vest", "belt"} for i in objects)
    return found.entry.kind in {"bombing", "explosion"} and (reflexive or vest)


def _verb_fillers(scene: Scene, found: Found) -> list[Filler]:
    tree, verb = scene.tree, found.token
    fillers: list[Filler] = []
    victims = [v for v in patients(tree, verb) if v not in found.indexes and not scene.is_time(v)]
    victims = [v for v in victims if not (tree.tokens[v].tag == "VERB" and tree.is_relation(v, "conj"))]
    doers = [i for i in agents(tree, verb) if not was_attacked(tree, verb, i)]
    if found.entry.effect and tree.tokens[verb].lemma in {"die", "perish", "miss", "missing"}:
        victims, doers = doers, []
    if found.entry.effect and not victims and is_bare_participle(tree, verb):
        victims, doers = doers, []
    if tree.tokens[verb].lemma == "come":  # under fire
        victims, doers = doers, []
    if tree.tokens[verb].lemma in _GOING_OFF and not victims:
        doers = [i for i in doers if scene.is_weapon(i)]  # nobody "goes off" but what explodes
    if found.entry.partner in OWNED:
        victims, doers = _bereft(scene, found), [] if found.entry.lemma == "lose" else doers
    if found.entry.effect is not None:
        victims = [v for v in victims if scene.may_be_hurt(v)]
    if found.entry.lemma in DRIVING:
        fillers += scene.fillers(RoleName.WEAPON, [v for v in victims if scene.is_weapon(v)])
        victims = driven_at(tree, verb)
    if kinds()[found.kind].group in _ARMED_KINDS:
        # "detonated a car bomb", "fired rockets": what is used is no target
        used = [v for v in victims if scene.is_weapon(v)]
        victims = [v for v in victims if v not in used]
        fillers += scene.fillers(RoleName.WEAPON, used)
    fillers += scene.fillers(RoleName.VICTIM if scene.hurts(found.kind, victims) else RoleName.TARGET, victims)
    fillers += [f for f in scene.fillers(RoleName.PERPETRATOR, doers) if scene.can_act(f.head)]
    arms = [] if tree.tokens[verb].lemma in _CARRYING else [i for i in doers if scene.is_weapon(i)]
    armed = scene.fillers(RoleName.WEAPON, arms)
    fillers += [f for f in armed if not _is_happening(tree, f.head)]
    weapons = [f.head for f in fillers if f.role is RoleName.WEAPON]
    fillers += scene.fillers(RoleName.TARGET, [i for w in weapons for i in planted_at(tree, w)])
    fillers += scene.fillers(RoleName.PERPETRATOR, [i for w in weapons for i in scene.owners_of(w)])
    if not doers:
        fillers += _in_a_campaign(scene, verb)
    fillers += _surroundings(scene, verb)
    if found.entry.partner in {"fire", "ablaze"} and found.entry.lemma == "set":
        fillers += scene.fillers(RoleName.TARGET, obliques(tree, verb, "to"))
    if tree.tokens[verb].lemma in {"fire", "open", "shoot", "clash", "battle", "strike"}:
        aims = obliques(tree, verb, "on", "at", "with", "against", "into", "upon") or shared_aim(tree, verb)
        fillers += scene.fillers(
            RoleName.TARGET, [i for i in aims if not (scene.is_time(i) or scene.is_weapon(i) or _is_spot(scene, i))]
        )
    return fillers


def _bereft(scene: Scene, found: Found) -> list[int]:
    """Whose life or throat it was: "the lives of 12 people", "slit the guards' throats", "five had their throats cut",
    "nine lost their lives"."""
    tree, verb = scene.tree, found.token
    part = next(i for i in found.indexes if i != verb)
    owners = [*obliques(tree, part, "of"), *(o for i in tree.children(part, "nmod:poss") for o in tree.conjuncts(i))]
    named = [i for i in owners if tree.tokens[i].tag != "PRON"]
    if named:
        return named
    head = tree.tokens[verb].head
    if tree.is_relation(verb, "xcomp") and head is not None:
        return subjects(tree, head)
    return subjects(tree, verb) if found.entry.lemma == "lose" else owners


def _noun_fillers(scene: Scene, found: Found) -> list[Filler]:
    tree, noun = scene.tree, found.token
    fillers = scene.fillers(RoleName.PERPETRATOR, obliques(tree, noun, "by") or doers_of_the_whole(scene, noun))
    owners = [i for child in tree.children(noun, "nmod:poss") for i in tree.conjuncts(child) if not scene.is_time(i)]
    if tree.tokens[noun].tag == "ADJ":
        # "60 people were wounded": the parser takes some participles for adjectives
        over = tree.tokens[noun].head if tree.is_relation(noun, "xcomp") else None
        found_so = over is not None and tree.tokens[over].lemma in COMES_UPON  # "were found dead", not "shot dead"
        seen = patients(tree, over) if found_so and over is not None else []
        heads = [*tree.children(noun, "nsubj"), *seen]
        told = [i for child in heads for i in tree.conjuncts(child) if scene.may_be_hurt(i)]
        fillers += scene.fillers(RoleName.VICTIM, told)
    if found.kind in _VICTIM_NOUNS or found.entry.effect:
        # "the death of twelve people" tells who died, "the dead of one ward" whose dead they are
        whose = [] if found.entry.lemma in {"dead", "wounded", "injured"} else obliques(tree, noun, "of")
        fillers += scene.fillers(RoleName.VICTIM, [*whose, *owners])
    else:
        fillers += [f for f in scene.fillers(RoleName.PERPETRATOR, owners) if scene.can_act(f.head)]
        lemma = tree.tokens[noun].lemma.lower()
        if lemma.endswith("ing") or lemma in _OF_WHAT:
            # "the bombing of a ferry": these nouns take what was hit with "of"
            struck = [i for i in obliques(tree, noun, "of") if not scene.is_time(i)]
            fillers += scene.fillers(RoleName.VICTIM if scene.hurts(found.kind, struck) else RoleName.TARGET, struck)
    before = [i for i in tree.children(noun, "compound", "amod", "nmod") if i < noun and not scene.is_time(i)]
    named = [i for i in before if scene.is_armed_actor(i) and scene.place_at(i) is None]
    if kinds()[found.kind].group in _STATE_KINDS or found.entry.lemma in _STATE_RAIDS:
        named += scene.state_of(noun)
    role = RoleName.VICTIM if found.entry.effect else RoleName.PERPETRATOR  # "the police death toll": whose dead
    fillers += scene.fillers(role, [i for i in named if tree.case_of(i) is None])
    fillers += scene.coalition_of(noun)
    fillers += targets_of(scene, noun)
    if kinds()[found.kind].group == "clash":
        sides = sides_of(scene, noun) if not any(f.role is RoleName.PERPETRATOR for f in fillers) else []
        fillers += scene.fillers(RoleName.PERPETRATOR, sides)
        met = [i for i in obliques(tree, noun, "with", "between") if i not in sides]
        fillers += scene.fillers(RoleName.TARGET, met)
    fillers += scene.fillers(RoleName.PERPETRATOR, by_its_rank(scene, noun) or by_the_warded_off(scene, noun))
    fillers += _surroundings(scene, noun)
    fillers += _told_by_verb(scene, noun)
    return fillers


def _is_spot(scene: Scene, index: int) -> bool:
    """True for the place of "shot dead at X": where it was, not what was hit."""
    return scene.place_at(index) is not None and scene.tree.case_of(index) == "at"


def _is_happening(tree: Tree, index: int) -> bool:
    """True for a noun that is an event and no thing: the "strikes" of "air strikes killed 17"."""
    entries = triggers().get((tree.tokens[index].lemma.lower(), "NOUN"), ())
    return any(entry.role != "weapon" for entry in entries)


def _surroundings(scene: Scene, index: int) -> list[Filler]:
    """Where and with what: prepositional phrases of a trigger, and places put before an event noun."""
    tree = scene.tree
    first = scene.sentence_of(index).first
    places = [i for i in obliques(tree, index, *_PLACES) if scene.place_at(i) is not None]
    # "... hit a bank, while in the port of X, a second bomb": the place of the clause that it opens
    places = [i for i in places if i < index or not opens_clause(tree, i, first)]
    before = [i for i in tree.children(index, "compound", "nmod:poss", "amod") if not is_whose(tree, i)]
    places += [i for i in before if scene.place_at(i) is not None]
    carried = tree.tokens[index].lemma in _CARRYING  # "evacuated by helicopter"
    weapons = [] if carried else [i for i in obliques(tree, index, *_WEAPONS) if scene.is_weapon(i)]
    weapons += [i for i in tree.children(index, "compound") if scene.is_weapon(i)]
    return scene.fillers(RoleName.PLACE, places) + scene.fillers(RoleName.WEAPON, weapons)


def _told_by_verb(scene: Scene, noun: int) -> list[Filler]:
    """What the verb that carries an event noun adds: who carried it out, what it hit, where it happened."""
    tree = scene.tree
    fillers: list[Filler] = []
    victims = obliques(tree, noun, "of")  # "a massacre of civilians conducted by the army"
    verbs = [v for i in (noun, *victims) for v in tree.children(i, "acl") if tree.tokens[v].tag == "VERB"]
    verbs = [v for v in verbs if tree.tokens[v].head == noun or tree.tokens[v].lemma in LIGHT_VERBS]
    head = tree.tokens[noun].head
    if head is not None and tree.tokens[head].tag == "VERB" and tree.is_relation(noun, "obj", "nsubj"):
        verbs.append(head)
        # "the ambush is believed to have been committed by X"
        verbs += [v for v in tree.children(head, "xcomp") if tree.tokens[v].tag == "VERB"]
    fillers += _by_instrument(scene, noun)
    over = tree.tokens[noun].lemma.lower() in {"mine", "landmine", "ied"} and head is not None
    if over and head is not None and tree.is_relation(noun, "obj", "obl"):
        fillers += scene.fillers(RoleName.TARGET, [i for i in subjects(tree, head) if not scene.can_act(i)])
    if tree.case_of(noun) == "under":  # "a post came under fire", "was under attack"
        said = noun if tree.children(noun, "cop") else head
        come = said is not None and (said == noun or tree.tokens[said].lemma == "come")
        fillers += scene.fillers(RoleName.TARGET, subjects(tree, said) if said is not None and come else [])
    if found_as(tree, noun) == "target":
        fillers += scene.fillers(RoleName.TARGET, aimed_at(tree, noun))
    for verb in verbs:
        lemma = tree.tokens[verb].lemma
        role = LIGHT_VERBS.get(lemma)
        carried = noun in patients(tree, verb) or (tree.is_relation(verb, "acl") and is_passive(tree, verb))
        if role is not None and carried:
            against = [i for i in obliques(tree, verb, "with", "against", "on") if scene.can_act(i)]
            if lemma in _THROWING:
                at = obliques(tree, verb, "at", "into", "onto", "through", "inside", "under", "toward", "towards")
                free = [i for i in at if not scene.is_time(i) and i not in against]
                against += [i for i in free if scene.place_at(i) is None or scene.is_site(i)]
            fillers += scene.fillers(RoleName.TARGET, against)
            fillers += [f for f in scene.fillers(role, agents(tree, verb)) if scene.can_act(f.head)]
            fillers += _surroundings(scene, verb)
        elif lemma in _HAPPEN or (lemma in WRECKING and not carried):
            fillers += _surroundings(scene, verb)
            if lemma not in _HAPPEN or lemma == "fall":
                into = [i for i in obliques(tree, verb, "through", "into", "on", "onto") if not scene.is_time(i)]
                hit = [whole_of(tree, i) for i in [*patients(tree, verb), *into] if i != noun]
                hit = [i for i in hit if scene.place_at(i) is None or scene.is_site(i)]
                fillers += scene.fillers(RoleName.TARGET, hit)
    return fillers


def found_as(tree: Tree, noun: int) -> str:
    """The lemma that a noun is a trigger by."""
    return tree.tokens[noun].lemma.lower()


def _in_a_campaign(scene: Scene, verb: int) -> list[Filler]:
    """ "The X have stepped up attacks, with seven policemen killed on Saturday": whose attacks they are told of."""
    tree = scene.tree
    above = tree.tokens[verb].head
    marks = {tree.tokens[i].lemma.lower() for i in tree.children(verb, "mark", "case")}
    if above is None or "with" not in marks or tree.tokens[above].lemma not in _CAMPAIGNING:
        return []
    told = [i for i in patients(tree, above) if (tree.tokens[i].lemma.lower(), "NOUN") in triggers()]
    doers = [i for i in agents(tree, above) if scene.is_armed_actor(i)]
    return scene.fillers(RoleName.PERPETRATOR, doers) if told else []


def _by_instrument(scene: Scene, noun: int) -> list[Filler]:
    """ "Russia used missiles during an attack": who used the weapon in it did it; "the X broke a truce with a bombing":
    what an armed actor does with an event is that event; who "routed the Y in bloody fighting" fought it."""
    tree = scene.tree
    verb = tree.tokens[noun].head
    if verb is None or is_passive(tree, verb):
        return []
    above = tree.tokens[verb].head
    if tree.case_of(noun) == "with" and tree.is_relation(verb, "obj") and above is not None:
        verb = above  # parsers hang "with a bombing" on what was broken
    if tree.is_relation(noun, "obl", "nmod") and tree.case_of(noun) == "with" and _may_do_with(tree, verb):
        return scene.fillers(RoleName.PERPETRATOR, [i for i in agents(tree, verb) if scene.is_armed_actor(i)])
    if not tree.is_relation(noun, "obl") or tree.case_of(noun) not in {"in", "during"}:
        return []
    fought = tree.tokens[verb].lemma in _BEATING and bool(patients(tree, verb))
    if not fought and tree.tokens[verb].lemma not in {"use", "fire", "deploy", "employ", "drop"}:
        return []
    return [f for f in scene.fillers(RoleName.PERPETRATOR, agents(tree, verb)) if scene.can_act(f.head)]


def _may_do_with(tree: Tree, verb: int) -> bool:
    """True for a verb whose "with an attack" tells what its subject did."""
    active = tree.tokens[verb].tag == "VERB" and not is_passive(tree, verb)
    return active and tree.tokens[verb].lemma not in _WITH_OTHERS | {"start", "begin", "end", "open", "close"}
