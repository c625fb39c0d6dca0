"""From a store to cases: everything in it linked, weighed under a policy, and ready to be written out.

Nothing of it is kept: links and beliefs are computed from what the view shows, so that a report that is taken out of
the store leaves no trace in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hearsay.beliefs.policies.built import POLICIES
from hearsay.beliefs.weigh import weigh
from hearsay.errors import UsageError
from hearsay.exports.base import Material
from hearsay.links.base import LinkOptions
from hearsay.links.match import match
from hearsay.records.belief import Belief
from hearsay.records.ids import content_id
from hearsay.records.link import Case, Link, Linking, Ref
from hearsay.store.base import View
from hearsay.store.entries import MatchKind

CASE = "case-"
"""How the ids of cases begin."""


def material(view: View, policy: str, options: LinkOptions | None = None) -> Material:
    """What a view holds, linked and weighed; `view` has to stay open while the material is used.

    Persons' decisions and corrections are the view's own: one that is taken back leaves no trace.

    Raises:
        UsageError: there is no policy of this name.
    """
    chosen = POLICIES.named(policy)
    linking = match(view.readings(), view.decisions(), options)
    corrections = view.corrections()

    def beliefs() -> Iterator[Belief]:
        return weigh(linking, view, chosen, corrections)

    return Material(policy=chosen.name, linking=linking, beliefs=beliefs, readings=view.readings)


def linked(view: View, decisions: Sequence[Link] | None = None) -> Linking:
    """Everything in a view, linked; `decisions` take the place of the view's own."""
    return match(view.readings(), view.decisions() if decisions is None else decisions)


def member_of(view: View, words: str) -> Ref:
    """An incident of the case that is meant: by the id of the case or of any of its incidents, or the beginning of it.

    Raises:
        UsageError: nothing, or several cases, may be meant.
    """
    if words.startswith(CASE):
        found = [case.members[0] for case in linked(view).cases if case.id.startswith(words)]
    else:
        incidents = [match for match in view.find(words) if match.kind is MatchKind.INCIDENT]
        exact = [match for match in incidents if match.id == words] or incidents
        found = [Ref(report=match.report, record=match.id) for match in exact]
    if not found:
        raise UsageError(f"there is no case or incident {words!r}; see: hearsay list incidents")
    if len({member.record for member in found}) > 1:
        raise UsageError(f"{words!r} may mean {len(found)} cases; give more of the id")
    return found[0]


def case_of(view: View, member: Ref, policy: str) -> tuple[Belief, Linking]:
    """The case that an incident of a report belongs to, weighed, and the linking of the whole view.

    An incident that belongs to none (a running tally) is a case by itself.

    Raises:
        UsageError: there is no policy of this name.
    """
    chosen = POLICIES.named(policy)
    linking = linked(view)
    case = next((case for case in linking.cases if member in case.members), None)
    if case is None:
        case = Case(id=content_id("case", member.report, member.record), members=(member,))
    (belief,) = weigh(replace(linking, cases=(case,)), view, chosen, view.corrections())
    return belief, linking
