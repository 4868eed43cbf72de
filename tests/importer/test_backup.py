"""A SQLite database is copied aside before each import, and the latest ten copies stay."""

import datetime as dt
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.data.backup import BackupFailed, copy_aside
from tests.importer.helpers import NOW, SAMPLES, load, set_cell, state, tiny_with


def rows_in(path: Path) -> int:
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("SELECT count(*) FROM employers").fetchone()[0])
    finally:
        connection.close()


def test_the_copy_holds_what_was_there_before(sqlite_engine: Engine, tmp_path: Path) -> None:
    load(sqlite_engine, SAMPLES / "tiny", backups=tmp_path / "backups")
    changed = tiny_with(tmp_path / "f", set_cell("employers", 2, "name", "Nytt"))
    load(sqlite_engine, changed, backups=tmp_path / "backups", now=NOW + dt.timedelta(hours=1))

    copies = sorted((tmp_path / "backups").iterdir())
    assert [rows_in(copy) for copy in copies] == [0, 9]
    assert {copy.stat().st_mode & 0o077 for copy in copies} == {0}


def test_an_import_that_changes_nothing_makes_no_copy(sqlite_engine: Engine, tmp_path: Path) -> None:
    load(sqlite_engine, SAMPLES / "tiny")
    load(sqlite_engine, SAMPLES / "tiny", backups=tmp_path / "backups")
    assert not (tmp_path / "backups").exists()


def test_the_latest_ten_copies_stay(sqlite_engine: Engine, tmp_path: Path) -> None:
    made = [copy_aside(sqlite_engine, tmp_path / "b", NOW + dt.timedelta(days=n)) for n in range(12)]
    assert sorted((tmp_path / "b").iterdir()) == made[2:]


def test_without_a_copy_nothing_is_imported(sqlite_engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("a file where the folder should be")
    before = state(sqlite_engine)

    with pytest.raises(BackupFailed):
        load(sqlite_engine, SAMPLES / "tiny", backups=tmp_path / "backups")

    assert state(sqlite_engine) == before


def test_postgresql_keeps_its_own_backups(postgres_engine: Engine, tmp_path: Path) -> None:
    assert copy_aside(postgres_engine, tmp_path, NOW) is None
