"""Our own mentions in re3d's types: what the reading finds of actors, places, peoples, weapons, numbers and times."""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.evaluation.re3d.corpus import Named
from hearsay.records.actor import ActorKind
from hearsay.records.analysis import Analysis, MentionForm
from hearsay.records.span import Span
from hearsay.records.tree import Tree
from hearsay.vocabulary.nouns import weapon_class

_NAMING = frozenset({"compound", "amod", "flat", "nummod", "nmod"})


def own_mentions(analysis: Analysis) -> tuple[Named, ...]:
    """The mentions in text order; for the same characters the type that comes first here."""
    found: dict[Span, str] = {}
    for span, kind in (*_actors(analysis), *_named(analysis), *_nouns(analysis)):
        found.setdefault(span, kind)
    return tuple(sorted(Named(span=span, type=kind) for span, kind in found.items()))


def _actors(analysis: Analysis) -> Iterator[tuple[Span, str]]:
    kinds = {actor.id: actor.kind for actor in analysis.actors}
    for mention in analysis.mentions:
        if mention.form is not MentionForm.PRONOUN:
            yield mention.span, "Person" if kinds[mention.actor] is ActorKind.PERSON else "Organisation"


def _named(analysis: Analysis) -> Iterator[tuple[Span, str]]:
    for place in analysis.places:
        for span in place.mentions:
            yield span, "Location"
    for time in analysis.times:
        yield time.span, "Temporal"
    for token in analysis.tokens:
        if token.entity == "MISC" and token.tag in ("ADJ", "PROPN"):
            yield token.span, "Nationality"


def _nouns(analysis: Analysis) -> Iterator[tuple[Span, str]]:
    tree = Tree(analysis.tokens)
    for at, token in enumerate(analysis.tokens):
        if token.tag == "NUM" and token.relation == "nummod":
            yield token.span, "Quantity"
        elif token.tag in ("NOUN", "PROPN") and weapon_class(token.text) is not None:
            below = [child for child in tree.children(at, *_NAMING) if child < at and tree.tokens[child].tag != "NUM"]
            yield tree.span([*below, at]), "Weapon"
