"""Who is first described and named further on: "the main rebel group", "a monitor", "the defence minister"."""

from __future__ import annotations

from hearsay.analyses.actors.clusters import Cluster
from hearsay.analyses.actors.nominals import Candidate
from hearsay.analyses.actors.pronouns import Pronouns
from hearsay.records.actor import ActorKind
from hearsay.vocabulary.kinds import triggers
from hearsay.vocabulary.nouns import is_collective, person_role

_NOT_THE_FIRST = frozenset({"second", "third", "another", "other", "rival", "different", "separate", "new"})
_BODIES_OF_THEIR_OWN = frozenset({"coalition", "alliance"})  # "the French-led coalition" is no rebel group named later
LEAD = 3  # sentences of headline and opening in which a group may go unnamed, and after which it must be named
_OFFICE = 3  # words of an office that tell whose it is, its article among them
_OBSERVERS = frozenset({"monitor", "watchdog", "observatory", "charity", "ngo"})
_OBSERVING = frozenset({ActorKind.OTHER, ActorKind.CIVILIANS, ActorKind.OUTLET})


class Leads(Pronouns):
    """Joins descriptions to the names that come behind them."""

    def _join_lead_descriptions(self) -> None:
        """A group that the lead only describes is the first group named right behind it: newspapers open with "the
        country's main rebel group" and name it in the next paragraph."""
        for cluster in list(self.clusters):
            first = cluster.links[0][0]
            opening = self._sentence_of(first.head)
            if cluster.proper_names or cluster.kind is not ActorKind.ARMED_GROUP or opening > LEAD:
                continue
            if first.plural or not is_collective(self._tree.tokens[first.head].lemma):
                continue
            if self._modifiers(first) & _NOT_THE_FIRST or self._tree.tokens[first.head].lemma in _BODIES_OF_THEIR_OWN:
                continue
            named = [
                (o.links[0][0].head, o) for o in self.clusters if o.kind is ActorKind.ARMED_GROUP and o.proper_names
            ]
            told = [(head, o) for head, o in named if head > first.head and not self._tells_of_another_event(head)]
            after = sorted(told, key=lambda item: item[0])
            before = [o for head, o in named if head <= first.head and not self._is_inside(o, first)]
            if before or not after or self._sentences_between(first.head, after[0][0]) > LEAD:
                continue
            self._merge(cluster, after[0][1], "lead-description")

    def _join_offices(self) -> None:
        """ "The defence minister" with "Defence Minister Ana Ruiz", wherever the report names her, if it names one."""
        people = [c for c in self.clusters if c.is_person and c.proper_names]
        for cluster in list(self.clusters):
            first = cluster.links[0][0]
            named = cluster.proper_names or not cluster.is_person or not first.definite or first.plural
            if named or len(first.name.split()) < _OFFICE:
                continue
            office = _office(first.name)
            holders = [c for c in people if office in {_office(m.name) for m, _ in c.links if not m.plural}]
            if len(holders) == 1 and person_role(self._tree.tokens[first.head].lemma) is not None:
                self._merge(cluster, holders[0], "same-office")

    def _join_observers(self) -> None:
        """ "A monitor said" in the lead: the first body named behind it that says more of the same."""
        for cluster in list(self.clusters):
            first = cluster.links[0][0]
            lemma = self._tree.tokens[first.head].lemma.lower()
            if cluster.proper_names or first.plural or lemma not in _OBSERVERS or not self._says(first.head):
                continue
            bodies = [c for c in self.clusters if c.proper_names and c.kind in _OBSERVING]
            told = [(c.links[0][0].head, c) for c in bodies if self._says(c.links[0][0].head)]
            after = sorted((t for t in told if t[0] > first.head), key=lambda item: item[0])
            before = [head for head, _ in told if head < first.head]
            if after and not before and self._sentences_between(first.head, after[0][0]) <= LEAD:
                self._merge(cluster, after[0][1], "lead-observer")

    def _tells_of_another_event(self, name: int) -> bool:
        """True for the name of "an X rocket attack": the report goes on to something else that X did."""
        above = self._tree.tokens[name].head
        beside = above is not None and self._tree.is_relation(name, "compound", "amod", "nmod:poss")
        return beside and (self._tree.tokens[above or 0].lemma.lower(), "NOUN") in triggers()

    def _merge(self, described: Cluster, named: Cluster, by: str) -> None:
        for candidate, _ in described.links:
            named.add(candidate, self._tree.tokens[candidate.head].lemma.lower(), by)
            self._at[candidate.head] = named
        self.clusters.remove(described)

    def _is_inside(self, cluster: Cluster, description: Candidate) -> bool:
        """True for "Al-Qaida" of "Al-Qaida's affiliate in Mali": named there, but not who is described."""
        return description.span.contains(cluster.links[0][0].span)

    def _modifiers(self, candidate: Candidate) -> set[str]:
        below = self._tree.children(candidate.head, "amod", "compound", "nmod", "nummod")
        return {self._tree.tokens[i].lemma.lower() for i in below}


def _office(phrase: str) -> str:
    """The words of an office without article or capitals: "defense minister"."""
    words = phrase.casefold().split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)
