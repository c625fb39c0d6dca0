"""Who wrote, photographed and supplied a report: bylines, credits, signatures and contributor lines.

Each function here takes one paragraph and says what it is by its form; names of agencies and outlets come from the
vocabulary. That an agency contributed, or that a report has "inputs from agencies", does not make it the origin.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from hearsay.documents.dates import stated_date
from hearsay.records.actor import ActorKind
from hearsay.vocabulary.outlets import Outlet, outlet_named

_LONGEST = 25  # words; the longest byline of three reporters, two places and a beat
_SENTENCE = 7  # words; a longer line that ends in a full stop says something
_CAPTION = 70  # words

_JOBS = (
    r"(?:(?:special|staff|senior|chief|political|crime|foreign|diplomatic|defen[cs]e|security|world|national|bureau|"
    r"south asia|middle east|africa|our|own|associated press|special to|staff and|news)\s+)*"
    r"(?:correspondents?|reporters?|writers?|editors?|bureau(?: chief)?|desk|team|staff|monitoring desk|web desk|"
    r"news agenc(?:y|ies)|agenc(?:y|ies)|newsroom|report|wire services?|wires?|sources?)"
)
_JOB = re.compile(rf"^(?:(?:our|the|from|by)\s+)*{_JOBS}$", re.IGNORECASE)
_BY = re.compile(
    r"^(?:(?:written|reported|posted|published|story|words|article|report|text|compiled)\s+)?by\s*[:|]?\s+(?P<who>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_FROM = re.compile(r"^from\s+(?P<who>(?:our|a)\s+.*|[A-Z].*?\bin\s+[A-Z].*)$", re.IGNORECASE | re.DOTALL)
_WIRES = re.compile(
    r"from\s+(?P<who>(?:\S+\s+){0,4}?(?:(?:wire|news)\s+)?(?:services|dispatches|wires|reports))|"
    r"from\s+(?P<source>.+)",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"(?P<who>[A-Z][\w.&]*(?: [A-Z][\w.&]*){0,3})['’]s? (?:\w+ ){0,2}(?:archives?|newsletters?|site|website|app|"
    r"coverage|terms|privacy|newsroom|journalism|editions?|alerts)\b"
)
_PROMOTING = re.compile(
    r"\b(?:content|offers?|e-?mails?|newsletters?|alerts?|updates|stories|headlines|journalism|communications) from "
    r"(?:the )?(?P<who>(?:[A-Z][\w.&]*(?: (?=[A-Z]))?){1,4})"
)
_MASTHEAD = re.compile(
    r"^(?P<who>(?:The )?[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,3}?)"
    r"(?P<kind> (?:Newspapers?|Online|Archives?|Home ?[Pp]age|Logo|News ?[Ss]ite|Web ?[Ss]ite))?$"
)
_SPECIAL = re.compile(r"^(?:special|exclusive) (?:to|for) (?P<who>(?:the )?[A-Z].*)$", re.IGNORECASE)
_GLUED = re.compile(r"(?<=[A-Za-z])(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,)")  # "By APFriday, July 2, 2010"
_SUFFIX = re.compile(r"\s+[–—|-]\s+(?P<who>[^–—|]{2,40})$")
_NAME = r"(?P<who>[A-Z][\w.'-]*(?:\s[A-Z][\w.'-]*){0,2})"
_TOLD = re.compile(
    rf"\b(?:told|tells|said to|speaking to|interview with)\s+(?:the\s+)?{_NAME}|"
    r"\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Tt]wo)\s+(?P<of>[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2})\s+"
    r"(?:correspondents?|reporters?|journalists?|photographers?|camera(?:man|men|woman)|videographers?|witness|tally|count)\b"
)
_MEDIUM = (
    r"(?:news\s+)?(?:agency|agencies|newspaper|radio|television|tv|channel|station|broadcaster|daily|website|wire)"
)
_CITED = (
    re.compile(
        rf"\b(?:[Aa]ccording\s+to|(?:reported|quoted|cited|carried|published)\s+by)\s+(?:the\s+)?{_NAME}(?!['’]s?\b)"
    ),
    re.compile(rf"\b(?i:{_MEDIUM}),?\s+{_NAME}"),
    re.compile(rf"{_NAME}\s(?i:{_MEDIUM})\b"),
    re.compile(rf"{_NAME}\s(?:has\s|had\s|also\s)?(?:reported|reports|quoted|quotes|cited)\b"),
)
_LONGEST_PART = 8  # words of a date line, with its time and zone
_CUT = re.compile(
    r"\s*(?:[|•·/]|\s[–—-]\s|\bupdated\b|\bpublished\b|\bposted\b|\blast\s+updated\b|\bon\s+(?=\w+\s+\d)|"
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|"
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d|\d{1,2}[:/.]\d{2}|\d{1,2}\s+\w+\s+\d{4})",
    re.IGNORECASE,
)
_PARTICLE = r"(?:bin|bint|ibn|al|el|de|del|della|di|da|dos|van|von|der|den|ul|ur|e|y|abu|la|le|ben)(?=\s)"
_PERSON_WORD = rf"(?:[A-ZÀ-ÖØ-Þ][\w'’\-]*\.?|{_PARTICLE})"
_PERSON = rf"{_PERSON_WORD}(?:\s+{_PERSON_WORD}){{1,4}}"
_PEOPLE = re.compile(rf"{_PERSON}(?:(?:\s*,\s*(?:and\s+)?|\s+(?:and|&|AND)\s+){_PERSON}){{0,5}}")
_PLACE_TAIL = re.compile(r",?\s+(?:in|at|IN|AT)\s+[A-ZÀ-Þ].*$", re.DOTALL)
_FOR_TAIL = re.compile(r"\s+(?:for|of|with)\s+(?:the\s+)?(?P<outlet>.+)$", re.IGNORECASE)

_CREDIT_HEAD = re.compile(
    r"^[\[(]?(?:(?:file|handout|archive|ap|afp|reuters|epa|getty|ani|pti|xinhua|stringer)\s+)*"
    r"(?:photos?|pictures?|images?|photographs?|pic|photo credits?|image credits?|credits?|courtesy|illustration|"
    r"video(?: still)?|screengrab|graphic|caption)\b\s*(?:[:/©—–|-]|by\b|courtesy\b|credit\b|via\b|source\b|file\b)",
    re.IGNORECASE,
)
_PHOTO = re.compile(
    r"(?:AP Photo|AFP PHOTO|AFP Photo|REUTERS/|Reuters/\w|AFP/Getty|/AFP\b|/AP\b|/EPA\b|/Reuters\b|/REUTERS\b|"
    r"Getty Images|via AP\b|via REUTERS|via Reuters|\bXinhua/|Anadolu Agency/|[Ff]ile [Pp]hoto|\[File[:\]]|"
    r"[Pp]hotograph(?: by)?:|[Pp]hoto(?: by| courtesy|graph by|:)|"
    r"[Ii]mage (?:credit|courtesy|copyright|caption|source)|"
    r"[Hh]andout (?:via|photo)|©\s?(?:\d{4}\s)?[A-Z])"
)
_NAME_DASH_SOURCE = re.compile(
    rf"^[\[(]?(?:{_PERSON}|[A-Z]\w+)\s*(?P<mark>[—–/|]|\s-\s|--|,)\s*(?P<source>[A-Z][\w.& ]{{1,40}}?)[\])]?$"
)
_SIGNATURE = re.compile(
    r"(?:\s|^|(?<=[.!?”\"’)])(?=[—–]))(?P<mark>[—–]|--|-)\s*(?P<source>[A-Z][\w.&]*(?: [A-Z][\w.&]*){0,3})\.?\s*$"
)
_BRACKETED_END = re.compile(r"\s*(?:\(|\[)(?P<source>[A-Z][\w.&/, -]{1,40})(?:\)|\])\.?\s*$")
_CONTRIBUTED = re.compile(
    r"\b(?:contributed to (?:this|the) (?:report|article|story)|contributed reporting|with (?:additional )?(?:inputs?|"
    r"reporting|files?|information|reports?|agenc(?:y|ies))\b.{0,10}\b(?:from|by|inputs?)\b|additional reporting|"
    r"reporting by\b|writing by\b|editing by\b|compiled (?:from|by)\b|with agenc(?:y|ies)|agencies contributed)",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}[\s,–-]*)*\s*(?:by\s+)?(?:the\s+)?(?P<who>[A-Z][\w.' &-]{1,40})", re.IGNORECASE
)
_END_MARK = re.compile(
    r"^(?:ends?(?:item)?|-+\s*ends?\s*-+|#{2,}|-30-|/[a-z]{2,3}/?|\*{3,}|[a-z]{2,3}(?:,[a-z]{2,3})?/[a-z]{2,3}(?:\s*\(.*\))?)\.?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """What a byline or credit says: the person, and the agency or outlet, each None when it names none."""

    author: str | None = None
    by: Outlet | None = None


def byline(text: str) -> Byline | None:
    """What the paragraph says as a byline ("By Ahmed Khan in Quetta", "Jane Doe, Reuters"); None when it is none."""
    words = _GLUED.sub(" ", " ".join(text.split()))
    if not words or len(words.split()) > _LONGEST:
        return None
    if found := _beside_a_date(words):
        return found
    if len(words.split()) > _SENTENCE and re.search(r"[.!?]$", words):
        return None
    if _JOB.match(words.strip(" .:|")):
        return Byline()
    match = _BY.match(words) or _FROM.match(words)
    if match:
        return _who(match["who"])
    if match := _WIRES.fullmatch(words.strip(" .:|-—()")):
        by = outlet_named(match["source"]) if match["source"] else None
        return Byline(by=by) if by or match["who"] else None
    if by := outlet_named(words.strip(" .:|-—()")):
        return Byline(by=by)
    if _SPECIAL.match(words) and len(words.split()) <= _SENTENCE:
        return Byline(by=_source_in(words))
    return _named_with_source(words)


def _beside_a_date(words: str) -> Byline | None:
    """ "October 7, 1987|From Times Wire Services": a line that parts a byline from its day by a bar or bullet."""
    parts = [part.strip() for part in re.split(r"[|•·;]|(?:^|\s)[–—-]\s", words) if part.strip()]
    if not 2 <= len(parts) <= 4:
        return None
    dates = [len(part.split()) <= _LONGEST_PART and stated_date(part) is not None for part in parts]
    found = [byline(part) for part, is_date in zip(parts, dates, strict=True) if not is_date]
    if not any(dates) or not found or not all(found):
        return None
    return Byline(
        author=next((one.author for one in found if one and one.author), None),
        by=next((one.by for one in found if one and one.by), None),
    )


def placed_byline(text: str) -> Byline | None:
    """ "Jane Doe in Luvia", which is a byline between headline and body only; elsewhere it may be anything."""
    match = re.fullmatch(rf"(?P<who>{_PERSON}) in {_PERSON_WORD}(?:,? {_PERSON_WORD}){{0,3}}", " ".join(text.split()))
    return Byline(author=match["who"]) if match else None


def credit(text: str) -> Byline | None:
    """What the paragraph says as a picture's credit or a caption that ends in one; None when it is none."""
    words = " ".join(text.split())
    if not words or len(words.split()) > _CAPTION:
        return None
    if match := _NAME_DASH_SOURCE.match(words):
        source = outlet_named(match["source"].strip())
        if source and match["mark"] != "," and match["mark"] != "|":
            return Byline(author=None, by=source)
    if _CREDIT_HEAD.match(words) or (
        (match := _PHOTO.search(words)) is not None
        and (len(words.split()) <= 12 or match.end() > 0.6 * len(words) or words[0] in "[(")
    ):
        return Byline()
    return None


def contributors(text: str) -> bool:
    """Whether the paragraph tells who helped: "(Reporting by ...; Editing by ...)", "X contributed to this report"."""
    words = " ".join(text.split())
    return (
        len(words.split()) <= 60
        and _CONTRIBUTED.search(words) is not None
        and (words[0] in "([" or len(words.split()) <= 35)
    )


def end_mark(text: str) -> bool:
    """Whether the paragraph is a wire's end mark: "ENDS", "Enditem", "-30-", "ls,dj/jm (AFP, Reuters)"."""
    return _END_MARK.match(text.strip()) is not None


def signature(text: str) -> tuple[int, tuple[Outlet, ...]] | None:
    """Where an agency's signature at the end of a paragraph begins ("... he said. —AFP"), and whom it names."""
    for pattern in (_SIGNATURE, _BRACKETED_END):
        match = pattern.search(text)
        if not match or not re.search(r"[.!?…][\"'”’)]*\s*$", text[: match.start()] or "."):
            continue
        named = [outlet_named(part.strip()) for part in re.split(r"[/,]|\band\b", match["source"])]
        known = tuple(outlet for outlet in named if outlet)
        if known and len(known) == len(named):
            return match.start() + len(match.group()) - len(match.group().lstrip()), known
    return None


def copyright_holder(text: str) -> Outlet | None:
    """The agency or outlet that a copyright line names: "Copyright 2016 The Associated Press. All rights reserved."."""
    match = _COPYRIGHT.search(" ".join(text.split()))
    if not match:
        return None
    words = re.split(r"[.,]\s|\ball\b|\bnews service\b", match["who"] + " ", flags=re.IGNORECASE)[0].split()
    for length in range(len(words), 0, -1):
        if found := outlet_named(" ".join(words[:length]).rstrip(".")):
            return found
    return None


def _who(words: str) -> Byline | None:
    """The people and the source behind "by"."""
    cut = _CUT.search(words)
    head, tail = (words[: cut.start()], words[cut.end() :]) if cut else (words, "")
    head = _PLACE_TAIL.sub("", head).strip(" ,;:.|-–—()")
    if not head:
        return None
    by = outlet_named(head) or _unlisted_agency(head)
    if by:
        return Byline(by=by)
    by = _source_in(tail)
    if _JOB.match(head):
        return Byline(by=by)
    if match := _FOR_TAIL.search(head):
        by, head = outlet_named(match["outlet"]) or by, head[: match.start()]
    parts = [part.strip() for part in re.split(r"\s*[,(]\s*", head) if part.strip(" )")]
    sources = [outlet for part in parts if (outlet := _source_in(part))]
    people = [part.strip(" )") for part in parts if not _source_in(part) and not _JOB.match(part.strip(" )"))]
    by = sources[0] if sources else by
    author = ", ".join(people)
    if author and not _PEOPLE.fullmatch(author) and not re.fullmatch(r"[A-ZÀ-Þ][\w'’-]+(?: [\w'’-]+)?", author):
        author = match.group() if (match := _PEOPLE.match(author)) else ""
        if not author and not by:
            return None
    return Byline(author=author or None, by=by)


def _unlisted_agency(words: str) -> Outlet | None:
    """An agency by its own name, though no list has it: "Meridian News Agency"."""
    if not re.fullmatch(r"(?:[A-ZÀ-Þ][\w'’-]*\s+){1,5}(?:News|Press|Wire) (?:Agency|Service)", words):
        return None
    return _unlisted(words, ActorKind.NEWS_AGENCY, "its byline")


def _unlisted(name: str, kind: ActorKind, source: str) -> Outlet:
    return Outlet(name=name, kind=kind, country=None, domains=(), aliases=(), source=source)


def _source_in(words: str) -> Outlet | None:
    """The outlet or agency of "AFP", "Associated Press Writer", "Reuters Staff"."""
    words = re.sub(rf"\s+(?:{_JOBS})$", "", words.strip(" ()|,;:-–—."), flags=re.IGNORECASE)
    if match := _SPECIAL.match(words):
        return outlet_named(match["who"]) or _unlisted(match["who"], ActorKind.OUTLET, "its byline")
    return outlet_named(words) if words else None


def _named_with_source(words: str) -> Byline | None:
    """ "Jane Doe, Reuters", "Jane Doe | AP", "Jane Doe, Special Correspondent", "JANE DOE"."""
    parts = [part.strip() for part in re.split(r"\s*[,|]\s*|\s+[–—-]\s+|--", words) if part.strip()]
    if not 2 <= len(parts) <= 4 or not re.fullmatch(_PERSON, parts[0]) or len(words.split()) > 10:
        return None
    source = _source_in(parts[1])
    if source or _JOB.match(parts[1]):
        return Byline(author=parts[0], by=source)
    return None


def site_named(text: str) -> Outlet | None:
    """Whose page a piece of furniture says it is: "Search the Daily Echo's archive", "Get Reuters' newsletter",
    "promotional content from the Daily Echo"."""
    words = " ".join(text.split())
    match = _OWN.search(words) or _PROMOTING.search(words)
    found = match["who"].split() if match else []
    return next((one for at in range(len(found)) if (one := outlet_named(" ".join(found[at:])))), None)


def masthead(text: str) -> Outlet | None:
    """The outlet of a line that is its name and no more: "The Hill Review Newspaper", "Reuters Online"."""
    match = _MASTHEAD.match(" ".join(text.split()))
    if match is None:
        return None
    known = outlet_named(match["who"])
    paper = match["who"].startswith("The ") and (match["kind"] or "").strip().startswith("Newspaper")
    return known or (_unlisted(match["who"], ActorKind.OUTLET, "its masthead") if paper else None)


def site_suffix(title: str) -> tuple[int, Outlet] | None:
    """Where the name of the site that a page's title ends in begins ("Blast kills two - BBC News"), and whose it is."""
    match = _SUFFIX.search(title)
    outlet = outlet_named(match["who"].strip()) if match else None
    return (match.start(), outlet) if match and outlet else None


def told_to(text: str) -> list[Outlet]:
    """The agencies and outlets to which somebody in the paragraph speaks, or whose reporter was there: "he told AFP",
    "a Reuters correspondent saw".

    Not "told the Reuters news agency", as others write of an agency that is not theirs.
    """
    matches = [(match["who"] or match["of"], match.end()) for match in _TOLD.finditer(text)]
    named = [(_longest_outlet(words), end) for words, end in matches]
    return [one for one, end in named if one and not re.match(rf"\s+(?i:{_MEDIUM})\b", text[end:])]


def cited(text: str) -> list[Outlet]:
    """The agencies and outlets that the paragraph gives as somebody else's: "Xinhua reported", "the newspaper Echo"."""
    names = [match["who"] for pattern in _CITED for match in pattern.finditer(text)]
    return [one for name in names if (one := _longest_outlet(name))]


def _longest_outlet(name: str) -> Outlet | None:
    """The outlet that the first words of a name are, or its last."""
    words = name.split()
    tries = [" ".join(words[:n]) for n in range(len(words), 0, -1)] + [
        " ".join(words[n:]) for n in range(1, len(words))
    ]
    return next((one for words in tries if (one := outlet_named(words))), None)
