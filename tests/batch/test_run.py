"""A batch keeps what can be read, tells what cannot, and never reads twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.batch.reports import read_documents, read_report, write_reports
from tests.store.stories import document

from hearsay.batch import BatchOptions, Progress, Summary, run
from hearsay.errors import UsageError
from hearsay.records.document import Document
from hearsay.records.reading import Reading
from hearsay.store.base import Store, Writer
from hearsay.store.opening import open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "book.db", create=True) as opened:
        yield opened


@pytest.fixture
def writer(store: Store) -> Iterator[Writer]:
    with store.writer() as opened:
        yield opened


def kept(store: Store) -> list[str]:
    """The whole content, as exports see it."""
    with store.view() as view:
        return [view.wire(entry.id) for entry in view.reports()]


def failed(store: Store) -> list[tuple[str, str]]:
    with store.view() as view:
        return [(Path(entry.failure.source).name, entry.failure.error) for entry in view.failures()]


def counts(summary: Summary) -> tuple[int, int, int, int]:
    return summary.new, summary.changed, summary.known, summary.failed


def test_one_process_and_many_keep_the_same(tmp_path: Path) -> None:
    paths = write_reports(tmp_path / "in", 25)
    books = []
    for workers in (1, 2):
        with open_store(tmp_path / f"{workers}.db", create=True) as store, store.writer() as writer:
            summary = run(paths, read_documents, read_report, writer, BatchOptions(workers=workers))
            books.append(kept(store))
        assert counts(summary) == (25, 0, 0, 0)
        assert (summary.files, summary.interrupted) == (25, False)
    assert books[0] == books[1]
    assert len(books[0]) == 25


def test_a_second_run_reads_only_what_is_new(tmp_path: Path, store: Store, writer: Writer) -> None:
    paths = write_reports(tmp_path / "in", 6)
    read: list[str] = []

    def noting(one: Document) -> Reading:
        read.append(one.text)
        return read_report(one)

    options = BatchOptions(workers=1)
    assert counts(run(paths[:4], read_documents, noting, writer, options)) == (4, 0, 0, 0)
    before = kept(store)
    assert counts(run(paths[:4], read_documents, noting, writer, options)) == (0, 0, 4, 0)
    assert kept(store) == before
    assert counts(run(paths, read_documents, noting, writer, options)) == (2, 0, 4, 0)
    assert len(read) == len(set(read)) == 6


def test_the_same_text_twice_in_one_run_is_one_report(tmp_path: Path, store: Store, writer: Writer) -> None:
    paths = write_reports(tmp_path / "in", 8)
    twin = tmp_path / "in" / "twin.txt"
    twin.write_bytes(paths[0].read_bytes())
    summary = run([paths[0], twin, *paths[1:]], read_documents, read_report, writer, BatchOptions(workers=2))
    assert (summary.new, summary.known) == (8, 1)
    assert len(kept(store)) == 8


def test_the_bad_ones_are_noted_and_the_rest_goes_on(tmp_path: Path, store: Store, writer: Writer) -> None:
    paths = write_reports(tmp_path / "in", 6)
    paths[1].write_text("SWAHILI text\n", encoding="utf-8")
    paths[2].write_text("---\nA report after an empty one.\n", encoding="utf-8")
    paths[3].write_text("A BUG\n", encoding="utf-8")
    absent = tmp_path / "in" / "absent.txt"
    sources = [*paths, absent]
    summary = run(sources, read_documents, read_report, writer, BatchOptions(workers=1))
    assert counts(summary) == (4, 0, 0, 4)
    wrong = [
        ("001.txt", "LanguageError"),
        ("002.txt#0", "EmptyError"),
        ("003.txt", "ValueError"),
        ("absent.txt", "UsageError"),
    ]
    assert failed(store) == wrong
    told = {failure.error: failure.message for failure in summary.failures}
    assert "003.txt" in told["ValueError"]
    assert "unforeseen (reports.py, line" in told["ValueError"]
    assert "please report" in told["ValueError"]
    # once mended, a failure is forgotten; the others are met again
    paths[1].write_text("An English text\n", encoding="utf-8")
    summary = run(sources, read_documents, read_report, writer, BatchOptions(workers=1))
    assert counts(summary) == (1, 0, 4, 3)
    assert failed(store) == wrong[1:]


@pytest.mark.parametrize("workers", [1, 2])
def test_what_keeps_every_report_from_being_read_ends_the_batch(tmp_path: Path, writer: Writer, workers: int) -> None:
    paths = write_reports(tmp_path / "in", 8)
    paths[2].write_text("NO MODEL\n", encoding="utf-8")
    with pytest.raises(UsageError, match="no model"):
        run(paths, read_documents, read_report, writer, BatchOptions(workers=workers))


def test_a_source_that_breaks_while_it_is_opened_is_noted(tmp_path: Path, store: Store, writer: Writer) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes(b"caf\xe9")  # read_documents decodes it without care
    assert counts(run([path], read_documents, read_report, writer)) == (0, 0, 0, 1)
    assert failed(store) == [("latin.txt", "UnicodeDecodeError")]


def test_a_reading_with_half_a_character_is_noted(store: Store, writer: Writer) -> None:
    def half(_source: Path | str) -> list[Document]:
        return [document("half \ud83d"), document("whole 😀")]

    assert counts(run(["feed"], half, read_report, writer)) == (1, 0, 0, 1)
    assert failed(store) == [("feed", "ContractError")]


def test_a_report_that_kills_or_hangs_its_worker_costs_only_itself(
    tmp_path: Path, store: Store, writer: Writer
) -> None:
    paths = write_reports(tmp_path / "in", 12)
    paths[3].write_text("POISON\n", encoding="utf-8")
    paths[7].write_text("HANG\n", encoding="utf-8")
    options = BatchOptions(workers=2, patience=2.5)
    summary = run(paths, read_documents, read_report, writer, options)
    assert counts(summary) == (10, 0, 0, 2)
    assert failed(store) == [("003.txt", "WorkerError"), ("007.txt", "WorkerError")]
    messages = sorted(failure.message for failure in summary.failures)
    assert "ended the process" in messages[0]
    assert "not read within 2.5 seconds" in messages[1]


def test_documents_are_taken_no_faster_than_they_are_read(tmp_path: Path, writer: Writer) -> None:
    paths = write_reports(tmp_path / "in", 40)
    taken = 0
    most = 0
    done = 0

    def noting(source: Path | str) -> Iterator[Document]:
        nonlocal taken
        for item in read_documents(source):
            assert isinstance(item, Document)
            taken += 1
            yield item

    def noticing(state: Progress) -> None:
        nonlocal most, done
        done = state.new
        most = max(most, taken - done)

    run(paths, noting, read_report, writer, BatchOptions(workers=2), noticing)
    assert (taken, done) == (40, 40)
    assert most <= 2 * 2 + 4 + 1


def test_progress_counts_files_and_failures_and_tells_the_time_left(tmp_path: Path, writer: Writer) -> None:
    paths = write_reports(tmp_path / "in", 30)
    paths[5].write_text("SWAHILI\n", encoding="utf-8")
    seen: list[Progress] = []
    run(paths, read_documents, read_report, writer, BatchOptions(workers=1), seen.append)
    assert all(state.expected == 30 for state in seen)
    assert [state.files for state in seen] == sorted(state.files for state in seen)
    last = seen[-1]
    assert (last.files, last.new, last.failed, last.left) == (30, 29, 1, 0)
    assert last.rate is not None
    assert last.rate > 0
    halfway = next(state for state in seen if state.files == 15)
    assert halfway.left is not None
    assert halfway.left > 0
    assert seen[0].rate is None
    assert next(state for state in seen if state.failed).new == 5

    def stream() -> Iterator[Path]:
        yield from paths

    run(stream(), read_documents, read_report, writer, BatchOptions(workers=1), seen.append)
    assert (seen[-1].expected, seen[-1].left, seen[-1].known) == (None, None, 29)


@pytest.mark.parametrize("wrong", [{"workers": 0}, {"patience": -1.0}])
def test_numbers_that_make_no_sense_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(UsageError, match="must be above 0"):
        BatchOptions(**wrong)
