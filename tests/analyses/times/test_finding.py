"""What a time hangs on: publication, the story, quoted speech, the reader's choices; and laws for any text."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.analyses.sentences import split_sentences
from hearsay.analyses.times import Anchoring, Listing, TimeOptions, find_times, interval_of
from hearsay.analyses.times.grammar import GRAMMAR
from hearsay.analyses.times.words import MEANINGS
from hearsay.errors import UsageError
from hearsay.records.analysis import Sentence, Token
from hearsay.records.document import Block, BlockKind, Document
from hearsay.records.span import Span
from hearsay.records.time import Time, TimePrecision

Found = list[tuple[str, str | None]]
Read = Callable[..., Found]

RELATIVE = (
    "He died on Monday night. It split last month, two years ago, in the past two years and in December."
    " On Aug. 8 it rained; yesterday and this week it did not."
)


def test_without_a_publication_date_relative_times_are_unresolved(find: Callable[..., tuple[Time, ...]]) -> None:
    times = find(RELATIVE, None)
    placed = [time for time in times if time.value is not None and not time.value.startswith("P")]
    assert placed == []
    assert len(times) == 8


def test_without_a_publication_date_full_dates_and_what_hangs_on_them_are_placed(read: Read) -> None:
    found = read("On 3 May 2014 a bomb went off. Two days later he fled. He was caught on 9 May.", None)
    assert [value for _, value in found] == ["2014-05-03", "2014-05-05", "2014-05-09"]


def test_a_story_takes_its_years_from_the_date_told_last(read: Read) -> None:
    text = "On 7 November 1998 rebels took the port. In December they left. In January they came back."
    options = TimeOptions(anchoring=Anchoring.NARRATIVE)
    assert [value for _, value in read(text, "2016-10-26", options)] == ["1998-11-07", "1998-12", "1999-01"]


def test_a_plan_does_not_move_a_story(read: Read) -> None:
    text = "On 3 May 1998 rebels took the port. An offensive was planned for 1999. They left on 9 June."
    options = TimeOptions(anchoring=Anchoring.NARRATIVE)
    assert read(text, None, options)[-1] == ("9 June", "1998-06-09")


def test_quoted_speech_is_anchored_to_when_it_was_said(read: Read) -> None:
    text = 'In a tape of 3 May he said: "We struck yesterday." Police found it on Monday.'
    quote = Span(text.index('"'), text.rindex('"') + 1)
    found = dict(read(text, "2016-10-26", TimeOptions(), [(quote, "2016-05-03")]))
    assert found["yesterday"] == "2016-05-02"
    assert found["Monday"] == "2016-10-24"


def test_a_bad_anchor_is_named_with_the_way_out(read: Read) -> None:
    with pytest.raises(UsageError, match=r"'26 Oct'.*YYYY-MM-DD"):
        read("He died yesterday.", "26 Oct")


@pytest.mark.parametrize(("day_first", "value"), [(True, "2014-05-12"), (False, "2014-12-05"), (None, "2014")])
def test_the_order_of_figures_is_the_readers_choice(read: Read, day_first: bool | None, value: str) -> None:
    assert read("It is dated 12/05/2014.", None, TimeOptions(day_first=day_first)) == [("12/05/2014", value)]


def test_everything_lists_lengths_and_splits_ranges(read: Read) -> None:
    text = "Now a five-hour siege from 2003 to 2005 goes on daily."
    found = read(text, None, TimeOptions(listing=Listing.EVERYTHING))
    assert [words for words, _ in found] == ["Now", "five-hour", "2003", "2005", "daily"]
    assert [words for words, _ in read(text, None)] == ["from 2003 to 2005"]


def test_precision_says_how_exact_a_time_is(find: Callable[..., tuple[Time, ...]]) -> None:
    text = (
        "On Monday night, on Monday, in May, in 2014, last week, in the past two years and in recent years it struck."
    )
    assert [time.precision for time in find(text)] == [
        TimePrecision.PART_OF_DAY,
        TimePrecision.DAY,
        TimePrecision.MONTH,
        TimePrecision.YEAR,
        TimePrecision.RANGE,
        TimePrecision.RANGE,
        TimePrecision.UNRESOLVED,
    ]


def test_a_word_inside_a_persons_name_is_no_time() -> None:
    text = "They met June in town."
    document = _document(text)
    token = Token(span=Span(9, 13), text="June", lemma="June", tag="PROPN", head=None, relation="obj", entity="PER")
    assert find_times(document, _sentences(document), (token,), TimeOptions()) == ()
    assert len(find_times(document, _sentences(document), (), TimeOptions())) == 1


def test_only_the_sentences_are_read() -> None:
    text = "He died on Monday. She died on Tuesday."
    document = _document(text)
    first = _sentences(document)[:1]
    assert [time.span.of(text) for time in find_times(document, first, (), TimeOptions())] == ["Monday"]


def test_a_date_far_back_is_not_what_two_days_earlier_hangs_on(read: Read) -> None:
    between = "He was a farmer. " * 6
    found = read(f"On 3 May 2014 a bomb went off. {between}Two days earlier he had left.")
    assert found[-1] == ("Two days earlier", None)


@pytest.mark.parametrize("amount", ["500,000.00", "1,250.50", "1,234,567.89", "4.5", "1,5.0", "1,000"])
def test_amounts_of_money_are_read_over(read: Read, amount: str) -> None:
    assert read(f"They stole {amount} dollars on Monday and asked for {amount} more.") == [("Monday", "2016-10-24")]


WORDS = st.lists(
    st.sampled_from(
        [
            *sorted(GRAMMAR.words),
            *MEANINGS,
            *"3 8 15 31 45 99th 2014 9999 0001 1990s 90 1500 0530 00/00/2014 12/05/2014 5:30 p.m. BC '98 ’s".split(),
            *"May March Monday Sun Aug. bomb police killed will said Kabul ( ) 12,000 4.5 14,599.72 week's".split(),
        ]
    ),
    max_size=16,
).map(" ".join)


@given(text=st.one_of(WORDS, st.text(max_size=60)), published=st.sampled_from([None, "2016-10-26", "2016-02-29"]),
       everything=st.booleans(), narrative=st.booleans())  # fmt: skip
def test_times_stand_in_order_apart_and_with_values_that_can_be_read(
    text: str, published: str | None, everything: bool, narrative: bool
) -> None:
    document = _document(text, published)
    options = TimeOptions(
        listing=Listing.EVERYTHING if everything else Listing.CALENDAR,
        anchoring=Anchoring.NARRATIVE if narrative else Anchoring.PUBLICATION,
    )
    times = find_times(document, _sentences(document), (), options)
    assert all(one.span.end <= other.span.start for one, other in pairwise(times))
    for time in times:
        assert time.span.of(text).strip() == time.span.of(text)
        assert (time.value is None) == (time.precision is TimePrecision.UNRESOLVED)
        told = time.value or ""
        early = told.startswith(("-", "0000", "P", "00XX", "000X")) or "/-" in told or "/0000" in told
        assert time.value is None or early or interval_of(time.value) is not None, told


def _document(text: str, published: str | None = "2016-10-26") -> Document:
    return Document(
        id="document-1",
        text=text,
        url=None,
        outlet=None,
        agency=None,
        author=None,
        published=published,
        language="en",
        sha256="",
        blocks=(Block(kind=BlockKind.BODY, span=Span(0, len(text))),) if text else (),
    )


def _sentences(document: Document) -> list[Sentence]:
    return [
        Sentence(span=part.span, first=0, last=0, block=part.block, paragraph=part.paragraph)
        for part in split_sentences(document)
    ]
