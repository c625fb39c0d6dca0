"""What to choose from the cases, as it stands in an address: `/incidents?since=2031&disputed=yes`.

Every field that is empty chooses everything; several given must all hold. An address with the same fields always
means the same choice, so that it can be kept, sent and cited.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Self

from hearsay.errors import UsageError
from hearsay.records.belief import ClaimStatus
from hearsay.records.incident import Stance
from hearsay.store.days import days_of

SORTS = {
    "time": "latest first",
    "-time": "earliest first",
    "killed": "most killed first",
    "origins": "most origins first",
    "reports": "most reports first",
}
LONGEST = 200  # characters of a field
FURTHEST = 1_000_000  # pages
YES = "yes"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFilter:
    """Which cases, in which order, which page of them.

    text: words that are all in what is said about it; `since`, `until`: EDTF days, months or years, both included;
    place: a part of a name; country: ISO 3166-1 alpha-2; actor: a part of a name, or the id of an actor's page;
    stance: of that actor, or of any; kind; claims: how the claims stand; origins: at least so many;
    disputed: only where the toll is; box: west,south,east,north in degrees.
    """

    text: str = ""
    since: str = ""
    until: str = ""
    place: str = ""
    country: str = ""
    actor: str = ""
    stance: str = ""
    kind: str = ""
    claims: str = ""
    origins: int = 0
    disputed: str = ""
    box: str = ""
    sort: str = "time"
    page: int = 1

    def __post_init__(self) -> None:
        for name in ("since", "until"):
            value = getattr(self, name)
            if value and ("/" in value or days_of(value) is None):
                raise UsageError(f"{name} must be a date such as 2016, 2016-10 or 2016-10-24, got {value!r}")
        _one_of("stance", self.stance, Stance)
        _one_of("claims", self.claims, ClaimStatus)
        _one_of("disputed", self.disputed, (YES,))
        _one_of("sort", self.sort, SORTS)
        if not 1 <= self.page <= FURTHEST:
            raise UsageError(f"page must be 1 to {FURTHEST}, got {self.page}")
        if not 0 <= self.origins <= FURTHEST:
            raise UsageError(f"origins must be 0 to {FURTHEST}, got {self.origins}")
        self.corners()

    @classmethod
    def of(cls, given: Mapping[str, str]) -> Self:
        """The filter of an address's fields; unknown ones are passed over.

        Raises:
            UsageError: a field's value is none of its values.
        """
        known: dict[str, str | int] = {}
        for field in fields(cls):
            value = given.get(field.name, "").strip()
            if len(value) > LONGEST or "\x00" in value:
                raise UsageError(f"{field.name} is longer than {LONGEST} characters, or holds characters of no text")
            if value:
                known[field.name] = _whole(field.name, value) if field.name in ("origins", "page") else value
        return cls(**known)  # type: ignore[arg-type]

    def address(self) -> dict[str, str]:
        """The fields that are not as they are by default, in their order: what stands behind the `?`."""
        return {
            field.name: str(value) for field in fields(self) if (value := getattr(self, field.name)) != field.default
        }

    def but(self, **changed: str | int) -> Self:
        """The same choice but for these fields, from its first page."""
        return replace(self, **{"page": 1, **changed})  # type: ignore[arg-type]

    def corners(self) -> tuple[float, float, float, float] | None:
        """West, south, east, north of the box."""
        if not self.box:
            return None
        try:
            west, south, east, north = (float(part) for part in self.box.split(","))
        except ValueError as error:
            raise UsageError(f"box must be west,south,east,north in degrees, got {self.box!r}") from error
        fit = -180 <= west < east <= 180 and -90 <= south < north <= 90
        if not fit or not all(map(math.isfinite, (west, south, east, north))):
            raise UsageError(f"box must be west,south,east,north in degrees, got {self.box!r}")
        return west, south, east, north


def _whole(name: str, value: str) -> int:
    try:
        return int(value)
    except ValueError as error:
        raise UsageError(f"{name} must be a whole number, got {value!r}") from error


def _one_of(name: str, value: str, allowed: object) -> None:
    values = [str(getattr(one, "value", one)) for one in allowed]  # type: ignore[attr-defined]
    if value and value not in values:
        raise UsageError(f"{name} must be one of {', '.join(values)}, got {value!r}")
