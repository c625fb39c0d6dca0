"""Sentences with their syntax written by hand, for tests of the rules that need no model.

One line a word: `text lemma TAG head relation [entity]`, heads counted from 1 within the sentence, 0 for the root.
"""

from __future__ import annotations

from hearsay.records.analysis import Analysis, Sentence, Token
from hearsay.records.document import Block, BlockKind, Document
from hearsay.records.span import Span


def tokens_of(written: str) -> tuple[Token, ...]:
    """The tokens of one sentence, parted by single spaces in a text of their own."""
    tokens, start = [], 0
    for line in written.strip().splitlines():
        text, lemma, tag, head, relation, *entity = line.split()
        tokens.append(
            Token(
                span=Span(start, start + len(text)),
                text=text,
                lemma=lemma,
                tag=tag,
                head=None if head == "0" else int(head) - 1,
                relation=relation,
                entity=entity[0] if entity else None,
            )
        )
        start += len(text) + 1
    return tuple(tokens)


def document_of(text: str, published: str | None = None) -> Document:
    """A document whose whole text is body."""
    return Document(
        id="document-1",
        text=text,
        url=None,
        outlet="The Fictional Post",
        agency=None,
        author=None,
        published=published,
        language="en",
        sha256="0" * 64,
        blocks=(Block(kind=BlockKind.BODY, span=Span(0, len(text))),),
    )


def analysis_of(written: str) -> Analysis:
    """An analysis of one sentence, with syntax only."""
    tokens = tokens_of(written)
    text = " ".join(token.text for token in tokens)
    sentence = Sentence(span=Span(0, len(text)), first=0, last=len(tokens), block=BlockKind.BODY, paragraph=0)
    return Analysis(document=document_of(text), tokens=tokens, sentences=(sentence,))
