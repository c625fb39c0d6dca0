"""What a corpus reader yields: sentences of words, with whatever layers of labels the corpus has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Label = str | int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One sentence. `layers` gives, by layer name, one label a word; None where the corpus does not say.

    A label is a string, or an index into the same sentence (the layer "head": the word's own index marks the root).
    """

    words: tuple[str, ...]
    layers: Mapping[str, Sequence[Label]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, labels in self.layers.items():
            if len(labels) != len(self.words):
                raise ValueError(
                    f"layer {name!r} has {len(labels)} labels for {len(self.words)} words: {self.words[:8]!r}"
                )


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Consecutive sentences of one document, in order. `source` says corpus and document."""

    source: str
    examples: tuple[Example, ...]
