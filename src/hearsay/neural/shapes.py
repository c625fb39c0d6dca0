"""Word shapes: what an uncased vocabulary throws away, given back as one small number a word."""

from __future__ import annotations

from enum import IntEnum


class Shape(IntEnum):
    """How a word is written. The numbers index the model's shape table: append, never reorder."""

    NONE = 0  # padding and the model's own marks
    LOWER = 1
    TITLE = 2
    UPPER = 3
    LETTER = 4  # one capital letter
    MIXED = 5
    DOTTED = 6  # capitals with full stops: U.S., J.
    DIGITS = 7
    ALPHANUMERIC = 8
    PUNCTUATION = 9
    UNCASED = 10  # letters of scripts without case


def shape_of(word: str) -> Shape:
    """The shape of one word as tokenised (not empty)."""
    letters = [character for character in word if character.isalpha()]
    if not letters:
        return Shape.DIGITS if any(character.isdigit() for character in word) else Shape.PUNCTUATION
    if any(character.isdigit() for character in word):
        return Shape.ALPHANUMERIC
    lower = sum(character.islower() for character in letters)
    upper = sum(character.isupper() for character in letters)
    return _cased(word, letters, lower, upper)


def _cased(word: str, letters: list[str], lower: int, upper: int) -> Shape:
    if not lower and not upper:
        return Shape.UNCASED
    if not upper:
        return Shape.LOWER
    if not lower:
        if "." in word:
            return Shape.DOTTED
        return Shape.LETTER if len(letters) == 1 else Shape.UPPER
    return Shape.TITLE if upper == 1 and letters[0].isupper() else Shape.MIXED
