"""Whatever a reading holds, page and terminal text can be drawn of it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.golden.harbour import harbour
from tests.rendering.test_page import Outline

from hearsay.records.document import Block, BlockKind
from hearsay.records.reading import Reading
from hearsay.records.span import Span
from hearsay.records.statement import Certainty, Form, Polarity, Speech
from hearsay.rendering.page import page
from hearsay.rendering.terminal import plain_text
from hearsay.views import view

ALPHABET = st.sampled_from("ab C.,\n\t “”‘’—’<>&\"'{}%#[]🕊️👩‍👧éñسلامעב\u202e\u200f\x00\x1b\x85\ud800ﬀ㍿")
TEXTS = st.text(ALPHABET, min_size=1, max_size=120)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """The example with another text, other spans, names and traits."""
    text = draw(TEXTS)
    span = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 60)).map(
        lambda pair: Span(pair[0], min(pair[0] + pair[1], len(text)))
    )
    reading = harbour()
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    blocks = tuple(
        Block(kind=draw(st.sampled_from(BlockKind)), span=Span(start, end)) for start, end in pairwise(edges)
    )
    statements = tuple(
        replace(
            each,
            evidence=tuple(draw(st.lists(span, min_size=1, max_size=3))),
            speakers=tuple(replace(who, name=draw(TEXTS), role=draw(TEXTS)) for who in each.speakers)
            if draw(st.booleans())
            else (),
            form=draw(st.sampled_from(Form)),
            polarity=draw(st.sampled_from(Polarity)),
            certainty=draw(st.sampled_from(Certainty)),
            content=Speech(span=draw(span)) if isinstance(each.content, Speech) else each.content,
        )
        for each in reading.statements
    )
    name, when = draw(TEXTS), draw(st.none() | TEXTS)
    return replace(
        reading,
        document=replace(reading.document, text=text, blocks=blocks, published=when),
        actors=tuple(replace(each, name=name, mentions=tuple(draw(st.lists(span)))) for each in reading.actors),
        places=tuple(replace(each, name=name, mentions=(draw(span),)) for each in reading.places),
        times=tuple(replace(each, span=draw(span)) for each in reading.times),
        statements=statements,
        incidents=tuple(replace(each, time=when, weapon=name) for each in reading.incidents),
    )


# a whole reading takes minutes to shrink, and says little when it is small
@settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(readings(), st.integers(20, 120))
def test_any_reading_can_be_drawn(reading: Reading, width: int) -> None:
    text = page([view(reading)])
    text.encode("utf-8")
    outline = Outline(text)
    anchors = outline.values("id")
    assert len(anchors) == len(set(anchors))
    assert {link.removeprefix("#") for link in outline.values("href")} <= set(anchors)
    lines = plain_text(view(reading), width=width).splitlines()
    assert max(map(cell_len, lines)) <= width
    assert "\x1b" not in "".join(lines)
