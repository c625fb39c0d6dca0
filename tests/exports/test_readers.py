"""Exports read back by readers that are not ours. They are tools of development: without one its test is skipped."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from tests.exports.materials import material

from hearsay.exports.built import CODEBOOKS
from hearsay.exports.flat import COLUMNS


def test_parquet_is_read_by_pyarrow(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    path = tmp_path / "cases.parquet"
    codebook = CODEBOOKS.named("parquet")
    assert codebook.write(material(), path).rows == 5
    table = parquet.read_table(str(path))
    assert table.column_names == list(COLUMNS)
    killed = {row["kind"]: (row["killed_low"], row["killed"], row["killed_high"]) for row in table.to_pylist()}
    assert killed["suicide bombing"] == (13, 40, 40)
    assert killed["arrest"] == (None, None, None)
    assert list(codebook.check(path)) == []
    codebook.write(material(), tmp_path / "again.parquet")
    assert path.read_bytes() == (tmp_path / "again.parquet").read_bytes()


@pytest.mark.parametrize("name", ["gtd", "acled", "ucdp", "csv"])
def test_tables_are_read_by_pyarrow(name: str, tmp_path: Path) -> None:
    reader = pytest.importorskip("pyarrow.csv", reason="pyarrow is not installed")
    path = tmp_path / "rows.csv"
    written = CODEBOOKS.named(name).write(material(), path)
    options = reader.ParseOptions(newlines_in_values=True)
    assert reader.read_csv(str(path), parse_options=options).num_rows == written.rows


@pytest.mark.parametrize("name", ["gtd", "acled", "ucdp", "csv"])
def test_tables_are_read_by_pandas(name: str, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    path = tmp_path / "rows.csv"
    written = CODEBOOKS.named(name).write(material(), path)
    table = pandas.read_csv(path, dtype=str, keep_default_na=False)
    with path.open(encoding="utf-8", newline="") as file:
        ours = list(csv.DictReader(file))
    assert table.to_dict("records") == ours
    assert len(ours) == written.rows


def test_geojson_is_read_by_geopandas(tmp_path: Path) -> None:
    geopandas = pytest.importorskip("geopandas", reason="geopandas is not installed")
    path = tmp_path / "cases.geojson"
    written = CODEBOOKS.named("geojson").write(material(), path)
    frame = geopandas.read_file(path)
    assert len(frame) == written.rows == 5
    assert frame.crs.to_epsg() == 4326
    placed = {kind: (point.x, point.y) for kind, point in zip(frame["kind"], frame.geometry, strict=True) if point}
    assert placed["suicide bombing"] == (-4.20, 14.50)
    killed = dict(zip(frame["kind"], frame["killed_high"], strict=True))
    assert killed["suicide bombing"] == 40


def test_followthemoney_takes_every_entity_as_it_is(tmp_path: Path) -> None:
    followthemoney = pytest.importorskip("followthemoney", reason="followthemoney is not installed")
    path = tmp_path / "cases.ftm.jsonl"
    written = CODEBOOKS.named("ftm").write(material(), path)
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(lines) == written.rows
    for line in lines:
        entity = followthemoney.model.get_proxy(line, cleaned=False)
        entity.schema.validate(line)
        kept = {name: sorted(entity.get(name)) for name in line["properties"]}
        assert kept == {name: sorted(values) for name, values in line["properties"].items()}
    events = [line for line in lines if line["schema"] == "Event"]
    assert len(events) == 5


def test_gexf_is_read_by_networkx(tmp_path: Path) -> None:
    networkx = pytest.importorskip("networkx", reason="networkx is not installed")
    path = tmp_path / "graph.gexf"
    CODEBOOKS.named("gexf").write(material(), path)
    graph = networkx.read_gexf(str(path))
    labels = {data["label"] for _, data in graph.nodes(data=True)}
    assert {"Red Heron Brigade", "Dune Front"} <= labels
    assert sorted(data["label"] for *_, data in graph.edges(data=True)) == ["accused", "claimed", "claimed"]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of rdflib about itself
def test_nanopublications_are_read_by_rdflib(tmp_path: Path) -> None:
    rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed")
    path = tmp_path / "cases.trig"
    written = CODEBOOKS.named("nanopub").write(material(), path)
    found = rdflib.Dataset()
    found.parse(data=path.read_text(encoding="utf-8"), format="trig")
    kind = rdflib.URIRef("http://www.nanopub.org/nschema#Nanopublication")
    assert len({quad[0] for quad in found.quads((None, rdflib.RDF.type, kind, None))}) == written.rows
    accused = rdflib.URIRef("urn:hearsay:term:accused_of")
    assert len(list(found.quads((None, accused, None, None)))) == 1
