"""The scorer of dates: on annotated texts of our own, and above the published figures where the corpus is at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from hearsay.errors import EmptyError
from hearsay.evaluation.times import (
    HEIDELTIME_WIKIWARS,
    GoldTime,
    read_gum,
    read_timeml,
    score_gum,
    score_wikiwars,
)
from hearsay.records.span import Span

CORPORA = Path(__file__).resolve().parents[2].parent / "shared" / "corpora"

TIMEML = """<?xml version="1.0" ?>
<TimeML><DOCID>x</DOCID>
<DCT><TIMEX3 functionInDocument="CREATION_TIME" tid="t0" type="DATE" value="2009-12-19">2009-12-19</TIMEX3></DCT>
<TEXT>
Rebels &amp; others took the port on <TIMEX3 tid="t1" type="DATE" value="1998-05-03">3 May 1998</TIMEX3>.
In <TIMEX3 tid="t2" type="DATE" value="1998-06">June</TIMEX3> they
<TIMEX3 tid="t3" type="DATE" value="PRESENT_REF">now</TIMEX3> held it
for <TIMEX3 tid="t4" type="DATE" value="P3D">four days</TIMEX3> until
<TIMEX3 tid="t5" type="DATE" value="null">the hot season</TIMEX3>.
</TEXT></TimeML>
"""

CONLLU = (
    "# newdoc id = GUM_news_port\n# meta::dateCreated = 2016-10-26\n# newpar\n"
    "1\tRebels\trebel\tNOUN\t_\t_\t2\tnsubj\t_\t_\n"
    "2\tstruck\tstrike\tVERB\t_\t_\t0\troot\t_\t_\n"
    '3\tMonday\tMonday\tPROPN\t_\t_\t2\tobl\t_\tXML=<date when:::"2016-10-24"></date>\n'
    "4\tand\tand\tCCONJ\t_\t_\t6\tcc\t_\t_\n"
    '5\tlast\tlast\tADJ\t_\t_\t6\tamod\t_\tXML=<date from:::"2016-10-17" to:::"2016-10-23">\n'
    "6\tweek\tweek\tNOUN\t_\t_\t3\tconj\t_\tSpaceAfter=No|XML=</date>\n"
    "7\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n"
)


@pytest.fixture
def narrative(tmp_path: Path) -> Path:
    path = tmp_path / "war.tml"
    path.write_text(TIMEML, encoding="utf-8")
    return path


def test_timeml_is_read_with_its_spans(narrative: Path) -> None:
    gold = read_timeml(narrative)
    assert gold.published == "2009-12-19"
    assert [(time.span.of(gold.text), time.value) for time in gold.times] == [
        ("3 May 1998", "1998-05-03"),
        ("June", "1998-06"),
        ("now", "PRESENT_REF"),
        ("four days", "P3D"),
        ("the hot season", None),
    ]
    assert "Rebels & others" in gold.text


def test_a_narrative_is_scored_by_hand(narrative: Path) -> None:
    scores = score_wikiwars([read_timeml(narrative)], "own")
    assert (scores.gold, scores.found) == (5, 4)
    assert (scores.relaxed, scores.strict) == (4, 4)
    assert scores.relaxed_valued == 3  # four days are not P3D
    assert scores.precision == 1.0
    assert scores.recall == pytest.approx(0.8)
    assert scores.relaxed_f1 == pytest.approx(8 / 9)
    assert scores.value_accuracy == pytest.approx(0.75)


def test_gum_is_read_and_scored_by_the_days_covered(tmp_path: Path) -> None:
    path = tmp_path / "GUM_news_port.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    gold = read_gum(path)
    assert gold.published == "2016-10-26"
    assert gold.text.strip() == "Rebels struck Monday and last week."
    start = gold.text.index("last")
    assert gold.times[1] == GoldTime(span=Span(start, start + 9), value="2016-10-17/2016-10-23")
    scores = score_gum([gold], "own")
    assert (scores.gold, scores.found, scores.strict_valued) == (2, 2, 2)


def test_a_file_that_is_no_timeml_is_named(tmp_path: Path) -> None:
    path = tmp_path / "other.tml"
    path.write_text("<xml/>", encoding="utf-8")
    with pytest.raises(EmptyError, match=r"other\.tml"):
        read_timeml(path)


@pytest.mark.skipif(not (CORPORA / "wikiwars").is_dir(), reason="WikiWars is not beside the repository")
def test_narratives_are_read_better_than_published() -> None:
    paths = sorted((CORPORA / "wikiwars" / "tml" / "train").glob("*.tml"))[:5]
    scores = score_wikiwars([read_timeml(path) for path in paths], "five")
    relaxed, strict, _, relaxed_value, strict_value = HEIDELTIME_WIKIWARS
    assert scores.relaxed_f1 > relaxed + 0.05
    assert scores.strict_f1 > strict + 0.05
    assert scores.relaxed_value_f1 > relaxed_value + 0.03
    assert scores.strict_value_f1 > strict_value + 0.03
