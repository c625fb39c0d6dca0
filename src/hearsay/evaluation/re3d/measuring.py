"""The yardstick on re3d: relations between given mentions, between our own, and by the model's own head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from hearsay.analyses.analyse import ReportAnalyser
from hearsay.errors import UsageError
from hearsay.evaluation.base import Counts, Measure, Result, f1, needed, only_dev, row, share
from hearsay.evaluation.re3d.corpus import BOTH_WAYS, Tie, Tied, files, read_re3d
from hearsay.evaluation.re3d.folds import FEWEST, Asked, told_in_folds
from hearsay.evaluation.re3d.mentions import own_mentions
from hearsay.evaluation.re3d.pairs import Ended, ended_in, pairs
from hearsay.neural.reader import NeuralReader, SentenceReading
from hearsay.records.analysis import Analysis
from hearsay.records.span import Span

_UNSEEN = 8  # every eighth document was left out when the shipped model was trained
_NONE = "none"
MEASURES = (
    Measure(name="P", of=share("right", "given")),
    Measure(name="R", of=share("right", "known")),
    Measure(name="micro-F1", of=f1("right", "given", "known")),
    Measure(name="F1, the type aside", of=f1("paired", "given", "known")),
)


def re3d(corpora: Path | None, split: str) -> Result:
    """The yardstick, on all documents in folds.

    Raises:
        UsageError: there are too few documents to learn from.
    """
    only_dev("re3d", split)
    root = needed(corpora, "re3d")
    documents = list(read_re3d(root))
    if len(documents) < FEWEST:
        raise UsageError(f"{str(root)!r} holds {len(documents)} documents of re3d: too few to learn from")
    analyser, reader = ReportAnalyser(), NeuralReader.load()
    asked, headed = [], []
    for number, tied in enumerate(documents, start=1):
        analysis = analyser.analyse(tied.document)
        ours = own_mentions(analysis)
        asked.append(Asked(tied=tied, given=list(pairs(analysis, tied.mentions)), own=list(pairs(analysis, ours))))
        if number % _UNSEEN == 0:
            headed.append(counted(tied.ties, by_head(tied, analysis, reader)))
    told, coarse = told_in_folds(asked, len(asked)), told_in_folds(asked, FEWEST)
    gold = [tied.ties for tied in documents]
    given = [counted(known, one.given) for known, one in zip(gold, told, strict=True)]
    fewer = [counted(known, one.given) for known, one in zip(gold, coarse, strict=True)]
    related = [counted(known, one.related) for known, one in zip(gold, told, strict=True)]
    own = [counted(tied.ties, matched(tied, one.own)) for tied, one in zip(documents, told, strict=True)]
    return Result(
        title="How two stand to each other: re3d",
        items="relations",
        measures=tuple(measure.name for measure in MEASURES),
        rows=(
            row("mentions given, a fold a document", given, MEASURES, "known"),
            row(f"mentions given, {FEWEST} folds by document", fewer, MEASURES, "known"),
            row("mentions given, and which two are related", related, MEASURES, "known"),
            row("our own mentions, a fold a document", own, MEASURES, "known"),
            row("the model's own head, mentions given", headed, MEASURES, "known"),
        ),
        notes=(
            "Eleven relations between any two mentions of a sentence, also of places, weapons and numbers. Mentions "
            "that no annotator stood by are left out, and relations that are likelier wrong than right. Each "
            "document's relations are told by a classifier fitted on all the others for this table, from words, types "
            "and our trees; it is no part of a reading. Relations that hold both ways by definition have no direction.",
            "Many more pairs stand in a relation than are annotated: the same kind of sentence is annotated in one "
            "document and not in the next. What two mentions are related at all is therefore hard to tell, and how, "
            "where that is known, much less so.",
            "our own mentions: right where the mentions' characters touch the annotated ones' on both sides.",
            "the model's own head: the documents that were left out when it was trained (every eighth). Its states are "
            "not used in the folds, since they have seen the relations of the others.",
            "No figure on these relations is known to us.",
        ),
        root=root.parent,
        files=tuple(files(root)),
    )


def counted(known: Iterable[Tie], given: Iterable[Tie]) -> Counts:
    """The counts of one document."""
    gold, ours = set(known), set(given)
    joined = {frozenset((tie.source, tie.target)) for tie in gold}
    return {
        "known": float(len(gold)),
        "given": float(len(ours)),
        "right": float(len(gold & ours)),
        "paired": float(sum(frozenset((tie.source, tie.target)) in joined for tie in ours)),
    }


def matched(tied: Tied, ours: Iterable[Tie]) -> Iterator[Tie]:
    """Our relations on the annotated mentions that theirs touch most; as they are where they touch none."""
    for tie in ours:
        first, second = _nearest(tied, tie.source), _nearest(tied, tie.target)
        if tie.type in BOTH_WAYS:
            first, second = sorted((first, second))
        yield Tie(source=first, target=second, type=tie.type)


def _nearest(tied: Tied, span: Span) -> Span:
    """The annotated mention that shares most of its characters with this one."""

    def shared(other: Span) -> float:
        common = min(span.end, other.end) - max(span.start, other.start)
        return common / max(len(span), len(other))

    touching = [named.span for named in tied.mentions if named.span.overlaps(span)]
    return max(touching, key=shared, default=span)


def by_head(tied: Tied, analysis: Analysis, reader: NeuralReader) -> Iterator[Tie]:
    """The relations that the model's head tells of the annotated mentions."""
    words = [[token.text for token in analysis.tokens[one.first : one.last]] for one in analysis.sentences]
    for sentence, reading in zip(analysis.sentences, reader.read(words), strict=True):
        ended = ended_in(analysis, sentence, tied.mentions)
        for first in ended:
            for second in ended:
                if first.head != second.head:
                    yield from _told(reading, sentence.first, first, second)


def _told(reading: SentenceReading, offset: int, first: Ended, second: Ended) -> Iterator[Tie]:
    if reading.ties is None:
        raise UsageError("the model has no head for ties: train one, or take the shipped one")
    shares: Mapping[str, float] = reading.ties.between(first.head - offset, second.head - offset)
    kind = max(shares, key=lambda name: shares[name])
    if kind != _NONE:
        ends = (first.named.span, second.named.span)
        source, target = sorted(ends) if kind in BOTH_WAYS else ends
        yield Tie(source=source, target=target, type=kind)
