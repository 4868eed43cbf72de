"""Copying a SQLite database aside before it is changed, so that the change can be undone."""

import datetime as dt
import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import Engine

from dashboard.domain.errors import BryggaError
from dashboard.i18n import _

KEPT = 10
_BEFORE_IMPORT = "brygga-*-before-import.db"


class BackupFailed(BryggaError):
    """The database could not be copied aside, so nothing was changed."""


def copy_aside(engine: Engine, folder: Path, now: dt.datetime) -> Path | None:
    """Copy the database into a folder and keep the latest ten copies; PostgreSQL has its own backups.

    Args:
        engine: the database.
        folder: where copies lie; made when missing.
        now: the moment, for the copy's name.

    Returns:
        The copy, or None when there is no file to copy.

    Raises:
        BackupFailed: when the copy cannot be written.
    """
    database = engine.url.database
    if engine.url.get_backend_name() != "sqlite" or not database or database == ":memory:":
        return None
    target = folder / f"brygga-{now.astimezone(dt.UTC):%Y%m%dT%H%M%S%f}Z-before-import.db"
    unfinished = target.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        unfinished.unlink(missing_ok=True)
        _copy(Path(database), unfinished)
        unfinished.replace(target)
        _forget_old(folder)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise BackupFailed(
            _("The database could not be copied aside first, so nothing was imported: {reason}.").format(
                reason=error
            )
        ) from error
    return target


def _copy(database: Path, target: Path) -> None:
    # Made before SQLite opens it, so that nobody else can ever read it.
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with (
        closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy)


def _forget_old(folder: Path) -> None:
    for old in sorted(folder.glob(_BEFORE_IMPORT))[:-KEPT]:
        old.unlink(missing_ok=True)
