"""Values that only say less than another one: a month beside its day, a province beside its town, "attack" beside
"suicide bombing". They do not disagree, and no policy should pick them for being said more often."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from hearsay.records.belief import Variant, Where
from hearsay.records.edtf import compatible, days_of
from hearsay.records.place import PlacePrecision
from hearsay.vocabulary.folding import fold
from hearsay.vocabulary.kinds import kinds

_FINENESS = {precision: at for at, precision in enumerate(PlacePrecision)}
_GENERAL_RANK = 1


def standing(field: str, variants: Sequence[Variant]) -> list[Variant]:
    """The variants that say more than any other that agrees with them."""
    says_less = _SAYS_LESS.get(field)
    if says_less is None:
        return list(variants)
    return [one for one in variants if not any(says_less(one, other) for other in variants if other is not one)]


def _coarser_time(one: Variant, other: Variant) -> bool:
    mine, others = days_of(one.text), days_of(other.text)
    if mine is None or others is None:
        return mine is None and others is not None
    spans = mine[1] - mine[0], others[1] - others[0]
    if spans[0] == spans[1]:
        return mine == others and (len(one.text), one.text) < (len(other.text), other.text)
    return spans[0] > spans[1] and compatible(one.text, other.text)


def _coarser_place(one: Variant, other: Variant) -> bool:
    """A coarser place of the same country; a site's town is coarser than the site."""
    mine, others = one.where, other.where
    if mine is None or others is None:
        return False
    if mine.precision is others.precision is PlacePrecision.SITE:
        return _names_less(mine, others)
    if _FINENESS[mine.precision] <= _FINENESS[others.precision]:
        return False
    return mine.country is None or others.country is None or mine.country == others.country


def _names_less(one: Where, other: Where) -> bool:
    """True for "Mopti market" beside "fish market, Mopti": a site of one town, by fewer of the same words."""
    if one.town is None or other.town is None or one.town.name != other.town.name:
        return False
    town = set(fold(one.town.name).split())
    mine, others = (set(fold(site.name).split()) - town for site in (one, other))
    return bool(mine) and mine < others


def _coarser_kind(one: Variant, other: Variant) -> bool:
    mine, others = kinds().get(one.text), kinds().get(other.text)
    if mine is None or others is None or mine.rank >= others.rank:
        return False
    return mine.rank <= _GENERAL_RANK or mine.group == others.group


_SAYS_LESS: Mapping[str, Callable[[Variant, Variant], bool]] = {
    "time": _coarser_time,
    "place": _coarser_place,
    "kind": _coarser_kind,
}
