"""How records are said to people: dates, stances, relations and traits as plain words, the same on page and terminal.

Report text is hostile: `one_line` is the only way for it to a terminal.
"""

from __future__ import annotations

import re
import unicodedata

from hearsay.records.document import BlockKind
from hearsay.records.incident import Claims, Stance
from hearsay.records.relation import RelationKind, RelationStatus
from hearsay.records.statement import Anonymity, Certainty, Form, Polarity, Speaker
from hearsay.views import PlaceView, ReadingView, RelationView, StatementView, TollView
from hearsay.vocabulary.described import is_unnamed

MONTHS = (
    "January February March April May June July August September October November December spring summer autumn winter"
).split()
PARTS_OF_DAY = {
    "TMO": "morning",
    "TMI": "midday",
    "TAF": "afternoon",
    "TEV": "evening",
    "TNI": "night",
    "TDT": "daytime",
}
DATE = re.compile(
    r"(?P<year>-?\d{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?(?P<part>T[A-Z]{2})?(?:T[\d:.]+\S*)?(?P<about>[~?%])?"
)
DURATION = re.compile(r"P(\d+)([YMWD])")
UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}

STANCES = {
    Stance.CLAIMED: "claims it",
    Stance.ACCUSED: "accused",
    Stance.SUSPECTED: "suspected",
    Stance.DENIED: "denies it",
    Stance.CREDITED: "given the credit",
    Stance.REPORTED: "as the report tells it",
}
CLAIMS = {
    Claims.NONE: "nobody claims it",
    Claims.SINGLE: "one claim",
    Claims.JOINT: "claimed by several, who are said to have acted together",
    Claims.COMPETING: "competing claims",
    Claims.DENIED: "denied",
}
FORMS = {
    Form.NARRATION: "in the report’s own voice",
    Form.DIRECT: "quoted",
    Form.INDIRECT: "reported speech",
    Form.MIXED: "partly quoted",
}
RELATIONS = {
    RelationKind.ALIAS_OF: "is another name of",
    RelationKind.FACTION_OF: "is a faction of",
    RelationKind.AFFILIATED_WITH: "is affiliated with",
    RelationKind.ALLIED_WITH: "is allied with",
    RelationKind.ALLY_OF: "is an ally of",
    RelationKind.RIVAL_OF: "is a rival of",
    RelationKind.HOSTILE_TO: "is hostile to",
    RelationKind.FUNDED: "funded",
    RelationKind.ARMED: "armed",
    RelationKind.TRAINED: "trained",
    RelationKind.COOPERATED_WITH: "cooperated with",
    RelationKind.LED_BY: "is led by",
    RelationKind.FOUNDED: "founded",
    RelationKind.MEMBER_OF: "is a member of",
    RelationKind.SPOKESPERSON_OF: "speaks for",
    RelationKind.HELD_OFFICE: "holds the office of",
    RelationKind.KIN_OF: "is kin of",
    RelationKind.ETHNICITY: "is by ethnicity",
    RelationKind.BASED_IN: "is based in",
    RelationKind.PRESENT_IN: "is present in",
    RelationKind.SEEKS_LINK_WITH: "seeks a link with",
    RelationKind.SPLIT_FROM: "split from",
    RelationKind.MERGED_INTO: "merged into",
}
ARTICLES = ("the ", "a ", "an ")
BIDI_CONTROLS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F])


def without_controls(text: str) -> str:
    """Report text with no control, escape or direction-overriding character left in it."""
    return "".join(_shown(character) for character in text).translate(BIDI_CONTROLS)


def _shown(character: str) -> str:
    if character in "\t\n\r" or unicodedata.category(character) not in {"Cc", "Cs"}:
        return character
    return " " if character.isspace() else "\ufffd"


def one_line(text: str) -> str:
    """Report text fit for one line of a terminal or page."""
    return " ".join(without_controls(text).split())


def bare(name: str) -> str:
    """A name to compare others with: in lower case, on one line, without the article before it."""
    folded = one_line(name).casefold()
    return next((folded.removeprefix(article) for article in ARTICLES if folded.startswith(article)), folded)


def when(value: str | None) -> str:
    """An EDTF date or ISO duration in words: "12 March 2019, evening". What is not understood is shown as it is."""
    if value is None:
        return "date not resolved"
    if "/" in value:
        return _interval(*value.split("/", 1))
    duration = DURATION.fullmatch(value)
    if duration:
        number, unit = int(duration[1]), UNITS[duration[2]]
        return f"{number} {unit}{'' if number == 1 else 's'}, place in the calendar not said"
    found = DATE.fullmatch(value)
    return one_line(value) if found is None else _date(found)


def _date(found: re.Match[str]) -> str:
    month = int(found["month"] or 0)
    name = MONTHS[month - 1] if 1 <= month <= 12 else MONTHS[month - 9] if 21 <= month <= 24 else found["month"]
    day = str(int(found["day"])) if found["day"] else None
    said = " ".join(part for part in (day, name, found["year"]) if part)
    part = PARTS_OF_DAY.get(found["part"] or "")
    return ("about " if found["about"] else "") + said + (f", {part}" if part else "")


def _interval(start: str, end: str) -> str:
    if start in {"", ".."}:
        return f"until {when(end)}"
    return f"from {when(start)}" if end in {"", ".."} else f"{when(start)} to {when(end)}"


def innermost(places: tuple[PlaceView, ...]) -> tuple[PlaceView, ...]:
    """The places without those that another of them lies in: a barracks says its town already."""
    outer = {place.within.record.id for place in places if place.within}
    return tuple(place for place in places if place.record.id not in outer)


def figure(toll: TollView) -> str:
    """A toll as reported, with its number where the words alone do not show it: "four soldiers (4)"."""
    said = one_line(toll.as_reported)
    if re.search(r"\d", said):
        return said
    number = _bounds(toll.low, toll.high)
    return f"{said} ({number})" if number else said


def _bounds(low: int | None, high: int | None) -> str:
    if low is not None and high is not None:
        return f"{low:,}" if low == high else f"{low:,}–{high:,}"
    if low is not None:
        return f"{low:,} or more"
    return f"{high:,} or fewer" if high is not None else ""


def relation_verb(relation: RelationView) -> str:
    """What stands between the two names: "is a faction of", "was led by"."""
    verb = RELATIONS.get(relation.kind, relation.kind.replace("_", " "))
    if relation.status is RelationStatus.FORMER:
        verb = re.sub("^is ", "was ", re.sub("^holds ", "held ", verb))
    return verb


def relation_traits(relation: RelationView) -> tuple[str, ...]:
    """What limits the relation: when it held, whether it still does, how firmly it is said."""
    traits = [f"“{one_line(relation.qualifier)}”" if relation.qualifier else None]
    traits.append(when(relation.time) if relation.time else None)
    traits.append(relation.status if relation.status in {RelationStatus.FORMER, RelationStatus.SOUGHT} else None)
    for statement in relation.statements:
        traits += firmness(statement)
    return tuple(dict.fromkeys(trait for trait in traits if trait))


def firmness(statement: StatementView) -> tuple[str, ...]:
    """Polarity and certainty in words; nothing for what is plainly asserted."""
    traits = ("denied",) if statement.polarity is Polarity.NEGATIVE else ()
    return traits if statement.certainty is Certainty.CERTAIN else (*traits, statement.certainty.value)


def statement_traits(statement: StatementView) -> tuple[str, ...]:
    """How it is said: form, firmness, through what, to whom, when."""
    traits = [FORMS[statement.form], *firmness(statement)]
    if statement.speakers:
        speaker = statement.speakers[-1]
        traits.append(one_line(speaker.channel or ""))
        traits.append(f"to {one_line(statement.addressee)}" if statement.addressee else "")
        traits.append(when(speaker.said) if speaker.said else "")
    return tuple(trait for trait in traits if trait)


def speaker_details(statement: StatementView) -> tuple[str, ...]:
    """For each speaker what the report tells besides the name: the role, and whether it asked not to be named.

    The outermost is the report's own voice; that a report names nobody as its author is no anonymity.
    """
    speakers = zip(statement.speakers, statement.speaker_names, strict=True)
    return tuple(_details(speaker, name, index > 0) for index, (speaker, name) in enumerate(speakers))


def _details(speaker: Speaker, name: str, may_hide: bool) -> str:
    told = [one_line(speaker.role)] if speaker.role and bare(speaker.role) not in bare(name) else []
    if speaker.anonymity is Anonymity.REQUESTED:
        told.append("asked not to be named")
    elif speaker.anonymity is Anonymity.UNNAMED and may_hide:
        told.append("not named")
    return ", ".join(told)


def headline(reading: ReadingView) -> str:
    """The report's headline; without one its first words."""
    document = reading.document
    for block in document.blocks:
        if block.kind is BlockKind.HEADLINE:
            return one_line(block.span.of(document.text))
    body = next((block.span for block in document.blocks if block.kind is BlockKind.BODY), None)
    first = one_line((body.of(document.text) if body else document.text)[:400])
    return first if len(first) <= 80 else first[:80].rsplit(" ", 1)[0] + " …"


def origin(reading: ReadingView) -> tuple[str, ...]:
    """Who wrote it, who carries it, when it appeared, where it was read from."""
    document = reading.document
    names = dict.fromkeys(one_line(name) for name in (document.agency, document.outlet, document.author) if name)
    published = f"published {when(document.published)}" if document.published else "no publication date"
    return (*names, published, *((one_line(document.url),) if document.url else ()))


def stance(stance: Stance, doer: str) -> str:
    """Whose word it is that somebody did it; who is known by the deed alone is marked so: "unnamed, accused"."""
    return f"unnamed, {STANCES[stance]}" if is_unnamed(doer) else STANCES[stance]
