"""The engine: what a database is opened with, and the one way to write a unit's data."""

import threading
from pathlib import Path

import pytest
from sqlalchemy import Engine, delete, insert, select, text, update
from sqlalchemy.exc import IntegrityError, OperationalError

from dashboard.data.engine import (
    UnversionedWrite,
    data_version,
    database_url,
    is_demo,
    open_engine,
    reading,
    writing,
)
from dashboard.data.models import Coach, DataState, Employer, User
from dashboard.domain.errors import DatabaseUnreachable
from dashboard.i18n import use_language


def pragma(engine: Engine, name: str) -> object:
    with reading(engine) as connection:
        return connection.execute(text(f"PRAGMA {name}")).scalar_one()


def add_employer(engine: Engine, key: str, change: str = "a new employer") -> None:
    with writing(engine, change) as connection:
        connection.execute(insert(Employer).values(employer_id=key, name=f"Employer {key}"))


def employers(engine: Engine) -> list[str]:
    with reading(engine) as connection:
        return list(connection.execute(select(Employer.employer_id).order_by(Employer.employer_id)).scalars())


def test_sqlite_keeps_a_write_ahead_log(sqlite_engine: Engine) -> None:
    assert pragma(sqlite_engine, "journal_mode") == "wal"


def test_sqlite_checks_foreign_keys(sqlite_engine: Engine) -> None:
    assert pragma(sqlite_engine, "foreign_keys") == 1


def test_sqlite_waits_five_seconds_for_a_lock(sqlite_engine: Engine) -> None:
    assert pragma(sqlite_engine, "busy_timeout") == 5_000


def test_sqlite_survives_a_power_cut(sqlite_engine: Engine) -> None:
    full = 2
    assert pragma(sqlite_engine, "synchronous") == full


def test_the_folder_of_the_file_is_made(tmp_path: Path) -> None:
    open_engine(f"sqlite:///{tmp_path / 'a' / 'b' / 'brygga.db'}").dispose()
    assert (tmp_path / "a" / "b").is_dir()


def test_a_reference_to_nobody_is_refused(engine: Engine) -> None:
    with pytest.raises(IntegrityError), writing(engine, "a coach of no unit") as connection:
        connection.execute(insert(Coach).values(coach_id="C1", name="Coach 1", unit_id="nobody"))


def test_a_wrong_word_is_refused(engine: Engine) -> None:
    with pytest.raises(IntegrityError), writing(engine, "a wrong word") as connection:
        connection.execute(insert(Employer).values(employer_id="E1", name="One", ownership="family"))


def test_a_file_opened_to_read_refuses_to_write(sqlite_engine: Engine, sqlite_address: str) -> None:
    add_employer(sqlite_engine, "E1")
    engine = open_engine(sqlite_address, read_only=True)
    assert employers(engine) == ["E1"]
    with pytest.raises(OperationalError), engine.connect() as connection:
        connection.execute(text("DELETE FROM employers"))
    engine.dispose()


def test_a_write_outside_writing_is_refused(engine: Engine) -> None:
    with engine.connect() as connection:
        with pytest.raises(UnversionedWrite, match="employers"):
            connection.execute(insert(Employer).values(employer_id="E1", name="One"))
        with pytest.raises(UnversionedWrite, match="employers"):
            connection.execute(update(Employer).values(name="Two"))
        with pytest.raises(UnversionedWrite, match="employers"):
            connection.execute(delete(Employer))


def test_accounts_are_no_data_of_the_unit(engine: Engine) -> None:
    before = data_version(engine)
    with engine.begin() as connection:
        connection.execute(update(User).values(disabled=True))
    assert data_version(engine) == before


def test_every_write_moves_the_version(engine: Engine) -> None:
    versions = [data_version(engine)]
    for key in ("E1", "E2", "E3"):
        add_employer(engine, key, "the same words")
        versions.append(data_version(engine))

    assert len(set(versions)) == 4
    assert [version.partition("-")[0] for version in versions] == ["0", "1", "2", "3"]


def test_a_write_that_fails_leaves_data_and_version(engine: Engine) -> None:
    add_employer(engine, "E1")
    before = data_version(engine)

    def half_a_change() -> None:
        with writing(engine, "half a change") as connection:
            connection.execute(insert(Employer).values(employer_id="E2", name="Two"))
            raise RuntimeError("the power went")

    with pytest.raises(RuntimeError):
        half_a_change()

    assert data_version(engine) == before
    assert employers(engine) == ["E1"]


def test_the_same_changes_give_the_same_version_in_both_databases(
    sqlite_engine: Engine, postgres_engine: Engine
) -> None:
    for engine in (sqlite_engine, postgres_engine):
        add_employer(engine, "E1", "first")
        add_employer(engine, "E2", "second")
    assert data_version(sqlite_engine) == data_version(postgres_engine)


def test_another_change_gives_another_version(sqlite_engine: Engine, postgres_engine: Engine) -> None:
    add_employer(sqlite_engine, "E1", "first")
    add_employer(postgres_engine, "E1", "another first")
    assert data_version(sqlite_engine) != data_version(postgres_engine)


def test_two_writers_at_once_both_get_through(engine: Engine) -> None:
    failures: list[Exception] = []

    def write(letter: str) -> None:
        try:
            for number in range(10):
                add_employer(engine, f"{letter}{number}", letter)
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=write, args=(letter,)) for letter in "AB"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    assert len(employers(engine)) == 20
    assert data_version(engine).startswith("20-")


def test_a_reader_sees_the_old_data_until_the_writer_is_done(engine: Engine) -> None:
    add_employer(engine, "E1")
    with writing(engine, "a second") as connection:
        connection.execute(insert(Employer).values(employer_id="E2", name="Two"))
        assert employers(engine) == ["E1"]
    assert employers(engine) == ["E1", "E2"]


def test_a_new_database_is_no_demo(engine: Engine) -> None:
    assert not is_demo(engine)
    with writing(engine, "the demo") as connection:
        connection.execute(update(DataState).values(demo=True))
    assert is_demo(engine)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("nonsense", "is not a database address"),
        ("", "is not a database address"),
        ("mysql://localhost/brygga", "SQLite or PostgreSQL, nothing else"),
        ("postgresql+nosuchdriver://localhost/brygga", "names a driver that is not installed"),
    ],
)
def test_a_wrong_address_is_refused_in_words(address: str, words: str) -> None:
    use_language("en")
    with pytest.raises(DatabaseUnreachable, match=words):
        open_engine(address)


def test_a_password_in_the_address_is_not_shown() -> None:
    assert "secret" not in str(database_url("postgresql+psycopg://brygga:secret@localhost/brygga"))


def test_a_server_that_does_not_answer_is_named_as_such(tmp_path: Path) -> None:
    use_language("en")
    engine = open_engine(f"postgresql+psycopg:///brygga?host={tmp_path}")
    with pytest.raises(DatabaseUnreachable, match="does not answer"), reading(engine):
        pass
    with pytest.raises(DatabaseUnreachable, match="does not answer"), writing(engine, "anything"):
        pass
