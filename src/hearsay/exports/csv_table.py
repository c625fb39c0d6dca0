"""`csv`: one plain row a case, with every stance in a column of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hearsay.exports.base import Fault, Material, Written
from hearsay.exports.flat import COLUMNS, DEGREES, NUMBERS, rows
from hearsay.exports.tables import check_header, check_widths, read_table, write_table


class CsvTable:
    """One flat table, a row a case, as CSV."""

    name = "csv"
    suffix = ".csv"

    def write(self, material: Material, path: Path) -> Written:
        return write_table(path, COLUMNS, rows(material.beliefs()), ())

    def check(self, path: Path) -> Iterator[Fault]:
        header, found = read_table(path)
        yield from check_header(header, COLUMNS)
        for number, cells in enumerate(found, start=1):
            yield from check_widths(number, cells)
            for column in sorted((NUMBERS | DEGREES) & set(cells)):
                if cells[column] and not _is_number(cells[column] or "", column in NUMBERS):
                    yield Fault(row=number, column=column, message=f"{cells[column]!r} is no number")


def _is_number(cell: str, whole: bool) -> bool:
    try:
        return (float(int(cell)) if whole else float(cell)) is not None
    except ValueError:
        return False
