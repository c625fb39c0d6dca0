"""The rules for several dates in one expression: "8-10 March", "from 2003 to 2005", "3, 5 and 8 May"."""

from __future__ import annotations

from dataclasses import replace

from hearsay.analyses.times.meaning import Meaning, Piece, Point, Range, Several
from hearsay.analyses.times.notation import Match, Rule, rule
from hearsay.analyses.times.rules_dates import point_of, with_year


def _range(match: Match) -> Meaning | None:
    """From one date to another; the one that says less borrows from the other."""
    start, end = match.piece("end"), match.piece("end", 1)
    return _joined(start, end)


def _joined(start: Piece, end: Piece) -> Meaning | None:
    first, last = _borrowed(start.meaning, end.meaning)
    if first is None or last is None:
        return None
    return Range(start=replace(start, meaning=first), end=replace(end, meaning=last))


def _days_before(match: Match) -> Meaning | None:
    """'8 to 10 March 2014': the first day stands bare."""
    start = match.piece("bare")
    end = match.piece("dayed")
    return _joined(start, end)


def _days_behind(match: Match) -> Meaning | None:
    """'March 8 to 10, 2014': the last day stands bare, the year behind it is for both."""
    month, year = point_of(match, "month"), point_of(match, "year")
    if month is None:
        return None
    days = [with_year(replace(month, day=match.number("DAY", nth)), year) for nth in (0, 1)]
    start, end = match.piece("DAY", 0, days[0]), match.piece("DAY", 1, days[1])
    return Range(start=replace(start, first=start.first - 1), end=replace(end, last=match.last))


def _two_days_behind(match: Match) -> Meaning | None:
    both = _days_behind(match)
    return Several(pieces=(both.start, both.end)) if isinstance(both, Range) else None


def _short_end(match: Match) -> Meaning | None:
    """'1939-45'."""
    year, short = match.number("YEAR"), match.number("YY")
    if short <= year % 100:
        return None
    start, end = Point(year=year), Point(year=year - year % 100 + short)
    return Range(start=match.piece("YEAR", 0, start), end=match.piece("YY", 0, end))


def _old_years(match: Match) -> Meaning | None:
    """'499-493 BC'."""
    first, last = match.number("OLDYEAR"), match.number("OLDYEAR", 1)
    if first <= last:
        return None
    start, end = Point(year=1 - first, bc=True), Point(year=1 - last, bc=True)
    behind = replace(match.piece("OLDYEAR", 1, end), last=match.last)
    return Range(start=match.piece("OLDYEAR", 0, start), end=behind)


def _two_old_years(match: Match) -> Meaning | None:
    both = _old_years(match)
    return Several(pieces=(both.start, both.end)) if isinstance(both, Range) else None


def _several(match: Match) -> Meaning | None:
    """'May and July 2015', '2015 and 2016': what the last one says is for all that lack it."""
    pieces = [match.piece("end", nth) for nth in range(3) if match.has_nth("end", nth)]
    last = pieces[-1]
    shared: list[Piece] = []
    for piece in pieces[:-1]:
        first, _ = _borrowed(piece.meaning, last.meaning)
        if first is None or not isinstance(first, Point) or not alike(first, last.meaning):
            return None
        shared.append(replace(piece, meaning=first))
    return Several(pieces=(*shared, last))


def _several_days(match: Match) -> Meaning | None:
    last = match.piece("dayed")
    pieces = [match.piece("bare", nth) for nth in range(2) if match.has_nth("bare", nth)]
    shared = []
    for piece in pieces:
        first, _ = _borrowed(piece.meaning, last.meaning)
        if first is None:
            return None
        shared.append(replace(piece, meaning=first))
    return Several(pieces=(*shared, last))


def alike(one: Meaning, other: Meaning) -> bool:
    """True when both points name the same parts, as the two ends of one list do."""
    if not isinstance(one, Point) or not isinstance(other, Point):
        return False
    return all(
        (getattr(one, name) is None) == (getattr(other, name) is None)
        for name in ("month", "day", "season", "prefix", "weekday", "clock")
    )


def _borrowed(first: Meaning, last: Meaning) -> tuple[Meaning | None, Meaning | None]:
    """Both ends, each with the year and month that it leaves to the other; None when they do not go together."""
    if not isinstance(first, Point) or not isinstance(last, Point):
        return first, last
    if first.day is not None and first.month is None:
        if last.day is None:
            return None, None
        first = replace(first, month=last.month)
    if first.year is None and last.year is not None and (first.month or first.season):
        before = (first.month or 0) > (last.month or 12)
        first = replace(first, year=last.year - (1 if before else 0), bc=last.bc, short_year=last.short_year)
    elif last.year is None and first.year is not None and (last.month or last.season):
        behind = first.month is not None and last.month is not None and last.month < first.month
        last = replace(last, year=first.year + (1 if behind else 0), bc=first.bc)
    if first.bc != last.bc and last.bc and first.prefix is None and first.year is not None:
        first = replace(first, year=1 - first.year, bc=True)
    return first, last


def _alike_range(match: Match) -> Meaning | None:
    ends = _range(match)
    if not isinstance(ends, Range) or not alike(ends.start.meaning, ends.end.meaning):
        return None
    return ends


LISTS: tuple[Rule, ...] = (
    rule("end: day", "end", "dated", lambda m: m.meaning("dated")),
    rule("end: month", "end", "monthed", lambda m: m.meaning("monthed")),
    rule("end: season", "end", "seasoned", lambda m: m.meaning("seasoned")),
    rule("end: year", "end", "yeared", lambda m: m.meaning("yeared")),
    rule("end: decade", "end", "prefixed", lambda m: m.meaning("prefixed")),
    rule("end: weekday", "end", "weekday", lambda m: m.meaning("weekday")),
    rule("between", "range", "'between' end 'and' end", _range),
    rule("from to", "range", "'from' end 'to|until|till|through' end", _range),
    rule("dash", "range", "end '-|/' end", _range),
    rule("to", "range", "end 'to|through|until' end", _alike_range),
    rule("between days", "range", "'between' bare 'and' dayed", _days_before),
    rule("from day to", "range", "'from' bare 'to|until|till|through' dayed", _days_before),
    rule("days dash", "range", "bare '-|to' dayed", _days_before),
    rule("month days", "range", "month DAY '-|to' DAY ',|of'? year?", _days_behind),
    rule("between month days", "range", "'between' month DAY 'and' DAY ','? year?", _days_behind),
    rule("short end", "range", "YEAR '-|/' YY", _short_end),
    rule("years before Christ", "range", "OLDYEAR '-|to' OLDYEAR BC", _old_years),
    rule("from years before Christ", "range", "'from' OLDYEAR 'to|until' OLDYEAR BC", _old_years),
    rule("two years before Christ", "several", "OLDYEAR 'and|or' OLDYEAR BC", _two_old_years),
    rule("two", "several", "end 'and|or|&' end", _several),
    rule("three", "several", "end ',' end ',' 'and|or' end", _several),
    rule("three, no comma", "several", "end ',' end 'and|or' end", _several),
    rule("two days", "several", "bare 'and|or' dayed", _several_days),
    rule("three days", "several", "bare ',' bare 'and|or' dayed", _several_days),
    rule("two month days", "several", "month DAY 'and|or' DAY ',|of'? year?", _two_days_behind),
)  # fmt: skip
