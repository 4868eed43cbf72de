"""The file of what is public: signed, frozen, read-only for whoever shows it."""

import datetime as dt
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dashboard.data.publication_key import FILE, public_half
from dashboard.data.publications import (
    add_publication,
    current_key,
    history,
    read_current,
    withdraw_publication,
)
from dashboard.domain.errors import PublicationRefused, SettingsError
from dashboard.domain.publication import Cell, Table
from tests.published import NOW, publication

LATER = NOW + dt.timedelta(days=1)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "open" / "public.db"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "own"


def forced(store: Path, statement: str, *values: object) -> None:
    """Change the file as somebody could who has it and cares for no rule."""
    with closing(sqlite3.connect(store)) as connection:
        connection.executescript("DROP TRIGGER publications_stay; DROP TRIGGER publications_are_frozen;")
        connection.execute(statement, values)
        connection.commit()


def test_nothing_is_public_where_nothing_was_published(store: Path) -> None:
    assert (read_current(store), current_key(store), history(store)) == (None, "", ())
    assert not store.exists()


def test_the_latest_is_shown_and_earlier_ones_stay_in_the_history(store: Path, own: Path) -> None:
    first, second = publication(key="first"), publication(key="second", unit="Bryggan")
    add_publication(store, first, NOW, own)
    kept = add_publication(store, second, LATER, own)
    assert read_current(store) == second
    assert current_key(store) == "second"
    assert [one.key for one in history(store)] == ["second", "first"]
    assert history(store)[0] == kept
    assert kept.published_at == LATER


def test_reading_needs_the_two_open_files_alone(store: Path, own: Path) -> None:
    add_publication(store, publication(), NOW, own)
    (own / FILE).unlink()
    own.rmdir()
    assert sorted(path.name for path in store.parent.iterdir()) == ["public.db", "public.db.pub"]
    store.chmod(0o444)
    assert read_current(store) == publication()


def test_a_withdrawn_one_is_gone_from_the_file_and_no_earlier_one_comes_back(store: Path, own: Path) -> None:
    add_publication(store, publication(key="first", unit="Forsbacka"), NOW, own)
    add_publication(store, publication(key="second", unit="Hemlinge"), NOW, own)
    assert b"Hemlinge" in store.read_bytes()
    assert withdraw_publication(store, "second", LATER)
    assert not withdraw_publication(store, "second", LATER)
    assert (read_current(store), current_key(store)) == (None, "")
    assert b"Hemlinge" not in store.read_bytes()
    assert [one.withdrawn_at for one in history(store)] == [LATER, None]


@pytest.mark.parametrize(
    ("statement", "old", "new"),
    [
        ("UPDATE publications SET body = replace(CAST(body AS TEXT), ?, ?)", '"count":60', '"count":61'),
        ("UPDATE publications SET published_at = replace(published_at, ?, ?)", "2026", "2025"),
        ("UPDATE publications SET key = replace(key, ?, ?)", "0f", "1f"),
    ],
)
def test_a_changed_byte_is_seen(store: Path, own: Path, statement: str, old: str, new: str) -> None:
    add_publication(store, publication(), NOW, own)
    forced(store, statement, old, new)
    with pytest.raises(PublicationRefused, match="signatur"):
        read_current(store)


@pytest.mark.parametrize("column", ["key", "published_at"])
@pytest.mark.parametrize("value", [b"\xff\xfe", b"", 7])
def test_what_is_not_even_text_is_refused_in_words(
    store: Path, own: Path, column: str, value: object
) -> None:
    add_publication(store, publication(), NOW, own)
    forced(store, f"UPDATE publications SET {column} = ?", value)
    with pytest.raises(PublicationRefused):
        read_current(store)


def test_a_signature_that_is_gone_is_refused_in_words(store: Path, own: Path) -> None:
    add_publication(store, publication(), NOW, own)
    forced(store, "ALTER TABLE publications RENAME TO old")
    with closing(sqlite3.connect(store)) as connection:
        connection.execute(
            "CREATE TABLE publications AS SELECT number, key, body, NULL AS signature, published_at FROM old"
        )
        connection.commit()
    with pytest.raises(PublicationRefused, match="signatur"):
        read_current(store)


def test_what_somebody_else_has_signed_is_not_shown(store: Path, own: Path, tmp_path: Path) -> None:
    add_publication(store, publication(), NOW, own)
    strange = tmp_path / "strange" / "public.db"
    add_publication(strange, publication(), NOW, tmp_path / "strange")
    public_half(strange).write_bytes(public_half(store).read_bytes())
    with pytest.raises(PublicationRefused, match="signatur"):
        read_current(strange)


def test_what_an_earlier_key_signed_is_still_read(store: Path, own: Path) -> None:
    add_publication(store, publication(key="first"), NOW, own)
    (own / FILE).unlink()
    add_publication(store, publication(key="second"), NOW, own)
    assert len(public_half(store).read_text().split()) == 2
    assert read_current(store) == publication(key="second")


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM publications",
        "UPDATE publications SET body = 'x'",
        "UPDATE publications SET digest = zeroblob(32)",
        "UPDATE publications SET body = NULL",
        "UPDATE publications SET withdrawn_at = 'now'",
        "UPDATE publications SET body = NULL, withdrawn_at = 'now', published_at = 'then'",
    ],
)
def test_the_file_itself_refuses_every_other_change(store: Path, own: Path, statement: str) -> None:
    add_publication(store, publication(), NOW, own)
    with closing(sqlite3.connect(store)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)
    assert read_current(store) == publication()


def test_a_key_stands_once(store: Path, own: Path) -> None:
    add_publication(store, publication(), NOW, own)
    with pytest.raises(PublicationRefused):
        add_publication(store, publication(unit="Other"), NOW, own)
    assert read_current(store) == publication()


def test_what_may_not_be_public_is_not_kept(store: Path, own: Path) -> None:
    with pytest.raises(PublicationRefused, match=r"people\.served"):
        add_publication(store, publication(tables=(Table("people", (Cell("served", 3),)),)), NOW, own)
    assert not store.exists()


def test_a_private_key_that_others_can_read_is_not_used(store: Path, own: Path) -> None:
    add_publication(store, publication(), NOW, own)
    (own / FILE).chmod(0o644)
    with pytest.raises(SettingsError, match="chmod 600"):
        add_publication(store, publication(key="second"), NOW, own)


@pytest.mark.parametrize("content", [b"no database at all, but long enough to look at" * 20, b""])
def test_a_damaged_file_is_a_sentence(store: Path, own: Path, content: bytes) -> None:
    store.parent.mkdir()
    store.write_bytes(content)
    for read in (read_current, current_key, history):
        with pytest.raises(PublicationRefused, match="går inte att läsa"):
            read(store)
