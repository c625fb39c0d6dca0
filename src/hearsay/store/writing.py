"""Writing readings: one transaction a report, so that a killed run leaves whole reports and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, and_, delete, func, insert, or_, select
from sqlalchemy.exc import IntegrityError

from hearsay.errors import ContractError, UsageError
from hearsay.records.belief import Correction
from hearsay.records.document import Document
from hearsay.records.failure import Failure
from hearsay.records.ids import content_id
from hearsay.records.link import Link, Linking, Ref
from hearsay.records.reading import Reading
from hearsay.records.references import check_reading
from hearsay.records.review import Grouping, Review
from hearsay.store import persons, reviewing, tables
from hearsay.store.base import Added
from hearsay.store.case_writing import count_change, drop_index, keep_index
from hearsay.store.case_writing import edition as edition_now
from hearsay.store.entries import CaseEntry
from hearsay.store.rows import Row, child_rows, report_row, storable, unpacked
from hearsay.store.searching import index_text
from hearsay.store.telling import told

LAST_LETTER = "\U0010ffff"

PARTING = ("/", "\\", "#", "!", "?", ",", ":", " ")
"""What may stand between a source and the name of something in it (`folder/file`, `archive.warc#3`)."""


class SqlWriter:
    """A Writer; `reading` and `writing` are the same database's engines for the two kinds of transaction."""

    def __init__(self, reading: Engine, writing: Engine, address: str) -> None:
        self._address = address
        with told(address):
            self._reads = reading.connect()
            self._writes = writing.connect()

    def __enter__(self) -> SqlWriter:
        return self

    def __exit__(self, *_: object) -> None:
        self._reads.close()
        self._writes.close()

    def holds(self, document: Document) -> bool:
        """Whether reading this document would add nothing; see `Writer`."""
        columns = tables.reports.c
        with told(self._address), self._reads.begin():
            query = select(columns.published, columns.outlet).where(columns.id == document.id)
            found = self._reads.execute(query).one_or_none()
        if found is None:
            return False
        said = (document.published, document.outlet)
        return all(new is None or storable(new) == old for new, old in zip(said, found, strict=True))

    def add(self, reading: Reading) -> Added:
        """Keeps a reading; see `Writer`."""
        check_reading(reading)
        try:
            row = report_row(reading)
        except UnicodeEncodeError as error:
            name = reading.document.id
            raise ContractError(f"the reading of {name} holds half a character; please report this") from error
        with told(self._address):
            try:
                return self._add(reading, row)
            except IntegrityError:
                # on PostgreSQL another process may add the same report between our look and our insert
                return self._add(reading, row)

    def _add(self, reading: Reading, row: Row) -> Added:
        columns = tables.reports.c
        with self._writes.begin():
            kept = self._writes.execute(
                select(columns.number, columns.wire).where(columns.id == reading.document.id)
            ).one_or_none()
            if kept is None:
                self._insert(reading, row)
                count_change(self._writes)
                return Added.NEW
            # the packed form may differ between versions of zlib where the reading does not
            if unpacked(kept.wire) == unpacked(row["wire"]):
                return Added.KNOWN
            self._writes.execute(delete(tables.reports).where(columns.number == kept.number))
            self._insert(reading, row)
            count_change(self._writes)
            return Added.CHANGED

    def _insert(self, reading: Reading, row: Row) -> None:
        number = self._writes.execute(insert(tables.reports).returning(tables.reports.c.number), row).scalar_one()
        for table, rows in child_rows(reading, number):
            self._writes.execute(insert(table), rows)
        index_text(self._writes, number, row["text"])

    def remove(self, report: str) -> None:
        """Takes a report out; see `Writer`."""
        with told(self._address), self._writes.begin():
            gone = self._writes.execute(delete(tables.reports).where(tables.reports.c.id == report))
            persons.drop_on(self._writes, report)
            reviewing.drop_reviews_of(self._writes, report)
            drop_index(self._writes)
            count_change(self._writes)
        if gone.rowcount == 0:
            raise UsageError(f"there is no report {report!r} in {self._address}; see: hearsay list reports")

    def decide(self, link: Link) -> None:
        """Keeps a person's word on two records; see `Writer`."""
        with told(self._address), self._writes.begin():
            persons.put_decision(self._writes, link)
            count_change(self._writes)

    def undecide(self, link: str) -> None:
        """Takes a decision back; see `Writer`."""
        with told(self._address), self._writes.begin():
            gone = persons.drop_decision(self._writes, link)
            count_change(self._writes)
        if not gone:
            raise UsageError(f"there is no decision {link!r} in {self._address}")

    def correct(self, correction: Correction) -> None:
        """Keeps a person's word on a field; see `Writer`."""
        with told(self._address), self._writes.begin():
            persons.put_correction(self._writes, correction)
            count_change(self._writes)

    def uncorrect(self, member: Ref, field: str) -> None:
        """Takes the correction of a field back; see `Writer`."""
        with told(self._address), self._writes.begin():
            gone = persons.drop_correction(self._writes, member, field)
            count_change(self._writes)
        if not gone:
            raise UsageError(f"nobody has corrected {field!r} of {member.record!r} in {self._address}")

    def keep_cases(self, linking: Linking, entries: Sequence[CaseEntry], maker: str, edition: int) -> bool:
        """Keeps what linking came to; see `Writer`."""
        with told(self._address), self._writes.begin():
            if edition_now(self._writes) != edition:
                return False
            keep_index(self._writes, linking, entries, maker, edition)
        return True

    def review(self, review: Review, after: str | None = None) -> None:
        """Keeps a person's decision on what was read; see `Writer`."""
        with told(self._address), self._writes.begin():
            if reviewing.put_review(self._writes, review, after):
                count_change(self._writes)

    def unreview(self, review: str) -> None:
        """Takes a decision back; see `Writer`."""
        with told(self._address), self._writes.begin():
            gone = reviewing.drop_review(self._writes, review)
            count_change(self._writes)
        if not gone:
            raise UsageError(f"there is no decision {review!r} in {self._address}; it may be taken back already")

    def group(self, grouping: Grouping) -> None:
        """Keeps a person's word on what belongs together; see `Writer`."""
        with told(self._address), self._writes.begin():
            reviewing.put_grouping(self._writes, grouping)
            count_change(self._writes)

    def ungroup(self, grouping: str) -> None:
        """Takes such a word back; see `Writer`."""
        with told(self._address), self._writes.begin():
            gone = reviewing.drop_grouping(self._writes, grouping)
            count_change(self._writes)
        if not gone:
            raise UsageError(f"there is no decision {grouping!r} in {self._address}; it may be taken back already")

    def note_failure(self, failure: Failure) -> None:
        """Keeps what could not be read; see `Writer`."""
        row = {
            "id": content_id("failure", failure.source, failure.error, failure.message),
            "source": storable(failure.source),
            "error": failure.error,
            "message": storable(failure.message),
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        with told(self._address), self._writes.begin():
            _drop_failure(self._writes, row["id"])
            self._writes.execute(insert(tables.failures), row)

    def forget_failures(self, source: str) -> None:
        """Drops the failures of a source and of what lies in it; see `Writer`."""
        column = tables.failures.c.source
        itself = storable(source).rstrip("/\\")
        # not LIKE, which on SQLite takes "In/" for "in/" and reads the whole table
        begins = and_(column > itself, column < itself + LAST_LETTER)
        inside = and_(begins, func.substr(column, 1, len(itself) + 1).in_([itself + mark for mark in PARTING]))
        with told(self._address), self._writes.begin():
            self._writes.execute(delete(tables.failures).where(or_(column == itself, inside)))


def _drop_failure(connection: Connection, failure: str) -> None:
    connection.execute(delete(tables.failures).where(tables.failures.c.id == failure))
