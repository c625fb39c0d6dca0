"""The agency and the outlet of a fictional report among its actors."""

from __future__ import annotations

import pytest
from tests.sentences_by_hand import document_of

from hearsay.analyses.actors.publishers import is_outlet
from hearsay.analyses.analyse import ReportAnalyser
from hearsay.documents.base import DocumentOptions
from hearsay.documents.compose import compose
from hearsay.statements.extract import extract

BODY = (
    "Two men were shot dead on the quay of Brenna on Monday night, and the ferry was burned. The killers fled by boat."
)


@pytest.fixture(scope="module")
def analyser() -> ReportAnalyser:
    return ReportAnalyser()


@pytest.mark.parametrize(
    ("text", "name", "names"),
    [
        (f"Two Shot in Brenna\n\nAssociated Press\n\n{BODY}", "AP", {"AP", "Associated Press"}),
        (f"Two Shot in Brenna\n\nAP Worldstream; May 4, 2005\n\n{BODY}", "AP", {"AP", "AP Worldstream"}),
        (f"Two Shot in Brenna\n\nBRENNA (Reuters) - {BODY}", "Reuters", {"Reuters"}),
        (f"Two Shot in Brenna\n\n{BODY} “I ran,” a girl told VOA.", "Voice of America", {"VOA"}),
    ],
)
def test_an_origin_has_the_names_that_the_page_gives_it(
    analyser: ReportAnalyser, text: str, name: str, names: set[str]
) -> None:
    analysis = analyser.analyse(compose(text, "x.txt", DocumentOptions()))
    origins = {s.speakers[0].actor for s in extract(analysis)}
    assert len(origins) == 1
    (actor,) = [a for a in analysis.actors if a.id in origins]
    assert is_outlet(actor, name)
    assert names <= {actor.name, *actor.names}


MEDIA = [
    ("Two men were held, the Italian news agency ANSA reported.", "ANSA", "news agency"),
    ("Two men were held, the private Ecclesia radio reported.", "Ecclesia radio", "outlet"),
    ("Rebel Radio Velmar claimed that the bridge had been taken.", "Radio Velmar", "outlet"),
    ("The Orsk newspaper Liberty reported that talks had begun.", "Liberty", "outlet"),
    ("The toll may rise, a nurse told Reuters.", "Reuters", "news agency"),
    ("According to Dawn, the talks failed.", "Dawn", "outlet"),
]


@pytest.mark.parametrize(("text", "name", "kind"), MEDIA)
def test_media_that_speak_are_actors(analyser: ReportAnalyser, text: str, name: str, kind: str) -> None:
    actors = analyser.analyse(document_of(text)).actors
    assert kind in {a.kind.value for a in actors if name in a.names}


@pytest.mark.parametrize(
    "text",
    [
        "At dawn the soldiers left. Time was short, and the sun rose over Orsk.",
        "The soldiers heard it on the radio. The agency was closed.",
        "Dawn broke over Orsk, and the soldiers left.",
    ],
)
def test_words_that_media_are_named_with_are_no_media(analyser: ReportAnalyser, text: str) -> None:
    actors = analyser.analyse(document_of(text)).actors
    assert not [
        a for a in actors if a.kind.value in {"outlet", "news agency"} and a.name in {"Dawn", "Time", "The Sun"}
    ]


def test_a_station_is_one_under_its_short_name(analyser: ReportAnalyser) -> None:
    text = "Rebels took the town, the Roman Catholic Ecclesia radio reported. Ecclesia added that ten people had died."
    actors = [a for a in analyser.analyse(document_of(text)).actors if "Ecclesia" in " ".join(a.names)]
    assert [set(a.names) for a in actors] == [{"Ecclesia radio", "Ecclesia"}]
