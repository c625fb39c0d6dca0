"""Every kind of store, fresh for each test.

PostgreSQL is tried when HEARSAY_TEST_PG holds the address of a database whose user may make schemas.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from hearsay.store.base import Store
from hearsay.store.opening import open_store

POSTGRES = os.environ.get("HEARSAY_TEST_PG")
NO_POSTGRES = "HEARSAY_TEST_PG is not set to a postgresql:// address"
KINDS = ["sqlite", pytest.param("postgresql", marks=pytest.mark.skipif(POSTGRES is None, reason=NO_POSTGRES))]

NewStore = Callable[[], Store]


@pytest.fixture(params=KINDS)
def new_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NewStore]:
    """Makes empty stores of one kind."""
    opened: list[Store] = []
    schemas: list[str] = []
    numbers = count()

    def make() -> Store:
        number = next(numbers)
        if request.param == "sqlite":
            store = open_store(tmp_path / f"book-{number}.db", create=True)
        else:
            schemas.append(f"hearsay_test_{os.getpid()}_{number}")
            store = open_store(postgres_schema(schemas[-1]))
        opened.append(store)
        return store

    yield make
    for store in opened:
        store.close()
    for name in schemas:
        change_schemas(f"DROP SCHEMA {name} CASCADE")


@pytest.fixture
def store(new_store: NewStore) -> Store:
    """An empty store of one kind."""
    return new_store()


def postgres_schema(name: str) -> str:
    """The address of an empty schema of the test database."""
    change_schemas(f"DROP SCHEMA IF EXISTS {name} CASCADE", f"CREATE SCHEMA {name}")
    inside = make_url(str(POSTGRES)).update_query_dict({"options": f"-csearch_path={name}"})
    return inside.render_as_string(hide_password=False)


def change_schemas(*commands: str) -> None:
    """Runs commands on the test database."""
    engine = create_engine(make_url(str(POSTGRES)).set(drivername="postgresql+psycopg"))
    with engine.begin() as connection:
        for command in commands:
            connection.execute(text(command))
    engine.dispose()
