"""Opening the database, and the one way to write a unit's data.

SQLite is opened with what makes it safe (write-ahead log, foreign keys, a busy timeout); its
transactions are begun by us, because the driver's own begin too late to keep two writers apart.
"""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, select, update
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.sql.schema import Table

from dashboard.data.models import VERSIONED_TABLES, DataState
from dashboard.domain.errors import DatabaseUnreachable
from dashboard.i18n import _

BUSY_TIMEOUT_MS = 5_000
CONNECT_TIMEOUT_S = 3
VERSIONED_TABLE_NAMES = frozenset(model.__tablename__ for model in VERSIONED_TABLES)

Database = Engine
"""What the layers above call an open database; they know no SQLAlchemy."""


class UnversionedWrite(RuntimeError):
    """Code wrote a unit's table or settings outside `writing()`: the data version would not have changed."""


def database_url(address: str) -> URL:
    """The address as SQLAlchemy reads it.

    Raises:
        DatabaseUnreachable: when it is no address of a SQLite or PostgreSQL database.
    """
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise DatabaseUnreachable(_("BRYGGA_DATABASE_URL is not a database address.")) from error
    if url.get_backend_name() not in {"sqlite", "postgresql"}:
        raise DatabaseUnreachable(_("Brygga keeps its data in SQLite or PostgreSQL, nothing else."))
    return url


def open_engine(address: str, *, read_only: bool = False) -> Engine:
    """An engine for the address; nothing is connected yet.

    Args:
        address: SQLAlchemy address of a SQLite file or a PostgreSQL database.
        read_only: SQLite only: refuse every write.

    Raises:
        DatabaseUnreachable: when the address is none we can use.
    """
    url = database_url(address)
    try:
        if url.get_backend_name() == "sqlite":
            return _open_sqlite(url, read_only=read_only)
        return _guarded(
            create_engine(
                url,
                pool_pre_ping=True,
                connect_args={
                    "connect_timeout": CONNECT_TIMEOUT_S,
                    "options": "-c statement_timeout=60000 -c lock_timeout=10000",
                },
            )
        )
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise DatabaseUnreachable(_("BRYGGA_DATABASE_URL names a driver that is not installed.")) from error


def _open_sqlite(url: URL, *, read_only: bool) -> Engine:
    if url.database and url.database != ":memory:" and not read_only:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": BUSY_TIMEOUT_MS / 1000})

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = FULL")
        # What is deleted is overwritten: removed personal data must not be left in the file.
        cursor.execute("PRAGMA secure_delete = ON")
        if read_only:
            cursor.execute("PRAGMA query_only = ON")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        writes = options.get("brygga_writes") or options.get("brygga_keeps")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return _guarded(engine)


def _guarded(engine: Engine) -> Engine:
    @event.listens_for(engine, "before_execute")
    def refuse_unversioned(connection: Connection, clause: Any, *_rest: Any) -> None:
        if not isinstance(clause, UpdateBase) or connection.get_execution_options().get("brygga_writes"):
            return
        table = clause.entity_description["table"] if hasattr(clause, "entity_description") else clause.table
        if isinstance(table, Table) and table.name in VERSIONED_TABLE_NAMES:
            raise UnversionedWrite(table.name)

    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection to read from.

    Raises:
        DatabaseUnreachable: when the database does not answer.
    """
    try:
        connection = engine.connect()
    except OperationalError as error:
        raise DatabaseUnreachable(_("The database does not answer. Try again in a moment.")) from error
    with connection:
        yield connection


@contextmanager
def writing(engine: Engine, change: str) -> Iterator[Connection]:
    """One transaction that writes a unit's data and moves the data version; all of it happens, or nothing.

    The new version follows from the old one and `change` alone, so that the same imports in the same
    order give the same version in every database.

    Args:
        engine: where to write.
        change: what is being written, in few words or as a digest.

    Raises:
        DatabaseUnreachable: when the database does not answer.
    """
    try:
        connection = engine.connect().execution_options(brygga_writes=True)
    except OperationalError as error:
        raise DatabaseUnreachable(_("The database does not answer. Try again in a moment.")) from error
    with connection, connection.begin():
        yield connection
        _move_version(connection, change)


@contextmanager
def keeping(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes the product's own tables (accounts, sessions …); the data version stays.

    Raises:
        DatabaseUnreachable: when the database does not answer.
    """
    try:
        connection = engine.connect().execution_options(brygga_keeps=True)
    except OperationalError as error:
        raise DatabaseUnreachable(_("The database does not answer. Try again in a moment.")) from error
    with connection, connection.begin():
        yield connection


def _move_version(connection: Connection, change: str) -> None:
    # Locked: two writers in PostgreSQL must not both count on from the same version.
    version = connection.execute(select(DataState.version).with_for_update()).scalar_one()
    connection.execute(update(DataState).values(version=next_version(version, change)))


def next_version(version: str, change: str) -> str:
    """The data version that `writing` gives after a change; it follows from the two alone."""
    count = int(version.partition("-")[0]) + 1
    digest = hashlib.sha256(f"{version}\n{change}".encode()).hexdigest()[:10]
    return f"{count}-{digest}"


def data_version(engine: Engine) -> str:
    """The version of the data: it changes with every write, and all caching hangs on it."""
    with reading(engine) as connection:
        return connection.execute(select(DataState.version)).scalar_one()


def is_demo(engine: Engine) -> bool:
    """Whether the database holds the invented demo data."""
    with reading(engine) as connection:
        return bool(connection.execute(select(DataState.demo)).scalar_one())
