"""The invented reports: their marks, what is taught from them, and what is said of a slip."""

from pathlib import Path

import pytest

from hearsay.errors import UsageError
from hearsay.training.corpora import fiction
from hearsay.training.corpora.fiction import main, parse, passages, reports
from hearsay.training.examples import Example

SOURCE = """=== ours-01 | 1994-06-21 | wire
# Bus burns in Karsa

A [bomb](e1.weapon) [exploded](e1) on a bus in [Karsa](p e1.place),
[police](a1) said. The [Nur Brigade](a2 e1.claimed faction_of:a3), a wing of the [Front](a3), said it was its
[attack](e1). A [driver](a4 e1.accused e2.victim) was [shot](e2) later.
---
e1 bombing
e2 shooting
a1 state force
a2 armed group
a3 armed group
a4 person
"""


def taught(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Example]:
    folder.joinpath("ours.txt").write_text(SOURCE, encoding="utf-8")
    monkeypatch.setattr(fiction, "FOLDER", folder)
    (passage,) = passages(Path("unused"), "train")
    return list(passage.examples)


def labelled(example: Example, layer: str) -> dict[str, object]:
    return {w: label for w, label in zip(example.words, example.layers[layer], strict=True) if label not in (None, 0)}


def test_the_text_has_no_marks_and_the_marks_their_places() -> None:
    report = parse(SOURCE)
    assert report.text.startswith("Bus burns in Karsa\n\nA bomb exploded on a bus in Karsa, police said.")
    assert [report.text[mark.begin : mark.end] for mark in report.marks if mark.incidents] == [
        "exploded",
        "attack",
        "shot",
    ]


def test_incidents_parts_and_ties_are_taught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, blast, claim, shooting = taught(tmp_path, monkeypatch)
    assert labelled(blast, "part") == {"bomb": "weapon", "Karsa": "place", "police": "none"}
    assert labelled(blast, "deed") == {"exploded": 0b01}
    assert labelled(claim, "part") == {"Brigade": "claimed", "Front": "none"}
    assert labelled(claim, "parted") == {"Brigade": 0b01}
    assert [(claim.words[a], claim.words[b], kind) for a, b, kind in claim.ties] == [("Brigade", "Front", "faction_of")]
    assert labelled(shooting, "part") == {"driver": "accused"}
    assert labelled(shooting, "second") == {"driver": "victim"}
    assert labelled(shooting, "seconded") == {"driver": 0b10}
    assert {label for label in labelled(shooting, "trigger").values() if label != "O"} == {"shooting"}


def test_names_are_the_capitals_of_the_marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, blast, claim, _ = taught(tmp_path, monkeypatch)
    names = {w: label for w, label in labelled(blast, "name").items() if label != "O"}
    assert names == {"Karsa": "B-LOC"}
    names = {w: label for w, label in labelled(claim, "name").items() if label != "O"}
    assert names == {"Nur": "B-ORG", "Brigade": "I-ORG", "Front": "B-ORG"}


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("[driver](a9)", "actor a9 at 'driver' is not declared"),
        ("[driver](e1.drove)", "'drove' at 'driver' is no part"),
        ("[driver](e7)", "'e7' at 'driver' is no tag"),
        ("[driver](a4 uncle_of:a1)", "'uncle_of' at 'driver' is no kind of relation"),
        ("[the [driver](a4)](a4)", "a mark that is not closed"),
    ],
)
def test_a_slip_is_told_with_its_place(tmp_path: Path, wrong: str, told: str) -> None:
    path = tmp_path / "slip.txt"
    path.write_text(SOURCE.replace("[driver](a4 e1.accused e2.victim)", wrong), encoding="utf-8")
    with pytest.raises(UsageError) as error:
        list(reports([path]))
    assert told in str(error.value)
    assert "slip.txt" in str(error.value)
    assert "ours-01" in str(error.value)


def test_the_check_counts_and_complains(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "ours.txt"
    path.write_text(SOURCE, encoding="utf-8")
    assert main([str(path)]) == 0
    assert "reports 1" in capsys.readouterr().out
    path.write_text(SOURCE.replace("[shot](e2)", "shot"), encoding="utf-8")
    assert main([str(path)]) == 1
    assert "ours-01: e2 is told by no word" in capsys.readouterr().out


def test_the_reports_that_ship_have_no_slip(capsys: pytest.CaptureFixture[str]) -> None:
    paths = sorted(str(path) for path in fiction.FOLDER.glob("*.txt"))
    status = main(paths)
    assert status == 0, capsys.readouterr().out
