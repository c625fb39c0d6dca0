"""Exports read back by readers that are not ours. They are tools of development: without one its test is skipped."""

from __future__ import annotations

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
