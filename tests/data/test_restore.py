"""A copy brought back: looked through first, what is there set aside, and nothing written over blindly."""

import datetime as dt
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from dashboard.data.backup import copies, copy_aside
from dashboard.data.import_history import begun
from dashboard.data.restore import CannotRestore, restore
from dashboard.data.schema import downgrade, known_revisions
from dashboard.domain.errors import InvalidParameter
from tests.importer.helpers import NOW, SAMPLES, dump, load, set_cell, state, tiny_with

LATER = NOW + dt.timedelta(hours=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def loaded(sqlite_engine: Engine, folder: Path, tmp_path: Path) -> Engine:
    """The tiny sample, then a change of it: two copies lie aside, an empty one and the sample."""
    load(sqlite_engine, SAMPLES / "tiny", backups=folder)
    changed = tiny_with(tmp_path / "f", set_cell("employers", 2, "name", "Nytt"))
    load(sqlite_engine, changed, backups=folder, now=LATER)
    return sqlite_engine


def names(folder: Path) -> list[str]:
    return [one.path.name for one in copies(folder)]


def test_the_copies_are_listed_the_newest_first(loaded: Engine, folder: Path) -> None:
    assert [(one.at, one.before) for one in copies(folder)] == [(LATER, "import"), (NOW, "import")]


def test_the_database_is_what_it_was_and_the_other_is_set_aside(loaded: Engine, folder: Path) -> None:
    changed = dump(loaded, traces=True)
    done = restore(loaded, names(folder)[0], folder, LATER)
    restored = dump(loaded, traces=True)

    assert "Nytt" not in repr(restored)
    assert "Nytt" in repr(changed)
    assert done.aside is not None
    assert done.aside.name in names(folder)
    assert not done.is_older

    restore(loaded, done.aside.name, folder, LATER + dt.timedelta(hours=1))
    assert dump(loaded, traces=True) == changed


def test_whoever_reads_meanwhile_sees_the_old_or_the_new(loaded: Engine, folder: Path) -> None:
    with loaded.connect() as connection:
        count = text("SELECT count(*) FROM employers")
        assert connection.execute(count).scalar() == 9
        connection.commit()
        restore(loaded, names(folder)[1], folder, LATER)
        assert connection.execute(count).scalar() == 0


def overwritten(copy: Path) -> None:
    content = bytearray(copy.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 4096 * 8] = b"\xa5" * 4096 * 8
    copy.write_bytes(content)


def with_an_index_that_lies(copy: Path) -> None:
    connection = sqlite3.connect(copy)
    connection.execute("PRAGMA writable_schema = ON")
    other = "SET sql = replace(sql, '(contacted_on)', '(kind)')"
    connection.execute(f"UPDATE sqlite_master {other} WHERE name = 'ix_contacts_contacted_on'")
    connection.commit()
    connection.close()


def with_a_reference_to_nothing(copy: Path) -> None:
    connection = sqlite3.connect(copy)
    connection.execute("DELETE FROM placements")
    connection.commit()
    connection.close()


@pytest.mark.parametrize("damage", [overwritten, with_an_index_that_lies, with_a_reference_to_nothing])
def test_a_damaged_copy_is_not_brought_back(loaded: Engine, folder: Path, damage) -> None:
    before = state(loaded)
    copy = copies(folder)[0].path
    damage(copy)

    with pytest.raises(CannotRestore, match="är skadad"):
        restore(loaded, copy.name, folder, LATER)
    assert state(loaded) == before


def test_a_file_that_is_no_database_is_not_brought_back(loaded: Engine, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "list.db").write_text("a shopping list " * 300)
    with pytest.raises(CannotRestore, match="är skadad"):
        restore(loaded, str(tmp_path / "list.db"), folder, LATER)
    with pytest.raises(InvalidParameter, match="Det finns ingen kopia"):
        restore(loaded, "nothing.db", folder, LATER)


def newer(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()


def test_neither_a_newer_copy_nor_over_a_newer_database(loaded: Engine, folder: Path, tmp_path: Path) -> None:
    first, second = (one.path for one in copies(folder))
    newer(first)
    with pytest.raises(CannotRestore, match="gjordes av en nyare version av Brygga"):
        restore(loaded, first.name, folder, LATER)

    loaded.dispose()
    newer(tmp_path / "brygga.db")
    with pytest.raises(CannotRestore, match="skrivs inte över"):
        restore(loaded, second.name, folder, LATER)


def test_an_older_copy_says_that_it_must_be_brought_up_to_date(sqlite_engine: Engine, folder: Path) -> None:
    downgrade(sqlite_engine, known_revisions()[-2])
    copy = copy_aside(sqlite_engine, folder, NOW)
    assert copy is not None
    assert restore(sqlite_engine, copy.name, folder, LATER).is_older


def test_a_database_that_cannot_be_read_is_moved_aside(loaded: Engine, folder: Path, tmp_path: Path) -> None:
    loaded.dispose()
    (tmp_path / "brygga.db").write_bytes(b"\x00" * 20_000)

    done = restore(loaded, names(folder)[0], folder, LATER)

    assert len(dump(loaded)["employers"]) == 9
    assert done.aside is not None
    assert done.aside.read_bytes() == b"\x00" * 20_000


def test_nothing_is_brought_back_while_somebody_imports(loaded: Engine, folder: Path) -> None:
    with (
        begun(loaded, "karin", "a.xlsx", NOW),
        pytest.raises(CannotRestore, match="Någon annan ändrar data"),
    ):
        restore(loaded, names(folder)[0], folder, LATER)


def test_it_is_for_sqlite_alone(postgres_engine: Engine, folder: Path) -> None:
    with pytest.raises(CannotRestore, match="PostgreSQL har egna säkerhetskopior"):
        restore(postgres_engine, "x", folder, NOW)
