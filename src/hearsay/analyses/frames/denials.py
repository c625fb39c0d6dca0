"""Frames of denial: who says that it was not they, in the many ways of saying so."""

from __future__ import annotations

from hearsay.analyses.frames.modality import is_open_question
from hearsay.analyses.frames.responsibility import IT, PART, Word, below, carries_out, events_of, is_event, is_told
from hearsay.analyses.frames.scene import Scene
from hearsay.analyses.frames.syntax import agents, obliques, patients, subjects
from hearsay.records.actor import Actor, ActorKind
from hearsay.records.frame import Act
from hearsay.records.tree import Tree
from hearsay.vocabulary.cues import cue

_DENYING = frozenset({"deny", "disclaim", "reject", "disown", "disavow"})
_REFUTING = _DENYING | {"dismiss", "refute", "rebut"}
_CHARGES = frozenset({"accusation", "allegation", "charge", "claim", "report", "suggestion", "rumour", "rumor"})
_ACCUSATIONS = frozenset({"accusation", "allegation", "charge", "claim"})
_BASELESS = frozenset(
    """baseless false untrue unfounded groundless ridiculous absurd lie nonsense fabrication rubbish propaganda
    foundation basis merit""".split()
)
"""What an accusation is said to be, or to be without, by whoever denies it."""
_SAYING = frozenset("say tell insist add state maintain declare stress claim announce reiterate".split())
_ISSUING = frozenset({"issue", "make", "post", "release", "publish", "send", "circulate", "broadcast"})
_SHYING = frozenset({"distance", "dissociate", "disassociate"})
_TAKING_PART = frozenset({"have", "play", "take"})
_STATE = frozenset({ActorKind.STATE_FORCE, ActorKind.GOVERNMENT})
OWN_WORDS = frozenset({"his", "her", "its", "their"})
SIDES = frozenset(
    """group organisation organization movement party army force forces man men fighter troop soldier militia faction
    government country member side people unit guerrilla rebel supporter officer police""".split()
)
"""Whom a speaker means by "his group", "their fighters"."""
_PRONOUNS = frozenset({"it", "they", "he", "she", "we", "i"})


def denial(scene: Scene, index: int) -> Word | None:
    """ "denied responsibility", "denied involvement in", "denied carrying out the attack"."""
    tree = scene.tree
    token = tree.tokens[index]
    if token.tag == "VERB" and token.lemma in _SHYING:
        return _shying(tree, index)
    if token.tag != "VERB" or token.lemma not in _DENYING:
        return None
    parts = [i for i in patients(tree, index) if tree.tokens[i].lemma in PART and not _is_tie(scene, i)]
    parts += [i for i in patients(tree, index) if _is_knowledge(tree, i)]
    doing = [i for i in tree.children(index, "xcomp", "ccomp") if carries_out(tree, i)]
    doers = agents(tree, index)
    own = [i for i in doing if not tree.children(i, "nsubj") or _is_self(tree, i) or _told_of_own(scene, i, doers)]
    # "denied accusations it was responsible for a massacre"
    charges = [i for i in patients(tree, index) if tree.tokens[i].lemma in _CHARGES]
    charged = [
        c
        for i in charges
        for c in [*tree.children(i, "acl", "acl:relcl", "ccomp"), *_charged(tree, index, i)]
        if (_is_self(tree, c) or _told_of_own(scene, c, doers)) and _tells_of_deed(tree, c)
    ]
    own += charged
    whose = [d for c in own for d in _told_of_own(scene, c, doers)] or _whose_part(scene, parts, doers) or doers
    if not doers or not (parts or own):
        return None
    events = [*(e for c in charged for e in obliques(tree, c, "for", "behind"))]
    events += [*(e for i in parts for e in events_of(tree, i, "for", "in", "of", "behind", "with")), *own]
    events += [e for i in own for e in patients(tree, i)]
    return Word(verb=index, act=Act.DENIAL, speakers=doers, perpetrators=whose, events=events)


def _whose_part(scene: Scene, parts: list[int], deniers: list[int]) -> list[int]:
    """The X of "denied the X's involvement": another body than the one that denies it."""
    owners = [i for part in parts for i in scene.tree.children(part, "nmod:poss")]
    others = {a.id for d in deniers if (a := scene.actor_at(d)) is not None}
    named = [i for i in owners if (a := scene.actor_at(i)) is not None and scene.is_named(a) and a.id not in others]
    return [i for i in named if scene.can_act(i) and scene.tree.tokens[i].tag != "PRON"]


def _is_knowledge(tree: Tree, index: int) -> bool:
    """True for "any knowledge of the bombing", which who denies it disowns."""
    return tree.tokens[index].lemma == "knowledge" and any(is_event(tree, i) for i in obliques(tree, index, "of"))


def _charged(tree: Tree, verb: int, charge: int) -> list[int]:
    """The clause of "accusations by X and Y that S", which parsers hang on Y."""
    inside = tree.subtree(verb)
    that = next((i for i in inside if i > charge and tree.tokens[i].text.lower() == "that"), None)
    if that is None or any(tree.tokens[i].tag == "VERB" for i in inside if charge < i < that):
        return []
    clauses = [i for i in inside if i > that and any(that < s < i for s in tree.children(i, "nsubj"))]
    return clauses[:1]


def rebuttal(scene: Scene, index: int) -> Word | None:
    """ "Denied the accusation", "said the allegation was baseless": an answer to whoever named the speaker."""
    tree = scene.tree
    token = tree.tokens[index]
    if token.tag == "VERB" and token.lemma in _REFUTING:
        charges = [i for i in patients(tree, index) if tree.tokens[i].lemma in _ACCUSATIONS]
        bare = [i for i in charges if not tree.children(i, "acl", "ccomp", "nmod") and not _charged(tree, index, i)]
        doers = [i for i in agents(tree, index) if scene.can_act(i)] if bare else []
    elif token.lemma.lower() in _BASELESS and any(
        tree.tokens[i].lemma in _ACCUSATIONS for i in tree.children(index, "nsubj")
    ):
        doers = [i for i in _sayers_of(tree, index) if scene.can_act(i)]
    else:
        return None
    if not doers:
        return None
    verb = index if token.lemma in _REFUTING or token.head is None else token.head
    return Word(verb=verb, act=Act.DENIAL, speakers=doers, perpetrators=doers, events=(), answer=True)


def _sayers_of(tree: Tree, clause: int) -> list[int]:
    """Who says a clause: "his group" of "a spokesman said his group was ..." is the spokesman's."""
    verb = tree.tokens[clause].head
    if verb is None or not tree.is_relation(clause, "ccomp") or tree.tokens[verb].lemma not in _SAYING:
        return []
    told = [i for i in tree.children(verb, "nsubj") if i < verb]
    joined = len(told) > 1 and any(tree.children(i, "cc") for i in told)  # parsers give two joined ones a place each
    return [i for one in told for i in tree.conjuncts(one)] if joined else subjects(tree, verb)


def not_theirs(scene: Scene, index: int) -> Word | None:
    """ "X told reporters they were not involved in it", "Y said his group was not responsible": what those who speak
    say of themselves, each for their own side."""
    tree = scene.tree
    token = tree.tokens[index]
    behind = tree.case_of(index) == "behind" and is_told(tree, index)
    if token.lemma not in {"involve", "involved", "responsible", "complicit"} and not behind:
        return None
    told = [i for i in tree.children(index, "nsubj", "nsubj:pass") if _means_the_speaker(scene, i)]
    doers = [i for i in _sayers_of(tree, index) if scene.can_act(i)] if told and tree.is_denied(index) else []
    if not doers:
        return None
    events = [index] if behind else obliques(tree, index, "in", "for", "with")
    if events and not any(is_told(tree, e) for e in below(tree, events)):
        return None
    above = tree.tokens[index].head
    verb = index if above is None else above
    return Word(verb=verb, act=Act.DENIAL, speakers=doers, perpetrators=doers, events=events)


def _means_the_speaker(scene: Scene, index: int) -> bool:
    """True for "they", "it" and "his group" in what somebody says of their own side."""
    tree = scene.tree
    if tree.tokens[index].tag == "PRON":
        return tree.tokens[index].lemma.lower() in _PRONOUNS
    owners = {tree.tokens[i].lemma.lower() for i in tree.children(index, "nmod:poss")}
    return bool(owners & OWN_WORDS) and tree.tokens[index].lemma.lower() in SIDES


def _told_of_own(scene: Scene, clause: int, deniers: list[int]) -> list[int]:
    """The doers of a clause that are the deniers' own side: "the army denied that its troops fired", "Norland officials
    denied reports that Norland forces attacked"."""
    told = [d for d in scene.tree.children(clause, "nsubj") if scene.tree.tokens[d].text.lower() != "that"]
    return [d for d in told if any(_is_own_side(scene, who, d) for who in deniers)]


def _is_own_side(scene: Scene, denier: int, doer: int) -> bool:
    tree = scene.tree
    owners = {tree.tokens[i].lemma.lower() for i in tree.children(doer, "nmod:poss")}
    if owners & OWN_WORDS and tree.tokens[doer].lemma.lower() in SIDES:
        return True
    other = scene.actor_at(doer)
    heads = [denier, *tree.children(denier, "amod", "compound", "nmod", "nmod:poss")]
    bodies = [body for i in heads if (body := scene.actor_at(i)) is not None]
    return other is not None and any(_is_of_one_side(body, other) for body in bodies)


def _is_of_one_side(one: Actor, other: Actor) -> bool:
    """True for one body, and for two of one state: "the government" and "troops"."""
    if one.id == other.id:
        return True
    return {one.kind, other.kind} <= _STATE and (one.country == other.country or None in {one.country, other.country})


def issued_denial(scene: Scene, index: int) -> Word | None:
    """ "Issued a firm denial", "the group's denial of involvement", "a denial by the army"."""
    tree = scene.tree
    token = tree.tokens[index]
    if token.tag != "NOUN" or token.lemma != "denial":
        return None
    about = obliques(tree, index, "of", "in")
    parts = [i for i in about if tree.tokens[i].lemma in PART or is_event(tree, i)]
    owners = [*tree.children(index, "nmod:poss"), *obliques(tree, index, "by", "from")]
    owners += [o for i in parts for o in obliques(tree, i, "by")]
    if token.head is not None and tree.tokens[token.head].lemma in _ISSUING and index in patients(tree, token.head):
        owners += agents(tree, token.head)
    doers = [i for i in owners if scene.can_act(i)]
    if not doers or (about and not parts):
        return None  # "the denial of visas"
    events = [e for i in parts for e in (i, *obliques(tree, i, "in", "for"))]
    return Word(verb=index, act=Act.DENIAL, speakers=doers, perpetrators=doers, events=events)


def _shying(tree: Tree, index: int) -> Word | None:
    """ "distanced itself from the bombing": who is accused of it says that it is not theirs."""
    own = any(tree.tokens[i].lemma.lower().endswith(("self", "selves")) for i in patients(tree, index))
    events = [i for i in obliques(tree, index, "from") if is_event(tree, i)]
    doers = agents(tree, index)
    if not own or not events or not doers:
        return None
    return Word(verb=index, act=Act.DENIAL, speakers=doers, perpetrators=doers, events=events)


def no_part(scene: Scene, index: int) -> Word | None:
    """ "had nothing to do with the attack", "played no part in it", "had no hand in the killing", said by anybody."""
    tree = scene.tree
    token = tree.tokens[index]
    if token.tag != "VERB" or token.lemma not in _TAKING_PART or is_open_question(tree, index):
        return None
    events: list[int] = []
    for thing in patients(tree, index):
        none = any(tree.tokens[i].lemma.lower() == "no" for i in tree.children(thing, "det"))
        if tree.tokens[thing].lemma in PART and none:
            events += [*obliques(tree, thing, "in"), *obliques(tree, index, "in")]
        if tree.tokens[thing].lemma.lower() == "nothing":
            clauses = [c for c in tree.children(thing, "acl") if tree.tokens[c].lemma == "do"]
            events += [i for c in clauses for i in obliques(tree, c, "with")]
    told = [i for i in events if is_event(tree, i) or tree.tokens[i].lemma.lower() in IT]
    doers = [i for i in subjects(tree, index) if scene.can_act(i) or tree.tokens[i].lemma.lower() == "it"]
    if not told or not doers:
        return None
    return Word(verb=index, act=Act.EVENT, speakers=(), perpetrators=doers, events=told, negated=True)


def _tells_of_deed(tree: Tree, clause: int) -> bool:
    """True for a clause that somebody is responsible for, or did, something."""
    return tree.tokens[clause].lemma == "responsible" or tree.case_of(clause) == "behind" or carries_out(tree, clause)


def _is_tie(scene: Scene, part: int) -> bool:
    """True for "any link with the army": a denial of company, not of a deed."""
    tree = scene.tree
    others = obliques(tree, part, "with", "to", "between")
    behind = [tree.tokens[i + 1] for i in others if i + 1 < len(tree.tokens)]
    if any(t.tag == "VERB" and t.text.lower().endswith("ing") and cue(t.lemma, "VERB") for t in behind):
        return False  # "denied involvement, with the army saying that"
    return any(scene.can_act(i) for i in others) and not any(is_event(tree, i) for i in below(tree, others))


def _is_self(tree: Tree, clause: int) -> bool:
    pronouns = {"it", "they", "he", "she", "we", "i"}
    return all(tree.tokens[i].lemma.lower() in pronouns for i in tree.children(clause, "nsubj"))
