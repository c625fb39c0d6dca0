"""How many were killed, wounded, held: the tolls that a trigger's own phrase tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hearsay.analyses.frames.counts import Number, count_of, number_at, number_right_before
from hearsay.analyses.frames.modality import is_attempted
from hearsay.analyses.frames.phrases import Found
from hearsay.analyses.frames.scene import Scene
from hearsay.analyses.frames.syntax import obliques
from hearsay.records.frame import Count, Filler, RoleName
from hearsay.records.incident import CountEffect
from hearsay.records.tree import Tree

_DEADLY = frozenset({"killing", "assassination", "execution", "massacre"})
_STRUCK_DOWN = {
    "missing": CountEffect.MISSING,
    "killed": CountEffect.KILLED,
    "wounded": CountEffect.WOUNDED,
    "displaced": CountEffect.DISPLACED,
}
RAISING = frozenset({"bring", "raise", "take", "push", "lift"})
_COUNTED = frozenset({"number", "total", "count", "toll", "figure"})
COMES_UPON = frozenset({"find", "discover", "leave", "lie", "see"})
"""Verbs of how somebody was found: "were found dead"."""
_LEFT_SO = frozenset({"dead", "wounded", "injured", "hurt", "missing"})
_CLIMBS = frozenset({"reach", "pass", "hit", "exceed", "top", "surpass", "climb", "near", "approach", "total"})
_KIND_COUNTS = {
    "arrest": CountEffect.DETAINED,
    "kidnapping": CountEffect.MISSING,
    "hostage taking": CountEffect.MISSING,
}


def counts_of(scene: Scene, found: Found, fillers: Iterable[Filler]) -> Iterable[Count]:
    """Who were killed, wounded, held, and how many, as the trigger's own phrase says."""
    effect = _KIND_COUNTS.get(found.kind)
    if found.entry.effect is not None:
        effect = _STRUCK_DOWN.get(found.entry.effect)
        if effect is CountEffect.WOUNDED and _to_death(scene.tree, found.token):
            effect = CountEffect.KILLED
    elif found.kind in _DEADLY or (found.entry.tag == "VERB" and _to_death(scene.tree, found.token)):
        effect = CountEffect.KILLED  # also of nouns: "the massacre of 34 farmers"
    if is_attempted(scene.tree, found.token):
        return
    yield from _fatally(scene, found.token)
    if effect is None:
        return
    tree, index = scene.tree, found.token
    victims = [f.head for f in fillers if f.role in {RoleName.VICTIM, RoleName.TARGET}]
    if tree.tokens[index].lemma == "toll":
        yield from _toll(scene, index)
        return
    numbers = [
        (head, number)
        for head in victims
        if (number := count_of(tree, head)) is not None and not _is_part(tree, head, victims)
    ]
    if found.entry.partner in {"life", "throat"} and not numbers:
        lost = [i for i in found.indexes if i != index]
        numbers = [(i, n) for i in lost if (n := _numbered(tree, i)) is not None]  # "claimed 12 lives"
    own = [(i, n) for i in tree.children(index, "nummod") if (n := number_at(tree.tokens, i)) is not None]
    if own and found.entry.effect and tree.tokens[index].tag == "VERB":
        numbers = own  # "31 people were killed and 45 wounded"
    before = _left_so(tree, index)
    if before is not None and not (len(numbers) > 1 and before.first in {n.first for _, n in numbers}):
        numbers = [(index, before)]
    if not numbers and found.entry.effect and tree.tokens[index].tag in {"ADJ", "NOUN"}:
        numbers = [(index, number) for number in [_beside(tree, index)] if number is not None]
    if not numbers and found.entry.effect and (raised := _raised_to(tree, index)) is not None:
        numbers = [(index, raised)]
    if any(tree.tokens[i].text.lower() == "how" for _, n in numbers for i in range(max(n.first - 1, 0), n.first)):
        return  # "nobody knows how many were killed"
    if effect is CountEffect.DISPLACED and numbers and all(number.low == number.high == 1 for _, number in numbers):
        return  # one who is evacuated is taken to a hospital
    if numbers:
        either = found.entry.effect is not None and _is_either(tree, index)
        yield from (replace(c, low=None) if either else c for c in _sums(scene, effect, numbers))
    if not numbers and found.entry.effect and _says_none(tree, index):
        yield Count(effect=effect, low=0, high=0, as_reported=scene.text(tree.phrase(index)), span=tree.phrase(index))


def _left_so(tree: Tree, index: int) -> Number | None:
    """The 27 of "left 12 people dead and 27 others wounded", whatever the parser makes of such a pair."""
    if tree.tokens[index].text.lower() not in _LEFT_SO or tree.children(index, "obj", "aux", "cop", "nsubj"):
        return None
    return number_right_before(tree.tokens, index)


def _is_either(tree: Tree, index: int) -> bool:
    """True for "killed or wounded 50": each of the two is a part of them that nobody tells."""
    head = tree.tokens[index].head
    pairs = [index, *tree.children(index, "conj")] if head is None or not tree.is_relation(index, "conj") else [index]
    linked = [
        i for verb in pairs for i in tree.children(verb, "cc") if verb != index or tree.is_relation(index, "conj")
    ]
    return any(tree.tokens[i].lemma.lower() == "or" for i in linked)


def _numbered(tree: Tree, head: int) -> Number | None:
    return count_of(tree, head) if tree.children(head, "nummod", "amod") else None


def _is_part(tree: Tree, head: int, victims: Sequence[int]) -> bool:
    """True for "20 of them" beside "21 Christians", and for an apposition: parts and names of those counted already."""
    of_them = any(tree.tokens[i].tag == "PRON" for i in obliques(tree, head, "of", "among"))
    joined = head == victims[0] or any(tree.tokens[i].tag == "CCONJ" for i in tree.children(head, "cc"))
    joined = joined or _is_counted_too(tree, head, victims[0])
    listed = any(tree.children(v, "cc") for v in victims)
    return of_them or not (joined or listed)


def _is_counted_too(tree: Tree, head: int, first: int) -> bool:
    """ "Three soldiers, two civilians killed": headlines leave the "and" out between two nouns with numbers."""
    apart = tree.tokens[head].lemma != tree.tokens[first].lemma and tree.tokens[head].tag == "NOUN"
    listed = tree.is_relation(head, "conj", "list") or tree.is_relation(head, "appos")
    return apart and listed and bool(tree.children(head, "nummod")) and bool(tree.children(first, "nummod"))


def _raised_to(tree: Tree, index: int) -> Number | None:
    """The eight of "raising to eight the number of people killed in that attack"."""
    for at in (index, *tree.ancestors(index)):
        head = tree.tokens[at].head
        if head is None:
            return None
        if tree.tokens[at].lemma in _COUNTED and tree.tokens[head].lemma in RAISING:
            spots = [*obliques(tree, head, "to"), *obliques(tree, at, "to"), *obliques(tree, index, "to")]
            return next((n for spot in spots if (n := number_at(tree.tokens, spot)) is not None), None)
    return None


def _says_none(tree: Tree, index: int) -> bool:
    """ "No casualties", "nobody was killed": a count of none; "were not killed" is none of these."""
    told = tree.children(index, "nsubj")
    spots = [index, *told] if tree.tokens[index].tag == "NOUN" else told
    words = {tree.tokens[c].lemma.lower() for s in spots for c in tree.children(s, "det")}
    return "no" in words or any(tree.tokens[s].lemma.lower() in {"nobody", "none"} for s in spots)


def _to_death(tree: Tree, verb: int) -> bool:
    """ "hacked to death", "shot dead", "gunned down", "fatally wounded"."""
    below = tree.children(verb, "obl", "xcomp", "compound:prt", "advmod")
    words = {tree.tokens[i].lemma.lower() for i in below if not _is_said_of_some(tree, i)}
    behind = tree.tokens[verb + 1] if verb + 1 < len(tree.tokens) else None
    words |= {"dead"} if behind is not None and behind.text.lower() == "dead" else set()  # "shot dead two looters"
    return bool(words & {"death", "dead", "fatally", "mortally"}) or (
        "down" in words and tree.tokens[verb].lemma in {"gun", "shoot", "mow"}
    )


def _fatally(scene: Scene, verb: int) -> Iterable[Count]:
    """The one of "shot three customers, one fatally"."""
    tree = scene.tree
    for index in tree.children(verb, "advmod"):
        number = (
            number_at(tree.tokens, index - 1) if tree.tokens[index].lemma.lower() in {"fatally", "mortally"} else None
        )
        if number is not None:
            words = scene.text(number.span)
            span = number.span
            yield Count(effect=CountEffect.KILLED, low=number.low, high=number.high, as_reported=words, span=span)


def _is_said_of_some(tree: Tree, index: int) -> bool:
    """True for "fatally" of "shot three customers, one fatally"."""
    return index > 0 and number_at(tree.tokens, index - 1) is not None


def _toll(scene: Scene, index: int) -> Iterable[Count]:
    """ "the death toll rose to 69", "a toll of 13"."""
    tree = scene.tree
    head = tree.tokens[index].head
    told = [] if head is None else [*obliques(tree, head, "to", "at"), *_reached(tree, head), head]
    for spot in [*told, *obliques(tree, index, "of", "at")]:
        # an article counts nothing here: "the toll from a siege at a hotel rose to 31"
        counted = count_of(tree, spot) if tree.children(spot, "nummod") else None
        number = number_at(tree.tokens, spot) or counted
        if number is not None:
            yield Count(
                effect=CountEffect.KILLED,
                low=number.low,
                high=number.high,
                as_reported=scene.text(number.span),
                span=number.span,
            )
            return


def _reached(tree: Tree, verb: int) -> list[int]:
    """ "The toll has reached 200", "passed 40": what the verb that carries a toll takes as its object."""
    return tree.children(verb, "obj") if tree.tokens[verb].lemma in _CLIMBS else []


def _beside(tree: Tree, index: int) -> Number | None:
    """The number of "left 13 dead", "13 dead", "13 people dead", "13 wounded"."""
    own = count_of(tree, index) or _put_at(tree, index) or _numbers(tree, index)
    if own is not None:
        return own
    head = tree.tokens[index].head
    if head is not None and tree.case_of(index) == "of" and tree.tokens[head].tag == "NUM":
        if tree.tokens[index].lemma.lower() in _LEFT_SO - {"dead"}:
            return None  # "three of the wounded died"
        return number_at(tree.tokens, head)  # "eight of the deaths"
    places = [i for i in tree.children(index, "nsubj", "nummod", "nmod", "obl") if not _is_whose(tree, index, i)]
    if head is not None and tree.is_relation(index, "xcomp", "amod", "acl"):
        found = tree.children(head, "nsubj:pass") if tree.tokens[head].lemma in COMES_UPON else []
        places += [*tree.children(head, "obj"), *found, head]
    for place in places:
        number = number_at(tree.tokens, place) or count_of(tree, place)
        if number is not None:
            return number
    return None


def _is_whose(tree: Tree, index: int, below: int) -> bool:
    """True for "one ward" of "the dead of one ward": it tells whose dead they are, not how many."""
    return tree.tokens[index].tag == "NOUN" and bool(tree.children(index, "det")) and tree.case_of(below) == "of"


def _numbers(tree: Tree, index: int) -> Number | None:
    """ "The dead number 70"."""
    verb = tree.tokens[index].head
    if verb is None or not tree.is_relation(index, "nsubj") or tree.tokens[verb].lemma not in {"number", "total"}:
        return None
    return next((n for spot in tree.children(verb, "obj") if (n := number_at(tree.tokens, spot)) is not None), None)


def _put_at(tree: Tree, index: int) -> Number | None:
    """ "Put the number of dead at 23": the figure stands with the verb that sets the number."""
    number = tree.tokens[index].head
    verb = tree.tokens[number].head if number is not None and tree.tokens[number].lemma in {"number", "count"} else None
    if verb is None:
        return None
    spots = [*obliques(tree, verb, "at", "to"), *obliques(tree, number or verb, "at", "to")]
    spots += [i for i in tree.children(verb, "obj") if tree.case_of(i) in {"at", "to"}]
    return next((n for spot in spots if (n := number_at(tree.tokens, spot)) is not None), None)


def _sums(scene: Scene, effect: CountEffect, numbers: Sequence[tuple[int, Number]]) -> Iterable[Count]:
    """One count for those who were attacked and one for attackers: "four soldiers and three attackers were killed"."""
    armed = [(head, n) for head, n in numbers if scene.is_attacker(head) or scene.is_rebel(head)]
    others = [pair for pair in numbers if pair not in armed]
    sides = any(scene.is_attacker(head) for head, _ in armed) or not any(scene.is_force(head) for head, _ in others)
    if effect is CountEffect.KILLED and armed and others and sides:
        yield _sum(scene, effect, others)
        yield replace(_sum(scene, effect, armed), effect=CountEffect.ATTACKERS_KILLED)
    else:
        yield _sum(scene, effect, numbers)


def _sum(scene: Scene, effect: CountEffect, numbers: Sequence[tuple[int, Number]]) -> Count:
    """One count for coordinated victims: "two soldiers and a policeman" are three."""
    lows = [n.low for _, n in numbers]
    highs = [n.high for _, n in numbers]
    low = sum(v for v in lows if v is not None) if all(v is not None for v in lows) else None
    high = sum(v for v in highs if v is not None) if all(v is not None for v in highs) else None
    heads = [head for head, _ in numbers]
    span = scene.tree.span([i for head, n in numbers for i in (n.first, n.last - 1, head)])
    reported = numbers[0][1].span if len(numbers) == 1 else span
    if all(scene.is_attacker(head) for head in heads) and effect is CountEffect.KILLED:
        effect = CountEffect.ATTACKERS_KILLED
    return Count(effect=effect, low=low, high=high, as_reported=scene.text(reported), span=span)
