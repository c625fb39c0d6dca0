"""Quotations that no reporting word governs: whose words they are is told by what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hearsay.records.analysis import Analysis
from hearsay.records.span import Span
from hearsay.records.tree import Tree
from hearsay.statements.quotations import is_speech, quotations
from hearsay.statements.reported import Attribution


def with_quotations(analysis: Analysis, tree: Tree, found: Sequence[Attribution]) -> list[Attribution]:
    """Adds the quoted words that no attribution covers yet to the one they belong to, in text order."""
    homes = _Homes(analysis, found)
    for span in quotations(analysis.document.text, analysis.sentences):
        if not is_speech(analysis.document.text, span):
            continue
        inside = [i for i, token in enumerate(analysis.tokens) if span.contains(token.span)]
        rest = [i for i in inside if not any(a.covers(i) for a in homes.found)]
        words = [i for i in rest if tree.tokens[i].tag not in {"PUNCT", "SYM"}]
        if not words:
            continue
        home = homes.of(inside, span)
        if home is not None:
            homes.give(home, rest, words)
    homes.set_off()
    return homes.found


class _Homes:
    """The attributions of a report, growing, and where each sentence lies."""

    def __init__(self, analysis: Analysis, found: Sequence[Attribution]) -> None:
        self.found = list(found)
        self._analysis = analysis
        self._sentence = {i: s for s in analysis.sentences for i in range(s.first, s.last)}

    def give(self, home: Attribution, rest: Sequence[int], words: Sequence[int]) -> None:
        """Makes the words the attribution's: its own where they share a sentence or it has none yet."""
        cue = home.cue_token
        bare = not home.said and cue is not None
        if bare or (cue is not None and self._sentence[cue] == self._sentence[words[0]]):
            content = home.content | frozenset(range(rest[0], rest[-1] + 1) if bare else rest)
            self.found[self.found.index(home)] = replace(home, content=content)
            return
        at = cue if cue is not None else home.continues
        self.found.append(
            replace(
                home,
                cue_token=None,
                content=frozenset(rest),
                nominal=frozenset(),
                continues=at,
                by="attribution:quotation-goes-on",
            )
        )

    def set_off(self) -> None:
        """Gives a bare "X said:" that ends its paragraph the next one, set off without quotation marks."""
        sentences = self._analysis.sentences
        for a in [a for a in self.found if not a.said and a.cue_token is not None]:
            home = self._sentence[_cue(a)]
            if self._analysis.tokens[home.last - 1].text != ":":
                continue
            below = [s for s in sentences if s.paragraph == home.paragraph + 1 and s.first >= home.last]
            below = below or [s for s in sentences if s.first == home.last]
            content = frozenset(i for s in below for i in range(s.first, s.last))
            if content and not any(b.said & content for b in self.found if b.cue_token is not None):
                self.found[self.found.index(a)] = replace(a, content=content, by="attribution:set-off")

    def of(self, inside: Sequence[int], span: Span) -> Attribution | None:
        """The attribution whose speaker a bare quotation belongs to.

        In this order: one of its own sentence; a bare "X said:" right before or "X asked." right after; the last of
        its paragraph or of the one before; the next in its paragraph.
        """
        first, last = inside[0], inside[-1]
        near = [a for a in self.found if a.source is not None]
        cued = [a for a in near if a.cue_token is not None]
        own = [a for a in cued if self._sentence[_cue(a)] in (self._sentence[first], self._sentence[last])]
        own = [a for a in own if not first <= _cue(a) <= last and not self._inside(a, cued)]
        if own:
            return min(own, key=lambda a: min(abs(_cue(a) - first), abs(_cue(a) - last)))
        beside = self._bare_beside(cued, first, last)
        if beside is not None:
            return beside
        paragraph = self._sentence[first].paragraph
        before = [a for a in near if _end(a) < first and self._sentence[_end(a)].paragraph >= paragraph - 1]
        before.sort(key=_end)
        within = [a for a in before if self._sentence[_end(a)].paragraph == paragraph]
        if within:
            return self._outermost(within[-1], within)
        after = [a for a in cued if _cue(a) > last and self._sentence[_cue(a)].paragraph == paragraph]
        if after:
            return after[0]
        return self._outermost(before[-1], before) if before else None

    def _inside(self, a: Attribution, cued: Sequence[Attribution]) -> bool:
        """True for what is said inside the content of another."""
        return any(b is not a and b.covers(_cue(a)) and not a.covers(_cue(b)) for b in cued)

    def _bare_beside(self, cued: Sequence[Attribution], first: int, last: int) -> Attribution | None:
        """A reporting clause with nothing reported yet: "X said:" right before, or "“S?” X asked." right after."""
        begins, ends = self._sentence[first], self._sentence[last]
        asks = any(self._analysis.tokens[i].text in {"?", "!", ","} for i in (last, last - 1))
        for a in cued:
            home = self._sentence[_cue(a)]
            if a.said or home.paragraph not in (begins.paragraph - 1, begins.paragraph):
                continue
            colon = self._analysis.tokens[home.last - 1].text == ":"
            if home.last == begins.first and (colon or home.paragraph == begins.paragraph):
                return a
            if asks and home.first == ends.last and home.paragraph == ends.paragraph:
                return a
        return None

    def _outermost(self, inner: Attribution, among: Sequence[Attribution]) -> Attribution:
        """The one of its sentence that says it all: a speaker told of inside what somebody says does not speak on."""
        over = [a for a in among if inner.cue_token is not None and a.covers(inner.cue_token)]
        return max(over, key=lambda a: len(a.content)) if over else inner


def _cue(attribution: Attribution) -> int:
    return -1 if attribution.cue_token is None else attribution.cue_token


def _end(attribution: Attribution) -> int:
    """The last token of the cue and of what was said."""
    return max([_cue(attribution), *attribution.said])
