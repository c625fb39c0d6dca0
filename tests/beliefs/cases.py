"""Cases made by hand for the tests of beliefs: readings on a shelf, all of one incident."""

from __future__ import annotations

from tests.links.tellings import Happening, Word, document, telling

from hearsay.beliefs.policies.built import POLICIES
from hearsay.beliefs.weigh import weigh
from hearsay.links.match import match
from hearsay.records.belief import Belief, Correction
from hearsay.records.link import LinkKind, Ref, decision
from hearsay.records.reading import Reading


class Pile:
    """Readings in memory, as a shelf."""

    def __init__(self, *readings: Reading) -> None:
        self.readings = {reading.document.id: reading for reading in readings}

    def reading(self, report: str) -> Reading:
        return self.readings[report]


def told(
    number: int, *words: Word, published: str = "2031-05-06", time: str = "2031-05-06", kind: str = "bombing"
) -> Reading:
    """A report of its own prose (numbered, so that no two carry one story) with one incident."""
    text = "\n".join([f"Headline {number}", *(word.words for word in words)])
    source = document(text, published=published, outlet=f"Outlet {number}")
    happening = Happening(words=words, time=time, kind=kind, target="the grain market", target_kind="business")
    return telling(source, happening)


def believed(policy: str, *readings: Reading, corrections: tuple[Correction, ...] = ()) -> Belief:
    """The one belief over readings that a person has joined, so that linking is not what is tested here."""
    refs = [Ref(report=reading.document.id, record=reading.incidents[0].id) for reading in readings]
    decisions = [
        decision(LinkKind.SAME_INCIDENT, (refs[0], ref), holds=True, author="the test", at="2031-01-01")
        for ref in refs[1:]
    ]
    linking = match(readings, decisions)
    (belief,) = weigh(linking, Pile(*readings), POLICIES.named(policy), corrections)
    return belief
