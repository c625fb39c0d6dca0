"""Short fictional reports as the finder gets them, without a tagger."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hearsay.analyses.places.finding import find_places
from hearsay.analyses.places.options import PlaceOptions
from hearsay.analyses.sentences import split_sentences
from hearsay.records.analysis import Sentence, Token
from hearsay.records.document import Block, BlockKind, Document
from hearsay.records.ids import content_id, text_sha256
from hearsay.records.place import Place
from hearsay.records.span import Span

_TOKEN = re.compile(r"\w+|[^\w\s]")


def report(body: str, *, headline: str = "", dateline: str = "", credit: str = "", url: str | None = None) -> Document:
    """A document of the given blocks, in the order headline, credit, dateline, body."""
    text, blocks = "", []
    given = (
        (BlockKind.HEADLINE, headline),
        (BlockKind.CREDIT, credit),
        (BlockKind.DATELINE, dateline),
        (BlockKind.BODY, body),
    )
    for kind, words in given:
        if words:
            blocks.append(Block(kind=kind, span=Span(len(text), len(text) + len(words))))
            text += words + "\n"
    return Document(
        id=content_id("document", text),
        text=text,
        url=url,
        outlet=None,
        agency=None,
        author=None,
        published=None,
        language="en",
        sha256=text_sha256(text),
        blocks=tuple(blocks),
    )


def analysed(document: Document, entities: Sequence[tuple[str, str]] = ()) -> tuple[list[Sentence], list[Token]]:
    """Sentences and tokens; `entities` gives words and the types that a name tagger would."""
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    types = dict(entities)
    for stretch in split_sentences(document):
        first = len(tokens)
        for match in _TOKEN.finditer(document.text, stretch.span.start, stretch.span.end):
            word = match.group()
            tokens.append(
                Token(
                    span=Span(*match.span()),
                    text=word,
                    lemma=word.lower(),
                    tag="X",
                    head=None,
                    relation="dep",
                    entity=types.get(word),
                )
            )
        sentences.append(
            Sentence(span=stretch.span, first=first, last=len(tokens), block=stretch.block, paragraph=stretch.paragraph)
        )
    return sentences, tokens


def places_of(document: Document, entities: Sequence[tuple[str, str]] = ()) -> dict[str, Place]:
    """The places by the words of each of their mentions."""
    sentences, tokens = analysed(document, entities)
    found = find_places(document, sentences, tokens, PlaceOptions())
    return {span.of(document.text): place for place in found for span in place.mentions}


def read(body: str) -> dict[str, Place]:
    """The places of a body alone, by their words."""
    return places_of(report(body))
