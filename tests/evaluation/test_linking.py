"""The evaluation of linking on a small file of fiction."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest
from tests.links.prose import AGENCY_ONE, AGENCY_TWO, paragraphs
from tests.story.told import readings

from hearsay.errors import UsageError
from hearsay.evaluation.carriers import WAYS, carried
from hearsay.evaluation.linking import articles, link_articles, link_copies, main

ONE, TWO = ("\n".join(paragraphs(text)) for text in (AGENCY_ONE, AGENCY_TWO))


TOLD = [reading.document.text.partition("\n")[2] for reading in readings()]
INCIDENTS = (
    (ONE, TWO),
    (TOLD[3] + TOLD[8], TOLD[4] + TOLD[9]),
    (TOLD[5] + TOLD[7], TOLD[6] + TOLD[10]),
    (TOLD[0], TOLD[2]),
)


def _file(folder: Path, incidents: int = 4) -> Path:
    path = folder / "incidents.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number, texts in enumerate(INCIDENTS[:incidents]):
            found = [
                {"id": f"{number}-{n}", "title": "Blast", "published": "2031-05-06", "text": text}
                for n, text in enumerate(texts)
            ]
            file.write(json.dumps({"id": str(number), "date": "May 6, 2031", "articles": found}) + "\n")
    return path


def test_articles_are_read_and_limited(tmp_path: Path) -> None:
    path = _file(tmp_path)
    assert [article.incident for article in articles(path, None)] == ["0", "0", "1", "1", "2", "2", "3", "3"]
    assert len(list(articles(path, 1))) == 2
    with pytest.raises(UsageError, match="nowhere"):
        list(articles(tmp_path / "nowhere", None))
    path.write_text("{}\n", encoding="utf-8")
    with pytest.raises(UsageError, match="line 1"):
        list(articles(path, None))


@pytest.mark.parametrize("way", WAYS)
def test_a_copy_has_another_headline_and_much_of_the_text(way: str) -> None:
    copy = carried(f"Blast\n\n{ONE}", way, Random(3), [TWO])  # noqa: S311
    assert not copy.startswith("Blast\n")
    kept = set(ONE.split()) & set(copy.split())
    assert len(kept) > len(set(ONE.split())) / 4
    assert (copy.partition("\n\n")[2].replace("\n\n", "\n") == ONE) == (way == "new headline")


def test_copies_are_counted(tmp_path: Path) -> None:
    found = link_copies(list(articles(_file(tmp_path), None)), seed=1)
    assert [total for _, _, total in found.by_way] == [6] * len(WAYS)
    assert {way: right for way, right, _ in found.by_way}["new headline"] == 6
    assert found.distinct > found.hard > 0
    assert (found.reports, found.hard_reports, found.filed_twice) == (6, 4, 0)
    assert (found.merged > 0) == (found.reports_merged > 1)
    assert found.hard_reports_merged == 0


def test_a_page_filed_under_two_incidents_is_no_wrong_merge_but_a_shared_half_is(tmp_path: Path) -> None:
    path = _file(tmp_path)
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    first = lines[0]["articles"][0]
    words = first["text"].split()
    lines[1]["articles"][0]["text"] = " ".join(words) + " One more word."
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    found = link_copies(list(articles(path, None)), seed=1)
    assert found.filed_twice >= 1
    assert found.reports_merged == 0


def test_too_few_incidents_are_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="four incidents"):
        link_copies(list(articles(_file(tmp_path, 2), None)), seed=1)


def test_the_story_is_linked_without_a_fault() -> None:
    told = readings()
    scores = link_articles([("market", reading) for reading in told[:10]] + [("bus", told[11])])
    assert scores.conll == 1.0


def test_the_command_prints_figures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["copies", str(_file(tmp_path))]) == 0
    assert "all copies" in capsys.readouterr().out
