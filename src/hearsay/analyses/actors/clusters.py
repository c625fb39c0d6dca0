"""One actor of a report while its mentions are being gathered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from hearsay.analyses.actors.nominals import Candidate
from hearsay.records.actor import Actor, ActorKind
from hearsay.records.analysis import Mention, MentionForm
from hearsay.records.ids import content_id
from hearsay.vocabulary.actors.rows import ActorRow, plain_name
from hearsay.vocabulary.kinds import rows

_GROUPS = frozenset({ActorKind.ARMED_GROUP, ActorKind.PARTY, ActorKind.OTHER})


@cache
def _regions() -> dict[str, frozenset[str]]:
    return {name: frozenset(codes.split()) for name, codes in rows("region_adjectives.tsv")}


def region_in(phrase: str) -> frozenset[str]:
    """The countries of the region that a phrase names by its adjective ("the Middle Eastern group"), else none."""
    lowered = f" {phrase.lower()} "
    named = [name for name in _regions() if f" {name} " in lowered]
    return _regions()[max(named, key=len)] if named else frozenset()


@dataclass(slots=True)
class Cluster:
    """An actor in the making. `links` holds each candidate with the name of the rule that put it here."""

    kind: ActorKind | None
    row: ActorRow | None = None
    country: str | None = None
    links: list[tuple[Candidate, str]] = field(default_factory=list)
    lemmas: set[str] = field(default_factory=set)
    _proper: dict[str, None] = field(default_factory=dict)

    def add(self, candidate: Candidate, lemma: str, by: str) -> None:
        """Puts a candidate here, by the rule of that name."""
        self.links.append((candidate, by))
        if candidate.form is MentionForm.NOMINAL:
            self.lemmas.add(lemma)
        elif candidate.form is MentionForm.NAME:
            self._proper[candidate.name] = None
        self.country = self.country or candidate.country
        if self.kind in {None, ActorKind.OTHER} and candidate.kind is not None and not candidate.doubtful:
            self.kind = candidate.kind

    @property
    def countries(self) -> frozenset[str]:
        """The countries that the actor is of, as far as known."""
        known = set(self.row.countries) if self.row else set()
        return frozenset(known | ({self.country} if self.country else set()))

    @property
    def proper_names(self) -> list[str]:
        """The names (not descriptions) of the actor, each once."""
        return list(self._proper)

    @property
    def is_person(self) -> bool:
        """True for one person."""
        return self.kind is ActorKind.PERSON

    @property
    def is_group(self) -> bool:
        """True for what "the group", "the organisation" may mean."""
        return self.kind in _GROUPS

    def last_before(self, head: int) -> Candidate | None:
        """The last mention before a token."""
        before = [c for c, _ in self.links if c.head < head]
        return max(before, key=lambda c: c.head) if before else None

    def actor(self, document: str) -> Actor:
        """The finished record."""
        words = [c.name for c, _ in self.links if c.form is not MentionForm.PRONOUN]
        names = tuple(dict.fromkeys(words))
        name = self._name(names)
        return Actor(
            id=content_id("actor", document, name, self.links[0][0].head),
            name=name,
            kind=self.kind or ActorKind.OTHER,
            names=names,
            country=self._country(),
            registry_id=self.row.id if self.row else None,
            mentions=tuple(sorted(c.span for c, _ in self.links)),
        )

    def mentions(self, actor: Actor) -> list[Mention]:
        """The finished mentions."""
        return [Mention(span=c.span, head=c.head, form=c.form, actor=actor.id, by=by) for c, by in self.links]

    def _name(self, names: Sequence[str]) -> str:
        """The registry's name, else the longest proper name, else the first description without its article."""
        if self.row is not None:
            return plain_name(self.row.name)
        proper = self.proper_names
        if proper:
            return max(proper, key=len)
        first = names[0] if names else self.links[0][0].name
        return _without_article(first).removesuffix("'s").removesuffix("’s")  # "the army's spokesman" is the army's

    def _country(self) -> str | None:
        if self.country is not None:
            return self.country
        return self.row.countries[0] if self.row and len(self.row.countries) == 1 else None


def _without_article(phrase: str) -> str:
    first, _, rest = phrase.partition(" ")
    return rest if rest and first.lower() in {"the", "a", "an"} else phrase
