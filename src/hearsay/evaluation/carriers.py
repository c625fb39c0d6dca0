"""Making carried copies of a report in the ways in which outlets really change what they carry.

Every way is applied to paragraphs of running text: a new headline always, then cuts, another order, local additions,
new numbers, a partial rewrite, or several of these at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from random import Random

_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+")
_NUMBER = re.compile(r"\b\d+\b")
_SWAPS = {
    "said": "told reporters",
    "killed": "left dead",
    "injured": "hurt",
    "wounded": "injured",
    "police": "officers",
    "shot": "gunned down",
    "shooting": "gunfire",
    "man": "male",
    "people": "persons",
    "taken": "rushed",
    "about": "around",
    "after": "following",
    "home": "house",
    "found": "discovered",
    "according": "as told",
    "near": "close to",
    "several": "a number of",
    "began": "started",
    "died": "lost their lives",
    "attack": "assault",
    "also": "too",
}
_HEADLINES = ("What we know so far", "Developing story", "News in brief", "From our wires")
_ADDED_AT_MOST = 100  # lines
Paragraphs = list[str]


def carried(text: str, way: str, chance: Random, others: Sequence[str]) -> str:
    """A copy of `text` (headline, blank line, paragraphs) in one of `WAYS`; additions are taken from `others`."""
    body = [line for line in text.split("\n\n", 1)[-1].split("\n") if line.strip()]
    if len(body) < 3:
        body = _SENTENCE.split(" ".join(body))
    changed = WAYS[way](body, chance, others)
    return chance.choice(_HEADLINES) + "\n\n" + "\n\n".join(changed)


def _whole(body: Paragraphs, chance: Random, others: Sequence[str]) -> Paragraphs:
    return body


def _cut(body: Paragraphs, chance: Random, others: Sequence[str]) -> Paragraphs:
    """The end is cut off, as wires are: a third to two thirds stay, but at least some 40 words."""
    keep = max(2, int(len(body) * chance.uniform(0.35, 0.7)))
    while keep < len(body) and sum(len(line.split()) for line in body[:keep]) < 40:
        keep += 1
    return body[:keep]


def _reordered(body: Paragraphs, chance: Random, others: Sequence[str]) -> Paragraphs:
    rest = body[1:]
    chance.shuffle(rest)
    return [body[0], *rest]


def _added_to(body: Paragraphs, chance: Random, others: Sequence[str]) -> Paragraphs:
    """Local lines are put in, as much as half of the report again, in two places.

    Each line is taken from another report: what one carrier adds, no other has, so that two carriers of different
    stories never share a stretch of it.
    """
    half = sum(len(line) for line in body) // 2
    found: Paragraphs = []
    for _ in range(_ADDED_AT_MOST):
        line = chance.choice(_SENTENCE.split(" ".join(chance.choice(others).split())))
        if sum(len(one) for one in found) + len(line) >= half:
            break
        found.append(line)
    middle = len(body) // 2
    return [*body[:middle], " ".join(found[: len(found) // 2]), *body[middle:], " ".join(found[len(found) // 2 :])]


def _renumbered(body: Paragraphs, chance: Random, others: Sequence[str]) -> Paragraphs:
    return [_NUMBER.sub(lambda match: str(int(match[0]) + chance.randint(1, 30)), line) for line in body]


def _rewritten(body: Paragraphs, chance: Random, others: Sequence[str]) -> Paragraphs:
    """A third of the sentences lose or swap words throughout; the others stay."""
    found = []
    for line in body:
        sentences = [_reworded(one, chance) if chance.random() < 0.35 else one for one in _SENTENCE.split(line)]
        found.append(" ".join(sentences))
    return found


def _reworded(sentence: str, chance: Random) -> str:
    words = []
    for word in sentence.split():
        swapped = _SWAPS.get(word.strip(".,").casefold())
        if swapped:
            words.append(swapped)
        elif chance.random() > 0.15:
            words.append(word)
    return " ".join(words)


def _everything(body: Paragraphs, chance: Random, others: Sequence[str]) -> Paragraphs:
    for change in (_cut, _rewritten, _renumbered, _added_to):
        body = change(body, chance, others)
    return body


WAYS: Mapping[str, Callable[[Paragraphs, Random, Sequence[str]], Paragraphs]] = {
    "new headline": _whole,
    "cut": _cut,
    "reordered": _reordered,
    "local additions": _added_to,
    "changed numbers": _renumbered,
    "partly rewritten": _rewritten,
    "several at once": _everything,
}
"""The ways, by the name under which they are counted."""
