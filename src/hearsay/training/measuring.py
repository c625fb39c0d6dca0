"""How well a model finds who and what has which part in an incident, on the invented reports kept back.

    python -m hearsay.training.measuring [MODEL FOLDER]

The words that tell of incidents are given, and the mentions; asked is what each mention of a sentence is to each
incident that its sentence tells of. A word on who did it counts as found whatever it says (did, claimed, accused ...);
how many of those found have the right one of these stands beside. Per cent; the shipped model where none is named.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from hearsay.neural.parts import shares
from hearsay.neural.reader import NeuralReader, ReaderOptions, SentenceReading
from hearsay.training.corpora import fiction
from hearsay.training.examples import Example
from hearsay.training.parts import DOERS, NO_PART, PARTS, ROLE_LAYERS

_LIKELY = 0.5
Asked = tuple[str, str, float]
"""The part that the marks give, the likeliest that the model gives, and how likely it holds that any word on a doer."""


def main(arguments: Sequence[str]) -> None:
    reader = NeuralReader.load(ReaderOptions(folder=Path(arguments[0])) if arguments else None)
    asked: list[Asked] = []
    for passage in fiction.passages(Path(), "dev"):
        readings = reader.read([example.words for example in passage.examples])
        for example, reading in zip(passage.examples, readings, strict=True):
            asked += _asked(example, reading, reader.part_labels)
    sys.stdout.write(table(asked))


def table(asked: Sequence[Asked]) -> str:
    """A line a part: precision, recall, how many there are."""
    doing = [(known in DOERS, likely >= _LIKELY) for known, _, likely in asked]
    lines = [_line("who did it", doing)]
    found = [known == given for known, given, likely in asked if known in DOERS and likely >= _LIKELY]
    lines.append(f"{'by what word':12} {100 * sum(found) / max(1, len(found)):5.1f} of those found")
    others = PARTS[len(DOERS) :]
    lines += [_line(part, [(known == part, given == part) for known, given, _ in asked]) for part in others]
    return "\n".join(lines) + "\n"


def _line(name: str, pairs: Sequence[tuple[bool, bool]]) -> str:
    counts = Counter(pairs)
    right, given, known = counts[True, True], counts[False, True], counts[True, False]
    precision, recall = 100 * right / max(1, right + given), 100 * right / max(1, right + known)
    return f"{name:12} P {precision:5.1f}  R {recall:5.1f}  of {right + known}"


def _asked(example: Example, reading: SentenceReading, labels: Sequence[str]) -> Iterator[Asked]:
    layers, parts = example.layers, reading.parts
    deeds = [i for i, bits in enumerate(layers["deed"]) if bits]
    words = [i for i, part in enumerate(layers["part"]) if part is not None]
    if parts is None or not deeds or not words:
        return
    likely = shares([parts.deeds[i] for i in deeds], [parts.words[i] for i in words])
    doing = [labels.index(part) for part in DOERS]
    every = max(int(layers["deed"][i] or 0) for i in deeds).bit_length()
    incidents = [1 << n for n in range(every) if any(int(layers["deed"][i] or 0) >> n & 1 for i in deeds)]
    for incident in incidents:
        told = [row for row, i in enumerate(deeds) if int(layers["deed"][i] or 0) & incident]
        for column, word in enumerate(words):
            row = likely[told, column].mean(axis=0)
            mine = [layers[p][word] for p, bits in ROLE_LAYERS if int(layers[bits][word] or 0) & incident]
            known = str(next(iter(mine), NO_PART))
            likeliest = int(row.argmax()) if known not in DOERS else doing[int(np.argmax(row[doing]))]
            yield known, labels[likeliest], float(row[doing].sum())


if __name__ == "__main__":
    main(sys.argv[1:])
