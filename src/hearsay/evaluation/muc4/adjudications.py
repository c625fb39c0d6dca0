"""What the judges decided in 1992 where an answer and a key differed: the histories behind the official scores.

A history is a Lisp expression: by message, by number of the key's template and by slot, an answer's fill, a verdict
and the fill of the key that it was held against (several where one vague answer was worth a part of each). A fill
without a key failed against them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import cast

from hearsay.errors import UnreadableError
from hearsay.evaluation.muc4.templates import Fill, Slot, canonical_date, canonical_location, canonical_number, unquoted

SLOTS: Mapping[str, Slot] = MappingProxyType(
    {
        "inc-date": Slot.DATE,
        "inc-loc": Slot.LOCATION,
        "inc-type": Slot.TYPE,
        "inc-stage": Slot.STAGE,
        "inc-instr-id": Slot.INSTRUMENT,
        "inc-instr-type": Slot.INSTRUMENT_TYPE,
        "perp-inc-cat": Slot.CATEGORY,
        "perp-ind-id": Slot.PERP_INDIVIDUAL,
        "perp-org-id": Slot.PERP_ORGANISATION,
        "perp-org-conf": Slot.CONFIDENCE,
        "phys-tgt-id": Slot.TARGET,
        "phys-tgt-type": Slot.TARGET_TYPE,
        "phys-tgt-num": Slot.TARGET_NUMBER,
        "phys-tgt-nation": Slot.TARGET_NATION,
        "phys-tgt-effect": Slot.TARGET_EFFECT,
        "phys-tgt-total-num": Slot.TARGET_TOTAL,
        "hum-tgt-name": Slot.VICTIM_NAME,
        "hum-tgt-desc": Slot.VICTIM_DESCRIPTION,
        "hum-tgt-type": Slot.VICTIM_TYPE,
        "hum-tgt-num": Slot.VICTIM_NUMBER,
        "hum-tgt-nation": Slot.VICTIM_NATION,
        "hum-tgt-effect": Slot.VICTIM_EFFECT,
        "hum-tgt-total-num": Slot.VICTIM_TOTAL,
    }
)
WORTH: Mapping[str, float] = MappingProxyType({"match": 1.0, "partial": 0.5, "fail": 0.0})

Expression = str | list["Expression"]
_TOKEN = re.compile(r'\s*(?:([()])|"((?:\\.|[^"\\])*)"|([^\s()"]+))')
_TEXT = "\x01"  # before a quoted string, to tell it from a word of the expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What an answer's fill is worth, and of which of the key's fills; of none when it failed against them all."""

    worth: float
    keys: tuple[Fill, ...]


Ruled = Mapping[tuple[str, str, Slot], Mapping[tuple[str, str], tuple[Verdict, ...]]]
"""By message, number of the key's template and slot: the verdicts on an answer's value and reference ("" for none)."""

NONE: Ruled = MappingProxyType({})


def read_history(path: Path) -> Ruled:
    """The verdicts of a history.

    Raises:
        UnreadableError: its brackets do not match.
    """
    ruled: dict[tuple[str, str, Slot], dict[tuple[str, str], tuple[Verdict, ...]]] = {}
    for message, number, slot, entry in _entries(_parsed(path.read_text(encoding="latin-1"), path.name)):
        answer = next(_fills(slot, entry[0]))
        keys = tuple(fill for one in entry[2:] for fill in _fills(slot, one))
        verdict = Verdict(worth=WORTH[str(entry[1])], keys=keys)
        said = (answer.values[0], answer.references[0] if answer.references else "")
        verdicts = ruled.setdefault((message, number, slot), {})
        verdicts[said] = (*verdicts.get(said, ()), verdict)
    return ruled


def _entries(whole: Expression) -> Iterator[tuple[str, str, Slot, list[Expression]]]:
    for message in _items(whole):
        name, *templates = _items(message)
        for template in templates:
            number, *slots = _items(template)
            for one in slots:
                slot, *entries = _items(one)
                for entry in entries:
                    yield _word(name), _word(number), SLOTS[str(slot)], _items(entry)


def _items(expression: Expression) -> list[Expression]:
    return expression if isinstance(expression, list) else []


def _word(expression: Expression) -> str:
    return str(expression).removeprefix(_TEXT)


def _parsed(text: str, name: str) -> Expression:
    open_: list[list[Expression]] = [[]]
    for bracket, quoted, word in _TOKEN.findall(text):
        if bracket == "(":
            open_.append([])
        elif bracket == ")":
            if len(open_) == 1:
                raise UnreadableError(f"{name}: a bracket closes that was never opened; give the history as released")
            done = open_.pop()
            open_[-1].append(cast(Expression, done))
        else:
            open_[-1].append(word or _TEXT + re.sub(r"\\(.)", r"\1", quoted))
    if len(open_) != 1 or len(open_[0]) != 1:
        raise UnreadableError(f"{name}: brackets are left open; give the history as released")
    return open_[0][0]


def _fills(slot: Slot, expression: Expression) -> Iterator[Fill]:
    """The fills that an expression stands for: several in `(all-of ...)`, else one."""
    items = _items(expression)
    if items and items[0] in ("all-of", "optional"):
        for one in items[1:]:
            yield from _fills(slot, one)
    elif items and items[0] == "xref":
        yield Fill(values=tuple(_values(slot, items[1])), references=tuple(_values(slot, items[2])))
    else:
        yield Fill(values=tuple(_values(slot, expression)))


def _values(slot: Slot, expression: Expression) -> Iterator[str]:
    items = _items(expression)
    if items and items[0] == "or":
        for one in items[1:]:
            yield from _values(slot, one)
    elif items and items[0] == "range":
        yield canonical_date(" - ".join("" if end == "nil" else _word(end) for end in items[1:]))
    elif items and items[0] == "location":
        yield canonical_location(": ".join(_place(one) for one in items[1:]))
    elif not items:
        word = _word(expression)
        yield canonical_date(word) if slot is Slot.DATE else canonical_number(unquoted(word))


def _place(expression: Expression) -> str:
    items = _items(expression)
    if not items:
        return _word(expression)
    if items[0] == "qualified":
        return f"{_word(items[1])} ({_place(items[2])})"
    joined = {"between": " - ", "or": "/", "range": " - "}
    return joined.get(str(items[0]), ": ").join(_place(one) for one in items[1:])
