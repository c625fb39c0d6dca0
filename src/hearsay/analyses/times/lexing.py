"""A sentence as lexemes: words, numbers and marks, each with what it may be to the grammar of time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from hearsay.analyses.times.words import MEANINGS

_LEXEME = re.compile(
    r"""
      (?<!\w)[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?![0-9])                 # 2014-03-08
    | (?<!\w)[0-9]{1,2}[./][0-9]{1,2}[./](?:[0-9]{4}|[0-9]{2})(?![0-9]) # 8/3/2014, 08.03.14
    | (?<!\w)[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?                    # 21:34
    | Q[1-4](?!\w)                              # the quarter of a year
    | (?<!\w)[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?                # 12,500
    | (?<!\w)[0-9]+\.[0-9]+                                    # 3.5
    | (?<!\w)[0-9]+(?:st|nd|rd|th|s)(?![^\W\d_])            # 3rd, 1990s
    | (?<!\w)[0-9]+
    | (?:[ap]\.\s?m\b\.?|[ap]m\b)                 # p.m.
    | [Bb]\.?[Cc]\.?[Ee]?(?!\w)\.?                # B.C.
    | ['’‘]s(?!\w)
    | (?<!\w)['’‘][0-9][0-9](?![\w'’])                # '98
    | [^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?
    | [^\w\s]
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DASHES = {"–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "’": "'", "‘": "'"}
_EARLIEST, _LATEST = 1000, 2199  # four digits that may be a year


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexeme:
    """`[start, end)` are offsets into the document; `kinds` say what it may be, with its value as that."""

    start: int
    end: int
    text: str
    lower: str
    kinds: Mapping[str, int | str]
    glued: bool
    """No space before it."""

    @property
    def is_word(self) -> bool:
        """True for a word, false for a number or a mark."""
        return self.text[0].isalpha()


def lexemes_of(text: str, start: int) -> list[Lexeme]:
    """The lexemes of a sentence that begins at `start` in its document."""
    found: list[Lexeme] = []
    for match in _LEXEME.finditer(text):
        word = match.group()
        first, last = match.span()
        glued = first > 0 and not text[first - 1].isspace()
        lower, kinds = _classify(word)
        found.append(Lexeme(start=start + first, end=start + last, text=word, lower=lower, kinds=kinds, glued=glued))
    return found


@lru_cache(maxsize=20_000)
def _classify(word: str) -> tuple[str, Mapping[str, int | str]]:
    lower = _DASHES.get(word, word.lower().replace("’", "'"))
    if lower[0] == "q" and len(lower) == 2 and lower[1] in "1234":
        return lower, {"QUARTER": int(lower[1])}
    if lower[0] in "'‘" and len(lower) == 3 and lower[1:].isdecimal():
        return lower, {"CUTYEAR": int(lower[1:])}
    if "0" <= lower[0] <= "9":
        return lower, _number_kinds(lower)
    squeezed = lower.replace(".", "").replace(" ", "")
    if squeezed in ("am", "pm") and (squeezed != lower or word.lower() == squeezed):
        return lower, {"AMPM": squeezed}
    if squeezed in ("bc", "bce"):
        return lower, {"BC": squeezed}
    return lower, MEANINGS.get(lower, {})


def _number_kinds(lower: str) -> Mapping[str, int | str]:
    if not lower.isdigit():
        return _written_kinds(lower)
    number = int(lower) if len(lower) <= 9 else 10**9
    kinds: dict[str, int | str] = {"NUM": number, "DIGITS": number}
    if len(lower) == 4 and _EARLIEST <= number <= _LATEST:
        kinds["YEAR"] = number
    if len(lower) <= 4 and number:
        kinds["OLDYEAR"] = number
    if len(lower) <= 2 and 1 <= number <= 31:
        kinds["DAY"] = number
    if len(lower) == 2:
        kinds["YY"] = number
    if len(lower) <= 2 and number <= 24:
        kinds["HOUR"] = number
    if len(lower) == 4 and number // 100 < 24 and number % 100 < 60:
        kinds["FOUR"] = f"{lower[:2]}:{lower[2:]}"
        if lower[0] == "0":
            kinds["FOURNOUGHT"] = kinds["FOUR"]
    return kinds


def _written_kinds(lower: str) -> Mapping[str, int | str]:
    if re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", lower):
        return {"ISO": lower}
    if re.fullmatch(r"\d{1,2}[./]\d{1,2}[./]\d+", lower):
        return {"SLASHED": lower}
    if ":" in lower:
        hour, minute = (int(part) for part in lower.split(":")[:2])
        return {"CLOCK": f"{hour:02d}:{minute:02d}"} if hour < 25 and minute < 60 else {}
    if lower[-1] == "s":
        digits = lower[:-1]
        return {"DECADE": digits} if len(digits) in (2, 3, 4) and digits[-1] == "0" else {}
    if lower[-1].isalpha():
        number = int(lower[:-2])
        kinds: dict[str, int | str] = {"ORD": number}
        if 1 <= number <= 31:
            kinds["ODAY"] = number
        return kinds
    return {"NUM": lower.replace(",", "")} if "." in lower else {"BIG": lower}
