"""Contents kept within their bounds: words said inside a quotation stay inside it, and nobody's words run on into the
clause that reports them in turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hearsay.records.analysis import Analysis
from hearsay.statements.quotations import is_speech, quotations
from hearsay.statements.reported import Attribution


def clipped(analysis: Analysis, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, contents cut to the quotation that the cue stands in and before the clause around it."""
    text = analysis.document.text
    spans = [span for span in quotations(text, analysis.sentences) if is_speech(text, span)]
    inside: dict[int, frozenset[int]] = {}
    for span in spans:
        members = frozenset(i for i, token in enumerate(analysis.tokens) if span.contains(token.span))
        inside.update(dict.fromkeys(members, members))
    own = [_within(a, inside.get(a.cue_token)) if a.cue_token is not None else a for a in found]
    return [_under(a, own) for a in own]


def _within(attribution: Attribution, bounds: frozenset[int] | None) -> Attribution:
    """Cut to the quotation, where source and cue stand in it."""
    if bounds is None or attribution.source is None or attribution.source not in bounds:
        return attribution
    return replace(attribution, content=attribution.content & bounds, nominal=attribution.nominal & bounds)


def _under(inner: Attribution, found: Sequence[Attribution]) -> Attribution:
    """Cut before the clause that reports it in turn: in "X said S, according to Y", Y is no part of S."""
    if inner.cue_token is None:
        return inner
    for outer in found:
        at = outer.cue_token
        if at is None or outer.source is None or not inner.covers(at) or not outer.covers(inner.cue_token):
            continue
        closing = min(at, outer.source)
        if inner.cue_token < closing and max(outer.said) < closing:
            inner = replace(inner, content=frozenset(i for i in inner.content if i < closing))
    return inner
