"""What the words of a report are: tokens with their syntax, mentions, actors, places, times, frames.

Everything here is about language; who says what, and what happened, is computed from it by later stages.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hearsay.records.actor import Actor
from hearsay.records.document import BlockKind, Document
from hearsay.records.frame import Frame
from hearsay.records.place import Place
from hearsay.records.span import Span
from hearsay.records.time import Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word or punctuation mark, with its place in the sentence's dependency tree.

    `tag` is the UD universal part of speech, `relation` the UD relation to `head`, which is an index into
    `Analysis.tokens`, or None for the root of a sentence. `entity` is the name tagger's type
    (`PER`, `ORG`, `LOC`, `MISC`) when the token is inside a name, else None.

    Of a verb or a noun, `level` says from -3 to 3 how firmly the text holds that what it tells happened, and `incident`
    is its vector: near those of words that tell of the same incident (`sameness` in `hearsay.neural`). `role` is the
    model's BIO label of a part in an incident ("B-VICTIM"; also PERPIND, PERPORG, TARGET, WEAPON). These three are
    empty where the model has no such head.
    """

    span: Span
    text: str
    lemma: str
    tag: str
    head: int | None
    relation: str
    entity: str | None
    level: float | None = None
    role: str | None = None
    incident: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence: `tokens[first:last]` of the analysis. `paragraph` counts the blocks' paragraphs from 0.

    `kinds` are the kinds of incident that the model knows (attack, bombing, ...), each with how likely the sentence
    tells of one.
    """

    span: Span
    first: int
    last: int
    block: BlockKind
    paragraph: int
    kinds: tuple[tuple[str, float], ...] = ()


class MentionForm(StrEnum):
    """How a mention refers: by a name, a description, or a pronoun."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that refer to an actor. `head` indexes `Analysis.tokens`; `actor` is an `Actor.id`.

    `span` is the whole noun phrase up to its first relative clause or apposition; `by` names the rule that linked it.
    """

    span: Span
    head: int
    form: MentionForm
    actor: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartShare:
    """How likely, from 0 to 1, a word has a part in the incident that another word tells of, by the model.

    `deed` and `word` index `Analysis.tokens`. `part` is did, claimed, accused, suspected, denied, target, victim,
    weapon, place, date, killed, wounded, taken, held, missing or fled: what the words there say of it.
    """

    deed: int
    word: int
    part: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """A document with its linguistic structure. All tuples are in text order; `parts` leaves out what is unlikely."""

    document: Document
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    frames: tuple[Frame, ...] = ()
    parts: tuple[PartShare, ...] = ()
