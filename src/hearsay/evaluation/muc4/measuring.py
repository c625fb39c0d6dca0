"""The yardsticks on MUC-4's development messages, three ways that share no column: pooled roles, templates, all slots.

The messages are read as any report in capitals; their date is the one in their dateline, as `--published` would say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from hearsay.analyses.analyse import ReportAnalyser
from hearsay.documents.base import DocumentOptions
from hearsay.documents.read import read_text
from hearsay.errors import UsageError
from hearsay.evaluation.base import Counts, Measure, Published, Result, Row, f1, needed, ratio, row, share
from hearsay.evaluation.muc4.blending import FILE as BLEND_FILE
from hearsay.evaluation.muc4.coded import CodedIncident
from hearsay.evaluation.muc4.coder import code
from hearsay.evaluation.muc4.corpus import Message, part_files, read_modern, read_part, read_pooled
from hearsay.evaluation.muc4.full import MessageScore, Tally, View, score_message
from hearsay.evaluation.muc4.heads import odds_of
from hearsay.evaluation.muc4.matching import Judgement
from hearsay.evaluation.muc4.modern import ROLES, TYPE, gtt_counts, pooled, ree_counts
from hearsay.evaluation.muc4.questions import FILE as WEIGHTS_FILE
from hearsay.evaluation.muc4.templates import Slot
from hearsay.evaluation.muc4.views import full_view, modern_view
from hearsay.incidents.assemble import assemble
from hearsay.records.analysis import Analysis
from hearsay.records.reading import Reading
from hearsay.statements.extract import extract

PARTS = ("tst1", "tst2")

_ON_TEST = "on TST3+TST4"
GRIT = Published(
    name="GRIT", figures=(0.6419, 0.4736, 0.5450, *[None] * 5), source=f"Du et al. 2021a, BERT-base; {_ON_TEST}"
)
GTT = Published(
    name="GTT", figures=(0.6169, 0.4236, 0.5023, *[None] * 6), source=f"Du et al. 2021b, BERT-base; {_ON_TEST}"
)
GE = Published(
    name="GE 1992",
    figures=(0.58, 0.54, 0.560, *[None] * 12),
    source="official, TST3; the best of the seventeen sites, with judges",
)


def _f(sums: Counts, right: str, found: str, given: str, known: str) -> float:
    precision, recall = ratio(sums[right], sums[given]), ratio(sums[found], sums[known])
    return ratio(2 * precision * recall, precision + recall)


REE_MEASURES = (
    Measure(name="P", of=share("right", "given")),
    Measure(name="R", of=share("right", "known")),
    Measure(name="CEAF-REE F1", of=f1("right", "given", "known")),
    *(Measure(name=f"{role} F1", of=f1(f"{role} right", f"{role} given", f"{role} known")) for role in ROLES),
)


def _f_of(slot: str) -> Callable[[Counts], float]:
    return lambda sums: _f(sums, f"{slot}right", f"{slot}found", f"{slot}given", f"{slot}known")


GTT_MEASURES = (
    Measure(name="P", of=share("right", "given")),
    Measure(name="R", of=share("found", "known")),
    Measure(name="GTT micro-F1", of=_f_of("")),
    Measure(name="type F1", of=_f_of(f"{TYPE} ")),
    *(Measure(name=f"{role} F1", of=_f_of(f"{role} ")) for role in ROLES),
)


def _of(name: str) -> tuple[Measure, ...]:
    right, possible, actual = (f"{name} {part}" for part in ("right", "possible", "actual"))
    return (
        Measure(name=f"{name} R", of=share(right, possible)),
        Measure(name=f"{name} P", of=share(right, actual)),
        Measure(name=f"{name} F", of=lambda sums: _f(sums, right, right, actual, possible)),
    )


CONFIDENCE = f"slot {Slot.CONFIDENCE.value}"
FULL_MEASURES = tuple(one for name in (*reversed(View), CONFIDENCE) for one in _of(name))


def ree(corpora: Path | None, split: str) -> Result:
    """CEAF-REE: the fillers of the five roles, pooled over a message's incidents."""
    root = _root(corpora, split, "muc4-ree")
    key = read_pooled(root / "grit" / "dev.json")
    counts = [ree_counts(key[message.id], pooled(modern_view(coded))) for message, coded, _, _ in _coded(root)]
    return _result(
        "MUC-4: fillers of roles, pooled (CEAF-REE)",
        "fillers",
        [replace(row("TST1+TST2", counts, REE_MEASURES, "known"), published=(GRIT,))],
        REE_MEASURES,
        root,
        root / "grit" / "dev.json",
    )


def gtt(corpora: Path | None, split: str) -> Result:
    """GTT's micro-F1: templates of five roles and a type, aligned."""
    root = _root(corpora, split, "muc4-gtt")
    key = read_modern(root / "gtt" / "dev.json")
    counts = [gtt_counts(key[message.id], modern_view(coded)) for message, coded, _, _ in _coded(root)]
    return _result(
        "MUC-4: templates of five roles (GTT)",
        "fillers and types",
        [replace(row("TST1+TST2", counts, GTT_MEASURES, "known"), published=(GTT,))],
        GTT_MEASURES,
        root,
        root / "gtt" / "dev.json",
    )


def full(corpora: Path | None, split: str) -> Result:
    """The scorer of 1992 over all slots, with a stand-in for its judges."""
    root = _root(corpora, split, "muc4-full")
    by_part: dict[str, list[Counts]] = {}
    for message, coded, analysis, reading in _coded(root):
        score = score_message(message.key, full_view(message.id, coded, analysis, reading), Judgement())
        by_part.setdefault(message.id[:4], []).append(full_counts(score))
    rows = [replace(row(name, counts, FULL_MEASURES, "possible"), published=(GE,)) for name, counts in by_part.items()]
    return _result("MUC-4: all slots, as in 1992", "fills", rows, FULL_MEASURES, root)


def full_counts(score: MessageScore) -> dict[str, float]:
    """The counts of a message by view, and of the slot of the perpetrators' confidence in the official view."""
    counts = {"possible": float(score.of(View.ALL).possible)}
    for view in View:
        counts |= _counted(view, score.of(view))
    return counts | _counted(CONFIDENCE, score.of(View.ALL, (Slot.CONFIDENCE,)))


def _counted(name: str, tally: Tally) -> dict[str, float]:
    return {f"{name} right": tally.right, f"{name} possible": tally.possible, f"{name} actual": tally.actual}


def _root(corpora: Path | None, split: str, name: str) -> Path:
    root = needed(corpora, "muc4", "muc34").parent
    if split != "dev":
        raise UsageError(f"{name!r}: the texts of TST3 and TST4 are held back; measure on the split 'dev', TST1+TST2")
    return root


@lru_cache(maxsize=1)
def _coded(root: Path) -> tuple[tuple[Message, tuple[CodedIncident, ...], Analysis, Reading], ...]:
    """The messages of the development set with what was read and coded; kept for the next of the three measures."""
    return tuple(_read_and_coded(message) for part in PARTS for message in read_part(root, part))


def _read_and_coded(message: Message) -> tuple[Message, tuple[CodedIncident, ...], Analysis, Reading]:
    analysis, reading = read_message(message)
    return message, code(analysis, reading, odds_of(analysis)), analysis, reading


def read_message(message: Message) -> tuple[Analysis, Reading]:
    """A message read as `hearsay read` would, with the analysis that its reading came from."""
    document = read_text(message.text, DocumentOptions(published=message.dated))
    analysis = _analyser().analyse(document)
    assembly = assemble(analysis, extract(analysis))
    reading = Reading(
        document=document,
        actors=analysis.actors,
        places=analysis.places,
        times=analysis.times,
        statements=assembly.statements,
        incidents=assembly.incidents,
        relations=assembly.relations,
        notes=document.notes,
    )
    return analysis, reading


@lru_cache(maxsize=1)
def _analyser() -> ReportAnalyser:
    return ReportAnalyser()


def _result(
    title: str, items: str, rows: Sequence[Row], measures: Sequence[Measure], root: Path, *keys: Path
) -> Result:
    files = (*keys, *(path for part in PARTS for path in part_files(root, part)))
    return Result(
        title=title,
        items=items,
        measures=tuple(measure.name for measure in measures),
        rows=tuple(rows),
        notes=(
            "Which candidates fill a slot, and in which of their words, was learned on the 1,300 messages of DEV and "
            f"their keys ({WEIGHTS_FILE.name}). How much that and the reader's model count was fitted on TST1 and "
            f"TST2, three numbers a slot ({BLEND_FILE.name}); they are its development set.",
        ),
        root=root,
        files=files,
    )
