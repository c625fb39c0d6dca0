"""From a report of our own, in capitals, to MUC-4's templates, with weights made for the test."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.evaluation.muc4.fiction import answer, key

from hearsay.evaluation.muc4.candidates import Candidate, candidates, report_features
from hearsay.evaluation.muc4.coded import CodedIncident
from hearsay.evaluation.muc4.coder import CoderOptions, RoleSpan, code
from hearsay.evaluation.muc4.corpus import Message
from hearsay.evaluation.muc4.fitting import Fit, learn
from hearsay.evaluation.muc4.heads import roles_of
from hearsay.evaluation.muc4.learning import candidate_answers, fit_weights, report_answers, study
from hearsay.evaluation.muc4.measuring import read_message
from hearsay.evaluation.muc4.modern import entity
from hearsay.evaluation.muc4.questions import START, Weights, likely, shipped
from hearsay.evaluation.muc4.templates import Slot, Template
from hearsay.evaluation.muc4.views import full_view, modern_view
from hearsay.records.analysis import Analysis
from hearsay.records.reading import Reading
from hearsay.records.span import Span

TEXT = """   TARMA, 12 JAN 90 (OWN WIRE) -- [TEXT] TWO HOODED MEN OF THE NORTHERN TIDE
BOMBED THE MAYOR'S OFFICE IN TARMA WITH A GRENADE ON 11 JANUARY.  THE MAYOR,
ILSE DORN, WAS KILLED.  SHE WAS 41.  THREE CLERKS WERE WOUNDED.
"""
MESSAGE = Message(id="OWN-MUC4-0003", text=TEXT, dated="1990-01-12", key=())
SURE = 6.0
WEIGHTS = Weights(
    by_feature={
        "always": {"report:RELEVANT": SURE, "report:BOMBING": SURE, "category:TERRORIST ACT": SURE},
        "head man": {"role:PERP_INDIVIDUAL": SURE, "kind:BOMBING": SURE},
        "head grenade": {"role:INSTRUMENT": SURE, "kind:BOMBING": SURE, "INSTRUMENT_TYPE:GRENADE": SURE},
        "head office": {"role:TARGET": SURE, "kind:BOMBING": SURE, "TARGET_EFFECT:SOME DAMAGE": 1.0},
        "head clerk": {"role:VICTIM_DESCRIPTION": SURE, "kind:BOMBING": SURE, "VICTIM_EFFECT:INJURY": SURE},
    }
)


@pytest.fixture(scope="module")
def read() -> tuple[Analysis, Reading]:
    return read_message(MESSAGE)


def found(analysis: Analysis, words: str) -> Candidate:
    (one,) = [one for one in candidates(analysis) if one.key == words]
    return one


def strings(incidents: tuple[CodedIncident, ...], slot: Slot) -> list[str]:
    return [one.words for incident in incidents for one in incident.of(slot)]


def test_a_candidate_has_its_words_in_several_widths(read: tuple[Analysis, Reading]) -> None:
    analysis, _ = read
    text = analysis.document.text
    men = found(analysis, "hooded men")
    core, phrase = men.span("core"), men.span("phrase")
    assert core is not None
    assert core.of(text) == "HOODED MEN"
    assert phrase is not None
    assert " ".join(phrase.of(text).split()) == "HOODED MEN OF THE NORTHERN TIDE"
    assert men.span("name", "core") == core
    assert "governor nsubj  bomb" in men.features


def test_what_holds_of_a_pronoun_holds_of_whom_it_means(read: tuple[Analysis, Reading]) -> None:
    analysis, _ = read
    assert {"word kill", "always"} <= report_features(analysis)
    assert any(feature.startswith("relation nsubj:pass") for feature in found(analysis, "clerks").features)


def test_incidents_are_coded_by_the_weights(read: tuple[Analysis, Reading]) -> None:
    analysis, reading = read
    incidents = code(analysis, reading, weights=WEIGHTS)
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


def test_roles_are_further_evidence(read: tuple[Analysis, Reading]) -> None:
    analysis, reading = read
    text = analysis.document.text
    tide = Span(text.index("NORTHERN TIDE"), text.index("NORTHERN TIDE") + len("NORTHERN TIDE"))
    hood = Span(text.index("HOODED"), text.index("HOODED") + len("HOODED"))
    roles = [
        RoleSpan(slot=Slot.PERP_ORGANISATION, span=tide, weight=SURE, by="test"),
        RoleSpan(slot=Slot.INSTRUMENT, span=hood, weight=SURE, by="test"),
    ]
    incidents = code(analysis, reading, roles, weights=WEIGHTS)
    assert strings(incidents, Slot.PERP_ORGANISATION) == ["NORTHERN TIDE"]
    assert strings(incidents, Slot.INSTRUMENT) == ["GRENADE", "HOODED"]
    assert strings(code(analysis, reading, weights=WEIGHTS), Slot.PERP_ORGANISATION) == []


TWO = Message(
    id="OWN-MUC4-0004",
    text="""   TARMA, 12 JAN 90 (OWN WIRE) -- [TEXT] TERRORISTS MURDERED A BAKER IN TARMA ON 3 JANUARY.

   IN JAUJA, OTHER TERRORISTS MURDERED A FERRYMAN ON 9 JANUARY.
""",
    dated="1990-01-12",
    key=(),
)


def test_the_labels_of_the_model_are_roles(read: tuple[Analysis, Reading]) -> None:
    analysis, _ = read
    labels = {"HOODED": "B-PERPIND", "MEN": "I-PERPIND", "GRENADE": "B-WEAPON", "CLERKS": "B-PLACE"}
    tokens = tuple(replace(token, role=labels.get(token.text)) for token in analysis.tokens)
    roles = list(roles_of(replace(analysis, tokens=tokens), 2.0))
    assert [(role.slot, role.span.of(analysis.document.text), role.weight) for role in roles] == [
        (Slot.PERP_INDIVIDUAL, "HOODED MEN", 2.0),
        (Slot.INSTRUMENT, "GRENADE", 2.0),
    ]


def test_two_incidents_of_a_kind_are_told_apart_by_whom_they_hit() -> None:
    analysis, reading = read_message(TWO)
    sure = {"role:VICTIM_DESCRIPTION": SURE, "kind:ATTACK": SURE}
    weights = Weights(
        by_feature={
            "always": {"report:RELEVANT": SURE, "report:ATTACK": SURE},
            "head terrorist": {"role:PERP_INDIVIDUAL": SURE, "kind:ATTACK": SURE},
            "head baker": sure,
            "head ferryman": sure,
        }
    )
    incidents = code(analysis, reading, weights=weights)
    assert [strings((one,), Slot.VICTIM_DESCRIPTION) for one in incidents] == [["BAKER"], ["FERRYMAN"]]
    dates = [template.of(Slot.DATE)[0].values[0] for template in full_view(TWO.id, incidents, analysis, reading)]
    assert dates == ["03 JAN 90", "09 JAN 90"]
    joined = code(analysis, reading, options=CoderOptions(apart=2.0), weights=weights)
    assert [strings((one,), Slot.VICTIM_DESCRIPTION) for one in joined] == [["BAKER", "FERRYMAN"]]


def test_the_name_of_a_body_before_a_noun_is_a_candidate_too(read: tuple[Analysis, Reading]) -> None:
    message = Message(id="OWN-MUC4-0005", text="FARC GUERRILLAS BURNED A BUS NEAR CALI.\n", dated="1990-01-12", key=())
    analysis, _ = read_message(message)
    assert {"farc", "farc guerrillas"} <= {one.key for one in candidates(analysis)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("THE FARC CLAIMED RESPONSIBILITY FOR THE BOMBING OF THE BANK IN CALI.", "CLAIMED OR ADMITTED"),
        ("THE FARC BOMBED THE BANK IN CALI ON MONDAY.", "REPORTED AS FACT"),
    ],
)
def test_confidence_follows_the_stance(sentence: str, expected: str) -> None:
    analysis, reading = read_message(Message(id="OWN-MUC4-0006", text=sentence + "\n", dated="1990-01-12", key=()))
    weights = Weights(
        by_feature={
            "always": {"report:RELEVANT": SURE, "report:BOMBING": SURE},
            "head farc": {"role:PERP_ORGANISATION": SURE, "kind:BOMBING": SURE, "CONFIDENCE:POSSIBLE": SURE},
        }
    )
    (template,) = full_view("OWN-MUC4-0006", code(analysis, reading, weights=weights), analysis, reading)
    assert [fill.values[0] for fill in template.of(Slot.CONFIDENCE)] == [expected]


def test_a_report_that_is_not_relevant_has_no_incident(read: tuple[Analysis, Reading]) -> None:
    assert code(*read, weights=Weights(by_feature={})) == ()


def test_the_shipped_weights_answer_every_question() -> None:
    asked = {question for weights in shipped().by_feature.values() for question in weights}
    assert {"report:RELEVANT", "role:VICTIM_NAME", "kind:KIDNAPPING", "CONFIDENCE:CLAIMED OR ADMITTED"} <= asked


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
    clerk = candidate_answers(frozenset({"mara onslow"}), templates)
    assert clerk["role:VICTIM_NAME"]
    assert not clerk["role:TARGET"]
    assert clerk["kind:BOMBING"]
    assert clerk["VICTIM_EFFECT:DEATH"]
    assert clerk["VICTIM_TYPE:CIVILIAN"]
    assert not any(question.startswith("TARGET_TYPE") for question in clerk)
    assert not any(candidate_answers(frozenset({"gull"}), templates).values())
    report = report_answers(templates)
    assert report["report:RELEVANT"]
    assert report["report:BOMBING"]
    assert not report["stage:THREATENED"]
    assert not any(report_answers(()).values())


def test_weights_are_fitted_to_messages(read: tuple[Analysis, Reading]) -> None:
    analysis, _ = read
    wanted: tuple[Template, ...] = (answer(TYPE=["BOMBING"], PERP_INDIVIDUAL=['"HOODED MEN"']),)
    messages = [Message(id=str(at), text=TEXT, dated=None, key=wanted) for at in range(6)]
    weights = fit_weights([study(message, analysis) for message in messages], Fit(passes=60, rate=0.2))
    sums = weights.sums(found(analysis, "hooded men").features)
    others = weights.sums(found(analysis, "clerks").features)
    assert sums["role:PERP_INDIVIDUAL"] > others.get("role:PERP_INDIVIDUAL", 0.0)
