"""The attribution scorer on annotations of our own, and on PolNeAR where the corpora lie beside the repository."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.sentences_by_hand import analysis_of, document_of

from hearsay.errors import EmptyError, UsageError
from hearsay.evaluation.attribution import (
    GoldArticle,
    Marked,
    found_marks,
    gold_marks,
    parse_brat,
    read_polnear,
    score_attributions,
)
from hearsay.records.span import Span

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
BRAT = """T1\tSource 0 8\tThe army
T2\tCue 9 13\tsaid
T3\tContent 14 24;25 34\tthe bridge was mined
T4\tAttribution 9 13\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
T5\tCue 40 48\tit seems
T6\tContent 49 60\tto be quiet
E2\tAttribution-no-source:T7 Content:T6 Cue:T5
"""
SAID = """
The the DET 2 det
army army NOUN 3 nsubj
said say VERB 0 root
the the DET 5 det
bridge bridge NOUN 7 nsubj:pass
was be AUX 7 aux:pass
mined mine VERB 3 ccomp
. . PUNCT 3 punct
"""


def marked(source: set[int], cue: set[int], content: set[int]) -> Marked:
    return Marked(source=frozenset(source), cue=frozenset(cue), content=frozenset(content))


def figures(gold: list[Marked], found: list[Marked]) -> dict[str, tuple[int, int, int]]:
    return {f.name: (f.known, f.given, f.right) for f in score_attributions([(gold, found)])}


def test_brat_files_are_read_with_their_gaps_and_missing_sources() -> None:
    first, second = parse_brat(BRAT)
    assert first["source"] == (Span(0, 8),)
    assert first["content"] == (Span(14, 24), Span(25, 34))
    assert "source" not in second


def test_the_same_attributions_score_in_full() -> None:
    one = [marked({0, 1}, {2}, {3, 4, 5, 6})]
    for known, given, right in figures(one, one).values():
        assert known == given == right > 0


def test_a_part_that_differs_costs_its_exact_span_and_not_the_whole() -> None:
    got = figures([marked({0, 1}, {2}, {3, 4, 5, 6})], [marked({1}, {2}, {3, 4, 5, 6})])
    assert got["source tokens"] == (2, 1, 1)
    assert got["source spans"] == (1, 1, 0)
    assert got["whole"] == (1, 1, 1)
    assert got["whole exact"] == (1, 1, 0)


def test_a_source_that_is_not_there_is_wrong() -> None:
    got = figures([marked(set(), {2}, {3, 4})], [marked({0}, {2}, {3, 4})])
    assert got["whole"] == (1, 1, 0)
    assert got["source tokens"] == (0, 1, 0)


def test_each_attribution_is_matched_once() -> None:
    gold = [marked({0}, {1}, {2, 3, 4})]
    got = figures(gold, [marked({0}, {1}, {2, 3}), marked({0}, {1}, {4})])
    assert got["whole"] == (1, 2, 1)


def test_our_own_attributions_have_whole_parts() -> None:
    analysis = analysis_of(SAID)
    assert found_marks(analysis) == [marked({0, 1}, {2}, {3, 4, 5, 6})]


def test_gold_offsets_become_tokens() -> None:
    analysis = analysis_of(SAID)
    article = GoldArticle(document=document_of(analysis.document.text), attributions=tuple(parse_brat(BRAT))[:1])
    assert gold_marks(analysis, article) == [marked({0, 1}, {2}, {3, 4, 5, 6})]


def test_only_the_development_part_is_scored() -> None:
    with pytest.raises(UsageError, match="'test'"):
        list(read_polnear(CORPORA, "test"))


def test_a_folder_without_the_corpus_is_named(tmp_path: Path) -> None:
    with pytest.raises(EmptyError, match="polnear"):
        list(read_polnear(tmp_path))


def test_polnear_is_read_whole() -> None:
    if not (CORPORA / "evaluation-only" / "polnear").is_dir():
        pytest.skip("the corpora do not lie beside the repository")
    articles = list(read_polnear(CORPORA))
    assert len(articles) == 84
    assert sum(len(article.attributions) for article in articles) > 2000
    for article in articles[:5]:
        end = len(article.document.text)
        assert all(span.end <= end for told in article.attributions for spans in told.values() for span in spans)
