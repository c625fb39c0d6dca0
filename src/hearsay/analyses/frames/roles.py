"""Nouns for what somebody is to somebody: who bears the role, and whose it is.

"X, a spokesman for Y", "the group's rival X", "army spokesman X", "founder and leader of Y", "one of its nurses, X".
"""

from __future__ import annotations

from hearsay.analyses.frames.ends import Pairs, apart, are_two, bearer_at, directed, is_known, others_at
from hearsay.analyses.frames.scene import Scene
from hearsay.analyses.frames.syntax import obliques, patients, subjects
from hearsay.records.actor import ActorKind
from hearsay.records.frame import Filler, RoleName
from hearsay.records.relation import RelationKind
from hearsay.vocabulary.nouns import is_collective, person_role
from hearsay.vocabulary.relations import RelationWord

_BRANCHES = frozenset({"affiliate", "franchise"})
_WITHIN = frozenset({"wing", "arm", "branch", "head", "chief", "partner", "member"})
_PERSONS = frozenset({RelationKind.MEMBER_OF, RelationKind.KIN_OF, RelationKind.LED_BY})
"""What a noun for it tells of persons alone."""
_MUTUAL = frozenset({RelationKind.RIVAL_OF, RelationKind.ALLY_OF, RelationKind.HOSTILE_TO})
_MEN = frozenset({ActorKind.ARMED_GROUP, ActorKind.STATE_FORCE, ActorKind.CIVILIANS, ActorKind.OTHER})
"""Kinds of unnamed men who may be told to have been members of something."""
_ONCE = frozenset({"former", "ex", "onetime", "one-time"})
_PARTS = frozenset({RelationKind.FACTION_OF, RelationKind.SPLIT_FROM})
_BEFORE = ("compound", "amod", "nmod", "nmod:poss")
_COMMANDED = frozenset({"junta", "coalition"})
_ONE = frozenset({"one", "1", "some"})
_NOMINAL = frozenset({"NOUN", "PROPN"})


def by_noun(scene: Scene, index: int, word: RelationWord) -> Pairs:
    """Bearer and owner of a relational noun: "X, a spokesman for Y", "the group's rival X", "Y leader X"."""
    if word.other == "place" and not (scene.tree.children(index, "cop") or scene.tree.is_relation(index, "appos")):
        return []  # "taken by a rebel group in a town" does not say where the group is
    token = scene.tree.tokens[index]
    owners = _owners(scene, index, word)
    bearers = _bearers(scene, index, word)
    told = [f for f in scene.fillers(RoleName.SUBJECT, bearers) if f.reference]
    firsts = [f for f in told if _fits(scene, f, word) or _were_members(scene, f, index)]
    seconds = others_at(scene, word, [o for o in owners if o not in bearers])
    if not owners and word.kind in _MUTUAL and len(firsts) > 1:
        firsts, seconds = firsts[:1], firsts[1:]  # "X and Y are rivals"
    if word.kind is RelationKind.FACTION_OF and token.text.lower() == token.lemma.lower():
        firsts = [apart(scene, a, b) for a in firsts for b in seconds[:1]] or firsts
        firsts = [f for f in firsts if f.reference or not _is_owned_by_pronoun(scene, index)]
    pairs = [directed(scene, a, b, word) for a in firsts for b in seconds if are_two(a, b)]
    return pairs[: 2 * len(bearers)]


def _is_owned_by_pronoun(scene: Scene, index: int) -> bool:
    """True for "its military wing", words that say nothing by themselves."""
    return any(scene.tree.tokens[i].tag == "PRON" for i in scene.tree.children(index, "nmod:poss"))


def _owners(scene: Scene, index: int, word: RelationWord) -> list[int]:
    """Whose spokesman, leader, member somebody is; "founder and leader of X" share theirs."""
    tree = scene.tree
    owners = [*tree.children(index, "nmod:poss"), *obliques(tree, index, *word.slots), *put_before(scene, index, word)]
    law = _in_law(scene, index)
    owners += obliques(tree, law, *word.slots) if law is not None else []
    if word.other == "place" or word.slots == ("within",):  # "the Dune group" is no part of Dune
        owners = obliques(tree, index, *word.slots)
    beside = _beside(scene, index) or _shared_with(scene, index)
    if not owners and beside is not None:
        owners = [*tree.children(beside, "nmod:poss"), *obliques(tree, beside, *word.slots)]
    return [o for o in owners if o == index or tree.tokens[o].relation != "conj" or not _is_role(scene, o)]


def _in_law(scene: Scene, index: int) -> int | None:
    """The last word of "brother-in-law", on which parsers hang whose it is."""
    words = [t.text.lower() for t in scene.tree.tokens[index + 1 : index + 5]]
    return index + 4 if words == ["-", "in", "-", "law"] else None


def _is_role(scene: Scene, index: int) -> bool:
    """True for "member" of "leader of the X and member of the Y", which is no second owner."""
    token = scene.tree.tokens[index]
    return token.tag == "NOUN" and person_role(token.lemma) is not None and not is_collective(token.lemma)


def _beside(scene: Scene, index: int) -> int | None:
    """The role that another one is coordinated with: "founder" of "founder and leader"."""
    tree = scene.tree
    head = tree.tokens[index].head
    if head is None or not tree.is_relation(index, "conj"):
        return None
    # of "X, editor and founder of Y" parsers hang the founder on X
    roles = [head, *(i for i in tree.children(head, "appos") if i < index)]
    one = head if tree.tokens[head].lemma.lower() in _ONE and obliques(tree, head, "of") else None
    return next((i for i in roles if tree.tokens[i].tag in _NOMINAL and person_role(tree.tokens[i].lemma)), one)


def _shared_with(scene: Scene, index: int) -> int | None:
    """The role behind another one whose owner is both's: "editor" of "founder and editor of X"."""
    tree = scene.tree
    behind = [i for i in tree.children(index, "conj") if _is_role(scene, i) and not tree.children(i, "det")]
    return behind[0] if behind else None


def bearers_of_one(scene: Scene, index: int) -> list[int]:
    """Who "one of three deputy ministers" is: the name before it, or of whom it is said."""
    tree = scene.tree
    one = one_of(scene, index)
    if one is None:
        return []
    head = tree.tokens[one].head
    beside = [head] if head is not None and tree.is_relation(one, "appos", "nmod") else []
    return [i for i in (*subjects(tree, one), *beside) if is_name(scene, i)]


def _bearers(scene: Scene, index: int, word: RelationWord) -> list[int]:
    """Who is it: the phrase itself, its subject, the name beside it or behind it."""
    tree = scene.tree
    bearers = [index] if _is_borne(scene, index, word) else []
    if tree.children(index, "cop", "nsubj") or tree.is_relation(index, "xcomp"):
        told = [bearer_at(scene, i) for i in subjects(tree, index)]
        bearers += [i for i in told if scene.actor_at(i) is not None and i not in bearers]
    bearers = bearers or _said_of(scene, index)
    one = one_of(scene, index)
    if one is not None:
        bearers = _bearers(scene, one, word)
    if not bearers and word.kind in _PARTS and bearer_at(scene, index) != index:
        bearers = [bearer_at(scene, index)]
    if not bearers and tree.is_relation(index, "appos"):
        bearers = [bearer_at(scene, i) for i in [tree.tokens[index].head] if i is not None]
    bearers = bearers or _taken_as(scene, index) or _among(scene, index) or named_behind(scene, index, word)
    beside = _beside(scene, index)
    if not any(is_known(scene, b) for b in bearers) and beside is not None:
        return _bearers(scene, beside, word)
    return bearers


def _said_of(scene: Scene, index: int) -> list[int]:
    """Who "her main challenger will be X" says is the challenger; whom "understood to be members of the Y" is about."""
    tree = scene.tree
    head = tree.tokens[index].head
    if head is None:
        return []
    above = tree.tokens[head].head
    if tree.is_relation(index, "xcomp") and tree.is_relation(head, "acl") and above is not None:
        return [above] if scene.actor_at(above) is not None else []
    named = tree.is_relation(index, "nsubj") and tree.children(head, "cop") and is_name(scene, head)
    return [head] if named else []


def one_of(scene: Scene, index: int) -> int | None:
    """The "one" of "is one of its commanders", which stands where the role would."""
    head = scene.tree.tokens[index].head
    one = head is not None and scene.tree.tokens[head].lemma.lower() in _ONE
    return head if one and scene.tree.case_of(index) == "of" else None


def _taken_as(scene: Scene, index: int) -> list[int]:
    """Who "acted as field commander", whom somebody "described as the brother of"."""
    tree = scene.tree
    head = tree.tokens[index].head
    if head is None or tree.case_of(index) != "as" or tree.tokens[head].tag != "VERB":
        return []
    if tree.tokens[head].lemma in {"act", "serve", "work", "function", "emerge"}:
        return subjects(tree, head)
    if tree.tokens[head].lemma not in {"describe", "identify", "name", "know"}:
        return []
    called = patients(tree, head)
    # "identified another of the arrested, X, as a member of the Y"
    beside = [i for i in range(head + 1, index) if tree.is_relation(i, "appos") and is_name(scene, i)]
    return called if any(is_known(scene, i) for i in called) else beside[:1] or called


def _among(scene: Scene, index: int) -> list[int]:
    """Those named in "X and other militants of the Y"."""
    tree = scene.tree
    head = tree.tokens[index].head
    others = any(tree.tokens[i].lemma.lower() == "other" for i in tree.children(index, "amod"))
    if head is None or not others or not tree.is_relation(index, "conj"):
        return []
    return [i for i in tree.conjuncts(head) if i < index and is_name(scene, i)]


def put_before(scene: Scene, index: int, word: RelationWord) -> list[int]:
    """Whose role it is by a name or noun put before it: "FDD spokesman", "army spokesman"; also where the parser hung
    it on the person's name."""
    tree = scene.tree
    hosts = [index]
    head = tree.tokens[index].head
    if head is not None and head > index and tree.is_relation(index, "nmod", "compound", "amod"):
        hosts.append(head)
    before = [i for host in hosts for i in tree.children(host, *_BEFORE) if i < index]
    before = [i for i in before if tree.tokens[i].lemma.lower() != word.partner]
    described = word.other in {"body", "service"} and word.kind is not RelationKind.LED_BY
    found = [i for i in before if scene.actor_at(i) is not None]
    nouns = [i for i in before if scene.actor_at(i) is None and _names_body(scene, i, known_only=not described)]
    found += nouns[-1:]
    if not found and described and index and tree.tokens[index - 1].tag in {"NOUN", "PROPN"}:
        apart = {tree.tokens[index - 1].head, index - 1} & {index, head}
        found = [index - 1] if apart or tree.tokens[index - 1].head == head else []
    return list(dict.fromkeys(found))


def _names_body(scene: Scene, index: int, *, known_only: bool) -> bool:
    """True for a noun before a role that may be whose it is; an adjective only where the report has such people, as
    has "rebel leader" only where it names the rebels."""
    token = scene.tree.tokens[index]
    known = scene.described_as(token.lemma.lower(), before=index if known_only else None)
    if known_only and token.lemma.lower() in _COMMANDED:
        return True  # "junta chief X"
    if known_only:
        return known is not None and scene.is_named(known) and known.kind in {ActorKind.ARMED_GROUP, ActorKind.PARTY}
    return token.tag != "ADJ" or known is not None or is_collective(token.lemma)


def named_behind(scene: Scene, index: int, word: RelationWord) -> list[int]:
    """Whose name follows a role: "Hal Venn" of "co-leader Hal Venn", "one of its nurses, Mira Toll"."""
    tree = scene.tree
    behind = scene.name_covering(index + 1) if index + 1 < len(tree.tokens) else None
    if behind is not None and tree.tokens[index + 1].span.start == behind.span.start:
        return [behind.head]
    one = tree.tokens[index].head
    if one is not None and one > index and tree.tokens[index].relation == "nmod:desc" and is_name(scene, one):
        return [one]
    single = one is not None and tree.tokens[one].lemma.lower() in {"one", "1"}
    named = [i for i in tree.children(index, "appos") if scene.name_covering(i) is not None or is_known(scene, i)]
    if named and word.kind is RelationKind.MEMBER_OF:
        return [i for i in tree.conjuncts(named[0]) if is_name(scene, i)]  # "two suspected members, X and Y"
    return named[:1] if single or tree.tokens[index].text.lower() == tree.tokens[index].lemma.lower() else []


def is_name(scene: Scene, index: int) -> bool:
    """True for the head of a name."""
    name = scene.name_covering(index)
    return name is not None and name.head == index


def _fits(scene: Scene, bearer: Filler, word: RelationWord) -> bool:
    actor = scene.actor_at(bearer.head)
    if actor is not None and word.kind in _PARTS and actor.kind is ActorKind.PERSON:
        return False
    if actor is None or word.kind not in _PERSONS:
        return actor is None or word.lemma != "part" or scene.is_named(actor)
    return actor.kind is ActorKind.PERSON and scene.is_named(actor)


def _were_members(scene: Scene, bearer: Filler, index: int) -> bool:
    """True for unnamed men who were with somebody: "the gunmen, former members of the army"."""
    actor = scene.actor_at(bearer.head)
    token = scene.tree.tokens[index]
    former = any(scene.tree.tokens[i].text.lower() in _ONCE for i in scene.tree.children(index, "amod", "advmod"))
    men = actor is not None and actor.kind in _MEN and not scene.is_named(actor)
    return men and former and token.lemma.lower() == "member" and bearer.head != index


def _is_borne(scene: Scene, index: int, word: RelationWord) -> bool:
    """True when the noun's phrase stands for somebody known by name, or for a part of a group ("the X faction")."""
    actor = scene.actor_at(index)
    if actor is None:
        return False
    if word.kind is RelationKind.FACTION_OF or word.lemma in _BRANCHES:
        head = scene.tree.tokens[index].head
        if head is not None and scene.tree.is_relation(index, "appos") and is_known(scene, head):
            return False
        named = [i for i in scene.tree.children(index, "compound", "amod", "nmod:poss") if i < index]
        token = scene.tree.tokens[index]
        whole = obliques(scene.tree, index, "of") if token.text.lower() == token.lemma.lower() else []
        return bool(named or whole) or scene.is_named(actor)
    if word.kind in _PERSONS and actor.kind is not ActorKind.PERSON:
        return False  # "X and other militants of the Y"
    if word.lemma in _WITHIN and actor.kind is ActorKind.GOVERNMENT:
        return False
    return scene.is_named(actor)
