"""The words of a report that refer to actors: names, descriptions ("the gunmen", "a police official"), pronouns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hearsay.analyses.actors.media import Media
from hearsay.analyses.actors.nominals import NAME_TYPES, Candidate, Describer, acts, country_before
from hearsay.analyses.joining import plain
from hearsay.records.actor import ActorKind
from hearsay.records.analysis import MentionForm, Sentence
from hearsay.records.place import Place, PlacePrecision
from hearsay.records.positions import Positions
from hearsay.records.span import Span
from hearsay.records.tree import Tree
from hearsay.vocabulary.actors.registry import Registry
from hearsay.vocabulary.actors.scanning import NameMatch
from hearsay.vocabulary.communities import community
from hearsay.vocabulary.countries import countries, demonym_country
from hearsay.vocabulary.kinds import triggers
from hearsay.vocabulary.nouns import actor_noun, is_collective, person_role, weapon_class
from hearsay.vocabulary.outlets import agency_named, outlet_named
from hearsay.vocabulary.titles import leading_titles

_ARTICLE = re.compile(r"\b(?:(?:[Aa]l|AL|[Ee]l|EL)[- ]|(?:[Aa]sh|[Aa]n|[Aa]s|[Aa]r|[Aa]d|[Aa]t)-)$")
_ORDINAL = re.compile(r"(?<!\w)\d{1,3}(?:st|nd|rd|th)\s$")
_OF_ARMS = frozenset(
    """liberation resistance jihad mujahideen mujahidin mujahedeen brigade militia hawk martyr guerrilla
    insurgent column front commando fedayeen tiger rebel""".split()
)
"""Words that armed groups are named with."""
_OF_A_CAUSE = frozenset(
    "free freedom people revolutionary lord republican salvation secret popular democratic red".split()
)
"""What makes an army of its name one that no state has."""
_PART_OF_A_GROUP = frozenset({"faction", "splinter", "offshoot", "militia", "outfit", "wing"})
_BACKED = frozenset("backed allied supported sponsored financed funded armed trained".split())
"""What a state is to those whom it stands behind: "Velmar-backed"."""
_BY_STATES = frozenset("invasion intervention airstrike incursion embargo blockade".split())
"""What only a state does, so that its name before the noun is the doer's."""
_SENT = frozenset("troop soldier force contingent warship".split())


class Finder:
    """Finds the mentions of one analysis. `text` is the document's."""

    def __init__(
        self, text: str, tree: Tree, sentences: Sequence[Sentence], registry: Registry, places: Sequence[Place]
    ) -> None:
        self._text = text
        self._tree = tree
        self._sentences = sentences
        self._positions = Positions(tree.tokens, sentences)
        self._registry = registry
        seats = {PlacePrecision.COUNTRY, PlacePrecision.CITY}
        self._places = {span for place in places for span in place.mentions}
        self._inside_places = {
            i for span in self._places for i in self._tokens_in(span) if span.contains(tree.tokens[i].span)
        }
        self._surnames = frozenset(self._last_names())
        self._seats = {span for place in places if place.precision in seats for span in place.mentions}
        nations = (place for place in places if place.precision is PlacePrecision.COUNTRY)
        self._countries = {span for place in nations for span in place.mentions}

    def find(self) -> list[Candidate]:
        """All candidates in text order, one a head token; a name outranks the description on the same head."""
        found: dict[int, Candidate] = {}
        for candidate in [*self._names(), *self._states(), *self._demonyms(), *self._communities()]:
            found.setdefault(candidate.head, candidate)
        described = Describer(self._text, self._tree, self._sentences, self._inside_places)
        named = {i for c in found.values() if c.form is MentionForm.NAME for i in self._tokens_in(c.span)}
        for candidate in [*described.nominals(), *described.partitives(), *described.pronouns()]:
            if candidate.head not in named:  # the "Workers" of "Workers' Front" are nobody of their own
                found.setdefault(candidate.head, candidate)
        return sorted(found.values(), key=lambda c: (c.span, c.head))

    def _names(self) -> Iterator[Candidate]:
        """Registry names, and the name tagger's people and organisations; the longer span where two overlap."""
        scanned = self._registry.scan(self._text, [s.span for s in self._sentences])
        spans: list[tuple[Span, NameMatch | None, str]] = [(self._with_article(m.span), m, "ORG") for m in scanned]
        spans = [
            item for item in spans if self._is_noun(item[0]) and agency_named(item[1].text if item[1] else "") is None
        ]
        listed = [item[0] for item in spans]
        tagged = [(self._without_country(span), kind) for span, kind in self._tagged()]
        tagged = [(span, kind) for span, kind in tagged if self._is_name(span)]
        spans += [(span, None, kind) for span, kind in tagged if not self._only_describes(span, listed)]
        spans += [(span, None, "MEDIA") for span in Media(self._text, self._tree).names(self._sentences)]
        spans = [(self._with_number(span), known, kind) for span, known, kind in spans]
        taken: list[Span] = []
        for span, known, kind in sorted(spans, key=lambda item: (item[2] != "MEDIA", -len(item[0]), item[1] is None)):
            if any(span.overlaps(other) for other in taken):
                continue
            head = self._head_of(span)
            if head is None:
                continue
            taken.append(span)
            yield self._name(span, head, known, kind)

    def _last_names(self) -> Iterator[str]:
        """The last words of the persons' names of several words: who "Moro" is, after "Aldo Moro"."""
        tokens = self._tree.tokens
        for span, kind in self._tagged():
            inside = self._tokens_in(span) if kind == "PER" else []
            if len(inside) > 1:
                yield tokens[inside[-1]].text

    def _without_country(self, span: Span) -> Span:
        """ "Workers Party" of "Turkey's Workers Party": whose it is, is no part of the name."""
        inside = self._tokens_in(span)
        marks = [i for i in inside[1:-1] if self._tree.tokens[i].text in {"'s", "’s"}]
        if not marks or not all(i in self._inside_places for i in inside if i < marks[0]):
            return span
        return Span(self._tree.tokens[marks[0] + 1].span.start, span.end)

    def _with_number(self, span: Span) -> Span:
        """A unit's name with its number: "4th Infantry Brigade"."""
        before = _ORDINAL.search(self._text, max(0, span.start - 8), span.start)
        return span if before is None else Span(before.start(), span.end)

    def _with_article(self, span: Span) -> Span:
        """A registry's match together with the Arabic or Spanish article that the registry looks past."""
        before = _ARTICLE.search(self._text, max(0, span.start - 4), span.start)
        return span if before is None else Span(before.start(), span.end)

    def _only_describes(self, span: Span, known: Sequence[Span]) -> bool:
        """True for "Al-Qaida Affiliate": a known name and a common noun in a headline's capitals are no new name."""
        inside = [k for k in known if span.contains(k) and k != span]
        rest = [i for i in self._tokens_in(span) if not any(k.overlaps(self._tree.tokens[i].span) for k in inside)]
        words = [self._tree.tokens[i].lemma.lower() for i in rest if self._tree.tokens[i].tag != "PUNCT"]
        return bool(inside and words) and all(actor_noun(w) is not None or person_role(w) is not None for w in words)

    def _is_noun(self, span: Span) -> bool:
        """False where the name is another word in capitals: "A CIVILIAN WHO WAS PASSING BY"."""
        return any(self._tree.tokens[i].tag in {"PROPN", "NOUN", "ADJ", "X", "NUM"} for i in self._tokens_in(span))

    def _is_name(self, span: Span) -> bool:
        """False for what the tagger took for a name and is an adjective ("Middle Eastern"), a people, or a place."""
        tokens = [self._tree.tokens[i] for i in self._tokens_in(span)]
        words = [t for t in tokens if t.tag != "PUNCT"]
        if not self._is_noun(span) or all(t.tag == "ADJ" or demonym_country(t.text) is not None for t in words):
            return False
        role = person_role(words[-1].lemma.lower())
        if role is not None and role.office and len(words) > 2 and words[-1].entity != "PER":
            return False  # "Police Public Relations Officer" is what somebody is
        if len(words) == 1 and self._is_common(words[0].lemma):
            opens = any(span.start == s.span.start for s in self._sentences)
            if words[0].tag == "NOUN" or (opens and words[0].text.endswith("s")):
                return False  # "Militants" at the head of a sentence
        person = len(words) > 1 and all(t.entity == "PER" for t in words)  # "Moro Dial" is no Moro
        told = len(words) == 1 and words[0].entity == "PER" and words[0].text in self._surnames
        own = person or told or (len(words) > 1 and words[-1].text.istitle() and is_collective(words[-1].text.lower()))
        return span not in self._places and (own or not any(community(t.text) is not None for t in words))

    def _is_common(self, lemma: str) -> bool:
        return actor_noun(lemma.lower()) is not None or person_role(lemma.lower()) is not None

    def _tagged(self) -> Iterator[tuple[Span, str]]:
        for sentence in self._sentences:
            start = sentence.first
            while start < sentence.last:
                kind = self._tree.tokens[start].entity
                end = start + 1
                while end < sentence.last and kind and self._tree.tokens[end].entity == kind:
                    end += 1
                if kind in NAME_TYPES:
                    yield Span(self._tree.tokens[start].span.start, self._tree.tokens[end - 1].span.end), kind
                start = end

    def _head_of(self, span: Span) -> int | None:
        """The token of the span whose head lies outside of it: of several the last that is no mere modifier."""
        inside = self._tokens_in(span)
        tops = [i for i in inside if self._tree.tokens[i].tag != "PUNCT" and self._tree.tokens[i].head not in inside]
        firm = [i for i in tops if not self._tree.is_relation(i, "amod", "det", "case", "flat", "punct")]
        found = firm or tops or inside
        return found[-1] if found else None

    def _tokens_in(self, span: Span) -> list[int]:
        return list(self._positions.tokens_in(span))

    def _name(self, span: Span, head: int, known: NameMatch | None, kind: str) -> Candidate:
        words = plain(span.of(self._text))
        return Candidate(
            span=span,
            head=head,
            form=MentionForm.NAME,
            name=words if known else _bare_name(words, kind),
            kind=self._kind_of_name(words, head, kind) if known is None else None,
            country=country_before(self._tree, head),
            known=known,
        )

    def _kind_of_name(self, words: str, head: int, kind: str) -> ActorKind | None:
        if kind == "PER":
            return ActorKind.PERSON
        outlet = outlet_named(words)
        if outlet is not None or kind == "MEDIA":
            return outlet.kind if outlet is not None else ActorKind.OUTLET
        spelled = {word.lower().rstrip("'s’") for word in words.split()}
        if spelled & _OF_ARMS or (spelled & {"army", "forces"} and spelled & _OF_A_CAUSE):
            return ActorKind.ARMED_GROUP
        parts = [actor_noun(word) for word in reversed(words.split())]
        noun = next((p for p in parts if p is not None and not p.doubtful), None)
        if noun is None or noun.kind is ActorKind.CIVILIANS:  # "Sons of the Valley": no body of its name is civilians
            return self._kind_beside(head)
        return noun.kind

    def _kind_beside(self, head: int) -> ActorKind:
        """What the words beside a name say it is: "the militant group X", "X rebels", "X, a separatist movement"."""
        tree = self._tree
        beside = [*tree.children(head, "compound", "appos", "amod", "flat")]
        above = tree.tokens[head].head
        if above is not None and tree.is_relation(head, "compound", "appos", "flat", "nmod"):
            beside.append(above)
        for index in beside:
            words = [tree.tokens[i].lemma.lower() for i in (index, *tree.children(index, "compound", "amod"))]
            nouns = [noun for word in words if (noun := actor_noun(word)) is not None]
            nouns = [noun for noun in nouns if noun.kind is not ActorKind.PERSON]  # "X spokesman": X is no person
            sure = [noun for noun in nouns if not noun.doubtful or noun.lemma in _PART_OF_A_GROUP]
            if sure:
                return sure[0].kind
        return ActorKind.OTHER

    def _communities(self) -> Iterator[Candidate]:
        """Peoples and faiths: "Shia Muslims", "the Tamils"."""
        tree = self._tree
        for sentence in self._sentences:
            for index in range(sentence.first, sentence.last):
                token = tree.tokens[index]
                noun = token.tag in {"PROPN", "NOUN"} and token.text[:1].isupper()
                plural = noun and (token.text.endswith("s") or self._is_a_people(index))
                if plural and community(token.text) is not None and not tree.is_relation(index, "compound", "amod"):
                    span = tree.phrase(index)
                    name = plain(span.of(self._text))
                    yield Candidate(
                        span=span,
                        head=index,
                        form=MentionForm.NAME,
                        name=name,
                        kind=ActorKind.CIVILIANS,
                        plural=True,
                    )

    def _is_a_people(self, index: int) -> bool:
        """True for "the Oromo are", a people whose name has no plural: with an article and a verb for many."""
        tree = self._tree
        verb = tree.tokens[index].head
        if verb is None or not tree.is_relation(index, "nsubj") or not tree.children(index, "det"):
            return False
        many = {tree.tokens[i].text.lower() for i in (verb, *tree.children(verb, "cop", "aux"))}
        return bool(many & {"are", "were", "have"}) and index not in self._inside_places

    def _states(self) -> Iterator[Candidate]:
        """States that act, by their own or their capital's name: "Pakistan has carried out", "raided by Pretoria"."""
        for span in sorted(self._seats):
            head = self._head_of(span)
            behind = head is not None and span in self._countries and self._stands_behind(span, head)
            if head is None or not (acts(self._tree, head) or behind):
                continue
            name = plain(span.of(self._text))
            yield Candidate(span=span, head=head, form=MentionForm.NAME, name=name, kind=ActorKind.GOVERNMENT)

    def _demonyms(self) -> Iterator[Candidate]:
        """Nations by their adjective before what only a state does or has: "Israeli air strikes", "a Russian drone"."""
        tree = self._tree
        for sentence in self._sentences:
            for index in range(sentence.first, sentence.last):
                token = tree.tokens[index]
                code = demonym_country(token.text) if token.text[:1].isupper() else None
                head = token.head
                if code is None or head is None or not tree.is_relation(index, "amod", "compound") or head < index:
                    continue
                lemma = tree.tokens[head].lemma.lower()
                if (lemma, "NOUN") in triggers() or weapon_class(lemma) is not None:
                    name = countries()[code].name
                    yield Candidate(
                        span=token.span, head=index, form=MentionForm.NAME, name=name, kind=ActorKind.GOVERNMENT
                    )

    def _stands_behind(self, span: Span, head: int) -> bool:
        """True for "Velmar" of "Velmar-backed rebels", and of "a Velmar invasion" and "troops from Velmar"."""
        tree, tokens = self._tree, self._tree.tokens
        last = self._tokens_in(span)[-1]
        hyphen = last + 2 < len(tokens) and tokens[last + 1].text in {"-", "‑", "–"}
        if hyphen:
            return tokens[last + 2].text.lower() in _BACKED
        above = tokens[head].head
        if above is None:
            return False
        lemma = tokens[above].lemma.lower()
        if above == last + 1 and tree.is_relation(head, "compound", "amod"):
            return lemma in _BY_STATES
        return lemma in _SENT and tree.is_relation(head, "nmod") and tree.case_of(head) == "from"


def _bare_name(words: str, kind: str) -> str:
    """A name without the marks around it, and a person's without titles: "Col. Isaacs" is Isaacs."""
    name = words.strip(".,;:'\"“”‘’ ")
    rest = leading_titles(name).rest if kind == "PER" else name
    return rest or name or words
