"""The verb of the stage: from an analysis to its statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from hearsay.records.analysis import Analysis
from hearsay.records.frame import Act, Frame, RoleName
from hearsay.records.ids import content_id
from hearsay.records.span import Span
from hearsay.records.statement import (
    AboutIncident,
    AboutRelation,
    Certainty,
    Content,
    Form,
    Polarity,
    Speaker,
    Speech,
    Statement,
)
from hearsay.records.tree import Tree
from hearsay.statements.attribution import attributions
from hearsay.statements.base import StatementOptions
from hearsay.statements.narrating import narrated
from hearsay.statements.quotations import quotations
from hearsay.statements.reported import Attribution
from hearsay.statements.speakers import Speakers, chain
from hearsay.statements.wording import relative_subject, wording

_ORDER = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNCLEAR)
LONGEST_EVIDENCE = 700
"""Characters: about three sentences. Evidence as long as a page is none."""
_MOSTLY = 0.75
_FINDINGS = frozenset(
    """investigation inquiry enquiry probe finding evidence result intelligence autopsy examination analysis
    estimate assessment indication""".split()
)
"""What people go by when they say something; it says nothing itself."""


def extract(analysis: Analysis, options: StatementOptions | None = None) -> tuple[Statement, ...]:
    """The statements of a report: one a frame, one a stretch of speech, and one a clause that the report says
    itself.

    The content of a statement about an incident or relation is the id of its frame until assembly, which leaves out the
    report's own clauses that tell of one.
    """
    options = options or StatementOptions()
    maker = _Maker(analysis)
    made = [maker.of_frame(frame) for frame in analysis.frames]
    if options.speech:
        made += maker.speech()
        made += maker.narration()
    return tuple(sorted(made, key=lambda s: (s.evidence[0], s.id)))


class _Maker:
    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._tree = Tree(analysis.tokens)
        self._attributions = attributions(analysis)
        self._speakers = Speakers(analysis, self._attributions)
        self._quoted = quoted_words(analysis)

    def of_frame(self, frame: Frame) -> Statement:
        """The statement that a frame makes, said by whoever's words its trigger stands in."""
        around = self._own(a for a in self._around(frame.token) if not self._is_aside(frame.token, a))
        links = [self._speakers.narrator(), *self._links(around)]
        for filler in frame.fillers_of(RoleName.SUBJECT) if frame.act not in {None, Act.EVENT} else ():
            same = frame.act is Act.BLAME and bool(around) and self._tree.tokens[filler.head].tag == "PRON"
            if not same:  # "a spokesman said they pointed the finger at X": he does
                links.append(self._speakers.at(filler.head))
            break
        form = self._form(around)
        if len(links) > 1 and form is Form.NARRATION:
            form = Form.INDIRECT
        content: Content = AboutRelation(id=frame.id) if frame.is_relation else AboutIncident(id=frame.id)
        denied = frame.negated or frame.act is Act.DENIAL
        for attribution in around:
            denied ^= _turns_around(attribution)
        return self._statement(
            evidence=(frame.evidence,),
            speakers=chain(links),
            form=form,
            polarity=Polarity.NEGATIVE if denied else Polarity.POSITIVE,
            certainty=_weakest([_of_hedge(frame.hedge), *(_of_cue(a) for a in around[-1:]), *self._withheld(around)]),
            content=content,
            by=(frame.by, *(a.by for a in around)),
        )

    def _is_aside(self, index: int, attribution: Attribution) -> bool:
        """True for what the report adds to somebody's reported words: in indirect speech, what stands in apposition,
        in a title or in a relative clause behind a comma is the report's own ("..., an ethnic Chechen, ...")."""
        if index in self._quoted:
            return False
        at: int | None = index
        while at is not None and attribution.covers(at):
            token = self._tree.tokens[at]
            if token.relation == "acl:relcl" and self._is_shifted_back(at):
                return False
            clause = token.relation == "acl:relcl" and self._follows_comma(at)
            if clause or token.relation in {"appos", "nmod:desc"}:
                return token.head is not None and attribution.covers(token.head)
            at = token.head
        return False

    def _is_shifted_back(self, clause: int) -> bool:
        """ "..., who had planned it": the past perfect is the tense of somebody's reported words."""
        return any(self._tree.tokens[i].text.lower() == "had" for i in self._tree.children(clause, "aux"))

    def _follows_comma(self, index: int) -> bool:
        first = self._tree.subtree(index)[0]
        return self._tree.tokens[first].text in {",", "—", "–", "--"} or (
            first > 0 and self._tree.tokens[first - 1].text in {",", "—", "–", "--"}
        )

    def speech(self) -> Iterator[Statement]:
        """A statement for each attribution: what was said, by whom."""
        told: set[tuple[frozenset[int], str | None, str]] = set()
        for attribution in self._attributions:
            if attribution.source is None or not self._says_something(attribution):
                continue
            for spoken in (attribution, *self._with_others(attribution)):
                last = self._speakers.at(spoken.source or 0)
                same = (self._content_words(attribution), last.actor, last.name)
                if same not in told:  # "condemned the attack, saying that S": S is said once
                    told.add(same)
                    outer = [a for a in self._around(min(attribution.said)) if a is not attribution]
                    yield self._spoken(spoken, [a for a in outer if a.content > attribution.said])

    def _with_others(self, attribution: Attribution) -> Iterator[Attribution]:
        """The same words as said by whoever else is told to say them: "according to witnesses and the army"."""
        if attribution.cue_token is None or attribution.source is None:
            return
        for index in self._speakers.beside(attribution.source):
            if not attribution.covers(index):
                yield replace(attribution, source=index)

    def _spoken(self, attribution: Attribution, outer: Sequence[Attribution]) -> Statement:
        return self._statement(
            evidence=self._evidence(attribution),
            speakers=chain([self._speakers.narrator(), *self._links([*outer, attribution])]),
            form=self._form([attribution]),
            polarity=Polarity.NEGATIVE if self._denies(attribution) else Polarity.POSITIVE,
            certainty=_of_cue(attribution),
            content=Speech(span=self._tree.span(sorted(attribution.said))),
            by=(attribution.by,),
        )

    def narration(self) -> Iterator[Statement]:
        """What the report says itself, clause by clause: "the motive remains unclear"."""
        for clause in narrated(self._analysis, self._attributions):
            yield self._statement(
                evidence=(clause.span,),
                speakers=(self._speakers.narrator(),),
                form=Form.NARRATION,
                polarity=Polarity.NEGATIVE if clause.negative else Polarity.POSITIVE,
                certainty=Certainty(clause.certainty),
                content=Speech(span=clause.span),
                by=(clause.by,),
            )

    def _statement(
        self,
        *,
        evidence: tuple[Span, ...],
        speakers: tuple[Speaker, ...],
        form: Form,
        polarity: Polarity,
        certainty: Certainty,
        content: Content,
        by: tuple[str, ...],
    ) -> Statement:
        about = content.span if isinstance(content, Speech) else content.id
        names = "|".join(speaker.name for speaker in speakers)
        return Statement(
            id=content_id("statement", self._analysis.document.id, evidence, names, about),
            evidence=evidence,
            speakers=speakers,
            form=form,
            polarity=polarity,
            certainty=certainty,
            content=content,
            by=by,
        )

    def _around(self, index: int) -> list[Attribution]:
        """The attributions that a token is said inside of, outermost first."""
        return sorted((a for a in self._attributions if a.covers(index)), key=lambda a: -len(a.content))

    def _own(self, around: Iterable[Attribution]) -> list[Attribution]:
        """Without who only rejects another's charge: in "X rejected charges that S", S is not X's word."""
        kept = list(around)
        charges = {self._tree.tokens[a.cue_token].head for a in kept if a.cue_token is not None and self._is_noun(a)}
        return [a for a in kept if not (_turns_around(a) and a.cue_token in charges)]

    def _withheld(self, around: Iterable[Attribution]) -> Iterator[Certainty]:
        """What somebody "did not confirm", or "would neither confirm nor deny", they leave open."""
        for attribution in around:
            verb = attribution.cue_token
            if verb is not None and self._tree.tokens[verb].tag == "VERB" and self._tree.is_denied(verb):
                yield Certainty.UNCLEAR

    def _is_noun(self, attribution: Attribution) -> bool:
        return attribution.cue_token is not None and self._tree.tokens[attribution.cue_token].tag == "NOUN"

    def _links(self, around: Sequence[Attribution]) -> Iterator[Speaker]:
        """The speakers of what a word stands in, outermost first; "we" and "findings" inside somebody's words are
        that somebody, or what they go by."""
        outer: Attribution | None = None
        for attribution in around:
            if attribution.source is None or (outer is not None and self._speaks_for(attribution, outer)):
                continue
            outer = attribution
            yield self._speakers.at(attribution.source, attribution)

    def _speaks_for(self, attribution: Attribution, outer: Attribution) -> bool:
        """True where the source of somebody's words inside another's is that other: "we believe", "findings show", and
        the "they" of "a spokesman said they believed", who thinks for his side."""
        source = self._tree.tokens[attribution.source or 0]
        force = None if attribution.cue is None else attribution.cue.force
        if force == "show" or source.lemma.lower() in _FINDINGS:
            return source.tag == "NOUN"
        thinks = force == "think" and attribution.cue_token is not None and outer.cue_token is not None
        next_to = thinks and self._tree.tokens[attribution.cue_token or 0].head == outer.cue_token
        return source.text.lower() in {"we", "i"} or (next_to and source.tag == "PRON")

    def _form(self, around: Sequence[Attribution]) -> Form:
        """Direct where the words are quoted (but for a few), mixed where some are, else indirect."""
        if not around:
            return Form.NARRATION
        told = around[-1].content | around[-1].nominal
        words = [i for i in told if self._tree.tokens[i].tag != "PUNCT"]
        quoted = [i for i in words if i in self._quoted]
        if words and min(words) in self._quoted and len(quoted) >= _MOSTLY * len(words):
            return Form.DIRECT
        return Form.MIXED if quoted else Form.INDIRECT

    def _evidence(self, attribution: Attribution) -> tuple[Span, ...]:
        """The source, the cue and what was said: one stretch, or two where they stand too far apart."""
        parts = wording(self._tree, attribution)
        source = set(parts.source)
        if relative_subject(self._tree, attribution) is not None and attribution.source is not None:
            source.add(attribution.source)
        whole = self._tree.span([*source, *parts.cue, *parts.content])
        if len(whole) <= LONGEST_EVIDENCE:
            return (whole,)
        said = self._tree.span(sorted(parts.content))
        if not parts.cue:
            return (said,)
        return tuple(sorted({self._tree.span([*source, *parts.cue]), said}))

    def _content_words(self, attribution: Attribution) -> frozenset[int]:
        return frozenset(i for i in attribution.said if self._tree.tokens[i].tag != "PUNCT")

    def _says_something(self, attribution: Attribution) -> bool:
        return len(self._content_words(attribution) | attribution.nominal) >= 2

    def _denies(self, attribution: Attribution) -> bool:
        return _turns_around(attribution) or self._tree.is_negated(_root_of(self._tree, attribution.said))


def quoted_words(analysis: Analysis) -> frozenset[int]:
    """The tokens inside quotation marks, but for those of names: 'the "La Palma" farm' quotes nobody."""
    quoted: set[int] = set()
    for span in quotations(analysis.document.text, analysis.sentences):
        inside = [i for i, token in enumerate(analysis.tokens) if span.contains(token.span) and token.tag != "PUNCT"]
        if any(analysis.tokens[i].tag != "PROPN" and analysis.tokens[i].entity is None for i in inside):
            quoted.update(inside)
    return frozenset(quoted)


def _root_of(tree: Tree, content: frozenset[int]) -> int:
    """The token of the content whose head lies outside of it."""
    for index in sorted(content):
        head = tree.tokens[index].head
        if (head is None or head not in content) and tree.tokens[index].tag != "PUNCT":
            return index
    return min(content)


def _turns_around(attribution: Attribution) -> bool:
    """True where what is said is denied: "denied that S", "asked whether S, she said no"."""
    denies = attribution.cue is not None and attribution.cue.force == "deny"
    return denies or attribution.answer is False


def _of_cue(attribution: Attribution) -> Certainty:
    if attribution.answer is not None or attribution.cue is None:
        return Certainty.CERTAIN
    return Certainty(attribution.cue.certainty)


def _of_hedge(hedge: str | None) -> Certainty:
    return Certainty.CERTAIN if hedge is None else Certainty(hedge)


def _weakest(values: Sequence[Certainty]) -> Certainty:
    return max(values, key=_ORDER.index, default=Certainty.CERTAIN)
