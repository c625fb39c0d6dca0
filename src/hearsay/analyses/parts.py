"""Which words of a sentence have a part in the incidents that other words of it tell of, by the model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from hearsay.neural.parts import shares
from hearsay.neural.reader import SentenceReading
from hearsay.records.analysis import PartShare, Sentence, Token

_TOLD = 0.15  # from which likelihood a word is taken for one that may tell of an incident
_SAID = 0.1  # what is less likely is not kept
_NAMING = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"))


def part_shares(
    tokens: Sequence[Token], sentences: Sequence[Sentence], readings: Sequence[SentenceReading], labels: Sequence[str]
) -> tuple[PartShare, ...]:
    """What is likely enough, in text order; `readings` are those of the sentences, `labels` the model's parts."""
    return tuple(
        one
        for sentence, reading in zip(sentences, readings, strict=True)
        for one in _of_sentence(tokens, sentence, reading, labels)
    )


def _of_sentence(
    tokens: Sequence[Token], sentence: Sentence, reading: SentenceReading, labels: Sequence[str]
) -> Iterator[PartShare]:
    inside = range(sentence.first, sentence.last)
    if reading.parts is None or reading.triggers is None:
        return
    told = [i for i in inside if 1.0 - reading.triggers[i - sentence.first, 0] >= _TOLD]
    words = [i for i in inside if tokens[i].tag in _NAMING]
    likely = shares(
        [reading.parts.deeds[i - sentence.first] for i in told],
        [reading.parts.words[i - sentence.first] for i in words],
    )
    for row, column, part in np.argwhere(likely >= _SAID).tolist():
        if part and told[row] != words[column]:
            share = float(likely[row, column, part])
            yield PartShare(deed=told[row], word=words[column], part=labels[part], share=share)
