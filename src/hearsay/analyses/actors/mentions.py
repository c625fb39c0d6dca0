"""The words of a report that refer to actors: names, descriptions ("the gunmen", "a police official"), pronouns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hearsay.records.actor import ActorKind
from hearsay.records.analysis import MentionForm, Sentence
from hearsay.records.span import Span
from hearsay.records.tree import Tree
from hearsay.vocabulary.actors.registry import Registry
from hearsay.vocabulary.actors.scanning import NameMatch
from hearsay.vocabulary.countries import demonym_country
from hearsay.vocabulary.nouns import ActorNoun, actor_noun, person_role
from hearsay.vocabulary.outlets import outlet_named

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
_NAME_TYPES = frozenset({"PER", "ORG"})


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


class Finder:
    """Finds the mentions of one analysis. `text` is the document's, `regions` the spans of its countries."""

    def __init__(self, text: str, tree: Tree, sentences: Sequence[Sentence], registry: Registry) -> None:
        self._text = text
        self._tree = tree
        self._sentences = sentences
        self._registry = registry

    def find(self, countries: Sequence[Span]) -> list[Candidate]:
        """All candidates in text order, one a head token; a name outranks the description on the same head."""
        found: dict[int, Candidate] = {}
        for candidate in [*self._names(), *self._states(countries)]:
            found.setdefault(candidate.head, candidate)
        for candidate in [*self._nominals(), *self._pronouns()]:
            found.setdefault(candidate.head, candidate)
        return sorted(found.values(), key=lambda c: (c.span, c.head))

    def _names(self) -> Iterator[Candidate]:
        """Registry names, and the name tagger's people and organisations; the longer span where two overlap."""
        scanned = self._registry.scan(self._text, [s.span for s in self._sentences])
        spans: list[tuple[Span, NameMatch | None, str]] = [(match.span, match, "ORG") for match in scanned]
        spans += [(span, None, kind) for span, kind in self._tagged()]
        taken: list[Span] = []
        for span, known, kind in sorted(spans, key=lambda item: (-len(item[0]), item[1] is None)):
            if any(span.overlaps(other) for other in taken):
                continue
            head = self._head_of(span)
            if head is None:
                continue
            taken.append(span)
            yield self._name(span, head, known, kind)

    def _tagged(self) -> Iterator[tuple[Span, str]]:
        for sentence in self._sentences:
            start = sentence.first
            while start < sentence.last:
                kind = self._tree.tokens[start].entity
                end = start + 1
                while end < sentence.last and kind and self._tree.tokens[end].entity == kind:
                    end += 1
                if kind in _NAME_TYPES:
                    yield Span(self._tree.tokens[start].span.start, self._tree.tokens[end - 1].span.end), kind
                start = end

    def _head_of(self, span: Span) -> int | None:
        """The token of the span whose head lies outside of it."""
        inside = self._tokens_in(span)
        for index in inside:
            head = self._tree.tokens[index].head
            if self._tree.tokens[index].tag != "PUNCT" and (head is None or head not in inside):
                return index
        return inside[-1] if inside else None

    def _tokens_in(self, span: Span) -> list[int]:
        sentence = next((s for s in self._sentences if s.span.overlaps(span)), None)
        if sentence is None:
            return []
        return [i for i in range(sentence.first, sentence.last) if span.overlaps(self._tree.tokens[i].span)]

    def _name(self, span: Span, head: int, known: NameMatch | None, kind: str) -> Candidate:
        words = " ".join(span.of(self._text).split())
        return Candidate(
            span=span,
            head=head,
            form=MentionForm.NAME,
            name=words if known else words.strip(".,;:'\"“”‘’"),
            kind=self._kind_of_name(words, head, kind) if known is None else None,
            country=self._country_before(head),
            known=known,
        )

    def _kind_of_name(self, words: str, head: int, kind: str) -> ActorKind | None:
        if kind == "PER":
            return ActorKind.PERSON
        outlet = outlet_named(words)
        if outlet is not None:
            return outlet.kind
        parts = [actor_noun(word) for word in reversed(words.split())]
        noun = next((p for p in parts if p is not None and not p.doubtful), None)
        return noun.kind if noun is not None else self._kind_beside(head)

    def _kind_beside(self, head: int) -> ActorKind:
        """What the words beside a name say it is: "the militant group X", "X rebels", "X, a separatist movement"."""
        tree = self._tree
        beside = [*tree.children(head, "compound", "appos", "amod", "flat")]
        above = tree.tokens[head].head
        if above is not None and tree.is_relation(head, "compound", "appos", "flat", "nmod"):
            beside.append(above)
        for index in beside:
            words = [tree.tokens[i].lemma.lower() for i in (index, *tree.children(index, "compound", "amod"))]
            nouns = [noun for word in words if (noun := actor_noun(word)) is not None and not noun.doubtful]
            if nouns:
                return nouns[0].kind
        return ActorKind.OTHER

    def _states(self, countries: Sequence[Span]) -> Iterator[Candidate]:
        """Countries that act: "Pakistan has carried out an offensive", "attacked by Israel"."""
        for span in countries:
            head = self._head_of(span)
            if head is None or not self._tree.is_relation(head, "nsubj", "obl:agent", "conj"):
                continue
            if self._tree.is_relation(head, "conj") or self._tree.case_of(head) not in {None, "by"}:
                continue
            name = " ".join(span.of(self._text).split())
            yield Candidate(
                span=span, head=head, form=MentionForm.NAME, name=name, kind=ActorKind.GOVERNMENT, country=None
            )

    def _nominals(self) -> Iterator[Candidate]:
        tree = self._tree
        for sentence in self._sentences:
            for index in range(sentence.first, sentence.last):
                token = tree.tokens[index]
                if token.tag not in {"NOUN", "PROPN", "ADJ"}:
                    continue
                if tree.is_relation(index, *_INSIDE) and not self._is_put_before_name(index):
                    continue
                noun, kind = self._actor_sense(index)
                if noun is None and kind is None:
                    continue
                yield self._nominal(index, noun, kind)

    def _actor_sense(self, index: int) -> tuple[ActorNoun | None, ActorKind | None]:
        """What a noun, or it with the word before it ("security forces"), says of an actor."""
        tree = self._tree
        lemma = tree.tokens[index].lemma.lower()
        for before in reversed(tree.children(index, "compound", "amod")):
            joined = actor_noun(f"{tree.tokens[before].lemma.lower()} {lemma}")
            if joined is not None:
                return joined, joined.kind
        noun = actor_noun(lemma)
        if noun is not None and tree.tokens[index].tag != "ADJ":
            return noun, noun.kind
        role = person_role(lemma)
        if role is not None and tree.tokens[index].tag != "ADJ":
            return None, ActorKind.PERSON
        return None, None

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
            name=" ".join(span.of(self._text).split()),
            kind=kind,
            doubtful=doubtful,
            plural=token.text.lower() != token.lemma.lower() or token.lemma.lower() in {"police", "people"},
            definite=bool({"the", "this", "that", "these", "those"} & set(words)),
            indefinite=bool({"a", "an", "another", "some"} & set(words)),
            country=self._country_before(index),
        )

    def _is_put_before_name(self, index: int) -> bool:
        """True for the noun of "militant organisation X", "interior minister Y", attached below the name."""
        tree = self._tree
        head = tree.tokens[index].head
        named = head is not None and head > index and tree.tokens[head].entity in _NAME_TYPES
        between = range(index + 1, head or index)
        return named and all(tree.tokens[i].entity or tree.tokens[i].tag in {"PUNCT", "PROPN"} for i in between)

    def _described(self, index: int) -> Span:
        """The words of a description: its phrase, or what stands before the name that it is put before."""
        tree = self._tree
        if not (tree.is_relation(index, *_INSIDE) and self._is_put_before_name(index)):
            return tree.phrase(index)
        whole = tree.phrase(tree.tokens[index].head or index)
        return Span(min(whole.start, tree.tokens[index].span.start), tree.tokens[index].span.end)

    def _settled(self, index: int, noun: ActorNoun | None, kind: ActorKind | None) -> tuple[ActorKind | None, bool]:
        """A doubtful noun's kind is settled by a word before it: "militant group", "armed men"."""
        if noun is None or not noun.doubtful:
            return kind, False
        tree = self._tree
        for before in tree.children(index, "amod", "compound"):
            told = actor_noun(tree.tokens[before].lemma)
            if told is not None and not told.doubtful:
                return told.kind, False
            if tree.tokens[before].lemma.lower() in {"armed", "masked", "rebel", "militant", "terrorist", "islamist"}:
                return ActorKind.ARMED_GROUP, False
        return kind, True

    def _pronouns(self) -> Iterator[Candidate]:
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

    def _country_before(self, head: int) -> str | None:
        """The country of a demonym or of a country's name put before the noun."""
        for index in self._tree.children(head, "amod", "compound", "nmod:poss", "nmod"):
            if index < head:
                country = demonym_country(self._tree.tokens[index].text)
                if country is not None:
                    return country
        return None
