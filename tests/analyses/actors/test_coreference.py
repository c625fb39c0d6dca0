"""Which words refer to the same actor, on sentences written by hand and the shipped registry."""

from __future__ import annotations

from functools import cache

import pytest
from tests.sentences_by_hand import told

from hearsay.analyses.actors.clusters import Cluster, region_in
from hearsay.analyses.actors.coreference import Coreference
from hearsay.analyses.actors.mentions import Finder
from hearsay.analyses.actors.nominals import Candidate
from hearsay.records.actor import ActorKind
from hearsay.records.analysis import MentionForm
from hearsay.records.span import Span
from hearsay.records.tree import Tree
from hearsay.vocabulary.actors.registry import Context, Registry

GROUP = """
The the DET 3 det
rebel rebel NOUN 3 compound
group group NOUN 7 nsubj
Karsa Karsa PROPN 3 appos ORG
Dawn Dawn PROPN 4 flat ORG
has have AUX 7 aux
attacked attack VERB 0 root
towns town NOUN 7 obj
"""
IT_SAID = """
It it PRON 2 nsubj
left leave VERB 0 root
"""
THE_GROUP = """
The the DET 2 det
group group NOUN 3 nsubj
left leave VERB 0 root
"""
DAST = """
Colonel colonel NOUN 4 nsubj
Ivo Ivo PROPN 1 flat PER
Dast Dast PROPN 1 flat PER
left leave VERB 0 root
"""
SURNAME = """
Dast Dast PROPN 2 nsubj PER
said say VERB 0 root
he he PRON 4 nsubj
left leave VERB 2 ccomp
"""
POLICE = """
Police police NOUN 2 nsubj
left leave VERB 0 root
"""
FRONT = """
The the DET 3 det
Free Free PROPN 3 compound ORG
Front Front PROPN 9 nsubj ORG
also also ADV 5 advmod
known know VERB 3 acl
as as ADP 7 case
FF FF PROPN 5 obl ORG
has have AUX 9 aux
left leave VERB 0 root
"""
ACRONYM = """
FF FF PROPN 2 nsubj ORG
left leave VERB 0 root
"""

TRAINED_IT = """
The the DET 3 det
Green Green PROPN 3 compound ORG
Front Front PROPN 4 nsubj ORG
trained train VERB 0 root
it it PRON 4 obj
"""
LEFT_BEHIND_IT = """
The the DET 3 det
Green Green PROPN 3 compound ORG
Front Front PROPN 4 nsubj ORG
left leave VERB 0 root
mines mine NOUN 4 obj
behind behind ADP 7 case
it it PRON 4 obl
"""


@cache
def registry() -> Registry:
    return Registry.load(None)


def clusters(*written: str) -> list[Cluster]:
    analysis = told(*written)
    tree, text = Tree(analysis.tokens), analysis.document.text
    candidates = Finder(text, tree, analysis.sentences, registry(), ()).find()
    context = Context(countries=frozenset(), year=None)
    return Coreference(text, tree, analysis.sentences, registry(), context).resolve(candidates)


def names(*written: str) -> list[set[str]]:
    return [{candidate.name for candidate, _ in cluster.links} for cluster in clusters(*written)]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ((GROUP, IT_SAID), [{"Karsa Dawn", "It", "The rebel group"}]),
        ((GROUP, THE_GROUP), [{"Karsa Dawn", "The group", "The rebel group"}]),
        ((POLICE, POLICE), [{"Police"}]),
        ((FRONT, ACRONYM), [{"Free Front", "FF"}]),
    ],
)
def test_what_is_one_actor(written: tuple[str, ...], expected: list[set[str]]) -> None:
    assert names(*written) == expected


def test_a_surname_is_the_person_named_in_full() -> None:
    found = [c for c in clusters(DAST, SURNAME) if c.is_person]
    assert len(found) == 1
    assert {"Ivo Dast", "Dast", "he"} <= {c.name for c, _ in found[0].links}


def test_a_description_gives_a_name_its_kind() -> None:
    assert [c.kind for c in clusters(GROUP)] == [ActorKind.ARMED_GROUP]


def test_he_is_no_group_and_it_no_person() -> None:
    assert all("It" not in {c.name for c, _ in cluster.links} for cluster in clusters(DAST, IT_SAID))


def test_an_object_is_not_its_own_subject() -> None:
    assert all("it" not in {c.name for c, _ in cluster.links} for cluster in clusters(TRAINED_IT))
    assert names(GROUP, TRAINED_IT)[0] == {"Karsa Dawn", "The rebel group", "it"}
    assert names(LEFT_BEHIND_IT) == [{"Green Front", "it"}]


def test_a_pronoun_far_from_its_name_stays_alone() -> None:
    filler = "Rain rain NOUN 2 nsubj\nfell fall VERB 0 root"
    joined = clusters(GROUP, filler, filler, filler, filler, IT_SAID)
    assert all("It" not in {c.name for c, _ in cluster.links} for cluster in joined)


def test_links_carry_their_rule() -> None:
    assert all(by for cluster in clusters(GROUP, THE_GROUP, IT_SAID) for _, by in cluster.links)


def test_regions() -> None:
    assert "IQ" in region_in("the Middle Eastern group")
    assert region_in("the group") == frozenset()


def test_names_are_told_once() -> None:
    def mention(start: int) -> Candidate:
        return Candidate(span=Span(start, start + 4), head=start, form=MentionForm.NAME, name="Dawn", kind=None)

    cluster = Cluster(kind=None)
    for start in (0, 10, 20):
        cluster.add(mention(start), "dawn", "name")
    assert cluster.proper_names == ["Dawn"]
    assert cluster.last_before(15) == mention(10)
    actor = cluster.actor("document-1")
    assert (actor.names, len(actor.mentions), actor.kind) == (("Dawn",), 3, ActorKind.OTHER)


COUNCIL = """
The the DET 4 det
{side} {side} PROPN 4 compound
Naga Naga PROPN 4 compound
Council council PROPN 5 nsubj
left leave VERB 0 root
"""
WORKERS = """
The the DET 4 det
Karsan Karsan PROPN 4 compound ORG
Workers worker NOUN 4 compound ORG
Front front PROPN 5 nsubj ORG
left leave VERB 0 root
"""


def test_names_that_were_taken_for_descriptions_stay_apart() -> None:
    found = names(COUNCIL.format(side="Eastern"), COUNCIL.format(side="Western"), COUNCIL.format(side="Eastern"))
    assert found == [{"The Eastern Naga Council"}, {"The Western Naga Council"}]


TAGGED_BODY = """
The the DET 4 det
{side} {side} ADJ 4 amod ORG
{people} {people} PROPN 4 compound ORG
{body} {body} PROPN 5 nsubj ORG
left leave VERB 0 root
"""


@pytest.mark.parametrize(
    ("side", "people", "body"),
    [("Upper", "Naga", "Council"), ("Free", "Kurdish", "Army"), ("United", "Tamil", "Movement")],
)
def test_a_body_named_for_a_people_is_a_name(side: str, people: str, body: str) -> None:
    assert names(TAGGED_BODY.format(side=side, people=people, body=body)) == [{f"{side} {people} {body}"}]


def test_a_noun_inside_a_name_is_nobody_of_its_own() -> None:
    assert names(WORKERS) == [{"Karsan Workers Front"}]


WE_DID = """
We we PRON 2 nsubj
burned burn VERB 7 ccomp
it it PRON 2 obj
the the DET 6 det
Green Green PROPN 6 compound ORG
Front Front PROPN 7 nsubj ORG
said say VERB 0 root
"""
HE_SAID = """
I I PRON 2 nsubj
saw see VERB 6 ccomp
it it PRON 2 obj
Ivo Ivo PROPN 6 nsubj PER
Dast Dast PROPN 4 flat PER
said say VERB 0 root
"""
WE_BESIDE = """
Dast Dast PROPN 2 nsubj PER
said say VERB 0 root
we we PRON 4 nsubj
left leave VERB 2 ccomp
"""
I_ALONE = """
I I PRON 2 nsubj
left leave VERB 0 root
"""


@pytest.mark.parametrize(
    ("written", "word", "speaker"),
    [
        ((WE_DID,), "We", "Green Front"),
        ((HE_SAID,), "I", "Ivo Dast"),
        ((WE_BESIDE,), "we", None),  # a person's "we" may be their body, their side or those who were there
        ((DAST, I_ALONE), "I", None),  # nobody is said to speak
    ],
)
def test_who_says_the_words_is_meant_by_i_and_we(written: tuple[str, ...], word: str, speaker: str | None) -> None:
    meant = [found for found in names(*written) if word in found]
    assert [speaker in found for found in meant] == ([True] if speaker else [])


WHOLE = """
The the DET 4 det
{one} {one} PROPN 4 compound ORG
Liberation Liberation PROPN 4 compound ORG
{kind} {kind} PROPN 5 nsubj ORG
left leave VERB 0 root
"""
SHORT = """
The the DET 2 det
{kind} {kind} PROPN 3 nsubj ORG
left leave VERB 0 root
"""


@pytest.mark.parametrize("kind", ["Front", "Brigade", "Union"])
def test_the_last_word_of_a_name_is_short_for_it(kind: str) -> None:
    short = SHORT.format(kind=kind)
    found = names(WHOLE.format(one="Karsan", kind=kind), short)
    assert found == [{f"Karsan Liberation {kind}", kind}]
    rivals = names(WHOLE.format(one="Karsan", kind=kind), WHOLE.format(one="Orvin", kind=kind), short)
    assert {kind} in rivals
    assert {kind} in names(short, WHOLE.format(one="Karsan", kind=kind))
