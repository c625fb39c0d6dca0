"""`hearsay evaluate`: every yardstick where its corpus is at hand, one line where it is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hearsay.cli import run
from hearsay.evaluation.yardsticks import YARDSTICKS

CORPORA = Path(__file__).resolve().parents[2].parent / "shared" / "corpora"
DOCS = Path(__file__).resolve().parents[2] / "docs" / "accuracy.md"

CONLLU = """# newdoc id = GUM_news_own
# newpar
1\tGunmen\tgunman\tNOUN\tNNS\t_\t2\tnsubj\t_\tEntity=(1-person-new-cf1-1-coref)
2\tfled\tflee\tVERB\tVBD\t_\t0\troot\t_\t_
3\tbefore\tbefore\tSCONJ\tIN\t_\t5\tmark\t_\t_
4\tthey\tthey\tPRON\tPRP\t_\t5\tnsubj\t_\tEntity=(1-person-giv-cf1-1-ana)
5\tstruck\tstrike\tVERB\tVBD\t_\t2\tadvcl\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""


@pytest.fixture(autouse=True)
def _no_corpora_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HEARSAY_CORPORA", raising=False)


def test_what_ships_with_the_package_needs_no_corpora(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["evaluate", "aliases", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    figures = told["rows"][0]["measures"]
    assert figures["precision"]["value"] >= 0.98
    assert figures["recall"]["value"] >= 0.95
    assert figures["recall"]["low"] < figures["recall"]["value"] < figures["recall"]["high"]
    assert told["command"] == "hearsay evaluate aliases --split dev"


def test_a_corpus_in_a_folder_is_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "gum" / "dep"
    folder.mkdir(parents=True)
    (tmp_path / "gum" / "splits.md").write_text("# Splits\n\n## dev\n\n  * GUM_news_own\n", encoding="utf-8")
    (folder / "GUM_news_own.conllu").write_text(CONLLU, encoding="utf-8")
    assert run(["evaluate", "coreference", "--corpora", str(tmp_path)]) == 0
    shown = capsys.readouterr().out
    assert "GUM, dev: 1 documents, 2 mentions" in shown
    assert "  B3 F1            100.0" in shown
    assert f"--corpora {tmp_path}" in " ".join(shown.split())


@pytest.mark.parametrize("name", sorted(set(YARDSTICKS) - {"aliases"}))
def test_without_its_corpus_one_line_says_so(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in ([], ["--corpora", str(tmp_path)], ["--corpora", str(tmp_path / "absent")]):
        assert run(["evaluate", name, *arguments]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.count("\n") == 1
        assert "--corpora DIR" in err or str(tmp_path) in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["weather"], "nothing is evaluated by the name 'weather'; there are: times, geovirus"),
        (["aliases", "--split", "train"], "--split 'train' is neither 'dev' nor 'test'"),
        (["aliases", "--split", "test"], "'aliases' is scored on the split 'dev' only"),
    ],
)
def test_a_mistake_is_told(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["evaluate", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_the_page_has_a_section_of_every_yardstick() -> None:
    page = DOCS.read_text(encoding="utf-8")
    assert [line for line in page.splitlines() if line.startswith("- Command:")] == [
        *(f"- Command: hearsay evaluate {name} --split dev" for name in YARDSTICKS),
        "- Command: python -m benchmarks.places",
    ]
    assert "development figures" in page


@pytest.mark.skipif(not (CORPORA / "geovirus").is_dir(), reason="GeoVirus is not beside the repository")
def test_a_test_part_that_was_held_back_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["evaluate", "geovirus", "--split", "test", "--corpora", str(CORPORA)]) == 2
    assert "the test part of GeoVirus is not in it" in capsys.readouterr().err
