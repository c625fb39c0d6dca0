"""The forms with a title that a report has for a person: "Gen. Anton Brand", "Mr. Brand", "President Brand".

A person is found by the bare name, and the title says what office they hold; but whoever looks for the words of the
report looks for these too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from hearsay.analyses.joining import plain
from hearsay.records.actor import Actor, ActorKind
from hearsay.records.analysis import Mention, MentionForm
from hearsay.records.span import Span
from hearsay.vocabulary.titles import leading_titles

_BEFORE = 60  # characters before a name in which its titles stand


def with_titled_forms(text: str, actors: Sequence[Actor], mentions: Sequence[Mention]) -> tuple[Actor, ...]:
    """The actors; those of persons with the titled forms that the text has, after their other names."""
    named: dict[str, list[Span]] = {}
    for mention in mentions:
        if mention.form is MentionForm.NAME:
            named.setdefault(mention.actor, []).append(mention.span)
    return tuple(_with_forms(text, actor, named) for actor in actors)


def _with_forms(text: str, actor: Actor, named: Mapping[str, Sequence[Span]]) -> Actor:
    if actor.kind is not ActorKind.PERSON:
        return actor
    forms = [form for span in named.get(actor.id, ()) for form in _titled(text, span)]
    return replace(actor, names=tuple(dict.fromkeys((*actor.names, *forms)))) if forms else actor


def _titled(text: str, span: Span) -> Iterator[str]:
    """The longest form that is titles and the name alone, if there is one."""
    before = text[max(0, span.start - _BEFORE) : span.start]
    name = plain(span.of(text))
    bare = leading_titles(name).rest or name
    for start in (match.start() for match in re.finditer(r"(?<!\S)[A-Z]\S*", before)):
        words = plain(f"{before[start:]}{span.of(text)}")
        if words != bare and leading_titles(words).rest == bare:
            yield words
            return
    if name != bare:
        yield name
