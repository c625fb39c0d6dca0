"""What part a word has in the incident that another word tells of, from the vectors that the model gives them.

The two words may stand in different sentences, even in different windows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hearsay.neural.softmax import softmax

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Parts:
    """The vectors of a sentence's words: `deeds` is [words, parts, size], `words` [words, size]."""

    deeds: Scores
    words: Scores


def shares(told: Sequence[Scores], mentions: Sequence[Scores]) -> Scores:
    """[deeds, mentions, parts]: how likely each mention has each part in each deed; part 0 is none.

    `told` are rows of `Parts.deeds`, `mentions` rows of `Parts.words`, of any sentences of one report.
    """
    if not told or not mentions:
        return np.zeros((len(told), len(mentions), 1), dtype=np.float32)
    return softmax(np.einsum("dps,ms->dmp", np.stack(told), np.stack(mentions), optimize=True))
