"""How far people agree: three experts said anew how many incidents of each kind 42 messages tell (Gantt et al. 2023).

They counted incidents by kind and named no fillers, so this bounds the telling apart of incidents alone: F1 of the
counts of one coder by those of the key of 1992.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from hearsay.evaluation.base import Measure, Result, f1, needed, only_dev, row, share
from hearsay.evaluation.muc4.modern import TYPES
from hearsay.evaluation.muc4.templates import Template, read_templates

MEASURES = (
    Measure(name="P", of=share("right", "given")),
    Measure(name="R", of=share("right", "known")),
    Measure(name="F1", of=f1("right", "given", "known")),
)
CODERS = 3


def ceiling(corpora: Path | None, split: str) -> Result:
    """The incidents by kind that each expert sees, against the key and against one another."""
    only_dev("muc4-ceiling", split)
    root = needed(corpora, "muc4", "reannotation").parent
    keys = sorted((root / "muc34" / "TASK" / "CORPORA" / "dev").glob("key-dev-*.muc4"))
    paths = [root / "reannotation" / f"muc_sample_a{number}.json" for number in range(1, CODERS + 1)]
    key = {message: templates for path in keys for message, templates in read_templates(path).items()}
    coders = [_coded(path) for path in paths]
    official = {message: of_templates(key[message]) for message in coders[0]}
    pairs = [(f"expert {number}, by the key", coder, official) for number, coder in enumerate(coders, 1)]
    pairs += [
        (f"expert {one + 1}, by expert {other + 1}", coders[one], coders[other])
        for one in range(CODERS)
        for other in range(one + 1, CODERS)
    ]
    rows = [
        row(name, [agreed(theirs[message], ours[message]) for message in theirs], MEASURES, "known")
        for name, ours, theirs in pairs
    ]
    return Result(
        title="MUC-4: how far people agree on the incidents of a message",
        items="incidents",
        measures=tuple(measure.name for measure in MEASURES),
        rows=tuple(rows),
        notes=(
            "Incidents by kind, none of their fillers; a template that the key leaves open counts like the others.",
        ),
        root=root,
        files=(*paths, *keys),
    )


def _coded(path: Path) -> dict[str, dict[str, int]]:
    told: Sequence[Mapping[str, int | str]] = json.loads(path.read_text(encoding="utf-8"))
    return {str(one["docid"]): {kind: int(one[kind]) for kind in TYPES} for one in told}


def of_templates(templates: Sequence[Template]) -> dict[str, int]:
    """How many of each kind there are; one of two possible kinds counts for its first."""
    kinds = [template.kinds[0].lower() for template in templates if template.kinds]
    return {kind: kinds.count(kind) for kind in TYPES}


def agreed(key: Mapping[str, int], answer: Mapping[str, int]) -> dict[str, float]:
    """Incidents that both have, and those of each."""
    right = sum(min(key[kind], answer[kind]) for kind in TYPES)
    return {"right": right, "given": sum(answer.values()), "known": sum(key.values())}
