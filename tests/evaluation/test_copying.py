"""The making of carried copies, and how those that are found, and those that are wrongly merged, are counted."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from tests.evaluation.told import ONE, PAIRS, TWO, corpora

from hearsay.errors import UsageError
from hearsay.evaluation.base import Counts
from hearsay.evaluation.carriers import WAYS, carried
from hearsay.evaluation.copying import count_copies, material
from hearsay.evaluation.longtail import Article
from hearsay.evaluation.yardsticks import evaluate


def _articles(pairs: tuple[tuple[str, str], ...] = PAIRS) -> list[Article]:
    return [
        Article(incident=str(number), id=f"{number}-{n}", text=f"Blast\n\n{text}", published="2031-05-06")
        for number, texts in enumerate(pairs)
        for n, text in enumerate(texts)
    ]


def _sums(found: list[Article]) -> Counts:
    counts = count_copies(material(found), lambda text, _: text)
    return {key: sum(one[key] for one in counts) for key in counts[0]}


@pytest.mark.parametrize("way", WAYS)
def test_a_copy_has_another_headline_and_much_of_the_text(way: str) -> None:
    copy = carried(f"Blast\n\n{ONE}", way, Random(3), [TWO])  # noqa: S311
    assert not copy.startswith("Blast\n")
    kept = set(ONE.split()) & set(copy.split())
    assert len(kept) > len(set(ONE.split())) / 4
    assert (copy.partition("\n\n")[2].replace("\n\n", "\n") == ONE) == (way == "new headline")


def test_copies_are_counted() -> None:
    sums = _sums(_articles())
    assert [sums[f"copies, {way}"] for way in WAYS] == [6] * len(WAYS)
    assert sums["collapsed, new headline"] == 6
    assert sums["copies"] == 6 * len(WAYS)
    assert (sums["distinct"], sums["hard"], sums["merged"]) == (6, 4, 0)


def test_a_page_filed_under_two_incidents_is_no_wrong_merge_but_a_shared_half_is() -> None:
    page = (f"{PAIRS[0][0]} One more word.", PAIRS[1][1])
    assert _sums(_articles((PAIRS[0], page, *PAIRS[2:])))["merged"] == 0
    words = PAIRS[0][0].split()
    kept, chance = len(words) * 45 // 100, Random(7)  # noqa: S311 (no secret hangs on it)
    own = ["".join(chance.choices("abdegilmnorstuv", k=6)) for _ in range(kept + 5)]
    half = (" ".join(words[:kept] + own), PAIRS[1][1])
    assert _sums(_articles((PAIRS[0], half, *PAIRS[2:])))["merged"] >= 2


def test_too_few_incidents_are_told() -> None:
    with pytest.raises(UsageError, match="four incidents"):
        material(_articles(PAIRS[:2]))


def test_both_cases_are_measured_by_name(tmp_path: Path) -> None:
    result = evaluate("copies", corpora(tmp_path), "dev")
    assert len(result.rows) == 2
    assert "standing text" in result.rows[1].name
