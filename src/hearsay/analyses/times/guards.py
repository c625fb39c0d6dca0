"""What looks like a time and is none: "may" the verb, "march" the walk, 2,000 people, Theresa May, 6 April Movement.

Each guard is a named veto over a candidate in its sentence; a candidate stands when none speaks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from hearsay.analyses.times.lexing import Lexeme
from hearsay.analyses.times.meaning import Meaning, Point
from hearsay.analyses.times.notation import FUNCTION_WORDS
from hearsay.records.analysis import Token

LEADERS = frozenset(
    """in since during from until till by after before between early late mid through throughout last next this
    past of to around about circa on and or for ( [ as -""".split()
)
"""Words that a time may follow."""
FIRM_LEADERS = frozenset("in since during until till by early late mid throughout last next this".split())
QUALIFIERS = frozenset("the its his their of in since during from by our".split())
"""Words before a year that qualifies a plural: "of 1913 levels", "in 2003 troops"."""
COUNTED = frozenset(
    """people men women children troops dead persons police civilians km kilometres kilometers miles metres meters
    kg tonnes tons percent per dollars euros pounds rupees barrels feet hectares acres victims others more mm
    million billion year years month months week weeks day days hour hours minutes + thousand hundred strong""".split()
)
NUMBERED = frozenset(
    """$ £ € # no number flight resolution article section page room highway route than nearly almost chapter
    paragraph some approximately least most unit boeing airbus operation channel bus battalion brigade""".split()
)
NAMES_BEHIND = frozenset(
    """movement group organisation organization brigade brigades martyrs front army street square bridge university
    mosque hospital stadium coalition times post herald mail telegraph club avenue road party battalion forces
    airport mall committee league commune alliance camp""".split()
)
GROUP_WORDS = frozenset("movement organisation organization brigade brigades".split())
NAMES_BEFORE = frozenset("black bloody long arab prague usa russia pakistan india bangladesh man red".split())
TITLES = frozenset("mr mrs ms miss dr sir lady minister premier president pm theresa brian secretary judge".split())
ORDINAL_ENDS = frozenset(["", ".", ",", ";", ":", ")", "-"]) | frozenset(
    "and but at in when to by was were had is the he she they it police".split()
)
POSSESSIVE = frozenset("his her their my your our its".split())
DEEDS = frozenset(
    """ambush assault attack battle blast blaze bomb bombing carnage clash clashes crash disorder explosion fighting
    fire killing massacre murder offensive protest raid rally riot rioting shelling shooting siege slaying standoff
    strike unrest violence""".split()
)
"""What a weekend is told of by: "the weekend riots"."""
EVERY = frozenset("every each per most many some any long".split())
_FAR_DEED = 4  # words: "weekend suicide truck bomb", "week-end of grim political disorder"
PLURAL_ENDS_NOT = ("ss", "us", "is")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A reading in its sentence: `lexemes[first:last]`. `capitals`: the sentence is written in capitals only."""

    lexemes: Sequence[Lexeme]
    first: int
    last: int
    meaning: Meaning
    rule: str
    capitals: bool
    tokens: Mapping[int, Token]

    @property
    def before(self) -> str:
        """The word before it, lower case."""
        return self.lexemes[self.first - 1].lower if self.first else ""

    @property
    def after(self) -> str:
        """The word behind it, lower case."""
        return self.lexemes[self.last].lower if self.last < len(self.lexemes) else ""

    @property
    def head(self) -> Lexeme:
        """Its first lexeme."""
        return self.lexemes[self.first]

    @property
    def alone(self) -> bool:
        """True when it is one word or number."""
        return self.last - self.first == 1

    def is_counted(self) -> bool:
        """True when what follows looks like what is being counted: "people", "rebels"."""
        if self.last >= len(self.lexemes):
            return False
        behind = self.lexemes[self.last]
        if behind.lower in COUNTED or behind.lower == "%":
            return True
        plural = behind.lower.endswith("s") and len(behind.lower) > 3 and behind.is_word
        return plural and not behind.lower.endswith(PLURAL_ENDS_NOT) and (behind.text[0].islower() or self.capitals)


def is_number_of_things(item: Candidate) -> bool:
    """A bare number of four digits that counts, names or prices something."""
    if not isinstance(item.meaning, Point) or item.meaning.year is None or item.meaning.month or item.meaning.season:
        return False
    if item.before == "at" and "YEAR" in item.lexemes[item.last - 1].kinds:
        return True  # the clock, as armies tell it
    if item.meaning.approximate and item.meaning.year % 100 == 0 and item.before not in FIRM_LEADERS:
        return True
    if item.meaning.approximate and item.is_counted():
        return True
    if not item.alone or not item.head.text.isdigit():
        return False
    if item.before in NUMBERED or (item.before == "-" and item.head.glued and not _dashed_year(item)):
        return True
    if item.is_counted():
        countable = item.after in COUNTED or item.meaning.year % 100 == 0
        return countable or item.before not in QUALIFIERS
    return not 1800 <= item.meaning.year <= 2100 and item.before not in LEADERS and item.before != "the"


def _dashed_year(item: Candidate) -> bool:
    two = item.lexemes[item.first - 2] if item.first > 1 else None
    return two is not None and ("YEAR" in two.kinds or two.is_word)


def is_modal_or_verb(item: Candidate) -> bool:
    """'may', 'march', 'august', and months cut short, where they are no months."""
    named = [
        lexeme for lexeme in item.lexemes[item.first : item.last] if "MONTH" in lexeme.kinds or "ABBR" in lexeme.kinds
    ]
    if not named:
        return False
    month = named[0]
    shy = month.lower in ("may", "march", "august", "mar", "dec", "jan")
    dated = isinstance(item.meaning, Point) and item.meaning.year is not None
    numbered = month.lower != "may" and any("DAY" in part.kinds for part in item.lexemes[item.first : item.last])
    if shy and month.text.islower() and not dated and not numbered:
        return True
    if not item.alone and not (month.lower == "may" and item.last - item.first == 2):
        return False
    if item.alone and "ABBR" in month.kinds:
        return month.text.islower() or (item.capitals and item.before not in FIRM_LEADERS)
    if month.lower not in ("may", "march"):
        return False
    if item.alone and month.lower == "march" and item.before in ("the", "a", "'s", "'s", "along"):
        return True
    led = item.before in LEADERS
    if item.capitals or item.first == 0 or item.before in ('"', "“", "'", "‘", "(", "-", ":"):
        return not led if item.alone else item.is_counted()
    return False


def is_day_that_counts(item: Candidate) -> bool:
    """'In May 12 people were killed': the number goes with what follows."""
    end = item.lexemes[item.last - 1]
    if "DAY" not in end.kinds or item.alone or item.last - item.first > 3:
        return False
    first = item.lexemes[item.first]
    return item.before in ("in", "since", "last", "during", "by") and item.is_counted() and "DAY" not in first.kinds


def is_short_weekday(item: Candidate) -> bool:
    """'sun', 'sat', 'mon' as words."""
    if "WKDABBR" not in item.head.kinds or not all(
        lexeme.lower == "." for lexeme in item.lexemes[item.first + 1 : item.last]
    ):
        return False
    return item.head.text.islower() or item.capitals or item.before not in ("on", "last", "next", "this", "since")


def is_proper_name(item: Candidate) -> bool:
    """A date inside a name: the 6 April Movement, Black September, Theresa May, Sunday Times, USA Today."""
    behind = item.lexemes[item.last] if item.last < len(item.lexemes) else None
    if behind is not None and _names_what_is_before(item, behind):
        return not any("YEAR" in lexeme.kinds for lexeme in item.lexemes[item.first : item.last])
    if not item.alone or not item.head.is_word or not item.head.text[0].isupper():
        return False
    before = item.lexemes[item.first - 1] if item.first else None
    if before is None:
        return False
    if before.lower in TITLES and ("MONTH" in item.head.kinds):
        return True
    if before.lower in NAMES_BEFORE and before.text[0].isupper() and not item.capitals:
        return True
    if item.rule == "holiday":
        return before.text[0].isupper() and item.first > 1 and not item.capitals and not before.kinds
    named = before.text[0].isupper() and item.first > 1 and not item.capitals
    return item.head.lower in ("today", "now") and named


def _names_what_is_before(item: Candidate, behind: Lexeme) -> bool:
    """ "Movement" makes a name of the date before it; where a text's case says nothing, only such a word does."""
    if behind.text[0].isupper() and not item.capitals:
        return behind.lower in NAMES_BEHIND
    return behind.lower in GROUP_WORDS and item.before not in ("on", "since", "until", "by")


def is_in_an_entity(item: Candidate) -> bool:
    """The name tagger holds it for a person's or an organisation's name."""
    if not item.alone or item.head.text.isdigit():
        return False
    token = item.tokens.get(item.head.start)
    return token is not None and token.entity in ("PER", "ORG")


def is_season_verb(item: Candidate) -> bool:
    """'fall' and 'spring' as verbs, or what is no season."""
    if not isinstance(item.meaning, Point) or item.meaning.season is None or item.meaning.year is not None:
        return False
    word = item.lexemes[item.last - 1]
    if word.lower == "fall":
        led = item.before in ("in", "last", "next", "this", "by", "during", "since", "until", "early", "late")
        return not led or item.after == "of" or (item.alone and item.before in ("this", "by"))
    return word.lower == "spring" and (item.after in ("from", "up") or item.before in ("to", "will"))


def is_loose_season(item: Candidate) -> bool:
    """A season by itself is listed only where something says that it is a time."""
    if not isinstance(item.meaning, Point) or item.meaning.season is None or item.meaning.year is not None:
        return False
    led = item.before in ("in", "during", "by", "until", "since", "through", "throughout", "of", "over", "for", "every")
    return not led or (item.alone and item.after in ("camp", "school", "olympics", "games", "coat", "coats"))


def is_age_decade(item: Candidate) -> bool:
    """'in his early 20s'."""
    decade = [lexeme for lexeme in item.lexemes[item.first : item.last] if "DECADE" in lexeme.kinds]
    if not decade or len(decade[0].lower) > 3:
        return False
    near = {lexeme.lower for lexeme in item.lexemes[max(0, item.first - 2) : item.last]}
    return bool(near & POSSESSIVE) or ("the" not in near and item.before not in ("'", "’"))


def is_short_year_with_more(item: Candidate) -> bool:
    """'3 January 90 people': two digits are a year only where nothing is counted by them."""
    if not isinstance(item.meaning, Point) or not item.meaning.short_year:
        return False
    behind = item.lexemes[item.last] if item.last < len(item.lexemes) else None
    return behind is not None and behind.is_word and behind.lower not in ("and", "at", "to", "in", "on", "by")


def is_loose_ordinal(item: Candidate) -> bool:
    """'the 15th' of something else than a month."""
    if item.rule != "ordinal":
        return False
    if item.before not in ("on", "by", "until", "since", "from", "before", "after", "of", "to"):
        return True
    return item.after not in ORDINAL_ENDS


def is_any_weekday(item: Candidate) -> bool:
    """'Friday prayers', 'on a Monday': said of no one day."""
    if not item.alone or "WEEKDAY" not in item.head.kinds:
        return False
    some = item.before in ("a", "any", "one", "some", "another")
    modifies = item.after.isalpha() and item.after not in FUNCTION_WORDS
    return (some and not modifies) or item.after in ("prayers", "prayer", "sermon", "sermons")


def is_any_weekend(item: Candidate) -> bool:
    """A weekend without its article, unless it is that of a deed: "a weekend bombing", "a week-end of violence".

    "A weekend" before a deed is no length of time: the weekend is read alone.
    """
    words = [lexeme.lower for lexeme in item.lexemes[item.first : item.last]]
    behind = [lexeme.lower for lexeme in item.lexemes[item.last : item.last + _FAR_DEED]]
    if words == ["a", "week"]:
        return behind[:2] == ["-", "end"]
    if words not in (["weekend"], ["a", "weekend"], ["week", "-", "end"]):
        return False
    told = any(word in DEEDS or word.removesuffix("s") in DEEDS for word in behind)
    return told if words[0] == "a" else not told or item.before in EVERY


GUARDS: tuple[Callable[[Candidate], bool], ...] = (
    is_number_of_things,
    is_modal_or_verb,
    is_day_that_counts,
    is_short_weekday,
    is_proper_name,
    is_in_an_entity,
    is_season_verb,
    is_age_decade,
    is_short_year_with_more,
    is_loose_ordinal,
    is_any_weekend,
)


def stands(item: Candidate) -> bool:
    """True when no guard speaks against the candidate."""
    return not any(guard(item) for guard in GUARDS)
