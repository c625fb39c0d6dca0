"""From a report of our own, in capitals, to MUC-4's templates, with weights made for the test."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from tests.evaluation.muc4.fiction import answer, key

from hearsay.evaluation.muc4.apart import with_bodies_of_all
from hearsay.evaluation.muc4.blending import Blend, fit_blend, read_blends, shipped_blends, write_blends
from hearsay.evaluation.muc4.candidates import Candidate, candidates, report_features
from hearsay.evaluation.muc4.coded import Coded, CodedIncident
from hearsay.evaluation.muc4.coder import CoderOptions, Taught, code
from hearsay.evaluation.muc4.corpus import Message
from hearsay.evaluation.muc4.fitting import Fit, learn
from hearsay.evaluation.muc4.heads import RoleOdds, odds, odds_of, seen
from hearsay.evaluation.muc4.learning import (
    ROLES,
    candidate_answers,
    fit_blends,
    fit_weights,
    report_answers,
    study,
    width_question,
)
from hearsay.evaluation.muc4.measuring import read_message
from hearsay.evaluation.muc4.modern import entity
from hearsay.evaluation.muc4.questions import START, Weights, likely, shipped
from hearsay.evaluation.muc4.templates import Slot, Template
from hearsay.evaluation.muc4.views import full_view, modern_view
from hearsay.records.analysis import Analysis
from hearsay.records.reading import Reading

TEXT = """   TARMA, 12 JAN 90 (OWN WIRE) -- [TEXT] TWO HOODED MEN OF THE NORTHERN TIDE
BOMBED THE MAYOR'S OFFICE IN TARMA WITH A GRENADE ON 11 JANUARY.  THE MAYOR,
ILSE DORN, WAS KILLED.  SHE WAS 41.  THREE CLERKS WERE WOUNDED.
"""
MESSAGE = Message(id="OWN-MUC4-0003", text=TEXT, dated="1990-01-12", key=())
SURE = 6.0
CORE = {width_question(role, "core"): SURE for role in ROLES}
WEIGHTS = Weights(
    by_feature={
        "always": {"report:RELEVANT": SURE, "report:BOMBING": SURE, "category:TERRORIST ACT": SURE, **CORE},
        "head man": {"role:PERP_INDIVIDUAL": SURE, "kind:BOMBING": SURE},
        "head grenade": {"role:INSTRUMENT": SURE, "kind:BOMBING": SURE, "INSTRUMENT_TYPE:GRENADE": SURE},
        "head office": {"role:TARGET": SURE, "kind:BOMBING": SURE, "TARGET_EFFECT:SOME DAMAGE": 1.0},
        "head clerk": {"role:VICTIM_DESCRIPTION": SURE, "kind:BOMBING": SURE, "VICTIM_EFFECT:INJURY": SURE},
    }
)


@pytest.fixture(scope="module")
def read() -> tuple[Analysis, Reading]:
    return read_message(MESSAGE)


def taught(weights: Weights) -> Taught:
    return Taught(weights=weights, blends={})


def found(read: tuple[Analysis, Reading], words: str) -> Candidate:
    (one,) = [one for one in candidates(*read) if one.key == words]
    return one


def strings(incidents: tuple[CodedIncident, ...], slot: Slot) -> list[str]:
    return [one.words for incident in incidents for one in incident.of(slot)]


def test_a_candidate_has_its_words_in_several_widths(read: tuple[Analysis, Reading]) -> None:
    analysis, _ = read
    text = analysis.document.text
    men = found(read, "hooded men")
    told = {width: " ".join(men.told(width).of(text).split()) for width in men.widths}
    assert told == {
        "bare": "MEN",
        "core": "HOODED MEN",
        "counted": "TWO HOODED MEN",
        "phrase": "HOODED MEN OF THE NORTHERN TIDE",
        "counted phrase": "TWO HOODED MEN OF THE NORTHERN TIDE",
    }
    assert "governor nsubj  bomb" in men.features


def test_what_holds_of_a_pronoun_holds_of_whom_it_means(read: tuple[Analysis, Reading]) -> None:
    analysis, _ = read
    assert {"word kill", "always"} <= report_features(analysis)
    assert any(feature.startswith("relation nsubj:pass") for feature in found(read, "clerks").features)


def test_incidents_are_coded_by_the_weights(read: tuple[Analysis, Reading]) -> None:
    analysis, reading = read
    incidents = code(analysis, reading, taught=taught(WEIGHTS))
    assert [incident.kind for incident in incidents] == ["BOMBING"]
    (modern,) = modern_view(incidents)
    assert modern.fillers("PerpInd") == (entity(["hooded men"]),)
    assert modern.fillers("Weapon") == (entity(["grenade"]),)
    (template,) = full_view(MESSAGE.id, incidents, analysis, reading)
    told = {
        slot: [(fill.values[0], *fill.references) for fill in fills] for slot, fills in template.fills.items() if fills
    }
    assert told[Slot.DATE] == [("11 JAN 90",)]
    assert told[Slot.STAGE] == [("ACCOMPLISHED",)]
    assert told[Slot.CATEGORY] == [("TERRORIST ACT",)]
    assert told[Slot.INSTRUMENT_TYPE] == [("GRENADE", "GRENADE")]
    assert told[Slot.VICTIM_NUMBER] == [("3", "CLERKS")]
    assert told[Slot.VICTIM_EFFECT] == [("INJURY", "CLERKS")]
    assert told[Slot.LOCATION][0][0].startswith("PERU")
    assert Slot.TARGET_EFFECT not in told


def test_what_the_model_sees_is_further_evidence(read: tuple[Analysis, Reading]) -> None:
    analysis, reading = read
    tide = found(read, "northern tide")
    blends = {slot: Blend(own=1.0, model=1.0, start=0.0) for slot in ROLES}
    said: RoleOdds = {Slot.PERP_ORGANISATION: np.full(len(analysis.tokens), -9.0, dtype=np.float32)}
    unseen = code(analysis, reading, said, taught=Taught(weights=WEIGHTS, blends=blends))
    assert strings(unseen, Slot.PERP_ORGANISATION) == []
    said[Slot.PERP_ORGANISATION][tide.heads] = SURE
    told = code(analysis, reading, said, taught=Taught(weights=WEIGHTS, blends=blends))
    assert strings(told, Slot.PERP_ORGANISATION) == ["NORTHERN TIDE"]
    assert strings(code(analysis, reading, said, taught=taught(WEIGHTS)), Slot.PERP_ORGANISATION) == []


TWO = Message(
    id="OWN-MUC4-0004",
    text="""   TARMA, 12 JAN 90 (OWN WIRE) -- [TEXT] TERRORISTS MURDERED A BAKER IN TARMA ON 3 JANUARY.

   IN JAUJA, OTHER TERRORISTS MURDERED A FERRYMAN ON 9 JANUARY.
""",
    dated="1990-01-12",
    key=(),
)


def test_the_models_scores_are_odds_by_slot() -> None:
    labels = ("O", "B-PERPIND", "I-PERPIND", "B-WEAPON", "I-WEAPON")
    scores = np.log(np.array([[0.5, 0.25, 0.25, 0.0, 0.0], [0.2, 0.0, 0.0, 0.8, 0.0]], dtype=np.float32) + 1e-9)
    said = odds(scores, labels)
    assert said[Slot.PERP_INDIVIDUAL][0] == pytest.approx(0.0, abs=1e-4)
    assert said[Slot.INSTRUMENT][1] == pytest.approx(np.log(4.0), abs=1e-4)
    assert seen([0, 1], Slot.INSTRUMENT, said) == said[Slot.INSTRUMENT][1]
    assert seen([0], Slot.VICTIM_DESCRIPTION, said) == 0.0


def test_the_shipped_model_has_odds_for_every_word(read: tuple[Analysis, Reading]) -> None:
    analysis, _ = read
    said = odds_of(analysis)
    assert {len(one) for one in said.values()} == {len(analysis.tokens)}
    grenade = found(read, "grenade").heads
    assert seen(grenade, Slot.INSTRUMENT, said) > seen(grenade, Slot.VICTIM_NAME, said)


def test_two_incidents_of_a_kind_are_told_apart_by_whom_they_hit() -> None:
    analysis, reading = read_message(TWO)
    sure = {"role:VICTIM_DESCRIPTION": SURE, "kind:ATTACK": SURE}
    weights = Weights(
        by_feature={
            "always": {"report:RELEVANT": SURE, "report:ATTACK": SURE, **CORE},
            "head terrorist": {"role:PERP_INDIVIDUAL": SURE, "kind:ATTACK": SURE},
            "head baker": sure,
            "head ferryman": sure,
        }
    )
    incidents = code(analysis, reading, taught=taught(weights))
    assert [strings((one,), Slot.VICTIM_DESCRIPTION) for one in incidents] == [["BAKER"], ["FERRYMAN"]]
    dates = [template.of(Slot.DATE)[0].values[0] for template in full_view(TWO.id, incidents, analysis, reading)]
    assert dates == ["03 JAN 90", "09 JAN 90"]
    joined = code(analysis, reading, options=CoderOptions(apart=2.0), taught=taught(weights))
    assert [strings((one,), Slot.VICTIM_DESCRIPTION) for one in joined] == [["BAKER", "FERRYMAN"]]


def test_the_name_of_a_body_before_a_noun_is_a_candidate_too(read: tuple[Analysis, Reading]) -> None:
    message = Message(id="OWN-MUC4-0005", text="FARC GUERRILLAS BURNED A BUS NEAR CALI.\n", dated="1990-01-12", key=())
    assert {"farc", "farc guerrillas"} <= {one.key for one in candidates(*read_message(message))}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("THE FARC CLAIMED RESPONSIBILITY FOR THE BOMBING OF THE BANK IN CALI.", "CLAIMED OR ADMITTED"),
        ("THE FARC BOMBED THE BANK IN CALI ON MONDAY.", "REPORTED AS FACT"),
        ("POLICE ACCUSED THE FARC OF BOMBING THE BANK IN CALI.", "SUSPECTED OR ACCUSED"),
    ],
)
def test_confidence_follows_the_stance(sentence: str, expected: str) -> None:
    analysis, reading = read_message(Message(id="OWN-MUC4-0006", text=sentence + "\n", dated="1990-01-12", key=()))
    weights = Weights(
        by_feature={
            "always": {"report:RELEVANT": SURE, "report:BOMBING": SURE, **CORE},
            "head farc": {"role:PERP_ORGANISATION": SURE, "kind:BOMBING": SURE},
            "confidence: claimed": {"CONFIDENCE:CLAIMED OR ADMITTED": SURE},
            "confidence: reported": {"CONFIDENCE:REPORTED AS FACT": SURE},
            "confidence: accused by state force": {"CONFIDENCE:SUSPECTED OR ACCUSED BY AUTHORITIES": 2.0},
            "confidence: sentence accus": {"CONFIDENCE:SUSPECTED OR ACCUSED": 2.0},
        }
    )
    incidents = code(analysis, reading, taught=taught(weights))
    (template,) = full_view("OWN-MUC4-0006", incidents, analysis, reading)
    assert [fill.values[0] for fill in template.of(Slot.CONFIDENCE)] == [expected]


def test_what_bodies_did_one_incident_did_the_others() -> None:
    def filler(words: str) -> Coded:
        return Coded(candidate=Candidate(key=words), words=words, sure=0.9, sums={})

    def incident(**fillers: Coded) -> CodedIncident:
        found = {Slot[name]: (one,) for name, one in fillers.items()}
        return CodedIncident(kind="ATTACK", sure=0.9, fillers=found, sums={})

    first = incident(PERP_ORGANISATION=filler("tide"), TARGET=filler("mill"))
    second = incident(PERP_ORGANISATION=filler("gulls"), PERP_INDIVIDUAL=filler("three men"))
    told = with_bodies_of_all([first, second])
    assert [[one.words for one in part.of(Slot.PERP_ORGANISATION)] for part in told] == [["tide", "gulls"]] * 2
    assert [len(part.of(Slot.PERP_INDIVIDUAL)) for part in told] == [0, 1]


def test_a_report_that_is_not_relevant_has_no_incident(read: tuple[Analysis, Reading]) -> None:
    assert code(*read, taught=taught(Weights(by_feature={}))) == ()


def test_the_shipped_weights_answer_every_question() -> None:
    asked = {question for weights in shipped().by_feature.values() for question in weights}
    assert {"report:RELEVANT", "role:VICTIM_NAME", "kind:KIDNAPPING", "CONFIDENCE:CLAIMED OR ADMITTED"} <= asked
    assert width_question(Slot.TARGET, "phrase") in asked
    assert set(shipped_blends()) == set(ROLES)


def test_weights_are_written_and_read(tmp_path: Path) -> None:
    WEIGHTS.write(tmp_path / "own.tsv.gz")
    assert Weights.read(tmp_path / "own.tsv.gz") == WEIGHTS


def test_learning_finds_the_feature_that_tells() -> None:
    examples = [
        ({"always", f"noise {at % 7}", *(["tells"] if at % 3 == 0 else [])}, {"a:b": at % 3 == 0}) for at in range(300)
    ]
    weights = learn(examples, Fit(passes=20, batch=16, rate=0.2))
    assert likely(weights.sums({"always", "tells"})["a:b"]) > 0.8
    assert likely(weights.sums({"always", "noise 1"})["a:b"]) < 0.1
    assert learn(examples, Fit(passes=2)) == learn(examples, Fit(passes=2))
    assert likely(-START) == 0.5


def test_the_key_answers_for_a_candidate() -> None:
    templates = key()["OWN-MUC4-0001"]
    clerk = candidate_answers({"core": "hotel clerk mara onslow", "name": "mara onslow"}, templates)
    assert clerk["role:VICTIM_NAME"]
    assert clerk[width_question(Slot.VICTIM_NAME, "name")]
    assert not clerk[width_question(Slot.VICTIM_NAME, "core")]
    assert not clerk["role:TARGET"]
    assert clerk["kind:BOMBING"]
    assert clerk["VICTIM_EFFECT:DEATH"]
    assert clerk["VICTIM_TYPE:CIVILIAN"]
    assert not any(question.startswith("TARGET_TYPE") for question in clerk)
    assert not any(candidate_answers({"core": "gull"}, templates).values())
    report = report_answers(templates)
    assert report["report:RELEVANT"]
    assert report["report:BOMBING"]
    assert not report["stage:THREATENED"]
    assert not any(report_answers(()).values())


def test_weights_are_fitted_to_messages(read: tuple[Analysis, Reading]) -> None:
    wanted: tuple[Template, ...] = (answer(TYPE=["BOMBING"], PERP_INDIVIDUAL=['"HOODED MEN"']),)
    messages = [Message(id=str(at), text=TEXT, dated=None, key=wanted) for at in range(6)]
    studied = [study(message, *read) for message in messages]
    weights = fit_weights(studied, Fit(passes=60, rate=0.2))
    sums = weights.sums(found(read, "hooded men").features)
    others = weights.sums(found(read, "clerks").features)
    assert sums["role:PERP_INDIVIDUAL"] > others.get("role:PERP_INDIVIDUAL", 0.0)
    core, counted = (sums.get(width_question(Slot.PERP_INDIVIDUAL, width), 0.0) for width in ("core", "counted"))
    assert core > counted
    blends = fit_blends(studied, [odds_of(read[0])] * len(studied), weights)
    assert set(blends) == set(ROLES)
    assert blends[Slot.VICTIM_DESCRIPTION].model == 0.0


def test_a_blend_follows_whom_the_key_agrees_with(tmp_path: Path) -> None:
    chance = np.random.default_rng(1)
    right, idle = chance.normal(size=400), chance.normal(size=400)
    filled = (right > 0).tolist()
    model = fit_blend(idle.tolist(), right.tolist(), filled)
    assert model.model > 2 > abs(model.own)
    assert model.sure(0.0, 2.0) > 0.9
    assert model.sure(0.0, -2.0) < 0.1
    write_blends({Slot.TARGET: Blend(own=0.5, model=0.25, start=-1.0)}, tmp_path / "own.tsv")
    assert read_blends(tmp_path / "own.tsv") == {Slot.TARGET: Blend(own=0.5, model=0.25, start=-1.0)}
