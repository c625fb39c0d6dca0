"""Sentences with their syntax written by hand, for tests of the rules that need no model.

One line a word: `text lemma TAG head relation [entity]`, heads counted from 1 within the sentence, 0 for the root.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hearsay.analyses.frames.find import find_frames
from hearsay.records.actor import Actor, ActorKind
from hearsay.records.analysis import Analysis, Mention, MentionForm, Sentence, Token
from hearsay.records.document import Block, BlockKind, Document
from hearsay.records.span import Span
from hearsay.records.tree import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """An actor of a hand-made analysis; `at` are the head tokens of its mentions, from 0 over all sentences."""

    id: str
    kind: ActorKind = ActorKind.ARMED_GROUP
    at: tuple[int, ...] = ()
    form: MentionForm = MentionForm.NAME


def tokens_of(written: str, first: int = 0, start: int = 0) -> tuple[Token, ...]:
    """The tokens of one sentence, parted by single spaces in a text of their own.

    `first` is the index of its first token and `start` its offset, where it is not the first sentence.
    """
    tokens = []
    for line in written.strip().splitlines():
        text, lemma, tag, head, relation, *entity = line.split()
        tokens.append(
            Token(
                span=Span(start, start + len(text)),
                text=text,
                lemma=lemma,
                tag=tag,
                head=None if head == "0" else first + int(head) - 1,
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


def told(*written: str, who: Sequence[Who] = (), published: str | None = None) -> Analysis:
    """An analysis of several sentences of one paragraph with its actors, and the frames that the rules find in it."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for number, sentence in enumerate(written):
        first, start = len(tokens), tokens[-1].span.end + 1 if tokens else 0
        tokens += tokens_of(sentence, first, start)
        span = Span(start, tokens[-1].span.end)
        sentences.append(Sentence(span=span, first=first, last=len(tokens), block=BlockKind.BODY, paragraph=number))
    text = " ".join(token.text for token in tokens)
    tree = Tree(tokens)
    mentions = [
        Mention(span=tree.phrase(head), head=head, form=one.form, actor=one.id, by="hand")
        for one in who
        for head in one.at
    ]
    actors = [
        Actor(
            id=one.id,
            name=one.id,
            kind=one.kind,
            names=tuple(dict.fromkeys(tree.phrase(head).of(text) for head in one.at)),
            country=None,
            registry_id=None,
            mentions=tuple(tree.phrase(head) for head in one.at),
        )
        for one in who
    ]
    analysis = Analysis(
        document=document_of(text, published),
        tokens=tuple(tokens),
        sentences=tuple(sentences),
        mentions=tuple(sorted(mentions, key=lambda m: m.span)),
        actors=tuple(actors),
    )
    return replace(analysis, frames=find_frames(analysis))
