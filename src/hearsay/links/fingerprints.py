"""A report's words as a set of numbers, so that two reports share numbers where they share stretches of words.

Winnowing (Schleimer, Wilkerson and Aiken, 2003) of four-word stretches: of any seven words that two reports share, at
least one number is shared, wherever they stand. So cuts, other orders of paragraphs and local additions leave the
shared part to be seen, and how much of the shorter report is in the longer one can be counted directly. Headlines and
quoted speech are left out (a carrier writes its own headline; two agencies quote the same words), and every number in
the text counts as the same one (a carrier brings the toll up to date).
"""

from __future__ import annotations

import re
from functools import lru_cache
from zlib import crc32

import numpy as np
import numpy.typing as npt

from hearsay.records.document import BlockKind, Document
from hearsay.vocabulary.folding import fold

Fingerprint = npt.NDArray[np.uint32]

STRETCH = 4  # words of one stretch
WINDOW = 4  # of so many neighbouring stretches one is kept

_TOLD = frozenset({BlockKind.STANDFIRST, BlockKind.BODY})
_QUOTED = re.compile(r"“[^”]{1,1200}”|\"[^\"\n]{1,1200}\"|«[^»]{1,1200}»")
_WORD = re.compile(r"\w+(?:[,.]\d+)*")
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen dozens"
    " scores".split()
)
_NUMBER = 0x9E3779B9
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


def fingerprint(document: Document) -> Fingerprint:
    """The numbers of a report in the order of its text; empty when it has fewer than four words of its own."""
    text = " ".join(block.span.of(document.text) for block in document.blocks if block.kind in _TOLD)
    return _winnow([_code(word) for word in _WORD.findall(_QUOTED.sub(" ", text))])


@lru_cache(maxsize=1 << 17)
def _code(word: str) -> int:
    folded = fold(word)
    return _NUMBER if word[0].isdigit() or folded in _NUMBERS else crc32(folded.encode())


def _winnow(words: list[int]) -> Fingerprint:
    if len(words) < STRETCH:
        return np.empty(0, dtype=np.uint32)
    codes = np.array(words, dtype=np.uint64)
    count = len(words) - STRETCH + 1
    hashed = np.zeros(count, dtype=np.uint64)
    with np.errstate(over="ignore"):
        for offset in range(STRETCH):
            hashed = (hashed ^ codes[offset : offset + count]) * _MULTIPLIER
            hashed ^= hashed >> np.uint64(29)
    short = (hashed >> np.uint64(32)).astype(np.uint32)
    if count < WINDOW:
        return short
    least = np.lib.stride_tricks.sliding_window_view(short, WINDOW).min(axis=1)
    changes = np.concatenate([[True], least[1:] != least[:-1]])
    sequence: Fingerprint = least[changes]
    return sequence


def shared(one: Fingerprint, other: Fingerprint) -> int:
    """How many numbers are in both; each has to be sorted, without doubles."""
    if not len(one) or not len(other):
        return 0
    at = np.searchsorted(other, one)
    return int(np.count_nonzero(other[np.minimum(at, len(other) - 1)] == one))
