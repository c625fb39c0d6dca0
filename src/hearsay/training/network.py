"""The whole network: encoder, word states, heads. Its forward is the graph that is exported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor, nn

from hearsay.training.encoder import Encoder
from hearsay.training.heads.base import Head


class Network(nn.Module):
    """Inputs are [batch, pieces] (pieces, shapes, mask) and [batch, words] (firsts, lasts: a word's outer pieces)."""

    def __init__(self, encoder: Encoder, heads: Mapping[str, Head]) -> None:
        super().__init__()
        self.encoder = encoder
        self.join = nn.Linear(2 * encoder.size.width, encoder.size.width)
        self.heads = nn.ModuleDict(heads)
        self.by_name = dict(heads)  # the same ones, with their type
        with torch.no_grad():
            # Starts as the first piece alone, which is what a pretrained encoder summarises a word in.
            self.join.weight.mul_(0.1)
            self.join.weight[:, : encoder.size.width] += torch.eye(encoder.size.width)

    def words(self, pieces: Tensor, shapes: Tensor, mask: Tensor, firsts: Tensor, lasts: Tensor) -> Tensor:
        """Word states, [batch, words, width]."""
        states = self.encoder(pieces, shapes, mask)
        width = states.shape[-1]
        first = torch.gather(states, 1, firsts[:, :, None].expand(-1, -1, width))
        last = torch.gather(states, 1, lasts[:, :, None].expand(-1, -1, width))
        joined: Tensor = self.join(torch.cat([first, last], dim=2))
        return joined

    def forward(
        self, pieces: Tensor, shapes: Tensor, mask: Tensor, firsts: Tensor, lasts: Tensor
    ) -> tuple[Tensor, ...]:
        """Every head's outputs in the order of `output_names`."""
        words = self.words(pieces, shapes, mask, firsts, lasts)
        return tuple(output for head in self.by_name.values() for output in head(words))

    def output_names(self) -> Sequence[str]:
        """The names of the graph's outputs."""
        return [name for head in self.by_name.values() for name in head.outputs]
