"""Opening a store: an SQLite file or a PostgreSQL database, brought to the tables that this version knows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from hearsay.errors import StoreError, UsageError
from hearsay.store.base import Store, View, Writer
from hearsay.store.tables import REVISIONS
from hearsay.store.telling import WAIT, told
from hearsay.store.viewing import SqlView
from hearsay.store.writing import SqlWriter

MIGRATION_LOCK = 7_472_001
"""The PostgreSQL advisory lock under which one process at a time brings a store up to date; any number would do."""


def open_store(address: str | Path, *, create: bool = False) -> Store:
    """The store at a path (SQLite) or a `postgresql://` address, its tables brought up to date.

    With `create` a store that is not there is made; an empty PostgreSQL database is always filled.

    Raises:
        UsageError: there is nothing at the path and `create` is not set, or the address is of an unknown kind.
        StoreError: it cannot be opened, is no hearsay store, or was made by a newer hearsay.
    """
    url = _url(address)
    shown = _shown(url)
    if url.get_backend_name() == "sqlite":
        _check_path(Path(url.database or ""), create)
    try:
        engine = _engine(url)
    except ImportError as error:
        raise StoreError(
            f"{shown} needs the PostgreSQL driver ({error}); install it with: pip install 'hearsay[pg]'"
        ) from error
    store = SqlStore(engine, shown)
    try:
        store.bring_up_to_date()
    except BaseException:
        store.close()
        raise
    return store


class SqlStore:
    """A Store on an SQLAlchemy engine."""

    def __init__(self, engine: Engine, address: str) -> None:
        self._engine = engine
        self._writing = _for_writing(engine)
        self._address = address

    @property
    def address(self) -> str:
        """Its path or address, without a password."""
        return self._address

    def writer(self) -> Writer:
        """A writer; use it in `with`."""
        return SqlWriter(self._engine, self._writing, self._address)

    def view(self) -> View:
        """A snapshot of what is there now; use it in `with`."""
        return SqlView(self._engine, self._address)

    def close(self) -> None:
        """Frees the file or the connections."""
        self._engine.dispose()

    def __enter__(self) -> SqlStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def bring_up_to_date(self) -> None:
        """Makes or changes the tables where they are not those of the last revision."""
        with told(self._address):
            with self._engine.begin() as connection:
                revision = self._revision(connection)
            if revision == REVISIONS[-1]:
                return
            if revision is None and self._engine.dialect.name == "sqlite":
                _make_wal(self._engine)
            with self._writing.begin() as connection:
                if connection.dialect.name == "postgresql":
                    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
                # another process may have done it while this one waited for the lock
                if self._revision(connection) != REVISIONS[-1]:
                    _migrate(connection)

    def _revision(self, connection: Connection) -> str | None:
        """The revision of the tables; None for a database without any."""
        names = inspect(connection).get_table_names()
        if "alembic_version" not in names:
            if names:
                raise StoreError(f"{self._address} is a database, but no hearsay store; give another path")
            return None
        revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        if "reports" not in names or revision is None:
            raise StoreError(f"{self._address} is a database, but no hearsay store; give another path")
        if revision not in REVISIONS:
            raise StoreError(
                f"{self._address} was made by a newer hearsay (its tables are of revision {revision!r}, "
                f"this version knows up to {REVISIONS[-1]!r}); upgrade hearsay to open it"
            )
        return str(revision)


def _url(address: str | Path) -> URL:
    if isinstance(address, str) and "://" in address:
        try:
            url = make_url(address)
            backend = url.get_backend_name()
        except (ArgumentError, NoSuchModuleError) as error:
            raise UsageError("the store's address cannot be read; give a path or postgresql://...") from error
        if backend != "postgresql":
            raise UsageError(f"stores are SQLite files or postgresql:// addresses, not {backend}://")
        return url.set(drivername="postgresql+psycopg")
    return URL.create("sqlite", database=str(Path(address).expanduser()))


def _shown(url: URL) -> str:
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    return url.set(drivername="postgresql").render_as_string(hide_password=True)


def _check_path(path: Path, create: bool) -> None:
    if path.is_dir():
        raise UsageError(f"{str(path)!r} is a folder; give the path of a store, such as {str(path / 'book.db')!r}")
    if path.exists():
        return
    if not create:
        raise UsageError(f"there is no store at {str(path)!r}; make one with: hearsay add REPORT --into {path}")
    if not path.parent.is_dir():
        raise UsageError(f"there is no folder {str(path.parent)!r} to keep the store in; make it first")


def _engine(url: URL) -> Engine:
    if url.get_backend_name() == "postgresql":
        return create_engine(url, isolation_level="REPEATABLE READ", pool_pre_ping=True)
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": WAIT})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _for_writing(engine: Engine) -> Engine:
    """The same engine for transactions that write: they see what was committed before they got the lock."""
    if engine.dialect.name == "postgresql":
        return engine.execution_options(isolation_level="READ COMMITTED")
    return engine.execution_options(writes=True)


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # the driver's own transactions leave DDL and reads outside; ours begin in _begin_sqlite
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")


def _begin_sqlite(connection: Connection) -> None:
    # a writer takes the lock at once: one that begins as a reader could not wait for it later
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _make_wal(engine: Engine) -> None:
    """Lets readers read while a writer writes; kept in the file, so that it is set once."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        raw.close()


def _migrate(connection: Connection) -> None:
    # Alembic takes longer to import than to find a store up to date, which nearly all are
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "hearsay.store:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
