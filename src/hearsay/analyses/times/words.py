"""The words that time is told in, as data: what each word may be, and its value.

A word may be several things ("second" is an ordinal and a unit); the grammar decides by what stands around it.
"""

from __future__ import annotations

from collections.abc import Iterable

MONTHS = ("january february march april may june july august september october november december").split()
MONTH_ABBREVIATIONS = {
    "jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAY_ABBREVIATIONS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
UNITS = "second minute hour day week month year decade century".split()
OTHER_UNITS = {
    "centuries": "century", "fortnight": "fortnight", "fortnights": "fortnight", "quarter": "quarter",
    "weekend": "weekend", "weekends": "weekend", "hrs": "hour", "mins": "minute", "half-century": "half-century",
    "night": "night", "nights": "night",
}  # fmt: skip
ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
ONES += "seventeen eighteen nineteen".split()
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
TENS_ORDINALS = {"twentieth": 20, "thirtieth": 30}
DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24, "summertime": 22, "wintertime": 24}
PARTS = {
    "morning": "TMO", "mornings": "TMO", "dawn": "TMO", "daybreak": "TMO", "sunrise": "TMO", "forenoon": "TMO",
    "noon": "T12:00", "midday": "T12:00", "noontime": "T12:00", "lunchtime": "TAF",
    "afternoon": "TAF", "evening": "TEV", "dusk": "TEV", "sunset": "TEV", "nightfall": "TNI", "night": "TNI",
    "nighttime": "TNI", "night-time": "TNI", "midnight": "TNI", "overnight": "TNI", "daytime": "TDT",
}  # fmt: skip
"""The part of a day that a word names, as a TIMEX suffix."""

ZONES = frozenset("gmt utc est edt cst cet ist pst bst z hours hrs hour".split())


def _meanings() -> dict[str, dict[str, int | str]]:
    table: dict[str, dict[str, int | str]] = {}

    def put(kind: str, pairs: Iterable[tuple[str, int | str]]) -> None:
        for word, value in pairs:
            table.setdefault(word, {})[kind] = value

    put("MONTH", ((word, number) for number, word in enumerate(MONTHS, 1)))
    put("ABBR", MONTH_ABBREVIATIONS.items())
    put("WEEKDAY", ((word, number) for number, word in enumerate(WEEKDAYS)))
    put("WKDABBR", WEEKDAY_ABBREVIATIONS.items())
    put("WEEKDAYS", ((f"{word}s", number) for number, word in enumerate(WEEKDAYS)))
    put("UNIT", ((word, word) for word in UNITS))
    put("UNIT", ((f"{word}s", word) for word in UNITS))
    put("UNIT", OTHER_UNITS.items())
    put("SINGLE", ((word, word) for word in (*UNITS, "fortnight", "quarter", "weekend", "night")))
    put("PLURAL", ((f"{word}s", word) for word in UNITS))
    put("PLURAL", (("centuries", "century"), ("nights", "night")))
    put("NUM", ((word, number) for number, word in enumerate(ONES)))
    put("NUM", [("hundred", 100)])
    put("ONE", ((word, number) for number, word in enumerate(ONES[:10])))
    put("TEN", TENS.items())
    put("ORD", ((word, number) for number, word in enumerate(ORDINALS, 1)))
    put("ORD", TENS_ORDINALS.items())
    put("DECADEWORD", DECADES.items())
    put("SEASON", SEASONS.items())
    put("PART", PARTS.items())
    put("ZONE", ((word, word) for word in ZONES))
    return table


MEANINGS = _meanings()
"""Lower-case word -> what it may be -> its value."""
