"""Which parts are kept of a text, read with the shipped model."""

from hearsay.analyses.analyse import ReportAnalyser
from hearsay.documents.read import read_text
from hearsay.records.analysis import Analysis

TEXT = """Gunmen storm police post near Karsa

Gunmen stormed a police post near Karsa on Sunday and killed twelve officers, the interior minister said.

The talks between the herders and the mayor of Sallum went on in the capital."""


def read() -> Analysis:
    return ReportAnalyser().analyse(read_text(TEXT))


def test_words_that_tell_of_incidents_and_who_and_what_had_a_part_in_them() -> None:
    analysis = read()
    said = [token.text for token in analysis.tokens]
    deeds = {said[one.deed] for one in analysis.parts}
    assert {"stormed", "killed"} <= deeds
    assert not deeds & {"talks", "went", "said"}
    likeliest: dict[tuple[str, str], tuple[float, str]] = {}
    for one in analysis.parts:
        pair = (said[one.deed], said[one.word])
        likeliest[pair] = max(likeliest.get(pair, (0.0, "")), (one.share, one.part))
    assert likeliest["stormed", "Gunmen"][1] == "did"
    assert likeliest["stormed", "Karsa"][1] == "place"
    assert likeliest["killed", "twelve"][1] == "killed"


def test_every_share_is_of_words_of_the_text_and_no_less_than_what_is_kept() -> None:
    analysis = read()
    assert analysis.parts
    for one in analysis.parts:
        assert 0 <= one.deed < len(analysis.tokens)
        assert 0 <= one.word < len(analysis.tokens)
        assert 0.1 <= one.share <= 1.0
