"""Which way a clause looks: to what was, or to what is to come."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.analyses.times.lexing import Lexeme
from hearsay.records.analysis import Token

AHEAD = frozenset(
    """will shall won't due scheduled expected planned planning plans slated upcoming forthcoming ahead deadline
    expires he'll she'll they'll it'll we'll i'll would-be tomorrow intends hopes""".split()
)
AHEAD_PAIRS = frozenset({("going", "to"), ("is", "to"), ("are", "to"), ("to", "be"), ("set", "to"), ("set", "for")})
BACK = frozenset(
    """was were had did has have been said told took made came went saw left shot blew broke began fell fought held
    led met ran struck stood threw won wrote gave found hit died killed slew flew got became brought bought caught
    drove fled rose sent spoke stole swore tore woke wounded hurt burst ago earlier since""".split()
)
NOT_PAST = frozenset("hundred need indeed speed red feed seed armed united wanted alleged so-called bleed".split())


def direction_of(lexemes: Sequence[Lexeme], first: int, last: int) -> int:
    """-1, 1 or 0 for the expression in `lexemes[first:last]`: the nearest cue before it, else the first behind it."""
    if first and lexemes[first - 1].lower in ("until", "till"):
        return 1
    if last < len(lexemes) and lexemes[last].lower in ("will", "shall"):
        return 1
    for at in range(first - 1, -1, -1):
        cue = _cue(lexemes, at)
        if cue:
            return cue
    for at in range(last, len(lexemes)):
        cue = _cue(lexemes, at)
        if cue:
            return cue
    return 0


def _cue(lexemes: Sequence[Lexeme], at: int) -> int:
    word = lexemes[at].lower
    behind = lexemes[at + 1].lower if at + 1 < len(lexemes) else ""
    if word in AHEAD or (word, behind) in AHEAD_PAIRS:
        return 1
    if lexemes[at].text in ("may", "might") and behind != "have":
        return 1
    if at and lexemes[at - 1].lower == "be":
        return 0  # "to be held" is no past
    if word in BACK:
        return -1
    return -1 if word.endswith("ed") and len(word) > 4 and word not in NOT_PAST else 0


PLANNED = frozenset(
    "schedule expect plan slate set aim intend hope due prepare want vow promise threaten pledge".split()
)
"""Lemmas of what governs a clause about what is to come: "is expected to resume on Friday"."""
WILL = frozenset("will shall 'll wo may might".split())
CLIMB = 6  # how many heads up the verb that a date belongs to is looked for


class Clauses:
    """The verbs of a tagged and parsed text, asked which way the clause around a word looks."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._at = {token.span.start: index for index, token in enumerate(tokens)}
        self._auxiliaries: dict[int, list[str]] = {}
        self._acting: set[int] = set()
        for token in tokens:
            if token.head is not None and token.tag == "AUX":
                self._auxiliaries.setdefault(token.head, []).append(token.lemma.lower())
            if token.head is not None and token.relation == "nsubj":
                self._acting.add(token.head)

    def direction(self, start: int) -> int | None:
        """-1, 1 or 0 for the word that starts there; None when the text is not parsed or no verb governs it."""
        at = self._at.get(start)
        for _ in range(CLIMB):
            if at is None:
                return None
            token = self._tokens[at]
            if token.tag in ("VERB", "AUX") and token.head != at:
                return self._of_verb(at) or self._of_clause_above(at)
            at = token.head
        return None

    def _of_clause_above(self, at: int) -> int:
        """1 for the present of "will stand again when her term ends on July 13", else 0."""
        token = self._tokens[at]
        above = token.head if token.relation == "advcl" else None
        present = token.tag == "VERB" and not self._auxiliaries.get(at) and not token.text.endswith("ing")
        return 1 if present and above is not None and self._of_verb(above) == 1 else 0

    def _of_verb(self, at: int) -> int:
        token = self._tokens[at]
        auxiliaries = self._auxiliaries.get(at, [])
        governor = self._tokens[token.head] if token.head is not None else None
        planned = (
            governor is not None
            and governor.lemma.lower() in PLANNED
            and (token.relation == "xcomp" or governor.tag == "ADJ")  # "is due to begin": parsed in several ways
        )
        lemma, text = token.lemma.lower(), token.text.lower()
        # "vowed on Sunday" and "set fire on Sunday" were on a Sunday; "planned for Sunday" has nobody who acted.
        acted = at in self._acting and not auxiliaries and (text.endswith("ed") or text == "set")
        plans = lemma in PLANNED and not acted
        if planned or plans or (WILL.intersection(auxiliaries) and "have" not in auxiliaries):
            return 1
        past = acted or text in BACK or (text.endswith("ed") and text != token.lemma)
        return -1 if (past or "have" in auxiliaries) and not self._is_to_be(at) else 0

    def _is_to_be(self, at: int) -> bool:
        """'to be held': a participle that looks at no past."""
        behind = at > 0 and self._tokens[at - 1].text.lower() == "be"
        return behind or (at > 1 and self._tokens[at - 2].text.lower() == "be")
