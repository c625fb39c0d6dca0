"""Who did it, as everybody says: each actor in each stance, and how the claims stand to one another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hearsay.beliefs.figures import reports
from hearsay.beliefs.hearing import Blame, Hearing
from hearsay.beliefs.origins import origins
from hearsay.records.belief import ClaimStatus, Dissent, DissentKind, Responsibility, Variant, Voice
from hearsay.records.incident import Stance
from hearsay.records.statement import AboutIncident, Certainty, Polarity
from hearsay.vocabulary.described import is_description, is_unnamed
from hearsay.vocabulary.folding import fold

_DOUBTFUL = frozenset({Certainty.POSSIBLE, Certainty.UNCLEAR})
_STANCES = list(Stance)


def responsibilities(hearings: Sequence[Hearing]) -> tuple[Responsibility, ...]:
    """One entry an actor, part and stance, with all its voices; those with the most origins first within a stance.

    The "gunmen" of one report are those of another where both tell of one incident; where any report of it names
    somebody, they are left out: they are whoever that was.
    """
    grouped: dict[tuple[str, str, Stance], list[Blame]] = {}
    for hearing in hearings:
        for blame in hearing.blames():
            who = fold(blame.who.name) if is_unnamed(blame.who.name) else blame.who.id
            grouped.setdefault((who, blame.entry.role, blame.entry.stance), []).append(blame)
    told = [blame for blames in grouped.values() for blame in blames]
    if any(blame.entry.stance is not Stance.DENIED and not is_unnamed(blame.who.name) for blame in told):
        grouped = {key: blames for key, blames in grouped.items() if not is_unnamed(blames[0].who.name)}
    found = [_responsibility(blames, hearings) for blames in grouped.values()]
    return tuple(sorted(found, key=lambda r: (_STANCES.index(r.stance), -r.origins, r.who.name, r.who.id, r.part)))


def _responsibility(blames: Sequence[Blame], hearings: Sequence[Hearing]) -> Responsibility:
    first = min(blames, key=lambda blame: (blame.voice.when or "~", blame.voice.report, blame.voice.statement))
    voices = {(blame.voice.report, blame.voice.statement): blame.voice for blame in blames}
    ordered = tuple(sorted(voices.values(), key=lambda voice: (voice.when or "~", voice.report, voice.statement)))
    claimed = first.entry.stance is Stance.CLAIMED
    return Responsibility(
        who=first.who,
        part=first.entry.role,
        stance=first.entry.stance,
        partners=tuple(sorted({partner.id for blame in blames for partner in blame.partners})),
        support=next((blame.entry.support for blame in blames if blame.entry.support), None),
        voices=ordered,
        origins=origins(ordered),
        doubts=tuple(_doubts(first.who.id, ordered, hearings)) if claimed else (),
    )


def _doubts(claimant: str, claims: Sequence[Voice], hearings: Sequence[Hearing]) -> Iterable[Voice]:
    """Voices other than the claimant's, or its people's, that speak of it in doubt, or say that it was not so."""
    own = {voice.key for voice in claims}
    for hearing in hearings:
        mentions, people = list(hearing.mentions(claimant)), hearing.people(claimant)
        for voice in hearing.voices:
            statement = hearing.statement(voice.statement)
            doubtful = statement.certainty in _DOUBTFUL or statement.polarity is Polarity.NEGATIVE
            about = isinstance(statement.content, AboutIncident) and any(
                span.contains(mention) for span in voice.evidence for mention in mentions
            )
            speaker = statement.speakers[-1].actor if statement.speakers else None
            if doubtful and about and voice.key not in own and speaker not in people:
                yield voice


def claim_status(found: Sequence[Responsibility]) -> ClaimStatus:
    """How the claims stand. A claim whose own actor denies it at a later date is retracted.

    Beside a claimant with a name, one that is only described ("a second group") is no further claimant.
    """
    claims = [one for one in found if one.stance is Stance.CLAIMED]
    claims = [one for one in claims if not is_description(one.who.name)] or claims
    denials = [one for one in found if one.stance is Stance.DENIED]
    standing = [claim for claim in claims if not any(_retracts(denial, claim) for denial in denials)]
    if not claims:
        return ClaimStatus.DENIED if denials else ClaimStatus.NONE
    if not standing:
        return ClaimStatus.RETRACTED
    if len({claim.who.id for claim in standing}) == 1:
        return ClaimStatus.SINGLE
    return ClaimStatus.JOINT if _are_joint(standing) else ClaimStatus.COMPETING


def _retracts(denial: Responsibility, claim: Responsibility) -> bool:
    said = [max((voice.when or "" for voice in one.voices), default="") for one in (claim, denial)]
    return denial.who.id == claim.who.id and "" not in said and said[0] < said[1]


def _are_joint(claims: Sequence[Responsibility]) -> bool:
    """True when each claimant is tied to the others: it names them, or speaks in one statement with them."""
    groups: list[set[str]] = []
    for claim in claims:
        tied = {claim.who.id, *claim.partners}
        statements = {(voice.report, voice.statement) for voice in claim.voices}
        for other in claims:
            if statements & {(voice.report, voice.statement) for voice in other.voices}:
                tied.add(other.who.id)
        apart = [group for group in groups if not group & tied]
        groups = [*apart, tied.union(*(group for group in groups if group & tied))]
    return len(groups) == 1


def attributions(found: Sequence[Responsibility]) -> tuple[Dissent, ...]:
    """When more than one actor is named, or one that is named denies it: each word but the first."""
    found = [one for one in found if not is_unnamed(one.who.name)]
    if len({one.who.id for one in found}) < 2 and not {Stance.DENIED} & {one.stance for one in found}:
        return ()
    return tuple(
        Dissent(
            kind=DissentKind.ATTRIBUTION,
            variant=Variant(text=f"{one.who.name}: {one.stance.value}", voices=one.voices, origins=one.origins),
            reports=reports(one.voices),
        )
        for one in found[1:]
    )
