"""What the model adds where the rules say nothing, on sentences written by hand with likelihoods of our own."""

from dataclasses import replace

from tests.sentences_by_hand import told

from hearsay.analyses.frames.find import find_frames
from hearsay.records.analysis import Analysis, PartShare
from hearsay.records.span import Span
from hearsay.records.time import Time, TimePrecision

PRAYERS = """
Bombers bomber NOUN 2 nsubj
killed kill VERB 0 root
farmers farmer NOUN 2 obj
leaving leave VERB 3 acl
Friday Friday PROPN 6 compound
prayers prayer NOUN 4 obj
"""
DIED = PRAYERS.replace("killed kill", "died die")


def times(written: str, share: float) -> list[Span | None]:
    """The times of the frames of the second word, where the model holds the fifth for its day with this likelihood."""
    analysis = told(written)
    friday = Time(span=analysis.tokens[4].span, value="2031-05-02", precision=TimePrecision.DAY)
    parts = (PartShare(deed=1, word=4, part="date", share=share),)
    analysis = replace(analysis, times=(friday,), parts=parts)
    return [frame.time for frame in find_frames(analysis) if frame.token == 1]


def day(written: str) -> Span:
    analysis: Analysis = told(written)
    return analysis.tokens[4].span


def test_a_deed_without_a_time_gets_the_likely_one() -> None:
    assert times(PRAYERS, 0.9) == [day(PRAYERS)]


def test_what_the_model_doubts_is_left_open() -> None:
    assert times(PRAYERS, 0.4) == [None]


def test_who_died_may_have_died_later() -> None:
    assert set(times(DIED, 0.9)) <= {None}
