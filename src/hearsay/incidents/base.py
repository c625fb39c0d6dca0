"""The options of the incidents stage."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentOptions:
    """How frames are put together to incidents.

    threshold: the score (see `grouping.py`) from which a frame joins an incident told before it.
    """

    threshold: float = 1.5
