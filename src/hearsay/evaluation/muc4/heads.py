"""The roles that the reader's model sees, as evidence for the coder: its head learned them from MUC-4's DEV too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hearsay.evaluation.muc4.coder import RoleSpan
from hearsay.evaluation.muc4.templates import Slot
from hearsay.records.analysis import Analysis
from hearsay.records.span import Span

SLOTS: Mapping[str, Slot] = {
    "PERPIND": Slot.PERP_INDIVIDUAL,
    "PERPORG": Slot.PERP_ORGANISATION,
    "TARGET": Slot.TARGET,
    "VICTIM": Slot.VICTIM_NAME,
    "WEAPON": Slot.INSTRUMENT,
}
"""The model's labels; its victims are the named ones, as GTT has them."""


WEIGHT = 1.5
"""What a label of the model weighs, in log odds; set on TST1 and TST2 together with how sure the coder must be."""


def roles_of(analysis: Analysis, weight: float = WEIGHT) -> Iterator[RoleSpan]:
    """The stretches that the model labels, each with `weight` in log odds."""
    tokens = analysis.tokens
    for at, token in enumerate(tokens):
        if token.role is not None and token.role.startswith("B-"):
            name = token.role.removeprefix("B-")
            end = at + 1
            while end < len(tokens) and tokens[end].role == f"I-{name}":
                end += 1
            if name in SLOTS:
                span = Span(token.span.start, tokens[end - 1].span.end)
                yield RoleSpan(slot=SLOTS[name], span=span, weight=weight, by="model")
