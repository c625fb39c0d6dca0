"""What tells of incidents, who has which part in them, and how the actors stand: a layer of its own and heads on it.

The invented reports that teach this are few beside the corpora of the other heads, and unlike them. So it does not
share in the encoder's training, which would move every tree a little: over the finished word states stands one more
layer, and that and its heads are all that the reports teach (`training/deeds.py`).
"""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor, nn

from hearsay.training.encoder import EncoderSize, Layer
from hearsay.training.heads.base import Head, Labeller
from hearsay.training.heads.pairs import PairHead
from hearsay.training.heads.sameness import SamenessHead

_INNER = 768  # half of what the encoder's layers widen to
_HELPING = frozenset(("told", "meant"))


class DeedHead(Head):
    """The layer and its heads. `counts` says how many labels the layers trigger, part and stands have.

    Its weight is 0, so that the training of all heads leaves it out; `shares` weigh its own losses. Which words tell of
    one incident, or mean one actor, only helps to learn, and is not exported.
    """

    layers = ("trigger", "parts", "stands", "incident", "entity")
    weight = 0.0

    def __init__(self, counts: Mapping[str, int], size: EncoderSize) -> None:
        super().__init__()
        width = size.width
        small = EncoderSize(width=width, heads=size.heads, inner=min(_INNER, size.inner), dropout=size.dropout)
        self.layer = Layer(small)
        trigger = Labeller("trigger", counts["trigger"], width, hidden=width // 2)
        part = PairHead("parts", counts["part"], width, ("part_deeds", "part_words"))
        stands = PairHead("stands", counts["stands"], width, ("stand_sources", "stand_targets"))
        told, meant = SamenessHead("incident", width), SamenessHead("entity", width)
        self.parts: dict[str, Head] = {"trigger": trigger, "part": part, "stands": stands, "told": told, "meant": meant}
        self.shares = {"trigger": 1.0, "part": 2.0, "stands": 0.5, "told": 0.5, "meant": 0.5}
        self.inner = nn.ModuleDict(self.parts)
        self.outputs = ("trigger", *part.outputs, *stands.outputs)

    def forward(self, words: Tensor) -> tuple[Tensor, ...]:
        """Rows have no padding: windows are read one by one, and learned one by one."""
        states = self.layer(words, torch.zeros(1, 1, 1, 1, dtype=words.dtype, device=words.device))
        shown = self.parts if self.training else [name for name in self.parts if name not in _HELPING]
        return tuple(output for name in shown for output in self.parts[name](states))

    def loss(self, outputs: tuple[Tensor, ...], targets: Mapping[str, Tensor], sentences: Tensor) -> Tensor:
        total = outputs[0].new_zeros(())
        place = 0
        for name, head in self.parts.items():
            count = len(head.outputs)
            own = outputs[place : place + count]
            total = total + self.shares[name] * head.loss(own, targets, sentences)
            place += count
        return total
