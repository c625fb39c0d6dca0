"""How well the mentions of one actor within a report are brought together: GUM's people and organisations.

Gold mentions are GUM's entities of the types person and organization, pronouns and those mentioned once included. A
mention of ours is matched with the gold mention of the same characters, else with the one whose head word is its head
word (of several the one closest in length), each once. A mention of ours that is matched with an entity of another type
(GUM calls a state a place even where it acts) is left out: it is no question of this yardstick. All others count.

B-cubed is that of Pradhan et al. (2014) for mentions that the system finds itself: recall over all gold mentions and
precision over all of ours, where a mention without a match shares nothing with the other side. Given beside it is
B-cubed over the matched mentions alone, which scores the grouping apart from the finding.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hearsay.errors import UnreadableError, UsageError
from hearsay.evaluation.base import Counts, Measure, f1, needed, plain_document, ratio, share
from hearsay.records.analysis import Analysis
from hearsay.records.document import Document
from hearsay.records.span import Span

ACTOR_TYPES = frozenset({"person", "organization"})
_ENTITY = re.compile(r"\((\d+)-([a-z]+)-[^()]*(\))?|(\d+)\)")
_COLUMNS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldMention:
    """An annotated mention: its chain's number, its type, its characters and those of its head word."""

    chain: str
    type: str
    span: Span
    head: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldReport:
    """An annotated text."""

    document: Document
    mentions: tuple[GoldMention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundMention:
    """A mention of ours: the actor it refers to, its characters and those of its head word."""

    actor: str
    span: Span
    head: Span


@dataclass(slots=True)
class _Word:
    span: Span
    head: int  # its place in the sentence from 0; -1 for the root
    relation: str
    entities: str


MEASURES = (
    Measure(name="mention P", of=share("matched", "found")),
    Measure(name="mention R", of=share("matched", "gold")),
    Measure(name="mention F1", of=f1("matched", "found", "gold")),
    Measure(name="B3 P", of=share("b3 precision", "found")),
    Measure(name="B3 R", of=share("b3 recall", "gold")),
    Measure(name="B3 F1", of=lambda sums: _f1_of(sums, "found", "gold", "b3")),
    Measure(name="B3 F1 matched", of=lambda sums: _f1_of(sums, "matched", "matched", "matched b3")),
)


def _f1_of(sums: Counts, ours: str, theirs: str, score: str) -> float:
    precision = ratio(sums[f"{score} precision"], sums[ours])
    recall = ratio(sums[f"{score} recall"], sums[theirs])
    return ratio(2 * precision * recall, precision + recall)


def gum_split(corpora: Path, split: str) -> tuple[str, ...]:
    """The names of the documents of a split, as GUM's own splits.md lists them.

    Raises:
        UsageError: there is no splits.md, or no such split in it.
    """
    path = needed(corpora, "gum", "splits.md")
    parts = {part.split("\n", 1)[0].strip(): part for part in path.read_text(encoding="utf-8").split("\n## ")[1:]}
    if split not in parts:
        raise UsageError(f"GUM has no split {split!r}; it has {', '.join(parts)}")
    return tuple(re.findall(r"\* (GUM_\w+)", parts[split]))


def gum_paths(corpora: Path, split: str) -> list[Path]:
    """The documents of a split that are there.

    Raises:
        UsageError: none is.
    """
    folder = corpora / "gum" / "dep"
    there = [path for name in gum_split(corpora, split) if (path := folder / f"{name}.conllu").is_file()]
    if not there:
        raise UsageError(f"{str(folder)!r} holds no document of GUM's split {split!r}")
    return there


def read_gum(path: Path) -> GoldReport:
    """A GUM CoNLL-U file with its entities.

    Raises:
        UnreadableError: an entity closes that was never opened: the file is no GUM of a form known here.
    """
    parts: list[str] = []
    mentions: list[GoldMention] = []
    at = 0
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        if any(line.startswith("# newpar") for line in lines) and parts:
            parts.append("\n\n")
            at += 2
        words: list[_Word] = []
        for line in lines:
            cells = line.split("\t")
            if len(cells) == _COLUMNS and cells[0].isdigit():
                spaced = "SpaceAfter=No" not in cells[9]
                parts.append(cells[1] + " " * spaced)
                words.append(_word(cells, at))
                at += len(parts[-1])
        mentions += _mentions(words, path)
    text = "".join(parts)
    return GoldReport(document=plain_document(path.stem, text), mentions=tuple(sorted(mentions, key=lambda m: m.span)))


def _word(cells: Sequence[str], at: int) -> _Word:
    entities = next((part.removeprefix("Entity=") for part in cells[9].split("|") if part.startswith("Entity=")), "")
    return _Word(span=Span(at, at + len(cells[1])), head=int(cells[6]) - 1, relation=cells[7], entities=entities)


def _mentions(words: Sequence[_Word], path: Path) -> Iterator[GoldMention]:
    opened: dict[str, list[tuple[int, str]]] = {}
    for index, word in enumerate(words):
        for chain, type_, closed, closing in _ENTITY.findall(word.entities):
            if closing:
                if not opened.get(closing):
                    raise UnreadableError(
                        f"{path.name}: entity {closing!r} ends and was not begun; give GUM's own file"
                    )
                start, kind = opened[closing].pop()
                yield _mention(words, start, index, closing, kind)
            elif closed:
                yield _mention(words, index, index, chain, type_)
            else:
                opened.setdefault(chain, []).append((index, type_))


def _mention(words: Sequence[_Word], first: int, last: int, chain: str, type_: str) -> GoldMention:
    inside = range(first, last + 1)
    heads = [i for i in inside if words[i].head not in inside and words[i].relation != "punct"]
    head = words[heads[0] if heads else last]
    return GoldMention(
        chain=chain, type=type_, span=Span(words[first].span.start, words[last].span.end), head=head.span
    )


def found_mentions(analysis: Analysis) -> list[FoundMention]:
    """The mentions of an analysis, in text order."""
    return [
        FoundMention(actor=mention.actor, span=mention.span, head=analysis.tokens[mention.head].span)
        for mention in analysis.mentions
    ]


def matches(gold: Sequence[GoldMention], found: Sequence[FoundMention]) -> list[tuple[GoldMention, FoundMention]]:
    """Pairs of the same characters, then of the same head word; each mention is in one pair at most."""
    pairs: list[tuple[GoldMention, FoundMention]] = []
    left = list(gold)
    waiting = []
    for mention in found:
        same = next((one for one in left if one.span == mention.span), None)
        if same is None:
            waiting.append(mention)
        else:
            left.remove(same)
            pairs.append((same, mention))
    for mention in waiting:
        heads = [one for one in left if one.head.overlaps(mention.head)]
        if heads:
            closest = min(heads, key=lambda one: abs(len(one.span) - len(mention.span)))
            left.remove(closest)
            pairs.append((closest, mention))
    return pairs


def score_report(gold: Sequence[GoldMention], found: Sequence[FoundMention]) -> dict[str, float]:
    """The counts of one report that `MEASURES` are made of."""
    pairs = matches(gold, found)
    other = {id(ours) for theirs, ours in pairs if theirs.type not in ACTOR_TYPES}
    kept = [mention for mention in found if id(mention) not in other]
    wanted = [mention for mention in gold if mention.type in ACTOR_TYPES]
    matched = [(theirs.chain, ours.actor) for theirs, ours in pairs if theirs.type in ACTOR_TYPES]
    both = Counter(matched)
    chains = Counter(mention.chain for mention in wanted)
    actors = Counter(mention.actor for mention in kept)
    return {
        "gold": len(wanted),
        "found": len(kept),
        "matched": len(matched),
        "b3 recall": _overlap(both.items(), chains, 0),
        "b3 precision": _overlap(both.items(), actors, 1),
        "matched b3 recall": _overlap(both.items(), Counter(chain for chain, _ in matched), 0),
        "matched b3 precision": _overlap(both.items(), Counter(actor for _, actor in matched), 1),
    }


def _overlap(both: Collection[tuple[tuple[str, str], int]], sizes: Counter[str], side: int) -> float:
    """The sum over mentions of the share of their group that the other side has in one group with them."""
    return sum(common * common / sizes[pair[side]] for pair, common in both)


def score_all(pairs: Iterable[tuple[GoldReport, Analysis]]) -> list[dict[str, float]]:
    """The counts of each report."""
    return [score_report(gold.mentions, found_mentions(analysis)) for gold, analysis in pairs]
