"""One import at a time: a lock that the system lets go of when its holder dies.

On SQLite it is a lock on an empty file beside the database, taken by SQLite itself, so it works wherever the
database does; on PostgreSQL it is an advisory lock of a connection that is held open. Neither outlives the
process, so nobody ever has to clear one away.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError, OperationalError

from dashboard.domain.errors import DatabaseUnreachable
from dashboard.i18n import _

_POSTGRES_KEY = 0x62727967
"""Any number that nobody else uses; advisory locks belong to one database."""


@contextmanager
def import_lock(engine: Engine) -> Iterator[bool]:
    """Try to be the only one who imports. Gives whether it succeeded; never waits.

    Raises:
        DatabaseUnreachable: when the database does not answer.
    """
    if engine.url.get_backend_name() == "postgresql":
        with _postgres_lock(engine) as ours:
            yield ours
    elif not engine.url.database or engine.url.database == ":memory:":
        yield True
    else:
        with _file_lock(Path(f"{engine.url.database}-import")) as ours:
            yield ours


@contextmanager
def _postgres_lock(engine: Engine) -> Iterator[bool]:
    try:
        connection = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
    except OperationalError as error:
        raise DatabaseUnreachable(_("The database does not answer. Try again in a moment.")) from error
    key = {"key": _POSTGRES_KEY}
    with connection:
        ours = bool(connection.execute(text("SELECT pg_try_advisory_lock(:key)"), key).scalar_one())
        try:
            yield ours
        finally:
            if ours:
                # It belongs to the connection, which must not go back to the pool with it.
                with suppress(DBAPIError):
                    connection.execute(text("SELECT pg_advisory_unlock(:key)"), key)


@contextmanager
def _file_lock(path: Path) -> Iterator[bool]:
    try:
        lock = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
    except sqlite3.Error as error:
        raise DatabaseUnreachable(
            _("The folder of the database cannot be written: {reason}.").format(reason=error)
        ) from error
    with closing(lock):
        yield _taken(lock)


def _taken(lock: sqlite3.Connection) -> bool:
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            return False
        raise DatabaseUnreachable(
            _("The folder of the database cannot be written: {reason}.").format(reason=error)
        ) from error
    return True
