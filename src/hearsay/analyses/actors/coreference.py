"""Which mentions of a report refer to the same actor.

Names first, over the whole report; then descriptions and pronouns in text order. Each link carries its rule's name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hearsay.analyses.actors.clusters import Cluster, region_in
from hearsay.analyses.actors.headlines import named_in_lead
from hearsay.analyses.actors.leads import LEAD, Leads
from hearsay.analyses.actors.naming import MEDIA
from hearsay.analyses.actors.nominals import Candidate
from hearsay.analyses.frames.syntax import subjects
from hearsay.records.actor import ActorKind
from hearsay.records.analysis import MentionForm
from hearsay.records.span import Span
from hearsay.vocabulary.actors.spelling import key_of
from hearsay.vocabulary.countries import countries_of
from hearsay.vocabulary.nouns import actor_noun, is_collective, person_role

_MEMBERS = frozenset(
    """member militant fighter gunman rebel guerrilla insurgent operative cadre activist supporter follower terrorist
    extremist separatist jihadist attacker bomber soldier troop force unit wing combatant agent""".split()
)
"""Nouns that act as the group whose name stands before them: "Taliban fighters", "a Jhangvi member"."""
_REBELS = frozenset(
    "rebel militant guerrilla insurgent separatist jihadist extremist fighter militiaman paramilitary islamist".split()
)
"""Plurals that stand for the armed group that a report is about."""
_ARMED = frozenset({ActorKind.ARMED_GROUP, ActorKind.PARTY, ActorKind.STATE_FORCE})
_BESIDE = ("appos", "flat", "compound", "amod", "nmod:desc", "nmod:unmarked")
_PARTS = frozenset({"faction", "wing", "branch", "splinter", "unit", "arm", "chapter"})
_RULERS = frozenset({"government", "administration", "regime", "authority", "leadership"})
_POLICE = frozenset({"police", "constabulary", "gendarmerie", "policeman"})
_REACH = 12  # sentences: a description further from its name than this is not tied to it

_RANKS = {
    "gen": "general", "col": "colonel", "lt": "lieutenant", "maj": "major", "capt": "captain", "brig": "brigadier",
    "sgt": "sergeant", "cmdr": "commander", "adm": "admiral", "sen": "senator", "gov": "governor", "insp": "inspector",
    "supt": "superintendent",
}  # fmt: skip
_TELLING = frozenset({"tell", "inform", "ask", "phone", "telephone", "ring"})


class Coreference(Leads):
    """Gathers the candidates of one analysis into clusters."""

    def resolve(self, candidates: Sequence[Candidate]) -> list[Cluster]:
        """The clusters of all candidates, by first mention."""
        self._join_names(candidates)
        quoted = [c for c in candidates if c.form is MentionForm.PRONOUN and self._is_quoted(c.span.start)]
        for candidate in candidates:
            if candidate.form is MentionForm.NOMINAL:
                self._join_nominal(candidate)
            elif candidate.form is MentionForm.PRONOUN and candidate not in quoted:
                self._join_pronoun(candidate)
        for candidate in quoted:  # whom their speaker, told behind the quotation, stands for is known by now
            self._join_pronoun(candidate)
        self._join_lead_descriptions()
        self._join_offices()
        self._join_observers()
        for described, named in list(named_in_lead(self._tree, self._sentences, self.clusters)):
            self._merge(described, named, "headline-description")
        return sorted(self.clusters, key=lambda c: min(x.span for x, _ in c.links))

    # descriptions

    def _join_nominal(self, candidate: Candidate) -> None:
        party = self._party_of(candidate)
        if party is not None:
            self._add(party, candidate, "party-members")
            return
        part = self._part_of_group(candidate)
        if part is not None:
            self._add(part, candidate, "faction")
            return
        bound = self._bound_name(candidate)
        if bound is not None:
            self._add(bound, self._without_name(candidate, bound), "apposition")
            return
        member = self._group_before(candidate)
        if member is not None:
            self._add(member, candidate, "member-acts-for-group")
            return
        if candidate.definite and not self._names_another(candidate):
            antecedent = self._antecedent(candidate)
            if antecedent is not None:
                self._add(antecedent, candidate, "definite-description")
                return
            only = self._only_group(candidate)
            if only is not None:
                self._add(only, candidate, "only-group-told-of")
                return
        if not candidate.indefinite:
            same = self._same_description(candidate)
            if same is not None:
                self._add(same, candidate, "same-description")
                return
        self._add(None, candidate, "description")

    def _party_of(self, candidate: Candidate) -> Cluster | None:
        """The party that "the Socialists" are, where the report names a Socialist Party."""
        token = self._tree.tokens[candidate.head]
        if not candidate.plural or not token.text[:1].isupper() or self._modifiers(candidate):
            return None
        told = f"{token.lemma} party".casefold()
        return next((c for c in self.clusters if any(n.casefold() == told for n in c.proper_names)), None)

    def _only_group(self, candidate: Candidate) -> Cluster | None:
        """Who "the rebels" are where the sentences before name one armed group, and tell of no nameless rebels."""
        lemma = self._tree.tokens[candidate.head].lemma.lower()
        if lemma not in _REBELS or not candidate.plural:
            return None
        if any(lemma in c.lemmas and not c.proper_names for c in self.clusters):
            return None
        near = [
            c
            for c in self.clusters
            if c.kind is ActorKind.ARMED_GROUP
            and (last := c.last_before(candidate.head)) is not None
            and self._sentences_between(last.head, candidate.head) <= LEAD
        ]
        return near[0] if len(near) == 1 and near[0].proper_names else None

    def _part_of_group(self, candidate: Candidate) -> Cluster | None:
        """ "The X faction of Y", "the X faction": the registry's faction of Y (or of a group named in the report) whose
        name has X in it."""
        tree, head = self._tree, candidate.head
        if tree.tokens[head].lemma.lower() not in _PARTS:
            return None
        before = [i for i in range(max(0, head - 6), head) if candidate.span.contains(tree.tokens[i].span)]
        words = [tree.tokens[i].text for i in before if tree.tokens[i].tag in {"PROPN", "ADJ", "X"}]
        wanted = key_of(" ".join(words))
        if not wanted:
            return None
        whole = {c.row.id for i in tree.children(head, "nmod") if (c := self._named.get(i)) is not None and c.row}
        whole = whole or {c.row.id for c in self.clusters if c.row is not None}
        rows = {row.id: row for parent in whole for row in self._registry.children(parent)}
        fitting = [r for r in rows.values() if any(f" {wanted} " in f" {key_of(n)} " for n in r.names)]
        if len(fitting) != 1:
            return None
        known = next((c for c in self.clusters if c.row is not None and c.row.id == fitting[0].id), None)
        if known is None:
            known = Cluster(kind=fitting[0].kind, row=fitting[0])
            self.clusters.append(known)
        return known

    def _bound_name(self, candidate: Candidate) -> Cluster | None:
        """The named actor that a description stands in apposition to, is put before, or is said of by "is"."""
        tree, head = self._tree, candidate.head
        near = [*tree.children(head, "appos", "flat")]
        beside = [*tree.children(head, "compound", "amod"), *tree.children(head, "nmod:desc", "nmod:unmarked")]
        near += [i for i in beside if tree.case_of(i) is None and abs(i - head) <= 8]
        above = tree.tokens[head].head
        if above is not None and tree.is_relation(head, *_BESIDE):
            near.append(above)
        near += self._name_right_behind(candidate)
        for clause in tree.children(head, "acl"):
            # "an organisation known as X", "an armed group calling itself Y"
            if tree.tokens[clause].lemma in {"know", "call", "name", "dub", "style", "describe"}:
                near += tree.children(clause, "obl", "obj", "xcomp", "ccomp")
        if tree.children(head, "cop"):
            near += subjects(tree, head)
        for index in near:
            cluster = self._at.get(index) or self._named.get(index)
            if cluster is not None and not self._is_tied(index) and self._may_describe(candidate, cluster, index):
                return cluster
        return None

    def _name_right_behind(self, candidate: Candidate) -> list[int]:
        """The name that follows a description with at most a comma between: "M23 leader, Bertrand Bisimwa,"."""
        tokens, head = self._tree.tokens, candidate.head
        if head + 1 in self._named:
            return [head + 1] if self._named[head + 1].is_person else []
        last = head
        while last + 1 < len(tokens) and candidate.span.contains(tokens[last + 1].span):
            last += 1
        for clause in self._tree.children(head, "acl"):
            # "an armed group linked to al-Qaida, the Sahel Front,": the name is the group's, not al-Qaida's
            if clause == last + 1 and self._tree.tokens[clause].relation == "acl":
                last = max(last, *self._tree.subtree(clause, frozenset({"appos", "punct", "conj"})))
        comma = last + 2 < len(tokens) and tokens[last + 1].text == ","
        return [last + 2] if comma and last + 2 in self._named else []

    def _is_tied(self, index: int) -> bool:
        """True for "al-Qaida" of "the al-Qaida-linked group": the group is another."""
        tokens = self._tree.tokens
        at = index
        while at + 1 < len(tokens) and self._named.get(at + 1) is self._named.get(index, False):
            at += 1
        return at + 2 < len(tokens) and tokens[at + 1].text in {"-", "‑", "–"} and tokens[at + 2].text.endswith("ed")

    def _without_name(self, candidate: Candidate, cluster: Cluster) -> Candidate:
        """The description alone: "Pakistani militant organisation", where the name follows inside the phrase."""
        named = [c.span for c, _ in cluster.links if c.form is MentionForm.NAME and candidate.span.contains(c.span)]
        behind = [span for span in named if span.start > self._tree.tokens[candidate.head].span.start]
        if not behind:
            return candidate
        kept = Span(candidate.span.start, self._tree.tokens[candidate.head].span.end)
        return replace(candidate, span=kept, name=candidate.name[: len(kept)].rstrip())

    def _may_describe(self, candidate: Candidate, cluster: Cluster, index: int) -> bool:
        """A person's noun describes a person, a group's noun a group; "police spokesman" is not the police."""
        noun = actor_noun(self._tree.tokens[candidate.head].lemma)
        lemma = self._tree.tokens[candidate.head].lemma.lower()
        if candidate.kind is ActorKind.PERSON or (noun is None and person_role(lemma)):
            return cluster.is_person and not candidate.plural
        if cluster.is_person:
            return noun is not None and not noun.collective and not candidate.plural
        before = self._tree.is_relation(index, *_BESIDE) and index < candidate.head
        if before and not is_collective(lemma):
            return False
        agrees = (
            candidate.kind == cluster.kind
            or {candidate.kind, cluster.kind} <= MEDIA
            or candidate.doubtful
            or cluster.kind in {None, ActorKind.OTHER}
        )
        return agrees and (is_collective(lemma) or candidate.doubtful)

    def _group_before(self, candidate: Candidate) -> Cluster | None:
        """The armed group or force whose members a noun tells of: "Taliban fighters", "members of the brigade"."""
        tree, head = self._tree, candidate.head
        if tree.tokens[head].lemma.lower() not in _MEMBERS:
            return None
        of_state = tree.tokens[head].lemma.lower() in {"force", "troop", "soldier", "unit"}
        before = [i for i in range(max(0, head - 8), head) if candidate.span.contains(tree.tokens[i].span)]
        bodies = [i for i in tree.children(head, "nmod") if tree.case_of(i) in {"of", "from"}]
        for clause in tree.children(head, "acl"):
            if tree.tokens[clause].lemma == "belong":
                bodies += [i for i in tree.children(clause, "obl") if tree.case_of(i) == "to"]
        after = [n for i in bodies for n in (i, *self._names_beside(i))]
        for index in [head - 1, *reversed(before), *after]:
            cluster = self._named.get(index) or self._at.get(index)
            if cluster is None or cluster.is_person:
                continue
            if cluster.kind is ActorKind.OTHER and candidate.kind is ActorKind.ARMED_GROUP:
                cluster.kind = ActorKind.ARMED_GROUP  # a body that has fighters is an armed one
            if cluster.kind in _ARMED or (of_state and cluster.kind is ActorKind.GOVERNMENT):
                return cluster
        return None

    def _names_beside(self, head: int) -> list[int]:
        """The name that a description is put before or behind: "Red Column" of "the dominant group Red Column"."""
        beside = self._tree.children(head, *_BESIDE)
        return [i for i in beside if i in self._named and self._tree.case_of(i) is None and not self._is_tied(i)]

    def _names_another(self, candidate: Candidate) -> bool:
        """True for a description that counts, or holds a name of its own: "the two groups", "the Hamas officials"."""
        if self._tree.children(candidate.head, "nummod") or self._is_titled(candidate):
            return True
        inside = range(max(0, candidate.head - 8), candidate.head)
        return any(
            i in self._named and candidate.span.contains(self._tree.tokens[i].span) and not self._is_tied(i)
            for i in inside
        )

    def _antecedent(self, candidate: Candidate) -> Cluster | None:
        """The actor told before that a definite description fits best: by its noun, its kind, how near it is."""
        scored = []
        barred = [self._at.get(i) for i in self._rivals(candidate.head)]
        for cluster in self.clusters:
            last = cluster.last_before(candidate.head)
            if last is None or cluster in barred or not self._fits(candidate, cluster):
                continue
            if last.span.contains(candidate.span):
                continue  # "the residents" of "one of the residents"
            distance = self._sentences_between(last.head, candidate.head)
            if distance > _REACH:
                continue
            lemma = self._tree.tokens[candidate.head].lemma.lower()
            score = -0.5 * distance + 1.5 * (lemma in cluster.lemmas) + 0.3 * min(3, len(cluster.links))
            score += 3.0 * _is_named_with(lemma, cluster) - 2.5 * self._is_addressed(last.head)
            score += 1.0 * self._tree.is_relation(last.head, "nsubj") + 2.0 * bool(
                self._told_country(candidate, cluster)
            )
            scored.append((score, last.head, cluster))
        return max(scored, key=lambda item: item[:2])[2] if scored else None

    def _is_addressed(self, head: int) -> bool:
        """True for whom somebody tells something: "told Meridian by telephone" is about the teller's group."""
        above = self._tree.tokens[head].head
        told = above is not None and self._tree.tokens[above].lemma in _TELLING
        return told and self._tree.is_relation(head, "obj", "iobj")

    def _fits(self, candidate: Candidate, cluster: Cluster) -> bool:
        lemma = self._tree.tokens[candidate.head].lemma.lower()
        noun = actor_noun(lemma)
        if not cluster.proper_names and candidate.plural != cluster.links[0][0].plural:
            return False  # "the group" is not "rival groups"
        countries = cluster.countries
        wanted = region_in(candidate.name) or ({candidate.country} if candidate.country else frozenset())
        if wanted and countries and not wanted & countries:
            return False
        if wanted and not countries and cluster.row is None and lemma not in cluster.lemmas:
            return False
        if candidate.kind is ActorKind.PERSON or (noun is None and person_role(lemma)):
            return cluster.is_person and self._same_role(lemma, cluster) and not candidate.plural
        if noun is not None and not noun.collective:
            return lemma in cluster.lemmas and not cluster.is_person
        agrees = candidate.doubtful or candidate.kind == cluster.kind
        if lemma in cluster.lemmas or (agrees and _is_named_with(lemma, cluster)):
            return True
        if not cluster.proper_names:
            return False
        if candidate.kind is ActorKind.ARMED_GROUP:
            return cluster.is_group
        return cluster.kind == candidate.kind and _is_such_a_body(lemma, cluster)

    def _told_country(self, candidate: Candidate, cluster: Cluster) -> frozenset[str]:
        wanted = region_in(candidate.name) or ({candidate.country} if candidate.country else frozenset())
        return frozenset(wanted & cluster.countries)

    def _same_role(self, lemma: str, cluster: Cluster) -> bool:
        told = lemma in cluster.lemmas or any(lemma in c.name.lower().split() for c, _ in cluster.links)
        return told or any(_RANKS.get(word) == lemma for c, _ in cluster.links for word in self._words_before(c))

    def _words_before(self, candidate: Candidate) -> list[str]:
        """The words right before a name, and its own, in small letters without stops: the rank of "Gen. Amir Dast"."""
        before = self._text[max(0, candidate.span.start - 24) : candidate.span.end]
        named = candidate.form is MentionForm.NAME
        return [word.strip(".").lower() for word in before.split()] if named else []

    def _is_titled(self, candidate: Candidate) -> bool:
        """True for a name that the tagger took for a description: "the Eastern Naga Council"."""
        before = [i for i in self._tree.children(candidate.head, "amod", "compound") if i < candidate.head]
        words = [self._tree.tokens[i].text for i in (candidate.head, *before)]
        named = self._tree.tokens[candidate.head].tag == "PROPN" and any(word[:1].isupper() for word in words[1:])
        return named and not all(word.isupper() for word in words)

    def _same_description(self, candidate: Candidate) -> Cluster | None:
        """Bare plurals and bodies ("police", "officials") are one actor all through a report, country by country."""
        lemma = self._tree.tokens[candidate.head].lemma.lower()
        for cluster in self.clusters:
            alike = lemma in cluster.lemmas and not cluster.proper_names and not cluster.is_person
            plain = alike or (
                cluster.is_person and candidate.plural and lemma in cluster.lemmas and self._all_plural(cluster)
            )
            plain = plain and candidate.plural == cluster.links[0][0].plural
            plain = plain and self._count(candidate) == self._count(cluster.links[0][0])
            if plain and (candidate.country in {None, cluster.country} or cluster.country is None):
                mine, theirs = self._modifiers(candidate), self._modifiers(cluster.links[0][0])
                if mine != theirs and self._is_titled(candidate):
                    continue
                if not mine or not theirs or mine & theirs:
                    return cluster
        return None

    def _count(self, candidate: Candidate) -> str | None:
        """How many they are: "eight officers" are neither "30 officers" nor the police at large."""
        counted = self._tree.children(candidate.head, "nummod")
        return self._tree.tokens[counted[0]].text.lower() if counted else None

    def _all_plural(self, cluster: Cluster) -> bool:
        return all(c.plural for c, _ in cluster.links if c.form is MentionForm.NOMINAL)


def _is_named_with(lemma: str, cluster: Cluster) -> bool:
    """True for "the brigade" after "the Red Valley Brigade"."""
    return any(lemma == word.casefold() for name in cluster.proper_names for word in name.split()[1:])


def _is_such_a_body(lemma: str, cluster: Cluster) -> bool:
    """False for "the government" after a named ministry, and for "the army" after a named police."""
    names = [*cluster.proper_names, *([cluster.row.name] if cluster.row else [])]
    said = {word.casefold() for name in names for word in name.split()} | cluster.lemmas
    if cluster.kind is ActorKind.GOVERNMENT:
        return lemma in _RULERS and ("government" in said or any(countries_of(name) for name in names))
    if cluster.kind is ActorKind.STATE_FORCE:
        return (lemma in _POLICE) == bool(said & _POLICE)
    return True
