"""An import that is killed, or finds the disk full, leaves the old state or the new one, nothing between."""

import errno
import sqlite3
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Engine, event, text
from sqlalchemy.exc import DBAPIError

from dashboard.data.full_disk import DiskFull, is_full
from dashboard.data.import_history import history
from dashboard.i18n import use_language
from tests.importer.helpers import load, state, write_folder
from tools.kill_imports import kill_many


def test_killed_at_any_moment_the_state_is_the_old_one_or_the_new_one(engine: Engine, address: str) -> None:
    kills = 8 if engine.url.get_backend_name() == "sqlite" else 4
    tally = kill_many(engine, address, kills)
    assert tally.old + tally.new == kills
    assert tally.old > 0


def many(folder: Path) -> Path:
    """More rows than an empty database has room for."""
    rows = [{"employer_id": f"E{n}", "name": f"Arbetsplats nummer {n}"} for n in range(4_000)]
    return write_folder(folder / "many", {"employers": rows})


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_full_disk_is_said_in_words_and_the_old_data_can_be_read(
    sqlite_engine: Engine, tmp_path: Path, language: str
) -> None:
    use_language(language)
    before = state(sqlite_engine)
    sqlite_engine.dispose()

    @event.listens_for(sqlite_engine, "connect")
    def no_room(connection: sqlite3.Connection, _record: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(DiskFull, match="Disken är full" if language == "sv" else "no room left on the disk"):
        load(sqlite_engine, many(tmp_path))
    assert state(sqlite_engine) == before

    event.remove(sqlite_engine, "connect", no_room)
    sqlite_engine.dispose()
    assert load(sqlite_engine, many(tmp_path)).applied
    assert history(sqlite_engine)[0].state == "done"


LIMITED = """
import datetime as dt, resource, sys
from pathlib import Path
from dashboard.data.engine import open_engine
from dashboard.data.full_disk import DiskFull
from dashboard.data.importer.run import Order, import_file
now = dt.datetime(2026, 11, 21, 12, 0, tzinfo=dt.UTC)
room = int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
backups = Path(sys.argv[4]) if len(sys.argv) > 4 else None
try:
    import_file(open_engine(sys.argv[1]), Order(Path(sys.argv[2]), now, now.date(), "x", backups=backups))
except Exception as error:
    print(type(error).__name__)
"""


@pytest.mark.parametrize(
    ("room", "with_copy", "error"),
    [(300_000, False, "DiskFull"), (100_000, True, "BackupFailed"), (1_000, False, "DiskFull")],
)
def test_so_is_a_limit_on_the_size_of_files(
    sqlite_engine: Engine, sqlite_address: str, tmp_path: Path, room: int, with_copy: bool, error: str
) -> None:
    before = state(sqlite_engine)
    command = [sys.executable, "-c", LIMITED, sqlite_address, str(many(tmp_path)), str(room)]
    command += [str(tmp_path / "backups")] if with_copy else []

    told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)

    assert told.stdout.strip() == error
    assert state(sqlite_engine) == before
    with sqlite_engine.connect() as connection:
        assert connection.execute(text("PRAGMA integrity_check")).all() == [("ok",)]
    assert load(sqlite_engine, many(tmp_path)).applied


@pytest.mark.parametrize(
    ("error", "full"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), True),
        (OSError(errno.EACCES, "Permission denied"), False),
        (DBAPIError("INSERT", {}, psycopg.errors.DiskFull()), True),
        (DBAPIError("INSERT", {}, psycopg.errors.UniqueViolation()), False),
    ],
)
def test_other_ways_to_say_it_are_understood(error: BaseException, full: bool) -> None:
    assert is_full(error) is full
