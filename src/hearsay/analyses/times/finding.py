"""Find the temporal expressions of a report, in text order, and resolve each where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hearsay.analyses.times.direction import Clauses, direction_of
from hearsay.analyses.times.expression import Expression
from hearsay.analyses.times.grammar import GRAMMAR
from hearsay.analyses.times.guards import Candidate, is_any_weekday, is_loose_season, stands
from hearsay.analyses.times.known_days import known_day
from hearsay.analyses.times.lexing import Lexeme, lexemes_of
from hearsay.analyses.times.meaning import Meaning, Point, Range, Several
from hearsay.analyses.times.notation import Chart
from hearsay.analyses.times.options import Anchoring, Listing, TimeOptions
from hearsay.analyses.times.resolution import place
from hearsay.analyses.times.setting import Setting
from hearsay.analyses.times.spoken import spoken_on
from hearsay.analyses.times.story import Place, Story
from hearsay.records.analysis import Sentence, Token
from hearsay.records.document import Document
from hearsay.records.span import Span
from hearsay.records.time import Time


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
    teller = _Teller(document, tokens, options, anchors)
    for number, sentence in enumerate(sentences):
        lexemes = lexemes_of(sentence.span.of(document.text), sentence.span.start)
        for item in _candidates(lexemes, by_start, options.listing):
            teller.tell(item, Place(number, sentence.paragraph))
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
    """Goes through a text and resolves each candidate where it stands."""

    def __init__(
        self,
        document: Document,
        tokens: Sequence[Token],
        options: TimeOptions,
        anchors: Sequence[tuple[Span, str]],
    ) -> None:
        self.expressions: list[Expression] = []
        self._text = document.text
        self._options = options
        self._narrative = options.anchoring is Anchoring.NARRATIVE
        self._published = spoken_on(document.published)
        self._anchors = [(span, spoken_on(when)) for span, when in anchors]
        self._clauses = Clauses(tokens)
        self._story = Story(self._published, self._narrative)

    def tell(self, item: Candidate, here: Place) -> None:
        """Resolve a candidate and keep it."""
        for first, last, meaning in self._parts(item):
            setting = self._setting(item, here)
            moment = None if is_any_weekday(item) else place(meaning, setting)
            span = Span(item.lexemes[first].start, _end(item.lexemes, last))
            self.expressions.append(Expression(span=span, meaning=meaning, rule=item.rule, moment=moment))
            if moment is not None:
                self._story.go_on(item, meaning, moment, here, setting.direction)

    def _parts(self, item: Candidate) -> list[tuple[int, int, Meaning]]:
        """What is listed of a candidate: itself, or its pieces, as lexemes `[first, last)`."""
        meaning = item.meaning
        if isinstance(meaning, Several):
            return [(piece.first, piece.last, piece.meaning) for piece in meaning.pieces]
        if isinstance(meaning, Range) and self._options.listing is Listing.EVERYTHING:
            return [(piece.first, piece.last, piece.meaning) for piece in (meaning.start, meaning.end)]
        if isinstance(meaning, Point):
            behind = [lexeme.lower for lexeme in item.lexemes[item.last : item.last + 2]]
            meaning = known_day(meaning, behind, self._text) or meaning
        return [(item.first, item.last, meaning)]

    def _setting(self, item: Candidate, here: Place) -> Setting:
        start = item.head.start
        said = [when for span, when in self._anchors if span.start <= start < span.end]
        direction = self._clauses.direction(start)
        return Setting(
            speech=said[-1] if said else self._published,
            story=self._story.last(here),
            focus=self._story.focus(here),
            direction=direction_of(item.lexemes, item.first, item.last) if direction is None else direction,
            narrative=self._narrative,
            day_first=self._options.day_first,
        )


def _end(lexemes: Sequence[Lexeme], last: int) -> int:
    """Where a candidate ends; the full stop that ends its sentence is not part of it."""
    end = lexemes[last - 1]
    if last == len(lexemes) and end.lower == "." and last > 1:
        return lexemes[last - 2].end
    if "BC" in end.kinds and end.lower.count(".") == 1:
        return end.end - 1
    return end.end
