"""`parquet`: the rows of the `csv` export with their types, for data frames. Needs pyarrow (`hearsay[export]`)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from hearsay.errors import UsageError
from hearsay.exports.base import Fault, Material, Written
from hearsay.exports.flat import COLUMNS, DEGREES, NUMBERS, values
from hearsay.exports.tables import check_header

_ROWS = 5000  # of a row group, so that memory does not grow with the store


class Parquet:
    """The same flat table as Parquet; needs the extra of that name."""

    name = "parquet"
    suffix = ".parquet"

    def write(self, material: Material, path: Path) -> Written:
        arrow, parquet = _arrow("pyarrow"), _arrow("pyarrow.parquet")
        schema = arrow.schema([(column, _type(arrow, column)) for column in COLUMNS])
        passing, count = path.with_name(path.name + ".part"), 0
        try:
            with parquet.ParquetWriter(str(passing), schema) as writer:
                group = []
                for belief in material.beliefs():
                    group.append(values(belief))
                    count += 1
                    if len(group) == _ROWS:
                        writer.write_table(arrow.Table.from_pylist(group, schema=schema))
                        group = []
                writer.write_table(arrow.Table.from_pylist(group, schema=schema))
            os.replace(passing, path)
        except OSError as error:
            raise UsageError(f"{str(path)!r} cannot be written: {error}; give another path") from error
        finally:
            passing.unlink(missing_ok=True)
        return Written(files=(path,), rows=count, left_out=0)

    def check(self, path: Path) -> Iterator[Fault]:
        arrow, parquet = _arrow("pyarrow"), _arrow("pyarrow.parquet")
        try:
            schema = parquet.read_schema(str(path))
        except (OSError, arrow.ArrowInvalid) as error:
            raise UsageError(f"{str(path)!r} is no Parquet file that can be read: {error}") from error
        yield from check_header(schema.names, COLUMNS)
        for column in schema.names:
            if column in COLUMNS and schema.field(column).type != _type(arrow, column):
                yield Fault(row=None, column=column, message=f"is of type {schema.field(column).type}")


def _type(arrow: Any, column: str) -> Any:
    if column in NUMBERS:
        return arrow.int64()
    return arrow.float64() if column in DEGREES else arrow.string()


def _arrow(module: str) -> Any:
    try:
        return import_module(module)
    except ImportError as error:
        raise UsageError("Parquet needs the package pyarrow; install it with: pip install 'hearsay[export]'") from error
