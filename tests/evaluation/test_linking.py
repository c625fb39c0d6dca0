"""The evaluation of linking: its files and halves, its counts against values worked out otherwise, its command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.evaluation.told import INCIDENTS, corpora
from tests.story.told import readings

from hearsay.errors import UsageError
from hearsay.evaluation.base import Counts
from hearsay.evaluation.clusters import score
from hearsay.evaluation.linking import MEASURES, count_articles, count_groups
from hearsay.evaluation.longtail import articles, corpus, part_of
from hearsay.evaluation.yardsticks import evaluate


def test_an_incident_is_in_one_half(tmp_path: Path) -> None:
    path = corpus(corpora(tmp_path))
    halves = {split: {one.incident for one in articles(path, split)} for split in ("dev", "test")}
    assert halves["dev"] | halves["test"] == {str(number) for number in range(len(INCIDENTS))}
    assert not halves["dev"] & halves["test"]
    shares = [part_of(str(number)) for number in range(1000)].count("dev")
    assert 450 < shares < 550


def test_what_is_no_file_of_incidents_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        list(articles(tmp_path / "nowhere", "dev"))
    path = tmp_path / "incidents.jsonl"
    path.write_text(json.dumps({"id": "1"}) + "\n", encoding="utf-8")
    with pytest.raises(UsageError, match="line 1"):
        list(articles(path, "dev"))


def test_the_story_is_linked_without_a_fault() -> None:
    told = readings()
    counts = count_articles([("market", reading) for reading in told[:10]] + [("bus", told[11])])
    assert all(figure == 1.0 for figure in _figures(counts).values())


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=14))
def test_the_counts_of_the_groups_add_up_to_the_scores_of_the_whole(labels: list[tuple[int, int]]) -> None:
    found, gold = (
        [{n for n, label in enumerate(labels) if label[side] == kind} for kind in sorted({one[side] for one in labels})]
        for side in (0, 1)
    )
    whole, figures = score(found, gold), _figures(count_groups(found, gold))
    assert figures["B-cubed P"] == pytest.approx(whole.b_cubed.precision)
    assert figures["B-cubed R"] == pytest.approx(whole.b_cubed.recall)
    assert figures["CEAF-e F1"] == pytest.approx(whole.ceaf_e.f1)
    if whole.muc.f1:
        assert figures["MUC F1"] == pytest.approx(whole.muc.f1)
        assert figures["CoNLL F1"] == pytest.approx(whole.conll)


def _figures(counts: list[Counts]) -> dict[str, float]:
    sums = {key: sum(one[key] for one in counts) for key in counts[0]}
    return {measure.name: measure.of(sums) for measure in MEASURES}


def test_both_halves_are_measured_by_name(tmp_path: Path) -> None:
    root = corpora(tmp_path)
    for split, told in (("dev", "looked at"), ("test", "kept apart")):
        result = evaluate("incidents", root, split)
        assert told in result.rows[0].name
        assert result.rows[0].items == 2 * sum(part_of(str(number)) == split for number in range(len(INCIDENTS)))
