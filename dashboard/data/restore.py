"""Bringing back a SQLite database that was copied aside."""

import datetime as dt
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from dashboard.data.backup import RESTORE, BackupFailed, copies, copy_aside, name_of_copy
from dashboard.data.import_lock import import_lock
from dashboard.data.schema import known_revisions, newest_revision
from dashboard.domain.errors import BryggaError, InvalidParameter
from dashboard.i18n import _


class CannotRestore(BryggaError):
    """A copy cannot be brought back; the database is as it was."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was brought back.

    Attributes:
        copy: the copy.
        aside: where what was there before lies now; None when there was nothing.
        is_older: whether its schema is an older version's.
    """

    copy: Path
    aside: Path | None
    is_older: bool


def restore(engine: Engine, name: str, folder: Path, now: dt.datetime) -> Restored:
    """Bring a copy back, after it has been looked through, and with the present database set aside.

    A server that runs meanwhile sees the old rows until the last moment, and then all of the new ones.

    Args:
        engine: the database.
        name: the copy's name in the folder, or a path to one.
        folder: where copies lie.
        now: the moment, for the name of what is set aside.

    Raises:
        InvalidParameter: when there is no such copy.
        CannotRestore: when the copy is damaged, it or the database is a newer version's, somebody is
            importing, or it could not be written.
        BackupFailed: when the present database could not be set aside.
    """
    database = _database(engine)
    copy = _found(name, folder)
    revision = _sound_revision(copy)
    with import_lock(engine) as ours:
        if not ours:
            raise CannotRestore(_("Somebody else is changing the data. Try again in a moment."))
        aside = _set_aside(engine, database, folder, now)
        engine.dispose()
        try:
            _bring_back(copy, database)
        except (OSError, sqlite3.Error) as error:
            raise CannotRestore(
                _("The copy could not be brought back: {reason}. The database is as it was.").format(
                    reason=error
                )
            ) from error
    return Restored(copy, aside, revision != newest_revision())


def _database(engine: Engine) -> Path:
    database = engine.url.database
    if engine.url.get_backend_name() != "sqlite" or not database or database == ":memory:":
        raise CannotRestore(_("PostgreSQL has backups of its own; brygga restore is for SQLite."))
    return Path(database)


def _found(name: str, folder: Path) -> Path:
    listed = {one.path.name: one.path for one in copies(folder)}
    path = listed.get(name) or Path(name)
    if not path.is_file():
        raise InvalidParameter(_("There is no copy called {name}.").format(name=name))
    return path


def _sound_revision(copy: Path) -> str:
    """The copy's revision, after every page and reference of it has been looked at."""
    try:
        revision = _revision(copy, thorough=True)
    except sqlite3.Error:
        revision = ""
    if not revision:
        raise CannotRestore(_("The copy {name} is damaged and is not brought back.").format(name=copy.name))
    if revision not in known_revisions():
        raise CannotRestore(
            _("The copy {name} was made by a newer version of Brygga. Install it first.").format(
                name=copy.name
            )
        )
    return revision


def _revision(path: Path, *, thorough: bool = False) -> str:
    """The revision of a database file; empty when it is not sound.

    Raises:
        sqlite3.Error: when it is none that can be read.
    """
    with closing(_reading(path)) as connection:
        check = "integrity_check" if thorough else "quick_check"
        if connection.execute(f"PRAGMA {check}").fetchall() != [("ok",)]:
            return ""
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            return ""
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def _reading(path: Path) -> sqlite3.Connection:
    # A copy that nobody writes needs no files beside it; one with a log beside it must be read with its log.
    lone = "" if path.with_name(f"{path.name}-wal").exists() else "&immutable=1"
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro{lone}", uri=True)


def _set_aside(engine: Engine, database: Path, folder: Path, now: dt.datetime) -> Path | None:
    """Copy what is there, or move it away when it can no longer be read."""
    if not database.exists():
        return None
    try:
        revision = _revision(database)
    except sqlite3.Error:
        revision = ""
    if revision and revision not in known_revisions():
        raise CannotRestore(_("The database was made by a newer version of Brygga, and is not written over."))
    if revision:
        return copy_aside(engine, folder, now, RESTORE)
    aside = folder / name_of_copy(now, RESTORE).replace(".db", "-damaged.db")
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for ending in ("", "-wal", "-shm"):
            part = database.with_name(database.name + ending)
            if part.exists():
                shutil.move(part, aside.with_name(aside.name + ending))
    except OSError as error:
        raise BackupFailed(
            _("The database could not be copied aside first, so nothing was changed: {reason}.").format(
                reason=error
            )
        ) from error
    return aside


def _bring_back(copy: Path, database: Path) -> None:
    """Write the copy's pages into the database in one transaction, so that nobody sees half of them."""
    database.parent.mkdir(parents=True, exist_ok=True)
    with (
        closing(_reading(copy)) as source,
        closing(sqlite3.connect(database, timeout=5)) as target,
    ):
        target.execute("PRAGMA journal_mode = WAL")
        source.backup(target)
