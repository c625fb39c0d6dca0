"""MUC-4's files as they were released: the messages with their keys, and the same in the form of GRIT and GTT.

1,300 messages DEV, to learn from and to look at; TST1 and TST2, the development yardstick since 2020. TST3 and TST4
are held back: their keys serve to validate the scorers with the answers of others, their texts are not read here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from hearsay.errors import UsageError
from hearsay.evaluation.muc4.modern import ROLES, TYPE, Entity, ModernTemplate, entity
from hearsay.evaluation.muc4.templates import Template, read_templates

PARTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "tst1": ("tst1/tst1-muc3", "tst1/key-tst1.v7"),
        "tst2": ("tst2/tst2-muc4", "tst2/key-tst2.v4"),
    }
)
DEV = tuple(f"dev-{first:04d}" for first in range(1, 1301, 100))
_MESSAGE = re.compile(r"^((?:DEV|TST\d)-MUC\d-\d{4})[^\n]*\n", re.MULTILINE)
_DATED = re.compile(r"\b(\d{1,2}) (JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]* (\d\d)\b")
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_HEAD = 300  # characters: the dateline stands within them


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message: its text without the line that names it, its date (ISO 8601, None where it has none), its key."""

    id: str
    text: str
    dated: str | None
    key: tuple[Template, ...]


def read_part(root: Path, part: str) -> list[Message]:
    """The messages of `"tst1"`, `"tst2"` or a hundred of DEV by its first number, such as `"dev-0001"`.

    Raises:
        UsageError: the part is not in the release below `root`, the folder of the corpus.
    """
    texts, keys = part_files(root, part)
    for path in (texts, keys):
        if not path.is_file():
            raise UsageError(f"there is no {str(path)!r}; the yardstick muc4 needs the release of 1992 there")
    key = read_templates(keys)
    return [
        Message(id=name, text=text, dated=_dated(text), key=key.get(name, ()))
        for name, text in _messages(texts.read_text(encoding="latin-1"))
    ]


def part_files(root: Path, part: str) -> tuple[Path, Path]:
    """The files of a part's texts and keys."""
    folder = root / "muc34" / "TASK" / "CORPORA"
    if part in PARTS:
        texts, keys = PARTS[part]
        return folder / texts, folder / keys
    first = int(part.rsplit("-", 1)[-1])
    return folder / f"dev/dev-muc3-{first:04d}-{first + 99:04d}", folder / f"dev/key-dev-{first:04d}.muc4"


def _messages(text: str) -> Iterator[tuple[str, str]]:
    heads = list(_MESSAGE.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    for head, end in zip(heads, ends, strict=True):
        yield head[1], text[head.end() : end].strip() + "\n"


def _dated(text: str) -> str | None:
    found = _DATED.search(text[:_HEAD])
    if found is None:
        return None
    return f"19{found[3]}-{_MONTHS.index(found[2]) + 1:02d}-{int(found[1]):02d}"


def read_modern(path: Path) -> dict[str, tuple[ModernTemplate, ...]]:
    """The templates of a file of GTT's, by message; one told twice in the same words counts once, as there."""
    found: dict[str, tuple[ModernTemplate, ...]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        told = report["templates"]
        once = [one for at, one in enumerate(told) if one not in told[:at]]
        found[report["docid"]] = tuple(modern_template(one) for one in once)
    return found


def modern_template(told: Mapping[str, object]) -> ModernTemplate:
    """One template of GTT's JSON: entities are lists of mentions, each a string or a pair of string and offset."""
    return ModernTemplate(type=str(told[TYPE]), roles={role: entities(told.get(role, ())) for role in ROLES})


def entities(told: object) -> tuple[Entity, ...]:
    """The fillers of a role in the JSON of GRIT and GTT."""
    listed = told if isinstance(told, Sequence) else ()
    return tuple(
        entity([mention if isinstance(mention, str) else str(mention[0]) for mention in one]) for one in listed if one
    )


def read_pooled(path: Path) -> dict[str, dict[str, tuple[Entity, ...]]]:
    """The fillers by role of a file of GRIT's, by message."""
    reports = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return {one["docid"]: {role: entities(one["extracts"][role]) for role in ROLES} for one in reports}
