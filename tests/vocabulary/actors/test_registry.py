"""The shipped registry: its rows, what it finds in text, and what names stand for in their context."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.records.actor import ActorKind
from hearsay.records.span import Span
from hearsay.vocabulary.actors.registry import Context, Registry
from hearsay.vocabulary.actors.scanning import NameMatch
from hearsay.vocabulary.countries import countries

REGISTRY = Registry.load()
FMLN = "farabundo-marti-national-liberation-front"


def context(*codes: str, year: int | None = None, actors: tuple[str, ...] = ()) -> Context:
    return Context(countries=frozenset(codes), year=year, actors=frozenset(actors))


def found(text: str) -> dict[str, NameMatch]:
    return {match.text: match for match in REGISTRY.scan(text)}


def test_enough_rows_of_each_kind_and_every_row_says_its_source() -> None:
    kinds = [row.kind for row in REGISTRY.rows.values()]
    assert kinds.count(ActorKind.ARMED_GROUP) >= 1000
    assert min(kinds.count(kind) for kind in (ActorKind.STATE_FORCE, ActorKind.GOVERNMENT, ActorKind.PARTY)) >= 90
    assert all(row.source for row in REGISTRY.rows.values())


def test_rows_keep_their_own_rules() -> None:
    known = set(countries())
    for row in REGISTRY.rows.values():
        assert row.parent is None or (row.parent in REGISTRY.rows and row.parent != row.id)
        assert (row.parent is None) == (row.relation is None)
        assert set(row.countries) <= known
        if row.first_year is not None and row.last_year is not None:
            assert row.first_year <= row.last_year


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("ISIS", "islamic-state"),
        ("ISIL", "islamic-state"),
        ("I.S.", "islamic-state"),
        ("Daesh", "islamic-state"),
        ("Islamic State of Iraq and the Levant", "islamic-state"),
        ("the Islamic State group", "islamic-state"),
        ("Islamic State militants", "islamic-state"),
        ("Islamic Front", "islamic-front"),
        ("Lashkar-i-Jhangvi", "lashkar-e-jhangvi"),
        ("Lashkar-i-Tayyaba", "lashkar-e-taiba"),
        ("Jamaat-ul-Ahrar", "jamaat-ul-ahrar"),
        ("Jamaat-ud-Dawah", "jamaat-ud-dawa"),
        ("INLA", "irish-national-liberation-army"),
        ("Real IRA", "real-irish-republican-army"),
        ("Sendero Luminoso", "shining-path"),
        ("Israel's army", "israel-defense-forces"),
        ("Pakistani troops", "pakistan-army"),
        ("the government of Mali", "mali-government"),
        ("U.N.", "united-nations"),
    ],
)
def test_a_name_that_only_one_actor_has(name: str, actor: str) -> None:
    resolution = REGISTRY.resolve(name)
    assert resolution.row is not None, resolution.reasons
    assert resolution.row.id == actor
    assert resolution.reasons


@pytest.mark.parametrize("name", ["Taliban", "IRA", "Jamaat", "PLA", "Ansar al-Sharia", "ELN", "the Front"])
def test_a_shared_name_stays_ambiguous_without_context(name: str) -> None:
    resolution = REGISTRY.resolve(name)
    assert resolution.row is None
    assert resolution.candidates
    assert resolution.reasons


@pytest.mark.parametrize(
    ("name", "where", "actor"),
    [
        ("Taliban", context("PK"), "tehrik-i-taliban-pakistan"),
        ("Taliban", context("AF"), "afghan-taliban"),
        ("Taliban", context("PK", year=1999), "afghan-taliban"),
        ("IRA", context("GB", year=1984), "provisional-irish-republican-army"),
        ("PLA", context("IN"), "peoples-liberation-army-of-manipur"),
        ("Ansar al-Sharia", context("TN"), "ansar-al-sharia-in-tunisia"),
        ("ELN", context("CO"), "national-liberation-army-colombia"),
        ("Maoists", context("NP"), "communist-party-of-nepal-maoist"),
        ("Jhangvi", context("PK"), "lashkar-e-jhangvi"),
        ("the Front", context("SV", actors=(FMLN,)), FMLN),
    ],
)
def test_the_context_decides(name: str, where: Context, actor: str) -> None:
    resolution = REGISTRY.resolve(name, where)
    assert resolution.row is not None, resolution.reasons
    assert resolution.row.id == actor


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("Taliban", context("PK", "AF")),
        ("the Front", context("SV")),
        ("Jhangvi", context()),
        ("Nobody's Army", context()),
    ],
)
def test_nothing_is_guessed(name: str, where: Context) -> None:
    assert REGISTRY.resolve(name, where).row is None


def test_scanning_finds_names_whole_and_in_their_case() -> None:
    hits = found(
        "An al-Shabab man let us go; Lashkar-e-Jhangvi Al-Alami, not LeT or the ELN. It is the IS that did it."
    )
    assert set(hits) == {"al-Shabab", "Lashkar-e-Jhangvi Al-Alami", "LeT", "ELN", "IS"}
    assert hits["Lashkar-e-Jhangvi Al-Alami"].candidates == ("lashkar-e-jhangvi-al-alami",)
    assert len(hits["ELN"].candidates) > 1


def test_a_name_does_not_cross_punctuation() -> None:
    assert "Islamic State" not in found("They are Islamic. State forces came.")


def test_in_capitals_a_word_is_no_acronym_for_certain() -> None:
    hits = found("THE FMLN IS THERE, THE SHINING PATH TOO")
    assert hits["IS"].weak
    assert not hits["FMLN"].weak
    assert not hits["SHINING PATH"].weak


def test_small_names_are_found_small_and_others_are_not() -> None:
    assert set(found("anti-balaka men and a hamas and the base and boko haram")) == {"anti-balaka"}


def test_state_bodies_are_found_by_pattern() -> None:
    hits = found("Colombian troops and the government of Chad met Malian police; the Israeli military watched.")
    assert [match.candidates for match in hits.values()] == [
        ("colombia-army",),
        ("chad-government",),
        ("mali-police",),
        ("israel-defense-forces",),
    ]
    row = REGISTRY.get("mali-police")
    assert row is not None
    assert (row.kind, row.countries) == (ActorKind.STATE_FORCE, ("ML",))


def test_the_scan_keeps_to_its_spans() -> None:
    text = "Hamas said. Hezbollah said."
    assert [m.text for m in REGISTRY.scan(text, [Span(12, len(text))])] == ["Hezbollah"]
    assert REGISTRY.scan("") == ()
    assert REGISTRY.scan(text, []) == ()


@settings(max_examples=60)
@given(st.text(max_size=120), st.sampled_from(["ISIS", "al-Shabab", "Lashkar-e-Taiba", "Malian army", "I.S."]))
def test_matches_re_slice_and_do_not_overlap(noise: str, name: str) -> None:
    text = f"{noise} {name} {noise}"
    last = 0
    for match in REGISTRY.scan(text):
        assert match.span.of(text) == match.text
        assert match.span.start >= last
        last = match.span.end


def test_kin_are_known() -> None:
    wings = {row.id for row in REGISTRY.children("tehrik-i-taliban-pakistan")}
    assert "jamaat-ul-ahrar" in wings
    resolution = REGISTRY.resolve("Ahrar", context("PK", actors=("tehrik-i-taliban-pakistan",)))
    assert resolution.row is not None
    assert resolution.row.id == "jamaat-ul-ahrar"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ISIS", "Daesh", True),
        ("Israel's army", "IDF", True),
        ("Lashkar-e-Jhangvi", "Lashkar-e-Taiba", False),
        ("IRA", "Real IRA", False),
        ("Hamas", "Hezbollah rebels", False),
        ("Ansar al-Sharia", "Ansar al-Sharia in Libya", None),
    ],
)
def test_same_actor_of_two_names(one: str, other: str, same: bool | None) -> None:
    assert REGISTRY.same(one, other).same is same


def test_scanning_is_fast_enough_for_a_report_in_milliseconds() -> None:
    report = "Gunmen of Lashkar-e-Jhangvi attacked a Pakistani army post near Quetta on Monday, officials said. " * 40
    REGISTRY.scan(report)
    started = time.perf_counter()
    REGISTRY.scan(report)
    assert time.perf_counter() - started < 0.5  # about 20 ms on an idle core; the margin is for busy ones


@pytest.mark.parametrize(
    "text",
    [
        "The Base was quiet.",
        "A Union man and the Family doctor.",
        "Officials said so.",
        "It is a Fact of Care.",
        "Un ami.",
    ],
)
def test_ordinary_words_are_at_most_weak(text: str) -> None:
    assert all(match.weak for match in REGISTRY.scan(text))


def test_a_possessive_is_no_part_of_the_name() -> None:
    assert set(found("Hezbollah's men, the PKK’s camps, the U.N.'s envoy")) == {"Hezbollah", "PKK", "U.N."}


def test_a_body_is_the_stored_one_only_in_its_years() -> None:
    assert [
        row.id if (row := REGISTRY.resolve("German troops", context(year=year)).row) else None for year in (1943, 1999)
    ] == ["germany-army", "bundeswehr"]


def test_everyday_words_and_short_acronyms_far_from_their_country_are_doubted() -> None:
    for name in ("Eastern Front", "MIT", "PAC"):
        assert REGISTRY.resolve(name, context("FI")).row is None
