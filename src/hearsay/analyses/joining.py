"""Words that the end of a line cuts in two: "the min-/ister", and "Enrico Ber/linguer" where the hyphen was lost.

Newspapers scanned column by column break words at every other line, and the page's hyphens are often gone. The text of
a report is kept as it came, so a cut word is marked, not mended: what stands between its parts is replaced by as many
marks that are no space, and every offset stays what it was. Whether two parts are one word is told by how common they
and the whole are; without a hyphen it is believed only of a text that cuts words beyond doubt several times.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

CUT = "\u2060"
"""The mark, which Unicode calls the word joiner."""

Rank = Callable[[str], int | None]
"""How common a word in small letters is, 1 the most common; None for what is no word of the vocabulary."""

_END = re.compile(r"(?<![\w'’-])(?P<left>[A-Za-z]{2,12})(?P<gap>-?[ \t]*\r?\n[ \t]*)(?P<right>[a-z]{2,12})(?![\w'’])")
_SURE = 3  # words cut beyond doubt, before a text is taken for one that has lost its hyphens
_RARER = 1.5  # times: a part that is so much rarer than the whole is hardly a word of its own here
_SHORT = 5  # letters of the first part of a word that the vocabulary lacks
_ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "er", "ers")
_SMALL = frozenset(
    "a an the of in on at to is as by or and for from with he she it we be was are his her all no".split()
)


def joined(text: str, rank: Rank) -> str:
    """The text, as long as before, with `CUT` for all that parts the two halves of a word.

    "Ber\\nlinguer" becomes "Ber", one mark, "linguer".
    """
    found = list(_END.finditer(text))
    bare = [match for match in found if "-" not in match["gap"]]
    sure = sum(_is_sure(match, rank) for match in bare)
    cuts = [
        match
        for match in found
        if ("-" in match["gap"] or sure >= _SURE) and (_is_one_word(match, rank) or _is_unknown_word(match, text, rank))
    ]
    return "".join(_marked(text, cuts))


def plain(words: str) -> str:
    """Words of a text that `joined` gave, whole and with single spaces."""
    return " ".join(words.replace(CUT, "").split())


def _marked(text: str, cuts: list[re.Match[str]]) -> Iterator[str]:
    at = 0
    for match in cuts:
        yield text[at : match.start("gap")]
        yield CUT * len(match["gap"])
        at = match.end("gap")
    yield text[at:]


def _is_sure(match: re.Match[str], rank: Rank) -> bool:
    """True where the whole is a word and a part is none: "minis/ter"."""
    left, right = match["left"].lower(), match["right"]
    whole = rank(left + right) is not None
    return whole and left not in _SMALL and (rank(left) is None or not _is_word(right, rank))


def _is_one_word(match: re.Match[str], rank: Rank) -> bool:
    left, right = match["left"].lower(), match["right"]
    whole = rank(left + right)
    if whole is None or left in {"a", "the"}:
        return False
    parts = (rank(left), rank(right))
    if None in parts:
        return True
    return max(part for part in parts if part is not None) > _RARER * whole


def _is_unknown_word(match: re.Match[str], text: str, rank: Rank) -> bool:
    """True where neither part is a word, nor is told elsewhere in the text, or where the whole is: "Ber/linguer"."""
    left, right = match["left"], match["right"]
    if rank(left.lower()) is not None or _is_word(right, rank):
        return False
    if re.search(rf"\b{left}{right}\b", text):
        return True
    alone = any(len(re.findall(rf"\b{part}\b", text)) > 1 for part in (left, right))
    return len(left) <= _SHORT and not alone


def _is_word(word: str, rank: Rank) -> bool:
    """True for a word of the vocabulary and for its regular forms."""
    if rank(word) is not None:
        return True
    stems = [word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending) and len(word) - len(ending) > 2]
    return any(rank(stem) is not None or rank(stem + "e") is not None for stem in stems)
