"""Who says, through whom, how firmly, about what, and the words that say it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hearsay.records.span import Span


class Anonymity(StrEnum):
    """How a speaker is identified. `requested`: the report says that the speaker asked not to be named."""

    NAMED = "named"
    UNNAMED = "unnamed"
    REQUESTED = "requested"
    COLLECTIVE = "collective"


class Form(StrEnum):
    """Whose words they are: the report's own, quoted, paraphrased, or paraphrased with a quotation in it."""

    NARRATION = "narration"
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Polarity(StrEnum):
    """Whether the content is asserted or denied."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Certainty(StrEnum):
    """How firmly the innermost speaker says it."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """One link of a speaker chain.

    `actor` is an `Actor.id` or None; `name` the words that name or describe the speaker. `channel` is what it was
    said through ("in a statement", "by telephone"), `addressee` to whom, `said` when (EDTF), all None when not said.
    """

    actor: str | None
    name: str
    anonymity: Anonymity
    role: str | None = None
    channel: str | None = None
    addressee: str | None = None
    said: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutIncident:
    """The statement is about an incident; before assembly the id is that of a frame."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutRelation:
    """The statement is about a relation; before assembly the id is that of a frame."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """The statement is speech about anything else; the span holds what was said."""

    span: Span


Content = AboutIncident | AboutRelation | Speech


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """The unit of hearsay's record.

    `speakers` is the chain, outermost first (outlet or agency ... whose words they are); nested report is a longer
    chain. `by` names the rules that decided, for whoever asks why.
    """

    id: str
    evidence: tuple[Span, ...]
    speakers: tuple[Speaker, ...]
    form: Form
    polarity: Polarity
    certainty: Certainty
    content: Content
    by: tuple[str, ...] = ()
