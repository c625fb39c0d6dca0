"""Who a headline's description means: "Minister blames X", "Second group claims bombing".

A headline has no room for a name that the report gives in its first sentences: the same office, or the same deed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hearsay.analyses.actors.clusters import Cluster
from hearsay.analyses.actors.nominals import Candidate
from hearsay.records.analysis import MentionForm, Sentence
from hearsay.records.document import BlockKind
from hearsay.records.tree import Tree
from hearsay.vocabulary.nouns import person_role

_LEAD = 3  # sentences behind the headline in which the name has to come


def named_in_lead(
    tree: Tree, sentences: Sequence[Sentence], clusters: Sequence[Cluster]
) -> Iterator[tuple[Cluster, Cluster]]:
    """Pairs of a cluster that a headline only describes, and the one named actor of the lead that it can only mean."""
    titles = [s for s in sentences if s.block is BlockKind.HEADLINE]
    if not titles:
        return
    end = max(s.last for s in titles)
    lead = [s for s in sentences if s.first >= end][:_LEAD]
    named = [(c, _mentions(c, lead)) for c in clusters if c.proper_names]
    for cluster in clusters:
        described = [c for c, _ in cluster.links if c.form is MentionForm.NOMINAL]
        if len(described) != len(cluster.links) or any(c.head >= end or c.plural for c in described):
            continue
        fitting = [other for other, mentions in named if mentions and _is_meant(tree, described[0], other, mentions)]
        if len(fitting) == 1:
            yield cluster, fitting[0]


def _mentions(cluster: Cluster, sentences: Sequence[Sentence]) -> list[Candidate]:
    return [c for c, _ in cluster.links if any(s.first <= c.head < s.last for s in sentences)]


def _is_meant(tree: Tree, described: Candidate, other: Cluster, mentions: Sequence[Candidate]) -> bool:
    lemma = tree.tokens[described.head].lemma.lower()
    if person_role(lemma) is not None and other.is_person:
        return lemma in other.lemmas or any(lemma in c.name.lower().split() for c, _ in other.links)
    deed = _deed(tree, described.head)
    alike = described.kind == other.kind or (described.doubtful and other.is_group)
    return deed is not None and alike and deed in {_deed(tree, c.head) for c in mentions}


def _deed(tree: Tree, head: int) -> str | None:
    """The verb that the actor is the subject of."""
    above = tree.tokens[head].head
    acts = above is not None and tree.is_relation(head, "nsubj") and tree.tokens[above].tag == "VERB"
    return tree.tokens[above].lemma if acts and above is not None else None
