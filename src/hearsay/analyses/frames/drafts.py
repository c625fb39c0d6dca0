"""A frame of the rules while it is being made."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.analyses.frames.phrases import Found
from hearsay.records.frame import Frame, RoleName

STRUCK = frozenset({RoleName.TARGET, RoleName.VICTIM})
"""The roles of those whom something befell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A frame while its parts are gathered, with the word that it was found by."""

    found: Found
    frame: Frame
