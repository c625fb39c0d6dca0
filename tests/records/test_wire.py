"""A reading goes to JSON and back unchanged; what is no reading is refused with its place."""

from __future__ import annotations

import copy
import json
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.golden.harbour import harbour
from tests.records.readings import readings

from hearsay.errors import ContractError, InputError
from hearsay.records.incident import CountEffect
from hearsay.records.reading import Reading
from hearsay.records.rebuild import rebuild
from hearsay.records.references import check_reading, check_references
from hearsay.records.wire import dumps, from_wire, loads, schema_text, to_wire, validate

SCHEMA = jsonschema.Draft202012Validator(json.loads(schema_text()))
HARBOUR = harbour()
MANY = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)


@MANY
@given(readings())
def test_a_reading_survives_the_round_trip(reading: Reading) -> None:
    assert list(check_references(reading)) == []
    assert from_wire(to_wire(reading)) == reading
    text = dumps(reading)
    assert loads(text) == reading
    assert dumps(loads(text)) == text
    assert loads(dumps(reading, indent=2).encode()) == reading
    SCHEMA.validate(json.loads(text))


def test_the_schema_is_itself_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(schema_text()))


def test_a_figure_that_differs_stands_beside_the_first() -> None:
    wire = to_wire(HARBOUR)
    incident = next(one for one in HARBOUR.incidents if len(one.tolls) > len(dict(one.tolls)))
    counts = next(one for one in wire["incidents"] if one["id"] == incident.id)["counts"]
    for effect in CountEffect:
        figures = [toll for kind, toll in incident.tolls if kind is effect]
        given_figures = [counts[effect.value], *counts[effect.value]["others"]] if figures else []
        assert [one["as_reported"] for one in given_figures] == [toll.as_reported for toll in figures]
    assert all("others" not in other for figure in counts.values() for other in figure["others"])


def test_partners_are_called_with() -> None:
    for incident in to_wire(HARBOUR)["incidents"]:
        for entry in incident["perpetrators"]:
            assert set(entry) == {"actor", "role", "stance", "with", "support", "statement"}


def test_what_the_core_format_lacks_may_be_left_out() -> None:
    wire = json.loads(dumps(HARBOUR))
    del wire["notes"], wire["document"]["notes"]
    for place in wire["places"]:
        del place["within"], place["reasons"]
    for statement in wire["statements"]:
        del statement["by"]
    for incident in wire["incidents"]:
        for figure in incident["counts"].values():
            del figure["others"]
    SCHEMA.validate(wire)
    assert [one.id for one in from_wire(wire).incidents] == [one.id for one in HARBOUR.incidents]


def paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    found = [path] if path else []
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, below in items:
        found += paths(below, (*path, key))
    return found


HARBOUR_WIRE = json.loads(dumps(HARBOUR))
PATHS = paths(HARBOUR_WIRE)
WRONG: list[Any] = [None, True, 7, -7, 1.5, 4.0, "", "certain", [], [1], [0, 1], [[0, 1]], ["x"], {}, {"x": 1}]


@settings(max_examples=600, deadline=None)
@given(st.sampled_from(PATHS), st.sampled_from([*WRONG, "remove", "add"]))
def test_reader_and_schema_refuse_the_same_objects(path: tuple[str | int, ...], wrong: Any) -> None:
    wire = copy.deepcopy(HARBOUR_WIRE)
    parent = wire
    for step in path[:-1]:
        parent = parent[step]
    if wrong == "remove":
        del parent[path[-1]]
    elif wrong == "add":
        assume(isinstance(parent[path[-1]], dict))
        parent[path[-1]]["surplus"] = None
    else:
        parent[path[-1]] = copy.deepcopy(wrong)
    read = read_or_refuse(wire)
    if isinstance(read, str):
        assert str(path[0]) in read
        if "start < end" in read:
            return  # beyond what a JSON Schema can say
    bare = ("no evidence", "no statement")
    sound = isinstance(read, Reading) and not any(end in fault for fault in check_references(read) for end in bare)
    assert SCHEMA.is_valid(wire) == sound


def read_or_refuse(wire: Any) -> Reading | str:
    """The reading, or why it is none."""
    try:
        return rebuild(wire)
    except InputError as error:
        return str(error)


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        (["incidents", 0, "claims"], "maybe", r"incidents\[0\]\.claims should be one of none, single, .*'maybe'"),
        (["document", "published"], 2016, r"document\.published should be a string, but is 2016"),
        (["statements", 1, "evidence", 0], [5, 5], r"statements\[1\]\.evidence\[0\]: a span needs 0 <= start < end"),
        (["statements", 0, "evidence", 0], [0, 10**6], "lies outside a text of"),
        (["incidents", 0, "places", 0], "nowhere", "'nowhere', but there is no such place"),
        (["actors", 1, "id"], "a-fca", "given twice|no such actor"),
        (["format"], "hearsay-reading/9", "format should be 'hearsay-reading/1'"),
        (["document", "text"], "half \ud83d", "lone surrogate"),
    ],
)
def test_a_fault_is_told_by_its_place(path: list[str | int], value: Any, words: str) -> None:
    wire = copy.deepcopy(HARBOUR_WIRE)
    parent = wire
    for step in path[:-1]:
        parent = parent[step]
    parent[path[-1]] = value
    with pytest.raises(InputError, match=words):
        validate(wire)


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "null", "[]", b"\xff\xfe\x00"])
def test_what_is_no_json_object_is_refused(text: str | bytes) -> None:
    with pytest.raises(InputError):
        loads(text)


def test_our_own_loose_end_is_our_bug() -> None:
    loose = rebuild({**HARBOUR_WIRE, "actors": []})
    with pytest.raises(ContractError, match="no such actor"):
        check_reading(loose)
