"""Ids are made of content alone."""

import hashlib
import re

from hypothesis import given
from hypothesis import strategies as st

from hearsay.records.ids import content_id, report_id, text_sha256


def test_an_id_is_its_kind_and_sixteen_digits_and_the_same_on_every_machine() -> None:
    made = content_id("statement", "a", 1)
    assert made == "statement-" + hashlib.sha256(b"statement\x1fa\x1f1").hexdigest()[:16]
    assert re.fullmatch(r"statement-[0-9a-f]{16}", made)


@given(st.lists(st.text(alphabet="ab "), max_size=3), st.lists(st.text(alphabet="ab "), max_size=3))
def test_parts_are_kept_apart(one: list[str], other: list[str]) -> None:
    assert (content_id("x", *one) == content_id("x", *other)) == (one == other)


def test_one_text_in_two_outlets_is_two_reports_and_read_twice_is_one() -> None:
    sha256 = text_sha256("Gunmen attacked a checkpoint.")
    anywhere = report_id(sha256, None, None)
    assert anywhere == report_id(sha256, None, None)
    assert len({anywhere, report_id(sha256, None, "The Courier"), report_id(sha256, None, "The Lamp")}) == 3
    assert report_id(sha256, "https://a.example/1", "The Courier") == report_id(sha256, "https://a.example/1", None)
