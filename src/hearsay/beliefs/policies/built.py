"""The policies that ship."""

from __future__ import annotations

from hearsay.beliefs.base import Policy
from hearsay.beliefs.policies.acled import Acled
from hearsay.beliefs.policies.as_reported import AsReported
from hearsay.beliefs.policies.gtd import Gtd
from hearsay.beliefs.policies.highest import Highest
from hearsay.beliefs.policies.latest import Latest
from hearsay.beliefs.policies.lowest import Lowest
from hearsay.beliefs.policies.majority import Majority
from hearsay.beliefs.policies.most_independent import MostIndependent
from hearsay.beliefs.policies.ucdp import Ucdp
from hearsay.registry import Plugins

POLICIES: Plugins[Policy] = Plugins(
    group="hearsay.policies",
    meets=lambda found: isinstance(found, Policy),
    shipped=(AsReported(), Lowest(), Highest(), Latest(), Majority(), MostIndependent(), Gtd(), Acled(), Ucdp()),
)
"""All policies; `POLICIES.named("gtd")` gives one."""
