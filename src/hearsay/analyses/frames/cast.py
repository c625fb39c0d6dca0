"""Who a frame's words stand for: the actors, places and times that tokens belong to, and what they may be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from hearsay.analyses.frames.syntax import taken_for
from hearsay.records.actor import Actor, ActorKind
from hearsay.records.analysis import Analysis, Mention, MentionForm, Sentence
from hearsay.records.frame import Filler, RoleName
from hearsay.records.place import PlacePrecision
from hearsay.records.positions import Positions
from hearsay.records.span import Span
from hearsay.records.time import Time
from hearsay.records.tree import Tree
from hearsay.vocabulary.communities import community
from hearsay.vocabulary.countries import demonym_country
from hearsay.vocabulary.kinds import triggers
from hearsay.vocabulary.nouns import actor_noun, person_role, target_kind, weapon_class
from hearsay.vocabulary.place_words import ADMIN1_WORDS, ADMIN2_WORDS, CITY_WORDS

_ACTING = frozenset(
    {
        ActorKind.CIVILIANS,
        ActorKind.ARMED_GROUP,
        ActorKind.STATE_FORCE,
        ActorKind.GOVERNMENT,
        ActorKind.PARTY,
        ActorKind.PERSON,
    }
)
_ABLE = _ACTING - {ActorKind.CIVILIANS, ActorKind.PERSON}
_COUNTING = frozenset(
    """hundred thousand dozen score ten number handful pair couple group band gang crowd mob majority scores dozens
    hundreds thousands tens some several lot many series""".split()
)
_BODIES = frozenset("column brigade front army movement battalion league command militia faction party".split())
_SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson", "representative", "commander", "leader"})
_GROUPS = _BODIES | {"group", "organisation", "organization", "outfit", "network"}
_STATE = frozenset({"government", "state", "regime", "civilian", "civilians", "foreigner", "foreigners", "monarchy"})
_CROSSHEAD = 5  # words
_TAKEN_REACH = 9  # words: "men we believe to be from X came": parsers hang X anywhere
_ATTACKERS = frozenset(
    "attacker assailant bomber gunman hijacker kidnapper shooter perpetrator infiltrator hostage-taker".split()
)


class Cast:
    """The actors, places and times of an analysis, by token.

    Indexes are those of `analysis.tokens`.
    """

    def __init__(self, analysis: Analysis) -> None:
        self.tree = Tree(analysis.tokens)
        self.document_id = analysis.document.id
        self._text = analysis.document.text
        self._positions = Positions(analysis.tokens, analysis.sentences)
        self._actors: Mapping[str, Actor] = {actor.id: actor for actor in analysis.actors}
        self._mentions: dict[int, Mention] = {mention.head: mention for mention in analysis.mentions}
        self._heads: dict[str, list[int]] = {}  # of mentions, by the lemma of their noun
        for head in self._mentions:
            self._heads.setdefault(self.tree.tokens[head].lemma.lower(), []).append(head)
        self._named = {m.actor for m in analysis.mentions if m.form is MentionForm.NAME}
        self._names = self._by_name(self._mentions.values())
        self._places = self._by_token([(span, place.id) for place in analysis.places for span in place.mentions])
        countries = {p.id for p in analysis.places if p.precision is PlacePrecision.COUNTRY}
        self._sites = {p.id for p in analysis.places if p.precision is PlacePrecision.SITE}
        self._countries = {i: place for i, place in sorted(self._places.items()) if place in countries}
        self._times = self._times_by_top(analysis.times)

    def text(self, span: Span) -> str:
        """The words of a span, on one line."""
        return " ".join(span.of(self._text).split())

    def between(self, start: int, end: int) -> str:
        """The text from one character to another as it stands, empty where nothing lies between."""
        return self._text[start:end]

    def sentence_of(self, index: int) -> Sentence:
        """The sentence that a token belongs to."""
        return self._positions.sentence_of(index)

    def is_crosshead(self, index: int) -> bool:
        """True in a line between paragraphs that says what the next ones are about: "The Harbour bombing"."""
        sentence = self.sentence_of(index)
        tokens = self.tree.tokens[sentence.first : sentence.last]
        ends = tokens[-1].text[-1] in ".!?:;\"”’'"
        return len(tokens) <= _CROSSHEAD and not ends and all(t.tag not in {"VERB", "AUX"} for t in tokens)

    def clause_span(self, index: int) -> Span:
        """The words that say what a trigger says: its sentence."""
        return self.sentence_of(index).span

    def actor_at(self, index: int) -> Actor | None:
        """The actor that the phrase with this head refers to."""
        mention = self._mentions.get(self._spoken_of_own(index)) or self._name_topped_by(index)
        return None if mention is None else self._actors.get(mention.actor)

    def actor_called(self, reference: str | None) -> Actor | None:
        """The actor with this id."""
        return self._actors.get(reference or "")

    def described_as(self, lemma: str, before: int | None = None) -> Actor | None:
        """The one actor that the report calls by this noun ("the army"), or has before a token: of several, the one
        that it also names."""
        noun, heads = actor_noun(lemma), self._heads.get(lemma, ())
        called = {self._mentions[h].actor for h in heads if before is None or h < before}
        called = {a for a in called if noun is not None and self._actors[a].kind is noun.kind}
        called = called if len(called) < 2 else called & self._named
        return self._actors[next(iter(called))] if len(called) == 1 else None

    def _spoken_of_own(self, index: int) -> int:
        """The group of "a spokesman for the X told a radio that it had carried out the attack": it is no radio."""
        token = self.tree.tokens[index]
        if token.lemma.lower() not in {"it", "they"} or token.head is None or not self.tree.is_relation(index, "nsubj"):
            return index
        said = self.tree.tokens[token.head].head if self.tree.is_relation(token.head, "ccomp") else None
        told = self.tree.children(said, "nsubj") if said is not None else []
        who = [i for i in told if self.tree.tokens[i].lemma in _SPOKESMEN]
        bodies = [b for w in who for b in self.tree.children(w, "nmod", "compound", "nmod:poss") if self._is_body(b)]
        return bodies[0] if bodies else index

    def _is_body(self, index: int) -> bool:
        """True for an armed group, and for a "group" or "movement" of which no more is known."""
        actor = self.actor_at(index)
        lemma = self.tree.tokens[index].lemma.lower()
        return self.is_rebel(index) or (actor is not None and actor.kind is ActorKind.OTHER and lemma in _GROUPS)

    def _name_topped_by(self, index: int) -> Mention | None:
        """The name of which the token is a part that hangs on something outside: parsers cut names in pieces."""
        name = self.name_covering(index)
        head = self.tree.tokens[index].head
        inside = name is not None and head is not None and name.span.contains(self.tree.tokens[head].span)
        return None if inside else name

    def is_named(self, actor: Actor) -> bool:
        """True for an actor that the report calls by a name somewhere."""
        return actor.id in self._named

    def groups_before(self, index: int, number: int) -> list[int]:
        """The heads of the last mentions, before a token, of so many different named groups: "the two"."""
        found: dict[str, int] = {}
        for mention in sorted(self._mentions.values(), key=lambda m: -m.head):
            actor = self._actors[mention.actor]
            if mention.head < index and actor.kind is ActorKind.ARMED_GROUP and self.is_named(actor):
                found.setdefault(actor.id, mention.head)
            if len(found) == number:
                break
        return sorted(found.values())

    def is_community(self, index: int) -> bool:
        """True for a people or a faith ("Shia Muslims", "Baloch"), or the state as somebody's enemy."""
        words = [index, *self.tree.children(index, "amod", "compound")]
        return any(self.names_community(self.tree.tokens[i].text) for i in words)

    def names_community(self, word: str) -> bool:
        """True for a word that names a people, a faith, a nation, or the state."""
        if word.lower() in _STATE:
            return True
        return demonym_country(word) is not None or community(word[:1].upper() + word[1:]) is not None

    def name_covering(self, index: int) -> Mention | None:
        """The mention by name that the token is part of."""
        return self._names.get(index)

    def place_at(self, index: int) -> str | None:
        """The id of the place that the token belongs to; "the country" is the one told of last before it."""
        known = self._places.get(index) or self._named_behind(index)
        if known is None and self.tree.tokens[index].lemma.lower() in {"country", "nation"}:
            article = [self.tree.tokens[i].lemma.lower() for i in self.tree.children(index, "det")]
            before = [i for i in self._countries if i < index]
            return self._countries[before[-1]] if before and set(article) & {"the", "this"} else None
        return known

    def is_country(self, index: int) -> bool:
        """True for a token that is part of a country's name."""
        return index in self._countries

    def _named_behind(self, index: int) -> str | None:
        """Which town "the capital" is in "the Spanish capital, Madrid", "the border town of X" in "the town X"."""
        if self.tree.tokens[index].lemma.lower() not in CITY_WORDS | ADMIN1_WORDS | ADMIN2_WORDS:
            return None
        named = [i for i in self.tree.children(index, "appos", "flat", "nmod") if i > index and i in self._places]
        for at in named:
            case = self.tree.case_of(at)
            if case is None or (
                case == "of" and at not in self._countries
            ):  # "the capital of Mogadishu", of no country
                return self._places[at]
        return None

    def is_site(self, index: int) -> bool:
        """True for a building or the like: a place that is a thing as well."""
        return self.place_at(index) in self._sites

    def is_time(self, index: int) -> bool:
        """True when the token opens or heads a temporal expression."""
        return index in self._times

    def can_act(self, index: int) -> bool:
        """True for those who can do something to others: people, groups, forces, states; not things."""
        index = self.counted(index)
        actor = self.actor_at(index)
        if actor is not None:
            return actor.kind in _ACTING or (actor.kind is ActorKind.OTHER and self._is_known_body(actor, index))
        token = self.tree.tokens[index]
        if token.tag == "PRON":
            return token.lemma.lower() in {"he", "she", "they", "we", "i", "who", "someone", "somebody"}
        noun = actor_noun(token.lemma)
        return noun is not None or person_role(token.lemma) is not None

    def _is_known_body(self, actor: Actor, index: int) -> bool:
        """True for an organisation that the registry knows, or the report names: a movement, a league, a union."""
        token = self.tree.tokens[index]
        body = token.entity == "ORG" or token.lemma.lower() in _BODIES
        if token.tag == "PRON":  # the "it" that stands for a body
            heads = [m.head for m in self._mentions.values() if m.actor == actor.id and m.form is MentionForm.NAME]
            body = any(self.tree.tokens[i].entity == "ORG" for i in heads)
        return actor.registry_id is not None or (self.is_named(actor) and body)

    def counted(self, index: int) -> int:
        """Who are meant by "hundreds of Islamists", "a group of men", "two of the attackers": the noun counted."""
        token = self.tree.tokens[index]
        if token.lemma.lower() not in _COUNTING and token.tag != "NUM":
            return index
        below = [i for i in self.tree.children(index, "nmod") if self.tree.case_of(i) == "of"]
        return below[0] if below else index

    def state_of(self, index: int) -> list[int]:
        """The nation's adjectives before a noun that stand for their state: "Israeli" of "Israeli jets"."""
        below = [i for i in self.tree.children(index, "amod", "compound") if i < index]
        acting = [i for i in below if (a := self.actor_at(i)) is not None and a.kind is ActorKind.GOVERNMENT]
        return [i for i in acting if demonym_country(self.tree.tokens[i].text) is not None]

    def owners_of(self, weapon: int) -> list[int]:
        """Whose weapon did it: the state of "Israeli jets", the group of "an ETA bomb"."""
        before = [i for i in self.tree.children(weapon, "compound", "amod", "nmod:poss") if i < weapon]
        return [*self.state_of(weapon), *(i for i in before if self.is_armed_actor(i))]

    def coalition_of(self, index: int) -> list[Filler]:
        """The coalition of "French-led air strikes", where the report tells of "the French-led coalition"."""
        tree = self.tree
        found = []
        for leading in tree.children(index, "amod", "compound"):
            lead = [i for i in tree.children(leading, "compound", "amod", "obl", "nmod") if i < leading]
            if tree.tokens[leading].text.lower() != "led" or not lead:
                continue
            words = f"{tree.tokens[lead[0]].text}-led ".casefold()
            for actor in self._actors.values():
                if actor.kind in _ABLE | {ActorKind.OTHER} and any(words in f"{n} ".casefold() for n in actor.names):
                    span = tree.span([lead[0], leading])
                    found.append(Filler(role=RoleName.PERPETRATOR, span=span, head=leading, reference=actor.id))
                    break
        return found

    def is_armed_actor(self, index: int) -> bool:
        """True for a name put before an event noun that can only be who did it: "Taliban attack"."""
        actor = self.actor_at(index)
        return actor is not None and actor.kind in {ActorKind.ARMED_GROUP, ActorKind.STATE_FORCE}

    def is_attacker(self, index: int) -> bool:
        """True for those whom the report calls attackers: they are counted apart from those they killed."""
        return self.tree.tokens[self.counted(index)].lemma.lower() in _ATTACKERS

    def is_rebel(self, index: int) -> bool:
        """True for members of an armed group: "terrorists", "two of the rebels"."""
        actor = self.actor_at(self.counted(index))
        return actor is not None and actor.kind is ActorKind.ARMED_GROUP

    def is_force(self, index: int) -> bool:
        """True for soldiers and police, who may be a side in a fight."""
        actor = self.actor_at(self.counted(index))
        return actor is not None and actor.kind is ActorKind.STATE_FORCE

    def is_weapon(self, index: int) -> bool:
        """True when the phrase names a weapon."""
        return weapon_class(self.text(self.tree.phrase(index))) is not None and self.actor_at(index) is None

    def hurts(self, kind: str, heads: Sequence[int]) -> bool:
        """True when what was hit is people, so victims; False for buildings and other things."""
        return any(self.is_human(head) for head in heads) or kind in {"killing", "kidnapping", "arrest"}

    def may_be_hurt(self, index: int) -> bool:
        """True for whoever stands where somebody is killed or wounded, unless it is known for a thing: "a teen"."""
        at = self.counted(index)
        token = self.tree.tokens[at]
        thing = (token.lemma.lower(), "NOUN") in triggers() or weapon_class(token.lemma) is not None
        return self.is_human(at) or not (thing or target_kind(token.lemma) or self.place_at(at) or self.is_time(at))

    def is_human(self, index: int) -> bool:
        """True for people, also where only a number stands for them; False for buildings, events, other things."""
        index = self.counted(index)
        token = self.tree.tokens[index]
        actor = self.actor_at(index)
        human = actor is not None or actor_noun(token.lemma) is not None or person_role(token.lemma) is not None
        if human or token.tag in {"PRON", "NUM"} or token.entity == "PER":
            return True
        event = (token.lemma.lower(), "NOUN") in triggers()
        counted = bool(self.tree.children(index, "nummod"))
        return counted and not event and target_kind(token.lemma) is None and self.place_at(index) is None

    def fillers(self, role: RoleName, heads: Iterable[int]) -> list[Filler]:
        """A filler a head, with the actor or place it refers to."""
        found = []
        for head in heads:
            actor = self.actor_at(head) or self.actor_at(self.counted(head))
            doubted = False
            if role is RoleName.PERPETRATOR:
                taken = self._taken_for(head)
                doubted = taken is not None and taken[1]
                if actor is None or not self.is_named(actor):
                    actor = (taken[0] if taken else None) or self._group_of(head) or actor
            reference = self.place_at(head) if role is RoleName.PLACE else (actor.id if actor else None)
            span = self.tree.phrase(head)
            found.append(Filler(role=role, span=span, head=head, reference=reference, doubted=doubted))
        return found

    def _taken_for(self, head: int) -> tuple[Actor, bool] | None:
        """Whose somebody is taken to be, and whether that is a guess: "gunmen believed to be members of X", "men
        identified as X fighters", "men we believe to be from X"."""
        tree = self.tree
        for clause in taken_for(tree, head):
            below = tree.subtree(clause, frozenset({"nmod:poss", "acl:relcl", "advcl"}))
            near = range(clause + 1, min(clause + _TAKEN_REACH, len(tree.tokens)))
            called = [n for n in near if tree.children(n, "cop", "mark") and self.actor_at(n) is not None]
            below += [i for n in called for i in (n, *tree.children(n, "compound"))]
            actors = [actor for i in below if i > clause and (actor := self.actor_at(i)) is not None]
            named = [a for a in actors if a.kind in _ABLE | {ActorKind.OTHER} and self.is_named(a)]
            told = [a for a in actors if a.kind in _ABLE]
            if named or told:
                return (named or told)[0], tree.tokens[clause].lemma not in {"identify", "describe"}
        return None

    def _group_of(self, head: int) -> Actor | None:
        """The named group of "rebels of the X", "the rebels, members of the X", whatever else "rebels" stands for."""
        top = self.counted(head)
        below = [*self.tree.children(top, "nmod"), *(self.tree.children(head, "nmod") if top != head else ())]
        bodies = [i for i in below if self.tree.case_of(i) in {"of", "from"}]
        bodies += [i for i in self.tree.children(head, "appos") if i > head]
        bodies += [top] if top != head else []
        if head > 1 and self.tree.tokens[head - 1].text == ")":
            bodies.append(head - 2)  # "New Dawn Army (NDA) members"
        actors = [actor for i in bodies if (actor := self.actor_at(i)) is not None and self.is_named(actor)]
        kinds = {ActorKind.ARMED_GROUP, ActorKind.OTHER} if self.is_rebel(top) else {ActorKind.ARMED_GROUP}
        return next((a for a in actors if a.kind in kinds), None)

    def _by_name(self, mentions: Iterable[Mention]) -> dict[int, Mention]:
        """The mentions by name, by every token wholly inside of them; the first of two that overlap."""
        found: dict[int, Mention] = {}
        for mention in mentions:
            if mention.form is MentionForm.NAME:
                for index in self._inside(mention.span):
                    if mention.span.contains(self.tree.tokens[index].span):
                        found.setdefault(index, mention)
        return found

    def _by_token(self, spans: Sequence[tuple[Span, str]]) -> dict[int, str]:
        """For each token inside one of the spans, the span's id; the longest span wins."""
        found: dict[int, str] = {}
        for span, value in sorted(spans, key=lambda pair: len(pair[0])):
            for index in self._inside(span):
                found[index] = value
        return found

    def _times_by_top(self, times: Sequence[Time]) -> dict[int, Span]:
        """Temporal expressions by the token whose head lies outside of them."""
        found: dict[int, Span] = {}
        for time in times:
            inside = set(self._inside(time.span))
            for index in sorted(inside):
                head = self.tree.tokens[index].head
                if head is None or head not in inside:
                    found[index] = time.span
                    break
        return found

    def _inside(self, span: Span) -> list[int]:
        return list(self._positions.tokens_in(span))
