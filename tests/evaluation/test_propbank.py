"""Reporting frames of PropBank, on sentences of our own in its form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hearsay.analyses.analyse import ReportAnalyser
from hearsay.errors import UnreadableError, UsageError
from hearsay.evaluation.attribution import gold_marks
from hearsay.evaluation.propbank import counted, found, propbank, read_propbank, without_points

TREES = """# newdoc id = weblog-tide_0001
# sent_id = weblog-tide_0001-0001
# newpar id = weblog-tide_0001-p0001
# text = The mayor said the bridge didn't fall.
# sent_id = weblog-tide_0001-0002
# text = She said nothing.
# sent_id = weblog-tide_0001-0003
# newpar id = weblog-tide_0001-p0002
# text = Fish are sold.
"""
CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
SENTENCES = (
    {
        "sent_id": "weblog-tide_0001-0001",
        "tokens": ["The", "mayor", "said", "the", "bridge", "did", "n't", "fall", "."],
        "frames": [
            {"pred": 2, "roleset": "say.01", "args": [["ARG0", 0, 2], ["V", 2, 3], ["ARG1", 3, 8]]},
            {"pred": 7, "roleset": "fall.01", "args": [["ARG1", 3, 5], ["ARGM-NEG", 6, 7], ["V", 7, 8]]},
        ],
    },
    {
        "sent_id": "weblog-tide_0001-0002",
        "tokens": ["She", "said", "nothing", "."],
        "frames": [{"pred": 1, "roleset": "say.01", "args": [["ARG0", 0, 1], ["V", 1, 2], ["ARG1", 2, 3]]}],
    },
    {
        "sent_id": "weblog-tide_0001-0003",
        "tokens": ["Fish", "are", "sold", "."],
        "frames": [{"pred": 2, "roleset": "sell.01", "args": [["ARG1", 0, 1], ["V", 2, 3]]}],
    },
)


def written(folder: Path, *sentences: object) -> tuple[Path, Path]:
    frames, trees = folder / "dev.jsonl", folder / "tide.conllu"
    frames.write_text("".join(json.dumps(one) + "\n" for one in sentences), encoding="utf-8")
    trees.write_text(TREES, encoding="utf-8")
    return frames, trees


def test_a_frame_is_read_where_what_is_said_has_a_predicate(tmp_path: Path) -> None:
    frames, trees = written(tmp_path, *SENTENCES)
    (framed,) = read_propbank(frames, [trees])
    text = framed.article.document.text
    assert text == "The mayor said the bridge didn't fall. She said nothing.\n\nFish are sold."
    (told,) = framed.article.attributions
    assert {part: [span.of(text) for span in spans] for part, spans in told.items()} == {
        "source": ["The mayor"],
        "cue": ["said"],
        "content": ["the bridge didn't fall"],
    }
    assert [span.of(text) for span in framed.predicates] == ["said", "said"]


def test_the_parts_of_a_frame_are_found_in_full(tmp_path: Path) -> None:
    frames, trees = written(tmp_path, SENTENCES[0])
    (framed,) = read_propbank(frames, [trees])
    analysis = ReportAnalyser().analyse(framed.article.document)
    counts = counted(without_points(analysis, gold_marks(analysis, framed.article)), found(analysis, framed))
    assert counts["frames"] == counts["whole exact right"] == counts["whole exact given"] == 1.0


def test_frames_and_trees_of_two_corpora_are_told_apart(tmp_path: Path) -> None:
    frames, trees = written(tmp_path, {**SENTENCES[0], "sent_id": "weblog-ebb_0001-0001"})
    with pytest.raises(UnreadableError, match=r"'weblog-ebb_0001-0001' is in none of 1 files of ud-ewt"):
        list(read_propbank(frames, [trees]))


def test_there_is_no_other_split(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="'propbank' is scored on the split 'dev' only"):
        propbank(tmp_path, "test")


@pytest.mark.skipif(not (CORPORA / "propbank-ewt").is_dir(), reason="PropBank on EWT is not beside the repository")
def test_propbank_stays_above_its_floors() -> None:
    (scored,) = propbank(CORPORA, "dev").rows
    source, cue, content, _, whole, _ = (one.value for one in scored.estimates)
    assert (source >= 0.70, cue >= 0.72, content >= 0.73, whole >= 0.60) == (True,) * 4
