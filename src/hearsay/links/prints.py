"""The print of a report: what is kept of it to find its carried copies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

import numpy as np

from hearsay.links.fingerprints import Fingerprint, fingerprint
from hearsay.records.document import Document
from hearsay.records.edtf import days_of
from hearsay.vocabulary.folding import fold
from hearsay.vocabulary.outlets import outlet_named


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """What is kept of a report to find its copies: the day of publication, and whose text it is.

    `outlet` is the outlet's name, or the host of its address. `sequence` are the numbers of its words in the order of
    the text; `numbers` are those to compare, sorted, without doubles, and `size` is how many they are.
    """

    report: str
    outlet: str | None
    agency: str | None
    day: date | None
    sequence: Fingerprint
    numbers: Fingerprint

    @property
    def size(self) -> int:
        """How many numbers there are to compare."""
        return len(self.numbers)

    @property
    def order(self) -> tuple[str, str]:
        """Reports go by day, those without one last, then by id."""
        return (self.day.isoformat() if self.day else "~", self.report)


def printed(document: Document) -> Print:
    """The print of a report."""
    days = days_of(document.published[:10]) if document.published else None
    sequence = fingerprint(document)
    return Print(
        report=document.id,
        outlet=_outlet(document),
        agency=_agency(document.agency),
        day=days[0] if days else None,
        sequence=sequence,
        numbers=np.unique(sequence),
    )


def _outlet(document: Document) -> str | None:
    if document.outlet:
        return fold(document.outlet)
    try:
        return urlsplit(document.url or "").hostname
    except ValueError:  # an address that is none
        return None


def _agency(name: str | None) -> str | None:
    if not name:
        return None
    known = outlet_named(name)
    return fold(known.name if known else name)
