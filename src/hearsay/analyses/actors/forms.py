"""The forms of a body's name that are words of the report but not the name that it is found by.

"Suspected Rindi tribesmen" are Rindi tribesmen, "Kamara's Interior Ministry" is an Interior Ministry, "the military in
Kamara" is the military: whoever looks for the words of the report, or for the body alone, finds it by either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hearsay.analyses.joining import plain
from hearsay.records.actor import Actor, ActorKind
from hearsay.records.analysis import Mention, MentionForm

_DOUBTED = re.compile(r"(?:suspected|alleged|presumed|apparent|supposed|so-called)\s", re.IGNORECASE)
_OWNED = re.compile(r"(?:(?:the|The)\s)?(?:[A-Z][\w.-]*\s?){1,4}['’`]s\s(?P<body>\S.*)")
_OWN = re.compile(r"(?:his|her|its|their|our|my)\s(?P<body>(?:\w+\s)*[A-Z]\S*.*)", re.IGNORECASE)
_THERE = re.compile(r"(?P<body>\S.*?)\s(?:in|near|around|outside|at)\s(?:[A-Z][\w’'-]*\s?){1,4}")
_BACKED = re.compile(
    r"(?:(?:the|a|an)\s)?\S+[-‑–](?:backed|allied|led|linked|supported|based)\s(?P<body>\S.*)", re.IGNORECASE
)
_WHERE = re.compile(
    r"(?P<body>(?:[A-Z]?\w+\s){0,3}\w+)\s(?:in|at|on|near|outside|around)\s(?:the|a|his|her|its|their)\s.*"
)
"""Whoever is told of by where they are: "guards at the gate"."""
_MEDIUM = re.compile(
    r"(?:(?i:the|a|its|their|state|official)\s)*(?:(?i:radio|television|tv)\s(?:station|channel)\s)?"
    r"(?P<body>(?!(?i:the|a|its|their|state|official|national|private|local)\b)[A-Z]\S*(?:\s(?:of|[A-Z]\S*))*?)"
    r"(?:\s(?:news|press|radio|television|tv)?\s?(?:agency|channel|station|network|service|website|newspaper|daily|weekly))?"
)
"""A medium's name, with what it is called before and behind it."""
_MEDIA = frozenset({ActorKind.OUTLET, ActorKind.NEWS_AGENCY})
_BODIES = frozenset({ActorKind.GOVERNMENT, ActorKind.STATE_FORCE, ActorKind.OUTLET, ActorKind.NEWS_AGENCY})


def with_plain_forms(text: str, actors: Sequence[Actor], mentions: Sequence[Mention]) -> tuple[Actor, ...]:
    """The actors; those who are no persons with such forms after their other names."""
    told: dict[str, list[str]] = {}
    for mention in mentions:
        if mention.form is not MentionForm.PRONOUN:
            told.setdefault(mention.actor, []).append(plain(mention.span.of(text)))
    return tuple(_with_forms(actor, told.get(actor.id, ())) for actor in actors)


def _with_forms(actor: Actor, told: Sequence[str]) -> Actor:
    forms = [form for phrase in dict.fromkeys((*told, *actor.names)) for form in _forms(phrase, actor)]
    return replace(actor, names=tuple(dict.fromkeys((*actor.names, *forms)))) if forms else actor


def _forms(phrase: str, actor: Actor) -> Iterator[str]:
    where = _WHERE.fullmatch(phrase)
    if where and not phrase[0].isdigit() and where["body"].endswith("s"):
        yield where["body"]
    if actor.kind is ActorKind.PERSON:
        return
    if doubted := _DOUBTED.match(phrase):
        yield phrase
        yield phrase[doubted.end() :]
    if own := _OWN.fullmatch(phrase):
        yield own["body"]
    if backed := _BACKED.fullmatch(phrase):
        yield backed["body"]
    if actor.kind in _MEDIA and (medium := _MEDIUM.fullmatch(phrase)) and medium["body"] != phrase:
        yield medium["body"]
    if actor.kind not in _BODIES:
        return
    if owned := _OWNED.fullmatch(phrase):
        yield owned["body"]
    if there := _THERE.fullmatch(phrase):
        yield there["body"]
