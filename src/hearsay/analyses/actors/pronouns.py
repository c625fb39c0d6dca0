"""Whom a pronoun stands for: the mention before it that fits it best, or whoever says the words that it is in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from hearsay.analyses.actors.clusters import Cluster
from hearsay.analyses.actors.naming import Naming
from hearsay.analyses.actors.nominals import PRONOUNS, Candidate
from hearsay.analyses.frames.syntax import subjects
from hearsay.records.analysis import MentionForm
from hearsay.vocabulary.cues import cue
from hearsay.vocabulary.issued import ISSUED, ISSUING, SENT_BY
from hearsay.vocabulary.nouns import actor_noun

_REACH = 2  # sentences
_FARTHEST = 8  # sentences, quoted ones among them
_QUOTES = frozenset('"“”»«') | {"''", "``"}
_SAID = frozenset("blame accusation claim denial statement warning comment word message".split())
"""What somebody who speaks places, issues or makes: "placed the blame on", "issued a statement"."""
_SPEAKS_FOR = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "sir", "lady", "lord"})
_MALE = frozenset("man father husband brother son boy uncle nephew king prince mr sir lord".split())
_FEMALE = frozenset("woman mother wife sister daughter girl aunt niece queen princess widow mrs ms miss lady".split())
_AROUND = frozenset({"with", "behind", "before", "around", "near", "beside", "over", "ahead"})


class Pronouns(Naming):
    """Adds pronouns to the clusters of names and descriptions told before them."""

    def _join_pronoun(self, candidate: Candidate) -> None:
        sort = PRONOUNS[candidate.name.lower()]
        if sort in {"we", "i"}:
            self._join_first_person(candidate, sort)
            return
        if sort == "it" and self._tells_what_happened(candidate.head):
            return
        speakers = self._speakers_over(candidate.head)
        if sort == "they" and len({id(c) for i in speakers if (c := self._at.get(i)) is not None}) > 1:
            return  # "the army and the rebels say they": the two together are no actor of their own
        barred = [self._at.get(i) for i in self._rivals(candidate.head)]
        if self._is_quoted(candidate.span.start):
            barred.append(self._speaker_of(candidate))  # whoever speaks says "I" or "we"
            speakers = []
        scored = [
            (self._pronoun_fit(candidate, mention, cluster, speakers), mention.head, cluster)
            for mention, cluster in self._told_before(candidate)
            if cluster not in barred and self._takes(sort, cluster, mention)
        ]
        if scored:
            self._add(max(scored, key=lambda item: item[:2])[2], candidate, "pronoun")

    def _join_first_person(self, candidate: Candidate, sort: str) -> None:
        """ "I" and "we" are whoever says the words: a person "I", a body "we".

        "We" of a person who speaks for a body is the body; of anybody else it is left open.
        """
        speaker = self._speaker_of(candidate)
        if speaker is not None and speaker.is_person and sort == "we":
            speaker = self._spoken_for(speaker)
        if speaker is not None and speaker.is_person == (sort == "i") and self._is_one(speaker):
            self._add(speaker, candidate, "speaker")

    def _speaker_of(self, candidate: Candidate) -> Cluster | None:
        """Who says the words that a pronoun is in, as far as the text tells."""
        quoted_by = [self._issuer(i) for i in self._quoted_by(candidate.head)]
        speaker = next((c for i in quoted_by if (c := self._at.get(i)) is not None), None)
        if speaker is None and not quoted_by and self._is_quoted(candidate.span.start):
            return self._last_speaker(candidate)
        return speaker

    def _spoken_for(self, speaker: Cluster) -> Cluster | None:
        """The body of "Red Column spokesman Ivo Dast", "a spokeswoman for the army"."""
        tree = self._tree
        for mention, _ in speaker.links:
            beside = [mention.head, *tree.children(mention.head, "compound", "appos", "nmod:desc")]
            for at in (i for i in beside if tree.tokens[i].lemma.lower() in _SPEAKS_FOR):
                owners = tree.children(at, "compound", "amod", "nmod:poss")
                owners += [i for i in tree.children(at, "nmod") if tree.case_of(i) in {"for", "of"}]
                bodies = (self._at.get(i) or self._named.get(i) for i in owners)
                body = next((c for c in bodies if c is not None and not c.is_person), None)
                if body is not None:
                    return body
        return None

    def _issuer(self, head: int) -> int:
        """Whoever sent the statement, message or tape that is said to speak; the word itself where it is none."""
        tree = self._tree
        if tree.tokens[head].lemma.lower() not in ISSUED:
            return head
        owners = tree.children(head, "nmod:poss")
        owners += [i for i in tree.children(head, "nmod") if tree.case_of(i) in SENT_BY]
        for clause in tree.children(head, "acl"):
            owners += [i for i in tree.children(clause, "obl", "obl:agent") if tree.case_of(i) in SENT_BY]
        verb = tree.tokens[head].head
        if verb is not None and tree.is_relation(head, "obj") and tree.tokens[verb].lemma in ISSUING:
            owners += subjects(tree, verb)
        return owners[0] if owners else head

    def _quoted_by(self, head: int) -> list[int]:
        """The subjects of the verb of speech over or beside the clause of a word: "We did it," the group said."""
        tree = self._tree
        quoted = self._is_quoted(tree.tokens[head].span.start)
        for at in (head, *tree.ancestors(head)):
            over = tree.tokens[at].head
            told = [over] if over is not None and tree.is_relation(at, "ccomp", "parataxis") else []
            for verb in (*told, *tree.children(at, "parataxis")):
                inside = quoted and self._is_quoted(tree.tokens[verb].span.start)  # "It shows they lie," he said
                if cue(tree.tokens[verb].lemma, tree.tokens[verb].tag) is not None and not inside:
                    return subjects(tree, verb)
        return []

    def _is_quoted(self, at: int) -> bool:
        """True where a quotation of the paragraph is open."""
        before = self._text[self._paragraph_of(at) : at]
        return before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”")

    def _paragraph_of(self, at: int) -> int:
        """Where the paragraph of a character begins."""
        number = max(0, bisect_right(self._sentences, at, key=lambda s: s.span.start) - 1)
        here = self._sentences[number].paragraph
        while number > 0 and self._sentences[number - 1].paragraph == here:
            number -= 1
        return self._sentences[number].span.start

    def _last_speaker(self, candidate: Candidate) -> Cluster | None:
        """Who was said to speak last, in this sentence or the two before: a quotation goes on."""
        spoken = [cluster for mention, cluster in self._told_before(candidate) if self._says(mention.head)]
        return spoken[-1] if spoken else None

    def _told_before(self, candidate: Candidate) -> list[tuple[Candidate, Cluster]]:
        """The mentions before a pronoun that it may reach, in text order, each with its actor."""
        sentence = self._sentence_of(candidate.head)
        steps = 0
        while sentence > 0 and steps < _REACH:
            sentence -= 1
            steps += not self._is_all_quoted(sentence)
            if self._sentence_of(candidate.head) - sentence >= _FARTHEST:
                break
        heads = range(self._sentences[sentence].first, candidate.head)
        return [(self._mention_at[at], self._at[at]) for at in heads if at in self._mention_at]

    def _is_all_quoted(self, number: int) -> bool:
        """True for a sentence of a quotation, which who speaks speaks on over: "“S. T. U,” he said"."""
        sentence = self._sentences[number]
        first, last = self._tree.tokens[sentence.first], self._tree.tokens[sentence.last - 1]
        opens = first.text in _QUOTES or self._is_quoted(first.span.start)
        return opens and (last.text in _QUOTES or self._is_quoted(last.span.start))

    def _steps_between(self, one: int, other: int) -> int:
        """Sentences from one word to another, those of quotations not counted."""
        first, last = sorted((self._sentence_of(one), self._sentence_of(other)))
        return sum(not self._is_all_quoted(n) for n in range(first + 1, last)) + (last > first)

    def _is_one(self, speaker: Cluster) -> bool:
        """False for several people: "two witnesses said: I saw it" leaves open which of them."""
        return not speaker.is_person or not speaker.links[0][0].plural

    def _rivals(self, head: int) -> list[int]:
        """The subjects of the verb that a word is an object of: in "X trained it", "X accused the group" neither is X.

        After a preposition of place it may be: "the column left a burning village behind it".
        """
        tree = self._tree
        verb = tree.tokens[head].head
        if verb is None or not tree.is_relation(head, "obj", "iobj", "obl"):
            return []
        if any(tree.tokens[i].lemma.lower() in _AROUND for i in tree.children(head, "case")):
            return []
        return subjects(tree, verb)

    def _pronoun_fit(
        self, candidate: Candidate, mention: Candidate, cluster: Cluster, speakers: Sequence[int]
    ) -> float:
        """How well an earlier mention fits a pronoun: near, a subject, told of often, and speaking where it speaks."""
        subject = self._tree.is_relation(mention.head, "nsubj")
        weight = 2.0 if self._tree.is_relation(candidate.head, "nsubj", "nmod:poss") else 0.8
        says = self._says(candidate.head)
        steps = self._steps_between if says else self._sentences_between
        score = weight * subject - 2.0 * steps(mention.head, candidate.head)
        score += 0.1 * min(5, len(cluster.links))
        outside = says and not self._is_quoted(candidate.span.start)
        if outside and self._is_quoted(mention.span.start):
            score -= 3.0  # '"Her father was robbed," he said': who speaks is not whom the words tell of
        score += 3.0 * any(self._at.get(i) is cluster for i in speakers)
        if says and self._is_in_what_is_said(mention.head, candidate.head):
            score -= 3.0  # "Twenty people were hurt, they said": it is others who say so
        return score + 2.5 * (says and self._says(mention.head))

    def _is_in_what_is_said(self, head: int, speaker: int) -> bool:
        """True for a word of the clause that a pronoun, behind it, is the subject of the saying of."""
        verb = self._tree.tokens[speaker].head
        told = [i for i in self._tree.children(verb or 0, "ccomp") if i < speaker] if verb is not None else []
        return any(clause == head or clause in self._tree.ancestors(head) for clause in told)

    def _says(self, head: int) -> bool:
        """True for the subject of a reporting verb: who spoke goes on speaking."""
        top = self._tree.path_up(head, "flat", "compound", "appos")
        if (self._tree.case_of(top) or "").startswith("according"):
            return True
        verb = self._tree.tokens[top].head
        if verb is None or not self._tree.is_relation(top, "nsubj"):
            return False
        said = {self._tree.tokens[i].lemma.lower() for i in self._tree.children(verb, "obj")}
        return cue(self._tree.tokens[verb].lemma, self._tree.tokens[verb].tag) is not None or bool(said & _SAID)

    def _speakers_over(self, head: int) -> list[int]:
        """Who says the clause that a pronoun is the subject of: in "X said it had won", "it" is X."""
        tree = self._tree
        verb = tree.tokens[head].head
        if verb is None or not tree.is_relation(head, "nsubj"):
            return []
        for above in (verb, *tree.ancestors(verb)):
            over = tree.tokens[above].head
            if over is not None and tree.is_relation(above, "ccomp") and cue(tree.tokens[over].lemma, "VERB"):
                return subjects(tree, over)
        return []

    def _takes(self, sort: str, cluster: Cluster, last: Candidate) -> bool:
        person = cluster.is_person or self._is_somebody(last)
        if sort in {"he", "she"}:
            return person and not last.plural and self._sex(cluster) in {None, sort}
        if sort == "they":
            return not person or last.plural
        return not person and not last.plural

    def _tells_what_happened(self, head: int) -> bool:
        """True for "it" of "it was the worst attack in years", which is said of no actor."""
        said = self._tree.tokens[head].head
        if said is None or not self._tree.is_relation(head, "nsubj") or not self._tree.children(said, "cop"):
            return False
        return self._tree.tokens[said].tag == "NOUN" and actor_noun(self._tree.tokens[said].lemma) is None

    def _is_somebody(self, mention: Candidate) -> bool:
        """True for "the attacker", one of an armed group and no body: "he" may be them, "it" may not."""
        noun = actor_noun(self._tree.tokens[mention.head].lemma) if mention.form is MentionForm.NOMINAL else None
        return noun is not None and not noun.collective and not mention.plural

    def _sex(self, cluster: Cluster) -> str | None:
        """ "he" or "she", as the words before have it: a pronoun, a title ("Mrs. Dast"), a noun ("his mother")."""
        for mention, _ in cluster.links:
            if mention.form is MentionForm.PRONOUN:
                if (sort := PRONOUNS[mention.name.lower()]) in {"he", "she"}:
                    return sort
                continue
            words = {self._tree.tokens[mention.head].lemma.lower()} if mention.form is MentionForm.NOMINAL else set()
            if mention.form is MentionForm.NAME:
                words = set(self._text[: mention.span.start].rsplit(None, 1)[-1:]) | {mention.name.partition(" ")[0]}
                words = {word.strip(".").lower() for word in words} & _TITLES
            for sort, nouns in (("he", _MALE), ("she", _FEMALE)):
                if words & nouns:
                    return sort
        return None
