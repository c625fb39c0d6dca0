"""What is one sentence of one speaker to a person is shown once, and nothing that differs is hidden."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.golden.harbour import harbour

from hearsay.records.reading import Reading
from hearsay.records.span import Span
from hearsay.records.statement import Certainty, Polarity, Speaker, Statement
from hearsay.rendering.passages import numbered, passages
from hearsay.views import view


def of_statements(*statements: Statement) -> Reading:
    return replace(harbour(), statements=statements, incidents=(), relations=())


def said(key: str, start: int, end: int, like: int = 2) -> Statement:
    """A statement of a speaker of the story of the harbour, over other words."""
    return replace(harbour().statements[like], id=key, evidence=(Span(start, end),))


def test_the_sentence_and_its_clause_are_one_passage() -> None:
    (one,) = passages(view(of_statements(said("clause", 210, 250), said("sentence", 200, 300))))
    assert [statement.id for statement in one.statements] == ["sentence", "clause"]
    assert [words.span for words in one.words] == [Span(200, 300)]
    assert one.lead.id == "sentence"


def test_a_wide_statement_joins_two_that_do_not_touch() -> None:
    (one,) = passages(view(of_statements(said("a", 200, 220), said("b", 260, 280), said("wide", 210, 270))))
    assert [words.span for words in one.words] == [Span(200, 280)]


def test_words_apart_stay_apart_within_a_passage() -> None:
    parted = replace(said("parted", 200, 220), evidence=(Span(200, 220), Span(240, 260)))
    (one,) = passages(view(of_statements(parted, said("clause", 205, 215))))
    assert [words.span for words in one.words] == [Span(200, 220), Span(240, 260)]


def test_other_speakers_firmness_or_sentence_are_passages_of_their_own() -> None:
    base = said("base", 200, 300)
    denied = replace(base, id="denied", polarity=Polarity.NEGATIVE)
    hedged = replace(base, id="hedged", certainty=Certainty.POSSIBLE)
    other = said("other", 200, 300, like=3 if harbour().statements[3].speakers != base.speakers else 6)
    later = said("later", 301, 350)
    assert len(passages(view(of_statements(base, denied, hedged, other, later)))) == 5


def test_an_article_makes_no_other_speaker() -> None:
    base = said("base", 200, 300)
    names = ("The harbour master", "harbour master", "a  Harbour master")
    speakers = [Speaker(actor=None, name=name, anonymity=base.speakers[-1].anonymity) for name in names]
    told = [replace(base, id=one.name, speakers=(*base.speakers[:-1], one)) for one in speakers]
    assert len(passages(view(of_statements(*told)))) == 1


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(1, 60), st.sampled_from([0, 2, 6])), max_size=12))
def test_every_statement_is_in_one_passage_and_the_numbers_follow_the_text(
    drawn: list[tuple[int, int, int]],
) -> None:
    statements = [said(f"s{n}", start, start + length, like) for n, (start, length, like) in enumerate(drawn)]
    shown = passages(view(of_statements(*statements)))
    assert sorted(numbered(shown)) == sorted(statement.id for statement in statements)
    assert [one.number for one in shown] == list(range(1, len(shown) + 1))
    begins = [one.words[0].span.start for one in shown]
    assert begins == sorted(begins)
    for one in shown:
        assert all(a.span.end < b.span.start for a, b in zip(one.words, one.words[1:], strict=False))
