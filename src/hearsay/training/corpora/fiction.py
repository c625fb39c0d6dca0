"""The invented reports of `training/fiction`: incidents, who is said to have done them and how, and how actors stand.

The format is written down in the README beside them. Offsets and words are those of the text without its marks.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hearsay.errors import UsageError
from hearsay.records.actor import ActorKind
from hearsay.records.relation import RelationKind
from hearsay.training.corpora.plain import plain_sentences
from hearsay.training.corpora.spans import after_titles, tag_spans
from hearsay.training.examples import Example, Label, Passage
from hearsay.training.parts import DOERS, NO_PART, PARTS, ROLE_LAYERS
from hearsay.vocabulary.kinds import kinds

FOLDER = Path(__file__).parent.parent / "fiction"
DEV_EVERY = 8
_MOST_INCIDENTS = 14
_LONG_ENOUGH = 5  # letters
_UNNAMED = "unnamed"
_NAMED_AS: Mapping[str, str] = {"person": "PER", "civilians": "MISC", _UNNAMED: "MISC"}
_MARK = re.compile(r"\[([^\[\]]+)\]\(([^()]*)\)")
_STRAY = re.compile(r"\]\(|\[[^\]]*\]\(")
_HEADER = re.compile(r"===\s*([\w-]+)\s*\|\s*(\d{4}-\d\d-\d\d)\s*\|\s*(\S.*)")
_TAG = re.compile(
    r"(?P<incident>e\d+)(?:\.(?P<part>\w+))?|(?P<actor>a\d+)|(?P<plain>[ptn])|(?P<tie>\w+):(?P<other>a\d+)"
)
_ADDING = frozenset("of in on at from for to with who which that , ( near".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A marked stretch of the text [begin, end), with the incidents that it tells of, its parts in others (part,
    incidents), its actor, its ties (kind, other actor). `plain` is p, t or n: a place, a time or a number."""

    begin: int
    end: int
    incidents: tuple[str, ...] = ()
    parts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    actor: str | None = None
    ties: tuple[tuple[str, str], ...] = ()
    plain: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An invented report: its text without marks, the marks, the kind of each incident and actor."""

    name: str
    published: str
    style: str
    text: str
    marks: tuple[Mark, ...]
    incidents: Mapping[str, str]
    actors: Mapping[str, str]


def passages(corpora: Path, split: str) -> Iterator[Passage]:
    """All reports of the folder beside this package; every eighth is `dev`. `corpora` is not needed."""
    for number, report in enumerate(reports(sorted(FOLDER.glob("*.txt"))), start=1):
        if (number % DEV_EVERY == 0) == (split == "dev"):
            yield Passage(source=f"fiction/{report.name}", examples=tuple(_examples(report)))


def reports(paths: Sequence[Path]) -> Iterator[Report]:
    """The reports of the files, in order.

    Raises:
        UsageError: a file breaks the format; says file, report and what is wrong.
    """
    for path in paths:
        parts = re.split(r"(?m)^(?====)", path.read_text(encoding="utf-8"))
        for part in parts:
            if part.strip():
                try:
                    yield parse(part)
                except ValueError as error:
                    title = part.splitlines()[0][:60]
                    told = f"{str(path)!r}, {title!r}: {error}; training/fiction/README.md has the format"
                    raise UsageError(told) from None


def parse(source: str) -> Report:
    """One report from its source. Raises ValueError, saying what is wrong."""
    head, _, rest = source.partition("\n")
    header = _HEADER.fullmatch(head.strip())
    body, line, footer = rest.partition("\n---")
    if not header or not line:
        raise ValueError("a report begins with '=== id | date | style' and has '---' before its incidents and actors")
    incidents, actors = _declared(footer)
    text, marks, place = "", [], 0
    body = re.sub(r"(?m)^# ", "", body.strip())
    body = re.sub(r"(?<!\n)\n(?!\n)", " ", body)  # lines within a paragraph
    for match in _MARK.finditer(body):
        text += body[place : match.start()]
        marks.append(_mark(match[2].split(), len(text), match[1], incidents, actors))
        text, place = text + match[1], match.end()
    text += body[place:]
    if stray := _STRAY.search(text):
        raise ValueError(
            f"a mark that is not closed, or stands in another: {text[max(0, stray.start() - 20) : stray.end() + 20]!r}"
        )
    return Report(
        name=header[1],
        published=header[2],
        style=header[3],
        text=text,
        marks=tuple(marks),
        incidents=incidents,
        actors=actors,
    )


def _declared(footer: str) -> tuple[dict[str, str], dict[str, str]]:
    incidents: dict[str, str] = {}
    actors: dict[str, str] = {}
    for line in footer.splitlines():
        key, _, kind = line.strip().partition(" ")
        kind = kind.split("|")[0].strip()
        if not key:
            continue
        if key[0] == "e" and kind in kinds():
            incidents[key] = kind
        elif key[0] == "a" and (kind == _UNNAMED or kind in set(ActorKind)):
            actors[key] = kind
        else:
            raise ValueError(f"{line.strip()!r} declares no incident (eN kind) and no actor (aN kind)")
    if len(incidents) > _MOST_INCIDENTS:
        raise ValueError(f"{len(incidents)} incidents: {_MOST_INCIDENTS} are the most")
    return incidents, actors


def _mark(tags: Sequence[str], begin: int, words: str, incidents: Mapping[str, str], actors: Mapping[str, str]) -> Mark:
    told: list[str] = []
    parts: dict[str, list[str]] = {}
    ties: list[tuple[str, str]] = []
    actor = plain = None
    for tag in tags:
        found = _TAG.fullmatch(tag)
        if not found or (found["incident"] or "e") not in {*incidents, "e"}:
            raise ValueError(f"{tag!r} at {words!r} is no tag, or its incident is not declared")
        if found["part"]:
            if found["part"] not in PARTS:
                raise ValueError(f"{found['part']!r} at {words!r} is no part: {', '.join(PARTS)}")
            parts.setdefault(found["part"], []).append(found["incident"])
        elif found["incident"]:
            told.append(found["incident"])
        elif found["tie"]:
            if found["tie"] not in set(RelationKind):
                raise ValueError(f"{found['tie']!r} at {words!r} is no kind of relation")
            ties.append((found["tie"], found["other"]))
        else:
            actor, plain = found["actor"] or actor, found["plain"] or plain
    for one in [actor, *(other for _, other in ties)]:
        if one is not None and one not in actors:
            raise ValueError(f"actor {one} at {words!r} is not declared")
    if len(parts) > 2:
        raise ValueError(f"{words!r} has the parts {', '.join(sorted(parts))}: two are the most")
    return Mark(
        begin=begin,
        end=begin + len(words),
        incidents=tuple(told),
        parts=tuple((part, tuple(those)) for part, those in parts.items()),
        actor=actor,
        ties=tuple(ties),
        plain=plain,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """A mark in a sentence: its words [first, last) and the one that heads it."""

    mark: Mark
    first: int
    last: int
    head: int


def _sentences(report: Report) -> Iterator[tuple[Sequence[str], list[_Placed]]]:
    for offsets in plain_sentences(report.text):
        words = [report.text[first:last] for first, last in offsets]
        placed = []
        for mark in report.marks:
            inside = [i for i, (a, b) in enumerate(offsets) if a < mark.end and b > mark.begin]
            if inside and offsets[inside[0]][0] <= mark.begin < offsets[inside[-1]][1]:
                first, last = inside[0], inside[-1] + 1
                placed.append(_Placed(mark=mark, first=first, last=last, head=_head(words, first, last)))
        yield words, placed


def _head(words: Sequence[str], first: int, last: int) -> int:
    """The last word before what only adds to the phrase ("forces of X", "the group, known as Y")."""
    for index in range(first + 1, last):
        if words[index].lower() in _ADDING:
            return index - 1
    return last - 1


def _examples(report: Report) -> Iterator[Example]:
    bits = {incident: 1 << number for number, incident in enumerate(report.incidents)}
    for words, placed in _sentences(report):
        layers: dict[str, list[Label]] = {
            "trigger": ["O"] * len(words),
            "deed": [0] * len(words),
            "part": [None] * len(words),
            "parted": [0] * len(words),
            "second": [None] * len(words),
            "seconded": [0] * len(words),
            "incident": [None] * len(words),
            "entity": [None] * len(words),
            "name": _names(words, placed, report.actors),
        }
        for one in placed:
            mark = one.mark
            if mark.incidents:
                layers["trigger"][one.head] = report.incidents[mark.incidents[0]]
                layers["deed"][one.head] = sum(bits[incident] for incident in set(mark.incidents))
                layers["incident"][one.head] = mark.incidents[0] if len(mark.incidents) == 1 else None
            if mark.actor or mark.plain or mark.parts:
                layers["part"][one.head] = NO_PART
            for (part, those), (layer, bit) in zip(mark.parts, ROLE_LAYERS, strict=False):
                layers[layer][one.head] = part
                layers[bit][one.head] = sum(bits[incident] for incident in set(those))
            if mark.actor:
                layers["entity"][one.head] = mark.actor
        for index in _unmarked(words, placed):
            layers["part"][index] = NO_PART
        heads = {actor: one.head for one in reversed(placed) if (actor := one.mark.actor)}
        yield Example(
            words=tuple(words),
            layers=layers,
            actors=tuple(sorted(set(heads.values()))),
            ties=tuple(_ties(placed, heads)),
            tie_set="stands",
        )


def _unmarked(words: Sequence[str], placed: Sequence[_Placed]) -> Iterator[int]:
    """Words that no mark has, every third: they have no part in anything, short words and pronouns aside, of which
    some stand for who did it."""
    inside = {index for one in placed for index in range(one.first, one.last)}
    for index, word in enumerate(words):
        if index not in inside and index % 3 == 0 and len(word) >= _LONG_ENOUGH and word.isalpha():
            yield index


def _ties(placed: Sequence[_Placed], heads: Mapping[str, int]) -> Iterator[tuple[int, int, str]]:
    for one in placed:
        for kind, other in one.mark.ties:
            if one.mark.actor and other in heads:
                yield heads[one.mark.actor], heads[other], kind


def _names(words: Sequence[str], placed: Sequence[_Placed], actors: Mapping[str, str]) -> list[Label]:
    """Names inside the marks: the run of capitals that ends in its head, by what it names. Capitals elsewhere are
    unknown, and so is a single word that begins the sentence, unless it is a place."""
    spans = []
    for one in placed:
        kind = "LOC" if one.mark.plain == "p" else _NAMED_AS.get(actors.get(one.mark.actor or "", ""), "ORG")
        first = one.head + 1
        while first > one.first and (words[first - 1][:1].isupper() or not words[first - 1][0].isalpha()):
            first -= 1
        first = after_titles(words, first, one.head + 1) if kind == "PER" else first
        alone = first == one.head == 0 and kind != "LOC"
        if words[one.head][:1].isupper() and not alone and (one.mark.actor or one.mark.plain == "p"):
            spans.append((first, one.head + 1, kind))
    layer = tag_spans(len(words), spans)
    return [None if label == "O" and word[:1].isupper() else label for label, word in zip(layer, words, strict=True)]


def _complaints(report: Report) -> Iterator[str]:
    """What is likely a slip of the writer."""
    told = {incident for mark in report.marks for incident in mark.incidents}
    meant = {mark.actor for mark in report.marks}
    yield from (f"{one} is told by no word" for one in report.incidents if one not in told)
    yield from (f"{one} is never mentioned" for one in report.actors if one not in meant)
    seen: Counter[tuple[int, int]] = Counter()
    for words, placed in _sentences(report):
        here = {one.mark.actor for one in placed}
        seen.update((one.mark.begin, one.mark.end) for one in placed)
        for one in placed:
            said = report.text[one.mark.begin : one.mark.end]
            if one.mark.incidents and one.last - one.first > 1:
                yield f"{said!r} tells of an incident in more than one word"
            if not one.mark.actor and (doing := [part for part, _ in one.mark.parts if part in DOERS]):
                yield f"{said!r} has the part {doing[0]} and is no actor (aN)"
            for kind, other in one.mark.ties:
                if other not in here:
                    yield f"{said!r} {kind}:{other}, but {other} is not marked in the sentence {' '.join(words)[:50]!r}"
    for mark in report.marks:
        if seen[mark.begin, mark.end] != 1:
            yield f"{report.text[mark.begin : mark.end]!r} crosses a sentence's end"


def main(paths: Sequence[str]) -> int:
    """Checks the files, prints what is wrong and what they hold; the exit status is 1 where something is wrong."""
    counts: Counter[str] = Counter()
    wrong = 0
    for report in reports([Path(path) for path in paths]):
        counts.update(reports=1, words=len(report.text.split()), incidents=len(report.incidents))
        counts.update(part for mark in report.marks for part, _ in mark.parts)
        counts.update(kind for mark in report.marks for kind, _ in mark.ties)
        for complaint in _complaints(report):
            wrong += 1
            sys.stdout.write(f"{report.name}: {complaint}\n")
    sys.stdout.write(", ".join(f"{name} {number}" for name, number in counts.most_common()) + "\n")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
