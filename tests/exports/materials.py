"""What the tests of exports write out: a few cases, among them one that no codebook can hold in one row."""

from __future__ import annotations

from collections.abc import Sequence

from tests.beliefs.cases import Pile
from tests.links.tellings import Happening, Word, document, telling

from hearsay.beliefs.policies.built import POLICIES
from hearsay.beliefs.weigh import weigh
from hearsay.exports.base import Material
from hearsay.links.match import match
from hearsay.records.incident import Stance
from hearsay.records.items import found
from hearsay.records.reading import Reading
from hearsay.records.review import Review, Verdict


def reading(number: int, happening: Happening, published: str = "2031-05-07") -> Reading:
    text = "\n".join([f"Headline {number}, “quoted” & <marked>", *(word.words for word in happening.words)])
    return telling(document(text, published=published, outlet=f"Outlet {number}"), happening)


RIVALS = Happening(
    words=(
        Word(words="At least 13 people died, police said.", speaker="police", killed=(13, None, "At least 13 people")),
        Word(words="Hospitals counted 40 dead and 90 hurt.", speaker="hospitals", killed=40, wounded=90),
        Word(
            words="We did it, the Herons said.",
            speaker="Red Heron Brigade",
            doer="Red Heron Brigade",
            stance=Stance.CLAIMED,
        ),
        Word(words="It was ours, said the Front.", speaker="Dune Front", doer="Dune Front", stance=Stance.CLAIMED),
    ),
    kind="suicide bombing",
    time="2031-05-06",
    target="the grain market",
    target_kind="business",
    weapon="an explosive vest",
)
ACCUSED = Happening(
    words=(
        Word(
            words="Police blamed the Dune Front for 3 deaths.",
            speaker="police",
            killed=3,
            doer="Dune Front",
            stance=Stance.ACCUSED,
        ),
    ),
    kind="shooting",
    time="2031-04-02",
    town="Harn",
    target="a patrol",
    target_kind="military",
)
VAGUE = Happening(words=(Word(words="Some time that year a bomb went off."),), time="2031", town=None)
UNDATED = Happening(words=(Word(words="A bomb went off, nobody knows when."),), town="Livadne")
ARREST = Happening(words=(Word(words="Two were arrested in May."),), kind="arrest", time="2031-05")


def readings() -> list[Reading]:
    return [reading(n, happening) for n, happening in enumerate((RIVALS, ACCUSED, VAGUE, UNDATED, ARREST))]


def reviews(found_in: Sequence[Reading]) -> tuple[Review, ...]:
    """A decision on every item, accepting and rejecting in turn."""
    verdicts = (Verdict.ACCEPT, Verdict.REJECT)
    return tuple(
        Review(
            item=one.item, verdict=verdicts[at % 2], judged=one.value, author="An Editor", at=f"2031-07-01T10:{at:02}"
        )
        for reading in sorted(found_in, key=lambda one: one.document.id)
        for at, one in enumerate(found(reading))
    )


def material(chosen: Sequence[Reading] | None = None, policy: str = "ucdp") -> Material:
    pile = Pile(*(readings() if chosen is None else chosen))
    linking = match(pile.readings.values())
    return Material(
        policy=policy,
        linking=linking,
        beliefs=lambda: weigh(linking, pile, POLICIES.named(policy)),
        readings=lambda: iter(sorted(pile.readings.values(), key=lambda one: one.document.id)),
        reviews=reviews(list(pile.readings.values())),
    )
