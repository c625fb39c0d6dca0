"""Who in a report is a private person, and in which words it names them.

Public is who is in the registry of actors, or whom the report gives an office, a rank, or the word for a group. All
others are private: victims, witnesses, relatives, the accused. What the reader did not take for a person's name is not
masked; a report's authors are public.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hearsay.records.actor import Actor, ActorKind
from hearsay.records.reading import Reading
from hearsay.records.relation import RelationKind
from hearsay.vocabulary.described import is_description
from hearsay.vocabulary.folding import fold
from hearsay.vocabulary.titles import leading_titles

_OFFICES = frozenset({RelationKind.HELD_OFFICE, RelationKind.SPOKESPERSON_OF, RelationKind.FOUNDED})
_SPEAKS = re.compile(r"\bspokes(?:man|woman|person)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_PARTICLES = frozenset("al el bin ibn abu umm van von de da di del ould ag".split())
_SHORTEST = 2  # letters of a word that is masked by itself
_IN_KEY = 2  # the last words of a name, by which it is known again: "Mr Adama Kone" is "Adama Kone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Private:
    """A private person of one report: `key` is the same for the same name, `words` are the words of the name.

    `alone` are those that name nobody and nothing else in the report, and so are masked wherever they stand.
    """

    key: str
    words: frozenset[str]
    alone: frozenset[str]


def private_persons(reading: Reading) -> tuple[Private, ...]:
    """The private persons whom a report names, in its order."""
    public = _public(reading)
    bodies = _bodies(reading)
    private = [actor for actor in reading.actors if _is_private(actor, public) and fold(actor.name) not in bodies]
    hidden = {actor.id for actor in private}
    others = {word for name in _other_names(reading, hidden) for word in _WORD.findall(name)}
    found = []
    for actor in private:
        words = _words(leading_titles(actor.name).rest)
        key = fold(" ".join(_WORD.findall(leading_titles(actor.name).rest)[-_IN_KEY:]))
        alone = {word for word in words - others if word.casefold() not in _PARTICLES and len(word) >= _SHORTEST}
        found.append(Private(key=key, words=words, alone=frozenset(alone)))
    return tuple(found)


def _is_private(actor: Actor, public: set[str]) -> bool:
    if actor.kind is not ActorKind.PERSON or actor.registry_id or actor.id in public:
        return False
    titled = leading_titles(actor.name)
    return titled.role is None and bool(_words(titled.rest)) and not is_description(titled.rest)


def _bodies(reading: Reading) -> set[str]:
    """Names of places and of those who carry the report, and words of these: a reader takes "the Monitor" for a person
    now and then."""
    document = reading.document
    carriers = [fold(name) for name in (document.outlet, document.agency, document.author) if name]
    return {
        *carriers,
        *(word for name in carriers for word in name.split()),
        *(fold(one.name) for one in reading.places),
    }


def _public(reading: Reading) -> set[str]:
    found = {one.subject for one in reading.relations if one.kind in _OFFICES}
    found |= {one.object for one in reading.relations if one.kind is RelationKind.LED_BY}
    for statement in reading.statements:
        for speaker in statement.speakers:
            said = f"{speaker.role or ''} {speaker.name}"
            if speaker.actor and (leading_titles(speaker.role or "").role or _SPEAKS.search(said)):
                found.add(speaker.actor)
    for actor in reading.actors:
        if any(leading_titles(name).role or _SPEAKS.search(name) for name in actor.names):
            found.add(actor.id)
    return found


def _other_names(reading: Reading, hidden: set[str]) -> Iterator[str]:
    """Names of everybody and everything else: a word that is in one of them is not masked by itself."""
    document = reading.document
    yield from (name for name in (document.outlet, document.agency, document.author) if name)
    for actor in reading.actors:
        if actor.id not in hidden:
            yield from (actor.name, *(name for name in actor.names if not name.islower()))
    for place in reading.places:
        yield place.name


def _words(name: str) -> frozenset[str]:
    """The words of a name as it is written: those with a capital, and particles between them."""
    words = _WORD.findall(name)
    return (
        frozenset(word for word in words if word[:1].isupper() or word.casefold() in _PARTICLES)
        if words
        else frozenset()
    )


class Masker:
    """Masks in the words of one report: each run of the words of a private person's name becomes its label."""

    def __init__(self, labelled: Iterable[tuple[Private, str]]) -> None:
        self._persons = list(labelled)
        words = {form for person, _ in self._persons for word in person.words for form in (word, word.upper())}
        joined = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
        self._runs = re.compile(rf"(?<!\w)(?:{joined})(?:[\s\-]+(?:{joined}))*(?!\w)") if words else None

    def runs(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where names stand, and the label of each."""
        if self._runs is None:
            return
        for run in self._runs.finditer(text):
            label = self._label({word.casefold() for word in _WORD.findall(run[0])})
            if label is not None:
                yield run.start(), run.end(), label

    def _label(self, words: set[str]) -> str | None:
        """The person whose name shares most words with the run, if any of these names nobody else."""
        best, most = None, 0
        for person, label in self._persons:
            alone = {word.casefold() for word in person.alone}
            known = {word.casefold() for word in person.words}
            shared = len(words & known)
            if shared > most and (words & alone or (known == words and len(words) > 1)):
                best, most = label, shared
        return best

    def text(self, text: str) -> str:
        """The text with labels in place of names."""
        made, at = [], 0
        for start, end, label in self.runs(text):
            made += [text[at:start], label]
            at = end
        return "".join([*made, text[at:]]) if made else text

    def is_in_address(self, address: str) -> bool:
        """Whether a name may be spelled out in an address."""
        folded = address.casefold()
        return any(len(word) > 3 and word.casefold() in folded for person, _ in self._persons for word in person.alone)
