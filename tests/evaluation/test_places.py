"""The scorer on made-up annotations, and the corpora where they are at hand."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.analyses.places.reports import analysed

from hearsay.analyses.places.finding import find_places
from hearsay.analyses.places.options import PlaceOptions
from hearsay.errors import EmptyError
from hearsay.evaluation.places import PlaceScores, evaluate_places, read_geovirus, read_lgl, score_report
from hearsay.records.document import Document
from hearsay.records.place import Place, PlacePrecision
from hearsay.records.span import Span

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


def test_shares_of_the_counts() -> None:
    scores = PlaceScores(
        documents=4,
        gold=10,
        mentions=8,
        found=6,
        gold_placed=8,
        placed=5,
        identified=5,
        exact=3,
        near=4,
        seconds=2.0,
    )
    assert (scores.precision, scores.recall, scores.f1) == pytest.approx((0.75, 0.6, 2 / 3))
    assert (scores.exact_id, scores.near_found, scores.near_all) == pytest.approx((0.6, 0.8, 0.5))
    assert scores.documents_per_second == 2.0


def test_a_file_without_articles_is_told(tmp_path: Path) -> None:
    (tmp_path / "none.xml").write_text("<articles/>", encoding="utf-8")
    with pytest.raises(EmptyError, match=r"none\.xml"):
        list(read_lgl(tmp_path / "none.xml"))


def by_spelling(document: Document) -> Sequence[Place]:
    sentences, _ = analysed(document)
    return find_places(document, sentences, (), PlaceOptions())


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora lie outside the repository")
def test_geovirus_stays_above_its_floors() -> None:
    scores = evaluate_places(read_geovirus(CORPORA / "geovirus" / "GeoVirus.xml"), by_spelling)
    assert scores.f1 > 0.92
    assert scores.near_found > 0.83


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora lie outside the repository")
def test_lgl_stays_above_its_floors() -> None:
    reports = list(read_lgl(CORPORA / "evaluation-only" / "geoparsing" / "lgl.dev.xml"))[:100]
    scores = evaluate_places(reports, by_spelling)
    assert scores.f1 > 0.6
    assert scores.exact_id > 0.7
