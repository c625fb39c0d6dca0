"""`reviews`: decisions of persons as training data, a line a decision: the words that it is on, and the label.

A line holds the passage around the words, so that nothing else is needed to learn from it; its offsets are code points
of that passage.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from hearsay.exports.base import Fault, Material, Written
from hearsay.exports.json_lines import read_lines
from hearsay.exports.tables import json_line, written_whole
from hearsay.records.document import BlockKind
from hearsay.records.items import Found, found
from hearsay.records.reading import Reading
from hearsay.records.review import Review, Subject, Verdict
from hearsay.records.span import Span, covering
from hearsay.records.statement import Form

FORMAT = "hearsay-review/1"
NAMES = {
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
"""What a name of each kind is to the name tagger; a kind that is not here is no name."""


class Reviews:
    """Decisions of persons with the words that they are on, to train on: JSON lines.

    What `hearsay train --with-reviews` takes. Decisions on what is read no more are left out.
    """

    name = "reviews"
    suffix = ".jsonl"

    def write(self, material: Material, path: Path) -> Written:
        count = 0
        readings = material.as_read or material.readings
        with written_whole(path) as file:
            for line in lines(readings(), material.reviews):
                file.write(json_line(line))
                count += 1
        return Written(files=(path,), rows=count, left_out=len(material.reviews) - count)

    def check(self, path: Path) -> Iterator[Fault]:
        for number, line in read_lines(path):
            if isinstance(line, Fault):
                yield line
            elif line.get("format") != FORMAT:
                yield Fault(row=number, column="format", message=f"this is no line of {FORMAT!r}")
            else:
                yield from _faults(number, line)


def _faults(number: int, line: dict[str, object]) -> Iterator[Fault]:
    known = {verdict.value for verdict in Verdict}
    if line.get("verdict") not in known:
        yield Fault(
            row=number, column="verdict", message=f"{line.get('verdict')!r} is none of {', '.join(sorted(known))}"
        )
    text, spans = line.get("text"), line.get("spans")
    if not isinstance(text, str) or not isinstance(spans, list):
        yield Fault(row=number, column="text", message="text or spans are missing")
        return
    for span in spans:
        if not isinstance(span, list) or len(span) != 2 or not all(isinstance(end, int) for end in span):
            yield Fault(row=number, column="spans", message=f"{span!r} is no pair of offsets")
        elif not 0 <= span[0] < span[1] <= len(text):
            yield Fault(row=number, column="spans", message=f"{span!r} lies outside the text")


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
    """The block, or the lines of the body, that hold the words; None where there are none."""
    if not spans:
        return None
    whole, text = covering(spans), reading.document.text
    start = max(text.rfind("\n", 0, whole.start) + 1, 0)
    end = text.find("\n", whole.end)
    for block in reading.document.blocks:
        if block.kind is not BlockKind.BODY and block.span.contains(whole):
            return block.span
    return Span(start, len(text) if end < 0 else end)


def _label(reading: Reading, item: Found, review: Review) -> str | None:
    """What the words are labelled with when the decision is followed: a name's type as the name tagger knows it, the
    stance, the kind, polarity and certainty, or the field; None for what is a name no tagger is asked for."""
    subject, corrected = review.item.subject, review.value if review.verdict is Verdict.CORRECT else None
    if subject is Subject.NAME:
        return NAMES.get(corrected or item.value or "")
    if subject is Subject.STATEMENT:
        said = next(one for one in reading.statements if one.id == review.item.of.record)
        parts = review.parts if corrected else {}
        return f"{parts.get('polarity', said.polarity.value)} {parts.get('certainty', said.certainty.value)}"
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
    return (
        review.parts.get("speaker", said.speakers[-1].name)
        if review.verdict is Verdict.CORRECT
        else (said.speakers[-1].name)
    )
