"""The shipped table is what `scripts/build_actors.py` makes of the own tables, as far as UCDP has no part in it."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from hearsay.vocabulary.actors.registry import Registry

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_actors", ROOT / "scripts" / "build_actors.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses ask for it
    spec.loader.exec_module(module)
    return module


def test_every_own_row_is_in_the_table_as_it_stands_in_its_source(script: ModuleType) -> None:
    rows = Registry.load(None).rows
    told = {(row.name, row.countries): row for row in rows.values()}
    drafts = [draft for path in sorted(script.OWN.glob("*.txt")) for draft in script.own_drafts(path)]
    assert len(drafts) > 1000
    for draft in drafts:
        row = told[draft.name, tuple(draft.countries)]
        assert row.kind.value == draft.kind, row.name
        aliases = {*row.aliases, *(f"?{name}" for name in row.short_forms)}
        assert aliases >= set(draft.aliases), row.name
        assert draft.source[0] in row.source, row.name
        years = (str(row.first_year or ""), str(row.last_year or ""))
        assert years == (draft.first, draft.last), row.name
        if draft.parent:
            assert row.parent is not None, row.name
            assert (rows[row.parent].name, row.relation) == (draft.parent, draft.relation), row.name


def test_every_row_names_a_source_of_the_two(script: ModuleType) -> None:
    own = {
        (draft.name, tuple(draft.countries)) for path in script.OWN.glob("*.txt") for draft in script.own_drafts(path)
    }
    for row in Registry.load(None).rows.values():
        from_ucdp = any(source.startswith("UCDP Actor Dataset 22.1, actor ") for source in row.source)
        from_here = any(source.startswith("own: ") for source in row.source)
        assert from_here == ((row.name, row.countries) in own), row.name
        assert from_ucdp or from_here, row.name
