"""The verb of the stage: from a document to its analysis, with the shipped model and the rules of this package."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from hearsay.analyses.actors.clusters import Cluster
from hearsay.analyses.actors.coreference import Coreference
from hearsay.analyses.actors.forms import with_plain_forms
from hearsay.analyses.actors.mentions import Finder
from hearsay.analyses.actors.nominals import DAYS
from hearsay.analyses.actors.publishers import with_publishers
from hearsay.analyses.actors.titled import with_titled_forms
from hearsay.analyses.base import AnalysisOptions
from hearsay.analyses.casing import in_sentence_case
from hearsay.analyses.frames.find import find_frames
from hearsay.analyses.joining import joined, plain
from hearsay.analyses.lemmas import settled
from hearsay.analyses.mending.apply import mended
from hearsay.analyses.names import whole_names
from hearsay.analyses.parts import part_shares
from hearsay.analyses.places.finding import find_places
from hearsay.analyses.sentences import Stretch, split_sentences
from hearsay.analyses.times import TimeOptions, find_times
from hearsay.neural.firmness import shipped
from hearsay.neural.reader import NeuralReader, SentenceReading
from hearsay.neural.words import word_spans
from hearsay.records.actor import Actor
from hearsay.records.analysis import Analysis, Mention, MentionForm, PartShare, Sentence, Token
from hearsay.records.document import READ_BLOCKS, BlockKind, Document
from hearsay.records.place import Place
from hearsay.records.span import Span
from hearsay.records.time import Time, TimePrecision
from hearsay.records.tree import Tree
from hearsay.vocabulary.actors.registry import Context, Registry

_APOSTROPHE = re.compile(r"(?<=\w)[`´](?=\w)")
"""What archives of newspapers have for an apostrophe: "Velmar`s forces"."""
_STAND_INS = {"IS": "ISIS"}
_ABOVE = frozenset((BlockKind.HEADLINE, BlockKind.STANDFIRST))
_STAMPED = (BlockKind.BYLINE, BlockKind.CREDIT, BlockKind.BOILERPLATE)
_STAMP = 120  # characters of the longest line that a date of publication stands in
_EVENT_TAGS = frozenset(("VERB", "NOUN", "PROPN"))  # words that can tell of an incident
_MAIN_COUNTRIES = 2  # a report is about one country, or one and the neighbour it quarrels with


class ReportAnalyser:
    """The shipped analyser. Holds the model and the actor registry: make one a process, and use it for all reports."""

    def __init__(self, options: AnalysisOptions | None = None) -> None:
        self._options = options or AnalysisOptions()
        self._reader = NeuralReader.load(self._options.reader)
        self._registry = Registry.load(self._options.registry)

    def analyse(self, document: Document) -> Analysis:
        """The document's tokens, times, places, actors and frames."""
        text = joined(document.text, self._reader.rank)
        tokens, sentences, parts = self._words(document, _APOSTROPHE.sub("'", text))
        times = find_times(document, [*_datelines(document), *sentences], tokens, self._options.times)
        places = find_places(document, sentences, tokens, self._options.places)
        mentions, actors = self._actors(replace(document, text=text), tokens, sentences, places)
        analysis = Analysis(
            document=document,
            tokens=tokens,
            sentences=sentences,
            times=_in_order([*_stamped(document, self._options.times), *_without_names(times, mentions)]),
            places=places,
            mentions=mentions,
            actors=actors,
            parts=parts,
        )
        return replace(analysis, frames=find_frames(analysis))

    def _words(
        self, document: Document, text: str
    ) -> tuple[tuple[Token, ...], tuple[Sentence, ...], tuple[PartShare, ...]]:
        stretches = list(split_sentences(document))
        spans = [_word_spans(text, stretch) for stretch in stretches]
        kept = [(stretch, words) for stretch, words in zip(stretches, spans, strict=True) if words]
        written = [[plain(w.of(text)) for w in words] for _, words in kept]
        titles = [stretch.block is BlockKind.HEADLINE for stretch, _ in kept]
        readings = self._reader.read([_as_read(words) for words in in_sentence_case(written, titles)])
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        for (stretch, words), reading in zip(kept, readings, strict=True):
            first = len(tokens)
            tokens += _tokens(text, words, reading, first)
            sentences.append(
                Sentence(
                    span=stretch.span,
                    first=first,
                    last=len(tokens),
                    block=stretch.block,
                    paragraph=stretch.paragraph,
                    kinds=tuple(reading.kinds.items()),
                )
            )
        parts = part_shares(tokens, sentences, readings, self._reader.part_labels)
        return mended(whole_names(tokens, sentences), sentences), tuple(sentences), parts

    def _actors(
        self, document: Document, tokens: Sequence[Token], sentences: Sequence[Sentence], places: Sequence[Place]
    ) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
        tree = Tree(tokens)
        candidates = Finder(document.text, tree, sentences, self._registry, places).find()
        year = int(document.published[:4]) if document.published else None
        context = Context(countries=main_countries(places), year=year)
        coreference = Coreference(document.text, tree, sentences, self._registry, context)
        mentions, actors = _finished(document, coreference.resolve(candidates))
        return mentions, with_publishers(document, actors)


def _without_names(times: Iterable[Time], mentions: Iterable[Mention]) -> tuple[Time, ...]:
    """The times that are no part of a name: the June 2 Movement says no day."""
    names = [mention.span for mention in mentions if mention.form is MentionForm.NAME]
    return tuple(
        time for time in times if not any(n.start <= time.span.start and time.span.end <= n.end for n in names)
    )


def _as_read(words: list[str]) -> list[str]:
    """The words with stand-ins for names that a reader without capitals takes for other words: "IS said"."""
    if all(word.isupper() for word in words if word.isalpha()):
        return words
    return [_STAND_INS.get(word, word) for word in words]


def _datelines(document: Document) -> Iterator[Sentence]:
    """The datelines, which are no sentences and have no words of the report, but a date."""
    for block in document.blocks:
        if block.kind is BlockKind.DATELINE:
            yield Sentence(span=block.span, first=0, last=0, block=block.kind, paragraph=-1)


def _stamped(document: Document, options: TimeOptions) -> tuple[Time, ...]:
    """The days that stand above the report's first words, in a byline or a line of their own: "Published May 6, 2031".

    They are read apart, so that no date of the story hangs on them.
    """
    first = min((block.span.start for block in document.blocks if block.kind in READ_BLOCKS - _ABOVE), default=0)
    stamps = [
        Sentence(span=block.span, first=0, last=0, block=block.kind, paragraph=-1)
        for block in document.blocks
        if block.kind in _STAMPED and block.span.end <= first and len(block.span) <= _STAMP
    ]
    return tuple(one for one in find_times(document, stamps, (), options) if one.precision is TimePrecision.DAY)


def _in_order(times: Iterable[Time]) -> tuple[Time, ...]:
    return tuple(sorted(times, key=lambda time: time.span))


def main_countries(places: Iterable[Place]) -> frozenset[str]:
    """The countries that most of a report's place mentions lie in."""
    told = Counter(p.country for p in places for _ in p.mentions if p.country)
    return frozenset(country for country, _ in told.most_common(_MAIN_COUNTRIES))


def _word_spans(text: str, stretch: Stretch) -> list[Span]:
    start = stretch.span.start
    return [Span(start + a, start + b) for a, b in word_spans(stretch.span.of(text))]


def _tokens(text: str, words: Sequence[Span], reading: SentenceReading, first: int) -> list[Token]:
    tokens = []
    events = [i for i, tag in enumerate(reading.tags) if tag in _EVENT_TAGS]
    said = [plain(span.of(text)) for span in words]
    levels = shipped().levels(said, reading, events)
    for i, span in enumerate(words):
        head = reading.heads[i]
        name = reading.names[i]
        event = reading.tags[i] in _EVENT_TAGS
        role = reading.roles[i] if reading.roles else "O"
        tokens.append(
            Token(
                span=span,
                text=said[i],
                lemma=settled(said[i], reading.tags[i], reading.lemmas[i]),
                tag=reading.tags[i],
                head=None if head is None else first + head,
                relation=reading.relations[i],
                entity=None if name == "O" or said[i].lower() in DAYS else name.partition("-")[2],
                level=levels.get(i),
                role=None if role == "O" else role,
                incident=tuple(reading.incidents[i].tolist()) if event and reading.incidents is not None else (),
            )
        )
    return tokens


def _finished(document: Document, clusters: Sequence[Cluster]) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
    actors: list[Actor] = []
    mentions: list[Mention] = []
    for cluster in clusters:
        actor = cluster.actor(document.id)
        actors.append(actor)
        mentions += cluster.mentions(actor)
    ordered = tuple(sorted(mentions, key=lambda m: (m.span, m.head)))
    return ordered, with_plain_forms(document.text, with_titled_forms(document.text, actors, mentions), ordered)
