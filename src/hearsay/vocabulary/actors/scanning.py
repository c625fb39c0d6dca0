"""Finds names in text: an automaton over the words in their one spelling, checked against case and edges."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import ahocorasick  # type: ignore[import-not-found]  # a C module without stubs

from hearsay.records.span import Span
from hearsay.vocabulary.actors.bodies import body_in
from hearsay.vocabulary.actors.spelling import Word, is_acronym, spell, words_of

ENGLISH = frozenset(
    """is so mend hum let mas far can act cam arm aid sad gal mit eta jam plan who us it as an at am be by do go he if
    in me my no of oh on or to up we mix map gap pac rap pal fan cap cop pet sap tip top set net has had ant aim app
    cell self base order front arena art care cut fact fat hay ice mod model ops plot pup raid raw side site bas ad ai
    ans rush star bond""".split()
)
"""Acronyms that are words as well: in capitals throughout, they are no evidence."""

COMMON = frozenset(
    """base order front tiger tigers cobra cobras ninja ninjas awakening contra klan emirate platform aleph thorn
    caliphate avengers horsemen officials provisionals movement brotherhood huk huks mourabitoun phalange tanzim hirak
    islah badr jihad qaeda amal biafra elements emergency family
    memorial nation resistance side union amnesty arena sentinel""".split()
)
"""Names that are ordinary words too: they count only with a capital that no sentence start explains."""

CLEAR_PAIRS = frozenset({"IS", "UN", "EU", "AU", "AQ"})
"""Acronyms of two letters that hardly mean anything else in the news; the others are weak."""

BODY = "State body"  # stands for the name of a state body, which any capital in it makes good
_THE = re.compile(r"^[Tt]he ")
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\"“”\n]\s*)(?:[Tt]he\s+)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A name as the registry writes it, whose it is, and whether it is a short form only."""

    name: str
    actor: str
    weak: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMatch:
    """A name found in a text. `candidates` are row ids, more than one when actors share the name.

    `weak`: by a short form, or by letters that may mean something else; it counts only where the text, by a full name
    or its country, points to the actor.
    """

    span: Span
    text: str
    candidates: tuple[str, ...]
    weak: bool


class Scanner:
    """An automaton over the keys of all names, beside which state bodies are found by pattern."""

    def __init__(self, patterns: Mapping[str, Sequence[Pattern]]) -> None:
        self._automaton = ahocorasick.Automaton()
        for key, listed in patterns.items():
            if key:
                self._automaton.add_word(f" {key} ", (key, tuple(listed)))
        self._automaton.make_automaton()

    def matches(self, text: str, span: Span) -> Iterator[NameMatch]:
        """The names within a stretch of text, the longest first where several overlap, in text order."""
        words = list(words_of(text, span.start, span.end))
        line, starts, ends = _line(words)
        found: list[tuple[int, int, tuple[Pattern, ...]]] = []
        for last, (key, patterns) in self._automaton.iter(line):
            first = last - len(key) - 1
            if first in starts and last in ends:
                found.append((starts[first], ends[last], patterns))
        found += _bodies(words)
        taken = 0
        for first, last, patterns in sorted(found, key=lambda hit: (hit[0], -hit[1])):
            if first < taken:
                continue
            match = _match(text, words[first : last + 1], patterns)
            if match is not None:
                taken = last + 1
                yield match


def _bodies(words: Sequence[Word]) -> Iterator[tuple[int, int, tuple[Pattern, ...]]]:
    spelt = [" ".join(word.spelt) for word in words]
    for index in range(len(spelt)):
        body = body_in(spelt, index)
        if body is not None and not any(word.parted for word in words[index + 1 : index + body[0]]):
            pattern = Pattern(name=BODY, actor=body[1], weak=False)
            yield index, index + body[0] - 1, (pattern,)


def _line(words: Sequence[Word]) -> tuple[str, dict[int, int], dict[int, int]]:
    """The words as one line with blanks around each, and which word begins and ends at which blank."""
    parts: list[str] = [" "]
    length = 1
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    for index, word in enumerate(words):
        if word.parted:
            parts.append("| ")
            length += 2
        starts[length - 1] = index
        written = " ".join(word.spelt) + " "
        parts.append(written)
        length += len(written)
        ends[length - 1] = index
    return "".join(parts), starts, ends


def _match(text: str, words: Sequence[Word], patterns: Sequence[Pattern]) -> NameMatch | None:
    shout = _all_capitals(text, words)
    good: dict[str, bool] = {}
    for pattern in patterns:
        strength = _strength(text, words, pattern, shout)
        if strength is not None:
            good[pattern.actor] = good.get(pattern.actor, True) and strength
    if not good:
        return None
    strong = [actor for actor, weak in good.items() if not weak]
    last = words[-1]
    span = Span(_article_start(text, words[0].start), last.end - len(last.written) + len(_bare(last)))
    return NameMatch(span=span, text=span.of(text), candidates=tuple(good), weak=not strong)


def _bare(word: Word) -> str:
    return _POSSESSIVE.sub("", word.written)


def _strength(text: str, words: Sequence[Word], pattern: Pattern, shout: bool) -> bool | None:
    """Whether the words match the pattern weakly; None when their case says that they do not match it."""
    written = "".join(_bare(word) for word in words)
    name = _THE.sub("", pattern.name)
    letters = "".join(letter for letter in written if letter.isalnum())
    if is_acronym(name):
        wanted = "".join(letter for letter in name if letter.isalnum())
        exact = letters in (wanted, wanted.upper())
        tamed = len(wanted) >= 4 and letters == wanted.capitalize() and letters.casefold() not in ENGLISH
        if not (exact or tamed):
            return None
        clash = shout and letters.casefold() in ENGLISH
        return pattern.weak or clash or (len(letters) <= 2 and wanted not in CLEAR_PAIRS)
    begin = words if pattern.name == BODY else words[:1]
    if not shout and not any(word.written[0].isupper() or word.written[0].isdigit() for word in begin):
        return pattern.weak if _lower_name(pattern.name) else None
    common = len(words) == 1 and words[0].spelt[0] in COMMON
    opens = common and bool(_SENTENCE_START.search(text, 0, words[0].start))
    return pattern.weak or (common and (shout or opens))


def _lower_name(name: str) -> bool:
    """True for names that are written small within a sentence ("anti-balaka", "pro-Russian rebels")."""
    first = next(iter(words_of(name)), None)
    return first is not None and first.written[0].islower()


def _all_capitals(text: str, words: Sequence[Word]) -> bool:
    """Whether the words' line has no small letters, so that capitals tell nothing."""
    begin = text.rfind("\n", 0, words[0].start) + 1
    end = text.find("\n", words[-1].end)
    line = text[begin : len(text) if end < 0 else end]
    outside = text[begin : words[0].start] + text[words[-1].end : end if end >= 0 else len(text)]
    return not any(letter.islower() for letter in line) and any(letter.isupper() for letter in outside)


def _article_start(text: str, start: int) -> int:
    """Where a name begins when an Arabic article stands before its first word: "al-Shabab", "Al Qaeda"."""
    before = re.search(r"(?<!\w)([AaEe]l|[Aa]s|[Aa]sh|[Aa]n)(?:[-‐‑]| (?=\w))$", text[max(0, start - 5) : start])
    if before is None or (before.group(1).lower() not in ("al", "el") and before.group().endswith(" ")):
        return start
    if before.group().endswith(" ") and before.group(1).islower():
        return start - len(before.group()) if spell(before.group(1))[0] == "al" else start
    return start - len(before.group())
