"""Headlines in title case: what the report writes small is small in them too, and names keep their capitals."""

from __future__ import annotations

import pytest

from hearsay.analyses.casing import in_sentence_case

BODY = (
    "An officer was killed by gunmen in Brenna when rebels of the Red Heron Brigade ambushed a patrol near Hale Market"
)


@pytest.mark.parametrize(
    ("headline", "read"),
    [
        ("Officer Killed by Gunmen in Brenna", "Officer killed by gunmen in Brenna"),
        ("Red Heron Rebels Ambushed Army Patrol", "Red Heron rebels ambushed army patrol"),
        ("Two Policemen Killed Near Hale Market", "Two policemen killed near Hale Market"),
        ("OFFICER KILLED BY GUNMEN IN BRENNA", "OFFICER KILLED BY GUNMEN IN BRENNA"),
        ("Officer killed by gunmen in Brenna", "Officer killed by gunmen in Brenna"),
        ("AP Officer Killed by Gunmen", "AP officer killed by gunmen"),
    ],
)
def test_only_names_keep_their_capitals(headline: str, read: str) -> None:
    titled, body = in_sentence_case([headline.split(), BODY.split()], [True, False])
    assert " ".join(titled) == read
    assert " ".join(body) == BODY


def test_a_sentence_of_the_body_stays_as_it_is() -> None:
    words = ["Officer", "Killed", "By", "Gunmen"]
    assert in_sentence_case([words, BODY.split()], [False, False])[0] == words
