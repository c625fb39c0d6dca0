"""The queue, and the page on which a coder decides on what was read of one incident of one report."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from hearsay.casebook import case_index
from hearsay.errors import UsageError
from hearsay.judging.queue import Task, is_asked, left, queue
from hearsay.records.items import Found, found
from hearsay.records.link import Ref
from hearsay.records.reading import Reading
from hearsay.records.review import Review
from hearsay.rendering.phrases import when
from hearsay.review.coders import by_coder, for_coder
from hearsay.review.drawing import drawn
from hearsay.review.forms import KEYS, decision, shown
from hearsay.review.pieces import pieces
from hearsay.review.routing import TOKEN_HEADER, changes, shows
from hearsay.review.site import Missing, Site
from hearsay.store.base import CaseIndex, View

SHOWN = 25  # cases on a page of the queue
LARGE = 500  # cases from which on the queue is kept for a while
KEPT = 300.0  # seconds


class Queues:
    """The queue of each book, kept while its index is the same; that of a large book for some minutes in any case, so
    that a decision does not make everybody wait for it to be put in order anew."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[object, float, list[Task]]] = {}
        self._lock = Lock()

    def of(self, view: View, index: CaseIndex, address: str) -> list[Task]:
        """The cases of the index in the order of the queue."""
        mark = (view.edition(), index.current)
        with self._lock:
            kept = self._kept.get(address)
            if kept is not None:
                known, at, tasks = kept
                if known == mark or (len(tasks) > LARGE and time.monotonic() - at < KEPT):
                    return tasks
            tasks = queue(index.cases())
            self._kept = {address: (mark, time.monotonic(), tasks)}
            return tasks


QUEUES = Queues()


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A case of the queue for one coder: what is asked and what is left, over its incidents of single reports."""

    task: Task
    members: tuple[tuple[Ref, str, int, int], ...]

    @property
    def asked(self) -> int:
        return sum(asked for _, _, asked, _ in self.members)

    @property
    def left(self) -> int:
        return sum(open_ for _, _, _, open_ in self.members)


@contextmanager
def opened(site: Site) -> Iterator[tuple[View, CaseIndex]]:
    """A view with its index of cases, also one that decisions have made old: a queue need not wait for it.

    Raises:
        NotYet: the first one is still being made.
        UsageError: there is none, and none can be kept.
    """
    with site.store.view() as view:
        index = case_index(view)
        if index is not None:
            yield view, index
            return
    site.cases()
    with site.store.view() as view:
        index = case_index(view)
        if index is None:
            raise UsageError("the book cannot be written to, and so nothing in it can be decided on")
        yield view, index


def waiting(view: View, task: Task, reviews: Mapping[str, Sequence[Review]], author: str) -> Waiting:
    """What one case asks of a coder. Reports that are gone since the index was made are left out."""
    members = []
    for member in task.case.case.members:
        reading = _reading(view, member)
        if reading is None:
            continue
        items = [one for one in found(reading) if one.incident == member.record and is_asked(one)]
        open_ = left(items, reviews.get(member.report, ()), author)
        members.append((member, _teller(reading), len(items), len(open_)))
    return Waiting(task=task, members=tuple(members))


def _reading(view: View, member: Ref) -> Reading | None:
    try:
        reading = view.reading(member.report)
    except UsageError:
        return None
    return reading if any(one.id == member.record for one in reading.incidents) else None


def _teller(reading: Reading) -> str:
    document = reading.document
    name = document.outlet or document.agency or document.url or document.id
    return f"{name}, {when(document.published[:10])}" if document.published else name


def by_report(reviews: Sequence[Review]) -> dict[str, list[Review]]:
    """Decisions by report, in their order."""
    found: dict[str, list[Review]] = {}
    for review in reviews:
        found.setdefault(review.item.of.report, []).append(review)
    return found


def show_queue(request: Request, site: Site, author: str) -> Response:
    """The queue: cases by what is at stake and unsure, and how far the coder is with each."""
    page = max(1, _number(request.query_params.get("page"), 1))
    with opened(site) as (view, index):
        everything = QUEUES.of(view, index, site.store.address)
        reviews = by_report(view.reviews())
        part = everything[(page - 1) * SHOWN : page * SHOWN]
        rows = [waiting(view, task, reviews, author) for task in part]
        mine = [one for said in reviews.values() for one in said if one.author == author]
        pages = -(-len(everything) // SHOWN)
        counts = {"page": page, "pages": pages, "cases": len(everything), "mine": len(mine)}
        return drawn(request, "review_queue.html", rows=rows, done="done" in request.query_params, **counts)


def _number(given: str | None, otherwise: int) -> int:
    return int(given) if given and given.isdecimal() and len(given) < 9 else otherwise


def go_on(request: Request, site: Site, author: str) -> Response:
    """To the first incident of the queue on which the coder has something left to decide, behind the one given."""
    behind = request.query_params.get("after")
    with opened(site) as (view, index):
        reviews = by_report(view.reviews())
        everything = QUEUES.of(view, index, site.store.address)
        member = next(_open(view, everything, reviews, author, behind), None)
        if member is None and behind is not None:
            member = next(_open(view, everything, reviews, author, None), None)
    if member is None:
        return RedirectResponse(f"{request.app.url_path_for('review')}?done=1", status_code=303)
    return RedirectResponse(request.app.url_path_for("judge", report=member.report, incident=member.record), 303)


def _open(
    view: View, tasks: Sequence[Task], reviews: Mapping[str, Sequence[Review]], author: str, behind: str | None
) -> Iterator[Ref]:
    """The incidents with something left, in the order of the queue; from behind one of them on if that is given."""
    begun = behind is None
    for task in tasks:
        members = task.case.case.members
        if not begun and behind not in [member.record for member in members]:
            continue
        for member, _, _, open_ in waiting(view, task, reviews, author).members:
            if begun and open_:
                yield member
            begun = begun or member.record == behind


def judge(request: Request, site: Site, author: str) -> Response:
    """One incident of one report: its text, and everything to decide on. Others' decisions are not shown."""
    report, incident = request.path_params["report"], request.path_params["incident"]
    with opened(site) as (view, index):
        reading = view.reading(report)
        if all(one.id != incident for one in reading.incidents):
            raise Missing(f"the report {report!r} has no incident {incident!r}")
        mine = [one for one in view.reviews(report) if one.author == author]
        items = list(found(reading))
        about = [one for one in items if one.incident == incident]
        besides = [one for one in items if one.incident is None]
        entry = index.of(Ref(report=report, record=incident))
        spans = [span for one in (*about, *besides) for span in one.spans]
        return drawn(
            request,
            "review_judge.html",
            document=reading.document,
            incident=incident,
            report=report,
            case=entry,
            items=[shown(reading, one, mine) for one in about],
            besides=[shown(reading, one, mine) for one in besides],
            pieces=pieces(reading.document.text, reading.document.blocks, spans),
            keys=KEYS,
            left=len(left([one for one in about if is_asked(one)], mine, author)),
        )


def decide(request: Request, site: Site, author: str, form: Mapping[str, str]) -> Response:
    """Takes a decision. A script gets the item back as it is then; a form is sent on to the next item."""
    made = decision(form, author)
    with site.store.writer() as writer:
        writer.review(made, form.get("after") or None)
    if made.settles:
        return RedirectResponse(request.app.url_path_for("disagreements"), status_code=303)
    return _item(request, site, made, form.get("incident", ""), author)


def _item(request: Request, site: Site, review: Review, incident: str, author: str) -> Response:
    report = review.item.of.report
    with site.store.view() as view:
        reading = view.reading(report)
        mine = [one for one in view.reviews(report) if one.author == author]
    items = list(found(reading))
    meant = next((one for one in items if one.item == review.item), None)
    if meant is None:
        raise Missing("the report was read anew meanwhile; load the page anew")
    if request.headers.get(TOKEN_HEADER):
        about = [one for one in items if one.incident == incident and is_asked(one)]
        page = drawn(
            request, "review_item.html", one=shown(reading, meant, mine), keys=KEYS, incident=incident, report=report
        )
        page.headers["X-Left"] = str(len(left(about, mine, author)))
        return page
    back = request.app.url_path_for("judge", report=report, incident=incident)
    return RedirectResponse(f"{back}#{_after(reading, items, meant, incident)}", status_code=303)


def _after(reading: Reading, items: Sequence[Found], done: Found, incident: str) -> str:
    """The key of the item behind the one that is done."""
    listed = [one for one in items if one.incident in (incident, None)]
    at = listed.index(done) if done in listed else 0
    return shown(reading, listed[min(at + 1, len(listed) - 1)], ()).key


def take_back(request: Request, site: Site, author: str, form: Mapping[str, str]) -> Response:
    """Takes a decision of the coder's own back; a script gets the item as it is then."""
    with site.store.view() as view:
        review = next((one for one in view.reviews() if one.id == form.get("review")), None)
    if review is None:
        raise Missing("there is no such decision; it may be taken back already")
    if review.author != author:
        raise UsageError(f"that is a decision of {review.author}; take it back in the list of decisions")
    with site.store.writer() as writer:
        writer.unreview(review.id)
    return _item(request, site, review, form.get("incident", ""), author)


ROUTES = (
    shows("/review", for_coder(show_queue), name="review"),
    shows("/review/next", for_coder(go_on), name="review_next"),
    shows("/review/of/{report}/{incident}", for_coder(judge), name="judge"),
    changes("/review/decide", by_coder(decide), name="decide"),
    changes("/review/take-back", by_coder(take_back), name="take_back"),
)
