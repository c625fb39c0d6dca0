"""Ethnic and religious communities: "Shia Muslims", "Kurds", "Hutu". As such they are civilians.

Data: `data/communities.tsv`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from hearsay.records.actor import ActorKind
from hearsay.vocabulary.folding import fold
from hearsay.vocabulary.kinds import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Community:
    """A community; `sort` is "ethnic" or "religious", `countries` (alpha-2) where reports of violence place it."""

    name: str
    sort: str
    countries: tuple[str, ...]
    other_names: tuple[str, ...]

    @property
    def kind(self) -> ActorKind:
        """Civilians: a community does not fight, armed groups do, whatever they say of themselves."""
        return ActorKind.CIVILIANS


def _several(field: str) -> tuple[str, ...]:
    return () if field == "-" else tuple(field.split(";"))


@cache
def communities() -> Mapping[str, Community]:
    """All communities by name."""
    return {
        name: Community(name=name, sort=sort, countries=_several(codes), other_names=_several(others))
        for name, sort, codes, others in rows("communities.tsv")
    }


@cache
def _by_name() -> Mapping[str, Community]:
    found: dict[str, Community] = {}
    for row in communities().values():
        for name in (row.name, *row.other_names):
            found.setdefault(fold(name), row)
    return found


def community(name: str) -> Community | None:
    """The community of a name, singular or plural, or None. Its first letter or that of its last word is a capital.

    "Moor" is a community and "moor" is none; "ethnic Albanians" is one.
    """
    words = name.split()
    if not words or not (words[0][0].isupper() or words[-1][0].isupper()):
        return None
    return _by_name().get(fold(name).removeprefix("the "))
