"""MUC-4's templates: 25 numbered slots of fills, as keys and answers are written down and as they are held here.

A key may offer alternatives ("BOMB" / "EXPLOSIVE"), make a fill or a whole template optional, and tie a fill to the
fill of another slot (DEATH: "PEASANTS"). An answer has no alternatives. Template documentation of 1992, sections 2-4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from types import MappingProxyType

from hearsay.errors import UnreadableError


class Slot(IntEnum):
    """The slots of a template, by their number in the task's documentation."""

    MESSAGE = 0
    TEMPLATE = 1
    DATE = 2
    LOCATION = 3
    TYPE = 4
    STAGE = 5
    INSTRUMENT = 6
    INSTRUMENT_TYPE = 7
    CATEGORY = 8
    PERP_INDIVIDUAL = 9
    PERP_ORGANISATION = 10
    CONFIDENCE = 11
    TARGET = 12
    TARGET_TYPE = 13
    TARGET_NUMBER = 14
    TARGET_NATION = 15
    TARGET_EFFECT = 16
    TARGET_TOTAL = 17
    VICTIM_NAME = 18
    VICTIM_DESCRIPTION = 19
    VICTIM_TYPE = 20
    VICTIM_NUMBER = 21
    VICTIM_NATION = 22
    VICTIM_EFFECT = 23
    VICTIM_TOTAL = 24


LABELS: Mapping[Slot, str] = MappingProxyType(
    dict(
        zip(
            Slot,
            (
                "MESSAGE: ID|MESSAGE: TEMPLATE|INCIDENT: DATE|INCIDENT: LOCATION|INCIDENT: TYPE|"
                "INCIDENT: STAGE OF EXECUTION|INCIDENT: INSTRUMENT ID|INCIDENT: INSTRUMENT TYPE|"
                "PERP: INCIDENT CATEGORY|PERP: INDIVIDUAL ID|PERP: ORGANIZATION ID|PERP: ORGANIZATION CONFIDENCE|"
                "PHYS TGT: ID|PHYS TGT: TYPE|PHYS TGT: NUMBER|PHYS TGT: FOREIGN NATION|PHYS TGT: EFFECT OF INCIDENT|"
                "PHYS TGT: TOTAL NUMBER|HUM TGT: NAME|HUM TGT: DESCRIPTION|HUM TGT: TYPE|HUM TGT: NUMBER|"
                "HUM TGT: FOREIGN NATION|HUM TGT: EFFECT OF INCIDENT|HUM TGT: TOTAL NUMBER"
            ).split("|"),
            strict=True,
        )
    )
)

SCORED = tuple(Slot)[2:]
STRINGS = frozenset(
    {Slot.INSTRUMENT, Slot.PERP_INDIVIDUAL, Slot.PERP_ORGANISATION, Slot.TARGET, Slot.VICTIM_NAME}
    | {Slot.VICTIM_DESCRIPTION}
)
SETS = frozenset(
    {Slot.TYPE, Slot.STAGE, Slot.INSTRUMENT_TYPE, Slot.CATEGORY, Slot.CONFIDENCE, Slot.TARGET_TYPE}
    | {Slot.TARGET_NATION, Slot.TARGET_EFFECT, Slot.VICTIM_TYPE, Slot.VICTIM_NATION, Slot.VICTIM_EFFECT}
)

_HEAD = re.compile(r"\s*(\d{1,2})\.\s+[A-Z][A-Z:. ]+?(?:\s{2,}|\t\s*|$)(.*)$")
_QUOTED = re.compile(r'"((?:\\.|[^"\\])*)"')
_TOKEN = re.compile(r'"(?:\\.|[^"\\])*"|[:/]|[^"/:]+')
_NO_FILL = frozenset({"-", "*", "", "* * *"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """What fills a slot once: its alternatives in capitals, what it is tied to, and whether it may be left out.

    Strings are without their quotation marks; `references` are the strings of another slot ("-" where that is empty).
    """

    values: tuple[str, ...]
    references: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One incident of one message. `optional`: the key allows it and does not ask for it."""

    message: str
    number: str
    optional: bool = False
    fills: Mapping[Slot, tuple[Fill, ...]] = field(default_factory=dict)

    def of(self, slot: Slot) -> tuple[Fill, ...]:
        """The fills of a slot, none where it is empty or does not apply."""
        return self.fills.get(slot, ())

    @property
    def kinds(self) -> tuple[str, ...]:
        """The incident types that it may have, mostly one."""
        return tuple(value for fill in self.of(Slot.TYPE) for value in fill.values)


def read_templates(path: Path) -> dict[str, tuple[Template, ...]]:
    """The templates of a file of keys or answers, by message in the order of the file; none for an irrelevant one.

    Raises:
        UnreadableError: a fill stands before the first slot: the file is no MUC-4 key.
    """
    return parse_templates(path.read_text(encoding="latin-1"), path.name)


def parse_templates(text: str, name: str) -> dict[str, tuple[Template, ...]]:
    """The same for a file's text; `name` is for messages of errors."""
    found: dict[str, list[Template]] = {}
    for lines in _blocks(text, name):
        message = lines.get(Slot.MESSAGE, [""])[0].split()[0]
        number = " ".join(lines.get(Slot.TEMPLATE, []))
        listed = found.setdefault(message, [])
        if number.strip(" *"):
            fills = {slot: _fills(slot, lines.get(slot, [])) for slot in SCORED}
            optional = "OPTIONAL" in number.upper()
            listed.append(Template(message=message, number=number.split()[0], optional=optional, fills=fills))
    return {message: tuple(listed) for message, listed in found.items()}


def _blocks(text: str, name: str) -> Iterator[dict[Slot, list[str]]]:
    """The lines of each slot, a block a template."""
    block: dict[Slot, list[str]] = {}
    slot: Slot | None = None
    for number, line in enumerate(text.splitlines(), 1):
        head = _HEAD.match(line)
        if head and int(head[1]) < len(Slot):
            slot = Slot(int(head[1]))
            if slot is Slot.MESSAGE and block:
                yield block
                block = {}
            block.setdefault(slot, []).append(head[2].strip())
        elif line.strip() and not line.lstrip().startswith(";"):
            if slot is None:
                raise UnreadableError(f"{name}, line {number}: {line.strip()[:40]!r} stands before any slot")
            block[slot].append(line.strip())
    if block:
        yield block


def _fills(slot: Slot, lines: Sequence[str]) -> tuple[Fill, ...]:
    read = _read_location if slot is Slot.LOCATION else _read_date if slot is Slot.DATE else _read_fill
    fills = (read(_squeezed(line)) for line in lines if line.strip() not in _NO_FILL)
    return tuple(fill for fill in fills if fill is not None)


def _read_fill(line: str) -> Fill | None:
    """`? A / B: "x" / "y"`: before the colon what it is, behind it what it is tied to."""
    optional = line.startswith("?")
    sides: list[list[str]] = [[]]
    for part in _TOKEN.findall(line.lstrip("? ")):
        bare = part.strip(" ()") if part[0] != '"' else unquoted(part)
        if part == ":":
            sides.append([])
        elif part != "/" and bare:
            sides[-1].append(bare)
    values = [canonical_number(value) for value in sides[0] if value not in ("-", "*")]
    references = [value for side in sides[1:] for value in side]
    if not values:
        return None
    return Fill(values=tuple(values), references=tuple(references), optional=optional)


def canonical_number(words: str) -> str:
    """A number or range without spaces ("6 -" is "6-"); anything else as it is."""
    bare = words.replace(" ", "")
    return bare if re.fullmatch(r"[~-]?\d+(?:-\d*)?", bare) else words


def unquoted(words: str) -> str:
    """A string fill without its quotation marks, in capitals and with single spaces."""
    inner = _QUOTED.fullmatch(words.strip())
    return _squeezed(re.sub(r"\\(.)", r"\1", inner[1]) if inner else words)


def _squeezed(words: str) -> str:
    return " ".join(words.upper().split())


def _read_date(line: str) -> Fill | None:
    optional = line.startswith("?")
    values = [canonical_date(one.strip(" ()")) for one in re.split(r"\s/\s", line.lstrip("? "))]
    return Fill(values=tuple(values), optional=optional)


def canonical_date(words: str) -> str:
    """`01 AUG 89 - 02 AUG 89`, `- 02 AUG 89` or `02 AUG 89`, however its parts were spaced and spelt."""
    parts = [_day(part) for part in re.split(r"\s*-\s*|\s+TO\s+", words.upper())]
    if parts[0] in ("", "NIL") and len(parts) > 1:
        return f"- {parts[-1]}"
    return " - ".join(part for part in parts if part)


def _day(words: str) -> str:
    found = re.fullmatch(r"(\d{1,2}) ([A-Z]+)\.? (?:19)?(\d\d)", words.strip())
    return f"{int(found[1]):02d} {found[2][:3]} {found[3]}" if found else words.strip()


def _read_location(line: str) -> Fill | None:
    optional = line.startswith("?")
    values = tuple(canonical_location(one) for one in _alternatives(line.lstrip("? ")))
    return Fill(values=values, optional=optional)


def _alternatives(line: str) -> Iterator[str]:
    """The parts between slashes that stand outside brackets: a place's type may have a slash of its own."""
    depth, start = 0, 0
    for at, letter in enumerate(line):
        depth += (letter == "(") - (letter == ")")
        if letter == "/" and depth == 0:
            yield line[start:at]
            start = at + 1
    yield line[start:]


def canonical_location(words: str) -> str:
    """`PERU: LIMA (CITY): MIRAFLORES (NEIGHBORHOOD)`, without the brackets that a key has around alternatives."""
    bare = words.strip()
    if bare.startswith("(") and bare.endswith(")"):
        bare = bare[1:-1]
    return ": ".join(" - ".join(_squeezed(end) for end in part.split(" - ")) for part in bare.strip(" :").split(":"))


def write_template(template: Template) -> str:
    """A template as the task wants answers: 25 slots, a line a fill."""
    lines = [_line(Slot.MESSAGE, template.message), _line(Slot.TEMPLATE, template.number)]
    for slot in SCORED:
        shown = [_written(slot, fill) for fill in template.of(slot)] or ["-"]
        lines.append(_line(slot, shown[0]))
        lines += [" " * 35 + one for one in shown[1:]]
    return "\n".join([*lines, ""])


def _line(slot: Slot, words: str) -> str:
    return f"{f'{slot.value}.':<4}{LABELS[slot]}".ljust(35) + words


def _written(slot: Slot, fill: Fill) -> str:
    value = _quoted(fill.values[0]) if slot in STRINGS else fill.values[0]
    return f"{value}: {_quoted(fill.references[0])}" if fill.references else value


def _quoted(words: str) -> str:
    escaped = words.replace('"', '\\"')
    return f'"{escaped}"'
