"""What has been decided: agreement of the coders, what they disagree on and how it is settled, and taking back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from hearsay.errors import UsageError
from hearsay.exports.reviews import lines
from hearsay.judging.agreement import agreements, answer
from hearsay.judging.standing import Judged, judged
from hearsay.records.items import Found, found
from hearsay.records.reading import Reading
from hearsay.records.review import Grouping, Item, Review
from hearsay.review.coders import by_coder, for_coder
from hearsay.review.drawing import drawn
from hearsay.review.forms import KEYS, Shown, shown
from hearsay.review.routing import changes, shows
from hearsay.review.site import Missing, Site
from hearsay.store.base import View

SHOWN = 100  # decisions on a page
NO_ALPHA = "one answer only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """What coders disagree on: the item, and each coder's answer in words. `last` is the id of the latest decision."""

    shown: Shown
    headline: str
    answers: tuple[tuple[Review, str], ...]
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A decision in the list of all: what it was on, by name, and whether it stands."""

    id: str
    author: str
    at: str
    on: str
    said: str
    note: str | None
    stands: bool
    link: str | None


def agreement(request: Request, site: Site, author: str) -> Response:
    """Alpha by field, how many items two coders have decided on, and how many are waiting to be settled."""
    with site.store.view() as view:
        everything = judged(view.reviews())
    coders = sorted({review.author for one in everything.values() for review in one.coders})
    both = [one for one in everything.values() if len(one.coders) > 1]
    disputed = sum(one.disagreed and one.settled is None for one in both)
    return drawn(
        request, "review_agreement.html", agreements=agreements(everything.values()), coders=coders, both=len(both),
        disputed=disputed, no_alpha=NO_ALPHA,
    )  # fmt: skip


def disagreements(request: Request, site: Site, author: str) -> Response:
    """What coders disagree on and nobody has settled; here their answers stand side by side."""
    with site.store.view() as view:
        reviews = view.reviews()
        open_ = [one for one in judged(reviews).values() if one.disagreed and one.settled is None]
        disputes = [made for one in open_[:SHOWN] if (made := _dispute(view, one, reviews)) is not None]
    return drawn(request, "review_disagreements.html", disputes=disputes, count=len(open_), keys=KEYS)


def _dispute(view: View, one: Judged, reviews: Sequence[Review]) -> Dispute | None:
    reading = _reading(view, one.item.of.report)
    meant = next((item for item in found(reading) if item.item == one.item), None) if reading else None
    if reading is None or meant is None:
        return None
    last = [review for review in reviews if review.item == one.item][-1]
    return Dispute(
        shown=shown(reading, meant, ()),
        headline=view.report(one.item.of.report).headline or one.item.of.report,
        answers=tuple((review, answer(review) or "the report gives none") for review in one.coders),
        last=last.id,
    )


def _reading(view: View, report: str) -> Reading | None:
    try:
        return view.reading(report)
    except UsageError:
        return None


def decisions(request: Request, site: Site, author: str) -> Response:
    """Every decision, the latest first, each with a button that takes it back."""
    whose = request.query_params.get("by")
    with site.store.view() as view:
        reviews, groupings = view.reviews(), view.groupings()
        standing = {item: one.standing for item, one in judged(reviews).items()}
        everything: list[Review | Grouping] = [*reviews, *groupings]
        authors = sorted({one.author for one in everything})
        chosen = sorted(everything, key=lambda one: (one.at, one.id), reverse=True)
        chosen = [one for one in chosen if whose in (None, one.author)]
        readings: dict[str, list[Found]] = {}
        rows = [_taken(request, view, one, standing, readings) for one in chosen[:SHOWN]]
    return drawn(
        request, "review_decisions.html", rows=rows, count=len(chosen), authors=authors, whose=whose,
    )  # fmt: skip


def _taken(
    request: Request,
    view: View,
    one: Review | Grouping,
    standing: Mapping[Item, Review | None],
    readings: dict[str, list[Found]],
) -> Taken:
    if isinstance(one, Grouping):
        sides = [", ".join(ref.record for ref in side) for side in (one.one, one.other)]
        what = one.kind.value.removeprefix("same_")
        return Taken(
            id=one.id, author=one.author, at=one.at, on=f"{what}s {sides[0]} and {sides[1]}",
            said=f"the same {what}" if one.holds else f"not the same {what}", note=one.note, stands=True, link=None,
        )  # fmt: skip
    report = one.item.of.report
    if report not in readings:
        reading = _reading(view, report)
        readings[report] = list(found(reading)) if reading else []
    about = next((item.incident for item in readings[report] if item.item == one.item), None)
    said = one.verdict.value + (f" to “{one.value}”" if one.value else "") + (" (settles)" if one.settles else "")
    on = f"{one.item.field.replace('_', ' ')}: {one.judged if one.judged is not None else 'nothing read'}"
    link = request.app.url_path_for("judge", report=report, incident=about) if about else None
    stands = standing[one.item]
    return Taken(
        id=one.id, author=one.author, at=one.at, on=on, said=said, note=one.note,
        stands=stands is not None and stands.answer == one.answer, link=link,
    )  # fmt: skip


def undo(request: Request, site: Site, author: str, form: Mapping[str, str]) -> Response:
    """Takes a decision back, whoever took it; what it changed is as it was before."""
    identity = form.get("decision", "")
    with site.store.writer() as writer:
        if identity.startswith("grouping-"):
            writer.ungroup(identity)
        elif identity.startswith("review-"):
            writer.unreview(identity)
        else:
            raise Missing("there is no such decision; it may be taken back already")
    return RedirectResponse(request.app.url_path_for("decisions"), status_code=303)


def export(request: Request, site: Site) -> Response:
    """All decisions with the words that they are on, as JSON lines: what `hearsay export reviews` writes."""
    with site.store.view() as view:
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines(view.readings(), view.reviews()))
    headers = {"Content-Disposition": 'attachment; filename="reviews.jsonl"'}
    return Response(text, media_type="application/x-ndjson; charset=utf-8", headers=headers)


ROUTES = (
    shows("/review/agreement", for_coder(agreement), name="agreement"),
    shows("/review/disagreements", for_coder(disagreements), name="disagreements"),
    shows("/review/decisions", for_coder(decisions), name="decisions"),
    shows("/review/decisions.jsonl", export, name="decisions_export"),
    changes("/review/undo", by_coder(undo), name="undo"),
)
