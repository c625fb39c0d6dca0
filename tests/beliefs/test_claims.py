"""How the claims of responsibility stand over several reports."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.beliefs.cases import believed, told
from tests.links.tellings import Word

from hearsay.records.belief import Belief, ClaimStatus, DissentKind
from hearsay.records.incident import Stance
from hearsay.records.reading import Reading
from hearsay.records.relation import Relation, RelationKind, RelationStatus
from hearsay.records.statement import Polarity


def _said(number: int, who: str, stance: Stance, published: str = "2031-05-06", *partners: str) -> Reading:
    words = f"It was {who}, report {number} has it: {stance.value}."
    speaker = who if stance in (Stance.CLAIMED, Stance.DENIED) else "police"
    return told(
        number, Word(words=words, speaker=speaker, doer=who, stance=stance, partners=partners), published=published
    )


def _status(*readings: Reading) -> ClaimStatus:
    return believed("latest", *readings).claims


HERON = _said(1, "Red Heron Brigade", Stance.CLAIMED)
DUNE = _said(2, "Dune Front", Stance.CLAIMED)


def test_statuses() -> None:
    assert _status(told(9, Word(words="There was a bomb."))) is ClaimStatus.NONE
    assert _status(_said(3, "Dune Front", Stance.ACCUSED)) is ClaimStatus.NONE
    assert _status(_said(3, "Dune Front", Stance.ACCUSED), _said(4, "Dune Front", Stance.DENIED)) is ClaimStatus.DENIED
    assert _status(HERON) is ClaimStatus.SINGLE
    assert _status(HERON, DUNE) is ClaimStatus.COMPETING
    assert _status(_said(5, "Red Heron Brigade", Stance.CLAIMED, "2031-05-06", "Dune Front"), DUNE) is ClaimStatus.JOINT


def test_a_claim_that_its_own_maker_denies_later_is_retracted() -> None:
    withdrawn = _said(6, "Red Heron Brigade", Stance.DENIED, "2031-05-09")
    assert _status(HERON, withdrawn) is ClaimStatus.RETRACTED
    assert _status(HERON, withdrawn, DUNE) is ClaimStatus.SINGLE
    assert _status(HERON, _said(6, "Red Heron Brigade", Stance.DENIED)) is ClaimStatus.SINGLE


def test_the_same_group_in_two_reports_is_one_claimant() -> None:
    belief = believed("latest", HERON, _said(7, "Red Heron Brigade", Stance.CLAIMED))
    assert belief.claims is ClaimStatus.SINGLE
    (claim,) = belief.responsibilities
    assert len(claim.voices) == 2
    assert belief.dissent == ()


def _stances(belief: Belief) -> list[tuple[str, Stance]]:
    return [(one.who.name, one.stance) for one in belief.responsibilities]


def test_who_is_accused_stays_accused_beside_who_claims() -> None:
    belief = believed("gtd", _said(3, "Dune Front", Stance.ACCUSED), HERON, _said(4, "Dune Front", Stance.DENIED))
    assert _stances(belief) == [
        ("Red Heron Brigade", Stance.CLAIMED),
        ("Dune Front", Stance.ACCUSED),
        ("Dune Front", Stance.DENIED),
    ]
    assert [dissent.kind for dissent in belief.dissent] == [DissentKind.ATTRIBUTION] * 2


@pytest.mark.parametrize(
    ("kind", "doubts"),
    [(None, 1), (RelationKind.SPOKESPERSON_OF, 0), (RelationKind.MEMBER_OF, 0), (RelationKind.RIVAL_OF, 1)],
)
def test_who_speaks_for_the_claimant_does_not_doubt_its_claim(kind: RelationKind | None, doubts: int) -> None:
    claim = Word(words="The Dune Front did it.", speaker="Dune Front", doer="Dune Front", stance=Stance.CLAIMED)
    speech = "It was the Dune Front and nobody else, he said."
    reading = told(1, claim, Word(words=speech, speaker="Yusuf Ehya", polarity=Polarity.NEGATIVE))
    group, person = reading.actors[0], replace(reading.actors[0], id="actor-yusuf", name="Yusuf Ehya", names=())
    statements = tuple(
        replace(one, speakers=(one.speakers[0], replace(one.speakers[1], actor=person.id)))
        if one.speakers[-1].name == "Yusuf Ehya"
        else one
        for one in reading.statements
    )
    tie = Relation(
        id="relation-1",
        kind=kind or RelationKind.RIVAL_OF,
        subject=person.id,
        object=group.id,
        time=None,
        status=RelationStatus.CURRENT,
        qualifier=None,
        statements=(),
    )
    tied = replace(reading, actors=(group, person), statements=statements, relations=(tie,) if kind else ())
    (found,) = believed("latest", tied).responsibilities
    assert len(found.doubts) == doubts


def test_the_gunmen_of_two_reports_of_one_incident_are_one_entry() -> None:
    belief = believed("latest", _said(1, "gunmen", Stance.ACCUSED), _said(2, "Gunmen", Stance.ACCUSED))
    (entry,) = belief.responsibilities
    assert (len(entry.voices), belief.claims, belief.dissent) == (2, ClaimStatus.NONE, ())


@pytest.mark.parametrize("stance", [Stance.CLAIMED, Stance.ACCUSED, Stance.SUSPECTED])
def test_who_is_unnamed_is_left_out_where_another_report_names_somebody(stance: Stance) -> None:
    belief = believed("latest", _said(1, "two masked men", Stance.REPORTED), _said(2, "Dune Front", stance))
    assert _stances(belief) == [("Dune Front", stance)]
    assert belief.dissent == ()


def test_who_is_unnamed_stands_beside_a_mere_denial() -> None:
    belief = believed("latest", _said(1, "gunmen", Stance.REPORTED), _said(2, "Dune Front", Stance.DENIED))
    assert set(_stances(belief)) == {("gunmen", Stance.REPORTED), ("Dune Front", Stance.DENIED)}
