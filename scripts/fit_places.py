"""Learns which spellings are places where no tagger has read the report: `analyses/places/weights.tsv.gz`.

    HEARSAY_CORPORA=/corpora python scripts/fit_places.py

The teacher is the shipped reader: what the whole analysis takes for a place, for part of another name and for neither,
on the openly licensed texts that it was trained on (see `training/corpora/readers.py`; MUC-4 is left out, as it is in
capitals, and so are GeoVirus and LGL, which measure). As those texts name large places and local papers small ones,
each is also taken twice with its towns moved: to towns of up to 60,000 people of another first-level area of their
country, those of one area to one area, so that they still lie together and each still lies where the text says.

A softmax over traits that at least three texts have, fitted by AdaGrad, weights averaged over the epochs. The same
readings give the same file. Run it again when the rules of `recognition.py` change their reasons. About ten minutes.
"""

from __future__ import annotations

import gzip
import os
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from hearsay.analyses.analyse import ReportAnalyser
from hearsay.analyses.places.hints import contained, hints_of
from hearsay.analyses.places.judgement import Judgement, Verdict
from hearsay.analyses.places.names import NameFinder
from hearsay.analyses.places.recognition import judge_all
from hearsay.analyses.places.traits import Report
from hearsay.analyses.places.weighing import OUTCOMES, WEIGHTS
from hearsay.analyses.places.words import Line, lines_of
from hearsay.analyses.sentences import split_sentences
from hearsay.evaluation.places import document_of
from hearsay.records.analysis import Sentence, Token
from hearsay.records.document import Document
from hearsay.records.span import Span
from hearsay.training.corpora.readers import CORPORA
from hearsay.training.examples import Passage
from hearsay.vocabulary.folding import fold
from hearsay.vocabulary.gazetteer.entry import Entry
from hearsay.vocabulary.gazetteer.gazetteer import shipped_gazetteer
from hearsay.vocabulary.place_words import ambiguous_words

LEFT_OUT = ("muc4", "reviews", "uner")  # in capitals; of others; the same texts as EWT's
SHORTEST = 40  # characters
MOVED = 2  # copies of each text
TOWN = range(500, 60_001)  # people
LARGEST = 3_000_000  # people: larger towns stay
FEWEST_TOWNS = 20  # of an area that others are moved to
LEAST = 3  # texts that have a trait
EPOCHS, RATE, DECAY, SEED = 8, 0.1, 1e-3, 7
SMALLEST = 3  # hundredths: a trait all of whose weights are nearer to zero is left out
HEAD = "# For a place, for part of another name, for neither; hundredths. Made by scripts/fit_places.py\n"

_ENDS = re.compile(r"[.!?:;\"”')\]]$")
_NO_BLANK_BEFORE = re.compile(r"[,.;:!?%)\]}”’…]|'s|n't|'re|'ve|'ll|''|'d|'m")
_NO_BLANK_BEHIND = frozenset("([{“‘$")

Example = tuple[list[str], int]
"""The traits of a name, and the index of its verdict among `OUTCOMES`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """A text with what the teacher says of each name in it."""

    document: Document
    verdicts: dict[Span, Verdict]


def main() -> None:
    if "HEARSAY_CORPORA" not in os.environ:
        sys.exit("HEARSAY_CORPORA names no folder of corpora; set it to the one that holds gum/, ud-ewt/, ner/ ...")
    taught = list(teaching(Path(os.environ["HEARSAY_CORPORA"])))
    sys.stderr.write(f"{len(taught)} texts read\n")
    plain = [examples(one) for one in taught]
    copies = [examples(one) for one in moved(taught)]
    fitted = fit(plain, copies)
    with gzip.GzipFile(WEIGHTS, "wb", mtime=0) as file:
        file.write((HEAD + "".join(sorted(rows(fitted)))).encode())
    sys.stderr.write(f"{WEIGHTS}: of {sum(map(len, plain))} names and {sum(map(len, copies))} in moved texts\n")


def teaching(corpora: Path) -> Iterator[Taught]:
    """Every text once, read by the whole analysis."""
    analyser = ReportAnalyser()
    seen: set[str] = set()
    for corpus in CORPORA:
        for split in corpus.splits if corpus.name not in LEFT_OUT else ():
            for passage in corpus.read(corpora, split):
                text = text_of(passage)
                if passage.cased and len(text) >= SHORTEST and text not in seen:
                    seen.add(text)
                    document = document_of(text, None)
                    read = analyser.analyse(document)
                    _, judgements = judged(document, read.sentences, read.tokens)
                    yield Taught(document=document, verdicts={one.match.span: settled(one) for one in judgements})


def text_of(passage: Passage) -> str:
    """The words as a text: blanks as a newspaper sets them, a paragraph's end behind what ends without a stop."""
    text = ""
    for example in passage.examples:
        text += "" if not text else " " if _ENDS.search(text) else "\n\n"
        for number, word in enumerate(example.words):
            glued = number == 0 or _NO_BLANK_BEFORE.match(word) or text[-1:] in _NO_BLANK_BEHIND
            text += word if glued else f" {word}"
    return text


def judged(
    document: Document, sentences: Sequence[Sentence], tokens: Sequence[Token]
) -> tuple[list[Line], list[Judgement]]:
    """What the rules make of each name, with the tagger's word where there are tokens."""
    lines = lines_of(document, sentences, tokens)
    matches = NameFinder(document.text, shipped_gazetteer()).matches(lines)
    return lines, judge_all(matches, lines, contained(hints_of(matches, lines)))


def settled(judgement: Judgement) -> Verdict:
    return judgement.verdict if judgement.verdict in OUTCOMES else Verdict.NONE


def spelled(document: Document) -> tuple[list[Line], list[Judgement]]:
    """The same without the model."""
    sentences = [
        Sentence(span=one.span, first=0, last=0, block=one.block, paragraph=one.paragraph)
        for one in split_sentences(document)
    ]
    return judged(document, sentences, ())


def examples(taught: Taught) -> list[Example]:
    """The names of a text as they look without the model, with the teacher's verdicts."""
    lines, judgements = spelled(taught.document)
    report = Report(judgements, lines)
    return [
        (report.traits(index), OUTCOMES.index(taught.verdicts[one.match.span]))
        for index, one in enumerate(judgements)
        if one.match.span in taught.verdicts
    ]


def moved(taught: Sequence[Taught]) -> Iterator[Taught]:
    """Copies of the texts whose towns are others."""
    mover = Mover(random.Random(SEED))  # noqa: S311 - no secret
    for one in taught:
        for _ in range(MOVED):
            copy = mover.moved(one)
            if copy is not None:
                yield copy


class Mover:
    """Puts the towns of a text somewhere else."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._areas: defaultdict[str, list[Entry]] = defaultdict(list)
        self._towns: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for entry in shipped_gazetteer().entries():
            if entry.feature == "A.ADM1":
                self._areas[entry.country].append(entry)
            elif entry.is_populated and entry.population in TOWN and _is_plain(entry.name):
                self._towns[entry.country, entry.admin1].append(entry.name)

    def moved(self, taught: Taught) -> Taught | None:
        """The copy; None when the text names no town."""
        _, judgements = spelled(taught.document)
        names = self._new_names([one for one in judgements if taught.verdicts.get(one.match.span) is Verdict.PLACE])
        if not names:
            return None
        text, at, verdicts = "", 0, {}
        for one in judgements:
            match = one.match
            verdict = taught.verdicts.get(match.span)
            text += taught.document.text[at : match.span.start]
            said = names.get(match.key, match.text) if verdict in OUTCOMES[:2] else match.text
            said = said.upper() if match.text.isupper() else said
            if verdict is not None:
                verdicts[Span(len(text), len(text) + len(said))] = verdict
            text, at = text + said, match.span.end
        return Taught(document=document_of(text + taught.document.text[at:], None), verdicts=verdicts)

    def _new_names(self, places: Sequence[Judgement]) -> dict[str, str]:
        """New names of towns by the folded old ones, and of the areas of the US, beside which towns stand there."""
        best = {
            one.match.key: max(one.match.entries, key=lambda entry: (entry.is_country, entry.population))
            for one in places
        }
        new: dict[str, str] = {}
        areas: dict[tuple[str, str], Entry] = {}
        for key, entry in best.items():
            pool = [a for a in self._areas[entry.country] if len(self._towns[a.country, a.admin1]) >= FEWEST_TOWNS]
            if pool and entry.is_populated and entry.population < LARGEST:
                area = areas.setdefault((entry.country, entry.admin1), self._chance.choice(pool))
                new[key] = self._chance.choice(self._towns[area.country, area.admin1])
        for key, entry in best.items():
            if entry.is_admin1 and entry.country == "US" and (entry.country, entry.admin1) in areas:
                new.setdefault(key, areas[entry.country, entry.admin1].name)
        return new


def _is_plain(name: str) -> bool:
    return name.isascii() and ambiguous_words().get(fold(name)) in (None, "person")


def fit(plain: Sequence[list[Example]], copies: Sequence[list[Example]]) -> dict[str, list[float]]:
    """The weights of each trait that enough of the plain texts have."""
    counts = Counter(trait for text in plain for trait in {t for traits, _ in text for t in traits})
    number = {trait: at for at, trait in enumerate(sorted(t for t, count in counts.items() if count >= LEAST))}
    known = [
        (np.array([number[trait] for trait in traits if trait in number], dtype=np.int64), verdict)
        for text in (*plain, *copies)
        for traits, verdict in text
    ]
    weights = np.zeros((len(number), len(OUTCOMES)))
    squares = np.full_like(weights, 1e-2)
    total = np.zeros_like(weights)
    order = list(range(len(known)))
    chance = random.Random(SEED)  # noqa: S311 - no secret
    for _ in range(EPOCHS):
        chance.shuffle(order)
        for at in order:
            traits, verdict = known[at]
            sums = weights[traits].sum(axis=0)
            odds = np.exp(sums - sums.max())
            odds /= odds.sum()
            odds[verdict] -= 1
            slope = odds[None, :] + DECAY * weights[traits]
            squares[traits] += slope * slope
            weights[traits] -= RATE * slope / np.sqrt(squares[traits])
        total += weights
    return {trait: (total[at] / EPOCHS).tolist() for trait, at in number.items()}


def rows(fitted: dict[str, list[float]]) -> Iterator[str]:
    """The lines of the table."""
    for trait, weights in fitted.items():
        mean = sum(weights) / len(weights)
        figures = [round(100 * (weight - mean)) for weight in weights]
        if max(map(abs, figures)) >= SMALLEST:
            yield "\t".join([trait, *map(str, figures)]) + "\n"


if __name__ == "__main__":
    main()
