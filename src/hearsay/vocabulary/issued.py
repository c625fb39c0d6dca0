"""Things that speak for whoever sends them: "the statement said" is what its issuer says."""

from __future__ import annotations

ISSUED = frozenset(
    """statement communique communiqué message letter leaflet video tape recording broadcast post tweet release
    bulletin declaration manifesto note e-mail email""".split()
)
"""Nouns, lower case. A report, a poll or a newspaper speaks for itself and is none."""

ISSUING = frozenset({"issue", "release", "publish", "post", "send", "distribute", "circulate", "broadcast"})
"""Verbs, as lemmas, whose subject is the issuer."""

SENT_BY = frozenset({"by", "from", "of"})
"""Prepositions before the issuer: "a statement from the army", "issued by the group"."""
