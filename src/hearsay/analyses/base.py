"""What an analyser is, and its options."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from hearsay.analyses.places.options import PlaceOptions
from hearsay.analyses.times.options import TimeOptions
from hearsay.neural.reader import ReaderOptions
from hearsay.records.analysis import Analysis
from hearsay.records.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisOptions:
    """How reports are analysed.

    reader: which model is run, and how.
    registry: a file of actors that add to, or override, the shipped registry.
    times: how temporal expressions are read.
    places: how places are found and resolved.
    """

    reader: ReaderOptions = field(default_factory=ReaderOptions)
    registry: Path | None = None
    times: TimeOptions = field(default_factory=TimeOptions)
    places: PlaceOptions = field(default_factory=PlaceOptions)


class Analyser(Protocol):
    """Turns a document into its analysis; another reader plugs in here."""

    def analyse(self, document: Document) -> Analysis:
        """The document's tokens, mentions, actors, places, times and frames."""
        ...
