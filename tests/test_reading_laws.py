"""What holds of every reading: it repeats itself, leads back to the text, and survives any text."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.reports.coded import NAMES, coding_of, reading_of, words_of

from hearsay.errors import InputError
from hearsay.pipeline import read_words
from hearsay.records.reading import Reading
from hearsay.records.span import Span
from hearsay.records.statement import AboutIncident, AboutRelation, Speech
from hearsay.records.wire import dumps, from_wire, to_wire


@pytest.mark.parametrize("name", NAMES)
def test_reading_twice_changes_nothing(name: str) -> None:
    again = read_words(words_of(name), published=str(coding_of(name)["published"]))
    assert dumps(again) == dumps(reading_of(name))


@pytest.mark.parametrize("name", NAMES)
def test_a_reading_survives_the_wire(name: str) -> None:
    assert from_wire(to_wire(reading_of(name))) == reading_of(name)


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_used_once(name: str) -> None:
    reading = reading_of(name)
    ids = [
        record.id
        for records in (reading.actors, reading.places, reading.statements, reading.incidents, reading.relations)
        for record in records
    ]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", NAMES)
def test_everything_leads_back_to_the_text(name: str) -> None:
    reading = reading_of(name)
    for span in _spans(reading):
        words = span.of(reading.document.text)
        assert words.strip() == words
        assert words


def _spans(reading: Reading) -> Iterator[Span]:
    for statement in reading.statements:
        yield from statement.evidence
        if isinstance(statement.content, Speech):
            yield statement.content.span
    for actor in reading.actors:
        yield from actor.mentions
    for place in reading.places:
        yield from place.mentions
    yield from (time.span for time in reading.times)


@pytest.mark.parametrize("name", NAMES)
def test_everything_rests_on_a_statement(name: str) -> None:
    check(reading_of(name))


def check(reading: Reading) -> None:
    """Incidents, relations, tolls and stances rest on statements of the reading, which point back at them."""
    statements = {s.id: s for s in reading.statements}
    actors, places = {a.id for a in reading.actors}, {p.id for p in reading.places}
    for incident in reading.incidents:
        assert incident.statements
        for one in incident.statements:
            assert statements[one].content == AboutIncident(id=incident.id)
        for _, toll in incident.tolls:
            assert toll.statements
            assert set(toll.statements) <= set(incident.statements)
        for doer in incident.perpetrators:
            assert doer.statement in incident.statements
            assert {doer.actor, *doer.partners} <= actors
        assert set(incident.places) <= places
    for relation in reading.relations:
        assert relation.statements
        for one in relation.statements:
            assert statements[one].content == AboutRelation(id=relation.id)
    for statement in reading.statements:
        assert statement.evidence
        assert statement.speakers


@pytest.mark.parametrize("name", NAMES)
def test_without_a_day_of_publication_no_relative_date_is_resolved(name: str) -> None:
    text = re.sub(r"\b(?:1[0-9]|20|\d{1,2},? )?(?:19|20)\d\d\b|\b3 MAR 89\b|, Aug\. 14", "", words_of(name))
    reading = read_words(text)
    relative = re.compile(
        r"(?:yesterday|today|(?:last|next|this) (?:week|month|year|night)"
        r"|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?: night| evening| morning)?",
        re.IGNORECASE,
    )
    told = [(t.span.of(reading.document.text), t.value) for t in reading.times]
    assert reading.document.published is None
    values = [value for words, value in told if relative.fullmatch(words)]
    assert values
    assert set(values) == {None}
    assert all(i.time is None or not re.match(r"\d{4}-\d\d", i.time) for i in reading.incidents)


def _as_capitals(text: str, _: random.Random) -> str:
    return text.upper()


def _as_small_letters(text: str, _: random.Random) -> str:
    return text.lower()


def _on_one_line(text: str, _: random.Random) -> str:
    return " ".join(text.split())


def _with_wild_gaps(text: str, chance: random.Random) -> str:
    gaps = (" ", "  ", "\n", "\n\n", "\t", "\u00a0", " \n ", "\u200b")
    return "".join(chance.choice(gaps) if c == " " and chance.random() < 0.2 else c for c in text)


def _without_some_words(text: str, chance: random.Random) -> str:
    return " ".join(word for word in text.split(" ") if chance.random() > 0.2)


def _with_words_shuffled(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    chance.shuffle(words)
    return " ".join(words)


def _without_marks(text: str, _: random.Random) -> str:
    return re.sub(r"[.,;:'\"“”‘’()]", "", text)


def _with_random_case(text: str, chance: random.Random) -> str:
    return "".join(c.upper() if chance.random() < 0.3 else c for c in text)


MUTATIONS: tuple[Callable[[str, random.Random], str], ...] = (
    _as_capitals,
    _as_small_letters,
    _on_one_line,
    _with_wild_gaps,
    _without_some_words,
    _with_words_shuffled,
    _without_marks,
    _with_random_case,
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(NAMES), st.sampled_from(MUTATIONS), st.randoms(use_true_random=False))
def test_any_wording_is_read(name: str, mutation: Callable[[str, random.Random], str], chance: random.Random) -> None:
    words = mutation(words_of(name), chance)
    try:
        reading = read_words(words, published=str(coding_of(name)["published"]))
    except InputError:  # a report of which hardly a word is left is refused, nothing else
        assert len(words.split()) < len(words_of(name).split()) / 2
        return
    check(reading)
    assert from_wire(to_wire(reading)) == reading
