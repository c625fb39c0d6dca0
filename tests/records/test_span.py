"""Spans are half-open, checked at birth, and cut what they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import ContractError
from hearsay.records.span import Span, covering

PLACES = st.integers(0, 500)
SPANS = st.tuples(PLACES, st.integers(1, 50)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_an_empty_or_turned_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ContractError, match=r"0 <= start < end"):
        Span(start, end)


def test_offsets_count_code_points() -> None:
    text = "“Sévaré” 😀 burned"
    assert Span(1, 7).of(text) == "Sévaré"
    assert Span(9, 10).of(text) == "😀"


def test_a_span_behind_the_text_is_refused_not_cut_short() -> None:
    with pytest.raises(ContractError, match="outside a text of 3 characters"):
        Span(1, 4).of("abc")


@given(SPANS, SPANS)
def test_overlap_is_sharing_a_character(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == other.overlaps(one) == bool(shared)
    assert one.contains(other) == (len(shared) == len(other))


@given(st.lists(SPANS, min_size=1))
def test_covering_contains_all_and_no_more(spans: list[Span]) -> None:
    whole = covering(spans)
    assert all(whole.contains(span) for span in spans)
    assert whole.start in {span.start for span in spans}
    assert whole.end in {span.end for span in spans}


@given(SPANS, st.integers(0, 100))
def test_shifting_keeps_the_length(span: Span, by: int) -> None:
    assert len(span.shifted(by)) == len(span)
    assert span.shifted(by).shifted(-by) == span
