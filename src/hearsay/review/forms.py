"""Items as forms: how each is called, what may be given in its place, and the decision that a form stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from hearsay.errors import UsageError
from hearsay.judging.queue import doubts
from hearsay.judging.values import EFFECTS, check
from hearsay.records.actor import ActorKind
from hearsay.records.ids import content_id
from hearsay.records.incident import Stance
from hearsay.records.items import Found
from hearsay.records.link import Ref
from hearsay.records.reading import Reading
from hearsay.records.relation import RelationKind
from hearsay.records.review import Item, Review, Subject, Verdict
from hearsay.records.span import Span
from hearsay.records.statement import Certainty, Polarity
from hearsay.rendering.phrases import one_line
from hearsay.vocabulary.kinds import kinds

QUOTE = 240  # characters of an item's words
KEYS = {Verdict.ACCEPT: "a", Verdict.CORRECT: "c", Verdict.REJECT: "r", Verdict.CANNOT_TELL: "u"}
"""The key of each verdict."""

LABELS = {
    Subject.INCIDENT: "tells of",
    Subject.PERPETRATOR: "who did it",
    Subject.STATEMENT: "says so",
    Subject.RELATION: "relation",
    Subject.NAME: "names",
}
_SPANS = re.compile(r"\d{1,9}-\d{1,9}(?:,\d{1,9}-\d{1,9})*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An item as a page shows it to one coder: `mine` is that coder's last decision, None when there is none.

    `offered` are the values to choose from, empty where words are typed, which `hint` shows an example of; `typed` says
    whether anything may be given at all. `parts` are the values by name of an item that is corrected in parts.
    """

    found: Found
    key: str
    label: str
    quote: str
    doubts: tuple[str, ...]
    mine: Review | None
    offered: tuple[str, ...]
    hint: str
    typed: bool
    parts: Mapping[str, tuple[str, ...]]

    @property
    def spans(self) -> str:
        """The spans as the browser is told them: "12-30,44-60"."""
        return ",".join(f"{span.start}-{span.end}" for span in self.found.spans)


def shown(reading: Reading, found: Found, mine: Sequence[Review]) -> Shown:
    """An item of a reading, with the last of `mine` that is on it."""
    item = found.item
    words = " … ".join(one_line(span.of(reading.document.text)) for span in found.spans)
    return Shown(
        found=found,
        key=content_id("item", item.subject.value, item.of.report, item.of.record, item.key),
        label=LABELS.get(item.subject) or item.field.replace("_", " "),
        quote=words if len(words) <= QUOTE else words[:QUOTE].rsplit(" ", 1)[0] + " …",
        doubts=doubts(found),
        mine=next((one for one in reversed(mine) if one.item == item and not one.settles), None),
        offered=offered(reading, item),
        hint=_hint(item),
        typed=item.subject is not Subject.INCIDENT,
        parts=_PARTS if item.subject is Subject.STATEMENT else {},
    )


_PARTS = {
    "certainty": tuple(one.value for one in Certainty),
    "polarity": tuple(one.value for one in Polarity),
}


def offered(reading: Reading, item: Item) -> tuple[str, ...]:
    """The values that may be given for an item; empty where any words may."""
    if item.subject is Subject.PERPETRATOR:
        return tuple(one.value for one in Stance)
    if item.subject is Subject.RELATION:
        return tuple(one.value for one in RelationKind)
    if item.subject is Subject.NAME:
        return (*(one.value for one in ActorKind), "place")
    return tuple(kinds()) if item.subject is Subject.FIELD and item.field == "kind" else ()


def _hint(item: Item) -> str:
    if item.subject is not Subject.FIELD:
        return ""
    if item.field in EFFECTS:
        return "13, 13-15, or 13+ for 13 or more"
    return {"time": "2031-05-06, 2031-05 or 2031-05-06/2031-05-08", "place": "Town, CC"}.get(item.field, "in words")


def decision(form: Mapping[str, str], author: str) -> Review:
    """The decision that a form stands for, taken now.

    Raises:
        UsageError: the form is not whole, or its correction cannot be followed.
    """
    try:
        item = Item(
            subject=Subject(form["subject"]), of=Ref(report=form["report"], record=form["record"]), key=form["key"]
        )
        verdict = Verdict(form["verdict"])
    except (KeyError, ValueError) as error:
        raise UsageError("this form is not whole; load the page anew and try again") from error
    corrects = verdict is Verdict.CORRECT
    made = Review(
        item=item,
        verdict=verdict,
        judged=form.get("judged", "") if form.get("read") == "yes" else None,
        author=author,
        at=datetime.now(UTC).isoformat(timespec="microseconds"),
        value=_value(form) if corrects else None,
        spans=tuple(spans(form.get("spans", ""))) if corrects else (),
        note=one_line(form.get("note", "")) or None,
        settles=form.get("settles") == "yes",
    )
    check(made)
    return made


def _value(form: Mapping[str, str]) -> str | None:
    given = one_line(form.get("value", ""))
    parts = [f"{name}={one_line(form[name])}" for name in (*_PARTS, "speaker") if form.get(name, "").strip()]
    return given or "; ".join(parts) or None


def spans(text: str) -> Iterable[Span]:
    """ "12-30,44-60" as spans.

    Raises:
        UsageError: it is of another form.
    """
    if not text:
        return
    if not _SPANS.fullmatch(text):
        raise UsageError(f"{text!r} names no words of the report; select them in the text and try again")
    for pair in text.split(","):
        start, end = map(int, pair.split("-"))
        if start >= end:
            raise UsageError("no words are selected; select them in the text and try again")
        yield Span(start, end)
