"""Which way a clause looks: to what was, or to what is to come."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.analyses.times.lexing import Lexeme

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
