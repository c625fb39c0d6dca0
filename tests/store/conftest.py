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
    numbers = count()

    def make() -> Store:
        number = next(numbers)
        if request.param == "sqlite":
            store = open_store(tmp_path / f"book-{number}.db", create=True)
        else:
            store = open_store(postgres_schema(f"hearsay_test_{os.getpid()}_{number}"))
        opened.append(store)
        return store

    yield make
    for store in opened:
        store.close()


@pytest.fixture
def store(new_store: NewStore) -> Store:
    """An empty store of one kind."""
    return new_store()


def postgres_schema(name: str) -> str:
    """The address of an empty schema of the test database."""
    assert POSTGRES is not None
    url = make_url(POSTGRES).set(drivername="postgresql+psycopg")
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(f"DROP SCHEMA IF EXISTS {name} CASCADE"))
        connection.execute(text(f"CREATE SCHEMA {name}"))
    engine.dispose()
    inside = url.set(drivername="postgresql").update_query_dict({"options": f"-csearch_path={name}"})
    return inside.render_as_string(hide_password=False)
