"""Incidents out of sentences written by hand: stances, claims, tolls, what belongs together, where it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.sentences_by_hand import Who, told

from hearsay.incidents.assemble import Assembly, assemble
from hearsay.records.actor import ActorKind
from hearsay.records.analysis import Analysis, MentionForm
from hearsay.records.incident import Claims, CountEffect, Stance
from hearsay.records.place import Place, PlacePrecision
from hearsay.records.statement import AboutIncident, AboutRelation
from hearsay.records.time import Time, TimePrecision
from hearsay.statements.extract import extract

RAID = """
A a DET 2 det
raid raid NOUN 3 nsubj
killed kill VERB 0 root
{number} {number} NUM 5 nummod
men man NOUN 3 obj
"""
CLAIM = """
{who} {who} PROPN 2 nsubj ORG
claimed claim VERB 0 root
responsibility responsibility NOUN 2 obj
for for ADP 6 case
the the DET 6 det
raid raid NOUN 3 nmod
"""
DENIAL = """
{who} {who} PROPN 2 nsubj ORG
denied deny VERB 0 root
involvement involvement NOUN 2 obj
in in ADP 6 case
the the DET 6 det
raid raid NOUN 3 nmod
"""
BLAME = """
Police police NOUN 2 nsubj
blamed blame VERB 0 root
{who} {who} PROPN 2 obj ORG
for for ADP 6 case
the the DET 6 det
raid raid NOUN 2 obl
"""
CREDIT = BLAME.replace("blamed blame", "credited credit").replace("for for", "with with")
DID = """
{who} {who} PROPN 2 nsubj ORG
raided raid VERB 0 root
a a DET 4 det
town town NOUN 2 obj
"""
SAID_DID = """
Police police NOUN 2 nsubj
said say VERB 0 root
{who} {who} PROPN 4 nsubj ORG
raided raid VERB 2 ccomp
a a DET 6 det
town town NOUN 4 obj
"""
WE = """
“ “ PUNCT 3 punct
We we PRON 3 nsubj
raided raid VERB 9 ccomp
a a DET 5 det
town town NOUN 3 obj
” ” PUNCT 3 punct
, , PUNCT 9 punct
{who} {who} PROPN 9 nsubj ORG
said say VERB 0 root
"""
MAYBE = """
{who} {who} PROPN 3 nsubj ORG
allegedly allegedly ADV 3 advmod
raided raid VERB 0 root
a a DET 5 det
town town NOUN 3 obj
"""
JOINT = """
{who} {who} PROPN 2 nsubj ORG
said say VERB 0 root
it it PRON 4 nsubj
worked work VERB 2 ccomp
with with ADP 6 case
Dawn Dawn PROPN 4 obl ORG
in in ADP 9 case
the the DET 9 det
raid raid NOUN 4 obl
"""
FACTION = """
{who} {who} PROPN 4 nsubj ORG
is be AUX 4 cop
a a DET 4 det
faction faction NOUN 0 root
of of ADP 6 case
Dawn Dawn PROPN 4 nmod ORG
"""


def group(identity: str, *at: int) -> Who:
    return Who(id=identity, at=at)


def police(*at: int) -> Who:
    return Who(id="police", kind=ActorKind.STATE_FORCE, at=at, form=MentionForm.NOMINAL)


def assembled(analysis: Analysis) -> Assembly:
    return assemble(analysis, extract(analysis))


def stances(assembly: Assembly) -> list[tuple[str, Stance]]:
    return [(p.actor, p.stance) for i in assembly.incidents for p in i.perpetrators]


@pytest.mark.parametrize(
    ("written", "at", "stance"),
    [
        (DID, 0, Stance.REPORTED),
        (SAID_DID, 2, Stance.ACCUSED),
        (MAYBE, 0, Stance.SUSPECTED),
    ],
)
def test_stance_of_one_sentence(written: str, at: int, stance: Stance) -> None:
    analysis = told(written.format(who="Tide"), who=[group("tide", at), *([police(0)] if at else [])])
    assert stances(assembled(analysis)) == [("tide", stance)]


@pytest.mark.parametrize(
    ("written", "at", "stance"),
    [
        (CLAIM, 5, Stance.CLAIMED),
        (DENIAL, 5, Stance.DENIED),
        (BLAME, 7, Stance.ACCUSED),
        (CREDIT, 7, Stance.CREDITED),
    ],
)
def test_stance_towards_a_raid_told_before(written: str, at: int, stance: Stance) -> None:
    analysis = told(
        RAID.format(number=3), written.format(who="Tide"), who=[group("tide", at), *([police(5)] if at == 7 else [])]
    )
    found = assembled(analysis)
    assert len(found.incidents) == 1
    assert ("tide", stance) in stances(found)
    assert [t.low for _, t in found.incidents[0].tolls] == [3]


def test_we_is_who_speaks() -> None:
    found = assembled(told(WE.format(who="Tide"), who=[group("tide", 7)]))
    assert stances(found) == [("tide", Stance.CLAIMED)]


def test_every_stance_is_said_by_its_speaker() -> None:
    analysis = told(RAID.format(number=3), BLAME.format(who="Tide"), who=[police(5), group("tide", 7)])
    found = assembled(analysis)
    by_id = {s.id: s for s in found.statements}
    speakers = by_id[found.incidents[0].perpetrators[0].statement].speakers
    assert [s.actor for s in speakers[1:]] == ["police"]


def _claims(*written: str, who: Sequence[Who]) -> Claims:
    found = assembled(told(RAID.format(number=3), *written, who=who))
    assert len(found.incidents) == 1
    return found.incidents[0].claims


def test_claims() -> None:
    tide, dawn = CLAIM.format(who="Tide"), CLAIM.format(who="Dawn")
    assert _claims(who=[]) is Claims.NONE
    assert _claims(BLAME.format(who="Tide"), who=[police(5), group("tide", 7)]) is Claims.NONE
    assert _claims(tide, who=[group("tide", 5)]) is Claims.SINGLE
    assert _claims(tide, tide, who=[group("tide", 5, 11)]) is Claims.SINGLE
    assert _claims(tide, dawn, who=[group("tide", 5), group("dawn", 11)]) is Claims.COMPETING
    assert _claims(DENIAL.format(who="Tide"), who=[group("tide", 5)]) is Claims.DENIED
    both = [group("tide", 5), group("dawn", 11)]
    assert _claims(tide, DENIAL.format(who="Dawn"), who=both) is Claims.SINGLE


def test_joint_claims_name_each_other_or_are_kin() -> None:
    tide, dawn = CLAIM.format(who="Tide"), CLAIM.format(who="Dawn")
    partners = [group("tide", 5, 7), group("dawn", 10, 14)]
    assert _claims(JOINT.format(who="Tide"), dawn, who=partners) is Claims.JOINT
    kin = [group("tide", 5, 17), group("dawn", 11, 22)]
    assert _claims(tide, dawn, FACTION.format(who="Tide"), who=kin) is Claims.JOINT


def test_two_figures_that_disagree_are_two() -> None:
    toll = """
    The the DET 3 det
    death death NOUN 3 compound
    toll toll NOUN 4 nsubj
    rose rise VERB 0 root
    to to ADP 6 case
    {number} {number} NUM 4 obl
    """
    analysis = told(RAID.format(number=3), toll.format(number=7), toll.format(number=7))
    incident = assembled(analysis).incidents[0]
    killed = [toll for effect, toll in incident.tolls if effect is CountEffect.KILLED]
    assert sorted((t.low or 0, len(t.statements)) for t in killed) == [(3, 1), (7, 2)]


def _timed(analysis: Analysis, words: str, value: str) -> Analysis:
    at = analysis.document.text.index(words)
    span = next(t.span for t in analysis.tokens if t.span.start == at)
    time = Time(span=span, value=value, precision=TimePrecision.DAY)
    frames = tuple(
        replace(f, time=span) if f.evidence.contains(span) and f.act is not None else f for f in analysis.frames
    )
    return replace(analysis, times=(*analysis.times, time), frames=frames)


DATED = """
Rebels rebel NOUN 2 nsubj
killed kill VERB 0 root
ten ten NUM 4 nummod
men man NOUN 2 obj
{day} {day} PROPN 2 obl
"""


@pytest.mark.parametrize(("first", "second", "incidents"), [("03", "04", 2), ("03", "03", 1)])
def test_other_days_are_other_incidents(first: str, second: str, incidents: int) -> None:
    analysis = told(DATED.format(day="Monday"), DATED.format(day="Tuesday"))
    analysis = _timed(_timed(analysis, "Monday", f"1999-05-{first}"), "Tuesday", f"1999-05-{second}")
    found = assembled(analysis).incidents
    assert len(found) == incidents
    assert found[0].time == "1999-05-03"


def _place(identity: str, country: str, precision: PlacePrecision, analysis: Analysis, words: str) -> Place:
    span = next(t.span for t in analysis.tokens if t.text == words)
    return Place(
        id=identity,
        name=words,
        country=country,
        admin1=None,
        latitude=None,
        longitude=None,
        geonames_id=None,
        precision=precision,
        mentions=(span,),
    )


def test_an_incident_without_a_place_lies_in_the_country_told_of() -> None:
    talk = "Karsa Karsa PROPN 2 nsubj LOC\nwaited wait VERB 0 root"
    analysis = told(talk, RAID.format(number=3))
    here = _place("karsa", "KS", PlacePrecision.COUNTRY, analysis, "Karsa")
    assert assembled(replace(analysis, places=(here,))).incidents[0].places == ("karsa",)
    town = replace(here, precision=PlacePrecision.CITY)
    assert assembled(replace(analysis, places=(town,))).incidents[0].places == ()  # never a point


def test_what_nobody_says_happened_is_no_incident() -> None:
    plan = """
    Rebels rebel NOUN 2 nsubj
    plan plan VERB 0 root
    to to PART 4 mark
    raid raid VERB 2 xcomp
    towns town NOUN 4 obj
    """
    found = assembled(told(plan))
    assert found.incidents == ()
    assert not any(isinstance(s.content, AboutIncident) for s in found.statements)


def test_relations_said_twice_are_one() -> None:
    who = [group("tide", 0, 6), group("dawn", 5, 11)]
    found = assembled(told(FACTION.format(who="Tide"), FACTION.format(who="Tide"), who=who))
    assert [(r.kind, r.subject, r.object, len(r.statements)) for r in found.relations] == [
        ("faction_of", "tide", "dawn", 2)
    ]
    about = [s.content.id for s in found.statements if isinstance(s.content, AboutRelation)]
    assert about == [found.relations[0].id] * 2
