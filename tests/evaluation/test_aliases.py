"""The alias pairs: enough of them, enough beyond the registry, and the goals that they set are met."""

from __future__ import annotations

from hearsay.evaluation.aliases import NamePair, name_pairs, score
from hearsay.vocabulary.actors.registry import Registry

REGISTRY = Registry.load()
RECALL_FLOOR = 0.95
PRECISION_FLOOR = 0.99
RULE_RECALL_FLOOR = 0.90


def test_three_hundred_of_each_and_each_pair_once() -> None:
    pairs = name_pairs()
    assert (sum(p.same for p in pairs), sum(not p.same for p in pairs)) == (300, 300)
    assert len({frozenset((pair.one, pair.other)) for pair in pairs}) == 600
    assert all(pair.source for pair in pairs)


def test_the_goals_are_met_and_the_rules_do_their_part() -> None:
    scores = score(REGISTRY, name_pairs())
    beyond = [pair for pair in (*scores.found, *scores.missed) if pair not in scores.registered]
    assert len(beyond) >= 120
    assert scores.precision >= PRECISION_FLOOR
    assert scores.recall >= RECALL_FLOOR
    assert scores.recall_by_rule >= RULE_RECALL_FLOOR
    assert scores.meets_goals


def test_the_second_list_is_another_and_holds_the_goals() -> None:
    held_out = name_pairs(held_out=True)
    assert min(sum(p.same for p in held_out), sum(not p.same for p in held_out)) >= 100
    first = {frozenset((pair.one, pair.other)) for pair in name_pairs()}
    assert not any(frozenset((pair.one, pair.other)) in first for pair in held_out)
    assert score(REGISTRY, held_out).meets_goals


def test_scores_count_what_goes_wrong() -> None:
    pairs = [
        NamePair(one="ISIS", other="Daesh", same=True, source="own"),
        NamePair(one="ISIS", other="Hamas", same=True, source="own"),
        NamePair(one="ISIS", other="ISIL", same=False, source="own"),
        NamePair(one="ISIS", other="Fatah", same=False, source="own"),
    ]
    scores = score(REGISTRY, pairs)
    assert (scores.precision, scores.recall) == (0.5, 0.5)
    assert not scores.meets_goals
    assert "missed: ISIS / Hamas" in scores.lines()
    assert "mistaken: ISIS / ISIL" in scores.lines()
