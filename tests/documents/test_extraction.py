"""Floors of what is told from pages, where the benchmark is at hand; and the real report beside the repository."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tests.documents.extraction import from_dump, from_page, pages, score

from hearsay.documents.base import DocumentOptions
from hearsay.documents.read import read_one
from hearsay.records.document import READ_BLOCKS, BlockKind

SHARED = Path(__file__).parents[3] / "shared"
BENCHMARK = SHARED / "corpora" / "evaluation-only" / "article-extraction"
SEED = SHARED / "seed"


def test_the_score_of_a_perfect_and_of_an_empty_extraction() -> None:
    text = "the police said that nobody had been hurt"
    assert score([(text, text)]) == (1.0, 1.0, 1.0)
    f1, precision, recall = score([(text, text), (text, "the weather will be fine today")])
    assert (f1, precision, recall) == (0.5, 0.5, 0.5)


@pytest.mark.skipif(not BENCHMARK.exists(), reason="the extraction benchmark is not at hand")
def test_bodies_are_told_from_pages_and_from_their_bare_text() -> None:
    listed = list(pages(BENCHMARK, every=5))
    assert score((true, from_page(markup)) for true, markup in listed)[0] >= 0.94
    assert score((true, from_dump(markup)) for true, markup in listed)[0] >= 0.89


@pytest.mark.skipif(not SEED.exists(), reason="the seed report is not at hand")
def test_the_seed_report_falls_into_the_parts_that_a_careful_reader_gives_it() -> None:
    expected = yaml.safe_load((SEED / "expected.yaml").read_text(encoding="utf-8"))["document"]
    path = next(SEED.glob("*.txt"))
    found = read_one(path, DocumentOptions(published="2016-10-26"))
    assert found.text == path.read_text(encoding="utf-8")
    parts = {kind: [b.span.of(found.text) for b in found.blocks if b.kind is kind] for kind in BlockKind}
    assert parts[BlockKind.HEADLINE] == [expected["headline"]]
    assert found.agency == expected["agency"]
    assert parts[BlockKind.STANDFIRST][0].startswith(expected["standfirst"])
    assert parts[BlockKind.BODY][0].startswith(expected["body_starts"])
    assert all(name in parts[BlockKind.CREDIT][0] for name in expected["photo_credit"].split(", "))
    read = " ".join(b.span.of(found.text) for b in found.blocks if b.kind in READ_BLOCKS)
    assert not any(phrase in read for phrase in expected["boilerplate"])
