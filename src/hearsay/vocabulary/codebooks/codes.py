"""Columns, codes and countries of the codebooks. Data: the tables beside this file, which name their sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files

from hearsay.vocabulary.countries import countries


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryCodes:
    """One country in the codebooks; a field is None where that codebook does not know it.

    `gtd_region` is a number of GTD's regions; `gw` is the Gleditsch-Ward state number that UCDP uses.
    """

    alpha2: str
    gtd: int | None
    gtd_name: str | None
    gtd_region: int | None
    acled_region: str | None
    acled_name: str
    gw: int | None
    ucdp_name: str
    ucdp_region: str | None


def _rows(name: str) -> Iterator[list[str]]:
    text = files("hearsay.vocabulary.codebooks").joinpath(name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _text(field: str) -> str | None:
    return None if field == "-" else field


def _number(field: str) -> int | None:
    return None if field == "-" else int(field)


@cache
def columns(codebook: str) -> tuple[str, ...]:
    """The columns of `gtd`, `acled` or `ucdp`, in the order of its file."""
    return tuple(column for name, column in _rows("columns.tsv") if name == codebook)


@cache
def gtd_labels(variable: str) -> Mapping[int, str]:
    """The labels of a GTD variable by code: region, attacktype, targtype, weaptype, weapsubtype, claimmode."""
    return {int(code): label for name, code, label in _rows("gtd_codes.tsv") if name == variable}


@cache
def _countries() -> Mapping[str, CountryCodes]:
    found = {}
    for row in _rows("countries.tsv"):
        name = countries()[row[0]].name
        found[row[0]] = CountryCodes(
            alpha2=row[0],
            gtd=_number(row[1]),
            gtd_name=_text(row[2]),
            gtd_region=_number(row[3]),
            acled_region=_text(row[4]),
            acled_name=_text(row[5]) or name,
            gw=_number(row[6]),
            ucdp_name=_text(row[7]) or name,
            ucdp_region=_text(row[8]),
        )
    return found


@cache
def _former() -> tuple[tuple[str, date, CountryCodes], ...]:
    """Countries of today by alpha-2, until when another state was there, and GTD's codes of that one."""
    return tuple(
        (
            alpha2,
            date.fromisoformat(until),
            replace(_countries()[alpha2], gtd=int(gtd), gtd_name=name, gtd_region=int(region)),
        )
        for until, gtd, name, region, territories in _rows("former_states.tsv")
        for alpha2 in territories.split(";")
    )


def country_codes(alpha2: str | None, on: date | None = None) -> CountryCodes | None:
    """The codes of a country by ISO 3166-1 alpha-2 (3166-3 for former states); None when no codebook knows it.

    GTD counts an incident to the state of its day: with `on`, one in Prague in 1985 is Czechoslovakia's.
    """
    if alpha2 is None:
        return None
    if on is not None:
        for territory, until, codes in _former():
            if territory == alpha2 and on <= until:
                return codes
    return _countries().get(alpha2)
