"""The options of the incidents stage."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentOptions:
    """How frames are put together to incidents.

    bias: what is added to the score of a frame's opening an incident (see `grouping.py`); more makes more incidents.
    """

    bias: float = 0.0
