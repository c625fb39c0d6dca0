"""Relations told in folds, and how they are counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.evaluation.re3d.fiction import tied, written

from hearsay.analyses.analyse import ReportAnalyser
from hearsay.errors import UsageError
from hearsay.evaluation.re3d.corpus import Named, Tie
from hearsay.evaluation.re3d.folds import FEWEST
from hearsay.evaluation.re3d.measuring import counted, matched, re3d
from hearsay.evaluation.re3d.mentions import own_mentions
from hearsay.evaluation.re3d.pairs import pairs
from hearsay.records.span import Span

CORPORA = Path(__file__).parents[4] / "shared" / "corpora"


@pytest.fixture(scope="module")
def analyser() -> ReportAnalyser:
    return ReportAnalyser()


def test_a_relation_with_the_wrong_type_joins_the_right_two() -> None:
    known = Tie(source=Span(0, 4), target=Span(9, 12), type="Likes")
    counts = counted([known], [Tie(source=Span(9, 12), target=Span(0, 4), type="Dislikes")])
    assert (counts["known"], counts["given"], counts["right"], counts["paired"]) == (1.0, 1.0, 0.0, 1.0)


def test_two_mentions_are_paired_within_a_sentence_only(tmp_path: Path, analyser: ReportAnalyser) -> None:
    document = tied(tmp_path)
    found = list(pairs(analyser.analyse(document.document), document.mentions))
    assert [(one.first.type, one.second.type) for one in found] == [
        ("Organisation", "Organisation"),
        ("Organisation", "Location"),
        ("Organisation", "Location"),
    ]
    assert "amid fight" in found[0].features


def test_mentions_inside_one_another_are_told_as_such(tmp_path: Path, analyser: ReportAnalyser) -> None:
    document = tied(tmp_path)
    inside = Named(span=Span(24, 38), type="Organisation"), Named(span=Span(28, 32), type="Nationality")
    (pair,) = pairs(analyser.analyse(document.document), inside)
    assert "inside" in pair.features


def test_our_own_mentions_stand_for_the_annotated_ones_they_touch(tmp_path: Path, analyser: ReportAnalyser) -> None:
    document = tied(tmp_path)
    analysis = analyser.analyse(document.document)
    text = document.document.text
    ours = {one.span.of(text): one for one in own_mentions(analysis)}
    assert ours["Selwyn"].type == "Location"
    assert ours["Ana Mora"].type == "Person"
    army, front = Span(0, 16), Span(28, 38)
    (tie,) = matched(document, [Tie(source=front, target=army, type="FightingAgainst")])
    assert tie in document.ties


def test_what_every_fold_has_seen_is_told_in_all(tmp_path: Path) -> None:
    written(tmp_path / "re3d" / "A source", documents=4 * FEWEST)
    result = re3d(tmp_path, "dev")
    given, related, *_ = result.rows
    assert (given.documents, given.items) == (4 * FEWEST, 8 * FEWEST)
    # One of a document's two relations joins mentions of two sentences, which are not asked about.
    assert [one.value for one in given.estimates[:2]] == [1.0, 0.5]
    assert [one.value for one in related.estimates[:2]] == [1.0, 0.5]


def test_too_few_documents_are_told(tmp_path: Path) -> None:
    written(tmp_path / "re3d" / "A source", documents=FEWEST - 1)
    with pytest.raises(UsageError, match=f"holds {FEWEST - 1} documents of re3d: too few to learn from"):
        re3d(tmp_path, "dev")


@pytest.mark.skipif(not (CORPORA / "re3d").is_dir(), reason="re3d is not beside the repository")
def test_re3d_stays_above_its_floors() -> None:
    given, fewer, related, own, _ = (scored.estimates[2].value for scored in re3d(CORPORA, "dev").rows)
    assert (given >= 0.48, fewer >= 0.415, related >= 0.74, own >= 0.255) == (True,) * 4
