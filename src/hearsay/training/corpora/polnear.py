"""PolNeAR's development part: a yardstick for attribution. It has no licence, so it is never trained on."""

from __future__ import annotations

import glob
from collections.abc import Iterator
from pathlib import Path

from hearsay.errors import UsageError
from hearsay.training.corpora.plain import plain_sentences
from hearsay.training.examples import Example, Label, Passage

_LAYERS = {"Source": "source", "Cue": "cue", "Content": "content"}


def passages(corpora: Path, split: str) -> Iterator[Passage]:
    """The articles of `dev`; layers source, cue, content, without regard to which belong together."""
    if split != "dev":
        raise UsageError(f"PolNeAR has no licence to be used as {split!r}: only its dev part, to evaluate")
    root = corpora / "evaluation-only" / "polnear" / "dev"
    for path in sorted((root / "text").glob("*.txt")):
        # Offsets count characters of the file as it is, so its line ends are left alone.
        text = path.read_bytes().decode("utf-8")
        # Annotations are named as their text with a few digits behind.
        marked = _marked(next((root / "attributions").glob(f"{glob.escape(path.stem)}_????.ann")))
        yield Passage(source=f"polnear/{path.stem}", examples=tuple(_examples(text, marked)))


def _marked(path: Path) -> dict[str, set[int]]:
    """The characters of each layer."""
    marked: dict[str, set[int]] = {layer: set() for layer in _LAYERS.values()}
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        kind, _, offsets = fields[1].partition(" ") if len(fields) > 2 else ("", "", "")
        if kind in _LAYERS:
            for part in offsets.split(";"):
                start, end = part.split()
                marked[_LAYERS[kind]].update(range(int(start), int(end)))
    return marked


def _examples(text: str, marked: dict[str, set[int]]) -> Iterator[Example]:
    for offsets in plain_sentences(text):
        layers: dict[str, list[Label]] = {
            layer: [f"I-{layer.upper()}" if start in characters else "O" for start, _ in offsets]
            for layer, characters in marked.items()
        }
        yield Example(words=tuple(text[start:end] for start, end in offsets), layers=layers)
