"""The heads of the shipped model. A new head is one file and one line here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hearsay.records.relation import RelationKind
from hearsay.training.encoder import EncoderSize
from hearsay.training.heads.base import Head, Labeller
from hearsay.training.heads.deeds import DeedHead
from hearsay.training.heads.kinds import KindHead
from hearsay.training.heads.levels import LevelHead
from hearsay.training.heads.sameness import SamenessHead
from hearsay.training.heads.syntax import SyntaxHead
from hearsay.training.heads.ties import TieHead
from hearsay.training.parts import NO_PART, PARTS
from hearsay.vocabulary.kinds import kinds

POINTERS = frozenset(("head",))  # layers whose labels are indices into the sentence
LEVELS = frozenset(("factuality",))  # numbers on a scale
BITS = frozenset(("deed", "parted", "seconded"))  # incidents of a passage, one bit each
THINGS = frozenset(("incident", "entity"))  # names of things that mean the same throughout a passage
KINDS: Mapping[str, Sequence[str]] = {
    "kind": ("attack", "bombing", "kidnapping", "arson", "robbery", "forced work stoppage")
}
ROLES = ("PERPIND", "PERPORG", "TARGET", "VICTIM", "WEAPON")
NO_TIE = "none"
FIXED_LABELS: Mapping[str, Sequence[str]] = {
    "name": ["O", *(f"{mark}-{kind}" for kind in ("PER", "ORG", "LOC", "MISC") for mark in "BI")],
    "role": ["O", *(f"{mark}-{kind}" for kind in ROLES for mark in "BI")],
    "trigger": ["O", *kinds()],
    "part": [NO_PART, *PARTS],
    "stands": [NO_TIE, *sorted(RelationKind)],
    "second": [NO_PART, *PARTS],
    **KINDS,
}
RAREST = {"lemma": 3}  # labels of a layer seen less often than this are left unknown
LABELLED = frozenset(("tag", "lemma", "relation", *FIXED_LABELS)) - frozenset(KINDS)
OTHER_LAYERS = (*sorted(POINTERS), *sorted(LEVELS), *sorted(THINGS), *sorted(BITS))
TIE_SETS = ("ties", "stands", "facts")
ABOVE_SYNTAX = frozenset(("factuality", "role", "kind", "incident", "entity", "ties", "deeds"))


def build_heads(
    labels: Mapping[str, Sequence[str]], size: EncoderSize, *, without: frozenset[str] = frozenset()
) -> dict[str, Head]:
    """The heads by name, for label lists by layer and the size of the encoder; `without` leaves some out."""
    width = size.width
    heads: dict[str, Head] = {
        "tag": Labeller("tag", len(labels["tag"]), width),
        "lemma": Labeller("lemma", len(labels["lemma"]), width, weight=0.5),
        "syntax": SyntaxHead(len(labels["relation"]), width),
        "name": Labeller("name", len(labels["name"]), width, weight=2.0),
        "factuality": LevelHead("factuality", width),
        "role": Labeller("role", len(labels["role"]), width, weight=1.5, hidden=width // 2),
        "kind": KindHead("kind", len(labels["kind"]), width),
        "incident": SamenessHead("incident", width, weight=0.5),
        "entity": SamenessHead("entity", width, weight=0.5),
        "ties": TieHead(len(labels["ties"]), len(labels["facts"]), width, weight=0.5),
        "deeds": DeedHead({name: len(labels[name]) for name in ("trigger", "part", "stands")}, size),
    }
    return {name: head for name, head in heads.items() if name not in without}
