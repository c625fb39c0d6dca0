"""The columns of the Parquet tables that Spark reads and writes."""

from __future__ import annotations

import pyarrow as pa

REPORTS = ("content", "url", "outlet", "published")
"""What a table of reports may have: `content` (text, or a page's bytes) always, the others where they are known."""

READINGS = pa.schema(
    [
        pa.field("report", pa.string()),
        pa.field("published", pa.string()),
        pa.field("outlet", pa.string()),
        pa.field("wire", pa.string()),
        pa.field("source", pa.string()),
        pa.field("error", pa.string()),
    ]
)
"""One row a report: its reading as JSON (`wire`), or `error`, what went wrong in reading `source`."""

SKETCHES = pa.schema([pa.field("report", pa.string()), pa.field("sketch", pa.binary())])
CASES = "id string, position int, report string, incident string, story string"
"""One row a member of a case, in the order of the case."""

COLUMNS = "report string, published string, outlet string, wire string, source string, error string"
"""`READINGS` as Spark writes it."""

SKETCHED = "report string, sketch binary"
"""`SKETCHES` as Spark writes it."""
