"""What the heads give one another: `python -m hearsay.training.ablation --corpora DIR`.

A network with all heads, and one more for each group of heads that learns from what concerns this group alone: the same
passages, as many passes over them, the same seed. The table says what each group scores in company and alone. To end
within half an hour on one core it takes a share of each corpus and small batches, without taught trees: what it says is
how the groups help or hurt one another when little is known, not what the shipped model would score without them.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from hearsay.errors import HearsayError
from hearsay.neural.pieces import Packer
from hearsay.training.batches import Batcher
from hearsay.training.encoder import EncoderSize, load_base
from hearsay.training.examples import Example, Passage
from hearsay.training.export import torch_reader
from hearsay.training.heads.built import build_heads
from hearsay.training.loop import Recipe, Trainer, fastest_device, say
from hearsay.training.materials import Materials, load_materials, read_materials, shown_in_an_epoch
from hearsay.training.network import Network
from hearsay.training.recipe import score_all


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Heads that are trained together in any case: their names, the layers they learn, the scores that tell of them."""

    heads: frozenset[str]
    layers: frozenset[str]
    figures: tuple[str, ...]


GROUPS: Mapping[str, Group] = {
    "tags, lemmas, trees": Group(
        heads=frozenset(("tag", "lemma", "syntax")),
        layers=frozenset(("tag", "lemma", "head")),
        figures=("tag", "lemma", "uas", "las"),
    ),
    "names": Group(heads=frozenset(("name",)), layers=frozenset(("name",)), figures=("name",)),
    "how firmly": Group(heads=frozenset(("factuality",)), layers=frozenset(("factuality",)), figures=("factuality r",)),
    "roles and kinds": Group(
        heads=frozenset(("role", "kind")), layers=frozenset(("role", "kind")), figures=("role", "kind")
    ),
    "the same thing": Group(
        heads=frozenset(("incident", "entity")),
        layers=frozenset(("incident", "entity")),
        figures=("incident", "entity"),
    ),
    "ties": Group(heads=frozenset(("ties",)), layers=frozenset(), figures=("ties",)),
}
FEWEST = 6
"""Passages of a corpus that are kept in any case, where it has as many."""

Scores = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the table: a group's score on a corpus when all heads learn, and when the group learns alone."""

    group: str
    corpus: str
    figure: str
    together: float
    alone: float


def ablation(materials: Materials, recipe: Recipe, share: int) -> Iterator[Line]:
    """The table's lines, group by group; one passage in `share` is trained on, and one in `share` scored."""
    training = {name: thinned(some, share) for name, some in materials.training.items()}
    development = {name: thinned(some, share) for name, some in materials.development.items()}
    own = replace(materials, training=training, development=development)
    together = _scores(own, recipe, frozenset().union(*(group.heads for group in GROUPS.values())))
    for name, group in GROUPS.items():
        say(f"alone: {name}")
        concerned = {corpus: [one for one in some if concerns(one, group)] for corpus, some in training.items()}
        alone = _scores(replace(own, training=concerned), recipe, group.heads)
        yield from lines(name, together, alone)


def thinned(passages: Sequence[Passage], share: int) -> Sequence[Passage]:
    """One passage in `share`, more where that leaves fewer than `FEWEST`."""
    return passages[:: max(1, min(share, len(passages) // FEWEST))]


def concerns(passage: Passage, group: Group) -> bool:
    """Whether a group of heads can learn anything from a passage."""

    def teaches(example: Example) -> bool:
        return bool(group.layers & example.layers.keys()) or ("ties" in group.heads and example.actors is not None)

    return any(teaches(example) for example in passage.examples)


def lines(group: str, together: Scores, alone: Scores) -> Iterator[Line]:
    """The lines of a group, for every corpus that has its figures."""
    for corpus, scores in alone.items():
        for figure in GROUPS[group].figures:
            if figure in scores:
                yield Line(
                    group=group,
                    corpus=corpus,
                    figure=figure,
                    together=together[corpus][figure],
                    alone=scores[figure],
                )


def _scores(materials: Materials, recipe: Recipe, heads: frozenset[str]) -> Scores:
    torch.manual_seed(recipe.seed)
    size = EncoderSize()
    built = build_heads(materials.labels, size)
    for name, head in built.items():
        head.weight *= name in heads  # one that counts for nothing is not trained, and read all the same
    network = Network(load_base(materials.weights, size), built)
    batcher = Batcher(Packer.load(materials.tokenizer), materials.labels)
    with tempfile.TemporaryDirectory() as folder:
        trainer = Trainer(network, batcher, recipe, Path(folder) / "reader.pt", fastest_device())
        trainer.train(shown_in_an_epoch(materials.training), lambda done: None)
    reader = torch_reader(network, materials.tokenizer, {"labels": materials.labels, "lexicon": materials.lexicon})
    return score_all(reader, materials.development)


def table(found: Iterable[Line]) -> str:
    """The lines as a table in Markdown, with the differences."""
    rows = ["| heads | scored on | all together | alone | gained |", "| --- | --- | ---: | ---: | ---: |"]
    for one in found:
        gained = one.together - one.alone
        name = f"{one.corpus}, {one.figure}"
        rows.append(f"| {one.group} | {name} | {one.together:.1f} | {one.alone:.1f} | {gained:+.1f} |")
    return "\n".join(rows)


def main(arguments: list[str] | None = None, tell: Callable[[str], None] | None = None) -> int:
    """Train, score and print the table; 2 on the user's mistakes."""
    chosen = _parser().parse_args(arguments)
    torch.set_num_threads(chosen.threads)
    recipe = Recipe(epochs=chosen.epochs, pieces=chosen.pieces, seed=chosen.seed)
    try:
        if chosen.prepared is not None:
            materials = load_materials(chosen.prepared)
        else:
            materials = read_materials(chosen.corpora, chosen.base)
        shown = table(ablation(materials, recipe, chosen.share))
    except HearsayError as error:
        say(f"error: {error}")
        return 2
    (tell or print)(shown)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m hearsay.training.ablation", description=__doc__)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--corpora", type=Path, help="the folder of the corpora")
    source.add_argument(
        "--prepared", type=Path, metavar="DIR", help="what `python -m hearsay.training --prepare` wrote"
    )
    parser.add_argument("--base", type=Path, help="the base model's folder (default: the installed one)")
    parser.add_argument("--share", type=int, default=32, help="one passage in so many of each corpus")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--pieces", type=int, default=1024, help="wordpieces a step")
    parser.add_argument("--seed", type=int, default=20261123)
    parser.add_argument("--threads", type=int, default=2)
    return parser


if __name__ == "__main__":
    sys.exit(main())
