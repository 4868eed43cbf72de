"""Copying a SQLite database aside before it is changed, so that the change can be undone."""

import datetime as dt
import os
import re
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from dashboard.domain.errors import BryggaError
from dashboard.i18n import _

KEPT = 10
IMPORT, RESTORE = "import", "restore"
_NAME = re.compile(r"brygga-(\d{8}T\d{6})(\d{6})Z-before-(import|restore)\.db")


class BackupFailed(BryggaError):
    """The database could not be copied aside, so nothing was changed."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that was set aside.

    Attributes:
        path: where it lies.
        at: when it was made.
        before: what it was made before: an import, or a restore.
    """

    path: Path
    at: dt.datetime
    before: str


def copies(folder: Path) -> tuple[Copy, ...]:
    """The copies in a folder, the newest first."""
    found = ((path, _NAME.fullmatch(path.name)) for path in folder.glob("brygga-*.db"))
    made = [Copy(path, _moment(name), name.group(3)) for path, name in found if name]
    return tuple(sorted(made, key=lambda one: one.at, reverse=True))


def copy_aside(engine: Engine, folder: Path, now: dt.datetime, before: str = IMPORT) -> Path | None:
    """Copy the database into a folder and keep the latest ten copies; PostgreSQL has its own backups.

    Args:
        engine: the database.
        folder: where copies lie; made when missing.
        now: the moment, for the copy's name.
        before: what it is made before; of each kind ten are kept.

    Returns:
        The copy, or None when there is no file to copy.

    Raises:
        BackupFailed: when the copy cannot be written.
    """
    database = engine.url.database
    if engine.url.get_backend_name() != "sqlite" or not database or database == ":memory:":
        return None
    target = folder / name_of_copy(now, before)
    unfinished = target.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        unfinished.unlink(missing_ok=True)
        _copy(Path(database), unfinished)
        unfinished.replace(target)
        _forget_old(folder, before)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise BackupFailed(
            _("The database could not be copied aside first, so nothing was changed: {reason}.").format(
                reason=error
            )
        ) from error
    return target


def name_of_copy(now: dt.datetime, before: str) -> str:
    """What a copy is called."""
    return f"brygga-{now.astimezone(dt.UTC):%Y%m%dT%H%M%S%f}Z-before-{before}.db"


def _copy(database: Path, target: Path) -> None:
    # Made before SQLite opens it, so that nobody else can ever read it.
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with (
        closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy)


def _forget_old(folder: Path, before: str) -> None:
    for old in [one for one in copies(folder) if one.before == before][KEPT:]:
        old.path.unlink(missing_ok=True)


def _moment(name: re.Match[str]) -> dt.datetime:
    written = f"{name.group(1)}{name.group(2)}"
    return dt.datetime.strptime(written, "%Y%m%dT%H%M%S%f").replace(tzinfo=dt.UTC)
