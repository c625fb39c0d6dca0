"""What a person is by office, rank or place in a body: "Interior Minister X", "police Col. X", "X of the Y Brigade"."""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.analyses.frames.ends import described
from hearsay.analyses.frames.relations import FORMER, relation_frame, status_of
from hearsay.analyses.frames.roles import bearers_of_one
from hearsay.analyses.frames.scene import Scene
from hearsay.analyses.frames.syntax import is_passive, patients, subjects
from hearsay.records.actor import ActorKind
from hearsay.records.analysis import Mention
from hearsay.records.frame import Filler, Frame, RoleName
from hearsay.records.relation import RelationKind, RelationStatus
from hearsay.records.span import Span
from hearsay.vocabulary.nouns import PersonRole, actor_noun, person_role
from hearsay.vocabulary.titles import leading_titles, title

_TOLD_OTHERWISE = frozenset(
    """leader commander spokesman spokeswoman spokesperson mouthpiece founder co-founder warlord emir member deputy
    militant candidate delegate negotiator caliph ideologue co-leader""".split()
)
"""Roles that are relations to a body of their own kind (`led_by`, `spokesperson_of`), not offices."""
_NO_OFFICE = frozenset({ActorKind.ARMED_GROUP, ActorKind.CIVILIANS, ActorKind.OUTLET, ActorKind.NEWS_AGENCY})
_IN_TWO_WORDS = frozenset({"leader", "commander", "deputy"})
_LED_BODIES = frozenset(
    """opposition union labor labour army military naval police battalion brigade division garrison regional student
    religious spiritual""".split()
)
_DIGNITIES = frozenset(
    "editor publisher archbishop bishop cardinal pope patriarch mufti rector headmaster principal dean".split()
)
"""Offices of those who belong to no state."""
_NO_POST = frozenset(
    "marine soldier trooper guard cadet recruit policeman policewoman serviceman ranger manager prince princess".split()
)
_TRADING = frozenset({"sales", "sale", "marketing", "insurance", "service"})
_POSTS = frozenset({"government", "legal", "royal"})
_OF_ITS_STAFF = frozenset({"official", "officer"})
_HEADS = frozenset({"chief", "head", "boss", "chieftain", "director", "chairman"})
_NEW = frozenset({"new", "current", "outgoing", "incoming", "newly", "first", "second", "third", "fourth"})
_IN_GENERAL = frozenset(
    "prosecutor attorney secretary director inspector consul governor solicitor auditor surgeon".split()
)
_LONGEST = 6  # words of titles before a name
_PUT_INTO = frozenset({"appoint", "name", "elect", "make", "become", "nominate", "install", "swear", "choose"})
_HELD_AS = frozenset({"serve", "work", "act", "appoint", "elect", "install", "resign", "swear", "retire"})
_RANKED = frozenset({"military", "police"})
_BODIES = frozenset({ActorKind.ARMED_GROUP, ActorKind.PARTY, ActorKind.STATE_FORCE, ActorKind.OTHER})
_SERVICES = frozenset({"police", "army", "navy", "military", "marine", "gendarmerie", "guard", "force", "militia"})


def offices(scene: Scene, first: int, last: int) -> list[Frame]:
    """The offices, ranks and bodies that words put to persons tell, in the sentence `tokens[first:last]`."""
    return [
        frame
        for index in range(first, last)
        for rule in (_office, _titled, _appointed, _rank, _of_body)
        for frame in rule(scene, index)
    ]


def _role_at(scene: Scene, index: int) -> PersonRole | None:
    """The office that a noun is, None for what is a relation of its own kind or no office."""
    token = scene.tree.tokens[index]
    lemma = token.lemma.lower().removeprefix("ex-")
    role = person_role(lemma) if token.tag in {"NOUN", "PROPN"} else None
    before = scene.tree.tokens[index - 1].lemma.lower() if index else ""
    owned = index > 0 and scene.name_covering(index - 1) is not None  # "Liberal Party leader" leads that party
    two = lemma in _IN_TWO_WORDS and before in _LED_BODIES and not owned
    whole = person_role(f"{before} {lemma}") if two else None
    if whole is not None and whole.office and whole.side is not ActorKind.ARMED_GROUP:
        return whole  # "opposition leader", "army commander"
    if role is None or not role.office or role.lemma in _TOLD_OTHERWISE | _NO_POST:
        return None
    if role.lemma == "representative" and before in _TRADING:
        return None
    rank = title(token.text)
    if rank is not None and rank.field in {*_RANKED, "courtesy"}:
        return None
    return None if role.side in _NO_OFFICE and role.lemma not in _DIGNITIES else role


def _office(scene: Scene, index: int) -> Iterator[Frame]:
    """ "Pakistan's former interior minister Rehman Malik", "X, the governor of Y": who held which office."""
    role = _role_at(scene, index)
    actor = scene.actor_at(index)
    if role is None or _is_in_place(scene, index):
        return
    behind = _person_behind(scene, index)
    if behind is not None and (actor is None or actor.id != behind.reference):
        yield _held(scene, index, behind)  # "Mali Vice President X", where Mali is taken for a part of the name
        return
    if _is_anothers(scene, index):
        actor = None
    if actor is None or not scene.is_named(actor):
        for one in scene.fillers(RoleName.SUBJECT, bearers_of_one(scene, index)):
            yield _held(scene, index, one)
        for one in scene.fillers(RoleName.SUBJECT, _named_at_end(scene, index)):
            yield _held(scene, index, one, before=one.head)
        return
    if actor.kind is not ActorKind.PERSON:
        return
    if role.lemma in _OF_ITS_STAFF and _has_service_before(scene, index):
        return  # "a police official" is a member of the police
    if role.lemma in _HEADS and scene.text(_office_span(scene, index)).casefold() == role.lemma:
        return  # "X chief Y" says who leads the X
    yield _held(scene, index, Filler(role=RoleName.SUBJECT, span=_bare(scene, index), head=index, reference=actor.id))


def _person_behind(scene: Scene, index: int) -> Filler | None:
    """The person whose name the word is put before as a title."""
    head = scene.tree.tokens[index].head
    if head is None or head < index or scene.tree.tokens[index].relation != "nmod:desc":
        return None
    name = scene.name_covering(head)
    actor = scene.actor_called(name.actor) if name is not None else None
    if name is None or name.head != head or actor is None or actor.kind is not ActorKind.PERSON:
        return None
    return scene.fillers(RoleName.SUBJECT, [head])[0]


def _is_in_place(scene: Scene, index: int) -> bool:
    """True for "Sultan" of "in Sultan Kudarat", a place whose name begins like a person's."""
    tree = scene.tree
    head = tree.tokens[index].head
    over = head if head is not None and head > index and tree.tokens[index].relation == "nmod:desc" else index
    first = tree.tokens[index].text[:1].isupper() and index > 0
    return first and tree.tokens[over].entity == "LOC" and tree.tokens[index - 1].text.lower() in {"in", "at", "near"}


def _named_at_end(scene: Scene, index: int) -> list[int]:
    """The name in "Minister of the Interior X", which parsers take for a part of the ministry's."""
    tokens = scene.tree.tokens
    plural = tokens[index].text.lower() != tokens[index].lemma.lower()
    if index + 1 >= len(tokens) or tokens[index + 1].text != "of" or plural:
        return []
    for at in range(index + 2, min(index + 8, len(tokens))):
        name = scene.name_covering(at)
        actor = scene.actor_called(name.actor) if name is not None else None
        if name is not None and actor is not None and actor.kind is ActorKind.PERSON:
            return [name.head] if at > index + 2 and tokens[at - 1].text.lower() not in {"the", "of"} else []
        if tokens[at].tag == "PUNCT" or not (tokens[at].text[:1].isupper() or tokens[at].text in {"the", "and", "of"}):
            return []
    return []


def _titled(scene: Scene, index: int) -> Iterator[Frame]:
    """ "Attorney General X", "Gov. X": a post in the titles before a name, where no noun of its own tells it."""
    name = scene.name_covering(index)
    actor = scene.actor_called(name.actor) if name is not None else None
    if name is None or name.head != index or actor is None or actor.kind is not ActorKind.PERSON:
        return
    tokens = scene.tree.tokens
    first = next(i for i in range(scene.sentence_of(index).first, index + 1) if tokens[i].span.end > name.span.start)
    start = first
    while start > 0 and first - start < _LONGEST and tokens[start - 1].text[:1].isupper():
        start -= 1
    for at in range(start, index):
        found = leading_titles(scene.text(Span(tokens[at].span.start, name.span.end)))
        bare = leading_titles(scene.text(name.span)).rest
        posts = [
            t for t in found.titles if t.office and t.role not in _NO_POST and (t.field in _POSTS or _is_high(t.role))
        ]
        posts = [] if found.role is not None and "spokes" in found.role else posts
        if posts and found.rest == bare and found.role is not None:
            if any(_role_at(scene, i) is not None for i in range(at, index)):
                return
            last = max(i for i in range(at, index) if title(tokens[i].text) is None or i < first or i == at)
            span = Span(tokens[at].span.start, tokens[last].span.end)
            person = scene.fillers(RoleName.SUBJECT, [index])[0]
            office = Filler(role=RoleName.OBJECT, span=span, head=at)
            status = RelationStatus.FORMER if found.former else RelationStatus.UNKNOWN
            yield relation_frame(
                scene, at, RelationKind.HELD_OFFICE, (person, office), status=status, by="relation:title"
            )
            return


def _is_anothers(scene: Scene, index: int) -> bool:
    """True for the governor of "a spokesman for the governor", who is no governor."""
    tree = scene.tree
    head = tree.tokens[index].head
    behind = head is not None and tree.is_relation(index, "nmod") and tree.case_of(index) in {"of", "for", "to"}
    return behind and head is not None and person_role(tree.tokens[head].lemma) is not None


def _is_high(role: str) -> bool:
    """True for a post among the ranks of forces: "chief of staff", "inspector general of police"."""
    return any(word in role for word in ("chief of", "chief constable", "inspector general", "commissioner"))


def _bare(scene: Scene, index: int) -> Span:
    return scene.tree.tokens[index].span


def _appointed(scene: Scene, index: int) -> Iterator[Frame]:
    """ "X was appointed governor of Y", "who served as defence minister": who came to hold an office."""
    tree = scene.tree
    head = tree.tokens[index].head
    role = _role_at(scene, index)
    actor = scene.actor_at(index)
    if role is None or head is None or (actor is not None and scene.is_named(actor)):
        return
    verb = tree.tokens[head]
    put = verb.lemma in _PUT_INTO and tree.is_relation(index, "xcomp", "obj") and tree.case_of(index) is None
    as_one = verb.lemma in _HELD_AS and tree.case_of(index) == "as"
    if not (put or as_one) or tree.is_negated(head):
        return
    active = verb.lemma in {"become", "serve", "work", "act", "resign", "retire"} and not is_passive(tree, head)
    holders = subjects(tree, head) if active else [i for i in patients(tree, head) if i != index]
    for person in scene.fillers(RoleName.SUBJECT, holders):
        holder = scene.actor_at(person.head)
        if holder is not None and holder.kind is ActorKind.PERSON and scene.is_named(holder):
            yield _held(scene, index, person)
            return


def _held(scene: Scene, index: int, person: Filler, *, before: int | None = None) -> Frame:
    span = _office_span(scene, index)
    name = scene.name_covering(before) if before is not None else None
    if name is not None:
        inside = [t.span.end for t in scene.tree.tokens[index:before] if t.span.end <= name.span.start]
        span = Span(span.start, max(inside, default=span.end))
    office = Filler(role=RoleName.OBJECT, span=span, head=index)
    status = status_of(scene, index)
    return relation_frame(scene, index, RelationKind.HELD_OFFICE, (person, office), status=status, by="relation:office")


def _office_span(scene: Scene, index: int) -> Span:
    """The office itself: "interior minister", "United Nations official", "governor of Basilan", without whose and
    without "former"."""
    tree = scene.tree
    first = index
    while first > 0 and (_belongs(scene, first - 1, index) or _names_it(scene, first - 1, first)):
        first -= 1
    while first < index and (tree.tokens[first].tag == "PUNCT" or tree.tokens[first].text == "time"):
        first += 1  # "one-time"
    last = index
    behind = tree.tokens[last + 1].text.lower() if last + 1 < len(tree.tokens) else ""
    if behind == "general" and tree.tokens[index].lemma.lower() in _IN_GENERAL:
        last += 1  # "Deputy Prosecutor General"
    elif [t.text.lower() for t in tree.tokens[last + 1 : last + 3]] == ["-", "general"]:
        last += 2
    below = [child for child in tree.children(index, "nmod") if tree.case_of(child) in {"of", "for"} and child > index]
    if below:
        inside = set(tree.subtree(below[0], frozenset({"appos", "acl", "acl:relcl", "parataxis", "advcl"})))
        while last + 1 in inside and tree.tokens[last + 1].text not in {",", "("}:
            last += 1
    return Span(tree.tokens[first].span.start, tree.tokens[last].span.end)


def _belongs(scene: Scene, index: int, office: int) -> bool:
    """True for a word of the office's own name, put before it."""
    token = scene.tree.tokens[index]
    if token.text.lower() in {"vice", "deputy"} and index + 1 == office:
        return True
    if token.text.lower() in FORMER | _NEW or token.entity == "PER" or token.tag not in {"NOUN", "PROPN", "ADJ"}:
        return token.text in {"-", "&"} and scene.tree.tokens[index + 1].head == office
    at = index
    while at != office and scene.tree.is_relation(at, "compound", "amod", "flat"):
        above = scene.tree.tokens[at].head
        at = office if above is None else above
    return at == office


def _names_it(scene: Scene, index: int, first: int) -> bool:
    """True for the end or the rest of a name put right before an office, whatever the parser hung it on: "Corsican
    Regional Council President"."""
    tree = scene.tree
    token, behind = tree.tokens[index], tree.tokens[first]
    name, whole = scene.name_covering(index), scene.name_covering(first)
    actor = scene.actor_called(name.actor) if name else None
    if token.tag in {"PART", "PUNCT"}:
        return False
    if name is not None and actor is not None and actor.kind is not ActorKind.PERSON and whole in {None, name}:
        return name.span.end <= behind.span.start + 1 or whole == name
    named = token.entity in {"ORG", "LOC"} and token.tag in {"PROPN", "ADJ", "NOUN"} and token.text[:1].isupper()
    return named and token.span.end + 1 == behind.span.start and scene.sentence_of(first).first <= index


def _has_service_before(scene: Scene, index: int) -> bool:
    before = [i for i in scene.tree.children(index, "compound", "amod") if i < index]
    return any(scene.tree.tokens[i].lemma.lower() in _SERVICES or _body(scene, i) is not None for i in before)


def _body(scene: Scene, index: int) -> Filler | None:
    """The named group, party or force that a word stands for."""
    actor = scene.actor_at(index)
    if actor is None or actor.kind not in _BODIES or not scene.is_named(actor):
        return None
    return scene.fillers(RoleName.OBJECT, [index])[0]


def _rank(scene: Scene, index: int) -> Iterator[Frame]:
    """ "Police Col. X", "army Lt. Gen. X": of whom somebody with a rank is."""
    tree = scene.tree
    token = tree.tokens[index]
    rank = title(token.text)
    if rank is None or rank.field not in _RANKED or index == 0 or token.tag not in {"NOUN", "PROPN", "ADJ"}:
        return
    service, before = index - 1, tree.tokens[index - 1]
    noun = actor_noun(before.lemma)
    named_force = _body(scene, service)
    unnamed = noun is not None and noun.collective and noun.kind is ActorKind.STATE_FORCE
    if not unnamed and (named_force is None or scene.name_covering(service) is None):
        return
    name = _name_behind(scene, index)
    if name is None or scene.sentence_of(index).first == index:
        return
    body = Filler(role=RoleName.OBJECT, span=_service_span(scene, service), head=service)
    known = scene.actor_at(service)
    named = body if known is None or known.kind is not ActorKind.STATE_FORCE else None
    whole = named_force or (scene.fillers(RoleName.OBJECT, [service])[0] if named is None else described(scene, body))
    if whole is None:
        return
    person = Filler(role=RoleName.SUBJECT, span=name.span, head=name.head, reference=name.actor)
    first = next((i for i, t in enumerate(tree.tokens) if t.span.start >= whole.span.start), service)
    past = {t.text.lower() for t in tree.tokens[max(0, first - 1) : service]} & FORMER
    status = RelationStatus.FORMER if past else RelationStatus.UNKNOWN
    yield relation_frame(scene, index, RelationKind.MEMBER_OF, (person, whole), status=status, by="relation:rank")


def _service_span(scene: Scene, service: int) -> Span:
    before = scene.tree.children(service, "compound", "amod")
    run = [i for i in before if i < service and scene.tree.tokens[i].text.lower() not in FORMER]
    return scene.tree.span([*run, service])


def _name_behind(scene: Scene, index: int) -> Mention | None:
    """The person's name that follows a rank, with or without more ranks between."""
    tokens = scene.tree.tokens
    at = index
    while at < len(tokens) and at < index + 6:
        name = scene.name_covering(at)
        actor = scene.actor_called(name.actor) if name else None
        if name is not None and actor is not None:
            return name if actor.kind is ActorKind.PERSON else None
        if at > index and title(tokens[at].text) is None and tokens[at].text != ".":
            return None
        at += 1
    return None


def _of_body(scene: Scene, index: int) -> Iterator[Frame]:
    """ "Col. X of the National Guard", "X of the Y Brigade": of which body somebody is."""
    tree = scene.tree
    yield from _of_own_party(scene, index)
    actor = scene.actor_at(index)
    if actor is None or actor.kind is not ActorKind.PERSON or scene.name_covering(index) is None:
        return
    for below in tree.children(index, "nmod"):
        body = _body(scene, below)
        if tree.case_of(below) not in {"of", "from"} or body is None or body.reference == actor.id:
            continue
        person = scene.fillers(RoleName.SUBJECT, [index])[0]
        yield relation_frame(
            scene, below, RelationKind.MEMBER_OF, (person, body), status=RelationStatus.UNKNOWN, by="relation:of"
        )


def _of_own_party(scene: Scene, index: int) -> Iterator[Frame]:
    """ "Ivo Brand's Liberal Party": whose party it is belongs to it."""
    party = scene.actor_at(index)
    name = scene.name_covering(index)
    if party is None or party.kind is not ActorKind.PARTY or name is None or name.head != index:
        return
    for owner in scene.tree.children(index, "nmod:poss"):
        person = scene.actor_at(owner)
        if person is None or person.kind is not ActorKind.PERSON or scene.name_covering(owner) is None:
            continue
        pair = scene.fillers(RoleName.SUBJECT, [owner])[0], scene.fillers(RoleName.OBJECT, [index])[0]
        yield relation_frame(
            scene, index, RelationKind.MEMBER_OF, pair, status=RelationStatus.UNKNOWN, by="relation:party"
        )
