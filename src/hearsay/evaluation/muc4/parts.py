"""What the whole reading says of a candidate: its part in the incidents, and whose words its mentions stand in.

The features of `scene.py` are those of words and clauses; these are those of statements and incidents, which hearsay
has brought together over the report: an actor that is accused in one sentence is accused wherever it is named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from hearsay.evaluation.muc4.modern import normalised
from hearsay.records.analysis import Analysis
from hearsay.records.incident import Incident
from hearsay.records.reading import Reading
from hearsay.records.span import Span
from hearsay.records.statement import AboutIncident, Statement


class Parts:
    """A reading with what is looked up of it, by actor and by place in the text."""

    def __init__(self, analysis: Analysis, reading: Reading) -> None:
        self._analysis = analysis
        self._kinds = {one.id: one.kind for one in reading.actors}
        self._said = {one.id: one for one in reading.statements}
        incidents = {one.id: one for one in reading.incidents}
        self._of_actor: dict[str, set[str]] = defaultdict(set)
        self._of_words: dict[str, set[str]] = defaultdict(set)
        for incident in reading.incidents:
            self._add_incident(incident)
        self._evidence: list[tuple[Span, frozenset[str]]] = []
        for statement in reading.statements:
            about = statement.content
            self._add_statement(statement, incidents.get(about.id) if isinstance(about, AboutIncident) else None)

    def of(self, actor: str | None, heads: Sequence[int], key: str) -> Iterator[str]:
        """What holds of a candidate: of the actor that it is, of its words, of the statements around its mentions."""
        if actor is not None:
            yield from self._of_actor.get(actor, ())
        yield from self._of_words.get(key, ())
        for head in heads:
            mention = self._analysis.tokens[head].span
            for span, features in self._evidence:
                if span.contains(mention):
                    yield from features

    def _add_incident(self, incident: Incident) -> None:
        for one in incident.perpetrators:
            self._of_actor[one.actor] |= {
                "did",
                f"did {one.role} {one.stance}",
                f"did {incident.kind}",
                f"did {one.stance} by {self._speaker(one.statement)}",
            }
            for partner in one.partners:
                self._of_actor[partner].add("did as partner")
        if incident.target is not None:
            self._of_words[normalised(incident.target.what)] |= {"was hit", f"was hit {incident.kind}"}
            if incident.target.actor is not None:
                self._of_actor[incident.target.actor] |= {"was hit", f"was hit {incident.kind}"}
        if incident.weapon is not None:
            self._of_words[normalised(incident.weapon)] |= {"was used", f"was used {incident.kind}"}

    def _speaker(self, statement: str) -> str:
        """What kind of actor says it; where it is none that the report names, how the speaker is identified."""
        said = self._said.get(statement)
        if said is None or not said.speakers:
            return "nobody"
        last = said.speakers[-1]
        return self._kinds.get(last.actor or "") or last.anonymity

    def _add_statement(self, statement: Statement, incident: Incident | None) -> None:
        kind = "nothing" if incident is None else incident.kind
        for speaker in statement.speakers:
            if speaker.actor is not None:
                self._of_actor[speaker.actor] |= {"speaks", f"speaks of {kind}"}
        features = frozenset(
            {f"told as {statement.form} {statement.certainty}", f"told of {kind}"}
            | ({f"told as {statement.form} of it"} if incident is not None else set())
        )
        for span in statement.evidence:
            self._evidence.append((span, features))
