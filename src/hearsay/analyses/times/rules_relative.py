"""The rules for times told relatively: "last month", "two days earlier", "early this year", and how long, how often."""

from __future__ import annotations

from dataclasses import replace

from hearsay.analyses.times.holidays import HOLIDAYS
from hearsay.analyses.times.meaning import (
    Base,
    Holiday,
    Length,
    Meaning,
    Nested,
    Point,
    Portion,
    Reference,
    Step,
    Stretch,
    Turn,
    Vague,
)
from hearsay.analyses.times.notation import Match, Rule, rule
from hearsay.analyses.times.rules_vague import FUTURE, PAST, vague

STORY_AHEAD = frozenset("next following subsequent ensuing".split())
BACK = frozenset("last previous preceding".split())
STORY_TURNS = frozenset("previous preceding following subsequent ensuing same that".split())
SHORT_UNITS = frozenset("second minute hour day".split())


def _turn_of(word: str) -> int:
    if word in BACK:
        return -1
    return 1 if word in STORY_AHEAD or word == "coming" else 0


def _turn(match: Match, what: str | Point, word: str) -> Turn:
    base = Base.STORY if word in STORY_TURNS else Base.SPEECH
    if word == "next" and match.said("the"):
        base = Base.STORY
    return Turn(turn=_turn_of(word), what=what, base=base)


def _turn_word(match: Match) -> str:
    words = [match.word(nth) for nth in range(4)]
    return next((word for word in words if word and word not in ("the", "of", "past", "very")), "last")


def _turned_unit(match: Match) -> Meaning | None:
    word = _turn_word(match)
    unit = match.string("SINGLE")
    if unit in SHORT_UNITS and unit != "day":
        return None
    if unit == "night":
        return _turn(match, Point(part="TNI"), word)
    if unit == "day" and word in ("last", "coming", "this", "current"):
        return None
    if match.said("the") and word in ("last", "past"):
        return Stretch(turn=-1, length=Length(count=1, unit=unit), base=Base.SPEECH)
    return _turn(match, unit, word)


def _turned_point(match: Match) -> Meaning | None:
    point = match.meaning("named")
    if not isinstance(point, Point):
        return None
    turn = _turn(match, point, _turn_word(match))
    return replace(turn, turn=-1) if match.said("past") else turn


def _units_end(match: Match) -> Meaning | None:
    if match.string("UNIT") == "week" and match.said("-"):
        return None  # the days off
    return Portion(of=Turn(turn=0, what=match.string("UNIT"), base=Base.NEAR), part="late")


def _weekend(_: Match) -> Meaning:
    return Turn(turn=0, what="weekend", base=Base.SPEECH)


def _turned_day(match: Match) -> Meaning | None:
    """ "Last Oct. 21": the latest such day, which may lie in the year of the report."""
    point = match.meaning("dayed")
    if not isinstance(point, Point) or point.year is not None:
        return None
    return _turn(match, point, match.word())


def _day_step(match: Match) -> Meaning:
    """'the day before', 'the following day' and their like: from the story, unless an event follows."""
    count = -1 if match.said("before") or match.said("previous") else 1
    return Step(count=count, unit="day", base=_base_behind(match))


def _base_behind(match: Match) -> Base:
    """After 'two days after' an event follows, unless the clause ends there."""
    ends = match.following in ENDS
    return Base.STORY if ends else Base.EVENT


ENDS = frozenset(["", ".", ",", ";", ":", ")", "]", "!", "?", "-", "—", "–", '"', "”", "and", "but", "in", "at", "on"])


def _stepped(match: Match, sign: int, base: Base) -> Meaning | None:
    length = match.meaning("length") if match.has("length") else Length(count=None, unit=match.string("PLURAL"))
    if not isinstance(length, Length):
        return None
    if length.count is None:
        return Step(count=None, unit=length.unit, base=base)
    count, unit = length.count, length.unit
    if count != int(count):
        parts = {"year": ("month", 12), "century": ("year", 100), "decade": ("year", 10), "day": ("hour", 24)}
        unit, times = parts.get(unit, (unit, 1))
        count *= times
    return Step(count=sign * int(count), unit=unit, base=base)


def _stretch(match: Match) -> Meaning | None:
    length = match.meaning("length")
    word = _turn_word(match)
    if match.said("past") and word in ("last", "these", "this"):
        word = "last"
    if not isinstance(length, Length):
        return None
    if word in ("this", "these"):
        word = "last"
    base = Base.SPEECH if word in ("last", "coming", "next") else Base.STORY
    return Stretch(turn=-1 if word in BACK else 1, length=length, base=base)


def _some_of(match: Match) -> Meaning | None:
    """'the first two months of 1939': a length at the beginning or end of a whole."""
    if not match.has("whole"):
        return Vague(reference=Reference.UNKNOWN, listed=True)
    length = match.meaning("length") if match.has("length") else Length(count=1, unit=match.string("UNIT"))
    if not isinstance(length, Length):
        return None
    first = match.word(1) if match.word() == "the" else match.word()
    return Portion(
        of=match.meaning("whole"), part="last" if first in ("last", "final", "closing") else "first", length=length
    )


def _portion(match: Match) -> Meaning:
    words = [match.word(nth) for nth in range(5)]
    part = next((PORTIONS[word] for word in words if word in PORTIONS), None)
    return Portion(of=match.meaning("whole"), part=part)


def _half(match: Match) -> Meaning | None:
    number = match.maybe("ORD") if match.has("ORD") else (2 if match.said("latter") else 1)
    whole = match.meaning("whole" if match.has("whole") else "wholeyear")
    if number is None:
        return None
    if match.said("quarter"):
        return Portion(of=whole, quarter=number) if number <= 4 else None
    if match.said("half"):
        return Portion(of=whole, half=number) if number <= 2 else None
    return Portion(of=whole)


PORTIONS = {
    "early": "early", "earlier": "early", "beginning": "early", "start": "early", "opening": "early", "first": "early",
    "mid": "mid", "middle": "mid", "midst": "mid", "late": "late", "later": "late", "end": "late", "close": "late",
    "latter": "late",
}  # fmt: skip


def _early_day(match: Match) -> Meaning | None:
    """'early Tuesday', 'late on Sunday': the morning or the night of that day."""
    day = match.meaning("day")
    part = "TNI" if match.said("late") else "TMO"
    if isinstance(day, Point):
        wide = day.day is None and day.weekday is None
        return None if wide or day.part or day.clock else replace(day, part=part)
    return Nested(inner=Point(part=part), outer=day)


_TURN = "'last|previous|preceding|next|following|coming|this|that|same|subsequent|ensuing|current'"

RELATIVE: tuple[Rule, ...] = (
    # days around the day of speech
    rule("today", "relday", "'today'", lambda m: Turn(turn=0, what="day", base=Base.SPEECH)),
    rule("yesterday", "relday", "'yesterday'", lambda m: Step(count=-1, unit="day", base=Base.SPEECH)),
    rule("tomorrow", "relday", "'tomorrow'", lambda m: Step(count=1, unit="day", base=Base.SPEECH)),
    rule("before yesterday", "relday", "'the' 'day' 'before' 'yesterday'",
         lambda m: Step(count=-2, unit="day", base=Base.SPEECH)),
    rule("after tomorrow", "relday", "'the' 'day' 'after' 'tomorrow'",
         lambda m: Step(count=2, unit="day", base=Base.SPEECH)),
    rule("tonight", "relative", "'tonight'", lambda m: Step(count=0, unit="day", base=Base.SPEECH, part="TNI")),
    rule("part tonight", "relative", "PART 'tonight'",
         lambda m: Step(count=0, unit="day", base=Base.SPEECH, part=m.string("PART"))),
    rule("last night", "relative", "'last' 'night'",
         lambda m: Step(count=-1, unit="day", base=Base.SPEECH, part="TNI")),
    rule("this part", "relative", "'this' PART",
         lambda m: Step(count=0, unit="day", base=Base.SPEECH, part=m.string("PART"))),
    rule("that part", "relative", "'that|the'? 'same|that' PART",
         lambda m: Step(count=0, unit="day", base=Base.STORY, part=m.string("PART"))),
    rule("next part", "relative", "'early'? 'the' 'next|following' PART",
         lambda m: Step(count=1, unit="day", base=Base.STORY, part=m.string("PART"))),
    rule("previous part", "relative", "'the' 'previous|preceding' PART",
         lambda m: Step(count=-1, unit="day", base=Base.STORY, part=m.string("PART"))),
    rule("the day before", "relday", "'the' 'day' 'before|after|following'", _day_step),
    rule("relative day", "relative", "relday", lambda m: m.meaning("relday")),
    # turns
    rule("turned unit", "turned", f"'the'? {_TURN} 'very'? SINGLE", _turned_unit),
    rule("that same unit", "turned", "'that|this|the' 'very|same' SINGLE",
         lambda m: Turn(turn=0, what=m.string("SINGLE"), base=Base.STORY)),
    rule("past unit", "turned", "'the|this' 'past' SINGLE",
         lambda m: Stretch(turn=-1, length=Length(count=1, unit=m.string("SINGLE")), base=Base.SPEECH)),
    rule("turned month", "turned", f"'the'? {_TURN} 'past'? named", _turned_point),
    rule("turned day of a month", "turned", "'last|this|next' dayed", _turned_day),
    rule("unit before", "turned", "'the' SINGLE 'before|after'",
         lambda m: Step(count=-1 if m.said("before") else 1, unit=m.string("SINGLE"), base=_base_behind(m))),
    rule("unit after next", "turned", "'the' SINGLE 'before|after' 'last|next'",
         lambda m: Step(count=-2 if m.said("last") else 2, unit=m.string("SINGLE"), base=Base.SPEECH)),
    rule("named month", "named", "month", lambda m: m.meaning("month")),
    rule("named weekday", "named", "weekday", lambda m: m.meaning("weekday")),
    rule("named season", "named", "SEASON", lambda m: Point(season=m.number("SEASON"))),
    rule("at the weekend", "turned", "'the|over' 'weekend'", _weekend),
    rule("at the week-end", "turned", "'the|over' 'week' '-' 'end'", _weekend),
    rule("weekend deed", "turned", "'weekend'", _weekend),
    rule("week-end deed", "turned", "'week' '-' 'end'", _weekend),
    rule("turned", "relative", "turned", lambda m: m.meaning("turned")),
    # steps
    rule("ago", "stepped", "length 'ago'", lambda m: _stepped(m, -1, Base.SPEECH)),
    rule("units ago", "stepped", "PLURAL 'ago'", lambda m: _stepped(m, -1, Base.SPEECH)),
    rule("earlier", "stepped", "length 'earlier|previously|beforehand'", lambda m: _stepped(m, -1, Base.STORY)),
    rule("units earlier", "stepped", "PLURAL 'earlier|before'", lambda m: _stepped(m, -1, Base.STORY)),
    rule("later", "stepped", "length 'later|afterwards|afterward|thereafter'", lambda m: _stepped(m, 1, Base.STORY)),
    rule("units later", "stepped", "PLURAL 'later|after|afterwards'", lambda m: _stepped(m, 1, Base.STORY)),
    rule("before", "stepped", "length 'before|prior'", lambda m: _stepped(m, -1, _base_behind(m))),
    rule("before that", "stepped", "length 'before' 'that'", lambda m: _stepped(m, -1, Base.STORY)),
    rule("after", "stepped", "length 'after'", lambda m: _stepped(m, 1, _base_behind(m))),
    rule("after that", "stepped", "length 'after' 'that'", lambda m: _stepped(m, 1, Base.STORY)),
    rule("from now", "stepped", "length 'from' 'now|today'", lambda m: _stepped(m, 1, Base.SPEECH)),
    rule("in time", "stepped", "'in' length ''s|'' 'time'", lambda m: _stepped(m, 1, Base.SPEECH)),
    rule("stepped", "relative", "stepped", lambda m: m.meaning("stepped")),
    rule("past length", "stretch", "'the|these|this'? 'last|past|previous|preceding' length", _stretch),
    rule("next length", "stretch", "'the|these'? 'next|coming|following|subsequent|ensuing' length", _stretch),
    rule("past units", "stretch", "'the|these' 'last|past|previous|next|coming' PLURAL",
         lambda m: vague(FUTURE if m.said("next") or m.said("coming") else PAST, True)),
    # wholes that something is part of
    rule("outer: turned", "outer", "turned", lambda m: m.meaning("turned")),
    rule("outer: stepped", "outer", "stepped", lambda m: m.meaning("stepped")),
    rule("whole: the unit", "whole", "'the' SINGLE", lambda m: Turn(turn=0, what=m.string("SINGLE"), base=Base.NEAR)),
    rule("whole: month", "whole", "monthed", lambda m: m.meaning("monthed")),
    rule("whole: season", "whole", "seasoned", lambda m: m.meaning("seasoned")),
    rule("whole: year", "whole", "yeared", lambda m: m.meaning("yeared")),
    rule("whole: decade", "whole", "prefixed", lambda m: m.meaning("prefixed")),
    rule("whole: nested", "whole", "nested", lambda m: m.meaning("nested")),
    rule("whole: relative", "whole", "turned", lambda m: m.meaning("turned")),
    rule("year: told", "wholeyear", "yeared", lambda m: m.meaning("yeared")),
    rule("year: turned", "wholeyear", "turned", lambda m: m.meaning("turned")),
    rule("whole: old", "whole", "stepped", lambda m: m.meaning("stepped")),
)  # fmt: skip

PORTIONED: tuple[Rule, ...] = (
    rule("early", "portion", "'the'? 'very'? 'early|late|mid|middle|later' '-|in|to'? 'the'? whole", _portion),
    rule("earlier", "portion", "'earlier|later' 'in|on'? whole", _portion),
    rule("beginning of", "portion",
         "'the'? 'very'? 'beginning|start|middle|end|close|rest|remainder|midst' 'of' whole",
         _portion),
    rule("early part of", "portion", "'the' 'early|later|latter|greater' 'part|days|months|stages' 'of' whole",
         _portion),
    rule("half of", "portion", "'the'? ORD 'half|quarter|part|third' 'of' whole", _half),
    rule("quarter by its letter", "portion", "QUARTER ',|of'? wholeyear",
         lambda m: Portion(of=m.meaning("wholeyear"), quarter=m.number("QUARTER"))),
    rule("latter half of", "portion", "'the' 'latter' 'half' 'of' whole", _half),
    rule("quarter", "portion", "'the'? ORD 'quarter' 'of'? wholeyear", _half),
    rule("first of", "portion", "'the'? 'first|last|final|opening|closing' length 'of' whole", _some_of),
    rule("first unit of", "portion", "'the'? 'first|last|final|opening|closing' UNIT 'of' whole", _some_of),
    rule("unit's end", "portion", "UNIT ''s|-' 'end'",
         _units_end),
    rule("early day", "parted", "'early|late' 'on'? day", _early_day),
    rule("relative part", "parted", "'early|late'? relday PART",
         lambda m: Nested(inner=Point(part=m.string("PART")), outer=m.meaning("relday"))),
)  # fmt: skip


def _holiday(name: str, pattern: str, shift: int) -> Rule:
    eve = "'the'? 'eve' 'of' " if shift else ""
    return rule(
        f"{'eve of ' if shift else ''}{name}",
        "holiday",
        f"{eve}{pattern} holyyear?",
        lambda m: Holiday(name=name, shift=shift, year=m.meaning("holyyear") if m.has("holyyear") else None),
    )


FEASTS: tuple[Rule, ...] = (
    *(_holiday(name, feast.pattern, shift) for name, feast in HOLIDAYS.items() for shift in (0, -1)),
    rule("feast year", "holyyear", "',|of'? year", lambda m: m.meaning("year")),
    rule("feast relative year", "holyyear", "turned", lambda m: m.meaning("turned")),
)
