"""How a report says that a body did it: the features by which slot 11's five values are told apart.

The slot has a few hundred examples, too few for the thousands of words that tell fillers from others. So it is asked by
what bears on it alone: the stances of the reading with whose words they are, the words of claiming, accusing and
doubting in the body's sentences, and those anywhere in the report, which says its doubts once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from hearsay.records.analysis import Analysis
from hearsay.records.reading import Reading

_OF_THE_REPORT = (
    *("responsibility", "responsible", "claimed", "admit", "communique"),
    *("accus", "blam", "suspect", "alleg", "attribut", "guilty", "according to"),
    *("presum", "believe", "possib"),
)
_OF_THE_SENTENCE = (
    *_OF_THE_REPORT,
    *("said", "report", "police", "army", "government", "authorities"),
    *("may ", "might", "could", "?"),
)
"""Beginnings of words; small letters."""


class Confidence:
    """One report with what the features look up."""

    def __init__(self, analysis: Analysis, reading: Reading) -> None:
        self._text = analysis.document.text.lower()
        self._sentences = {
            at: one.span.of(self._text) for one in analysis.sentences for at in range(one.first, one.last)
        }
        self._report = frozenset(f"confidence: report {word}" for word in _OF_THE_REPORT if word in self._text)
        self._stances: dict[str, set[str]] = defaultdict(set)
        kinds = {one.id: str(one.kind) for one in reading.actors}
        said = {one.id: one for one in reading.statements}
        for incident in reading.incidents:
            for one in incident.perpetrators:
                statement = said[one.statement]
                last = statement.speakers[-1] if statement.speakers else None
                by = "nobody" if last is None else kinds.get(last.actor or "", str(last.anonymity))
                self._stances[one.actor] |= {
                    f"confidence: {one.stance}",
                    f"confidence: {one.stance} by {by}",
                    f"confidence: {one.stance} {statement.certainty}",
                    f"confidence: by {by}",
                }

    def of(self, actor: str | None, heads: Sequence[int]) -> Iterator[str]:
        """What holds of a body with mentions at these heads."""
        yield "always"
        yield from self._report
        if actor is not None:
            yield from self._stances.get(actor, ())
        for head in heads:
            sentence = self._sentences.get(head, "")
            yield from (f"confidence: sentence {word}" for word in _OF_THE_SENTENCE if word in sentence)
