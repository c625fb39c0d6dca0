"""The dateline: "KABUL, Afghanistan (AP) —", "QUETTA:", "SAN SALVADOR, 3 JAN 90 (ACAN-EFE) -- [TEXT]".

The forms are those of the agencies' stylebooks and of monitoring services; what they share is an order (place, region,
date, source, separator), which the grammar here follows. The form tells a dateline; only where it is weak ("NZPA-Reuter
Lima Two men ...", which has no separator) is the place looked up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from hearsay.documents.dates import DATE_PATTERN, WEEKDAY_PATTERN, stated_date
from hearsay.vocabulary.gazetteer.gazetteer import shipped_gazetteer
from hearsay.vocabulary.outlets import agency_named, outlet_named

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ"
_CAPS_WORD = rf"(?:[{_UPPER}][{_UPPER}'’.\-]*[{_UPPER}.]|[{_UPPER}]\.)"
_CAPS_PLACE = (
    rf"{_CAPS_WORD}(?:[ /\-]{{1,2}}(?:{_CAPS_WORD}|(?:de|del|el|la|al|and|of|on|du|di)(?=[ ][{_UPPER}]))){{0,5}}"
)
_NAME_WORD = rf"[{_UPPER}][^\W\d_]*(?:['’.\-][^\W\d_]+)*\.?"
_NAME_PLACE = rf"{_NAME_WORD}(?:[ /\-](?:(?:de|del|el|la|al|and|of|on|du|di|es|ul|ar)[ ])?{_NAME_WORD}){{0,4}}"
_DATE = rf"(?:(?:{WEEKDAY_PATTERN},?\s)?(?i:{DATE_PATTERN})|NO[ ]DATE)"
_SOURCE = r"[(\[](?P<source>[^()\[\]]{2,60})\)"
_SLASH_SOURCE = r"/(?P<slashed>[^/\n]{2,40})/"
_BARE_SOURCE = r"(?P<bare>(?!AND\b)[A-Z]{2,9}(?:-[A-Z]{2,9})?)"
_DASH = r"(?:—|–|--|-|‒|―|−|\x97|\x96|_)"  # "_": what archives keep of a wire's dash

_SPACE = r"[ \t\xa0\n\r]"
_DATELINE = re.compile(
    rf"""(?:\[)?
    (?P<place>{_CAPS_PLACE}|{_NAME_PLACE})
    (?:{_SPACE}*\((?P<country>{_NAME_PLACE})\)(?={_SPACE}*,))?
    (?P<region>(?:,{_SPACE}{{0,3}}(?!{_DATE}){_NAME_PLACE}){{0,2}})
    (?:\])?
    (?:[,.]?{_SPACE}{{0,3}}(?P<date>{_DATE})\.?(?:,{_SPACE}\d{{4}}(?!\d))?)?
    (?:,?{_SPACE}{{0,3}}(?:{_SOURCE}|{_SLASH_SOURCE}\.?)|,{_SPACE}{_BARE_SOURCE}(?={_SPACE}*{_DASH}))?
    ,?
    {_SPACE}*
    (?P<mark>{_DASH}+(?={_SPACE}|[{_UPPER}“"‘'\[])|:(?={_SPACE}|[“"]))?
    {_SPACE}*
    """,
    re.VERBOSE,
)
_SOURCE_ONLY = re.compile(rf"\((?P<source>[^()\n]{{2,40}})\)[ \t\xa0]*(?P<mark>{_DASH}+|:)?[ \t\xa0]*")
_PERSON = rf"(?:[{_UPPER}][\w.'’-]*[ ]?){{2,4}}"
_SIGNED = re.compile(  # "(Nora Hale and Osei Dara, Reuters) Two men ..."
    rf"\({_PERSON}(?:and[ ]{_PERSON})?,[ ](?P<source>[^(),]{{2,40}})\){_SPACE}*"
)
_AGENCY_FIRST = re.compile(
    rf"(?P<source>[A-Z][\w.]*(?:[/-][A-Z][\w.]*){{0,2}}),?[ ](?P<place>{_NAME_WORD}(?:[ ]{_NAME_WORD}){{0,3}})"
)
_BACKGROUND = re.compile(rf"(?:\[[^\[\]]{{1,300}}\]{_SPACE}*)+")
_TEXT_MARK = re.compile(r"\[(?:TEXT|EXCERPTS?|SUMMARY|CONTINUED|PASSAGE OMITTED)\]", re.IGNORECASE)
_ASIDE = re.compile(r"(?:WHO|WHICH|WHOSE|WHERE|THAT|AND|BUT|OR)\b")
_LONGEST = 160

_LABELS = frozenset(
    "update updated analysis note photo photos video watch opinion exclusive breaking summary background correction "
    "clarification editor's reporter's question answer live read file image picture caption source sources topic "
    "topics tags tag related more also see published posted by from date time factbox timeline explainer profile "
    "interview editorial commentary comment review report recap alert urgent warning advertisement listen listening "
    "police army witnesses officials taliban militants why what how when who where which q a subject re cc to "
    "killed dead injured wounded toll headline title summary the an this that these".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """`end` is where the report's own words begin. `date` is ISO 8601, None when without a year or absent; `dated`
    says that a day stands there all the same. `source` is what stands in brackets or slashes, as written."""

    end: int
    place: str | None
    date: str | None
    dated: bool
    source: str | None


def dateline(text: str, *, shouting: bool = False) -> Dateline | None:
    """The dateline at the start of `text`, a paragraph; None when it has none.

    `shouting`: the report is all in capitals, so that capitals do not tell a place.
    """
    match = _DATELINE.match(text)
    if match and _is_dateline(match, text, shouting):
        return _made(match, text)
    return _source_alone(text) or _source_first(text)


def _is_dateline(match: re.Match[str], text: str, shouting: bool) -> bool:
    place, mark = match["place"], match["mark"]
    if match.end() > _LONGEST or place.split()[0].rstrip(".:").casefold() in _LABELS:
        return False
    if (
        not (place.isupper() and not shouting)
        and match["source"]
        and not (match["date"] or _known(match) or (mark and _is_source_form(match["source"]) and _is_town(place)))
    ):
        return False
    dated = match["date"] is not None
    sourced = any(match[name] for name in ("source", "slashed", "bare"))
    rest = text[match.end() :]
    if not rest.strip():  # a paragraph of its own: "KABUL, Afghanistan (AP) —", "Islamabad, Pakistan"
        return bool(mark or dated or (sourced and match["region"])) and not text.rstrip().endswith(".")
    if not re.match(rf"[{_UPPER}\d“\"‘'\[(…]|\.\.\.|[a-z]+(?=[{_UPPER}])", rest):
        return False
    if (dated and (mark or sourced)) or (sourced and mark):
        return True
    if sourced:
        return not shouting and place.isupper() and bool(match["slashed"])
    if not mark:
        return False
    capitals = place.isupper() and not shouting and len(place) > 2
    if (
        mark == ":"
    ):  # "Obama: ..." is a speaker or a label: a name in small letters has to be told as a place further on
        return capitals or (not shouting and _bare_name(place, rest) and _is_told_as_place(place, rest))
    spaced = not mark.startswith("-") or mark.startswith("--") or text[match.start("mark") - 1].isspace()
    if not spaced:
        return False
    if shouting:
        return (
            mark.startswith(("--", "—")) and len(place.split()) <= 3 and not match["region"] and not _ASIDE.match(rest)
        )
    return capitals or _bare_name(place, rest)


def _known(match: re.Match[str]) -> bool:
    return outlet_named(" ".join(match["source"].split())) is not None


def _is_source_form(words: str) -> bool:
    """Whether the words in the brackets are names, as of a source that no list has: "(Hills Post/Agencies)"."""
    return all(re.match(rf"[{_UPPER}]", word) for word in re.split(r"[\s/-]+", words)) and len(words.split()) <= 3


def _is_town(name: str) -> bool:
    return any(one.is_populated for one in shipped_gazetteer().named(name.casefold()))


def _is_told_as_place(place: str, rest: str) -> bool:
    return re.search(rf"\b(?:in|at|near|from|of|to|around|outside|across)\s+{re.escape(place)}\b", rest) is not None


def _bare_name(place: str, rest: str) -> bool:
    """Whether "Quetta - Gunmen ..." can be a dateline: no aside between two dashes, no long name, a whole sentence."""
    words = place.split()
    if rest[0] in "“\"‘'":  # "Obama: “We will ..." is a speaker
        return False
    sentence = re.split(r"[.!?]\s", rest, maxsplit=1)[0]
    aside = re.search(rf"\s{_DASH}{{1,2}}\s", sentence[:120])
    return len(words) <= 3 and not aside and len(sentence.split()) >= 6


def _made(match: re.Match[str], text: str) -> Dateline:
    source = match["source"] or match["slashed"] or match["bare"]
    stated = stated_date(match["date"]) if match["date"] else None
    return Dateline(
        end=_behind_background(text, match.end()),
        place=" ".join(match["place"].split()),
        date=stated.value if stated else None,
        dated=stated is not None,
        source=" ".join(source.split()) if source else None,
    )


def _behind_background(text: str, end: int) -> int:
    """Behind "[REPORT] [BY ...] [TEXT]", which monitoring services put between the dateline and the text."""
    match = _BACKGROUND.match(text, end)
    if not match:
        return end
    marks = list(_TEXT_MARK.finditer(text, end, match.end()))
    if not marks:
        return end
    close = marks[-1].end()
    return close + len(text[close:]) - len(text[close:].lstrip())


def _source_alone(text: str) -> Dateline | None:
    """ "(Reuters) - text", "(CNN) text": an agency's or outlet's name in brackets opens the report."""
    signed = _SIGNED.match(text)
    if signed and text[signed.end() :].strip() and outlet_named(signed["source"].strip()):
        return Dateline(end=signed.end(), place=None, date=None, dated=False, source=signed["source"].strip())
    match = _SOURCE_ONLY.match(text)
    if not match or not text[match.end() :].strip():
        return None
    words = match["source"].split()
    if len(words) > 5 or not re.match(rf"[{_UPPER}]", match["source"]) or not (match["mark"] or len(words) <= 2):
        return None
    return Dateline(end=match.end(), place=None, date=None, dated=False, source=" ".join(words))


def _source_first(text: str) -> Dateline | None:
    """ "NZPA-Reuter Lima Two men have ...": the agency, a town and at once the text, as newspapers set it."""
    match = _AGENCY_FIRST.match(text)
    if not match or agency_named(match["source"]) is None:
        return None
    words = match["place"].split()
    for length in range(len(words), 0, -1):
        place = " ".join(words[:length])
        end = match.start("place") + len(place)
        rest = re.match(rf",?{_SPACE}+{_DASH}?{_SPACE}*(?=[{_UPPER}“\"‘'])", text[end:])
        if rest and _is_town(place):
            return Dateline(end=end + rest.end(), place=place, date=None, dated=False, source=match["source"])
    return None
