"""Who says what in web text: PropBank's frames of reporting verbs on UD English-EWT (both CC BY-SA 4.0).

PropBank marks no attributions, but a frame of such a verb has their parts: ARG0 says, the verb is the cue, ARG1 is what
is said. Only frames whose ARG1 has a predicate of its own in it are counted ("said that the road was closed", not "said
nothing"), and of our attributions only those whose cue is one of the verbs listed below: of all other words PropBank
does not say whether they report.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from hearsay.analyses.analyse import ReportAnalyser
from hearsay.errors import UnreadableError
from hearsay.evaluation.attribution import PARTS, GoldArticle, Marked, gold_marks, score_attributions
from hearsay.evaluation.base import Counts, Measure, Result, f1, needed, only_dev, plain_document, row
from hearsay.records.analysis import Analysis
from hearsay.records.span import Span
from hearsay.records.tree import Tree
from hearsay.statements.attribution import attributions
from hearsay.statements.wording import wording

ROLESETS = frozenset(
    """accuse.01 acknowledge.01 add.01 admit.01 advise.01 agree.01 allege.01 announce.01 argue.01 assert.01 assume.02
    believe.01 blame.01 boast.01 cite.01 claim.01 comment.01 complain.01 concede.01 conclude.01 confess.01 confirm.01
    contend.01 declare.01 declare.02 demand.01 deny.01 describe.01 disclose.01 emphasize.01 estimate.01 explain.01
    express.01 fear.01 hint.01 imply.01 indicate.01 inform.01 insist.01 maintain.01 mention.01 note.01 observe.02
    predict.01 proclaim.01 promise.01 propose.01 protest.01 quote.01 recall.02 remark.01 repeat.01 reply.01 report.01
    respond.01 reveal.01 say.01 state.01 stress.01 suggest.01 swear.01 tell.01 testify.01 think.01 threaten.01 urge.01
    vow.01 warn.01 write.01""".split()
)
"""Senses of verbs of saying, and of holding something to be so, whose ARG0 is the speaker and ARG1 what is said."""

_ROLES = {"ARG0": "source", "ARG1": "content", "C-ARG1": "content"}
_NAMES = (*(f"{part} tokens" for part in PARTS), "content spans", "whole", "whole exact")
MEASURES = tuple(
    Measure(name=f"{name} F1", of=f1(f"{name} right", f"{name} given", f"{name} known")) for name in _NAMES
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Framed:
    """A document with its reporting frames; `predicates` are all words of `ROLESETS`, whatever they govern."""

    article: GoldArticle
    predicates: tuple[Span, ...]


def propbank(corpora: Path | None, split: str) -> Result:
    """The yardstick, on EWT's dev part."""
    only_dev("propbank", split)
    frames = needed(corpora, "propbank-ewt", "dev.jsonl")
    root = frames.parents[1]
    listed = needed(corpora, "ud-ewt", "file-lists", "files.dev").read_text(encoding="utf-8").split()
    trees = [needed(corpora, "ud-ewt", "sources", name) for name in listed]
    analyser = ReportAnalyser()
    counts: list[Counts] = []
    for framed in read_propbank(frames, trees):
        analysis = analyser.analyse(framed.article.document)
        counts.append(counted(without_points(analysis, gold_marks(analysis, framed.article)), found(analysis, framed)))
    return Result(
        title="Who says what: reporting verbs in PropBank on EWT",
        items="frames",
        measures=tuple(measure.name for measure in MEASURES),
        rows=(row("EWT, dev", counts, MEASURES, "frames"),),
        notes=(
            "Frames of verbs of saying and believing whose ARG1 holds a predicate; of ours, attributions by such a "
            "verb. Punctuation is not counted. whole: source, cue and content each share a token with the frame's.",
            "Web text: blogs, mail, newsgroups, reviews, answers. The trees of its other parts are trained on, its "
            "frames are not. Nothing is published on these verbs alone.",
        ),
        root=root,
        files=(frames, *trees),
    )


def read_propbank(frames: Path, trees: Sequence[Path]) -> Iterator[Framed]:
    """The documents of a file of frames, one line a sentence; `trees` are EWT's files, which have the text.

    Raises:
        UnreadableError: the two are not of one corpus.
    """
    texts = dict(pair for path in trees for pair in _texts(path))
    stored = [json.loads(line) for line in frames.read_text(encoding="utf-8").splitlines() if line]
    lost = next((one["sent_id"] for one in stored if one["sent_id"] not in texts), None)
    if lost is not None:
        raise UnreadableError(f"{str(frames)!r}: its sentence {lost!r} is in none of {len(trees)} files of ud-ewt")
    for name, sentences in groupby(stored, key=lambda one: str(one["sent_id"]).rpartition("-")[0]):
        yield _document(name, list(sentences), texts)


def _texts(path: Path) -> Iterator[tuple[str, tuple[str, str]]]:
    """By sentence: what parts it from the one before, and its text."""
    name, apart = "", " "
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# sent_id = "):
            name, apart = line.partition(" = ")[2], " "
        elif line.startswith("# newpar"):
            apart = "\n\n"
        elif line.startswith("# text = "):
            yield name, (apart, line.partition(" = ")[2])


def _document(name: str, sentences: Sequence[Mapping[str, Any]], texts: Mapping[str, tuple[str, str]]) -> Framed:
    text = ""
    told: list[Mapping[str, tuple[Span, ...]]] = []
    predicates: list[Span] = []
    for sentence in sentences:
        apart, words = texts[sentence["sent_id"]]
        text += apart if text else ""
        spans = _aligned(sentence["tokens"], words, len(text))
        text += words
        reporting = [frame for frame in sentence["frames"] if frame["roleset"] in ROLESETS]
        predicates += [spans[frame["pred"]] for frame in reporting]
        heads = {frame["pred"] for frame in sentence["frames"]}
        told += [parts for frame in reporting if (parts := _parts(frame, spans, heads))]
    return Framed(
        article=GoldArticle(document=plain_document(name, text), attributions=tuple(told)), predicates=tuple(predicates)
    )


def _aligned(tokens: Sequence[str], text: str, offset: int) -> list[Span]:
    """Where the tokens are in a sentence that begins at `offset`."""
    spans, at = [], 0
    for token in tokens:
        start = text.find(token, at)
        if start < 0:  # a token that is written otherwise in the text; it stands where the next one begins
            start = at
        at = min(start + len(token), len(text))
        spans.append(Span(offset + start, offset + at))
    return spans


def _parts(frame: Mapping[str, Any], spans: Sequence[Span], heads: set[int]) -> Mapping[str, tuple[Span, ...]]:
    """The parts of a frame as spans; nothing where no predicate is in what is said."""
    said = [range(first, end) for role, first, end in frame["args"] if _ROLES.get(role) == "content"]
    if not any(head in words for words in said for head in heads):
        return {}
    parts: dict[str, tuple[Span, ...]] = {"cue": (spans[frame["pred"]],)}
    for role, first, end in frame["args"]:
        if role in _ROLES:
            part = _ROLES[role]
            parts[part] = (*parts.get(part, ()), Span(spans[first].start, spans[end - 1].end))
    return parts


def found(analysis: Analysis, framed: Framed) -> list[Marked]:
    """Our attributions by one of the verbs, without punctuation; their cue is the verb alone."""
    tree = Tree(analysis.tokens)
    marks = []
    for attribution in attributions(analysis):
        cue = attribution.cue_token
        if cue is not None and any(span.overlaps(analysis.tokens[cue].span) for span in framed.predicates):
            parts = wording(tree, attribution)
            marks.append(Marked(source=parts.source, cue=frozenset({cue}), content=parts.content))
    return without_points(analysis, marks)


def without_points(analysis: Analysis, marks: Sequence[Marked]) -> list[Marked]:
    """The same without tokens of punctuation."""
    words = frozenset(at for at, token in enumerate(analysis.tokens) if any(c.isalnum() for c in token.text))
    return [Marked(**{part: mark.part(part) & words for part in PARTS}) for mark in marks]


def counted(gold: Sequence[Marked], ours: Sequence[Marked]) -> Counts:
    """The counts of one document."""
    figures = score_attributions([(gold, ours)])
    named = {f"{one.name} {key}": float(getattr(one, key)) for one in figures for key in ("known", "given", "right")}
    return {"frames": float(len(gold)), **named}
