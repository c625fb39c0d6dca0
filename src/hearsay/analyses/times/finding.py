"""Find the temporal expressions of a report, in text order, and resolve each where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hearsay.analyses.times.direction import Clauses, direction_of
from hearsay.analyses.times.grammar import GRAMMAR
from hearsay.analyses.times.guards import Candidate, is_any_weekday, is_loose_season, stands
from hearsay.analyses.times.known_days import known_day
from hearsay.analyses.times.lengths import YEARS_IN, duration
from hearsay.analyses.times.lexing import Lexeme, lexemes_of
from hearsay.analyses.times.meaning import (
    Base,
    Length,
    Meaning,
    NamedDay,
    Point,
    Range,
    Reference,
    Repeated,
    Several,
    Step,
    Stretch,
    Vague,
)
from hearsay.analyses.times.moment import Moment
from hearsay.analyses.times.notation import Chart
from hearsay.analyses.times.options import Anchoring, Listing, TimeOptions
from hearsay.analyses.times.resolution import place
from hearsay.analyses.times.setting import Setting
from hearsay.analyses.times.spoken import spoken_on
from hearsay.records.analysis import Sentence, Token
from hearsay.records.document import Document
from hearsay.records.span import Span
from hearsay.records.time import Time, TimePrecision

FAR = 15
"""How many years from a story's date another is an aside in it."""
NEAR = 3
"""How many sentences back a date may be told for "two days earlier" to be counted from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A temporal expression with what is known of it: its meaning, its moment, its length, where it vaguely points."""

    span: Span
    meaning: Meaning
    rule: str
    moment: Moment | None
    duration: str | None
    reference: Reference | None

    @property
    def is_calendar(self) -> bool:
        """True when it says when something was, be it known or not."""
        match self.meaning:
            case Vague(listed=listed):
                return listed
            case Length() | Repeated():
                return False
            case Point(year=None, month=None, day=None, weekday=None, season=None, prefix=None, clock=None):
                return False
            case _:
                return True

    @property
    def value(self) -> str | None:
        """EDTF, or a duration for a stretch up to the time of speech; None when unresolved."""
        if isinstance(self.meaning, Stretch):
            past = self.meaning.turn < 0 and self.meaning.base is Base.SPEECH
            if past:
                return self.duration
        return None if self.moment is None else self.moment.edtf()

    @property
    def precision(self) -> TimePrecision:
        """How exact the value is."""
        if self.value is None:
            return TimePrecision.UNRESOLVED
        if isinstance(self.meaning, Stretch) or self.moment is None:
            return TimePrecision.RANGE
        return self.moment.precision


def find_times(
    document: Document,
    sentences: Sequence[Sentence],
    tokens: Sequence[Token],
    options: TimeOptions,
    anchors: Sequence[tuple[Span, str]] = (),
) -> tuple[Time, ...]:
    """The times of a report, in text order, none overlapping another.

    Only the text inside `sentences` is read. `tokens` may be empty: their name tags keep names from being dates.
    Relative expressions hang on `document.published`; those inside one of the `anchors`' spans on the day (ISO 8601)
    that comes with it, which is how quoted speech is anchored to when it was said.
    """
    found = find_expressions(document, sentences, tokens, options, anchors)
    return tuple(
        Time(span=item.span, value=item.value, precision=item.precision)
        for item in found
        if options.listing is Listing.EVERYTHING or item.is_calendar
    )


def find_expressions(
    document: Document,
    sentences: Sequence[Sentence],
    tokens: Sequence[Token],
    options: TimeOptions,
    anchors: Sequence[tuple[Span, str]] = (),
) -> list[Expression]:
    """As `find_times`, with the meaning behind each value, and with those that `find_times` leaves out."""
    by_start = {token.span.start: token for token in tokens}
    teller = _Teller(document, options, anchors)
    for number, sentence in enumerate(sentences):
        lexemes = lexemes_of(sentence.span.of(document.text), sentence.span.start)
        for item in _candidates(lexemes, by_start, options.listing):
            teller.tell(item, number, sentence.paragraph)
    return teller.expressions


def _candidates(lexemes: Sequence[Lexeme], tokens: Mapping[int, Token], listing: Listing) -> Iterator[Candidate]:
    chart = Chart(GRAMMAR, lexemes)
    capitals = _in_capitals(lexemes)
    at = 0
    while at < len(lexemes):
        found = None
        for reading in chart.expressions(at):
            item = Candidate(lexemes=lexemes, first=at, last=reading.last, meaning=reading.meaning,
                             rule=reading.rule, capitals=capitals, tokens=tokens)  # fmt: skip
            if stands(item) and not (listing is Listing.CALENDAR and is_loose_season(item)):
                found = item
                break
        if found is not None:
            yield found
        at = found.last if found is not None else at + 1


def _in_capitals(lexemes: Sequence[Lexeme]) -> bool:
    words = [lexeme.text for lexeme in lexemes if lexeme.is_word and len(lexeme.text) > 1]
    return len(words) >= 3 and sum(word.isupper() for word in words) > 0.8 * len(words)


class _Teller:
    """Goes through a text and remembers what date was told last."""

    def __init__(self, document: Document, options: TimeOptions, anchors: Sequence[tuple[Span, str]]) -> None:
        self.expressions: list[Expression] = []
        self._text = document.text
        self._options = options
        self._narrative = options.anchoring is Anchoring.NARRATIVE
        self._published = spoken_on(document.published)
        self._anchors = [(span, spoken_on(when)) for span, when in anchors]
        self._story: Moment | None = None
        self._paragraph = -1
        self._aside: int | None = None
        self._told_in = -NEAR - 1
        self._focus: Moment | None = None
        self._focus_place = (-1, -1)

    def tell(self, item: Candidate, sentence: int, paragraph: int) -> None:
        """Resolve a candidate and keep it."""
        setting = self._setting(item, sentence, paragraph)
        for first, last, meaning in self._parts(item):
            moment = None if is_any_weekday(item) else place(meaning, setting)
            span = Span(item.lexemes[first].start, self._end(item.lexemes, last))
            self.expressions.append(_expression(span, meaning, item.rule, moment))
            if (
                moment is not None
                and self._moves(item, meaning)
                and not self._looks_back(moment, meaning, paragraph, setting)
            ):
                self._remember(moment, meaning, sentence, paragraph)
                setting = self._setting(item, sentence, paragraph)

    def _moves(self, item: Candidate, meaning: Meaning) -> bool:
        """True when the text goes on from this date: not for one that only bounds, describes or looks far back."""
        match meaning:
            case Stretch() | NamedDay():
                return False
            case Step(unit=unit):
                return unit not in YEARS_IN
            case Point(prefix=str()):
                return False
            case Point(year=int(), month=None, season=None):
                return item.first == 0 or item.before in ("in", "during", "throughout", "by")
            case _:
                return True

    def _end(self, lexemes: Sequence[Lexeme], last: int) -> int:
        """Where a candidate ends; the full stop that ends its sentence is not part of it."""
        end = lexemes[last - 1]
        if last == len(lexemes) and end.lower == "." and last > 1:
            return lexemes[last - 2].end
        if "BC" in end.kinds and end.lower.count(".") == 1:
            return end.end - 1
        return end.end

    def _parts(self, item: Candidate) -> list[tuple[int, int, Meaning]]:
        meaning = item.meaning
        if isinstance(meaning, Several):
            return [(piece.first, piece.last, piece.meaning) for piece in meaning.pieces]
        if isinstance(meaning, Range) and self._options.listing is Listing.EVERYTHING:
            return [(piece.first, piece.last, piece.meaning) for piece in (meaning.start, meaning.end)]
        if isinstance(meaning, Point):
            behind = [lexeme.lower for lexeme in item.lexemes[item.last : item.last + 2]]
            meaning = known_day(meaning, behind, self._text) or meaning
        return [(item.first, item.last, meaning)]

    def _setting(self, item: Candidate, sentence: int, paragraph: int) -> Setting:
        place_ = item.lexemes[item.first].start
        inside = [when for span, when in self._anchors if span.start <= place_ < span.end]
        speech = inside[-1] if inside else self._published
        near = self._narrative or sentence - self._told_in <= NEAR
        focused = self._focus_place[1] == paragraph and sentence - self._focus_place[0] <= NEAR
        return Setting(
            speech=speech,
            story=self._story if near else None,
            focus=self._focus if focused else None,
            direction=direction_of(item.lexemes, item.first, item.last),
            narrative=self._narrative,
            day_first=self._options.day_first,
        )

    def _looks_back(self, moment: Moment, meaning: Meaning, paragraph: int, setting: Setting) -> bool:
        """True for a year before the story's, told within the paragraph of the story, and for one to come."""
        if not self._narrative or self._story is None or not isinstance(meaning, Point) or meaning.year is None:
            return False
        if setting.direction > 0 and meaning.month is None:
            return True
        back = (moment.year or 0) < (self._story.year or 0)
        return back and self._paragraph == paragraph

    def _is_aside(self, moment: Moment) -> bool:
        """True for a date far from the story, until a second one near it says that the story has gone there."""
        story, aside = self._story, self._aside
        self._aside = None
        if story is None or story.year is None or moment.year is None or abs(moment.year - story.year) <= FAR:
            return False
        if aside is not None and abs(moment.year - aside) <= FAR:
            return False
        self._aside = moment.year
        return True

    def _remember(self, moment: Moment, meaning: Meaning, place_: tuple[int, int], opens: bool) -> None:
        sentence, paragraph = place_
        if self._narrative and self._is_aside(moment):
            return
        self._story = moment
        self._paragraph = paragraph
        self._told_in = sentence
        if not isinstance(meaning, Point) or meaning.year is None:
            return
        if meaning.month is None and meaning.season is None and not opens:
            return  # "formed in 2007" does not make a passage one about 2007; "In 2007, ..." does
        here = self._published
        own = here is not None and here.year == moment.year
        self._focus = None if own else moment
        self._focus_place = (sentence, paragraph)


def _expression(span: Span, meaning: Meaning, rule: str, moment: Moment | None) -> Expression:
    length = meaning.length if isinstance(meaning, Stretch) else meaning if isinstance(meaning, Length) else None
    return Expression(
        span=span,
        meaning=meaning,
        rule=rule,
        moment=moment,
        duration=duration(length) if length is not None else None,
        reference=meaning.reference if isinstance(meaning, Vague) else None,
    )
