"""Whether two voices are two origins, or one that was heard twice.

Two reports are two origins of a fact only if neither the story nor the innermost speaker is the same: forty carriers of
one agency story are one, and so are five outlets that quote one spokesperson for what he said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hearsay.records.actor import Actor, ActorKind
from hearsay.records.belief import Voice
from hearsay.records.link import Ref
from hearsay.records.statement import Anonymity, Speaker
from hearsay.vocabulary.folding import fold

_OF_A_PERSON = 2  # the last words of a person's name: "Captain Moro Dial" is "Moro Dial"


def origins(voices: Sequence[Voice]) -> int:
    """How many independent origins there are among the voices."""
    seen: list[set[str]] = []
    for voice in voices:
        joined = {f"story {voice.story}", f"speaker {voice.key}"}
        apart = []
        for known in seen:
            if known & joined:
                joined |= known
            else:
                apart.append(known)
        seen = [*apart, joined]
    return len(seen)


def speaker_key(
    speakers: Sequence[Speaker], report: str, story: str, actors: Mapping[str, Actor], shared: Mapping[Ref, str]
) -> str:
    """The same for two voices whose innermost speaker is the same, as far as the reports let us know.

    Speakers who asked not to be named, and bodies ("police"), count as one when they are described alike: nothing shows
    that they are two, and an official who briefs five outlets is one. Other unnamed speakers ("a witness") are the
    story's own.
    """
    if not speakers:
        return f"story {story}"
    speaker = speakers[-1]
    if speaker.actor is not None:
        known = shared.get(Ref(report=report, record=speaker.actor))
        if known is not None:
            return known
    actor = actors.get(speaker.actor or "")
    if speaker.anonymity is Anonymity.UNNAMED:
        return f"{fold(speaker.name)} of {story}"
    name = fold(actor.name if actor else speaker.name)
    if actor and actor.kind is ActorKind.PERSON:
        name = " ".join(name.split()[-_OF_A_PERSON:])
    return name
