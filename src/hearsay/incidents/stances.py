"""The stance of one word on a doer, worked out from who says it, and how the claims of an incident stand together."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.incidents.affiliations import Affiliations
from hearsay.incidents.charges import charge_over, is_called_false
from hearsay.records.frame import Act, Filler, Frame, RoleName
from hearsay.records.incident import Claims, Perpetrator, Stance
from hearsay.records.statement import Certainty, Polarity, Statement
from hearsay.records.tree import Tree
from hearsay.vocabulary.kinds import kinds

_SUSPECTED = frozenset({"suspected", "alleged", "presumed", "apparent", "suspect", "supposed"})
_PRESUMED = frozenset({"presumed", "believed", "feared", "thought"})
"""What stands before a participle: "kidnapped and presumed killed by X"."""
_ACCUSATIONS = frozenset(
    f"attribution:{cue}" for cue in ("accuse", "blame", "suspect", "allege", "charge", "condemn", "accusation")
)
JOINTLY = "responsibility:jointly-"
"""What a frame's rule begins with where several are said to have done it together."""

_CHARGING = frozenset({"accuse", "blame", "suspect", "condemn", "denounce"})
_NAME_REACH = 8  # words of a name with its initials behind it
_RINGING = frozenset({"telephone", "phone", "call", "ring", "contact"})
_MEDIA = frozenset(
    {"newspaper", "paper", "daily", "radio", "television", "station", "agency", "broadcaster", "newsroom"}
)


def stance_of(
    frame: Frame, doer: Filler, statement: Statement, affiliations: Affiliations, tree: Tree
) -> Stance | None:
    """Claimed and denied are said by the actor itself or its organ; accused and suspected by somebody else, certain
    and hedged; credited where others give the credit; reported in the report's own voice. None where somebody else
    says that the actor did not do it."""
    if statement.certainty is Certainty.UNCLEAR:
        return None  # a question with no answer
    if "attribution:ask" in statement.by:
        return None  # "asked whether he accused X of it"
    negative = statement.polarity is Polarity.NEGATIVE
    own = len(statement.speakers) > 1 and _is_own_word(frame, doer, statement, affiliations)
    if frame.act is Act.CLAIM:
        return None if negative else Stance.CLAIMED  # who does not claim it has not denied it
    if frame.act is Act.DENIAL and frame.negated:
        return None  # "would neither confirm nor deny it"
    if frame.act is Act.DENIAL and not own and tree.is_relation(doer.head, "nmod:poss"):
        return None  # "the minister denied the rebels' involvement": no word of theirs
    if frame.act is Act.DENIAL or (own and negative):
        return Stance.DENIED if own or frame.act is Act.DENIAL else None
    if negative:
        return None
    alleged = charge_over(tree, frame.token)
    if alleged is not None and is_called_false(tree, alleged):
        return None
    if frame.by.startswith(JOINTLY) and frame.antecedent is None and not own:
        return None  # that two "worked together" is a word on a deed only where one of them owns up to it
    if frame.act is Act.CREDIT:
        return Stance.CREDITED
    if own or affiliations.is_called(statement.speakers[-1], doer.reference):
        # who accuses does not accuse themselves: there the doer was mistaken
        return None if frame.act is Act.BLAME or _accuses(statement) else Stance.CLAIMED
    by_phone = affiliations.calls_for(statement.speakers[-1], doer.reference, rang=_rang_up(frame, tree))
    charge = _accuses(statement) or tree.tokens[frame.token].lemma in _CHARGING
    if by_phone and len(statement.speakers) > 1 and not charge:
        return Stance.CLAIMED
    if _is_hedged(frame, doer, statement, tree):
        return Stance.SUSPECTED
    # what is "said", "alleged" or "rumoured" by nobody named is somebody's word, not the report's own
    told_by_other = len(statement.speakers) > 1 or frame.act is Act.BLAME or len(statement.by) > 1
    told_by_other = told_by_other or alleged is not None
    if alleged is None and not charge and _is_of_the_law(frame, doer, statement, affiliations):
        return Stance.REPORTED
    return Stance.ACCUSED if told_by_other else Stance.REPORTED


def _is_own_word(frame: Frame, doer: Filler, statement: Statement, affiliations: Affiliations) -> bool:
    """True where the innermost speaker is the doer, speaks for it, or answers for it as its state does."""
    speaker, actor = statement.speakers[-1], doer.reference
    if actor is None:
        return False
    voice = affiliations.voice(speaker)
    if voice is not None and affiliations.speaks_for(voice, actor):
        return True
    if affiliations.speaks_as_force(speaker, actor) or affiliations.speaks_as_state(speaker, actor):
        return True
    struck = [f for role in (RoleName.VICTIM, RoleName.TARGET) for f in frame.fillers_of(role)]
    foes = bool(struck) and all(affiliations.is_foe(f.reference) for f in struck)
    return foes and affiliations.answers_for(speaker, actor)


def _is_of_the_law(frame: Frame, doer: Filler, statement: Statement, affiliations: Affiliations) -> bool:
    """True for an arrest by the police, told by an official or an agency: no accusation of anybody."""
    told = affiliations.tells_of_the_law(statement.speakers[-1], doer.reference)
    return told and kinds()[frame.kind].group == "arrest"


def _rang_up(frame: Frame, tree: Tree) -> bool:
    """True in a sentence in which somebody rings up a newspaper or station: "a man telephoned a radio and said", "a
    woman said in a telephone call to the office of a newspaper"."""
    top = next(reversed([frame.token, *tree.ancestors(frame.token)]))
    inside = tree.subtree(top)
    rung = [o for i in inside if tree.tokens[i].lemma in _RINGING for o in tree.children(i, "obj", "obl")]
    calls = [i for i in inside if tree.tokens[i].lemma == "call" and tree.tokens[i].tag == "NOUN"]
    rung += [o for i in calls for o in tree.subtree(i) if i < o]
    return any(tree.tokens[o].lemma.lower() in _MEDIA for o in rung)


def _is_hedged(frame: Frame, doer: Filler, statement: Statement, tree: Tree) -> bool:
    before = [doer.head, *tree.children(doer.head, "compound", "nmod", "flat")]
    words = {tree.tokens[i].text.lower() for at in before for i in tree.children(at, "amod")}
    words |= {t.text.lower() for t in tree.tokens[max(0, min(before) - 1) : min(before)]}
    if doer.head and tree.tokens[doer.head - 1].text == ")":  # "suspected New Dawn Army (NDA) members"
        words |= {t.text.lower() for t in tree.tokens[max(0, doer.head - _NAME_REACH) : doer.head]}
    if doer.doubted:
        return True  # "gunmen believed to be rebels"
    if frame.token and tree.tokens[frame.token - 1].text.lower() in _PRESUMED:
        return True
    return frame.hedge is not None or statement.certainty is not Certainty.CERTAIN or bool(words & _SUSPECTED)


def _accuses(statement: Statement) -> bool:
    return len(statement.speakers) > 1 and statement.by[-1] in _ACCUSATIONS


def claims_of(perpetrators: Sequence[Perpetrator], affiliations: Affiliations) -> Claims:
    """How the claims stand to one another: joint when a claimant names another as its partner, or is its kin."""
    claims = [p for p in perpetrators if p.stance is Stance.CLAIMED]
    claimants = list(dict.fromkeys(p.actor for p in claims))
    if not claimants:
        return Claims.DENIED if any(p.stance is Stance.DENIED for p in perpetrators) else Claims.NONE
    if len(claimants) == 1:
        return Claims.SINGLE
    named = {partner for p in claims for partner in p.partners}
    apart = [
        (a, b)
        for i, a in enumerate(claimants)
        for b in claimants[i + 1 :]
        if not (a in named or b in named or affiliations.are_kin(a, b))
    ]
    return Claims.COMPETING if apart else Claims.JOINT
