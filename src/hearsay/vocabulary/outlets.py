"""News agencies and outlets: who carries a report, and whose it is.

Data: `data/outlets.tsv`, where each row names its source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from hearsay.records.actor import ActorKind
from hearsay.vocabulary.kinds import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A news agency or an outlet. `country` is ISO 3166-1 alpha-2, None when it has none; `domains` without "www."."""

    name: str
    kind: ActorKind
    country: str | None
    domains: tuple[str, ...]
    aliases: tuple[str, ...]
    source: str

    @property
    def is_agency(self) -> bool:
        """True for those whose work others carry."""
        return self.kind is ActorKind.NEWS_AGENCY


@cache
def outlets() -> tuple[Outlet, ...]:
    """All rows, agencies first."""
    return tuple(
        Outlet(
            name=name,
            kind=ActorKind(kind),
            country=None if country == "-" else country,
            domains=_listed(domains),
            aliases=_listed(aliases),
            source=source,
        )
        for name, kind, country, domains, aliases, source in rows("outlets.tsv")
    )


def outlet_named(name: str) -> Outlet | None:
    """The outlet or agency of that name or alias.

    A name of four or fewer letters counts only when written in capitals or as in the data ("AA", "dpa"; not "ana", a
    person's name); longer ones in any case. A leading "the" is ignored. Agencies joined in one credit
    ("NZPA-Reuter") are one source under the name that the credit gives them.
    """
    words = _folded(name)
    if len(words) > SHORT_NAME:
        return _by_folded_name().get(words) or _joint(name)
    return _by_short_name().get(_unarticled(name)) or _by_short_name().get(_unarticled(name).replace(".", ""))


def _joint(name: str) -> Outlet | None:
    parts = re.split(r"[/-]", " ".join(name.split()))
    if not 2 <= len(parts) <= 3 or not all(part and agency_named(part.strip()) for part in parts):
        return None
    return Outlet(name=name, kind=ActorKind.NEWS_AGENCY, country=None, domains=(), aliases=(), source="its credit")


def agency_named(name: str) -> Outlet | None:
    """Like `outlet_named`, for news agencies only."""
    found = outlet_named(name)
    return found if found and found.is_agency else None


def outlet_at(host: str) -> Outlet | None:
    """The outlet whose site the host belongs to: `edition.cnn.com` is CNN's."""
    parts = host.lower().rstrip(".").split(".")
    for start in range(len(parts) - 1):
        if found := _by_domain().get(".".join(parts[start:])):
            return found
    return None


SHORT_NAME = 4


def _listed(field: str) -> tuple[str, ...]:
    return () if field == "-" else tuple(field.split("|"))


def _unarticled(name: str) -> str:
    return re.sub(r"^the\s+", "", " ".join(name.split()), flags=re.IGNORECASE)


def _folded(name: str) -> str:
    return re.sub(r"[\s._-]+", " ", _unarticled(name)).strip().casefold()


@cache
def _by_folded_name() -> dict[str, Outlet]:
    found: dict[str, Outlet] = {}
    for outlet in outlets():
        for name in (outlet.name, *outlet.aliases):
            found.setdefault(_folded(name), outlet)
    return found


@cache
def _by_short_name() -> dict[str, Outlet]:
    found: dict[str, Outlet] = {}
    for outlet in outlets():
        for name in (outlet.name, *outlet.aliases):
            short = _unarticled(name)
            if len(_folded(name)) <= SHORT_NAME:
                found.setdefault(short, outlet)
                found.setdefault(short.upper(), outlet)
    return found


@cache
def _by_domain() -> dict[str, Outlet]:
    return {domain: outlet for outlet in outlets() for domain in outlet.domains}
