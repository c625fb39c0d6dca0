"""Values under each policy, with all that differs from them."""

from __future__ import annotations

import pytest
from tests.beliefs.cases import believed, told
from tests.links.tellings import Word

from hearsay.beliefs.policies.built import POLICIES
from hearsay.errors import UsageError
from hearsay.records.belief import Correction, DissentKind, FieldBelief
from hearsay.records.incident import CountEffect
from hearsay.records.link import Ref
from hearsay.records.reading import Reading
from hearsay.records.statement import Anonymity

EARLY = told(1, Word(words="Police put the dead at 13.", speaker="police", killed=13), published="2031-05-06")
SAME = told(2, Word(words="The police said that 13 had died.", speaker="police", killed=13), published="2031-05-06")
MIDDLE = told(3, Word(words="Hospitals counted 40 bodies.", speaker="hospitals", killed=40), published="2031-05-07")
LATE = told(4, Word(words="The governor spoke of 69.", speaker="the governor", killed=69), published="2031-05-09")
LAST = told(5, Word(words="A mayor said that 40 had died.", speaker="the mayor", killed=40), published="2031-05-10")


def _killed(policy: str, *readings: Reading) -> FieldBelief:
    count = believed(policy, *readings).count(CountEffect.KILLED)
    assert count is not None
    return count


@pytest.mark.parametrize(
    ("policy", "number"),
    [
        ("as-reported", None),
        ("lowest", 13),
        ("highest", 69),
        ("latest", 40),
        ("majority", None),
        ("most-independent", 40),
        ("gtd", 40),
        ("acled", 13),
        ("ucdp", 40),
    ],
)
def test_each_policy_picks_by_its_own_rule(policy: str, number: int | None) -> None:
    count = _killed(policy, EARLY, SAME, MIDDLE, LATE, LAST)
    assert (count.value.number if count.value else None) == number
    assert [variant.number for variant in count.variants] == [13, 40, 69]
    assert count.why


def test_every_policy_that_ships_is_tested() -> None:
    assert len(POLICIES.all()) == 9


def test_ucdp_states_a_range() -> None:
    count = _killed("ucdp", EARLY, MIDDLE, LATE)
    assert (count.low, count.high) == (13, 69)


def test_acled_leaves_a_figure_that_its_own_giver_raised() -> None:
    later = told(6, Word(words="Police now say 17.", speaker="police", killed=17), published="2031-05-08")
    count = _killed("acled", EARLY, SAME, later)
    assert count.value is not None
    assert count.value.number == 17


def test_acled_has_numbers_for_vague_words() -> None:
    vague = told(7, Word(words="Dozens were killed.", killed=(None, None, "Dozens")))
    count = _killed("acled", vague)
    assert count.value is not None
    assert (count.value.about, count.value.low, count.value.high) == (12, None, None)
    count = _killed("lowest", vague)
    assert count.value is not None
    assert count.value.number is None


def test_five_who_quote_one_spokesman_are_one_origin() -> None:
    outlets = [told(n, Word(words=f"Report {n}: 13 dead, police said.", speaker="police", killed=13)) for n in range(5)]
    count = _killed("latest", *outlets)
    assert [variant.origins for variant in count.variants] == [1]
    own = [told(n, Word(words=f"Report {n}: thirteen died.", killed=13)) for n in range(10, 15)]
    assert [variant.origins for variant in _killed("latest", *own).variants] == [5]
    witnesses = [
        told(n, Word(words=words, speaker="a witness", anonymity=Anonymity.UNNAMED, killed=13))
        for n, words in ((20, "She saw 13 bodies, a witness said."), (21, "Thirteen lay there, a witness told us."))
    ]
    assert [variant.origins for variant in _killed("latest", *witnesses).variants] == [2]


def _kinds(count: FieldBelief) -> dict[str, DissentKind]:
    return {dissent.variant.text: dissent.kind for dissent in count.dissent if dissent.variant}


def test_growth_is_no_conflict() -> None:
    assert _kinds(_killed("latest", EARLY, MIDDLE, LATE)) == {"13": DissentKind.GROWTH, "40": DissentKind.GROWTH}
    assert _kinds(_killed("lowest", EARLY, LATE)) == {"69": DissentKind.GROWTH}


def test_a_lower_figure_given_after_a_higher_one_is_a_conflict() -> None:
    assert _kinds(_killed("highest", EARLY, LATE, LAST)) == {"13": DissentKind.GROWTH, "40": DissentKind.CONFLICT}


def test_other_things_counted_are_another_scope_and_never_picked() -> None:
    officers = told(8, Word(words="Eleven policemen died.", killed=(11, 11, "Eleven policemen")))
    count = _killed("lowest", officers, LATE)
    assert count.value is not None
    assert count.value.number == 69
    assert _kinds(count) == {"Eleven policemen": DissentKind.SCOPE}


def test_a_running_tally_never_becomes_the_toll() -> None:
    words = "Bombs have killed 140 people so far this year."
    tally = told(9, Word(words=words, killed=(140, 140, "140 people")), Word(words="Tuesday's killed 13.", killed=13))
    count = _killed("highest", tally)
    assert count.value is not None
    assert count.value.number == 13
    assert _kinds(count) == {"140 people": DissentKind.SCOPE}


def test_at_least_and_exactly_agree() -> None:
    at_least = told(1, Word(words="At least 13 died.", killed=(13, None, "At least 13")))
    exactly = told(2, Word(words="The toll is 13.", killed=13))
    (variant,) = _killed("latest", at_least, exactly).variants
    assert (variant.low, variant.high, variant.origins) == (13, None, 2)


def test_silence_is_told() -> None:
    silent = told(10, Word(words="There was a bomb."))
    (dissent,) = _killed("latest", EARLY, silent).dissent
    assert dissent.kind is DissentKind.SILENCE
    assert dissent.reports == (silent.document.id,)


def test_a_coarser_value_is_no_dissent_and_never_outvotes_a_finer_one() -> None:
    coarse = [told(n, Word(words=f"In May, {n}."), time="2031-05", kind="attack") for n in range(11, 14)]
    belief = believed("most-independent", EARLY, *coarse)
    time, kind = belief.field("time"), belief.field("kind")
    assert time is not None
    assert time.value is not None
    assert time.value.text == "2031-05-06"
    assert kind is not None
    assert kind.value is not None
    assert kind.value.text == "bombing"
    assert time.dissent == kind.dissent == ()


def test_a_correction_is_shown_with_its_author_and_can_be_taken_back() -> None:
    member = Ref(report=EARLY.document.id, record=EARLY.incidents[0].id)
    correction = Correction(member=member, field="killed", value="14", author="an editor", at="2031-06-01", note="list")
    belief = believed("lowest", EARLY, LATE, corrections=(correction,))
    count = belief.count(CountEffect.KILLED)
    assert count is not None
    assert count.value is not None
    assert count.value.number == 14
    assert "an editor" in count.why
    assert [variant.number for variant in count.variants] == [13, 69]
    assert believed("lowest", EARLY, LATE, corrections=()) == believed("lowest", EARLY, LATE)


@pytest.mark.parametrize(("field", "value"), [("mood", "bad"), ("killed", "many")])
def test_a_correction_of_nothing_is_refused(field: str, value: str) -> None:
    member = Ref(report=EARLY.document.id, record=EARLY.incidents[0].id)
    wrong = Correction(member=member, field=field, value=value, author="an editor", at="2031-06-01")
    with pytest.raises(UsageError, match=field):
        believed("lowest", EARLY, corrections=(wrong,))
