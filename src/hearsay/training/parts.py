"""What a word may be to the incident that another word tells of: labels that `fiction` marks and the model learns."""

from __future__ import annotations

DOERS = ("did", "claimed", "accused", "suspected", "denied")
"""Ways to say who did it."""
PARTS = (
    *DOERS,
    *("target", "victim", "weapon", "place", "date"),
    *("killed", "wounded", "taken", "held", "missing", "fled"),
)
NO_PART = "none"
PART_LAYERS = ("deed", "part", "parted", "second", "seconded")
"""The layers of examples that they stand in: which incidents a word tells of, one bit each; its part and in which; and
those of a word with parts in two incidents."""
