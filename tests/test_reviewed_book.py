"""Decisions over a whole book: they show in dossiers and exports, and undone leave them as they were, byte for byte."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from tests.cli.storybook import storybook
from tests.judging.decided import said
from tests.story.told import readings

from hearsay.casebook import case_of, material
from hearsay.errors import UsageError
from hearsay.exports.built import CODEBOOKS
from hearsay.records.incident import CountEffect
from hearsay.records.items import found
from hearsay.records.link import LinkKind, Ref
from hearsay.records.review import Grouping, Review, Subject, Verdict
from hearsay.store.base import Store
from hearsay.store.opening import open_store

READINGS = readings()
BLAST = [Ref(report=one.document.id, record=one.incidents[0].id) for one in READINGS]
FORMS = [
    codebook for codebook in CODEBOOKS.all() if codebook.name in ("records", "gtd", "acled", "ucdp", "geojson", "gexf")
]
VALUES = {"kind": "shooting", "time": "2031-05-04", "place": "Gao", "killed": "12-14", "wounded": "3"}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(storybook(tmp_path / "book.db"))


def exported(store: Store, folder: Path) -> list[bytes]:
    """The bytes of every export of the book."""
    with store.view() as view:
        found = material(view, "ucdp")
        return [file.read_bytes() for one in FORMS for file in one.write(found, folder / f"cases{one.suffix}").files]


def decisions(seed: int) -> list[Review]:
    """Decisions of two persons on things drawn at random."""
    drawn = random.Random(seed)  # noqa: S311 (a test's own order)
    made = []
    for reading in READINGS:
        for one in drawn.sample(list(found(reading)), 4):
            verdict, value = drawn.choice(list(Verdict)), None
            if verdict is Verdict.CORRECT:
                value = VALUES.get(one.item.field) if one.item.subject is Subject.FIELD else None
                verdict = verdict if value else Verdict.REJECT
            made.append(said(one, verdict, value, author=drawn.choice(["Ada", "Bo"])))
    return made


@pytest.mark.parametrize("seed", range(3))
def test_everything_undone_in_any_order_leaves_every_export_as_it_was(store: Store, tmp_path: Path, seed: int) -> None:
    before = exported(store, tmp_path)
    made = decisions(seed)
    apart = Grouping(
        kind=LinkKind.SAME_INCIDENT,
        one=(BLAST[8],),
        other=(*BLAST[:8], *BLAST[9:10]),
        holds=False,
        author="Ada",
        at="2031",
    )
    joined = replace(apart, one=(BLAST[0],), other=(BLAST[11],), holds=True)
    with store.writer() as writer:
        for review in made:
            writer.review(review)
        for grouping in (apart, joined):
            writer.group(grouping)
    assert exported(store, tmp_path) != before
    random.Random(seed).shuffle(made)  # noqa: S311
    with store.writer() as writer:
        writer.ungroup(joined.id)
        for review in made:
            writer.unreview(review.id)
        writer.ungroup(apart.id)
    assert exported(store, tmp_path) == before


def test_a_corrected_figure_is_weighed_in_place_of_the_one_that_was_read(store: Store) -> None:
    one = next(one for one in found(READINGS[3]) if one.item.key.startswith("killed"))
    with store.writer() as writer:
        writer.review(said(one, Verdict.CORRECT, "44"))
    with store.view() as view:
        belief = case_of(view, BLAST[0], "as-reported")
    killed = belief.count(CountEffect.KILLED)
    assert killed is not None
    assert [variant.text for variant in killed.variants] == ["13", "44", "69", "70"]
    assert [review.item for review in belief.reviews] == [one.item]


def test_a_rejected_incident_leaves_its_case_and_says_who_decided(store: Store) -> None:
    one = next(one for one in found(READINGS[3]) if one.item.subject is Subject.INCIDENT)
    review = said(one, Verdict.REJECT)
    with store.writer() as writer:
        writer.review(review)
    with store.view() as view:
        belief = case_of(view, BLAST[0], "as-reported")
        assert BLAST[3] not in belief.case.members
        with pytest.raises(UsageError, match=f"An Editor .* review undo {review.id}"):
            case_of(view, BLAST[3], "as-reported")


def test_a_split_parts_every_pair_and_nothing_else(store: Store) -> None:
    rest = tuple(one for at, one in enumerate(BLAST[:11]) if at != 8)
    with store.writer() as writer:
        writer.group(
            Grouping(
                kind=LinkKind.SAME_INCIDENT, one=(BLAST[8],), other=rest, holds=False, author="Ada", at="2031-07-01"
            )
        )
    with store.view() as view:
        assert case_of(view, BLAST[8], "as-reported").case.members == (BLAST[8],)
        assert set(rest) <= set(case_of(view, BLAST[0], "as-reported").case.members)
