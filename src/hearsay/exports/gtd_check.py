"""The rules that a GTD row has to keep: codes with their labels, and what one column says about another."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping

from hearsay.exports.base import Fault
from hearsay.vocabulary.codebooks.codes import gtd_labels

_YES_NO = frozenset({"0", "1"})
_YES_NO_UNKNOWN = _YES_NO | {"-9"}
_BINARY = ("extended", "multiple", "success", "suicide", "individual", "crit1", "crit2", "crit3")
_TERNARY = ("doubtterr", "vicinity", "property", "ishostkid", "ransom", "claimed", "claim2", "claim3", "compclaim")
_TERNARY_INT = ("INT_LOG", "INT_IDEO", "INT_MISC", "INT_ANY")
_COUNTS = ("nkill", "nkillus", "nkillter", "nwound", "nwoundus", "nwoundte")
_CODED = {
    "region": "region",
    **{f"attacktype{n}": "attacktype" for n in "123"},
    **{f"targtype{n}": "targtype" for n in "123"},
    **{f"weaptype{n}": "weaptype" for n in "1234"},
    **{f"weapsubtype{n}": "weapsubtype" for n in "1234"},
    **{f"claimmode{n}": "claimmode" for n in ("", "2", "3")},
}
_REQUIRED = ("eventid", "iyear", "imonth", "iday", "attacktype1", "targtype1", "gname", "weaptype1", "specificity")


def check_row(number: int, cells: Mapping[str, str], seen: set[str]) -> Iterator[Fault]:
    """The faults of one row; `seen` holds the ids of the rows before it."""
    for column, message in _faults(cells):
        yield Fault(row=number, column=column, message=message)
    if cells["eventid"] in seen:
        yield Fault(row=number, column="eventid", message=f"{cells['eventid']!r} is given twice")
    seen.add(cells["eventid"])


def _faults(cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for column in _REQUIRED:
        if not cells[column]:
            yield column, "is empty"
    yield from _codes(cells)
    yield from _date(cells)
    yield from _numbers(cells)
    yield from _perpetrators(cells)


def _codes(cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for column, variable in _CODED.items():
        code = cells[column]
        labels = gtd_labels(variable)
        if code and (not code.isdecimal() or int(code) not in labels):
            yield column, f"{code!r} is no code of {variable}"
        elif code and cells[f"{column}_txt"] != labels[int(code)]:
            yield f"{column}_txt", f"{cells[f'{column}_txt']!r} is not the label of {code}: {labels[int(code)]!r}"
        elif not code and cells[f"{column}_txt"]:
            yield f"{column}_txt", "a label without its code"
    for columns, allowed in ((_BINARY, _YES_NO), (_TERNARY, _YES_NO_UNKNOWN), (_TERNARY_INT, _YES_NO_UNKNOWN)):
        for column in columns:
            if cells[column] and cells[column] not in allowed:
                yield column, f"{cells[column]!r} is none of {', '.join(sorted(allowed))}"
    if cells["specificity"] not in {"", "1", "2", "3", "4", "5"}:
        yield "specificity", f"{cells['specificity']!r} is none of 1 to 5"


def _date(cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if not all(re.fullmatch(r"\d{1,4}", cells[column]) for column in ("iyear", "imonth", "iday")):
        yield "iyear", "the date is not made of whole numbers"
        return
    year, month, day = (int(cells[column]) for column in ("iyear", "imonth", "iday"))
    if month > 12 or year < 1 or (month and day > calendar.monthrange(year, month)[1]) or (day and not month):
        yield "iday", f"there is no day {year}-{month}-{day}"
    if not re.fullmatch(rf"{year:04}{month:02}{day:02}\d{{4}}", cells["eventid"]):
        yield "eventid", f"{cells['eventid']!r} is not the date with a serial number of four digits"


def _numbers(cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for column in _COUNTS:
        if cells[column] and not re.fullmatch(r"\d+(?:\.0)?", cells[column]):
            yield column, f"{cells[column]!r} is no count"
    for whole, part in (("nkill", "nkillter"), ("nkill", "nkillus"), ("nwound", "nwoundte")):
        both = cells[whole], cells[part]
        if all(re.fullmatch(r"\d+", cell) for cell in both) and int(both[1]) > int(both[0]):
            yield part, f"{both[1]} is more than {whole} {both[0]}"
    if bool(cells["latitude"]) != bool(cells["longitude"]):
        yield "latitude", "one coordinate without the other"
    if cells["latitude"] and cells["specificity"] == "5":
        yield "specificity", "5 says that there are no coordinates, but there are"
    for column, limit in (("latitude", 90), ("longitude", 180)):
        if cells[column] and not _within(cells[column], limit):
            yield column, f"{cells[column]!r} is no {column}"


def _within(cell: str, limit: int) -> bool:
    try:
        return abs(float(cell)) <= limit
    except ValueError:
        return False


def _perpetrators(cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for place, (group, claim) in enumerate((("gname", "claimed"), ("gname2", "claim2"), ("gname3", "claim3")), start=1):
        named = bool(cells[group]) and cells[group] != "Unknown"
        if named and not cells[f"guncertain{place}"]:
            yield f"guncertain{place}", f"{group} is named, so that this must say whether it is more than a suspicion"
        if not named and cells[claim] == "1":
            yield claim, f"a claim, but {group} names nobody"
        mode = f"claimmode{'' if place == 1 else place}"
        if cells[mode] and cells[claim] != "1":
            yield mode, "a way of claiming without a claim"
    claims = [cells[column] for column in ("claimed", "claim2", "claim3")]
    if cells["compclaim"] == "1" and claims.count("1") < 2:
        yield "compclaim", "rival claims need two claims"
