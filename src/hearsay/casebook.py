"""From a store to cases: everything in it linked, weighed under a policy, and ready to be written out.

Nothing of it is kept: links and beliefs are computed from what the view shows, so that a report that is taken out of
the store leaves no trace in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hearsay.beliefs.policies.built import POLICIES
from hearsay.beliefs.weigh import weigh
from hearsay.exports.base import Material
from hearsay.links.base import LinkOptions
from hearsay.links.match import match
from hearsay.records.belief import Belief, Correction
from hearsay.records.link import Link
from hearsay.store.base import View


def material(
    view: View,
    policy: str,
    *,
    decisions: Sequence[Link] = (),
    corrections: Sequence[Correction] = (),
    options: LinkOptions | None = None,
) -> Material:
    """What a view holds, linked and weighed; `view` has to stay open while the material is used.

    `decisions` and `corrections` are persons' words: leaving one out takes it back.

    Raises:
        UsageError: there is no policy of this name.
    """
    chosen = POLICIES.named(policy)
    linking = match(view.readings(), decisions, options)

    def beliefs() -> Iterator[Belief]:
        return weigh(linking, view, chosen, corrections)

    return Material(policy=chosen.name, linking=linking, beliefs=beliefs, readings=view.readings)
