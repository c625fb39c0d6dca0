"""The list of corpora: what is trained on, and what is for development. A new corpus is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hearsay.training.corpora import ewt, fiction, gum, meantime, muc, names, re3d, redocred, reviews
from hearsay.training.examples import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """A corpus: its reader `(corpora folder, split) -> passages`, splits, licence, how often an epoch repeats it
    (0: it is for the last stage alone, `deeds.py`)."""

    name: str
    read: Callable[[Path, str], Iterator[Passage]]
    splits: tuple[str, ...]
    licence: str
    repeats: int = 1


CORPORA = (
    Corpus(name="ewt", read=ewt.passages, splits=("train", "dev"), licence="CC BY-SA 4.0, UDS-IH2 on it too"),
    Corpus(name="gum", read=gum.passages, splits=("train", "dev"), licence="CC BY 4.0"),
    Corpus(name="wikigold", read=names.wikigold, splits=("train", "dev"), licence="CC BY 4.0"),
    Corpus(name="politics", read=names.politics, splits=("train", "dev"), licence="MIT", repeats=2),
    Corpus(name="uner", read=names.uner, splits=("dev",), licence="CC BY-SA 4.0"),
    Corpus(name="redocred", read=redocred.passages, splits=("train", "dev"), licence="MIT"),
    Corpus(name="re3d", read=re3d.passages, splits=("train", "dev"), licence="per source, see re3d", repeats=4),
    Corpus(name="meantime", read=meantime.passages, splits=("train", "dev"), licence="CC BY 4.0", repeats=2),
    Corpus(
        name="muc4", read=muc.passages, splits=("train", "dev"), licence="US government translations, free of charge"
    ),
    Corpus(name="fiction", read=fiction.passages, splits=("train", "dev"), licence="our own, Apache-2.0", repeats=0),
    Corpus(
        name="reviews", read=reviews.corpus, splits=("train",), licence="decisions of persons, where given", repeats=2
    ),
)
