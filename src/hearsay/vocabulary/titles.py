"""Titles before names ("Lt. Col. Doe", "Interior Minister Ahmed", "Sheikh Omar") and what they say of an office.

Data: `data/titles.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from hearsay.records.actor import ActorKind
from hearsay.vocabulary.kinds import rows

_WORD = re.compile(r"[^\s,]+")
_SIDES = {"military": ActorKind.STATE_FORCE, "police": ActorKind.STATE_FORCE, "government": ActorKind.GOVERNMENT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title as written in full (`role`), and its field.

    Fields: military, police, government, religious, royal, tribal, medical, academic, legal, business, party, armed,
    courtesy, modifier, portfolio. `office`: its bearer holds a post; courtesies and modifiers ("former") hold none.
    """

    form: str
    role: str
    field: str
    office: bool

    @property
    def side(self) -> ActorKind | None:
        """The kind of actor that its bearer speaks for, None where the title leaves it open."""
        return _SIDES.get(self.field)


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """A name cut into its titles and what is left of it; `role` is the titles in full, None without an office."""

    titles: tuple[Title, ...]
    rest: str

    @property
    def role(self) -> str | None:
        """The titles in full, in their order, without courtesies: "deputy interior minister"."""
        if not any(title.office for title in self.titles):
            return None
        return " ".join(title.role for title in self.titles if title.field != "courtesy")

    @property
    def former(self) -> bool:
        """True when the title says that the office is held no more."""
        return any(title.role in ("former", "late", "ousted", "deposed", "then") for title in self.titles)


@cache
def titles() -> Mapping[str, Title]:
    """All titles by their form in lower case, without full stops."""
    return {
        _key(form): Title(form=form, role=role, field=field, office=office == "yes")
        for form, role, field, office in rows("titles.tsv")
    }


def _key(text: str) -> str:
    return re.sub(r"\.", "", text).casefold().replace("’", "'")


@cache
def _longest() -> int:
    return max(len(form.split()) for form in titles())


def title(text: str) -> Title | None:
    """The title that these words are, all of them, or None."""
    return titles().get(_key(" ".join(text.split())))


def leading_titles(name: str) -> Titled:
    """The titles at the beginning of a name, and the rest.

    "Deputy Interior Minister Ali" has three, whose role is "deputy interior minister", and the rest "Ali". Whether the
    rest is a person's name is for the caller to know: "General Motors" loses its first word here.
    """
    words = list(_WORD.finditer(name))
    found: list[Title] = []
    index = 0
    while index < len(words):
        size, hit = _next_title(name, words, index)
        if hit is None:
            break
        found.append(hit)
        index += size
    while found and found[-1].field in ("modifier", "portfolio"):
        index -= len(found.pop().form.split())  # a modifier without its office belongs to the name
    return Titled(titles=tuple(found), rest=name[words[index].start() :].strip() if index < len(words) else "")


def _next_title(name: str, words: list[re.Match[str]], index: int) -> tuple[int, Title | None]:
    for size in range(min(_longest(), len(words) - index), 0, -1):
        text = name[words[index].start() : words[index + size - 1].end()]
        hit = title(text)
        if hit is not None:
            return size, hit
    return 0, None
