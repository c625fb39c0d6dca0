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
ROLE_LAYERS = (("part", "parted"), ("second", "seconded"))
"""The layers of examples that say a word's part and in which incidents, one bit each; the second pair is for a word
with parts in two: who was arrested is accused of something."""
PART_LAYERS = ("deed", *(layer for pair in ROLE_LAYERS for layer in pair))
"""Those, and the one that says which incidents a word tells of."""
