"""What a corpus reader yields: sentences of words, with whatever layers of labels the corpus has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Label = str | int | float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One sentence. `layers` gives, by layer name, one label a word; None where the corpus does not say.

    A label is a string; an index into the same sentence (the layer "head": the word's own index marks the root); a
    number on a scale ("factuality"); several strings joined by `|` ("kind"); or a string that means the same thing
    throughout its passage ("incident", "entity"). `heads/built.py` says which layer is of which sort.

    `actors` are words that head the mentions of actors, where the corpus says how each two of them stand; `ties` are
    those that do stand somehow, as (word, word, relation), of the relations of `tie_set`: "ties" are those that the
    reader gives, "facts" others that only help to learn. None: the corpus does not say.
    """

    words: tuple[str, ...]
    layers: Mapping[str, Sequence[Label]] = field(default_factory=dict)
    actors: tuple[int, ...] | None = None
    ties: tuple[tuple[int, int, str], ...] = ()
    tie_set: str = "ties"

    def __post_init__(self) -> None:
        for name, labels in self.layers.items():
            if len(labels) != len(self.words):
                raise ValueError(
                    f"layer {name!r} has {len(labels)} labels for {len(self.words)} words: {self.words[:8]!r}"
                )


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Consecutive sentences of one document, in order. `source` says corpus and document.

    `cased` is False where the capitals are ours and not the text's; such a passage is varied more.
    """

    source: str
    examples: tuple[Example, ...]
    cased: bool = True
