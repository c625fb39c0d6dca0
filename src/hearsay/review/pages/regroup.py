"""Merging and splitting: which incidents are one, which actors are one; what would change is shown before it does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from hearsay.casebook import linked, preview
from hearsay.errors import ChangedError, UsageError
from hearsay.records.belief import Belief
from hearsay.records.edtf import days_of
from hearsay.records.link import LinkKind, Ref
from hearsay.records.review import Grouping
from hearsay.rendering.phrases import STANCES, one_line, when
from hearsay.review.coders import by_coder, for_coder
from hearsay.review.drawing import drawn
from hearsay.review.pages.judge import opened
from hearsay.review.routing import changes, shows
from hearsay.review.site import Missing, Site
from hearsay.store.base import View
from hearsay.store.entries import ActorEntry, CaseEntry
from hearsay.store.filters import ActorFilter, CaseFilter

POLICY = "as-reported"
AROUND = timedelta(days=7)
OFFERED = 40  # cases to merge with
NAMED = 200  # actors of single reports on a page
KINDS = {"incidents": LinkKind.SAME_INCIDENT, "actors": LinkKind.SAME_ACTOR}


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An incident or an actor of one report, as a line to tick."""

    ref: Ref
    teller: str
    published: str | None
    words: str

    @property
    def value(self) -> str:
        return written((self.ref,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Same:
    """Actors of single reports that are held to be one."""

    name: str
    members: tuple[Member, ...]

    @property
    def value(self) -> str:
        return written(member.ref for member in self.members)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A case in lines; `marked` are those that its counterpart on the other side of a preview has not."""

    title: str
    members: frozenset[Ref]
    lines: tuple[str, ...]
    marked: tuple[str, ...] = ()

    @property
    def same(self) -> tuple[str, ...]:
        """The lines that its counterpart has too."""
        return tuple(line for line in self.lines if line not in self.marked)


def written(refs: Iterable[Ref]) -> str:
    """Records as a form holds them."""
    return ",".join(f"{ref.report} {ref.record}" for ref in refs)


def refs(text: str) -> tuple[Ref, ...]:
    """What `written` wrote.

    Raises:
        UsageError: it is of another form.
    """
    pairs = [part.split(" ") for part in text.split(",") if part]
    if any(len(pair) != 2 for pair in pairs):
        raise UsageError("this form is not whole; load the page anew and try again")
    return tuple(Ref(report=report, record=record) for report, record in pairs)


def case(request: Request, site: Site, author: str) -> Response:
    """A case, its incidents of single reports to split off, and cases near it to merge it with."""
    with opened(site) as (view, index):
        entry = next(iter(index.cases(CaseFilter(case=request.path_params["case"]))), None)
        if entry is None:
            raise Missing("there is no such case; it may have been merged or split meanwhile")
        near = [one for one in index.cases(_near(entry)) if one.case.id != entry.case.id]
        members = [_incident(view, member) for member in entry.case.members]
        return drawn(
            request, "review_case.html", case=entry, members=members, near=near, written=written,
            all=written(entry.case.members),
        )  # fmt: skip


def _near(entry: CaseEntry) -> CaseFilter:
    days = days_of(entry.time) if entry.time else None
    if days is None:
        return CaseFilter(limit=OFFERED)
    first, last = max(days[0], date.min + AROUND) - AROUND, min(days[1], date.max - AROUND) + AROUND
    return CaseFilter(since=first.isoformat(), until=last.isoformat(), limit=OFFERED)


def _incident(view: View, ref: Ref) -> Member:
    report = view.report(ref.report)
    return Member(
        ref=ref,
        teller=report.outlet or report.agency or report.url or report.id,
        published=report.published,
        words=report.headline or report.id,
    )


def actors(request: Request, site: Site, author: str) -> Response:
    """Actors by name, those that are held to be one together."""
    asked = one_line(request.query_params.get("q", ""))
    with site.store.view() as view:
        named = list(view.actors(ActorFilter(name=asked or None, limit=NAMED)))
        groups = _same(view, named)
    return drawn(request, "review_actors.html", groups=groups, asked=asked, cut=len(named) == NAMED)


def _same(view: View, named: Sequence[ActorEntry]) -> list[Same]:
    shared = linked(view).actors
    groups: dict[str, list[ActorEntry]] = {}
    for entry in named:
        ref = Ref(report=entry.report.id, record=entry.id)
        groups.setdefault(shared.get(ref, f"{ref.report} {ref.record}"), []).append(entry)
    found = [Same(name=entries[0].name, members=tuple(map(_actor, entries))) for entries in groups.values()]
    return sorted(found, key=lambda one: (one.name.casefold(), one.value))


def _actor(entry: ActorEntry) -> Member:
    report = entry.report
    return Member(
        ref=Ref(report=report.id, record=entry.id),
        teller=report.outlet or report.agency or report.url or report.id,
        published=report.published,
        words=f"{entry.name} ({entry.kind.value}{f', {entry.country}' if entry.country else ''})",
    )


def show_preview(request: Request, site: Site, author: str) -> Response:
    """What a merge or a split would change."""
    grouping = _asked(request, author)
    with site.store.view() as view:
        found = preview(view, grouping, POLICY)
        edition = view.edition()
    before, after = [_summary(one) for one in found.before], [_summary(one) for one in found.after]
    return drawn(
        request,
        "review_preview.html",
        grouping=grouping,
        one=written(grouping.one),
        other=written(grouping.other),
        what="incidents" if grouping.kind is LinkKind.SAME_INCIDENT else "actors",
        before=[_marked(one, after) for one in before],
        after=[_marked(one, before) for one in after],
        refused=found.refused,
        edition=edition,
    )


def _asked(request: Request, author: str) -> Grouping:
    """The grouping that a page asks to preview: ticked records against the rest of `all`, or sets that are one."""
    ticked = [refs(one) for one in request.query_params.getlist("pick")]
    if request.query_params.get("do") == "merge":
        sides = [side for side in (refs(request.query_params.get("with", "")), *ticked) if side]
        if len(sides) < 2:
            raise UsageError("tick what is the same: at least two")
        # one of each side is enough to join them; a grouping of more would be taken back as a whole all the same
        one, other = sides[0][:1], tuple(side[0] for side in sides[1:])
        holds = True
    else:
        one = tuple(dict.fromkeys(ref for side in ticked for ref in side))
        other = tuple(ref for ref in refs(request.query_params.get("all", "")) if ref not in one)
        holds = False
        if not one or not other:
            raise UsageError("tick what is to be split off: some, but not all")
    return Grouping(kind=_kind(request.query_params), one=one, other=other, holds=holds, author=author, at=_now())


def _kind(given: Mapping[str, str]) -> LinkKind:
    kind = KINDS.get(given.get("kind", ""))
    if kind is None:
        raise UsageError("this form is not whole; load the page anew and try again")
    return kind


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def group(request: Request, site: Site, author: str, form: Mapping[str, str]) -> Response:
    """Merges or splits, as it was previewed; refused when the book has changed since."""
    made = Grouping(
        kind=_kind(form),
        one=refs(form.get("one", "")),
        other=refs(form.get("other", "")),
        holds=form.get("holds") == "yes",
        author=author,
        at=_now(),
        note=one_line(form.get("note", "")) or None,
    )
    if not made.one or not made.other:
        raise UsageError("this form is not whole; load the page anew and try again")
    with site.store.view() as view:
        if str(view.edition()) != form.get("edition"):
            raise ChangedError("the book has changed since this was previewed; look at the preview again")
        if made.holds and preview(view, made, POLICY).refused:
            raise UsageError("decisions on third records say that these are not the same; take one of those back first")
    with site.store.writer() as writer:
        writer.group(made)
    return RedirectResponse(request.app.url_path_for("decisions"), status_code=303)


def _summary(belief: Belief) -> Summary:
    """A case in the lines that a merge or split can change."""
    fields = {field.field: field for field in belief.fields}
    said = [_values(belief, name) for name in ("kind", "time", "place")]
    lines = [
        f"report: {one_line(one.headline or one.report)} ({one_line(one.outlet or one.agency or 'no outlet')})"
        for one in belief.sources
    ]
    lines += [f"{name}: {_values(belief, name)}" for name in fields if fields[name].variants]
    lines += [f"{effect.value.replace('_', ' ')}: {_values(belief, effect.value)}" for effect, _ in belief.counts]
    lines += [f"{one_line(one.who.name)} – {STANCES[one.stance]}" for one in belief.responsibilities]
    lines += [f"origins: {belief.origins}"]
    members = frozenset(belief.case.members)
    return Summary(title=" · ".join(said), members=members, lines=tuple(dict.fromkeys(lines)))


def _values(belief: Belief, name: str) -> str:
    field = next((one for one in (*belief.fields, *(count for _, count in belief.counts)) if one.field == name), None)
    variants = field.variants if field is not None else ()
    words = [when(one.text) if name == "time" else one_line(one.text) for one in variants]
    return " / ".join(dict.fromkeys(words)) or f"no {name}"


def _marked(summary: Summary, others: Sequence[Summary]) -> Summary:
    """The summary with what the one on the other side that shares most incidents with it does not say."""
    counterpart = max(others, key=lambda one: len(one.members & summary.members), default=None)
    told = counterpart.lines if counterpart is not None else ()
    return replace(summary, marked=tuple(line for line in summary.lines if line not in told))


ROUTES = (
    shows("/review/case/{case}", for_coder(case), name="regroup"),
    shows("/review/actors", for_coder(actors), name="same_actors"),
    shows("/review/preview", for_coder(show_preview), name="preview"),
    changes("/review/group", by_coder(group), name="group"),
)
