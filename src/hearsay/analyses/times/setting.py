"""What an expression is resolved against: when it was said, the date told last, and which way the clause looks."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.analyses.times.moment import Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where an expression stands.

    speech: when it was said: the day of publication, or of the quoted speech; None when that is not known.
    story: the date told last, when it is near enough to count from.
    focus: a year that the passage is about, told a little before; None when it is about its own time.
    direction: -1 when the clause looks back, 1 when it looks ahead, 0 when nothing says.
    narrative: dates without a year hang on the story, not on the day of speech.
    day_first: the order of 03/04/2014, None when not known.
    """

    speech: Moment | None
    story: Moment | None = None
    focus: Moment | None = None
    direction: int = 0
    narrative: bool = False
    day_first: bool | None = None

    @property
    def now(self) -> Moment | None:
        """What "last month" is counted from."""
        return self.story if self.narrative else self.speech
