"""Looking up sentences and tokens gives what walking the report would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.sentences_by_hand import told

from hearsay.records.positions import Positions
from hearsay.records.span import Span

ONE = "Rebels rebel NOUN 2 nsubj\nfled flee VERB 0 root"
TWO = "Nobody nobody PRON 2 nsubj\nsaid say VERB 0 root\nwhy why ADV 2 advmod"
ANALYSIS = told(ONE, TWO, ONE)
POSITIONS = Positions(ANALYSIS.tokens, ANALYSIS.sentences)
LENGTH = len(ANALYSIS.document.text)


def test_sentences_of_tokens() -> None:
    assert [POSITIONS.number_of(i) for i in range(len(ANALYSIS.tokens))] == [0, 0, 1, 1, 1, 2, 2]
    assert POSITIONS.sentence_of(4) is ANALYSIS.sentences[1]


@given(st.integers(0, LENGTH - 1), st.integers(1, 20))
def test_tokens_in_a_span(start: int, length: int) -> None:
    span = Span(start, start + length)
    touched = next((s for s in ANALYSIS.sentences if s.span.overlaps(span)), None)
    expected = (
        [i for i in range(touched.first, touched.last) if ANALYSIS.tokens[i].span.overlaps(span)] if touched else []
    )
    assert list(POSITIONS.tokens_in(span)) == expected


def test_no_sentence_no_tokens() -> None:
    assert list(POSITIONS.tokens_in(Span(LENGTH, LENGTH + 5))) == []
    assert list(Positions((), ()).tokens_in(Span(0, 5))) == []
