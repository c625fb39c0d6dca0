"""The scorer of coreference, on annotations of our own and against sums done by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from hearsay.errors import UnreadableError, UsageError
from hearsay.evaluation.base import row
from hearsay.evaluation.coreference import (
    MEASURES,
    FoundMention,
    GoldMention,
    gum_paths,
    matches,
    read_gum,
    score_report,
)
from hearsay.records.span import Span

ROWS = (
    ("The", 2, "det", "Entity=(1-organization-new-cf1-2-coref-Tide"),
    ("rebels", 5, "nsubj", "_"),
    ("of", 4, "case", "_"),
    ("Selwyn", 2, "nmod", "Entity=(2-place-new-cf2-1-sgl)1)"),
    ("said", 0, "root", "_"),
    ("they", 5, "nsubj", "Entity=(1-organization-giv-cf1-1-ana)"),
    ("struck", 5, "ccomp", "SpaceAfter=No"),
    (".", 5, "punct", "_"),
)


def conllu(*rows: tuple[str, int, str, str]) -> str:
    lines = [f"{n}\t{form}\t_\t_\t_\t_\t{head}\t{rel}\t_\t{misc}" for n, (form, head, rel, misc) in enumerate(rows, 1)]
    return "\n".join(["# newpar", *lines]) + "\n\n"


def gold(chain: str, start: int, end: int, head: int | None = None, type_: str = "person") -> GoldMention:
    at = start if head is None else head
    return GoldMention(chain=chain, type=type_, span=Span(start, end), head=Span(at, at + 1))


def found(actor: str, start: int, end: int, head: int | None = None) -> FoundMention:
    at = start if head is None else head
    return FoundMention(actor=actor, span=Span(start, end), head=Span(at, at + 1))


def test_entities_are_read_with_their_words_and_heads(tmp_path: Path) -> None:
    path = tmp_path / "GUM_news_own.conllu"
    path.write_text(conllu(*ROWS), encoding="utf-8")
    report = read_gum(path)
    text = report.document.text
    assert text.startswith("The rebels of Selwyn said they struck.")
    told = [(m.chain, m.type, m.span.of(text), m.head.of(text)) for m in report.mentions]
    assert told == [
        ("1", "organization", "The rebels of Selwyn", "rebels"),
        ("2", "place", "Selwyn", "Selwyn"),
        ("1", "organization", "they", "they"),
    ]


def test_an_entity_that_ends_before_it_begins_is_told(tmp_path: Path) -> None:
    path = tmp_path / "GUM_news_own.conllu"
    path.write_text(conllu(("x", 0, "root", "Entity=7)")), encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"GUM_news_own\.conllu: entity '7' ends"):
        read_gum(path)


def test_the_same_characters_go_before_the_same_head_and_each_mention_is_matched_once() -> None:
    wide, narrow = gold("a", 0, 20, head=4), gold("b", 4, 10, head=4)
    exact, loose, third = found("x", 4, 10), found("y", 2, 21, head=4), found("z", 4, 5)
    pairs = {(g.chain, f.actor) for g, f in matches([wide, narrow], [loose, exact, third])}
    assert pairs == {("b", "x"), ("a", "y")}


def test_b_cubed_is_as_done_by_hand() -> None:
    golden = [gold("a", 0, 1), gold("a", 2, 3), gold("a", 4, 5), gold("b", 6, 7), gold("c", 8, 9, type_="place")]
    ours = [found("x", 0, 1), found("x", 2, 3), found("x", 6, 7), found("y", 8, 9), found("y", 10, 11)]
    counts = score_report(golden, ours)
    # x holds two of a and one of b; the place is no actor of GUM's and leaves the count; the last is nobody's.
    assert (counts["gold"], counts["found"], counts["matched"]) == (4, 4, 3)
    assert counts["b3 precision"] == pytest.approx(2 * 2 / 3 + 1 / 3)
    assert counts["b3 recall"] == pytest.approx(2 * 2 / 3 + 1)
    assert counts["matched b3 recall"] == pytest.approx(3)
    estimates = dict(zip((m.name for m in MEASURES), row("own", [counts], MEASURES, "gold").estimates, strict=True))
    precision, recall = (2 * 2 / 3 + 1 / 3) / 4, (2 * 2 / 3 + 1) / 4
    assert estimates["B3 F1"].value == pytest.approx(2 * precision * recall / (precision + recall))
    assert estimates["mention P"].value == 0.75


def test_perfect_is_one() -> None:
    golden = [gold("a", 0, 1), gold("b", 2, 3), gold("a", 4, 5)]
    ours = [found("p", 0, 1), found("q", 2, 3), found("p", 4, 5)]
    figures = row("own", [score_report(golden, ours)], MEASURES, "gold").estimates
    assert {estimate.value for estimate in figures} == {1.0}


def test_splits_are_those_of_the_corpus(tmp_path: Path) -> None:
    folder = tmp_path / "gum" / "dep"
    folder.mkdir(parents=True)
    (tmp_path / "gum" / "splits.md").write_text(
        "# Splits\n\n## dev\n\n  * GUM_news_a\n\n## test\n\n  * GUM_news_b\n", encoding="utf-8"
    )
    (folder / "GUM_news_a.conllu").write_text("", encoding="utf-8")
    assert [path.name for path in gum_paths(tmp_path, "dev")] == ["GUM_news_a.conllu"]
    with pytest.raises(UsageError, match="no document of GUM's split 'test'"):
        gum_paths(tmp_path, "test")
    with pytest.raises(UsageError, match="GUM has no split 'train'; it has dev, test"):
        gum_paths(tmp_path, "train")
