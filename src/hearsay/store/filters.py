"""What to choose from a list. A field left None chooses everything; several given must all hold.

`since` and `until` are EDTF dates (`2016`, `2016-10`, `2016-10-24`), both included: an incident dated "2014-10/2016-10"
is chosen when that stretch touches the days asked for; one without a date never is. Names are compared without regard
to case and accents. `text` is searched in the report's words: all of its words, phrases in double quotes.
`limit` and `offset` cut the list, as pages need it.
"""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.errors import UsageError
from hearsay.records.actor import ActorKind
from hearsay.records.belief import ClaimStatus
from hearsay.records.incident import Claims, Stance
from hearsay.records.relation import RelationKind
from hearsay.records.statement import Certainty, Form
from hearsay.store.days import days_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """The part of a list that is wanted.

    Raises:
        UsageError: when `limit` or `offset` is negative.
    """

    limit: int | None = None
    offset: int = 0

    def __post_init__(self) -> None:
        for name, value in (("limit", self.limit), ("offset", self.offset)):
            if value is not None and value < 0:
                raise UsageError(f"{name} must be 0 or more, got {value!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFilter(Cut):
    """Which reports. `since` and `until` ask for the date of publication."""

    text: str | None = None
    outlet: str | None = None
    agency: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentFilter(Cut):
    """Which incidents. `actor` is the id or a name of one said to have done it, `place` a name or part of one,
    `country` ISO 3166-1 alpha-2, `report` and `incident` full ids."""

    kind: str | None = None
    since: str | None = None
    until: str | None = None
    country: str | None = None
    place: str | None = None
    actor: str | None = None
    stance: Stance | None = None
    claims: Claims | None = None
    text: str | None = None
    report: str | None = None
    incident: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter(Cut):
    """Which claims. `stance` is claimed or denied, both when None; `actor` an id or a name.

    Raises:
        UsageError: when `stance` is one that others take.
    """

    actor: str | None = None
    stance: Stance | None = None
    since: str | None = None
    until: str | None = None
    report: str | None = None
    incident: str | None = None

    def __post_init__(self) -> None:
        Cut.__post_init__(self)
        if self.stance not in (None, Stance.CLAIMED, Stance.DENIED):
            raise UsageError(f"a claim is claimed or denied, not {self.stance.value!r}; ask for incidents instead")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFilter(Cut):
    """Which statements. `speaker` is the id or a name of anyone in the chain; `about` the id of what is said."""

    speaker: str | None = None
    about: str | None = None
    form: Form | None = None
    certainty: Certainty | None = None
    text: str | None = None
    report: str | None = None
    statement: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorFilter(Cut):
    """Which actors. `name` is one of the names, or part of one."""

    name: str | None = None
    kind: ActorKind | None = None
    country: str | None = None
    registry_id: str | None = None
    report: str | None = None
    actor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationFilter(Cut):
    """Which relations. `actor` is the id or a name of either end."""

    actor: str | None = None
    kind: RelationKind | None = None
    report: str | None = None
    relation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFilter(Cut):
    """Which cases. `actor` is a name of one said to have done it, `place` a name or part of one, `country` ISO 3166-1
    alpha-2, `claims` how the claims of responsibility stand, `case` a full id or its beginning."""

    kind: str | None = None
    since: str | None = None
    until: str | None = None
    country: str | None = None
    place: str | None = None
    actor: str | None = None
    stance: Stance | None = None
    claims: ClaimStatus | None = None
    case: str | None = None


def bounds(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    """The first day of `since` and the last of `until`, as `YYYY-MM-DD`; None where nothing is asked.

    Raises:
        UsageError: when one is no date.
    """
    return _day(since, "since", 0), _day(until, "until", 1)


def _day(date: str | None, name: str, end: int) -> str | None:
    if date is None:
        return None
    days = days_of(date)
    if days is None or "/" in date:
        raise UsageError(f"{name} must be a date such as 2016, 2016-10 or 2016-10-24, got {date!r}")
    return days[end]
