"""Incident kinds, their counterparts in the codebooks, and the words that tell of them.

Data: `data/incident_kinds.tsv`, `data/incident_triggers.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FOUND_LATER = frozenset({"die", "dead", "death", "body", "corpse", "toll", "fatality"})
"""Words for what may come days after the event: the wounded die, bodies are found."""


def rows(name: str) -> Iterator[list[str]]:
    """The fields of each line of a tab-separated data file, without comments and blank lines."""
    text = files("hearsay.vocabulary").joinpath("data", name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentKind:
    """A kind of incident. Kinds of one `group` may name one incident; the one of the highest `rank` says most.

    `gtd` is the attack type's number, None where GTD has no such attack; the other fields are the codebooks' words.
    """

    name: str
    group: str
    rank: int
    gtd: int | None
    acled_event: str
    acled_sub_event: str
    plover_event: str
    plover_mode: str | None
    muc4: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A word that tells of an incident; `role` as in the data file's head; `partner` a particle or object noun."""

    lemma: str
    partner: str | None
    tag: str
    kind: str
    role: str

    @property
    def effect(self) -> str | None:
        """The count that an effect trigger tells ("killed"), else None."""
        return self.role.partition(":")[2] or None


def _optional(text: str) -> str | None:
    return None if text == "-" else text


@cache
def kinds() -> dict[str, IncidentKind]:
    """All incident kinds by name."""
    return {
        name: IncidentKind(
            name=name,
            group=group,
            rank=int(rank),
            gtd=None if gtd == "-" else int(gtd),
            acled_event=event,
            acled_sub_event=sub_event,
            plover_event=plover,
            plover_mode=_optional(mode),
            muc4=_optional(muc4),
        )
        for name, group, rank, gtd, event, sub_event, _ucdp, plover, mode, muc4 in rows("incident_kinds.tsv")
    }


@cache
def triggers() -> dict[tuple[str, str], tuple[Trigger, ...]]:
    """Triggers by lemma and part of speech; those with a partner word come first."""
    found: dict[tuple[str, str], list[Trigger]] = {}
    for word, tag, kind, role in rows("incident_triggers.tsv"):
        lemma, _, partner = word.partition("|")
        trigger = Trigger(lemma=lemma, partner=partner or None, tag=tag, kind=kind, role=role)
        found.setdefault((lemma, tag), []).append(trigger)
    return {key: tuple(sorted(listed, key=lambda t: t.partner is None)) for key, listed in found.items()}
