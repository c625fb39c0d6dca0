"""What on a page is furniture: menus, prompts, adverts, link lists, comments; never the report itself.

Two kinds of sign: phrases that sites of any country use around their reports, and the shape of a paragraph (few words,
no sentence, no function words).
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_BULLETS = r"[\s|»›>→·•*#@:+\-–—]*"
_TAIL = r"[\s|»›<→·•*:+.…\-–—!]*$"
_LONGEST_WHOLE = 12  # words
_LONGEST_PHRASED = 45  # words: a longer paragraph with such a phrase in it is more likely to be the report's

FUNCTION_WORDS = frozenset(
    "the of and to in a that is was for on with as by at from it an be has are said were his her have he she who had "
    "not but they their which this been after its will when more about over than into also up there no some all would "
    "could we you i or if out what so him them my our your only before while where because during between against "
    "through".split()
)
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")


def words_of(text: str) -> list[str]:
    """The words of a paragraph, numbers among them."""
    return _WORD.findall(text)


def is_furniture(text: str) -> bool:
    """Whether the paragraph, by its words, is a part of the page and not of the report."""
    words = " ".join(text.split())
    count = len(words_of(words))
    if count == 0:
        return True
    labelled = _pattern("label").match(words) is not None
    if count <= _LONGEST_WHOLE and (labelled or _pattern("whole").match(words)):
        return True
    if count <= 2 * _LONGEST_WHOLE and labelled and not _SENTENCE_END.search(words):
        return True
    quoted = words[0] in "\"“'‘"
    return count <= _LONGEST_PHRASED and not quoted and _pattern("phrase").search(words) is not None


def ends_report(text: str) -> bool:
    """Whether the paragraph heads what follows a report for good: readers' comments."""
    words = " ".join(text.split())
    return len(words) <= 80 and _pattern("comments").match(words) is not None


def opens_aside(text: str) -> bool:
    """Whether the paragraph heads a list of other reports, which may end and the report go on."""
    words = " ".join(text.split())
    return len(words) <= 60 and _pattern("aside").match(words) is not None


def is_sentence(text: str) -> bool:
    """Whether the paragraph ends as a sentence does."""
    return _SENTENCE_END.search(text.strip()) is not None


def prose_weight(text: str) -> float:
    """How much the paragraph looks like running text: words counted for it when it is, below 0 when it is not."""
    words = words_of(text)
    if not words:
        return -1.0
    function = sum(word.casefold() in FUNCTION_WORDS for word in words) / len(words)
    ended = is_sentence(text)
    if ended and len(words) >= 8 and function >= 0.12:
        return float(min(len(words), 80))
    if len(words) >= 25 and function >= 0.2:
        return float(min(len(words), 80)) * 0.8
    if ended and len(words) >= 3 and (function > 0 or text.strip()[0] in "\"“'‘"):
        return 0.5 * len(words)
    return -4.0 - 0.4 * min(len(words), 15)


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """The patterns of that kind in `furniture.tsv`, as one."""
    text = files("hearsay.documents").joinpath("furniture.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    listed = "|".join(pattern for named, pattern in rows if named == kind)
    forms = {
        "phrase": f"(?:{listed})",
        "label": rf"^[\s>»*•\[(]*(?:{listed})\s?(?:[:|»>]|\s[–—-]\s)",
    }
    return re.compile(forms.get(kind, f"^{_BULLETS}(?:{listed}){_TAIL}"), re.IGNORECASE)
