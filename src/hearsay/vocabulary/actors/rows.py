"""Rows of the actor registry, and how they are read: the shipped table, and a file of the user's own.

A user's file is CSV (with a head line) or JSON (a list of objects) with these fields, of which only `id` must be there:
`id`, `name`, `kind`, `countries`, `aliases`, `parent`, `relation`, `first_year`, `last_year`, `source`, `remove`.
Several values in a CSV cell are parted by ";". A row whose id the registry knows changes only the fields that it fills;
its aliases are added, one that begins with "-" is taken away. `remove` = "yes" takes the whole row away.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

from hearsay.errors import InputError, UnreadableError, UsageError
from hearsay.records.actor import ActorKind
from hearsay.vocabulary.countries import countries_of

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
FIELDS = (
    "id", "name", "kind", "countries", "aliases", "parent", "relation", "first_year", "last_year", "source", "remove",
)  # fmt: skip
RELATIONS = frozenset({"faction of", "wing of", "affiliate of", "part of", "successor of"})
GLOSSES = frozenset({
    "Kashmir", "Gaza", "Taliban", "Balochistan", "Macedonia", "Puerto Rico", "French police", "NGO", "society",
    "Real IRA splinter",
})  # fmt: skip
"""What canonical names have in brackets to tell namesakes apart, beside countries."""
WEAK = "?"  # begins an alias that stands for the actor only where the text has named it otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """An actor that the registry knows.

    `countries` are ISO 3166-1 alpha-2 (3166-3 for states that are no more), the one it belongs to first; empty for
    bodies of the world. `aliases` are other full names and acronyms; `short_forms` stand for it only where the text
    has named it otherwise ("Jhangvi", "the Front"). `parent` is the id of the row that it is a `relation`
    ("faction of", "wing of", ...) to. Years are those of activity, None where unknown or still active. `source` says
    where the facts of the row are from.
    """

    id: str
    name: str
    kind: ActorKind
    countries: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    short_forms: tuple[str, ...] = ()
    parent: str | None = None
    relation: str | None = None
    first_year: int | None = None
    last_year: int | None = None
    source: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The canonical name, without and with what tells it from namesakes, then the aliases."""
        return tuple(dict.fromkeys((plain_name(self.name), self.name, *self.aliases)))


def plain_name(name: str) -> str:
    """A canonical name as the press writes it: "National Liberation Army (Peru)" without its brackets.

    Brackets that are part of the name stay: "Communist Party of India (Maoist)".
    """
    head, bracket, gloss = name.partition(" (")
    gloss = gloss.removesuffix(")")
    return head if bracket and (gloss in GLOSSES or countries_of(gloss)) else name


def shipped_rows() -> Iterator[ActorRow]:
    """The rows of `actors.tsv`, in its order."""
    text = files("hearsay.vocabulary").joinpath("data", "actors.tsv").read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), start=1):
        if line and not line.startswith("#"):
            fields = dict(zip(FIELDS, line.split("\t"), strict=False))
            yield _row({name: value for name, value in fields.items() if value != "-"}, f"actors.tsv, line {number}")


def with_changes(rows: Mapping[str, ActorRow], path: Path) -> dict[str, ActorRow]:
    """The rows with those of a user's file added, changed and taken away.

    Raises:
        UsageError: the file is not there, or is neither CSV nor JSON by its name.
        InputError: a row of it cannot be used; the message names the line and the way out.
    """
    changed = dict(rows)
    for where, fields in _own_fields(path):
        unknown = sorted(set(fields) - set(FIELDS))
        if unknown:
            raise InputError(f"{where}: unknown field {unknown[0]!r}; the fields are {', '.join(FIELDS)}")
        key = fields.get("id", "").strip()
        if not key:
            raise InputError(f"{where}: the row has no id; give it a new one, or that of the row it changes")
        if key not in changed and not _ID.fullmatch(key):
            raise InputError(f"{where}: {key!r} is no id; make one of small letters, digits and '-'")
        if fields.get("remove", "").casefold() in {"yes", "true", "1"}:
            if changed.pop(key, None) is None:
                raise InputError(f"{where}: there is no row {key!r} to remove; check the id")
        elif key in changed:
            changed[key] = _merged(changed[key], fields, where)
        else:
            changed[key] = _row({"source": str(path.name), **fields}, where)
    _check_parents(changed, path)
    return changed


def _own_fields(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    if not path.is_file():
        raise UsageError(f"no actor file at {str(path)!r}; give the path of a CSV or JSON file")
    ending = path.suffix.casefold()
    if ending not in {".csv", ".json"}:
        raise UsageError(f"{str(path)!r} is neither .csv nor .json; an actor file is one of these")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError(f"{str(path)!r} is not UTF-8 (byte {error.start}); save it as UTF-8") from error
    return _json_fields(text, path) if ending == ".json" else _csv_fields(text, path)


def _csv_fields(text: str, path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    reader = csv.DictReader(text.splitlines())
    head = reader.fieldnames or ()
    if len(head) == 1 and ";" in head[0]:
        raise InputError(f"{path.name}, line 1: the cells are parted by ';'; save the table with commas between them")
    for row in reader:
        where = f"{path.name}, line {reader.line_num}"
        if None in row:
            raise InputError(f"{where}: more cells than the head line has; put cells with commas in quotes")
        yield where, {name.strip(): value.strip() for name, value in row.items() if value and value.strip()}


def _json_fields(text: str, path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    try:
        listed = json.loads(text)
    except json.JSONDecodeError as error:
        raise UnreadableError(f"{path.name}, line {error.lineno}: not JSON ({error.msg}); mend it there") from error
    if not isinstance(listed, list) or not all(isinstance(item, dict) for item in listed):
        raise InputError(f"{path.name}: a list of objects is needed, one object an actor")
    for number, item in enumerate(listed, start=1):
        fields = {
            str(name): ";".join(map(str, value)) if isinstance(value, list) else str(value)
            for name, value in item.items()
            if value not in (None, "", [])
        }
        yield f"{path.name}, object {number}", fields


def _row(fields: Mapping[str, str], where: str) -> ActorRow:
    for needed in ("id", "name", "kind"):
        if not fields.get(needed):
            raise InputError(f"{where}: a new row needs a {needed}")
    aliases = _several(fields.get("aliases"))
    return ActorRow(
        id=fields["id"],
        name=fields["name"],
        kind=_kind(fields["kind"], where),
        countries=_countries(fields.get("countries"), where),
        aliases=tuple(alias for alias in aliases if not alias.startswith(WEAK)),
        short_forms=tuple(alias.removeprefix(WEAK).strip() for alias in aliases if alias.startswith(WEAK)),
        parent=fields.get("parent"),
        relation=_relation(fields.get("relation"), where),
        first_year=_year(fields.get("first_year"), where),
        last_year=_year(fields.get("last_year"), where),
        source=_several(fields.get("source")),
    )


def _merged(row: ActorRow, fields: Mapping[str, str], where: str) -> ActorRow:
    base = {"id": row.id, "name": row.name, "kind": row.kind.value}
    new = _row({**base, **fields, "aliases": ""}, where)
    listed = _several(fields.get("aliases"))
    dropped = {alias[1:].strip() for alias in listed if alias.startswith("-")}
    added = [alias for alias in listed if not alias.startswith("-")]
    aliases = [*row.aliases, *(a for a in added if not a.startswith(WEAK))]
    short = [*row.short_forms, *(a.removeprefix(WEAK).strip() for a in added if a.startswith(WEAK))]
    return replace(
        row,
        name=new.name,
        kind=new.kind,
        countries=new.countries or row.countries,
        aliases=tuple(dict.fromkeys(a for a in aliases if a not in dropped)),
        short_forms=tuple(dict.fromkeys(a for a in short if a not in dropped)),
        parent=new.parent or row.parent,
        relation=new.relation or row.relation,
        first_year=new.first_year if new.first_year is not None else row.first_year,
        last_year=new.last_year if new.last_year is not None else row.last_year,
        source=(*row.source, *(s for s in new.source if s not in row.source)),
    )


def _check_parents(rows: Mapping[str, ActorRow], path: Path) -> None:
    for row in rows.values():
        if row.parent is not None and row.parent not in rows:
            raise InputError(
                f"{path.name}: {row.id!r} has the parent {row.parent!r}, which is no row; "
                "add that row, or give another parent"
            )


def _several(field: str | None) -> tuple[str, ...]:
    return tuple(value.strip() for value in (field or "").split(";") if value.strip())


def _kind(value: str, where: str) -> ActorKind:
    try:
        return ActorKind(value.strip().casefold())
    except ValueError:
        kinds = ", ".join(kind.value for kind in ActorKind)
        raise InputError(f"{where}: unknown kind {value!r}; the kinds are {kinds}") from None


def _countries(value: str | None, where: str) -> tuple[str, ...]:
    listed = _several(value)
    for code in listed:
        if len(code) != 2 or not (code.isascii() and code.isalpha() and code.isupper()):
            raise InputError(f"{where}: {code!r} is no country; give ISO 3166-1 alpha-2 codes such as PK;AF")
    return listed


def _relation(value: str | None, where: str) -> str | None:
    if value is not None and value not in RELATIONS:
        raise InputError(f"{where}: unknown relation {value!r}; the relations are {', '.join(sorted(RELATIONS))}")
    return value


def _year(value: str | None, where: str) -> int | None:
    if value is None:
        return None
    if not value.isascii() or not value.isdigit() or not 1500 <= int(value) <= 2200:
        raise InputError(f"{where}: {value!r} is no year; give four digits, or leave it empty")
    return int(value)
