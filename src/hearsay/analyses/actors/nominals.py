"""What refers to actors without a name: descriptions ("the gunmen", "one of the residents") and pronouns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from hearsay.analyses.joining import plain
from hearsay.records.actor import ActorKind
from hearsay.records.analysis import MentionForm, Sentence
from hearsay.records.span import Span
from hearsay.records.tree import Tree
from hearsay.vocabulary.actors.scanning import NameMatch
from hearsay.vocabulary.countries import demonym_country
from hearsay.vocabulary.cues import cue
from hearsay.vocabulary.nouns import ActorNoun, actor_noun, person_role

PRONOUNS = {
    "he": "he",
    "him": "he",
    "his": "he",
    "himself": "he",
    "she": "she",
    "her": "she",
    "hers": "she",
    "herself": "she",
    "they": "they",
    "them": "they",
    "their": "they",
    "themselves": "they",
    "it": "it",
    "its": "it",
    "itself": "it",
    "we": "we",
    "us": "we",
    "our": "we",
    "i": "i",
    "me": "i",
    "my": "i",
}
_INSIDE = frozenset({"compound", "flat", "fixed", "goeswith", "amod"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_QUANTIFIED = frozenset({"all", "both", "other", "many", "some", "several", "each", "every", "any", "no", "most"})
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_ALSO_PLACES = frozenset({"capital", "state", "office", "palace", "presidential palace", "house", "body"})
"""Nouns of governments that mostly mean something else unless they act."""
_ONE_OF = frozenset({"one", "another"})
_DOUBTED = frozenset({"suspected", "alleged", "presumed", "apparent", "supposed", "so-called"})
_LOYAL = frozenset({"loyal", "faithful", "allied", "ally", "affiliated", "affiliate"})
_PEOPLES = frozenset({"ethnic", "religious", "tribal", "linguistic", "indigenous", "minority"})
NAME_TYPES = frozenset({"PER", "ORG"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A mention before it is known whom it refers to.

    `name` is the proper name, or the phrase; `known` is the registry's match of the name. `plural` and `definite` are
    what the words show; `country` is that of a demonym before the noun ("Pakistani officials").
    """

    span: Span
    head: int
    form: MentionForm
    name: str
    kind: ActorKind | None
    doubtful: bool = False
    plural: bool = False
    definite: bool = False
    indefinite: bool = False
    country: str | None = None
    known: NameMatch | None = None


class Describer:
    """Finds the mentions of one analysis that are no names. `text` is the document's; `inside_places` are the tokens
    of names of places."""

    def __init__(self, text: str, tree: Tree, sentences: Sequence[Sentence], inside_places: Set[int]) -> None:
        self._text = text
        self._tree = tree
        self._sentences = sentences
        self._inside_places = inside_places

    def nominals(self) -> Iterator[Candidate]:
        """Descriptions: "the gunmen", "a police official"."""
        tree = self._tree
        for sentence in self._sentences:
            for index in range(sentence.first, sentence.last):
                token = tree.tokens[index]
                if token.tag not in {"NOUN", "PROPN", "ADJ"}:
                    continue
                if tree.is_relation(index, *_INSIDE) and not self._is_put_before_name(index):
                    continue
                noun, kind = self._actor_sense(index)
                if (noun is None and kind is None) or index in self._inside_places:
                    continue
                if noun is not None and noun.lemma in _ALSO_PLACES and not acts(self._tree, index):
                    continue  # "in the capital", "took office", "five bodies": the same words say "the capital denied"
                yield self._nominal(index, noun, kind)

    def _actor_sense(self, index: int) -> tuple[ActorNoun | None, ActorKind | None]:
        """What a noun, or it with the word before it ("security forces"), says of an actor.

        One person in a role is a person ("a security official"), several are the body that they are of ("officials").
        """
        tree = self._tree
        token = tree.tokens[index]
        if token.tag == "ADJ":
            return None, None
        lemma = token.lemma.lower()
        before = [tree.tokens[i].lemma.lower() for i in reversed(tree.children(index, "compound", "amod"))]
        terms = [*(f"{word} {lemma}" for word in before), lemma]
        role = next((r for t in terms if (r := person_role(t)) is not None), None)
        noun = next((n for t in terms if (n := actor_noun(t)) is not None), None)
        if role is not None and (noun is None or not noun.collective):
            plural = token.text.lower() != lemma
            if not plural and (noun is None or noun.doubtful or noun.kind is not ActorKind.ARMED_GROUP):
                return None, ActorKind.PERSON
            if plural and role.side is not None:
                return noun, role.side
        if noun is not None:
            return noun, noun.kind
        return None, ActorKind.PERSON if role is not None else None

    def _nominal(self, index: int, noun: ActorNoun | None, kind: ActorKind | None) -> Candidate:
        tree = self._tree
        token = tree.tokens[index]
        span = self._described(index)
        top = tree.tokens[index].head if tree.is_relation(index, *_INSIDE) else index
        words = [tree.tokens[i].lemma.lower() for i in tree.children(index if top is None else top, "det")]
        kind, doubtful = self._settled(index, noun, kind)
        return Candidate(
            span=span,
            head=index,
            form=MentionForm.NOMINAL,
            name=_without_doubt(plain(span.of(self._text))),
            kind=kind,
            doubtful=doubtful,
            plural=token.text.lower() != token.lemma.lower() or token.lemma.lower() in {"police", "people"},
            definite=bool(_DEFINITE & set(words)) and not _QUANTIFIED & set(words),
            indefinite=bool({"a", "an", "another", "some"} & set(words)),
            country=country_before(self._tree, index),
        )

    def _is_put_before_name(self, index: int) -> bool:
        """True for the noun of "militant organisation X", "interior minister Y", attached below the name."""
        tree = self._tree
        head = tree.tokens[index].head
        named = head is not None and head > index and tree.tokens[head].entity in NAME_TYPES
        between = range(index + 1, head or index)
        return named and all(tree.tokens[i].entity or tree.tokens[i].tag in {"PUNCT", "PROPN"} for i in between)

    def _described(self, index: int) -> Span:
        """The words of a description: its phrase, or what stands before the name that it is put before."""
        tree = self._tree
        if not (tree.is_relation(index, *_INSIDE) and self._is_put_before_name(index)):
            return self._with_side(index, self._without_day(index, tree.phrase(index)))
        above = tree.tokens[index].head
        whole = tree.phrase(index if above is None else above)
        return Span(min(whole.start, tree.tokens[index].span.start), tree.tokens[index].span.end)

    def _with_side(self, index: int, span: Span) -> Span:
        """The phrase with whose side it is on: "militiamen loyal to Ivo Dast"."""
        tree = self._tree
        for side in tree.children(index, "acl", "amod", "nmod", "appos"):
            behind = side > index and tree.tokens[side - 1].span.end == span.end
            if not behind or tree.tokens[side].lemma.lower() not in _LOYAL:
                continue
            whom = [i for i in tree.children(side, "obl", "nmod") if tree.case_of(i) in {"to", "with"}]
            if whom:
                return Span(span.start, tree.phrase(whom[0]).end)
        return span

    def _without_day(self, index: int, span: Span) -> Span:
        """The phrase without the day that a parser hung on it: "the ministry on Wednesday"."""
        for at in range(index + 1, len(self._tree.tokens)):
            token = self._tree.tokens[at]
            if not span.contains(token.span):
                break
            if token.text.lower() in DAYS:
                end = at - 1 if self._tree.tokens[at - 1].tag == "ADP" else at
                return Span(span.start, self._tree.tokens[end - 1].span.end)
        return span

    def _settled(self, index: int, noun: ActorNoun | None, kind: ActorKind | None) -> tuple[ActorKind | None, bool]:
        """A doubtful noun's kind is settled by a word before it: "militant group", "armed men"."""
        if noun is None or not noun.doubtful:
            return kind, False
        tree = self._tree
        for before in tree.children(index, "amod", "compound"):
            told = actor_noun(tree.tokens[before].lemma)
            if told is not None and not told.doubtful:
                return told.kind, False
            if tree.tokens[before].lemma.lower() in _PEOPLES:
                return ActorKind.CIVILIANS, False  # "the country's largest ethnic group"
            if tree.tokens[before].lemma.lower() in {"armed", "masked", "rebel", "militant", "terrorist", "islamist"}:
                return ActorKind.ARMED_GROUP, False
        return kind, True

    def partitives(self) -> Iterator[Candidate]:
        """ "One of the residents": somebody who is not all of them; of a group's fighters each acts for the group."""
        tree = self._tree
        for sentence in self._sentences:
            for index in range(sentence.first, sentence.last):
                if tree.tokens[index].text.lower() not in _ONE_OF:
                    continue
                whole = self._whole_behind(index, sentence)
                if not whole:
                    continue
                noun, kind = self._actor_sense(whole[0])
                if kind is None or kind in {ActorKind.ARMED_GROUP, ActorKind.STATE_FORCE}:
                    continue
                if noun is not None and noun.collective:
                    continue
                span = tree.span([index, whole[0]])
                yield Candidate(
                    span=span,
                    head=index,
                    form=MentionForm.NOMINAL,
                    name=plain(span.of(self._text)),
                    kind=ActorKind.PERSON,
                    indefinite=True,
                )

    def _whole_behind(self, index: int, sentence: Sentence) -> list[int]:
        """The noun of "of the (few) residents" right behind a word, whatever the parser hangs it on."""
        tokens = self._tree.tokens
        if index + 3 > sentence.last or tokens[index + 1].text.lower() != "of":
            return []
        behind = [i for i in range(index + 3, min(index + 6, sentence.last)) if tokens[i].tag == "NOUN"]
        owned = tokens[index + 2].tag in {"DET", "PRON"} and tokens[index + 2].text.lower() != "them"
        between = range(index + 3, behind[0] if behind else index)
        if not behind or not owned or any(tokens[i].tag not in {"ADJ", "NUM", "PROPN"} for i in between):
            return []
        last = behind[0]
        while last + 1 < sentence.last and tokens[last + 1].tag == "NOUN":
            last += 1
        return [last]

    def pronouns(self) -> Iterator[Candidate]:
        """Personal pronouns, but for the "it" of "it rains"."""
        for sentence in self._sentences:
            for index in range(sentence.first, sentence.last):
                token = self._tree.tokens[index]
                if token.tag != "PRON" or token.text.lower() not in PRONOUNS or token.relation == "expl":
                    continue
                yield Candidate(
                    span=token.span,
                    head=index,
                    form=MentionForm.PRONOUN,
                    name=token.text,
                    kind=None,
                    plural=PRONOUNS[token.text.lower()] in {"they", "we"},
                    definite=True,
                )


def acts(tree: Tree, head: int) -> bool:
    """True for the subject of an active verb, the "by" phrase of a passive one, and whoever is accused."""
    tree = tree
    head = tree.path_up(head, "conj")  # "Zambia, Botswana and Zimbabwe denied"
    verb = tree.tokens[head].head
    if verb is None or tree.tokens[verb].tag != "VERB":
        return False
    blamed = (word := cue(tree.tokens[verb].lemma, "VERB")) is not None and word.force == "accuse"
    if blamed and tree.is_relation(head, "obj", "obl"):
        return tree.case_of(head) in {None, "on", "to"}
    return tree.tokens[head].relation in {"nsubj", "obl:agent"}


def country_before(tree: Tree, head: int) -> str | None:
    """The country of a demonym or of a country's name put before the noun."""
    for index in tree.children(head, "amod", "compound", "nmod:poss", "nmod"):
        if index < head:
            country = demonym_country(tree.tokens[index].text)
            if country is not None:
                return country
    return None


def _without_doubt(words: str) -> str:
    """ "Rindi tribesmen" for "suspected Rindi tribesmen": that they are only suspected is no part of what they are."""
    first, _, rest = words.partition(" ")
    return rest if rest and first.lower() in _DOUBTED else words
