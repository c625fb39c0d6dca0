"""How well names of one actor are told from names of two: 300 alias pairs and 300 near-misses.

Data: `data/alias_pairs.tsv`, an own compilation of facts with their sources. More than half of the alias pairs have a
name that the registry lacks, so that they test the rules. A pair counts as found only when the verdict is "same";
"cannot tell" is a miss on an alias pair and right on a near-miss.

`data/alias_pairs_held_out.tsv` is a second list, compiled after the rules without a look at the registry. It is
measured and shown; neither the rules nor the registry are changed for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

from hearsay.errors import ContractError
from hearsay.vocabulary.actors.registry import Registry

PRECISION_GOAL = 0.98
RECALL_GOAL = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePair:
    """Two names, whether one actor has both, and where that can be checked."""

    one: str
    other: str
    same: bool
    source: str


@dataclass(frozen=True, kw_only=True)
class AliasScores:
    """Verdicts on pairs. `registered`: the registry has both names; else the rules of names had to decide."""

    found: tuple[NamePair, ...]
    missed: tuple[NamePair, ...]
    mistaken: tuple[NamePair, ...]
    told_apart: tuple[NamePair, ...]
    registered: frozenset[NamePair]

    @cached_property
    def precision(self) -> float:
        """The share of "same" verdicts that are right, NaN without any."""
        return _share(len(self.found), len(self.found) + len(self.mistaken))

    @cached_property
    def recall(self) -> float:
        """The share of alias pairs that are found, NaN without any."""
        return _share(len(self.found), len(self.found) + len(self.missed))

    @cached_property
    def recall_by_rule(self) -> float:
        """The same over the alias pairs of which the registry lacks a name."""
        found = [pair for pair in self.found if pair not in self.registered]
        missed = [pair for pair in self.missed if pair not in self.registered]
        return _share(len(found), len(found) + len(missed))

    @property
    def meets_goals(self) -> bool:
        """Whether precision and recall reach what is asked of them."""
        return self.precision >= PRECISION_GOAL and self.recall >= RECALL_GOAL

    def lines(self) -> tuple[str, ...]:
        """The scores for a reader, then every pair that went wrong."""
        aliases = len(self.found) + len(self.missed)
        apart = len(self.mistaken) + len(self.told_apart)
        outside = sum(pair not in self.registered for pair in (*self.found, *self.missed))
        return (
            f"alias pairs {aliases}, near-misses {apart}",
            f"precision {self.precision:.3f} (goal {PRECISION_GOAL}), recall {self.recall:.3f} (goal {RECALL_GOAL})",
            f"recall on the {outside} alias pairs of which the registry lacks a name {self.recall_by_rule:.3f}",
            *(f"missed: {pair.one} / {pair.other}" for pair in self.missed),
            *(f"mistaken: {pair.one} / {pair.other}" for pair in self.mistaken),
        )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")


def name_pairs(held_out: bool = False) -> tuple[NamePair, ...]:
    """The pairs of the data file, or of the second list, in its order.

    Raises:
        ContractError: a line of the shipped file does not have its four cells.
    """
    name = "alias_pairs_held_out.tsv" if held_out else "alias_pairs.tsv"
    text = files("hearsay.evaluation").joinpath("data", name).read_text(encoding="utf-8")
    pairs = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != 4 or cells[2] not in ("yes", "no"):
            raise ContractError(f"{name}, line {number}: four cells are needed, got {line!r}")
        pairs.append(NamePair(one=cells[0], other=cells[1], same=cells[2] == "yes", source=cells[3]))
    return tuple(pairs)


def score(registry: Registry, pairs: Iterable[NamePair]) -> AliasScores:
    """The registry's verdicts on the pairs."""
    listed = tuple(pairs)
    right = {pair: registry.same(pair.one, pair.other).same is True for pair in listed}
    return AliasScores(
        found=tuple(pair for pair in listed if pair.same and right[pair]),
        missed=tuple(pair for pair in listed if pair.same and not right[pair]),
        mistaken=tuple(pair for pair in listed if not pair.same and right[pair]),
        told_apart=tuple(pair for pair in listed if not pair.same and not right[pair]),
        registered=frozenset(pair for pair in listed if registry.knows(pair.one) and registry.knows(pair.other)),
    )
