"""Measures over sums, their intervals, and the hash of the data."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import UsageError
from hearsay.evaluation.base import Measure, Result, f1, needed, only_dev, row, share

MEASURES = (Measure(name="P", of=share("right", "given")), Measure(name="F1", of=f1("right", "given", "known")))
COUNTS = st.integers(0, 20).flatmap(
    lambda right: st.builds(
        lambda given, known: {"right": right, "given": right + given, "known": right + known},
        st.integers(0, 20),
        st.integers(1, 20),
    )
)


@given(st.lists(COUNTS, min_size=1, max_size=12))
def test_a_value_is_that_of_the_sums_and_lies_in_the_range_of_the_documents(
    documents: list[dict[str, float]],
) -> None:
    found = row("set", documents, MEASURES, "known")
    right, known = (sum(one[key] for one in documents) for key in ("right", "known"))
    assert (found.documents, found.items) == (len(documents), known)
    estimate = found.estimates[1]
    assert estimate.value == pytest.approx(2 * right / (known + sum(one["given"] for one in documents)))
    if len(documents) < 5:
        assert estimate.low is None
    elif not math.isnan(estimate.value):
        assert estimate.low is not None
        assert estimate.high is not None
        assert 0 <= estimate.low <= estimate.high <= 1


def test_documents_that_are_all_alike_leave_nothing_to_chance_and_unlike_ones_do() -> None:
    alike = row("set", [{"right": 1, "given": 2, "known": 2}] * 9, MEASURES, "known").estimates[0]
    assert (alike.low, alike.value, alike.high) == (0.5, 0.5, 0.5)
    unlike = [{"right": 2.0 * (n % 2), "given": 2, "known": 2} for n in range(20)]
    spread = row("set", unlike, MEASURES, "known").estimates[0]
    assert spread.low is not None
    assert spread.high is not None
    assert spread.low < 0.4 < spread.value < 0.6 < spread.high
    assert row("set", unlike, MEASURES, "known").estimates[0] == spread


def test_without_anything_given_there_is_no_precision() -> None:
    found = row("set", [{"right": 0, "given": 0, "known": 3}] * 6, MEASURES, "known").estimates
    assert math.isnan(found[0].value)
    assert found[0].low is None
    assert found[1].value == 0


def result(root: Path, *files: Path) -> Result:
    return Result(title="t", items="i", measures=(), rows=(), notes=(), root=root, files=files)


def test_the_hash_is_of_names_and_contents_and_not_of_their_order_or_place(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "one").write_text("1", encoding="utf-8")
        (tmp_path / folder / "two").write_text("2", encoding="utf-8")
    a, b = tmp_path / "a", tmp_path / "b"
    first = result(a, a / "one", a / "two").data_hash
    assert result(b, b / "two", b / "one").data_hash == first
    (b / "two").write_text("3", encoding="utf-8")
    assert result(b, b / "one", b / "two").data_hash != first


def test_what_is_missing_is_named_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--corpora DIR"):
        needed(None, "gum")
    with pytest.raises(UsageError, match=r"there is no '.*gum'; name the folder .* --corpora DIR"):
        needed(tmp_path, "gum")
    with pytest.raises(UsageError, match="'aliases' is scored on the split 'dev' only, not on 'test'"):
        only_dev("aliases", "test")
