"""The scorer on made-up annotations, and the corpora where they are at hand."""

import dataclasses
from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.analyses.places.reports import analysed

from hearsay.analyses.places.finding import find_places, resolve_places
from hearsay.analyses.places.options import PlaceOptions
from hearsay.analyses.places.spelled import spelled_places
from hearsay.errors import EmptyError
from hearsay.evaluation.base import Row, row
from hearsay.evaluation.places import (
    MORDECAI3_FROM_TEXT,
    GoldReport,
    placed_names,
    read_geovirus,
    read_lgl,
    score_given,
    score_held,
    score_report,
)
from hearsay.evaluation.yardsticks import EVERY_NAME, PLACE_MEASURES
from hearsay.records.place import Place, PlacePrecision
from hearsay.records.span import Span
from hearsay.vocabulary.gazetteer.gazetteer import shipped_gazetteer

CORPORA = Path(__file__).parents[2].parent / "shared" / "corpora"

GEOVIRUS = """<articles><article><source>https://example.org/a</source>
<text>Fever in Lagos &amp; Rome.</text><locations>
<location><name>Lagos</name><start>10</start><end>15</end><lat>6.45</lat><lon>3.4</lon><page>p</page></location>
<location><name>Rome</name><start>18</start><end>22</end><lat>41.9</lat><lon>12.5</lon><page>p</page></location>
</locations></article> <!-- cut here"""
LGL = """<articles><article docid="1"><url>http://example.org/b</url><text><![CDATA[A fire in Paris, Texas.]]></text>
<toponyms count="2"><toponym><start>10</start><end>15</end><phrase>Paris</phrase><gaztag geonameid="4717560">
<lat>33.66</lat><lon>-95.55</lon></gaztag></toponym>
<toponym><start>17</start><end>22</end><phrase>Texas</phrase></toponym></toponyms></article></articles>"""


def place(
    span: Span, id: int | None, point: tuple[float, float] | None, precision: PlacePrecision = PlacePrecision.CITY
) -> Place:
    return Place(
        id=f"place-{span.start}",
        name="x",
        country=None,
        admin1=None,
        latitude=point[0] if point else None,
        longitude=point[1] if point else None,
        geonames_id=id,
        precision=precision,
        mentions=(span,),
    )


def test_offsets_of_both_formats_point_at_the_names(tmp_path: Path) -> None:
    (tmp_path / "g.xml").write_text(GEOVIRUS, encoding="utf-8")
    (tmp_path / "l.xml").write_text(LGL, encoding="utf-8")
    [geovirus], [lgl] = read_geovirus(tmp_path / "g.xml"), read_lgl(tmp_path / "l.xml")
    assert [t.span.of(geovirus.document.text) for t in geovirus.toponyms] == ["Lagos", "Rome"]
    assert [t.span.of(lgl.document.text) for t in lgl.toponyms] == ["Paris", "Texas"]
    assert [t.geonames_id for t in lgl.toponyms] == [4717560, None]
    assert lgl.toponyms[1].latitude is None


def test_counts_of_one_report(tmp_path: Path) -> None:
    (tmp_path / "l.xml").write_text(LGL, encoding="utf-8")
    [report] = read_lgl(tmp_path / "l.xml")
    right = place(Span(10, 15), 4717560, (33.7, -95.5))
    france = place(Span(10, 15), 2988507, (48.85, 2.35))
    close = place(Span(10, 15), 1, (33.0, -95.0))
    site = place(Span(2, 6), None, None, PlacePrecision.SITE)
    extra = place(Span(0, 1), 7, None)
    nothing = score_report(report, [])
    assert (nothing["gold"], nothing["found"], nothing["gold_placed"]) == (2, 0, 1)
    counts = score_report(report, [right, site, extra])
    assert (counts["mentions"], counts["found"], counts["placed"], counts["exact"], counts["near"]) == (2, 1, 1, 1, 1)
    assert (score_report(report, [france])["exact"], score_report(report, [france])["near"]) == (0, 0)
    assert (score_report(report, [close])["exact"], score_report(report, [close])["near"]) == (0, 1)


def test_peoples_and_unplaced_names_are_left_out_where_places_proper_are_scored(tmp_path: Path) -> None:
    people = LGL.replace("A fire in Paris, Texas.", "A fire. A Kenyan, Texas.").replace("<end>15", "<end>16")
    (tmp_path / "l.xml").write_text(people, encoding="utf-8")
    [report] = read_lgl(tmp_path / "l.xml")
    kenya = place(Span(10, 16), 1, (0.0, 37.0))
    counts = score_report(report, [kenya], proper=True)
    assert (counts["sought"], counts["mentions"], counts["gold_placed"]) == (0, 0, 0)


def test_given_names_are_scored_with_those_that_no_place_was_found_for(tmp_path: Path) -> None:
    (tmp_path / "l.xml").write_text(LGL, encoding="utf-8")
    [report] = read_lgl(tmp_path / "l.xml")
    assert [one.span for one in placed_names(report)] == [Span(10, 15)]
    right = score_given(report, [place(Span(10, 15), 4717560, None)])
    assert (right["placed"], right["exact"], right["near"], right["mentions"]) == (1, 1, 1, 0)
    assert score_given(report, [None])["placed"] == 1
    assert score_given(report, [None])["exact"] == 0


def test_a_country_is_right_wherever_its_point_is_put(tmp_path: Path) -> None:
    canada = GEOVIRUS.replace("Lagos &amp; Rome", "Canada &amp; Rome").replace("15</end>", "16</end>")
    (tmp_path / "g.xml").write_text(canada, encoding="utf-8")
    [report] = read_geovirus(tmp_path / "g.xml")
    found = place(Span(9, 15), 6251999, (60.1, -113.6), PlacePrecision.COUNTRY)
    counts = score_report(report, [dataclasses.replace(found, country="CA")])
    assert (counts["near"], counts["located"]) == (0, 1)
    assert score_report(report, [dataclasses.replace(found, country="US")])["located"] == 0


def test_a_file_without_articles_is_told(tmp_path: Path) -> None:
    (tmp_path / "none.xml").write_text("<articles/>", encoding="utf-8")
    with pytest.raises(EmptyError, match=r"none\.xml"):
        list(read_lgl(tmp_path / "none.xml"))


def by_spelling(reports: Iterable[GoldReport]) -> tuple[dict[str, float], dict[str, float]]:
    """The figures of places found by spelling and the gazetteer alone, and of resolution with the names given."""
    found, given = [], []
    for report in reports:
        sentences, _ = analysed(report.document)
        names = [toponym.span for toponym in placed_names(report)]
        found.append(score_report(report, find_places(report.document, sentences, (), PlaceOptions())))
        given.append(score_given(report, resolve_places(report.document, sentences, (), names, PlaceOptions())))
    return figures(row("found", found, PLACE_MEASURES, "gold")), figures(row("given", given, PLACE_MEASURES, "gold"))


def figures(of: Row) -> dict[str, float]:
    return {measure.name: one.value for measure, one in zip(PLACE_MEASURES, of.estimates, strict=True)}


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora lie outside the repository")
def test_geovirus_stays_above_its_floors() -> None:
    found, given = by_spelling(read_geovirus(CORPORA / "geovirus" / "GeoVirus.xml"))
    assert found["F1"] > 0.935
    assert found["161 km or its country"] > 0.9
    assert given["161 km or its country"] > 0.89


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora lie outside the repository")
def test_lgl_stays_above_its_floors() -> None:
    found, given = by_spelling(list(read_lgl(CORPORA / "evaluation-only" / "geoparsing" / "lgl.dev.xml"))[:100])
    assert found["F1"] > 0.69
    assert found["exact id"] > 0.84
    assert given["exact id"] > 0.8


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora lie outside the repository")
def test_every_name_of_lgl_is_found_and_placed_better_than_mordecai3_does() -> None:
    reports = list(read_lgl(CORPORA / "evaluation-only" / "geoparsing" / "lgl.dev.xml"))
    scores = [score_report(one, spelled_places(one.document, EVERY_NAME)) for one in reports]
    every = figures(row("every name", scores, PLACE_MEASURES, "gold"))
    _, _, f1, exact, near = MORDECAI3_FROM_TEXT
    assert every["F1"] > max(f1, 0.79)
    assert every["exact id of all"] > max(exact, 0.75)
    assert every["161 km of all"] > max(near, 0.76)


def test_names_that_the_gazetteer_lacks_are_left_out_where_that_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "lgl.xml"
    [there] = read_lgl(written(path, LGL))
    [lacking] = read_lgl(written(path, LGL.replace("4717560", "999999999")))
    places = [place(Span(10, 15), 4717560, (33.66, -95.55))]
    assert score_held(there, places, shipped_gazetteer())["exact"] == 1
    assert score_held(lacking, places, shipped_gazetteer())["gold"] == 0
    assert score_given(lacking, places)["identified"] == 1


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path
