"""How firmly a text holds that something happened: UDS-IH2 and MEANTIME, the predicates given.

Pearson's r and the mean absolute error come from sums, so that they are drawn anew like every other measure.
"""

from __future__ import annotations

import json
import math
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hearsay.errors import UsageError
from hearsay.evaluation.base import Counts, Measure, Result, needed, only_dev, row, share
from hearsay.neural.firmness import shipped
from hearsay.neural.reader import NeuralReader

_CERTAINTY = {"CERTAIN": 3.0, "PROBABLE": 2.0, "POSSIBLE": 1.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A sentence's words, and the level from -3 to 3 that people gave the predicates at these indexes."""

    words: tuple[str, ...]
    levels: Mapping[int, float]


def correlation(counts: Counts) -> float:
    """Pearson's r of what was given with what is known, from their sums; NaN where one of them does not vary."""
    size = counts["predicates"]
    shared = size * counts["product"] - counts["known"] * counts["given"]
    spread = (size * counts["known squared"] - counts["known"] ** 2) * (
        size * counts["given squared"] - counts["given"] ** 2
    )
    return shared / math.sqrt(spread) if spread > 0 else math.nan


def _error(counts: Counts) -> float:
    """One less a sixth of the mean absolute error: 1 where all is right, 0 where certain things are called false."""
    return 1.0 - share("apart", "predicates")(counts) / 6.0


MEASURES = (Measure(name="Pearson r", of=correlation), Measure(name="1 - MAE/6", of=_error))


def factuality(corpora: Path | None, split: str) -> Result:
    """The yardstick: UDS-IH2's dev part and MEANTIME's General Motors, neither of which is trained on."""
    only_dev("factuality", split)
    uds = needed(corpora, "uds", "ih2-splits", "dev.jsonl")
    root = uds.parents[2]
    folder = root / "meantime" / "intra-doc_annotation" / "corpus_gm"
    articles = sorted(folder.glob("*.xml"))
    reader = NeuralReader.load()
    # UDS-IH2's sentences follow upon others of other documents, so each is read by itself.
    alone = [counts for one in read_uds(uds) for counts in levels_scored([one], reader)]
    rows = [row("UDS-IH2, dev", alone, MEASURES, "predicates")]
    if articles:
        counts = [total(levels_scored(read_meantime(path), reader)) for path in articles]
        rows.append(row("MEANTIME, General Motors", counts, MEASURES, "predicates"))
    return Result(
        title="How firmly something is said to have happened",
        items="predicates",
        measures=tuple(measure.name for measure in MEASURES),
        rows=tuple(rows),
        notes=(
            "The predicates are given. UDS-IH2 has people's judgements from -3 to 3; a document is a sentence there, "
            "and is read by itself. "
            "MEANTIME's certainty, polarity and time are turned into such levels: certain 3, probable 2, possible 1, "
            "negated the same below 0, future 0.",
            "A fifth of each level is what the words around the predicate say of it, by weights that were fitted on "
            "the train part of UDS-IH2; the rest is the model's.",
        ),
        root=root,
        files=(uds, *articles),
    )


def levels_scored(judged: Sequence[Judged], reader: NeuralReader) -> list[Counts]:
    """The counts of each sentence that has judged predicates; consecutive sentences are read together.

    Raises:
        UsageError: the model has no such head.
    """
    found: list[Counts] = []
    for one, reading in zip(judged, reader.read([one.words for one in judged]), strict=True):
        if one.words and not reading.factuality:
            raise UsageError("the model has no factuality head: train one, or take the shipped one")
        given = shipped().levels(one.words, reading, one.levels)
        pairs = [(level, given[index]) for index, level in one.levels.items()]
        if pairs:
            found.append(_sums(pairs))
    return found


def total(counts: Sequence[Counts]) -> Counts:
    """Counts added up."""
    names = {name for one in counts for name in one}
    return {name: sum(one.get(name, 0.0) for one in counts) for name in names}


def _sums(pairs: Sequence[tuple[float, float]]) -> Counts:
    return {
        "predicates": float(len(pairs)),
        "known": sum(known for known, _ in pairs),
        "given": sum(given for _, given in pairs),
        "known squared": sum(known * known for known, _ in pairs),
        "given squared": sum(given * given for _, given in pairs),
        "product": sum(known * given for known, given in pairs),
        "apart": sum(abs(known - given) for known, given in pairs),
    }


def read_uds(path: Path) -> list[Judged]:
    """The sentences of a UDS-IH2 file, in order."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        stored = json.loads(line)
        levels = {target["span1"][0]: float(target["label"]) for target in stored["targets"]}
        found.append(Judged(words=tuple(stored["text"].split(" ")), levels=levels))
    return found


def read_meantime(path: Path) -> list[Judged]:
    """The sentences of a MEANTIME article, in order."""
    root = ElementTree.parse(path).getroot()  # noqa: S314 - a corpus of the user's own
    tokens = root.findall("token")
    levels = dict(_events(root))
    found = []
    for number in sorted({int(token.get("sentence", "0")) for token in tokens}):
        own = [token for token in tokens if token.get("sentence") == str(number)]
        named = [token.get("t_id", "") for token in own]
        words = tuple((token.text or "").strip() or "_" for token in own)
        found.append(Judged(words=words, levels={i: levels[name] for i, name in enumerate(named) if name in levels}))
    return found


def _events(root: ElementTree.Element) -> Iterator[tuple[str, float]]:
    """By the first token of each event mention: its level."""
    for event in root.iter("EVENT_MENTION"):
        anchor = event.find("token_anchor")
        certainty = _CERTAINTY.get(event.get("certainty", ""))
        polarity = {"POS": 1.0, "NEG": -1.0}.get(event.get("polarity", ""))
        plain = event.get("special_cases") in ("NONE", "", None)
        if anchor is not None and certainty is not None and polarity is not None and plain:
            yield anchor.get("t_id", ""), 0.0 if event.get("time") == "FUTURE" else certainty * polarity
