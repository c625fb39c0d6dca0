"""The grammar of temporal expressions: all rules, and which categories are expressions of their own."""

from __future__ import annotations

from hearsay.analyses.times.notation import Grammar, Rule, rule
from hearsay.analyses.times.rules_dates import DATES
from hearsay.analyses.times.rules_lists import LISTS
from hearsay.analyses.times.rules_relative import FEASTS, PORTIONED, RELATIVE
from hearsay.analyses.times.rules_vague import LENGTHS, VAGUE

EXPRESSIONS = (
    "range several timed parted nested approximate dated monthed seasoned yeared prefixed slashed portion relative"
    " stretch holiday weekday vague ordinal repeated hyphened lasting"
).split()
"""The categories that may stand alone, the one that wins a tie first."""


def _whole(category: str) -> Rule:
    return rule(category, "time", category, lambda match: match.meaning(category))


GRAMMAR = Grammar(
    (*DATES, *LISTS, *RELATIVE, *PORTIONED, *LENGTHS, *FEASTS, *VAGUE, *(_whole(name) for name in EXPRESSIONS)), "time"
)
