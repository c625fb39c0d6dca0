"""What the word that a frame was found by says of it: what it names, whether it is an effect, where it stands."""

from __future__ import annotations

from hearsay.records.analysis import Sentence
from hearsay.records.document import BlockKind
from hearsay.records.frame import Frame
from hearsay.vocabulary.kinds import triggers


def lemma_of(frame: Frame) -> str:
    """The lemma of the word that a frame was found by."""
    return frame.by.removeprefix("trigger:")


def is_generic(frame: Frame) -> bool:
    lemma = lemma_of(frame)
    return any(t.role == "generic" for tag in ("NOUN", "VERB") for t in triggers().get((lemma, tag), ()))


def is_effect(frame: Frame) -> bool:
    """True for a frame that tells what an event did ("killed", "dead"), not what it was."""
    lemma = lemma_of(frame)
    return any(t.effect for tag in ("NOUN", "VERB", "ADJ") for t in triggers().get((lemma, tag), ()))


def is_title(sentence: Sentence) -> bool:
    """True for a sentence of the headline or standfirst."""
    return sentence.block in {BlockKind.HEADLINE, BlockKind.STANDFIRST}
