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
    Repeated,
    Step,
    Stretch,
    Turn,
    Vague,
)
from hearsay.analyses.times.notation import Match, Rule, rule

STORY_AHEAD = frozenset("next following subsequent ensuing".split())
BACK = frozenset("last previous preceding".split())
STORY_TURNS = frozenset("previous preceding following subsequent ensuing same that".split())
SHORT_UNITS = frozenset("second minute hour day".split())
SMALL = {"a": 1.0, "an": 1.0, "one": 1.0, "half": 0.5}


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
    return _turn(match, point, _turn_word(match)) if isinstance(point, Point) else None


def _day_step(match: Match) -> Meaning:
    """'the day before', 'the following day' and their like: from the story, unless an event follows."""
    count = -1 if match.said("before") or match.said("previous") else 1
    return Step(count=count, unit="day", base=_base_behind(match))


def _base_behind(match: Match) -> Base:
    """After 'two days after' an event follows, unless the clause ends there."""
    ends = match.following in ENDS
    return Base.STORY if ends else Base.EVENT


ENDS = frozenset(["", ".", ",", ";", ":", ")", "]", "!", "?", "-", "—", "–", '"', "”", "and", "but", "in", "at", "on"])


def _count(match: Match) -> Length:
    if match.has("TEN"):
        ones = match.maybe("ONE") or 0
        return Length(count=match.number("TEN") + ones, unit="")
    written = match.string("NUM")
    return Length(count=float(written) if written else SMALL.get(match.word(), 1.0), unit="")


def _length(match: Match) -> Meaning | None:
    count = match.meaning("count")
    if not isinstance(count, Length):
        return None
    number = count.count
    unit = match.string("UNIT")
    if unit in ("second", "quarter") and number in (None, 1):
        return None
    if match.said("half") and number is not None:
        number += 0.5
    if number is not None and number >= 1000:
        return None
    return Length(count=number, unit=match.string("UNIT"))


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
    base = Base.SPEECH if word in ("last", "coming") or (word == "next" and not match.said("the")) else Base.STORY
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
    whole = match.meaning("whole")
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


LONG_UNITS = frozenset("hour day night week month year decade century".split())


def _early_day(match: Match) -> Meaning | None:
    """'early Tuesday', 'late on Sunday': the morning or the night of that day."""
    day = match.meaning("day")
    part = "TNI" if match.said("late") else "TMO"
    if isinstance(day, Point):
        wide = day.day is None and day.weekday is None
        return None if wide or day.part or day.clock else replace(day, part=part)
    return Nested(inner=Point(part=part), outer=day)


def _vague(reference: Reference, listed: bool) -> Vague:
    return Vague(reference=reference, listed=listed)


PRESENT, PAST, FUTURE, UNKNOWN = Reference.PRESENT, Reference.PAST, Reference.FUTURE, Reference.UNKNOWN
_TURN = "'last|previous|preceding|next|following|coming|this|that|same|subsequent|ensuing|current'"

RELATIVE: tuple[Rule, ...] = (
    # how many, how long
    rule("number", "count", "NUM", _count),
    rule("tens", "count", "TEN '-'? ONE?", _count),
    rule("one", "count", "'a|an'", _count),
    rule("half", "count", "'half' 'a|an'", lambda m: Length(count=0.5, unit="")),
    rule("couple", "count", "'a' 'couple' 'of'?", lambda m: Length(count=2, unit="")),
    rule("dozen", "count", "'a'? 'dozen'", lambda m: Length(count=12, unit="")),
    rule("some", "count", "'several|many|some|few|various|numerous'", lambda m: Length(count=None, unit="")),
    rule("a few", "count", "'a|only' 'few|number' 'of'?", lambda m: Length(count=None, unit="")),
    rule("hedge", "hedge", "'about|around|approximately|some|nearly|almost|just|only|over|under|roughly|barely|exactly'",
         lambda m: Point()),
    rule("hedge than", "hedge", "'more|less|fewer|longer' 'than'", lambda m: Point()),
    rule("hedge least", "hedge", "'at|up|close' 'least|most|to'", lambda m: Point()),
    rule("hedge mere", "hedge", "'only|just'? 'a' 'mere|further'", lambda m: Point()),
    rule("hedge more than a", "hedge", "'a' 'little' 'more|over|under|less' 'than'?", lambda m: Point()),
    rule("length", "length", "hedge? count adjective? UNIT", _length),
    rule("length, hyphened", "hyphened", "count '-' adjective? UNIT", _length),
    rule("length, hyphened, long", "hyphened", "hyphened '-' 'long|old'", lambda m: m.meaning("hyphened")),
    rule("units long", "hyphened", "UNIT '-' 'long|old'",
         lambda m: Length(count=1, unit=m.string("UNIT"))),
    rule("many units long", "hyphened", "PLURAL '-' 'long|old'", lambda m: Length(count=None, unit=m.string("PLURAL"))),
    rule("unit and a half", "hyphened", "UNIT '-' 'and' '-' 'a' '-' 'half' 'long'?",
         lambda m: Length(count=1.5, unit=m.string("UNIT"))),
    rule("length and a half", "length", "hedge? count 'and' 'a'? 'half' UNIT", _length),
    rule("length and a half, behind", "length", "hedge? count UNIT 'and' 'a' 'half'", _length),
    rule("length adjective", "adjective",
         "'full|whole|long|short|bloody|brutal|consecutive|straight|entire|single|more|other|additional|solid'",
         lambda m: Point()),
    rule("so long", "lasting", "length 'long|old'?", lambda m: m.meaning("length")),
    rule("of age", "lasting", "length 'of' 'age'", lambda m: m.meaning("length")),
    rule("another length", "lasting", "'another|the|those|these' length", lambda m: m.meaning("length")),
    rule("units", "lasting", "PLURAL", lambda m: Length(count=None, unit=m.string("PLURAL"))),
    # days around the day of speech
    rule("today", "relday", "'today'", lambda m: Turn(turn=0, what="day", base=Base.SPEECH)),
    rule("yesterday", "relday", "'yesterday'", lambda m: Step(count=-1, unit="day", base=Base.SPEECH)),
    rule("tomorrow", "relday", "'tomorrow'", lambda m: Step(count=1, unit="day", base=Base.SPEECH)),
    rule("before yesterday", "relday", "'the' 'day' 'before' 'yesterday'",
         lambda m: Step(count=-2, unit="day", base=Base.SPEECH)),
    rule("after tomorrow", "relday", "'the' 'day' 'after' 'tomorrow'",
         lambda m: Step(count=2, unit="day", base=Base.SPEECH)),
    rule("tonight", "relative", "'tonight'", lambda m: Step(count=0, unit="day", base=Base.SPEECH, part="TNI")),
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
    rule("unit before", "turned", "'the' SINGLE 'before|after'",
         lambda m: Step(count=-1 if m.said("before") else 1, unit=m.string("SINGLE"), base=_base_behind(m))),
    rule("unit after next", "turned", "'the' SINGLE 'before|after' 'last|next'",
         lambda m: Step(count=-2 if m.said("last") else 2, unit=m.string("SINGLE"), base=Base.SPEECH)),
    rule("named month", "named", "month", lambda m: m.meaning("month")),
    rule("named weekday", "named", "weekday", lambda m: m.meaning("weekday")),
    rule("named season", "named", "SEASON", lambda m: Point(season=m.number("SEASON"))),
    rule("at the weekend", "turned", "'the|over' 'weekend'", lambda m: Turn(turn=0, what="weekend", base=Base.SPEECH)),
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
         lambda m: _vague(FUTURE if m.said("next") or m.said("coming") else PAST, True)),
    # wholes that something is part of
    rule("outer: turned", "outer", "turned", lambda m: m.meaning("turned")),
    rule("outer: stepped", "outer", "stepped", lambda m: m.meaning("stepped")),
    rule("whole: the unit", "whole", "'the' SINGLE", lambda m: Turn(turn=0, what=m.string("SINGLE"), base=Base.STORY)),
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
    rule("beginning of", "portion", "'the'? 'very'? 'beginning|start|middle|end|close|rest|remainder|turn|midst' 'of' whole",
         _portion),
    rule("early part of", "portion", "'the' 'early|later|latter|greater' 'part|days|months|stages' 'of' whole", _portion),
    rule("half of", "portion", "'the'? ORD 'half|quarter|part|third' 'of' whole", _half),
    rule("latter half of", "portion", "'the' 'latter' 'half' 'of' whole", _half),
    rule("quarter", "portion", "'the'? ORD 'quarter' 'of'? wholeyear", _half),
    rule("first of", "portion", "'the'? 'first|last|final|opening|closing' length 'of' whole", _some_of),
    rule("first unit of", "portion", "'the'? 'first|last|final|opening|closing' UNIT 'of' whole", _some_of),
    rule("unit's end", "portion", "UNIT ''s|-' 'end'",
         lambda m: Portion(of=Turn(turn=0, what=m.string("UNIT"), base=Base.STORY), part="late")),
    rule("early day", "parted", "'early|late' 'on'? day", _early_day),
    rule("relative part", "parted", "'early|late'? relday PART",
         lambda m: Nested(inner=Point(part=m.string("PART")), outer=m.meaning("relday"))),
)  # fmt: skip

VAGUE: tuple[Rule, ...] = (
    rule("recent", "vague", "'recent' PLURAL", lambda m: _vague(PAST, True)),
    rule("coming units", "vague", "'the'? 'coming|future' PLURAL", lambda m: _vague(FUTURE, True)),
    rule("some years", "vague", "'the'? 'early|late|later|final|first|last|formative|closing|opening' PLURAL",
         lambda m: Vague(reference=UNKNOWN, listed=True, unit=m.string("PLURAL"))),
    rule("those days", "vague", "'those|these' PLURAL", lambda m: _vague(UNKNOWN, True)),
    rule("first of an event", "lasting", "'the' 'first|last|final' length", lambda m: m.meaning("length")),
    rule("recently", "vague", "'recently|lately'", lambda m: _vague(PAST, True)),
    rule("soon after", "vague", "'shortly|soon|moments' 'afterwards|afterward|thereafter|later|earlier'",
         lambda m: _vague(UNKNOWN, False)),
    rule("now", "vague", "'right'? 'now|currently|nowadays|presently|current'", lambda m: _vague(PRESENT, False)),
    rule("present day", "vague", "'the'? 'present|modern' '-'? 'day|time'", lambda m: _vague(PRESENT, False)),
    rule("former", "vague", "'former|formerly|recent'", lambda m: _vague(PAST, False)),
    rule("the past", "vague", "'the' 'past'", lambda m: _vague(PAST, False)),
    rule("future", "vague", "'the'? 'future'", lambda m: _vague(FUTURE, False)),
    rule("this time", "vague", "'this|that' 'time|moment|point|era'", lambda m: _vague(PRESENT, False)),
    rule("this period", "vague", "'this|that|these|those' 'period|periods'", lambda m: _vague(UNKNOWN, False)),
    rule("the same time", "vague", "'the|that|this' 'same'? 'time|period|moment|era'", lambda m: _vague(UNKNOWN, False)),
    rule("short time", "vague", "'a' 'very'? 'short|long|brief' 'period|time|while|amount'", lambda m: _vague(UNKNOWN, False)),
    rule("to date", "vague", "'to' 'date'", lambda m: _vague(PRESENT, False)),
    rule("every", "repeated", "'every|each' UNIT", lambda m: Repeated(unit=m.string("UNIT")) if m.string("UNIT") != "second" else None),
    rule("every weekday", "repeated", "'every|each' weekday", lambda m: Repeated(unit="week")),
    rule("per", "repeated", "'per' UNIT", lambda m: Length(count=1, unit=m.string("UNIT"))),
    rule("plural weekday", "repeated", "WEEKDAYS", lambda m: Repeated(unit="week")),
    rule("daily", "repeated", "'daily|everyday|nightly|weekly|monthly|yearly|annually|annual|hourly'",
         lambda m: Repeated(unit=FREQUENCIES[m.word()])),
    rule("the part", "repeated", "'the' PART", lambda m: Point(part=m.string("PART"))),
    rule("part alone", "repeated", "PART", lambda m: Repeated(unit=Point(part=m.string("PART")))),
    rule("one part", "repeated", "'one' PART", lambda m: Repeated(unit=Point(part=m.string("PART")))),
    rule("the unit", "vague", "'the' 'year|years|day|days|period'", lambda m: _vague(UNKNOWN, False)),
    rule("the nth unit", "vague", "'the' nth UNIT",
         lambda m: _vague(UNKNOWN, False) if m.string("UNIT") in LONG_UNITS else None),
    rule("the nth part", "vague", "'the' nth PART", lambda m: _vague(UNKNOWN, False)),
    rule("nth", "nth", "ORD", lambda m: Point()),
    rule("nth last", "nth", "'last|final|opening'", lambda m: Point()),
    rule("the end of that", "vague", "'the' 'end|beginning|start|middle' 'of' vague", lambda m: m.meaning("vague")),
    rule("so a season", "vague", "'the'? 'dry|rainy|wet|monsoon|harvest' 'season'", lambda m: _vague(UNKNOWN, True)),
    rule("the duration", "vague", "'the' 'duration'", lambda m: _vague(UNKNOWN, False)),
)  # fmt: skip
FREQUENCIES = {
    "daily": "day", "everyday": "day", "nightly": "night", "weekly": "week", "monthly": "month", "yearly": "year",
    "annually": "year", "annual": "year", "hourly": "hour",
}  # fmt: skip


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
