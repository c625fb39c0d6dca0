"""The record of one attribution, before it becomes a statement."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.vocabulary.cues import Cue


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who (a head token, None when not said), by which word, said what (token indexes).

    `nominal` holds what was said where it is no clause ("condemned the attack"): the speaker's act, but events told in
    it are the report's. `cue_token` is None for a quotation that goes on with no cue of its own; `continues` is then
    the cue (or, where that has none, the first token) of the attribution it goes on from. `answer` is what the source
    says to a question put to it ("asked whether S, she said: yes"): True, False, or None where none was put.
    """

    source: int | None
    cue_token: int | None
    cue: Cue | None
    content: frozenset[int]
    by: str
    nominal: frozenset[int] = frozenset()
    answer: bool | None = None
    continues: int | None = None

    @property
    def said(self) -> frozenset[int]:
        """The tokens of what was said, clause or not."""
        return self.content or self.nominal

    def covers(self, index: int) -> bool:
        """True when the token is part of what was said."""
        return index in self.content
