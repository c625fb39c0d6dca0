"""CEAF-REE and GTT's F1, on templates of our own with sums done by hand."""

from __future__ import annotations

from hearsay.evaluation.muc4.modern import ModernTemplate, entity, gtt_counts, pooled, ree_counts

ASHORE = entity(["the Tide", "Northern Tide"])
CLERK = entity(["a clerk", "Mara Onslow"])
HALL = entity(["town hall"])


def template(kind: str = "bombing", **roles: list[list[str]]) -> ModernTemplate:
    return ModernTemplate(type=kind, roles={role: tuple(map(entity, fillers)) for role, fillers in roles.items()})


def test_articles_punctuation_and_case_do_not_count() -> None:
    assert entity(["The  Tide's"]) == entity(["tides"])


def test_an_entity_of_the_key_makes_one_answer_right() -> None:
    counts = ree_counts({"PerpOrg": [ASHORE]}, {"PerpOrg": [entity(["Tide"]), entity(["Northern Tide"])]})
    assert (counts["right"], counts["given"], counts["known"]) == (1, 2, 1)


def test_an_answer_with_a_mention_too_many_is_wrong() -> None:
    counts = ree_counts({"PerpOrg": [ASHORE]}, {"PerpOrg": [entity(["Tide", "the police"])]})
    assert counts["PerpOrg right"] == 0


def test_fillers_of_another_role_are_wrong() -> None:
    counts = ree_counts({"Victim": [CLERK]}, {"Target": [CLERK]})
    assert (counts["right"], counts["given"], counts["known"]) == (0, 1, 1)


def test_pooling_brings_the_same_filler_of_two_templates_together() -> None:
    both = pooled([template(PerpOrg=[["Tide"]]), template("attack", PerpOrg=[["the Tide", "Northern Tide"]])])
    assert both["PerpOrg"] == (ASHORE,)


def test_templates_of_another_type_are_not_aligned() -> None:
    counts = gtt_counts([template(Victim=[["a clerk"]])], [template("attack", Victim=[["a clerk"]])])
    assert (counts["right"], counts["given"], counts["known"]) == (0, 2, 2)


def test_either_of_two_types_will_do() -> None:
    assert gtt_counts([template("attack / bombing")], [template("attack")])["incident_type right"] == 1


def test_the_alignment_is_the_one_with_most_right() -> None:
    key = [template(Victim=[["a clerk"]]), template(Target=[["town hall"]], Victim=[["a guard"]])]
    answer = [template(Target=[["town hall"]]), template(Victim=[["a clerk"], ["a guard"]])]
    counts = gtt_counts(key, answer)
    assert counts["right"] == 2 + 2
    assert (counts["given"], counts["known"]) == (5, 5)


def test_gtt_lets_two_answers_be_right_by_one_filler_of_the_key() -> None:
    counts = gtt_counts(
        [template(PerpOrg=[["Tide", "Northern Tide"]])], [template(PerpOrg=[["Tide"], ["Northern Tide"]])]
    )
    assert (counts["PerpOrg right"], counts["PerpOrg found"]) == (2, 1)
