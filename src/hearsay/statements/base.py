"""The options of the statements stage."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementOptions:
    """How statements are made.

    speech: list speech that is about no incident or relation too.
    """

    speech: bool = True
