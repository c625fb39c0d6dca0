"""Frames of sentences written by hand: responsibility, relations, counts, roles."""

from __future__ import annotations

import pytest
from tests.sentences_by_hand import Who, told

from hearsay.records.actor import ActorKind
from hearsay.records.analysis import Analysis, MentionForm
from hearsay.records.frame import Act, Frame, RoleName
from hearsay.records.incident import CountEffect
from hearsay.records.relation import RelationKind, RelationStatus

TIDE, DAWN, POLICE = (
    Who(id="tide", at=(0,)),
    Who(id="dawn"),
    Who(id="police", kind=ActorKind.STATE_FORCE, at=(0,), form=MentionForm.NOMINAL),
)
CLAIM = """
Tide Tide PROPN 2 nsubj ORG
claimed claim VERB 0 root
responsibility responsibility NOUN 2 obj
for for ADP 6 case
the the DET 6 det
raid raid NOUN 3 nmod
"""
DENIAL = """
Tide Tide PROPN 2 nsubj ORG
denied deny VERB 0 root
involvement involvement NOUN 2 obj
in in ADP 6 case
the the DET 6 det
raid raid NOUN 3 nmod
"""
BLAME = """
Police police NOUN 2 nsubj
blamed blame VERB 0 root
Tide Tide PROPN 2 obj ORG
for for ADP 6 case
the the DET 6 det
raid raid NOUN 2 obl
"""
ACCUSATION = """
Police police NOUN 2 nsubj
accused accuse VERB 0 root
Tide Tide PROPN 2 obj ORG
of of SCONJ 5 mark
killing kill VERB 2 advcl
ten ten NUM 7 nummod
men man NOUN 5 obj
"""
CREDIT = """
Police police NOUN 2 nsubj
credited credit VERB 0 root
Tide Tide PROPN 2 obj ORG
with with ADP 6 case
the the DET 6 det
raid raid NOUN 2 obl
"""
JOINT = """
Tide Tide PROPN 2 nsubj ORG
worked work VERB 0 root
with with ADP 4 case
Dawn Dawn PROPN 2 obl ORG
to to PART 6 mark
launch launch VERB 2 advcl
the the DET 8 det
raid raid NOUN 6 obj
"""
BEHIND = """
Tide Tide PROPN 5 nsubj ORG
was be AUX 5 cop
behind behind ADP 5 case
the the DET 5 det
raid raid NOUN 0 root
"""
NOBODY = """
No no DET 2 det
group group NOUN 3 nsubj
claimed claim VERB 0 root
responsibility responsibility NOUN 3 obj
for for ADP 7 case
the the DET 7 det
raid raid NOUN 4 nmod
"""


def acts(analysis: Analysis) -> list[Frame]:
    return [f for f in analysis.frames if f.by.startswith("responsibility:")]


def doers(frame: Frame) -> list[str | None]:
    return [f.reference for f in frame.fillers_of(RoleName.PERPETRATOR)]


@pytest.mark.parametrize(
    ("written", "at", "act"),
    [
        (CLAIM, 0, Act.CLAIM),
        (DENIAL, 0, Act.DENIAL),
        (BLAME, 2, Act.BLAME),
        (ACCUSATION, 2, Act.BLAME),
        (CREDIT, 2, Act.CREDIT),
        (BEHIND, 0, Act.EVENT),
    ],
)
def test_whose_doing_it_is_said_to_be(written: str, at: int, act: Act) -> None:
    analysis = told(written, who=[Who(id="tide", at=(at,))])
    frame = acts(analysis)[0]
    event = next(f for f in analysis.frames if f.by.startswith("trigger:"))
    assert (frame.act, doers(frame), frame.antecedent) == (act, ["tide"], event.id)


def test_who_says_so_is_the_subject() -> None:
    frame = acts(told(BLAME, who=[POLICE, Who(id="tide", at=(2,))]))[0]
    assert [f.reference for f in frame.fillers_of(RoleName.SUBJECT)] == ["police"]
    frame = acts(told(CLAIM, who=[TIDE]))[0]
    assert [f.reference for f in frame.fillers_of(RoleName.SUBJECT)] == ["tide"]


def test_partners_of_a_joint_deed() -> None:
    frame = acts(told(JOINT, who=[TIDE, Who(id="dawn", at=(3,))]))[0]
    assert doers(frame) == ["tide"]
    assert [f.reference for f in frame.fillers_of(RoleName.PARTNER)] == ["dawn"]


def test_a_claim_by_nobody_is_none() -> None:
    assert acts(told(NOBODY, who=[Who(id="group", at=(1,), form=MentionForm.NOMINAL)])) == []


def test_charges_of_no_incident_are_none() -> None:
    talks = BLAME.replace("raid raid", "delay delay")
    assert acts(told(ACCUSATION.replace("killing kill", "hiding hide"), who=[Who(id="tide", at=(2,))])) == []
    assert all(f.antecedent is None for f in acts(told(talks, who=[Who(id="tide", at=(2,))])))


KILLED = """
Rebels rebel NOUN 2 nsubj
killed kill VERB 0 root
ten ten NUM 4 nummod
soldiers soldier NOUN 2 obj
and and CCONJ 7 cc
two two NUM 7 nummod
guards guard NOUN 4 conj
in in ADP 9 case
Karsa Karsa PROPN 2 obl LOC
"""


def test_coordinated_victims_are_added_up() -> None:
    frame = told(KILLED, who=[Who(id="rebels", at=(0,), form=MentionForm.NOMINAL)]).frames[0]
    assert [(c.effect, c.low, c.high) for c in frame.counts] == [(CountEffect.KILLED, 12, 12)]
    assert doers(frame) == ["rebels"]
    assert len(frame.fillers_of(RoleName.VICTIM)) == 2


def test_attackers_are_counted_apart() -> None:
    written = KILLED.replace("soldiers soldier", "gunmen gunman").replace("guards guard", "bombers bomber")
    frame = told(written).frames[0]
    assert [(c.effect, c.low) for c in frame.counts] == [(CountEffect.ATTACKERS_KILLED, 12)]


def test_the_wounded_are_counted_for_themselves() -> None:
    written = """
    31 31 NUM 2 nummod
    people people NOUN 4 nsubj:pass
    were be AUX 4 aux:pass
    killed kill VERB 0 root
    and and CCONJ 7 cc
    45 45 NUM 7 nummod
    wounded wound VERB 4 conj
    """
    counts = [c for f in told(written).frames for c in f.counts]
    assert [(c.effect, c.low, c.as_reported) for c in counts] == [
        (CountEffect.KILLED, 31, "31"),
        (CountEffect.WOUNDED, 45, "45"),
    ]


def test_a_toll_is_no_article() -> None:
    written = """
    The the DET 3 det
    death death NOUN 3 compound
    toll toll NOUN 10 nsubj
    from from ADP 6 case
    a a DET 6 det
    siege siege NOUN 3 nmod
    at at ADP 9 case
    a a DET 9 det
    hotel hotel NOUN 3 nmod
    rose rise VERB 0 root
    to to ADP 12 case
    31 31 NUM 10 obl
    """
    counts = [c for f in told(written).frames for c in f.counts]
    assert [(c.low, c.high) for c in counts] == [(31, 31)]


def test_what_is_used_is_no_target() -> None:
    written = """
    Gunmen gunman NOUN 2 nsubj
    detonated detonate VERB 0 root
    a a DET 5 det
    car car NOUN 5 compound
    bomb bomb NOUN 2 obj
    """
    frame = told(written).frames[0]
    assert frame.fillers_of(RoleName.TARGET) == ()
    assert len(frame.fillers_of(RoleName.WEAPON)) == 1


def test_of_names_what_a_bombing_hit() -> None:
    written = """
    the the DET 2 det
    bombing bombing NOUN 0 root
    of of ADP 5 case
    a a DET 5 det
    ferry ferry NOUN 2 nmod
    """
    frame = told(written).frames[0]
    assert [f.head for f in frame.fillers_of(RoleName.TARGET)] == [4]


LED = """
Tide Tide PROPN 4 nsubj:pass ORG
is be AUX 4 aux:pass
now now ADV 4 advmod
led lead VERB 0 root
by by ADP 6 case
Dast Dast PROPN 4 obl PER
"""
FACTION = """
Tide Tide PROPN 4 nsubj ORG
is be AUX 4 cop
a a DET 4 det
faction faction NOUN 0 root
of of ADP 6 case
Dawn Dawn PROPN 4 nmod ORG
"""
FORMER = """
Dast Dast PROPN 6 nsubj PER
is be AUX 6 cop
the the DET 6 det
former former ADJ 6 amod
interior interior ADJ 6 amod
minister minister NOUN 0 root
"""
ANTI = """
Tide Tide PROPN 4 nsubj ORG
is be AUX 4 cop
an an DET 4 det
group group NOUN 0 root
anti-Shia anti-Shia ADJ 4 amod
"""


def relation(analysis: Analysis) -> tuple[str, str | None, str | None]:
    frame = next(f for f in analysis.frames if f.is_relation)
    subject, other = frame.fillers_of(RoleName.SUBJECT)[0], frame.fillers_of(RoleName.OBJECT)[0]
    return frame.kind, subject.reference, other.reference


def test_relations_by_verbs_and_nouns() -> None:
    dast = Who(id="dast", kind=ActorKind.PERSON, at=(5,))
    assert relation(told(LED, who=[TIDE, dast])) == (RelationKind.LED_BY, "tide", "dast")
    assert relation(told(FACTION, who=[Who(id="tide", at=(0,)), Who(id="dawn", at=(5,))])) == (
        RelationKind.FACTION_OF,
        "tide",
        "dawn",
    )


def test_current_and_former() -> None:
    current = told(LED, who=[TIDE, Who(id="dast", kind=ActorKind.PERSON, at=(5,))])
    assert next(f for f in current.frames if f.is_relation).status is RelationStatus.CURRENT
    person = Who(id="dast", kind=ActorKind.PERSON, at=(0, 5))
    former = next(f for f in told(FORMER, who=[person]).frames if f.is_relation)
    assert (former.kind, former.status) == (RelationKind.HELD_OFFICE, RelationStatus.FORMER)


def test_hostile_by_a_prefix() -> None:
    assert relation(told(ANTI, who=[Who(id="tide", at=(0, 3))]))[:2] == (RelationKind.HOSTILE_TO, "tide")


def test_two_strangers_are_in_no_relation() -> None:
    assert not [f for f in told(FACTION).frames if f.is_relation]


def test_ids_are_those_of_the_words() -> None:
    assert [f.id for f in told(CLAIM, BLAME).frames] == [f.id for f in told(CLAIM, BLAME).frames]
    assert len({f.id for f in told(CLAIM, CLAIM).frames}) == 4


def test_a_claim_on_behalf_of_a_group_is_the_groups() -> None:
    written = f"""{CLAIM.replace("Tide Tide PROPN 2 nsubj ORG", "Callers caller NOUN 2 nsubj")}
    on on ADP 8 case
    behalf behalf NOUN 6 nmod
    of of ADP 10 case
    Tide Tide PROPN 8 nmod ORG
    """.replace("\n\n", "\n")
    caller = Who(id="caller", kind=ActorKind.PERSON, at=(0,), form=MentionForm.NOMINAL)
    analysis = told(written, who=[caller, Who(id="tide", at=(9,))])
    frame = acts(analysis)[0]
    assert doers(frame) == ["tide"]
    assert [f.reference for f in frame.fillers_of(RoleName.SUBJECT)] == ["caller"]
    assert all(f.head != 7 for one in analysis.frames for f in one.fillers_of(RoleName.TARGET))


def test_denying_a_tie_denies_no_deed() -> None:
    tie = DENIAL.replace("involvement involvement", "links link").replace("in in", "with with")
    who = [TIDE, Who(id="army", kind=ActorKind.STATE_FORCE, at=(5,), form=MentionForm.NOMINAL)]
    assert acts(told(tie.replace("raid raid", "army army"), who=who)) == []
    assert [f.act for f in acts(told(tie, who=[TIDE]))] == [Act.DENIAL]


def test_attackers_behind_a_number_are_counted_apart() -> None:
    written = """
    Two two NUM 6 nsubj:pass
    of of ADP 4 case
    the the DET 4 det
    attackers attacker NOUN 1 nmod
    were be AUX 6 aux:pass
    killed kill VERB 0 root
    """
    assert [(c.effect, c.low) for f in told(written).frames for c in f.counts] == [(CountEffect.ATTACKERS_KILLED, 2)]
