"""The heads of the shipped model. A new head is one file and one line here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hearsay.training.heads.base import Head, Labeller
from hearsay.training.heads.syntax import SyntaxHead

POINTERS = frozenset(("head",))  # layers whose labels are indices into the sentence
FIXED_LABELS: Mapping[str, Sequence[str]] = {
    **{layer: ["O", f"B-{layer.upper()}", f"I-{layer.upper()}"] for layer in ("source", "cue", "content")},
    "name": ["O", *(f"{mark}-{kind}" for kind in ("PER", "ORG", "LOC", "MISC") for mark in "BI")],
}
RAREST = {"lemma": 3}  # labels of a layer seen less often than this are left unknown


def build_heads(labels: Mapping[str, Sequence[str]], width: int) -> dict[str, Head]:
    """The heads by name, for label lists by layer and the width of the word states."""
    return {
        "tag": Labeller("tag", len(labels["tag"]), width),
        "lemma": Labeller("lemma", len(labels["lemma"]), width, weight=0.5),
        "syntax": SyntaxHead(len(labels["relation"]), width),
        "name": Labeller("name", len(labels["name"]), width, weight=2.0),
        **{layer: Labeller(layer, 3, width, weight=0.5) for layer in ("source", "cue", "content")},
    }
