"""What a text has told so far: the date that "two days later" is counted from, and the year a passage is about."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.analyses.times.guards import Candidate
from hearsay.analyses.times.lengths import YEARS_IN
from hearsay.analyses.times.meaning import Meaning, NamedDay, Point, Step, Stretch
from hearsay.analyses.times.moment import Moment

FAR = 15
"""How many years from a story's date another is an aside in it."""
NEAR = 3
"""How many sentences back a date may be told for "two days earlier" to be counted from it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the text something is told: its sentence and its paragraph, counted from 0."""

    sentence: int
    paragraph: int


class Story:
    """Remembers the dates of one text as they are told."""

    def __init__(self, published: Moment | None, narrative: bool) -> None:
        self._published = published
        self._narrative = narrative
        self._last: Moment | None = None
        self._told_at = Place(-NEAR - 1, -1)
        self._aside: int | None = None
        self._focus: Moment | None = None
        self._focused_at = Place(-1, -1)

    def last(self, here: Place) -> Moment | None:
        """The date told last; in news only when it is near."""
        return self._last if self._narrative or here.sentence - self._told_at.sentence <= NEAR else None

    def focus(self, here: Place) -> Moment | None:
        """The date that set the year of this passage, when that is not the year of publication."""
        near = here.sentence - self._focused_at.sentence <= NEAR
        return self._focus if near and here.paragraph == self._focused_at.paragraph else None

    def go_on(self, item: Candidate, meaning: Meaning, moment: Moment, here: Place, direction: int) -> None:
        """Take a date in: the story goes on from it, unless it only bounds, describes, plans or looks back."""
        if not _moves(item, meaning) or self._looks_away(moment, meaning, here, direction):
            return
        if self._narrative and self._is_aside(moment):
            return
        self._last = moment
        self._told_at = here
        if isinstance(meaning, Point) and meaning.year is not None and _sets_a_passage(item, meaning):
            own = self._published is not None and self._published.year == moment.year
            self._focus = None if own else moment
            self._focused_at = here

    def _looks_away(self, moment: Moment, meaning: Meaning, here: Place, direction: int) -> bool:
        """True for a year that is planned, and for one before the story's told within its paragraph."""
        if not self._narrative or self._last is None or not isinstance(meaning, Point) or meaning.year is None:
            return False
        if direction > 0 and meaning.month is None:
            return True
        return (moment.year or 0) < (self._last.year or 0) and self._told_at.paragraph == here.paragraph

    def _is_aside(self, moment: Moment) -> bool:
        """True for a date far from the story, until a second one near it says that the story has gone there."""
        last, aside = self._last, self._aside
        self._aside = None
        if last is None or last.year is None or moment.year is None or abs(moment.year - last.year) <= FAR:
            return False
        if aside is not None and abs(moment.year - aside) <= FAR:
            return False
        self._aside = moment.year
        return True


def _moves(item: Candidate, meaning: Meaning) -> bool:
    match meaning:
        case Stretch() | NamedDay() | Point(prefix=str()):
            return False
        case Step(unit=unit):
            return unit not in YEARS_IN
        case Point(year=int(), month=None, season=None):
            return item.first == 0 or item.before in ("in", "during", "throughout", "by")
        case _:
            return True


def _sets_a_passage(item: Candidate, point: Point) -> bool:
    """ "Formed in 2007" does not make a passage one about 2007; "In 2007, ..." and "in May 2007" do."""
    return point.month is not None or point.season is not None or item.first <= 1
