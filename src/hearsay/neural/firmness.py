"""How firmly a text holds that something happened: the model's level, and what the words around an event say of it.

The model's encoder has its training sentences by heart, so that its head leans on what it remembers. Weights over few
features of the tree (the auxiliaries, the negation, the mark of the clause, the word that the clause hangs on) know
less, and err elsewhere: the two together are nearer to what people say than either.

`firmness.tsv` is made by `scripts/fit_firmness.py` from the train part of UDS-IH2 (CC BY-SA 4.0).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from hearsay.neural.reader import SentenceReading

FILE = Path(__file__).parent / "firmness.tsv"
SHARE = 0.2
"""How much the tree's say counts. Between 0.15 and 0.3 the correlation with people's levels is the same."""
SPREAD = 1.15
"""A mean of two that err apart lies nearer to the middle than either; this brings the ends of the scale back."""
MEAN = "the mean"
"""The line of the file with the level that nothing speaks for or against."""
LOWEST, HIGHEST = -3.0, 3.0

_NEGATIONS = frozenset(("not", "n't", "never", "no", "nobody", "nothing", "neither", "nor", "without", "hardly"))
_INFLECTED = frozenset(("VERB", "AUX", "NOUN"))
_ENDING = 3  # letters that tell how a word is inflected


@dataclass(frozen=True, slots=True, kw_only=True)
class Firmness:
    """The weights of the features, and the level that they start from."""

    weights: Mapping[str, float]
    mean: float

    def levels(self, words: Sequence[str], reading: SentenceReading, indexes: Iterable[int]) -> dict[int, float]:
        """The levels of the words at these indexes, from -3 (certainly not) to 3 (certainly).

        None are given where the model has no head for it.
        """
        if not reading.factuality:
            return {}
        around = Around(words, reading)
        found = {}
        for index in indexes:
            said = self.mean + sum(self.weights.get(feature, 0.0) for feature in around.features(index))
            level = self.mean + SPREAD * ((1 - SHARE) * reading.factuality[index] + SHARE * said - self.mean)
            found[index] = min(max(level, LOWEST), HIGHEST)
        return found


@lru_cache(maxsize=1)
def shipped() -> Firmness:
    """The weights in the package."""
    rows = (line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines())
    weights = {feature: float(weight) for feature, weight in rows}
    return Firmness(mean=weights.pop(MEAN), weights=weights)


def write(weights: Firmness, path: Path) -> None:
    """One line a feature, in the order of the alphabet; the mean comes first."""
    rows = [(MEAN, weights.mean), *sorted(weights.weights.items())]
    path.write_text("".join(f"{feature}\t{weight:.3f}\n" for feature, weight in rows), encoding="utf-8")


class Around:
    """A sentence with its tree: what stands around each of its words."""

    def __init__(self, words: Sequence[str], reading: SentenceReading) -> None:
        self._words = [word.lower() for word in words]
        self._reading = reading
        self._below: dict[int, list[int]] = defaultdict(list)
        for index, head in enumerate(reading.heads):
            if head is not None:
                self._below[head].append(index)

    def features(self, index: int) -> Iterator[str]:
        """What may tell how firmly an event is told: of its word, the first it is joined to, and the word above."""
        yield from self._word("own", index)
        first = self._first(index)
        if first != index:
            yield from self._word("first", first)
        head, relation = self._reading.heads[first], self._reading.relations[first]
        if head is not None:
            lemma = self._reading.lemmas[head].lower()
            marks = [self._words[at] for at in self._below[first] if self._reading.relations[at] == "mark"]
            yield f"above {lemma} {relation.split(':')[0]}"
            yield f"above {lemma} {relation} {' '.join(marks[:1])}"
            yield from self._word("above", head)
        yield f"ends {self._words[-1]}"

    def _first(self, index: int) -> int:
        at, seen = index, 0
        while self._reading.relations[at].split(":")[0] == "conj" and seen < len(self._words):
            head = self._reading.heads[at]
            if head is None:
                break
            at, seen = head, seen + 1
        return at

    def _word(self, which: str, at: int) -> Iterator[str]:
        reading, words = self._reading, self._words
        tag, relation = reading.tags[at], reading.relations[at]
        ending = words[at][-_ENDING:]
        yield f"{which} is {reading.lemmas[at].lower()}"
        yield f"{which} {tag} {relation} {ending if tag in _INFLECTED else ''}"
        verbs = []
        for below in self._below[at]:
            match reading.relations[below].split(":")[0]:
                case "aux" | "cop":
                    verbs.append(words[below])
                case "mark":
                    yield f"{which} mark {words[below]} {relation}"
                case "advmod" | "det" | "nsubj" as kind:
                    yield f"{which} {kind} {reading.lemmas[below].lower()}"
                case "advcl":
                    marks = (each for each in self._below[below] if reading.relations[each] == "mark")
                    yield from (f"{which} under {words[each]}" for each in marks)
            if words[below] in _NEGATIONS:
                yield f"{which} negated"
        yield f"{which} verbs {' '.join(verbs)} {ending}"
        yield from (f"{which} verb {verb}" for verb in verbs)
