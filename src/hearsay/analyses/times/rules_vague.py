"""The rules for how long ("two years"), how often ("every day"), and words that place nothing ("recently", "now")."""

from __future__ import annotations

from hearsay.analyses.times.meaning import Length, Meaning, Point, Reference, Repeated, Vague
from hearsay.analyses.times.notation import Match, Rule, rule

SMALL = {"a": 1.0, "an": 1.0, "one": 1.0, "half": 0.5}
LONG_UNITS = frozenset("hour day night week month year decade century".split())
FREQUENCIES = {
    "daily": "day", "everyday": "day", "nightly": "night", "weekly": "week", "monthly": "month", "yearly": "year",
    "annually": "year", "annual": "year", "hourly": "hour",
}  # fmt: skip
PRESENT, PAST, FUTURE, UNKNOWN = Reference.PRESENT, Reference.PAST, Reference.FUTURE, Reference.UNKNOWN


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


def vague(reference: Reference, listed: bool) -> Vague:
    """A time that cannot be placed."""
    return Vague(reference=reference, listed=listed)


LENGTHS: tuple[Rule, ...] = (
    # how many, how long
    rule("number", "count", "NUM", _count),
    rule("tens", "count", "TEN '-'? ONE?", _count),
    rule("one", "count", "'a|an'", _count),
    rule("half", "count", "'half' 'a|an'", lambda m: Length(count=0.5, unit="")),
    rule("couple", "count", "'a' 'couple' 'of'?", lambda m: Length(count=2, unit="")),
    rule("dozen", "count", "'a'? 'dozen'", lambda m: Length(count=12, unit="")),
    rule("some", "count", "'several|many|some|few|various|numerous'", lambda m: Length(count=None, unit="")),
    rule("a few", "count", "'a|only' 'few|number' 'of'?", lambda m: Length(count=None, unit="")),
    rule("hedge", "hedge",
         "'about|around|approximately|some|nearly|almost|just|only|over|under|roughly|barely|exactly'",
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
)  # fmt: skip

VAGUE: tuple[Rule, ...] = (
    rule("recent", "vague", "'recent' PLURAL", lambda m: vague(PAST, True)),
    rule("coming units", "vague", "'the'? 'coming|future' PLURAL", lambda m: vague(FUTURE, True)),
    rule("some years", "vague", "'the'? 'early|later|final|formative|closing|opening' PLURAL",
         lambda m: Vague(reference=UNKNOWN, listed=True, unit=m.string("PLURAL"))),
    rule("the last years", "vague", "'the' 'first|last|late' PLURAL",
         lambda m: Vague(reference=UNKNOWN, listed=True, unit=m.string("PLURAL"))),
    rule("turn of the century", "vague", "'the' 'turn' 'of' 'the' 'century'", lambda m: vague(UNKNOWN, True)),
    rule("those days", "vague", "'those|these' PLURAL", lambda m: vague(UNKNOWN, True)),
    rule("first of an event", "lasting", "'the' 'first|last|final' length", lambda m: m.meaning("length")),
    rule("recently", "vague", "'recently|lately'", lambda m: vague(PAST, True)),
    rule("soon after", "vague", "'shortly|soon|moments' 'afterwards|afterward|thereafter|later|earlier'",
         lambda m: vague(UNKNOWN, False)),
    rule("now", "vague", "'right'? 'now|currently|nowadays|presently|current'", lambda m: vague(PRESENT, False)),
    rule("present day", "vague", "'the'? 'present|modern' '-'? 'day|time'", lambda m: vague(PRESENT, False)),
    rule("former", "vague", "'former|formerly|recent'", lambda m: vague(PAST, False)),
    rule("the past", "vague", "'the' 'past'", lambda m: vague(PAST, False)),
    rule("future", "vague", "'the'? 'future'", lambda m: vague(FUTURE, False)),
    rule("this time", "vague", "'this|that' 'time|moment|point|era'", lambda m: vague(PRESENT, False)),
    rule("this period", "vague", "'this|that|these|those' 'period|periods'", lambda m: vague(UNKNOWN, False)),
    rule("the same time", "vague", "'the|that|this' 'same'? 'time|period|moment|era'", lambda m: vague(UNKNOWN, False)),
    rule("short time", "vague", "'a' 'very'? 'short|long|brief' 'period|time|while|amount'",
         lambda m: vague(UNKNOWN, False)),
    rule("to date", "vague", "'to' 'date'", lambda m: vague(PRESENT, False)),
    rule("every", "repeated", "'every|each' UNIT",
         lambda m: Repeated(unit=m.string("UNIT")) if m.string("UNIT") != "second" else None),
    rule("every weekday", "repeated", "'every|each' weekday", lambda m: Repeated(unit="week")),
    rule("per", "repeated", "'per' UNIT", lambda m: Length(count=1, unit=m.string("UNIT"))),
    rule("plural weekday", "repeated", "WEEKDAYS", lambda m: Repeated(unit="week")),
    rule("daily", "repeated", "'daily|everyday|nightly|weekly|monthly|yearly|annually|annual|hourly'",
         lambda m: Repeated(unit=FREQUENCIES[m.word()])),
    rule("the part", "repeated", "'the' PART", lambda m: Point(part=m.string("PART"))),
    rule("part alone", "repeated", "PART", lambda m: Repeated(unit=Point(part=m.string("PART")))),
    rule("one part", "repeated", "'one' PART", lambda m: Repeated(unit=Point(part=m.string("PART")))),
    rule("the unit", "vague", "'the' 'year|years|day|days|period'", lambda m: vague(UNKNOWN, False)),
    rule("the nth unit", "vague", "'the' nth UNIT",
         lambda m: vague(UNKNOWN, False) if m.string("UNIT") in LONG_UNITS else None),
    rule("the nth part", "vague", "'the' nth PART", lambda m: vague(UNKNOWN, False)),
    rule("nth", "nth", "ORD", lambda m: Point()),
    rule("nth last", "nth", "'last|final|opening'", lambda m: Point()),
    rule("the end of that", "vague", "'the' 'end|beginning|start|middle' 'of' vague", lambda m: m.meaning("vague")),
    rule("so a season", "vague", "'the'? 'dry|rainy|wet|monsoon|harvest' 'season'", lambda m: vague(UNKNOWN, True)),
    rule("the duration", "vague", "'the' 'duration'", lambda m: vague(UNKNOWN, False)),
)  # fmt: skip
