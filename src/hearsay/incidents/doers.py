"""Who is said to have done it: the doers of an incident's frames, each with its stance and its part.

Somebody who is only described ("the guerrillas") is the group that is named for it, as far as `described.py` can tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from hearsay.incidents.affiliations import FIGHTERS, SIDES, Affiliations
from hearsay.incidents.deeds import befell_the_speaker, is_no_deed
from hearsay.incidents.described import Described, Said
from hearsay.incidents.stances import JOINTLY, stance_of
from hearsay.incidents.unnamed import Unnamed, beside
from hearsay.records.actor import ActorKind
from hearsay.records.analysis import Analysis, MentionForm
from hearsay.records.document import BlockKind
from hearsay.records.frame import Act, Filler, Frame, RoleName
from hearsay.records.incident import Part, Perpetrator, Stance
from hearsay.records.statement import Form, Statement
from hearsay.records.tree import Tree
from hearsay.vocabulary.kinds import kinds

_PARTS = {RoleName.PERPETRATOR: Part.PERPETRATOR, RoleName.PLANNER: Part.PLANNER, RoleName.SPONSOR: Part.SPONSOR}
_WORDS_ON = frozenset({Act.CLAIM, Act.DENIAL, Act.BLAME})
_HEAVY = frozenset({"strike", "bombing"})
_ANY_GROUP = frozenset({"group", "organisation", "organization", "movement"})
_WE = frozenset({"we", "i", "us", "our", "ours", "mine", "my"})
_OWN = frozenset({Stance.CLAIMED, Stance.DENIED})
_NAMING = frozenset({Stance.REPORTED, Stance.ACCUSED, Stance.SUSPECTED})
_NAMING_AS = frozenset({"identify", "name"})
_ANSWERING = "responsibility:answering-"
_TOLD_BY_SOMEBODY = frozenset({Stance.ACCUSED, Stance.SUSPECTED, Stance.CLAIMED})


class Doers:
    """Whom the frames of one analysis name as doers. `statements` are by frame id, `tree` is that of the analysis."""

    def __init__(
        self, analysis: Analysis, tree: Tree, statements: Mapping[str, Statement], affiliations: Affiliations
    ) -> None:
        self._analysis = analysis
        self._tree = tree
        self._affiliations = affiliations
        self._named = frozenset(m.actor for m in analysis.mentions if m.form is MentionForm.NAME)
        self._actors = {m.head: m.actor for m in analysis.mentions}
        self._persons = frozenset(a.id for a in analysis.actors if a.kind is ActorKind.PERSON)
        self._civilians = frozenset(a.id for a in analysis.actors if a.kind is ActorKind.CIVILIANS)
        self._struck = frozenset(f.head for frame in analysis.frames for f in frame.fillers_of(RoleName.VICTIM))
        self._unnamed = Unnamed(analysis, tree)
        self._titled = _titled(analysis)
        self._claims: dict[int, list[Frame]] = {}
        for frame in analysis.frames:
            if frame.act is Act.CLAIM:
                self._claims.setdefault(frame.token, []).append(frame)
        told = [f for f in analysis.frames if f.act is not None and f.id in statements and not f.hypothetical]
        self._said = {frame.id: tuple(self._words(frame, statements[frame.id])) for frame in told}
        everything = [said for words in self._said.values() for said in words if not said.unnamed]
        self._owned = {(s.frame.token, s.actor) for s in everything if s.frame.act in _WORDS_ON}
        self._described = Described(analysis, tree, affiliations, everything)

    def perpetrators(self, frames: Sequence[Frame]) -> tuple[Perpetrator, ...]:
        """What each of an incident's frames says of who did it."""
        words = [s for frame in frames for s in self._said.get(frame.id, ()) if not self._befell(s, frames)]
        said = self._described.named([w for w in words if not w.unnamed and not self._is_part_of_a_claim(w)])
        said = self._answers(said)
        said += beside([w for w in words if w.unnamed], said, self._tree)
        found: dict[tuple[str, Part, Stance, str | None], Said] = {}
        shouted: set[tuple[str, Part, Stance, str | None]] = set()
        for word in said:
            key = (word.actor, word.part, word.stance, word.speaker)
            if not word.titled:
                shouted.discard(key)
            elif key not in found:
                shouted.add(key)
            found.setdefault(key, word)
        told = {(w.actor, w.part) for w in found.values() if w.stance in _TOLD_BY_SOMEBODY}
        return tuple(
            self._perpetrator(word)
            for key, word in found.items()
            if not (key in shouted and word.stance is Stance.REPORTED and (word.actor, word.part) in told)
        )

    def _befell(self, word: Said, frames: Sequence[Frame]) -> bool:
        """True for somebody without a name whom the same sentence counts among the victims: the soldiers of "soldiers
        were killed in an ambush they staged" staged nothing."""
        if word.actor in self._named or kinds()[word.frame.kind or "attack"].group == "clash":
            return False
        here = next((s for s in self._analysis.sentences if s.first <= word.frame.token < s.last), None)
        struck = [victim for frame in frames for victim in frame.fillers_of(RoleName.VICTIM)]
        return here is not None and any(
            here.first <= victim.head < here.last and victim.reference == word.actor for victim in struck
        )

    def _answers(self, said: Sequence[Said]) -> list[Said]:
        """The words with who answers for a body in its place, unless somebody named that person for it; "denied the
        accusation" is left only of whom somebody accused."""
        named = {word.actor for word in said if word.stance in _NAMING}
        others = {word.actor for word in said if word.stance is Stance.CLAIMED}
        kept = []
        for word in said:
            if word.stance in _OWN and word.actor in self._persons - named:
                word = replace(word, actor=self._affiliations.body_of(word.actor))
            if word.stance is Stance.ACCUSED and word.actor in self._persons and word.speaker in others - {word.actor}:
                word = replace(word, stance=Stance.CLAIMED)  # who owns up to it names its own bomber
            if word.stance is Stance.CLAIMED and self._is_mere_caller(word) and others - {word.actor}:
                continue  # who rang up is known by that alone; the claim is that of the group they named
            answers = word.frame.by.startswith(_ANSWERING)
            if not answers or any(self._affiliations.are_of_one_side(word.actor, actor) for actor in named):
                kept.append(word)
        return kept

    def _is_mere_caller(self, word: Said) -> bool:
        return word.actor in self._persons - self._named and self._tree.tokens[word.filler.head].lemma == "caller"

    def is_unnamed(self, actor: str) -> bool:
        """True for those known by their deed alone, who make no incident of a word that tells nothing else."""
        return self._unnamed.is_nobody(actor)

    def _is_part_of_a_claim(self, word: Said) -> bool:
        """True for the shooting of "X claimed responsibility for shooting four men": that X did is X's word."""
        above = self._tree.ancestors(word.frame.token)
        return word.stance is Stance.REPORTED and any((token, word.actor) in self._owned for token in above)

    def _perpetrator(self, word: Said) -> Perpetrator:
        return Perpetrator(
            actor=word.actor,
            role=word.part,
            stance=word.stance,
            partners=_partners(self._tree, word, self._claims.get(word.frame.token, ()), self._affiliations),
            support=_support(self._analysis, word.frame),
            statement=word.statement.id,
        )

    def _words(self, frame: Frame, statement: Statement) -> Iterator[Said]:
        """What one frame says of who did it."""
        heavy = kinds()[frame.kind].group in _HEAVY
        for filler, part in self._doers(frame, statement):
            stance = stance_of(frame, filler, statement, self._affiliations, self._tree)
            if stance is None or filler.reference is None:
                continue
            unnamed = self._unnamed.is_by_deed(filler)
            if unnamed and not (part is Part.PERPETRATOR and self._unnamed.is_told(filler, stance)):
                continue
            if filler.reference in self._civilians and (
                (heavy and not unnamed) or filler.head in self._struck or befell_the_speaker(self._tree, frame)
            ):
                continue  # "civilians killed as shelling hits towns"; the "they" of "they killed our people"
            yield Said(
                actor=self._owner(filler.reference, stance),
                part=part,
                stance=stance,
                filler=filler,
                frame=frame,
                statement=statement,
                titled=frame.token in self._titled,
                unnamed=unnamed,
            )

    def _doers(self, frame: Frame, statement: Statement) -> Iterator[tuple[Filler, Part]]:
        """Who did it by this frame; "we" and "our fighters" are the body that the speaker speaks for."""
        for filler in frame.fillers:
            if filler.role not in _PARTS or is_no_deed(self._tree, frame) or self._is_named_next(filler, frame):
                continue
            speaker = self._affiliations.voice(statement.speakers[-1])
            if speaker is not None and _is_own(self._tree, filler, self._named):
                body = self._affiliations.body_of(speaker)
                if body != speaker or speaker not in self._persons or not _is_plural_we(self._tree, filler):
                    yield replace(filler, reference=body), _PARTS[filler.role]
            elif _is_we(self._tree, filler) or _is_pronoun_for_speaker(self._tree, filler, statement):
                continue
            elif speaker is not None and frame.act is not Act.BLAME and self._speaks_of_own(speaker, filler):
                yield replace(filler, reference=self._affiliations.body_of(speaker)), _PARTS[filler.role]
            elif speaker is not None and (whole := self._body_behind(speaker, filler)) is not None:
                yield replace(filler, reference=whole), _PARTS[filler.role]
            elif filler.reference is not None:
                yield replace(filler, reference=self._called(filler) or filler.reference), _PARTS[filler.role]

    def _called(self, filler: Filler) -> str | None:
        """The person of "a bomber it identified as X", "a gunman named as Y": the doer, by the name that is given."""
        if filler.reference in self._named:
            return None
        tree = self._tree
        for clause in tree.children(filler.head, "acl", "acl:relcl"):
            if tree.tokens[clause].lemma not in _NAMING_AS:
                continue
            below = [i for i in tree.children(clause, "obl", "xcomp", "obj") if i > clause]
            known = [a for i in below if (a := self._actors.get(i)) in self._persons & self._named]
            if known:
                return known[0]
        return None

    def _is_named_next(self, filler: Filler, frame: Frame) -> bool:
        """True for the description in "the government and the main rebel group, the X": its name is a doer as well."""
        if filler.reference in self._named or self._tree.tokens[filler.head].tag == "PRON":
            return False
        text = self._analysis.document.text
        after = [f for f in frame.fillers_of(filler.role) if f.reference in self._named]
        return any(text[filler.span.end : f.span.start].strip() == "," for f in after)

    def _body_behind(self, speaker: str, filler: Filler) -> str | None:
        """The speaker's own body, where the doer is only told of as part of it: "members of the group's squad"."""
        if filler.reference in self._named:
            return None
        at, parts = [filler.head], []
        while at:
            at = [i for head in at for i in self._tree.children(head, "nmod", "nmod:poss")]
            parts += at
        bodies = [actor for i in parts if (actor := self._actors.get(i)) is not None]
        return next((b for b in bodies if b != speaker and self._affiliations.speaks_for(speaker, b)), None)

    def _speaks_of_own(self, speaker: str, filler: Filler) -> bool:
        """True for "fighters", or "its fighters", in the words of an armed group or of who speaks for one."""
        owners = [self._tree.tokens[i].text.lower() for i in self._tree.children(filler.head, "nmod:poss")]
        its = bool({"its", "their"} & set(owners)) and self._tree.tokens[filler.head].lemma.lower() in FIGHTERS
        if its and filler.reference not in self._named:
            return self._affiliations.is_foe(self._affiliations.body_of(speaker))
        if self._means_their_own_group(filler):
            return self._affiliations.is_foe(self._affiliations.body_of(speaker))
        whose = {self._actors.get(i) for i in self._tree.children(filler.head, "nmod:poss")}
        words = {self._tree.tokens[filler.head].lemma.lower(), self._tree.tokens[filler.head].text.lower()}
        if speaker in whose and words & SIDES and filler.reference not in self._named:
            return self._affiliations.body_of(speaker) != speaker  # "his group", in the words of its leader
        return self._affiliations.speaks_of_its_fighters(speaker, filler.reference or "")

    def _means_their_own_group(self, filler: Filler) -> bool:
        """True for "the group" and "that organisation", with nothing before them, in what is said for a group."""
        below = [self._tree.tokens[i].lemma.lower() for i in self._tree.children(filler.head)]
        return self._tree.tokens[filler.head].lemma.lower() in _ANY_GROUP and below in (["the"], ["this"], ["that"])

    def _owner(self, actor: str, stance: Stance) -> str:
        """The body whose "leaders" or "commanders" deny or claim it, where they are only described."""
        own = stance in {Stance.CLAIMED, Stance.DENIED} and actor not in self._named
        return self._affiliations.body_of(actor) if own else actor


def _titled(analysis: Analysis) -> frozenset[int]:
    """The tokens of headlines: a headline leaves out who says so, which is no word of the report's own where its
    text gives that word to somebody."""
    lines = [s for s in analysis.sentences if s.block is BlockKind.HEADLINE]
    return frozenset(i for s in lines for i in range(s.first, s.last))


def _is_own(tree: Tree, filler: Filler, named: frozenset[str]) -> bool:
    """True for "we", "ours", "our fighters": words that mean the side of whoever says them."""
    if _is_we(tree, filler):
        return True
    if filler.reference in named:
        return False
    owners = [tree.tokens[i].text.lower() for i in tree.children(filler.head, "nmod:poss")]
    return any(word in {"our", "my"} for word in owners)


def _is_we(tree: Tree, filler: Filler) -> bool:
    return tree.tokens[filler.head].text.lower() in _WE


def _is_plural_we(tree: Tree, filler: Filler) -> bool:
    """True for the "we" of somebody whose side the report does not tell: it is not that person alone."""
    return tree.tokens[filler.head].text.lower() in {"we", "us", "our", "ours"}


_TOGETHER = frozenset(  # as written: "in statements" may be one each
    "joint jointly together letter statement communique communiqué message leaflet".split()
)
_APART = frozenset({"both", "each", "either", "separate", "separately", "rival", "competing", "conflicting"})


def _is_pronoun_for_speaker(tree: Tree, filler: Filler, statement: Statement) -> bool:
    """True for a pronoun that was taken for whoever speaks: the "he" of quoted words is not who says them, and who
    only passes words on did not do what they tell."""
    if tree.tokens[filler.head].tag != "PRON" or filler.reference is None:
        return False
    *outer, last = statement.speakers
    passed_on = any(link.actor == filler.reference != last.actor for link in outer)
    return passed_on or (statement.form is Form.DIRECT and last.actor == filler.reference)


def _objects(tree: Tree, token: int) -> set[str]:
    """What the verb above an "-ing" clause has as its object: the letter of "received a letter, claiming"."""
    head = tree.tokens[token].head
    return set() if head is None else {tree.tokens[i].text.lower() for i in tree.children(head, "obj")}


def _partners(tree: Tree, word: Said, beside: Sequence[Frame], affiliations: Affiliations) -> tuple[str, ...]:
    """Those said to have acted with the doer: the partners named, and in a joint deed or claim the other doers;
    `beside` are the frames of all who make the claim."""
    frame, doer = word.frame, word.filler
    named = [f.reference for f in frame.fillers_of(RoleName.PARTNER) if f.reference]
    words = {tree.tokens[i].text.lower() for i in tree.subtree(frame.token)} | _objects(tree, frame.token)
    one_paper = frame.act is Act.CLAIM and words & _TOGETHER and not words & _APART
    if frame.by.startswith(JOINTLY) or one_paper:
        told = beside if one_paper else [frame]
        named += [f.reference for one in told for f in one.fillers_of(RoleName.PERPETRATOR) if f.reference]
    kept = [n for n in dict.fromkeys(named) if doer.reference and not affiliations.are_kin(n, doer.reference)]
    return tuple(kept)


def _support(analysis: Analysis, frame: Frame) -> str | None:
    shown = frame.fillers_of(RoleName.SUPPORT)
    return " ".join(shown[0].span.of(analysis.document.text).split()) if shown else None
