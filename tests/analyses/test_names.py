"""Names that the tagger cut are made whole, on sentences written by hand; what only looks like one stays as it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.sentences_by_hand import tokens_of

from hearsay.analyses.names import whole_names
from hearsay.records.analysis import Sentence, Token
from hearsay.records.document import BlockKind
from hearsay.records.span import Span


def written(words: str) -> list[Token]:
    """Tokens of "text" or "text/ENTITY", all of one flat tree: capitals are names, the rest nouns and the like."""
    rows = []
    for number, word in enumerate(words.split()):
        text, _, entity = word.partition("/")
        tag = "PROPN" if text[:1].isupper() else "ADP" if text == "of" else "DET" if text == "the" else "NOUN"
        rows.append(f"{text} {text} {tag} {int(number > 0)} dep {entity}")
    return list(tokens_of("\n".join(rows)))


def named(tokens: list[Token]) -> str:
    """The words with their entities, as `written` takes them."""
    whole = Sentence(span=Span(0, tokens[-1].span.end), first=0, last=len(tokens), block=BlockKind.BODY, paragraph=0)
    found = whole_names(tokens, [whole])
    return " ".join(token.text + (f"/{token.entity}" if token.entity else "") for token in found)


def touching(words: str) -> list[Token]:
    """The same, with "X - e - Y" written without spaces."""
    tokens: list[Token] = []
    at = 0
    for token in written(words):
        text = token.text
        loose = bool(tokens) and text != "-" and tokens[-1].text != "-"
        at += loose
        tokens.append(replace(token, span=Span(at, at + len(text))))
        at += len(text)
    return tokens


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("blamed Harkat/PER - e - Noor", "blamed Harkat/ORG -/ORG e/ORG -/ORG Noor/ORG"),
        ("blamed Anjuman - i - Safed/ORG", "blamed Anjuman/ORG -/ORG i/ORG -/ORG Safed/ORG"),
        ("met Mazhar/PER - ul - Islam", "met Mazhar/PER -/PER ul/PER -/PER Islam/PER"),
        ("the Karsa/ORG - led - Force", "the Karsa/ORG - led - Force"),
        ("the Karsa/LOC - to - Velm/LOC road", "the Karsa/LOC - to - Velm/LOC road"),
    ],
)
def test_a_short_word_between_hyphens_ties_a_name(words: str, expected: str) -> None:
    assert named(touching(words)) == expected


def test_hyphens_with_room_around_them_tie_nothing() -> None:
    assert named(written("blamed Harkat/PER - e - Noor")) == "blamed Harkat/PER - e - Noor"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the Wolves/ORG of Winter fled", "the Wolves/ORG of/ORG Winter/ORG fled"),
        ("the Daughters/ORG of the Red/LOC River fled", "the Daughters/ORG of/ORG the/ORG Red/ORG River/ORG fled"),
        ("the Shield/ORG of/ORG Karsa/LOC fled", "the Shield/ORG of/ORG Karsa/ORG fled"),
        ("the Karsis/ORG of Velm/LOC fled", "the Karsis/ORG of Velm/LOC fled"),
        ("the Army/ORG of Velm/LOC fled", "the Army/ORG of Velm/LOC fled"),
        ("the Wolves/ORG of winter fled", "the Wolves/ORG of winter fled"),
        ("friends of the Wolves/ORG of", "friends of the Wolves/ORG of"),
    ],
)
def test_what_a_body_named_for_many_is_of_belongs_to_its_name(words: str, expected: str) -> None:
    assert named(written(words)) == expected


@pytest.mark.parametrize("word", ["herder", "fisherman", "teacher"])
def test_what_somebody_is_stands_before_the_name(word: str) -> None:
    assert named(written(f"the {word}/PER Alim/PER Danjuma/PER said")) == f"the {word} Alim/PER Danjuma/PER said"


@pytest.mark.parametrize("name", ["bin/PER Danjuma/PER", "herder/PER", "van/PER Aster/PER"])
def test_small_words_that_are_part_of_a_name_stay_in_it(name: str) -> None:
    assert named(written(f"{name} said")) == f"{name} said"
