"""Decisions of persons as training data: a line a decision, with the words that it is on and the labels it stands for.

A line holds the passage around the words, so that nothing else is needed to learn from it; offsets are code points of
that passage.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hearsay.judging.values import with_parts
from hearsay.records.document import BlockKind
from hearsay.records.items import Found, found
from hearsay.records.reading import Reading
from hearsay.records.review import Review, Subject, Verdict
from hearsay.records.span import Span, covering
from hearsay.records.statement import Form

FORMAT = "hearsay-review/1"
LABELS = {
    "person": "PER",
    "armed group": "ORG",
    "state force": "ORG",
    "government": "ORG",
    "party": "ORG",
    "news agency": "ORG",
    "outlet": "ORG",
    "other": "MISC",
    "place": "LOC",
}
"""What a name of each kind of actor is to the name tagger; a kind that is not here is no name."""


def lines(readings: Iterable[Reading], reviews: Sequence[Review]) -> Iterator[dict[str, object]]:
    """The decisions, report by report, each with its item; those on what is read no more are left out."""
    by_report: dict[str, list[Review]] = {}
    for review in reviews:
        by_report.setdefault(review.item.of.report, []).append(review)
    for reading in readings:
        said = by_report.get(reading.document.id)
        if said:
            items = {one.item: one for one in found(reading)}
            yield from (_line(reading, items[one.item], one) for one in said if one.item in items)


def _line(reading: Reading, item: Found, review: Review) -> dict[str, object]:
    spans = review.spans or item.spans
    passage = _passage(reading, spans)
    text = passage.of(reading.document.text) if passage else ""
    inside = [span.shifted(-passage.start) for span in spans] if passage else []
    return {
        "format": FORMAT,
        "id": review.id,
        "subject": review.item.subject.value,
        "field": review.item.field,
        "report": review.item.of.report,
        "record": review.item.of.record,
        "key": review.item.key,
        "verdict": review.verdict.value,
        "judged": review.judged,
        "value": review.value,
        "label": _label(reading, item, review),
        "speaker": _speaker(reading, review) if review.item.subject is Subject.STATEMENT else None,
        "text": text,
        "spans": [[span.start, span.end] for span in inside],
        "corrected_spans": bool(review.spans),
        "author": review.author,
        "at": review.at,
        "settles": review.settles,
        "note": review.note,
    }


def _passage(reading: Reading, spans: Sequence[Span]) -> Span | None:
    """The blocks, or paragraphs of the body, that hold the words; None where there are none."""
    if not spans:
        return None
    whole, text = covering(spans), reading.document.text
    start = max(text.rfind("\n", 0, whole.start) + 1, 0)
    end = text.find("\n", whole.end)
    for block in reading.document.blocks:
        if block.kind is BlockKind.HEADLINE and block.span.contains(whole):
            return block.span
    return Span(start, len(text) if end < 0 else end)


def _label(reading: Reading, item: Found, review: Review) -> str | None:
    """What the words are labelled with when the decision is followed: a name's type as the name tagger knows it, the
    stance, the kind, polarity and certainty, or the field; None for what is a name no tagger is asked for."""
    subject, corrected = review.item.subject, review.value if review.verdict is Verdict.CORRECT else None
    if subject is Subject.NAME:
        return LABELS.get(corrected or item.value or "")
    if subject is Subject.STATEMENT:
        said = next(one for one in reading.statements if one.id == review.item.of.record)
        made = with_parts(said, review) if corrected else said
        return f"{made.polarity.value} {made.certainty.value}"
    if subject is Subject.PERPETRATOR:
        return corrected or (item.value or "").rpartition(": ")[2]
    if subject is Subject.RELATION:
        kind = next(one.kind for one in reading.relations if one.id == review.item.of.record)
        return corrected or kind.value
    return item.value if subject is Subject.INCIDENT else review.item.field


def _speaker(reading: Reading, review: Review) -> str | None:
    """Who says it, where the decision is on a statement in somebody's words."""
    said = next((one for one in reading.statements if one.id == review.item.of.record), None)
    if said is None or said.form is Form.NARRATION or not said.speakers:
        return None
    corrected = review.value if review.verdict is Verdict.CORRECT else None
    return (with_parts(said, review) if corrected else said).speakers[-1].name
