"""Decisions as training data: only what was decided is known, and what coders disagree on teaches nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.judging.decided import said
from tests.store.stories import told

from hearsay.casebook import material
from hearsay.errors import UsageError
from hearsay.exports.reviews import Reviews, lines
from hearsay.records.items import found
from hearsay.records.reading import Reading
from hearsay.records.review import Review, Subject, Verdict
from hearsay.records.span import Span
from hearsay.store.opening import open_store
from hearsay.training.corpora.reviews import corpus, decisions, passages
from hearsay.training.examples import Passage

TEXT = "Blast at checkpoint\nThe attack was claimed by the Red Heron Brigade. Oumar Tall said the Dune Front did it."
NAME = "Red Heron Brigade"


def reading() -> Reading:
    """A reading with a name that stands in its text."""
    plain = told(TEXT)
    at = TEXT.index(NAME)
    first, *others = plain.actors
    return replace(plain, actors=(replace(first, mentions=(Span(at, at + len(NAME)),)), *others))


READING = reading()


def learned(*reviews: Review) -> list[Passage]:
    return list(passages(lines([READING], reviews)))


def labels(found_in: list[Passage], layer: str) -> dict[str, object]:
    """What is known of a layer, by word."""
    examples = [example for passage in found_in for example in passage.examples if layer in example.layers]
    pairs = (pair for one in examples for pair in zip(one.words, one.layers[layer], strict=True))
    return {word: label for word, label in pairs if label is not None}


@pytest.fixture(scope="module")
def name() -> Review:
    """A decision on the first name of the reading that stands in its text."""
    return said(next(one for one in found(READING) if one.item.subject is Subject.NAME))


def test_an_accepted_name_is_known_and_nothing_else_is(name: Review) -> None:
    (known,) = [labels(learned(name), "name")]
    span = name.item.key.split("-")
    words = TEXT[int(span[0]) : int(span[1])].split()
    assert list(known) == words
    assert [str(label)[0] for label in known.values()] == ["B", *"I" * (len(words) - 1)]


def test_a_rejected_name_is_known_to_be_none(name: Review) -> None:
    one = next(one for one in found(READING) if one.item == name.item)
    assert set(labels(learned(said(one, Verdict.REJECT)), "name").values()) == {"O"}


def test_a_corrected_name_has_its_new_kind_and_words(name: Review) -> None:
    one = next(one for one in found(READING) if one.item == name.item)
    known = labels(learned(said(one, Verdict.CORRECT, "place")), "name")
    assert {str(label)[2:] for label in known.values()} == {"LOC"}


def test_coders_who_disagree_teach_nothing_until_it_is_settled(name: Review) -> None:
    one = next(one for one in found(READING) if one.item == name.item)
    apart = (said(one, author="Ada"), said(one, Verdict.REJECT, author="Bo"))
    assert learned(*apart) == []
    assert labels(learned(*apart, said(one, author="Cy", settles=True)), "name")


def test_a_book_and_a_file_of_its_decisions_are_the_same(name: Review, tmp_path: Path) -> None:
    book, file = tmp_path / "book.db", tmp_path / "reviews.jsonl"
    with open_store(book, create=True) as store, store.writer() as writer:
        writer.add(READING)
        writer.review(name)
        with store.view() as view:
            assert Reviews().write(material(view, "as-reported"), file).rows == 1
    assert decisions(str(book)) == decisions(str(file))
    folder = tmp_path / "corpora"
    (folder / "reviews").mkdir(parents=True)
    file.rename(folder / "reviews" / "ours.jsonl")
    assert list(corpus(folder, "train")) == learned(name)
    assert list(corpus(folder, "dev")) == []


def test_what_holds_no_decisions_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        decisions(str(tmp_path / "nowhere"))
    other = tmp_path / "other.jsonl"
    other.write_text('{"record": "document"}\n', encoding="utf-8")
    with pytest.raises(UsageError, match=r"row 1, format: .*hearsay export reviews"):
        decisions(str(other))
    other.write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="accept or correct some"):
        decisions(str(other))
