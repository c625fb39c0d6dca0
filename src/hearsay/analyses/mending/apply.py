"""Attachments that the parser gets wrong in ways that newspapers repeat, put right before anything reads the trees.

Each rule knows one construction by its words and its shape, and leaves everything else alone. What is mended here
needs no exception in the rules that walk the trees. Each module holds the rules on one thing that reports tell.
"""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.analyses.mending.dating import WEEKDAYS, Dating
from hearsay.analyses.mending.forest import Forest
from hearsay.analyses.mending.naming import Naming
from hearsay.analyses.mending.speaking import Speaking
from hearsay.analyses.mending.telling import Telling
from hearsay.records.analysis import Sentence, Token
from hearsay.vocabulary.place_words import MONTHS_AND_DAYS

_BODIES = frozenset("Front Army Brigade Brigades Movement Party Council Command Column Battalion Regiment".split())
_COUNTING = frozenset({"number", "numbered", "total", "totalled", "totaled"})


def mended(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> tuple[Token, ...]:
    """The tokens with the heads and relations that the rules of this module put right."""
    forest = Forest(tokens)
    speaking, telling, dating, naming = Speaking(forest), Telling(forest), Dating(forest), Naming(forest)
    surnames = _surnames(tokens)
    for sentence in sentences:
        for index in range(sentence.first, sentence.last):
            if tokens[index].tag == "VERB":
                telling.passing_belief(index, sentence)
                telling.deed_of_the_pursued(index, sentence)
                speaking.subject_behind(index, sentence)
                speaking.two_speakers(index, sentence)
                speaking.name_cut_off(index, sentence)
                speaking.subject_of_what_is_said(index, sentence)
                speaking.name_behind(index, sentence)
                speaking.inverted(index, sentence)
                speaking.relative(index, sentence)
                speaking.second_cue(index, sentence)
                speaking.participle(index, sentence)
                speaking.second_participle(index, sentence)
                dating.day_of_what_is_told(index, sentence)
                speaking.charge(index, sentence)
                dating.clause_behind_since(index, sentence)
                speaking.aside(index, sentence)
                speaking.subject_before(index, sentence)
                telling.part_in(index, sentence)
                telling.no_relative_clause(index, sentence)
            elif tokens[index].text in {"'s", "’s"} and tokens[index].relation == "case":
                dating.possessor(index, sentence)
        for index in range(sentence.first, sentence.last):
            if tokens[index].text == "-":
                naming.joined_by_hyphen(index, sentence)
            if tokens[index].text in _BODIES:
                naming.body_of_many_words(index, sentence)
            if tokens[index].text.lower() in MONTHS_AND_DAYS:
                dating.opening_day(index, sentence)
                dating.day_before_clause(index, sentence)
            if tokens[index].text.lower() == "in":
                dating.month_and_year(index, sentence)
            if tokens[index].text.lower() == "on":
                dating.second_day(index, sentence)
            elif tokens[index].tag == "PROPN" and tokens[index].text.lower() in WEEKDAYS:
                dating.bare_day(index, sentence)
            elif tokens[index].lemma.lower() in _COUNTING:
                telling.numbering(index, sentence)
            elif tokens[index].text in surnames:
                naming.surname(index, sentence)
    return tuple(forest.tokens)


def _surnames(tokens: Sequence[Token]) -> set[str]:
    """The last parts of persons' names of several words."""
    people = [i for i, token in enumerate(tokens) if token.entity == "PER"]
    return {tokens[i].text for i in people if i - 1 in people and i + 1 not in people and tokens[i].text.istitle()}
