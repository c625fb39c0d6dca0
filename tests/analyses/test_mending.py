"""Whatever the parser makes of a sentence, what is mended is still a tree: walking up from any word comes to an end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.analyses.mending.apply import mended
from hearsay.records.analysis import Sentence, Token
from hearsay.records.document import BlockKind
from hearsay.records.span import Span

WORDS = (
    "the/the/DET dead/dead/NOUN number/number/NOUN 70/70/NUM ,/,/PUNCT and/and/CCONJ that/that/SCONJ to/to/PART "
    "said/say/VERB told/tell/VERB accused/accuse/VERB believed/believe/VERB denied/deny/VERB killed/kill/VERB "
    "rebels/rebel/NOUN army/army/NOUN spokesman/spokesman/NOUN bombing/bombing/NOUN of/of/ADP on/on/ADP in/in/ADP "
    "Tuesday/Tuesday/PROPN May/May/PROPN 's/'s/PART Tall/tall/ADJ Oumar/Oumar/PROPN be/be/AUX burned/burn/VERB"
).split()
RELATIONS = (
    "nsubj obj obl nmod nmod:poss acl acl:relcl advcl ccomp conj case mark det cc punct appos flat compound".split()
)
PARTS = st.tuples(
    st.sampled_from(WORDS), st.sampled_from(RELATIONS), st.integers(0, 30), st.sampled_from((None, "PER"))
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PARTS, min_size=2, max_size=18))
def test_a_mended_tree_is_a_tree(parts: list[tuple[str, str, int, str | None]]) -> None:
    tokens, at = [], 0
    order = sorted(range(len(parts)), key=lambda index: (parts[index][2], index))
    heads = {order[0]: None} | {index: order[place // 2] for place, index in enumerate(order[1:], start=0)}
    for index, (word, relation, _, entity) in enumerate(parts):
        text, lemma, tag = word.rsplit("/", 2)
        head = heads[index]
        tokens.append(
            Token(
                span=Span(at, at + len(text)),
                text=text,
                lemma=lemma,
                tag=tag,
                head=head,
                relation="root" if head is None else relation,
                entity=entity,
            )
        )
        at += len(text) + 1
    whole = Sentence(span=Span(0, at), first=0, last=len(tokens), block=BlockKind.BODY, paragraph=0)
    found = mended(tokens, [whole])
    for index in range(len(found)):
        above: int | None = index
        for _ in range(len(found) + 1):
            if above is None:
                break
            above = found[above].head
        assert above is None


Row = tuple[str, str, str, int | None, str]


def mend(rows: list[Row], entities: dict[int, str] | None = None) -> list[Token]:
    tokens, start = [], 0
    for index, (text, lemma, tag, head, relation) in enumerate(rows):
        span = Span(start, start + len(text))
        entity = (entities or {}).get(index)
        tokens.append(Token(span=span, text=text, lemma=lemma, tag=tag, head=head, relation=relation, entity=entity))
        start += len(text) + 1
    whole = Sentence(span=Span(0, start - 1), first=0, last=len(tokens), block=BlockKind.BODY, paragraph=0)
    return list(mended(tokens, [whole]))


@pytest.mark.parametrize("said", [("said", "say"), ("claimed", "claim"), ("added", "add")])
def test_an_aside_of_a_speaker_is_about_the_whole_sentence(said: tuple[str, str]) -> None:
    tokens = mend(
        [
            ("Soldiers", "soldier", "NOUN", 6, "nsubj:pass"),
            (",", ",", "PUNCT", 3, "punct"),
            ("police", "police", "NOUN", 3, "nsubj"),
            (*said, "VERB", 0, "parataxis"),
            (",", ",", "PUNCT", 3, "punct"),
            ("were", "be", "AUX", 6, "aux:pass"),
            ("killed", "kill", "VERB", None, "root"),
        ]
    )
    assert (tokens[3].head, tokens[3].relation) == (6, "parataxis")


@pytest.mark.parametrize("verb", [("burned", "burn"), ("robbed", "rob"), ("left", "leave")])
def test_the_first_of_two_subjects_is_that_of_the_clause_between(verb: tuple[str, str]) -> None:
    tokens = mend(
        [
            ("Men", "man", "NOUN", 5, "nsubj"),
            (*verb, "VERB", 5, "ccomp"),
            ("villages", "village", "NOUN", 1, "obj"),
            (",", ",", "PUNCT", 5, "punct"),
            ("officials", "official", "NOUN", 5, "nsubj"),
            ("said", "say", "VERB", None, "root"),
        ]
    )
    assert (tokens[0].head, tokens[0].relation) == (1, "nsubj")
    assert tokens[4].head == 5


@pytest.mark.parametrize("went_off", [("exploded", "explode"), ("detonated", "detonate"), ("died", "die")])
def test_a_day_before_when_is_that_of_the_clause(went_off: tuple[str, str]) -> None:
    tokens = mend(
        [
            ("Boys", "boy", "NOUN", 1, "nsubj"),
            ("played", "play", "VERB", None, "root"),
            ("on", "on", "ADP", 3, "case"),
            ("Sunday", "Sunday", "PROPN", 1, "obl"),
            ("when", "when", "ADV", 6, "advmod"),
            ("it", "it", "PRON", 6, "nsubj"),
            (*went_off, "VERB", 1, "advcl"),
        ]
    )
    assert (tokens[3].head, tokens[3].relation) == (6, "obl")


@pytest.mark.parametrize("event", ["bombing", "raid", "ambush"])
def test_a_day_before_a_relative_clause_is_that_of_the_event(event: str) -> None:
    tokens = mend(
        [
            ("There", "there", "PRON", 1, "expl"),
            ("were", "be", "VERB", None, "root"),
            ("talk", "talk", "NOUN", 1, "nsubj"),
            ("of", "of", "ADP", 5, "case"),
            ("a", "a", "DET", 5, "det"),
            (event, event, "NOUN", 2, "nmod"),
            ("on", "on", "ADP", 7, "case"),
            ("Sunday", "Sunday", "PROPN", 1, "obl"),
            ("that", "that", "PRON", 9, "nsubj"),
            ("killed", "kill", "VERB", 2, "acl:relcl"),
            ("nine", "nine", "NUM", 9, "obj"),
        ]
    )
    assert tokens[7].head == 5
    assert tokens[9].head == 5


@pytest.mark.parametrize("pronoun", ["it", "they", "he"])
def test_what_is_said_on_a_day_is_not_of_that_day(pronoun: str) -> None:
    tokens = mend(
        [
            ("He", "he", "PRON", 1, "nsubj"),
            ("said", "say", "VERB", None, "root"),
            ("after", "after", "ADP", 4, "case"),
            ("the", "the", "DET", 4, "det"),
            ("raid", "raid", "NOUN", 1, "obl"),
            ("on", "on", "ADP", 6, "case"),
            ("Sunday", "Sunday", "PROPN", 1, "obl"),
            ("that", "that", "SCONJ", 9, "mark"),
            (pronoun, pronoun, "PRON", 9, "nsubj"),
            ("killed", "kill", "VERB", 1, "ccomp"),
            ("nine", "nine", "NUM", 9, "obj"),
        ]
    )
    assert (tokens[9].head, tokens[9].relation) == (1, "ccomp")


@pytest.mark.parametrize("part", ["evening", "night", "morning"])
def test_the_part_of_a_day_that_opens_a_sentence_is_that_of_what_is_told(part: str) -> None:
    tokens = mend(
        [
            ("On", "on", "ADP", 2, "case"),
            ("Sunday", "Sunday", "PROPN", 2, "compound"),
            (part, part, "NOUN", 7, "obl"),
            (",", ",", "PUNCT", 2, "punct"),
            ("rebels", "rebel", "NOUN", 5, "nsubj"),
            ("attacked", "attack", "VERB", 7, "ccomp"),
            (",", ",", "PUNCT", 5, "punct"),
            ("said", "say", "VERB", None, "root"),
            ("Soro", "Soro", "PROPN", 7, "nsubj"),
        ]
    )
    assert tokens[2].head == 5


@pytest.mark.parametrize("said", [("said", "say"), ("claimed", "claim"), ("denied", "deny")])
def test_of_two_subjects_before_a_verb_the_first_says_it(said: tuple[str, str]) -> None:
    tokens = mend(
        [
            ("Unable", "unable", "ADJ", None, "root"),
            ("doctors", "doctor", "NOUN", 8, "nsubj:pass"),
            ("asked", "ask", "VERB", 1, "acl"),
            (",", ",", "PUNCT", 4, "punct"),
            (*said, "VERB", 0, "conj"),
            ("ten", "ten", "NUM", 6, "nummod"),
            ("people", "people", "NOUN", 8, "nsubj:pass"),
            ("were", "be", "AUX", 8, "aux:pass"),
            ("killed", "kill", "VERB", 0, "conj"),
        ]
    )
    assert (tokens[1].head, tokens[1].relation) == (4, "nsubj")
    assert (tokens[8].head, tokens[8].relation) == (4, "ccomp")
    assert tokens[6].head == 8


@pytest.mark.parametrize("share", ["part", "role", "involvement"])
def test_a_denied_part_is_a_part_in_the_deed(share: str) -> None:
    tokens = mend(
        [
            ("Rebels", "rebel", "NOUN", 1, "nsubj"),
            ("denied", "deny", "VERB", None, "root"),
            ("any", "any", "DET", 3, "det"),
            (share, share, "NOUN", 1, "obj"),
            ("in", "in", "ADP", 6, "case"),
            ("the", "the", "DET", 6, "det"),
            ("attack", "attack", "NOUN", 1, "obl"),
        ]
    )
    assert (tokens[6].head, tokens[6].relation) == (3, "nmod")


@pytest.mark.parametrize(("mark", "done"), [("of", "burning"), ("for", "killing"), ("with", "planting")])
def test_what_somebody_is_accused_of_is_the_accusers_clause(mark: str, done: str) -> None:
    tokens = mend(
        [
            ("Rebels", "rebel", "NOUN", 1, "nsubj"),
            ("accused", "accuse", "VERB", None, "root"),
            ("them", "they", "PRON", 1, "obj"),
            (mark, mark, "SCONJ", 4, "mark"),
            (done, done, "VERB", 1, "xcomp"),
            ("crops", "crop", "NOUN", 4, "obj"),
        ]
    )
    assert tokens[4].relation == "advcl"


@pytest.mark.parametrize("name", [("Northern", "Dawn", "Front"), ("Red", "Lantern", "Movement"), ("Free", "Army")])
def test_capitals_before_the_word_for_a_body_are_its_name(name: tuple[str, ...]) -> None:
    last = len(name) + 2
    rows: list[Row] = [("fighters", "fighter", "NOUN", last + 1, "nsubj"), ("of", "of", "ADP", last, "case")]
    rows += [("the", "the", "DET", last, "det")]
    rows += [(word, word.lower(), "ADJ", last, "amod") for word in name[:-1]]
    rows += [(name[-1], name[-1].lower(), "NOUN", 0, "nmod"), ("left", "leave", "VERB", None, "root")]
    rows += [("at", "at", "ADP", last + 3, "case"), ("noon", "noon", "NOUN", last + 1, "obl")]
    assert [token.entity for token in mend(rows)] == [None, None, None, *(["ORG"] * len(name)), None, None, None]
    shouted = [(text.title(), lemma, tag, head, relation) for text, lemma, tag, head, relation in rows]
    assert {token.entity for token in mend(shouted)} == {None}
    known = mend(rows, {last - 1: "ORG", last: "ORG"})
    assert known[last].tag == "NOUN"


@pytest.mark.parametrize("last", ["Column", "Front", "Army"])
def test_a_name_of_which_the_tagger_has_the_beginning_goes_on(last: str) -> None:
    rows: list[Row] = [
        ("a", "a", "DET", 3, "det"),
        ("Red", "red", "ADJ", 2, "amod"),
        (last, last.lower(), "NOUN", 3, "compound"),
        ("statement", "statement", "NOUN", 4, "nsubj"),
        ("said", "say", "VERB", None, "root"),
    ]
    assert [token.entity for token in mend(rows, {1: "ORG"})] == [None, "ORG", "ORG", None, None]


@pytest.mark.parametrize("verb", [("killed", "kill"), ("wounded", "wound"), ("taken", "take")])
def test_a_clause_that_nothing_opens_is_the_sentence(verb: tuple[str, str]) -> None:
    rows: list[Row] = [
        ("Soldiers", "soldier", "NOUN", None, "root"),
        (",", ",", "PUNCT", 2, "punct"),
        ("children", "child", "NOUN", 0, "conj"),
        ("were", "be", "AUX", 4, "aux:pass"),
        (*verb, "VERB", 0, "acl:relcl"),
    ]
    tokens = mend(rows)
    assert (tokens[4].head, tokens[0].head, tokens[0].relation) == (None, 4, "nsubj:pass")
    rows[2] = ("who", "who", "PRON", 4, "nsubj:pass")
    assert mend(rows)[0].head is None


@pytest.mark.parametrize("how", ["led", "backed", "aligned"])
def test_what_a_hyphen_joins_belongs_together(how: str) -> None:
    tokens = [
        Token(span=Span(a, b), text=t, lemma=t, tag=tag, head=head, relation=relation, entity=None)
        for a, b, t, tag, head, relation in (
            (0, 6, "French", "ADJ", 3, "amod"),
            (6, 7, "-", "PUNCT", 0, "punct"),
            (7, 7 + len(how), how, "VERB", 3, "amod"),
            (8 + len(how), 15 + len(how), "strikes", "NOUN", None, "root"),
        )
    ]
    whole = Sentence(span=Span(0, 15 + len(how)), first=0, last=4, block=BlockKind.BODY, paragraph=0)
    assert [token.head for token in mended(tokens, [whole])] == [2, 0, 3, None]


@pytest.mark.parametrize("said", [("said", "say"), ("reported", "report"), ("announced", "announce")])
def test_a_day_before_the_comma_is_that_of_what_is_told(said: tuple[str, str]) -> None:
    rows: list[Row] = [
        ("Mines", "mine", "NOUN", 1, "nsubj"),
        ("exploded", "explode", "VERB", 5, "ccomp"),
        ("Friday", "Friday", "PROPN", 5, "obl:unmarked"),
        (",", ",", "PUNCT", 5, "punct"),
        ("police", "police", "NOUN", 5, "nsubj"),
        (*said, "VERB", None, "root"),
    ]
    assert mend(rows)[2].head == 1
    spoken: list[Row] = [
        ("Police", "police", "NOUN", 1, "nsubj"),
        (*said, "VERB", None, "root"),
        ("Friday", "Friday", "PROPN", 1, "obl:unmarked"),
        ("mines", "mine", "NOUN", 4, "nsubj"),
        ("exploded", "explode", "VERB", 1, "ccomp"),
    ]
    assert mend(spoken)[2].head == 1
