"""Pictures: what is on them, what is said to be left out, and that an accusation looks like one."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from tests.beliefs.cases import Pile
from tests.cli.storybook import said, storybook
from tests.exports.materials import readings
from tests.links.tellings import Happening, Word, document, telling

from hearsay.beliefs.policies.built import POLICIES
from hearsay.beliefs.weigh import weigh
from hearsay.errors import UsageError
from hearsay.links.match import match
from hearsay.plots.base import ACCUSED, CLAIMED, MARKS, Picture, mark, save
from hearsay.plots.map import map_
from hearsay.plots.network import Tie, network
from hearsay.plots.timeline import timeline
from hearsay.plots.tolls import tolls
from hearsay.records.belief import Belief
from hearsay.records.incident import Stance
from hearsay.records.reading import Reading
from hearsay.records.relation import RelationKind

pytest.importorskip("matplotlib")
pytest.importorskip("networkx")
Capture = pytest.CaptureFixture[str]


def beliefs(found: list[Reading]) -> list[Belief]:
    pile = Pile(*found)
    return list(weigh(match(pile.readings.values()), pile, POLICIES.named("majority")))


CASES = beliefs(readings())
TIES = [Tie(kind=RelationKind.FACTION_OF, ends=("a", "b"), names=("Sand $x^2$ <Wing>", "Dune Front"))]


def svg(picture: Picture, path: Path) -> str:
    save(picture, path)
    text = path.read_text(encoding="utf-8")
    ElementTree.fromstring(text)  # noqa: S314 (our own)
    return text


def words(text: str) -> str:
    root = ElementTree.fromstring(text)  # noqa: S314 (our own)
    return " ".join(" ".join("".join(one.itertext()).split()) for one in root.iter() if one.tag.endswith("}text"))


PICTURES = {
    "timeline": timeline(CASES),
    "map": map_(CASES),
    "tolls": tolls(CASES),
    "network": network(CASES, TIES),
}
EMPTY = {"timeline": timeline([]), "map": map_([]), "tolls": tolls([]), "network": network([], [])}


@pytest.mark.parametrize("name", PICTURES)
def test_the_same_book_gives_the_same_bytes_and_needs_no_network(name: str, tmp_path: Path) -> None:
    one, other = (svg(PICTURES[name], tmp_path / f"{number}.svg") for number in range(2))
    assert one == other
    assert re.findall(r'href="(?!#|data:image/png)', one) == []
    save(PICTURES[name], tmp_path / "picture.png")
    assert (tmp_path / "picture.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("name", EMPTY)
def test_an_empty_book_is_an_empty_picture_that_says_so(name: str, tmp_path: Path) -> None:
    assert words(svg(EMPTY[name], tmp_path / "empty.svg"))


def test_what_is_not_known_is_counted_under_the_picture(tmp_path: Path) -> None:
    assert len(CASES) == 5
    said_of = {name: words(svg(picture, tmp_path / f"{name}.svg")) for name, picture in PICTURES.items()}
    assert "1 case of 5 is without a date that can be drawn" in said_of["timeline"]
    assert "1 case of 5 is without a place" in said_of["map"]
    assert "3 cases of 5 are without a figure for the dead" in said_of["tolls"]
    assert "3 cases that no actor is tied to" in said_of["network"]
    assert "Suicide bombing, Tessaro, 6 May 2031" in said_of["tolls"]


def test_an_accusation_is_drawn_as_one(tmp_path: Path) -> None:
    looks = {mark(belief) for belief in CASES}
    assert looks == {"contested", "accused", "nobody"}
    assert (MARKS["accused"].style, MARKS["accused"].edge) == ("dashed", ACCUSED)
    assert {one.edge for name, one in MARKS.items() if name != "accused"}.isdisjoint({ACCUSED})
    text = svg(PICTURES["network"], tmp_path / "network.svg")
    assert "is accused or suspected of it" in words(text)
    dashed = [line for line in text.splitlines() if "stroke-dasharray" in line]
    assert any(ACCUSED in line for line in dashed)
    assert all(CLAIMED not in line for line in dashed)


def test_a_claim_that_is_denied_is_no_plain_claim() -> None:
    claimed = Word(words="We did it.", speaker="Red Heron Brigade", doer="Red Heron Brigade", stance=Stance.CLAIMED)
    (belief,) = beliefs([telling(document("Blast\nWe did it.", published="2031"), Happening(words=(claimed,)))])
    assert mark(belief) == "claimed"
    (one,) = belief.responsibilities
    accused = replace(belief, responsibilities=(replace(one, stance=Stance.ACCUSED),), claims=CASES[-1].claims)
    assert mark(accused) in ("accused", "nobody")


def test_a_reports_words_are_words_on_the_picture(tmp_path: Path) -> None:
    text = svg(PICTURES["network"], tmp_path / "network.svg")
    assert "Sand $x^2$ <Wing>" in words(text)
    assert "<Wing>" not in text


@pytest.mark.parametrize("what", PICTURES)
def test_the_command_draws_a_book(what: str, tmp_path: Path, capsys: Capture) -> None:
    book, path = storybook(tmp_path / "book.db"), tmp_path / f"{what}.svg"
    assert "drawn: " in said(capsys, "plot", what, "--from", book, "-o", str(path))[1]
    assert path.stat().st_size < 500_000
    assert "without" in words(path.read_text(encoding="utf-8")) or what == "network"


@pytest.mark.parametrize(
    ("arguments", "way_out"),
    [
        ((), "add: -o map.svg"),
        (("-o", "map.gif"), "end it with .svg or .png"),
        (("-o", "nowhere/map.svg"), "give another path"),
        (("-o", "map.svg", "--policy", "guess"), "there are: as-reported"),
    ],
)
def test_what_cannot_be_drawn_is_told(
    arguments: tuple[str, ...], way_out: str, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = storybook(tmp_path / "book.db")
    monkeypatch.chdir(tmp_path)
    assert way_out in said(capsys, "plot", "map", "--from", book, *arguments, status=2)[1]


def test_without_matplotlib_it_is_told_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "matplotlib"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(UsageError, match=r"pip install 'hearsay\[plot\]'"):
        save(PICTURES["map"], tmp_path / "map.svg")
