"""Which words of a fictional report mean the same actor, read by the shipped reader: kinds that were misread once."""

from __future__ import annotations

from functools import cache

import pytest
from tests.sentences_by_hand import document_of

from hearsay.analyses.analyse import ReportAnalyser
from hearsay.records.analysis import Analysis


@cache
def analyser() -> ReportAnalyser:
    return ReportAnalyser()


@cache
def read(text: str) -> Analysis:
    return analyser().analyse(document_of(text))


def actor_of(text: str, words: str, nth: int = 0) -> str | None:
    """The actor of the mention that begins or ends with the `nth` of these words; None when it is nobody's."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    end = start + len(words)
    found = [m for m in read(text).mentions if m.span.start <= start < end <= m.span.end]
    return min(found, key=lambda m: len(m.span)).actor if found else None


QUOTED = (
    (
        'A bomber struck the harbour gate. "The attacker wore a vest and he ran at the guards," mayor Ivo Dast said.',
        "he ran",
        "The attacker",
        "Ivo Dast",
    ),
    (
        'The Salt Road Movement was to blame, mayor Lena Orlo said. "The movement has been here for years. It is'
        ' bleeding," the Harbour Council added.',
        "It is",
        "The movement",
        "Harbour Council",
    ),
    (
        'Interior minister Pavel Rusk blamed smugglers. "The smugglers know this coast. They will not escape," army'
        " officers told reporters.",
        "They will",
        "The smugglers",
        "army officers",
    ),
)


@pytest.mark.parametrize(("text", "pronoun", "meant", "speaker"), QUOTED)
def test_whoever_speaks_is_not_the_third_person_of_the_words(text: str, pronoun: str, meant: str, speaker: str) -> None:
    found = actor_of(text, pronoun.split()[0], text[: text.index(pronoun)].count(pronoun.split()[0]))
    assert found == actor_of(text, meant)
    assert found != actor_of(text, speaker)


TOLD_OF = (
    ('Ivo Dast blamed the rebels. "They robbed her father at the gate," he said.', "he said", "Ivo Dast"),
    ('Lena Orlo spoke in the square. "My sister saw the bomb," she said.', "she said", "Lena Orlo"),
    ('Pavel Rusk came on Friday. "The mayor of Selwyn has lied to us," he told reporters.', "he told", "Pavel Rusk"),
)


@pytest.mark.parametrize(("text", "pronoun", "speaker"), TOLD_OF)
def test_whom_the_words_tell_of_did_not_say_them(text: str, pronoun: str, speaker: str) -> None:
    word = pronoun.split()[0]
    assert actor_of(text, word, text[: text.index(pronoun)].count(word)) == actor_of(text, speaker) is not None


ISSUED = (
    ('A statement by the Dune Front said: "We planted the mine near the bridge."', "Dune Front"),
    ('The message of the Red Heron Brigade said: "We shot the envoy."', "Red Heron Brigade"),
    ('A leaflet issued by the Karsa Liberation Army warned: "We will burn your farms."', "Karsa Liberation Army"),
)


@pytest.mark.parametrize(("text", "issuer"), ISSUED)
def test_we_of_a_statement_is_its_issuer(text: str, issuer: str) -> None:
    assert actor_of(text, "We") == actor_of(text, issuer) is not None


SPOKEN_FOR = (
    ('"We burned the depot," Salt Road Movement spokesman Ivo Dast said.', "We", "Salt Road Movement"),
    (
        '"We left the town at dawn," said Lena Orlo, a spokeswoman for the Salt Road Movement.',
        "We",
        "Salt Road Movement",
    ),
    ('Harbour Council spokesperson Pavel Rusk said: "We have asked for help."', "We", "Harbour Council"),
)


@pytest.mark.parametrize(("text", "pronoun", "body"), SPOKEN_FOR)
def test_we_of_a_spokesman_is_the_body_that_he_speaks_for(text: str, pronoun: str, body: str) -> None:
    assert actor_of(text, pronoun) == actor_of(text, body) is not None


COUNTED = (
    ("Eight police were killed in Selwyn. Police said on Sunday that the town was shut.", "Eight police", "Police"),
    ("Four soldiers died at the bridge. In the hills thirty soldiers were taken.", "Four soldiers", "thirty soldiers"),
    ("Two villagers were shot at the well. Villagers fled over the ridge.", "Two villagers", "Villagers"),
)


@pytest.mark.parametrize(("text", "one", "other"), COUNTED)
def test_so_many_of_them_are_not_all_of_them(text: str, one: str, other: str) -> None:
    assert actor_of(text, one) != actor_of(text, other)


BODIES = (
    (
        "The Defence Ministry of Kamara said the bridge was lost. The government has not said how many died.",
        "Defence Ministry",
        "The government",
    ),
    ("The Kamara National Police found the car. The army said it was stolen.", "Kamara National Police", "The army"),
    ("The Harbour Commission met in Selwyn. The court freed two men.", "Harbour Commission", "The court"),
)


@pytest.mark.parametrize(("text", "named", "described"), BODIES)
def test_a_government_is_no_ministry_and_an_army_no_police(text: str, named: str, described: str) -> None:
    assert actor_of(text, named) != actor_of(text, described)


PLACES = (
    ("A mine killed two people in the capital on Monday.", "capital"),
    ("President Lena Orlo took office in May.", "office"),
    ("Villagers counted eleven bodies by the road.", "bodies"),
)


@pytest.mark.parametrize(("text", "word"), PLACES)
def test_a_capital_that_does_nothing_is_no_actor(text: str, word: str) -> None:
    start = text.index(word)
    assert all(analysis.tokens[m.head].span.start != start for analysis in [read(text)] for m in analysis.mentions)


SEXES = (
    ("Mrs. Lena Orlo met Pavel Rusk at the gate. Mr. Rusk said she had been warned.", "she", "Lena Orlo"),
    ("A girl and Ivo Dast hid in a barn. He said she was shot at dawn.", "she", "girl"),
    ("Pavel Rusk left his sister in Selwyn. She was seized on Friday.", "She", "his sister"),
)


@pytest.mark.parametrize(("text", "pronoun", "meant"), SEXES)
def test_she_is_a_woman(text: str, pronoun: str, meant: str) -> None:
    assert actor_of(text, pronoun) == actor_of(text, meant) is not None


HAPPENED = (
    "The Dune Front raided Selwyn. It was the worst attack in years.",
    "Soldiers of the Kamara Army shot at the crowd. It was a massacre, witnesses said.",
    "The Red Heron Brigade bombed a bus on Monday. It was the third bombing this month.",
)


@pytest.mark.parametrize("text", HAPPENED)
def test_what_happened_is_no_actor(text: str) -> None:
    assert actor_of(text, "It") is None


JOINT = (
    "The army and the Dune Front say they uphold the truce.",
    "Pavel Rusk and the Harbour Council said they had met twice.",
    "The police and the Salt Road Movement claimed they had won.",
)


@pytest.mark.parametrize("text", JOINT)
def test_two_together_are_neither(text: str) -> None:
    assert actor_of(text, "they") is None


SHORT_FIRST = (
    (
        "KLM claims blast\n\nThe Kamara Liberation Movement said it bombed the depot.",
        "KLM",
        "Kamara Liberation Movement",
    ),
    (
        "DRF blamed for raid\n\nTroops chased the Dune Revolutionary Front into the hills.",
        "DRF",
        "Dune Revolutionary Front",
    ),
    (
        "The SRLA shot two officers. The Salt Road Liberation Army has fought since 1999.",
        "SRLA",
        "Salt Road Liberation Army",
    ),
)


@pytest.mark.parametrize(("text", "short", "whole"), SHORT_FIRST)
def test_initials_may_come_before_the_name(text: str, short: str, whole: str) -> None:
    assert actor_of(text, short) == actor_of(text, whole) is not None


GOES_ON = (
    # over the sentences of a quotation
    (
        "“We will not yield,” mayor Ivo Dast said. “The road is ours. The river is ours. The hills are ours.”\n\n"
        "“All of it is ours,” he said.",
        "he said",
        "Ivo Dast",
    ),
    ("“They came at dawn,” said one of the herders. He said the barn was burned.", "He said", "one of the herders"),
    (
        "League spokesman Pavel Rusk said he knew nothing. Gen. Amir Dast placed the blame on the league.\n\n"
        "“It was revenge,” he told reporters.",
        "he told",
        "Amir Dast",
    ),
    (
        "The Kamara police told of a raid on the port. Twenty people were hurt in it, they said.",
        "they said",
        "The Kamara police",
    ),
)


RANKS = (
    ("The chief, Gen. Amir Dast, spoke to cadets. The road is open, the general said.", "the general", "Amir Dast"),
    ("Col. Lena Orlo met the herders at noon. The colonel was shot at dusk.", "The colonel", "Lena Orlo"),
    ("Residents blamed Capt. Pavel Rusk. The captain had ordered the raid, they said.", "The captain", "Pavel Rusk"),
)


@pytest.mark.parametrize(("text", "rank", "meant"), RANKS)
def test_a_rank_is_whoever_holds_it(text: str, rank: str, meant: str) -> None:
    assert actor_of(text, rank) == actor_of(text, meant) is not None


@pytest.mark.parametrize(("text", "pronoun", "meant"), GOES_ON)
def test_who_has_spoken_speaks_on(text: str, pronoun: str, meant: str) -> None:
    word = pronoun.split()[0]
    before = text[: text.index(pronoun)]
    assert actor_of(text, word, before.count(word)) == actor_of(text, meant) is not None


ONE_OF = (
    ("“They came at dawn,” said one of the villagers. That villager blamed the army.", "one of the villagers"),
    ("One of the officials said the bridge was mined.", "One of the officials"),
    ("Another of the survivors said he had hidden in a well.", "Another of the survivors"),
)


@pytest.mark.parametrize(("text", "words"), ONE_OF)
def test_one_of_several_is_somebody(text: str, words: str) -> None:
    found = actor_of(text, words)
    assert found is not None
    assert found != actor_of(text, words.split(" of ")[1])


NAMED_LATER = (
    (
        "The interior minister was quoted as saying the league did it. “It was the league,” Interior Minister Ana Ruiz"
        " told reporters.",
        "The interior minister",
        "Ana Ruiz",
    ),
    (
        "Harbour police chief Ilan Dast was hurt. A boat was burned. The harbour police chief was shot twice.",
        "The harbour police chief",
        "Ilan Dast",
    ),
    (
        "At least nine people were killed in Orsk, a monitor said. The Kamara Observatory for Peace said that"
        " three were children.",
        "a monitor",
        "Kamara Observatory for Peace",
    ),
    (
        "A mine killed two herders, a rights watchdog said. The Valley Rights Council said both were brothers.",
        "a rights watchdog",
        "Valley Rights Council",
    ),
)


@pytest.mark.parametrize(("text", "described", "named"), NAMED_LATER)
def test_who_is_described_first_is_named_later(text: str, described: str, named: str) -> None:
    assert actor_of(text, described) == actor_of(text, named) is not None


def test_two_holders_of_an_office_leave_it_open() -> None:
    text = (
        "The interior minister blamed the league. Interior Minister Ana Ruiz and Interior Minister Ilan Dast of"
        " Velmar met on Monday."
    )
    assert actor_of(text, "The interior minister") not in {actor_of(text, "Ana Ruiz"), actor_of(text, "Ilan Dast")}


STATES = (
    ("The junta fell in 1994 after a United States invasion.", "United States"),
    ("The Iran-backed militia burned the depot.", "Iran"),
    ("Troops from the United Arab Emirates arrived in the port on Monday.", "United Arab Emirates"),
)


@pytest.mark.parametrize(("text", "state"), STATES)
def test_a_state_that_stands_behind_others_acts(text: str, state: str) -> None:
    assert state in {actor.name for actor in read(text).actors}


LOCATED = (
    "Farmers fled to Iran after the flood.",
    "The letters from Iran arrived in the port on Monday.",
    "A United States passport was found in the car.",
)


@pytest.mark.parametrize("text", LOCATED)
def test_a_state_that_things_are_in_or_from_does_not(text: str) -> None:
    assert not {"Iran", "United States"} & {actor.name for actor in read(text).actors}
