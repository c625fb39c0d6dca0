"""Who does what in a clause: subjects and objects as they are meant, not only as they are attached.

A verb without a subject of its own takes it from the verb it is coordinated with or controlled by; a relative
pronoun stands for its noun; a passive's subject is its object.
"""

from __future__ import annotations

from hearsay.records.tree import Tree
from hearsay.vocabulary.nouns import actor_noun

NEEDS_OBJECT = frozenset(
    """kill wound injure hurt arrest detain kidnap abduct ambush assassinate execute behead displace evacuate capture
    hijack bomb raid storm torch murder slay massacre slaughter apprehend target""".split()
)
"""Verbs that say to whom: without an object, their subject is the one it was done to."""
_SEEING = frozenset({"see", "find", "leave", "watch", "get", "have", "want"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
TAKEN_FOR = frozenset({"believe", "think", "suspect", "presume", "say", "allege", "identify", "claim", "describe"})
"""Participles that tell whom somebody is taken for."""


def is_passive(tree: Tree, verb: int) -> bool:
    """True for "was killed", "killed by", and a bare participle that modifies a noun ("people killed in the raid")."""
    if tree.children(verb, "nsubj:pass", "aux:pass", "obl:agent", "csubj:pass"):
        return True
    token = tree.tokens[verb]
    if _is_seen(tree, verb):
        return True
    if token.lemma == "shoot" and not tree.children(verb, "obj", "aux") and _is_dead(tree, verb):
        return True  # "Militants shot dead", as headlines say
    if token.lemma in NEEDS_OBJECT and not tree.children(verb, "obj", "aux") and not _bare_obliques(tree, verb):
        # "4 killed in bombing", "convoy ambushed": headlines leave the auxiliary out
        ending = token.text.lower().endswith(("ed", "en", "wn", "ot"))
        # "kidnapped and killed two engineers": the object stands behind the second verb
        shared = any(tree.children(c, "obj") for c in tree.conjuncts(verb)[1:] if not tree.children(c, "nsubj"))
        if ending and not shared and tree.children(verb, "nsubj") and not tree.is_relation(verb, "acl:relcl"):
            return True
    participle = token.text.lower().endswith(("ed", "en", "wn", "nt", "ught", "ung", "ot", "aid", "ain", "ilt"))
    if token.relation == "acl" and participle and not tree.children(verb, "nsubj", "obj"):
        return True
    if token.relation in {"conj", "advcl"} and token.head is not None and participle:
        bare = not tree.children(verb, "nsubj", "aux", "obj")
        return bare and tree.tokens[token.head].tag == "VERB" and is_passive(tree, token.head)
    return False


def _is_dead(tree: Tree, verb: int) -> bool:
    after = verb + 1 < len(tree.tokens) and tree.tokens[verb + 1].text.lower() == "dead"
    return after and not any(tree.tokens[i].tag in {"NOUN", "PROPN", "NUM"} for i in tree.children(verb + 1))


def _is_seen(tree: Tree, verb: int) -> bool:
    """True for "wounded" of "saw two monks wounded", "four men were left injured": a participle of whom it tells of."""
    token = tree.tokens[verb]
    if token.head is None or not tree.is_relation(verb, "xcomp", "advcl") or token.lemma not in NEEDS_OBJECT:
        return False
    over = tree.tokens[token.head]
    objects = [i for i in tree.children(token.head, "obj", "nsubj:pass") if i < verb]
    bare = not tree.children(verb, "obj", "nsubj", "aux", "mark") and token.text.lower() != token.lemma
    return bare and bool(objects) and over.lemma in _SEEING and not token.text.lower().endswith("ing")


def referent(tree: Tree, index: int) -> int:
    """The noun that a relative pronoun stands for, else the token itself."""
    token = tree.tokens[index]
    if token.lemma.lower() not in RELATIVE or token.tag != "PRON":
        return index
    for above in tree.ancestors(index):
        if tree.is_relation(above, "acl"):
            head = tree.tokens[above].head
            return index if head is None else _named_so(tree, head) if token.lemma.lower() == "who" else head
    return index


def _named_so(tree: Tree, index: int) -> int:
    """ "Ivo Dast" of "Ivo Dast, an ethnic Karsan, who left": whom the second describes is who left."""
    above = tree.tokens[index].head
    described = above is not None and tree.is_relation(index, "appos") and tree.tokens[above].entity == "PER"
    return above if described and above is not None and tree.tokens[index].entity != "PER" else index


def subjects(tree: Tree, verb: int, depth: int = 0) -> list[int]:
    """The heads of a verb's grammatical subject, with its conjuncts; inherited where it has none of its own."""
    own = tree.children(verb, "nsubj", "csubj")
    if own:
        # a verb has one subject: of two the parser gave it, the nearer one is its own
        behind = objects_of(tree, verb)
        free = [i for i in own if i not in behind and not _hangs_on_preposition(tree, i)] or own
        nearest = min(free, key=lambda child: abs(child - verb))
        return tree.conjuncts(referent(tree, nearest))
    return _inherited(tree, verb, depth) if depth < 6 else []


def objects_of(tree: Tree, verb: int) -> list[int]:
    """The heads of a verb's objects; of two subjects, the one behind the verb was meant as one."""
    found = [i for i in tree.children(verb, "obj") if tree.case_of(i) != "of"] or tree.children(verb, "iobj")
    told = tree.children(verb, "nsubj")
    if found or not any(i < verb for i in told):
        return found
    return [i for i in told if i > verb and tree.tokens[i].relation == "nsubj"]


def _hangs_on_preposition(tree: Tree, index: int) -> bool:
    """True for "State" of "militants loyal to the Islamic State beheaded": no subject stands behind a preposition."""
    start = tree.phrase(index).start
    before = next((i for i in range(index, -1, -1) if tree.tokens[i].span.end <= start), None)
    return before is not None and tree.tokens[before].tag == "ADP"


def _inherited(tree: Tree, verb: int, depth: int) -> list[int]:
    token = tree.tokens[verb]
    head = token.head
    if head is None:
        return []
    if token.relation in {"acl", "acl:relcl"}:
        return [head] if tree.tokens[head].tag in {"NOUN", "PROPN", "PRON"} else []
    seen = _seen_doing(tree, verb)
    if seen is not None:
        return [seen]
    if token.relation == "xcomp":
        controlled = tree.children(head, "obj", "iobj")
        return [i for c in controlled for i in tree.conjuncts(c)] or subjects(tree, head, depth + 1)
    marks = {tree.tokens[i].lemma.lower() for i in tree.children(verb, "mark")}
    if tree.is_relation(verb, "advcl") and marks & {"of", "from", "for"} and objects_of(tree, head):
        # "accused a general of ordering the raid", "jailed two men for killing him": not who accuses or jails
        return [i for c in objects_of(tree, head) for i in tree.conjuncts(c)]
    if tree.is_relation(verb, "advcl") and not marks and _is_right_behind(tree, verb):
        return [verb - 1]  # "talks with separatists waging a campaign"
    if tree.is_relation(verb, "conj", "advcl", "parataxis") and tree.tokens[head].tag in {"VERB", "AUX", "ADJ", "NOUN"}:
        if tree.tokens[head].tag == "NOUN" and not tree.children(head, "cop", "nsubj"):
            return []
        return subjects(tree, head, depth + 1)
    return []


def _is_right_behind(tree: Tree, verb: int) -> bool:
    """True for an "-ing" clause that stands right behind "with rebels", "against soldiers": it is they who do it."""
    noun = tree.tokens[verb - 1] if verb else None
    if noun is None or noun.tag != "NOUN" or not tree.tokens[verb].text.lower().endswith("ing"):
        return False
    return tree.case_of(verb - 1) in {"with", "against", "among"} and actor_noun(noun.lemma.lower()) is not None


def _seen_doing(tree: Tree, verb: int) -> int | None:
    """ "Fighters" of "witnesses had seen fighters kill": who stands before a bare verb that somebody saw."""
    token, before = tree.tokens[verb], tree.tokens[verb - 1] if verb else None
    if before is None or before.tag not in {"NOUN", "PROPN"} or token.text.lower() != token.lemma.lower():
        return None
    watched = any(
        t.lemma in {"see", "watch", "hear", "witness", "let", "make"} for t in tree.tokens[max(0, verb - 8) : verb]
    )
    return tree.path_up(verb - 1, "compound", "flat") if watched and not tree.children(verb, "aux", "mark") else None


def agents(tree: Tree, verb: int) -> list[int]:
    """Who does it: the subject of an active verb, the "by" phrase of a passive one."""
    if is_passive(tree, verb):
        around = tree.children(verb, "obl")
        by = [i for i in around if tree.case_of(i) == "by"]
        # "captured in combat by the army": parsers hang the doer on what stands between
        by = by or [i for o in around if tree.case_of(o) in {"in", "during"} for i in _by(tree, o)]
        return [i for child in by for i in tree.conjuncts(child)]
    return subjects(tree, verb)


def _by(tree: Tree, noun: int) -> list[int]:
    return [i for i in tree.children(noun, "nmod") if tree.case_of(i) == "by"]


def patients(tree: Tree, verb: int) -> list[int]:
    """To whom it is done: the object of an active verb, the subject of a passive one."""
    if is_passive(tree, verb):
        own = tree.children(verb, "nsubj:pass")
        if own:
            return [i for child in own for i in tree.conjuncts(referent(tree, child))]
        return subjects(tree, verb)
    objects = objects_of(tree, verb) or _bare_obliques(tree, verb)
    found = [i for child in objects for i in tree.conjuncts(referent(tree, child))]
    if not found and tree.tokens[verb].relation == "acl:relcl":
        head = tree.tokens[verb].head
        overt = tree.children(verb, "nsubj")
        if head is not None and overt and referent(tree, overt[0]) != head:
            return [head]
    if not found and tree.is_relation(verb, "conj"):
        # "shot and killed the mayor": the object stands behind both, and hangs on the first
        head = tree.tokens[verb].head
        shared = [] if head is None or tree.tokens[head].tag != "VERB" else objects_of(tree, head)
        found = [i for child in shared if child > verb for i in tree.conjuncts(referent(tree, child))]
    if not found:
        # coordinated verbs share a later object: "kidnapped and killed two engineers"
        for child in tree.children(verb, "conj"):
            if tree.tokens[child].tag == "VERB" and not tree.children(child, "nsubj", "nsubj:pass", "aux:pass"):
                return patients(tree, child)
    return found


def _bare_obliques(tree: Tree, verb: int) -> list[int]:
    """Noun phrases behind a verb with no preposition: objects that the parser took for something else."""
    near = [i for i in tree.children(verb, "obl") if verb < i and tree.tokens[i].tag in {"NOUN", "PROPN", "NUM"}]
    return [i for i in near if tree.case_of(i) is None and tree.tokens[i].relation == "obl"][:1]


def obliques(tree: Tree, index: int, *cases: str) -> list[int]:
    """The heads of prepositional phrases of a verb or noun with one of the prepositions, with their conjuncts."""
    return [
        i
        for child in tree.children(index, "obl", "nmod", "obj")
        if tree.case_of(child) in cases
        for i in tree.conjuncts(child)
    ]


def taken_for(tree: Tree, head: int) -> list[int]:
    """The clauses that say whom a noun is taken for: "gunmen suspected to be", "men we believe to be", "men who are
    thought to be"; also where the parser hung the participle behind the noun elsewhere."""
    found = [c for c in tree.children(head, "acl") if tree.tokens[c].lemma in TAKEN_FOR and _tells_of_head(tree, c)]
    behind = head + 1
    if not found and behind + 1 < len(tree.tokens) and tree.tokens[behind].tag == "VERB":
        participle = tree.tokens[behind].text.lower().endswith("ed") or tree.tokens[behind].text.lower() == "thought"
        to_be = tree.tokens[behind + 1].text.lower() in {"to", "as"}
        found = [behind] if tree.tokens[behind].lemma in TAKEN_FOR and participle and to_be else []
    return found


def _tells_of_head(tree: Tree, clause: int) -> bool:
    """True for a participle, or a relative clause of which the noun is what is believed; not for one who believes."""
    if tree.tokens[clause].relation == "acl":
        return True
    own = tree.children(clause, "nsubj", "nsubj:pass")
    believer = any(tree.tokens[i].lemma.lower() in {"who", "which", "that"} for i in own)
    guess = tree.tokens[clause].lemma in {"believe", "think", "suspect", "presume"}
    return guess and bool(own) and (not believer or bool(tree.children(clause, "aux:pass")))
