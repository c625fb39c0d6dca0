"""The lexicon of common nouns: look-ups, plurals, and data that keep their own rules."""

from __future__ import annotations

import pytest

from hearsay.records.actor import ActorKind
from hearsay.vocabulary import nouns


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("militant", ActorKind.ARMED_GROUP),
        ("gunmen", ActorKind.ARMED_GROUP),
        ("Guerrillas", ActorKind.ARMED_GROUP),
        ("splinter group", ActorKind.ARMED_GROUP),
        ("army", ActorKind.STATE_FORCE),
        ("troops", ActorKind.STATE_FORCE),
        ("coast guard", ActorKind.STATE_FORCE),
        ("ministry", ActorKind.GOVERNMENT),
        ("embassies", ActorKind.GOVERNMENT),
        ("officials", ActorKind.GOVERNMENT),
        ("worshippers", ActorKind.CIVILIANS),
        ("schoolchildren", ActorKind.CIVILIANS),
        ("people", ActorKind.CIVILIANS),
        ("newspaper", ActorKind.OUTLET),
        ("news agency", ActorKind.NEWS_AGENCY),
        ("spokesman", ActorKind.PERSON),
    ],
)
def test_a_head_noun_tells_the_kind_of_actor(word: str, kind: ActorKind) -> None:
    noun = nouns.actor_noun(word)
    assert noun is not None
    assert noun.kind is kind


@pytest.mark.parametrize("word", ["table", "week", "", "peace", "s"])
def test_other_nouns_are_no_actors(word: str) -> None:
    assert nouns.actor_noun(word) is None


def test_words_that_need_context_are_marked() -> None:
    group, militia = nouns.actor_noun("group"), nouns.actor_noun("militia")
    assert group is not None
    assert group.doubtful
    assert militia is not None
    assert not militia.doubtful


@pytest.mark.parametrize("word", ["army", "group", "government", "police", "militias", "crowd"])
def test_collectives(word: str) -> None:
    assert nouns.is_collective(word)


@pytest.mark.parametrize("word", ["soldier", "militants", "minister", "villagers", "stone"])
def test_persons_and_things_are_no_collectives(word: str) -> None:
    assert not nouns.is_collective(word)


def test_persons_who_are_quoted() -> None:
    spokesman, witness, official = (nouns.person_role(w) for w in ("spokesman", "witnesses", "officials"))
    assert spokesman is not None
    assert (spokesman.side, spokesman.office, spokesman.unnamed) == (None, True, False)
    assert witness is not None
    assert (witness.office, witness.unnamed) == (False, True)
    assert official is not None
    assert (official.side, official.office, official.unnamed) == (ActorKind.GOVERNMENT, True, True)
    assert nouns.person_role("rifle") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("an explosives-laden truck bomb", "vehicle bomb"),
        ("suicide car bomb", "suicide vehicle bomb"),
        ("AK-47s", "automatic rifle"),
        ("a bomb", "explosive"),
        ("two hand grenades", "grenade"),
        ("rocket-propelled grenades", "rocket-propelled grenade"),
        ("knives", "knife"),
        ("Molotov cocktails", "firebomb"),
        ("the roadside bomb", "improvised explosive device"),
    ],
)
def test_the_longest_weapon_term_decides(text: str, name: str) -> None:
    found = nouns.weapon_class(text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("text", ["the officers", "", "a gunner of Arsenal"])
def test_no_weapon_is_none(text: str) -> None:
    assert nouns.weapon_class(text) is None


@pytest.mark.parametrize(
    ("noun", "kind", "number"),
    [
        ("police academy", "police", 3),
        ("checkpoints", "military", 4),
        ("mosque", "religious", 15),
        ("government-run girls’ school", "educational", 8),
        ("hospital", "medical", 1),
        ("passenger buses", "transport", 19),
        ("crowded fish market", "business", 1),
    ],
)
def test_targets_have_a_kind_and_its_number(noun: str, kind: str, number: int) -> None:
    found = nouns.target_kind(noun)
    assert found is not None
    assert (found.name, found.gtd_type) == (kind, number)


def test_an_unlisted_target_is_none() -> None:
    assert nouns.target_kind("agreement") is None


def test_every_key_can_be_looked_up_as_it_is_written() -> None:
    for table in (nouns.actor_nouns(), nouns.person_roles(), nouns.weapon_terms(), nouns.target_nouns()):
        for key in table:
            assert key == key.casefold().strip()
    assert all(nouns.weapon_class(term) is kind for term, kind in nouns.weapon_terms().items())


def test_codebook_numbers_are_in_range() -> None:
    assert all(1 <= kind.gtd_type <= 13 for kind in nouns.weapon_classes().values())
    assert all(1 <= kind.gtd_type <= 22 for kind in nouns.target_kinds().values())
