"""Nouns of things that say nothing: an attack may "claim 12 lives" and a number be "said" to be unknown.

A report, a poll, a law, a newspaper, evidence and whatever is issued do say something, and are none of these.
"""

from __future__ import annotations

from functools import cache

from hearsay.vocabulary.kinds import triggers

_ABSTRACT = frozenset(
    """number figure aim purpose goal directive order name alias word wound injury violence conflict war strife toll
    program programme plan policy move step effort trend situation crisis change result success failure problem matter
    death loss capture presence absence rise fall increase decline lack end beginning way place area region time day
    year month week night moment life weapon rifle vehicle car bus truck road building silence tension unrest mood
    nom guerre pseudonym nickname nationality accent crater debris wreckage shrapnel tattoo uniform
    fire smoke ceasefire truce campaign act operation offensive insurgency rebellion uprising""".split()
)


@cache
def is_mute(lemma: str) -> bool:
    """Whether the noun (its lemma, lower case) names a happening or a thing that cannot speak or be spoken for."""
    return lemma in _ABSTRACT or any(t.role in {"event", "generic"} for t in triggers().get((lemma, "NOUN"), ()))
