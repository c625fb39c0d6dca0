"""Which decisions stand: each person's last word, the adjudication over them, and nothing where coders disagree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hearsay.records.review import Item, Review, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """All that is said of one item: each coder's last word, by name, and the adjudication if there is one."""

    item: Item
    coders: tuple[Review, ...]
    settled: Review | None

    @property
    def disagreed(self) -> bool:
        """Whether coders differ. One who cannot tell differs from nobody."""
        return len({one.answer for one in self.coders if one.verdict is not Verdict.CANNOT_TELL}) > 1

    @property
    def standing(self) -> Review | None:
        """The decision that has effect; None where coders disagree and nobody has settled it, or nobody could tell."""
        if self.settled is not None:
            return self.settled
        telling = [one for one in self.coders if one.verdict is not Verdict.CANNOT_TELL]
        return None if self.disagreed or not telling else telling[0]


def judged(reviews: Iterable[Review]) -> Mapping[Item, Judged]:
    """What is said of each item, by item; of one person's decisions on an item the last counts."""
    coders: dict[Item, dict[str, Review]] = {}
    settled: dict[Item, Review] = {}
    for review in sorted(reviews, key=lambda one: (one.at, one.id)):
        if review.settles:
            settled[review.item] = review
        else:
            coders.setdefault(review.item, {})[review.author] = review
    return {
        item: Judged(
            item=item,
            coders=tuple(coders.get(item, {})[author] for author in sorted(coders.get(item, {}))),
            settled=settled.get(item),
        )
        for item in sorted({*coders, *settled})
    }


def standing(reviews: Iterable[Review]) -> Sequence[Review]:
    """The decisions that have effect, by item."""
    return [one.standing for one in judged(reviews).values() if one.standing is not None]
