"""The twelve reports of `examples/story`, read by hand: what linking, weighing and exporting are tried on.

The reports are fiction. Their documents are read from the files; the incidents and statements are put in by hand, so
that what is tested here does not hang on how well a reader reads.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.links.tellings import Happening, Word, telling

from hearsay.documents.read import read_one
from hearsay.records.incident import Stance
from hearsay.records.reading import Reading
from hearsay.records.statement import Anonymity, Certainty

STORY = Path(__file__).parents[2] / "examples" / "story"

BLAST = Happening(
    words=(),
    kind="suicide bombing",
    time="2031-05-06",
    town="Mopti",
    target="the fish market",
    target_kind="business",
)
HERON, DUNE, SALT = "Red Heron Brigade", "Dune Front", "Salt Road Movement"
MINISTER = "Interior Minister Oumar Tall"


def _wire(*more: Word) -> tuple[Happening, ...]:
    first = Word(words="A suicide bomber killed at least 13 people", speaker="police", killed=(13, None, "at least 13"))
    return (replace(BLAST, words=(replace(first, anonymity=Anonymity.COLLECTIVE), *more)),)


def _blast(*words: Word) -> Happening:
    return replace(BLAST, words=words)


CAPTAIN = Word(words="13 bodies had been taken away", speaker="Police Captain Moro Dial", killed=13)
TOLD: dict[str, tuple[Happening, ...]] = {
    "01-wire": _wire(CAPTAIN),
    "02-carried-short": _wire(CAPTAIN),
    "03-carried-with-local-lines": _wire(CAPTAIN),
    "04-radio": (
        _blast(
            Word(words="40 people had died in the suicide bombing", speaker="Hospital officials", killed=40),
            Word(words="Ninety people were wounded", speaker="Hospital officials", wounded=90),
        ),
    ),
    "05-minister": (
        _blast(
            Word(
                words="on Thursday accused the Salt Road Movement of",
                speaker=MINISTER,
                doer=SALT,
                stance=Stance.ACCUSED,
            ),
            Word(words="Tall put the number of dead at 69", speaker=MINISTER, killed=69),
        ),
    ),
    "06-first-claim": (
        _blast(
            Word(
                words="The Red Heron Brigade claimed responsibility on Friday",
                speaker=HERON,
                doer=HERON,
                stance=Stance.CLAIMED,
                channel="in a statement on its website",
            ),
            Word(words="The dead now number 70", speaker="Awa Sidibe", killed=70),
            Word(
                words="Analysts doubt the claim: the brigade",
                speaker="Analysts",
                anonymity=Anonymity.COLLECTIVE,
                certainty=Certainty.UNCLEAR,
            ),
        ),
    ),
    "07-second-claim": (
        _blast(
            Word(
                words="The market bombing was our work and nobody else's",
                speaker="Yusuf Ag Ehya",
                doer=DUNE,
                stance=Stance.CLAIMED,
                channel="by telephone",
            ),
            Word(words="repeated that 69 people had died", speaker=MINISTER, killed=69),
        ),
    ),
    "08-denial": (
        _blast(
            Word(
                words="denied any part in Tuesday's suicide bombing",
                speaker=SALT,
                doer=SALT,
                stance=Stance.DENIED,
                channel="in a letter",
            )
        ),
    ),
    "09-funerals": (_blast(Word(words="the suicide bombing of its fish market on Tuesday")),),
    "10-correction": (_blast(Word(words="70 people died in all", speaker="Awa Sidibe", killed=70)),),
    "11-arrest": (
        _blast(Word(words="the suicide bombing of the fish market in Mopti on May 6", speaker="Fatou Maiga")),
        Happening(
            words=(Word(words="Two men were arrested on Sunday in Segou", speaker="Fatou Maiga", detained=2),),
            kind="arrest",
            time="2031-06-01",
            town="Segou",
        ),
    ),
    "12-background": (
        Happening(
            words=(Word(words="A grenade wounded three people", speaker="the mayor", wounded=3),),
            kind="grenade attack",
            time="2031-09-14",
            town="Gao",
            target="the bus station",
            target_kind="transport",
        ),
        _blast(Word(words="which killed 70 people by the count of Awa Sidibe", speaker="Awa Sidibe", killed=70)),
        Happening(
            words=(Word(words="Attacks in the north have killed 140 people so far this year", killed=140),),
            kind="killing",
            time="2031",
            town=None,
        ),
    ),
}


def readings() -> list[Reading]:
    """The twelve readings, in the order of their files."""
    return [telling(read_one(STORY / f"{name}.html"), *happenings) for name, happenings in TOLD.items()]
