"""Cases from a real store: the story added, written out, and a report taken back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.story.told import readings

from hearsay.casebook import bring_up_to_date, case_index, case_of, linked, material, member_of
from hearsay.errors import UsageError
from hearsay.exports.built import CODEBOOKS
from hearsay.records.belief import ClaimStatus
from hearsay.records.reading import Reading
from hearsay.store.opening import open_store

NAMES = [codebook.name for codebook in CODEBOOKS.all() if codebook.name != "parquet"]


def _store(folder: Path, name: str, found: Sequence[Reading], removed: Sequence[Reading] = ()) -> dict[str, bytes]:
    """Every export of a store to which `found` were added and from which `removed` were taken."""
    with open_store(str(folder / f"{name}.db"), create=True) as store:
        with store.writer() as writer:
            for reading in found:
                writer.add(reading)
            for reading in removed:
                writer.remove(reading.document.id)
        with store.view() as view:
            written = {}
            for export in NAMES:
                path = folder / f"{name}-{export}"
                CODEBOOKS.named(export).write(material(view, "ucdp"), path)
                written[export] = path.read_bytes()
            return written


def test_removing_a_report_leaves_every_export_as_if_it_had_never_been_read(tmp_path: Path) -> None:
    told = readings()
    without = [reading for number, reading in enumerate(told) if number != 5]
    before = _store(tmp_path, "before", without)
    after = _store(tmp_path, "after", told[::-1], [told[5]])
    assert after == before
    assert _store(tmp_path, "all", told) != before


def test_an_index_gives_what_linking_anew_gives(tmp_path: Path) -> None:
    told = readings()
    with open_store(str(tmp_path / "book.db"), create=True) as store:
        with store.writer() as writer:
            for reading in told:
                writer.add(reading)
        with store.view() as view:
            anew = linked(view)
            beliefs = [case_of(view, case.members[-1], "latest") for case in anew.cases]
        bring_up_to_date(store)
        with store.view() as view:
            index = case_index(view)
            assert index is not None
            assert index.current
            assert linked(view) == anew
            assert [case_of(view, case.members[-1], "latest") for case in anew.cases] == beliefs
            assert member_of(view, anew.cases[0].id[:10]) == anew.cases[0].members[0]
            bombing = max(index.cases(), key=lambda entry: entry.reports)
    assert (bombing.kind, bombing.time, bombing.killed, bombing.wounded) == (
        "suicide bombing",
        "2031-05-06",
        (13, 70),
        (90, 90),
    )
    assert (bombing.reports, bombing.stories, bombing.claims) == (12, 10, ClaimStatus.COMPETING)


def test_an_index_that_is_current_is_not_made_again(tmp_path: Path) -> None:
    done: list[str] = []
    with open_store(str(tmp_path / "book.db"), create=True) as store:
        with store.writer() as writer:
            writer.add(readings()[0])
        for _ in range(2):
            bring_up_to_date(store, lambda doing, _: done.append(doing))
        assert done == ["linking", "weighing"]
        with store.writer() as writer:
            writer.add(readings()[1])
        bring_up_to_date(store, lambda doing, _: done.append(doing))
    assert done == ["linking", "weighing", "linking", "linking", "weighing"]


def test_an_unknown_policy_is_told_with_those_that_there_are(tmp_path: Path) -> None:
    with (
        open_store(str(tmp_path / "empty.db"), create=True) as store,
        store.view() as view,
        pytest.raises(UsageError, match="lowest"),
    ):
        material(view, "guess")
