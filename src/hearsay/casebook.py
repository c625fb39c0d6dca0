"""From a store to cases: everything in it linked, weighed under a policy, and ready to be written out.

Links and beliefs are computed from what the store holds, so that a report that is taken out leaves no trace in them.
What linking came to is kept beside it as an index of cases, which is current as long as nothing has changed: then a
case is shown, and cases are listed, without linking the whole store again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from hearsay.beliefs.policies.built import POLICIES
from hearsay.beliefs.weigh import weigh
from hearsay.errors import UsageError
from hearsay.exports.base import Material
from hearsay.judging.applied import Reviewed
from hearsay.links.base import LinkOptions
from hearsay.links.match import match
from hearsay.masking.view import MaskedView
from hearsay.records.belief import Belief, DissentKind
from hearsay.records.ids import content_id, text_sha256
from hearsay.records.incident import CountEffect
from hearsay.records.link import Case, Linking, Ref
from hearsay.records.reading import Reading
from hearsay.records.review import Grouping, Subject, Verdict
from hearsay.store.base import CaseIndex, Store, View
from hearsay.store.entries import CaseEntry, DoerEntry, MatchKind
from hearsay.store.filters import CaseFilter

CASE = "case-"
"""How the ids of cases begin."""

LISTED = "gtd"
"""The policy whose values stand on a case's line: what most origins say, else the latest."""

Step = Callable[[str, int], None]
"""Is told how far it is: what is being done ("linking", "weighing") and how many reports or cases are done."""


def bring_up_to_date(store: Store, step: Step | None = None) -> None:
    """Links and weighs the store and keeps the index of its cases; does nothing while the index is current.

    When others write meanwhile it is left as it was: the next call does it.
    """
    with store.view() as view:
        index = view.case_index(maker())
        if index is not None and index.current:
            return
        edition = view.edition()
        shelf = reviewed(view)
        linking = match(_counted(shelf.readings(), step), view.decisions())
        beliefs = weigh(linking, shelf, POLICIES.named(LISTED), view.corrections())
        entries = []
        for number, belief in enumerate(beliefs, start=1):
            entries.append(_entry(belief))
            if step is not None:
                step("weighing", number)
    with store.writer() as writer:
        writer.keep_cases(linking, entries, maker(), edition)


def case_index(view: View) -> CaseIndex | None:
    """The index of cases that was last kept; None when there is none. Ask `bring_up_to_date` to make it current."""
    return view.case_index(maker())


def material(view: View, policy: str, options: LinkOptions | None = None) -> Material:
    """What a view holds, linked and weighed; `view` has to stay open while the material is used.

    Persons' decisions, reviews and corrections are the view's own: one that is taken back leaves no trace.

    Raises:
        UsageError: there is no policy of this name.
    """
    chosen = POLICIES.named(policy)
    shelf = reviewed(view)
    linking = linked(view) if options is None else match(shelf.readings(), view.decisions(), options)
    corrections = view.corrections()

    def beliefs() -> Iterator[Belief]:
        return (_with_reviews(belief, shelf) for belief in weigh(linking, shelf, chosen, corrections))

    return Material(
        policy=chosen.name,
        linking=linking,
        beliefs=beliefs,
        readings=shelf.readings,
        as_read=view.readings,
        reviews=view.reviews(),
    )


def believed(view: View, linking: Linking, policy: str) -> Belief:
    """The only case of a linking, weighed, with what persons have decided on its reports. Nothing is linked anew, so
    that a linking that was kept elsewhere will do.

    Raises:
        UsageError: there is no policy of this name, or one of the reports is not there any more.
    """
    chosen = POLICIES.named(policy)
    (case,) = linking.cases
    reports = dict.fromkeys(member.report for member in case.members)
    shelf = Reviewed(view, [review for report in reports for review in view.reviews(report)])
    (belief,) = weigh(linking, shelf, chosen, view.corrections())
    return _with_reviews(belief, shelf)


def reviewed(view: View) -> Reviewed:
    """The view's readings as persons have decided on them: what links and beliefs are computed from."""
    return view.reviewed() if isinstance(view, MaskedView) else Reviewed(view, view.reviews())


def _with_reviews(belief: Belief, shelf: Reviewed) -> Belief:
    said = tuple(review for member in belief.case.members for review in shelf.standing(member))
    return replace(belief, reviews=said) if said else belief


def linked(view: View) -> Linking:
    """Everything in a view, linked."""
    index = _current(view)
    return index.linking() if index is not None else match(reviewed(view).readings(), view.decisions())


def member_of(view: View, words: str) -> Ref:
    """An incident of the case that is meant: by the id of the case or of any of its incidents, or the beginning of it.

    Raises:
        UsageError: nothing, or several cases, may be meant.
    """
    if words.startswith(CASE):
        found = [case.members[0] for case in _cases(view, words)]
    else:
        incidents = [match for match in view.find(words) if match.kind is MatchKind.INCIDENT]
        exact = [match for match in incidents if match.id == words] or incidents
        found = [Ref(report=match.report, record=match.id) for match in exact]
    if not found:
        raise UsageError(f"there is no case or incident {words!r}; see: hearsay list incidents")
    if len({member.record for member in found}) > 1:
        raise UsageError(f"{words!r} may mean {len(found)} cases; give more of the id")
    return found[0]


def case_of(view: View, member: Ref, policy: str) -> Belief:
    """The case that an incident of a report belongs to, weighed.

    An incident that belongs to none (a running tally) is a case by itself.

    Raises:
        UsageError: there is no policy of this name, or a person has decided that the incident is none.
    """
    chosen = POLICIES.named(policy)
    shelf = reviewed(view)
    (belief,) = weigh(_linking_of(view, member, shelf), shelf, chosen, view.corrections())
    return _with_reviews(belief, shelf)


def _linking_of(view: View, member: Ref, shelf: Reviewed) -> Linking:
    """A linking whose only case is that of the member."""
    if all(one.id != member.record for one in shelf.reading(member.report).incidents):
        raise UsageError(_rejected(shelf, member))
    alone = Case(id=content_id("case", member.report, member.record), members=(member,))
    index = _current(view)
    if index is not None:
        entry = index.of(member)
        return index.linking(entry.case if entry is not None else alone)
    linking = match(shelf.readings(), view.decisions())
    case = next((case for case in linking.cases if member in case.members), alone)
    return replace(linking, cases=(case,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a grouping would change: the cases that it touches as they are and as they would be, those that stay the
    same left out. `refused` is True when decisions on third records stand against it."""

    before: tuple[Belief, ...]
    after: tuple[Belief, ...]
    refused: bool


def preview(view: View, grouping: Grouping, policy: str) -> Preview:
    """What a grouping would change, without keeping it.

    Raises:
        UsageError: there is no policy of this name.
    """
    chosen, shelf = POLICIES.named(policy), reviewed(view)
    decisions = (*view.decisions(), *grouping.links())
    old, new = linked(view), match(shelf.readings(), decisions)
    reports = {ref.report for ref in (*grouping.one, *grouping.other)}
    shared = {old.actors.get(ref) or new.actors.get(ref) for ref in (*grouping.one, *grouping.other)} - {None}
    reports |= {ref.report for ref, one in (*old.actors.items(), *new.actors.items()) if one in shared}

    def touched(linking: Linking) -> list[Belief]:
        cases = tuple(case for case in linking.cases if reports & {member.report for member in case.members})
        return list(weigh(replace(linking, cases=cases), shelf, chosen, view.corrections()))

    before, after = touched(old), touched(new)
    refused = len(new.refused) > len(old.refused)
    return Preview(
        before=tuple(one for one in before if one not in after),
        after=tuple(one for one in after if one not in before),
        refused=refused,
    )


def _cases(view: View, beginning: str) -> Iterable[Case]:
    index = _current(view)
    if index is not None:
        return [entry.case for entry in index.cases(CaseFilter(case=beginning))]
    return [case for case in linked(view).cases if case.id.startswith(beginning)]


def _current(view: View) -> CaseIndex | None:
    index = view.case_index(maker())
    return index if index is not None and index.current else None


@cache
def maker() -> str:
    """A stamp of what makes the index: it changes with the code and the tables that link and weigh."""
    told = [
        one.read_text(encoding="utf-8")
        for package in (
            "hearsay.judging",
            "hearsay.links",
            "hearsay.beliefs",
            "hearsay.beliefs.policies",
            "hearsay.vocabulary",
        )
        for one in sorted(files(package).iterdir(), key=lambda one: one.name)
        if one.name.endswith((".py", ".tsv"))
    ]
    return text_sha256("\n".join(told))[:16]


def _counted(readings: Iterator[Reading], step: Step | None) -> Iterator[Reading]:
    for number, reading in enumerate(readings, start=1):
        yield reading
        if step is not None:
            step("linking", number)


def _entry(belief: Belief) -> CaseEntry:
    kind, time, place = belief.field("kind"), belief.field("time"), belief.field("place")
    doers = [DoerEntry(name=one.who.name, stance=one.stance) for one in belief.responsibilities]
    return CaseEntry(
        case=belief.case,
        kind=kind.value.text if kind and kind.value else None,
        time=time.value.text if time and time.value else None,
        where=place.value.where if place and place.value else None,
        killed=_range(belief, CountEffect.KILLED),
        wounded=_range(belief, CountEffect.WOUNDED),
        doers=tuple(dict.fromkeys(doers)),
        claims=belief.claims,
        headline=belief.sources[0].headline,
        reports=len(belief.sources),
        stories=len({source.story for source in belief.sources}),
        origins=belief.origins,
    )


def _range(belief: Belief, effect: CountEffect) -> tuple[int, int] | None:
    """The lowest and highest figure that is given for all of them; figures for a part of them do not count."""
    count = belief.count(effect)
    if count is None:
        return None
    parts = [one.variant for one in count.dissent if one.kind is DissentKind.SCOPE]
    found = [one.number for one in count.variants if one not in parts and one.number is not None]
    if count.value is not None and count.value.number is not None:
        found.append(count.value.number)  # a person's word is no variant of the reports
    return (min(found), max(found)) if found else None


def _rejected(shelf: Reviewed, member: Ref) -> str:
    for review in shelf.standing(member):
        if review.verdict is Verdict.REJECT and review.item.subject in (Subject.INCIDENT, Subject.STATEMENT):
            return (
                f"{member.record} is no incident by a decision of {review.author} of {review.at}; "
                f"to take it back: hearsay review undo {review.id}"
            )
    return f"there is no incident {member.record!r} in report {member.report!r}; see: hearsay list incidents"
