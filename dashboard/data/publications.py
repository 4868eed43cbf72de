"""What is public, in a file of its own: signed publications and nothing else.

Whoever shows it opens the file read-only and needs no other. Only the staff's process writes, and only
in two ways: a row is added, or withdrawn, and then its content is overwritten. The database itself refuses
anything else.
"""

import datetime as dt
import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from dashboard.data.publication_key import READABLE_BY_ALL, require_signed, sign
from dashboard.domain.declared import require_declared
from dashboard.domain.errors import PublicationRefused
from dashboard.domain.publication import Publication
from dashboard.domain.publication_json import as_bytes, from_bytes
from dashboard.i18n import _

TIMEOUT_S = 5
SCHEMA = """
CREATE TABLE IF NOT EXISTS publications (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    body BLOB,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    signature BLOB NOT NULL CHECK (length(signature) = 64),
    published_at TEXT NOT NULL,
    withdrawn_at TEXT,
    CHECK ((body IS NULL) = (withdrawn_at IS NOT NULL))
);
CREATE TRIGGER IF NOT EXISTS publications_stay BEFORE DELETE ON publications
BEGIN SELECT RAISE(ABORT, 'a publication is never deleted'); END;
CREATE TRIGGER IF NOT EXISTS publications_are_frozen BEFORE UPDATE ON publications
WHEN OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL OR NEW.body IS NOT NULL
    OR NEW.number IS NOT OLD.number OR NEW.key IS NOT OLD.key OR NEW.digest IS NOT OLD.digest
    OR NEW.signature IS NOT OLD.signature OR NEW.published_at IS NOT OLD.published_at
BEGIN SELECT RAISE(ABORT, 'a publication is frozen'); END;
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """A publication in the store, without its content.

    Attributes:
        key: its name.
        digest: SHA-256 of its content, as hexadecimal digits.
        signature: what signs it, as hexadecimal digits.
        published_at: when it was published.
        withdrawn_at: when it was withdrawn; None while it is not.
    """

    key: str
    digest: str
    signature: str
    published_at: dt.datetime
    withdrawn_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Signed:
    """A publication that is signed and not public yet: its content, and how it will stand in the store."""

    body: bytes
    kept: Kept


def signed(store: Path, publication: Publication, now: dt.datetime, data_dir: Path) -> Signed:
    """Sign a publication, after a last look at it.

    Args:
        store: the file that it is for.
        publication: what becomes public.
        now: the moment.
        data_dir: the folder of the private key.

    Raises:
        PublicationRefused: when it holds what may not be public.
        SettingsError: when the key cannot be read or made.
    """
    require_declared(publication)
    body, published_at = as_bytes(publication), now.astimezone(dt.UTC).isoformat()
    signature = sign(_message(publication.key, published_at, body), data_dir, store)
    digest = hashlib.sha256(body).digest()
    return Signed(body, _kept(publication.key, digest, signature, published_at, None))


def add_signed(store: Path, ready: Signed) -> None:
    """Make a signed publication the one that is shown; the file is made when there is none.

    Raises:
        PublicationRefused: when the file cannot be written.
    """
    kept = ready.kept
    values = (
        kept.key,
        ready.body,
        bytes.fromhex(kept.digest),
        bytes.fromhex(kept.signature),
        kept.published_at.isoformat(),
    )
    with _writing(store) as connection:
        connection.execute(
            "INSERT INTO publications (key, body, digest, signature, published_at) VALUES (?, ?, ?, ?, ?)",
            values,
        )


def add_publication(store: Path, publication: Publication, now: dt.datetime, data_dir: Path) -> Kept:
    """Sign a publication and make it the one that is shown: `signed` and `add_signed` in one.

    Raises:
        PublicationRefused: when it holds what may not be public, or cannot be written.
        SettingsError: when the key cannot be read or made.
    """
    ready = signed(store, publication, now, data_dir)
    add_signed(store, ready)
    return ready.kept


def withdraw_publication(store: Path, key: str, now: dt.datetime) -> bool:
    """Take a publication away and overwrite its content; False when there is none to take away.

    Raises:
        PublicationRefused: when the file cannot be written.
    """
    if not store.exists():
        return False
    with _writing(store) as connection:
        changed = connection.execute(
            "UPDATE publications SET body = NULL, withdrawn_at = ? WHERE key = ? AND withdrawn_at IS NULL",
            (now.astimezone(dt.UTC).isoformat(), key),
        )
    return changed.rowcount == 1


def read_current(store: Path) -> Publication | None:
    """The latest publication, if it is not withdrawn: an earlier one never comes back by itself.

    Raises:
        PublicationRefused: when it has been changed, is another version's, or the file cannot be read.
    """
    with _reading(store) as connection:
        row = (
            connection
            and connection.execute(
                # Whoever changes the file may put in anything: a number for a name, nothing for a signature.
                "SELECT CAST(key AS TEXT), CAST(body AS BLOB), CAST(signature AS BLOB), "
                "CAST(published_at AS TEXT) FROM publications ORDER BY number DESC LIMIT 1"
            ).fetchone()
        )
    if not row or row[1] is None:
        return None
    key, body, signature, published_at = row
    require_signed(_message(key or "", published_at or "", body), signature or b"", store)
    return from_bytes(body)


def current_key(store: Path) -> str:
    """The key of what `read_current` gives, without reading or checking it; empty when that is nothing.

    Raises:
        PublicationRefused: when the file cannot be read.
    """
    with _reading(store) as connection:
        row = (
            connection
            and connection.execute(
                "SELECT key, withdrawn_at FROM publications ORDER BY number DESC LIMIT 1"
            ).fetchone()
        )
    return str(row[0]) if row and row[1] is None else ""


def history(store: Path) -> tuple[Kept, ...]:
    """All that was ever published, the latest first.

    Raises:
        PublicationRefused: when the file cannot be read.
    """
    with _reading(store) as connection:
        rows = (
            connection.execute(
                "SELECT key, digest, signature, published_at, withdrawn_at FROM publications "
                "ORDER BY number DESC"
            ).fetchall()
            if connection
            else []
        )
    return tuple(_kept(*row) for row in rows)


def _kept(key: str, digest: bytes, signature: bytes, published_at: str, withdrawn_at: str | None) -> Kept:
    withdrawn = dt.datetime.fromisoformat(withdrawn_at) if withdrawn_at else None
    return Kept(key, digest.hex(), signature.hex(), dt.datetime.fromisoformat(published_at), withdrawn)


def _message(key: str, published_at: str, body: bytes) -> bytes:
    """What is signed: the content, and that it was published under this name at this moment."""
    return b"\n".join((b"brygga publication", key.encode(), published_at.encode(), body))


@contextmanager
def _reading(store: Path) -> Iterator[sqlite3.Connection | None]:
    """A connection that cannot write; None when nothing has ever been published."""
    if not store.exists():
        yield None
        return
    try:
        address = f"{store.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=TIMEOUT_S)) as connection:
            connection.execute("PRAGMA query_only = ON")
            yield connection
    except sqlite3.Error as error:
        raise PublicationRefused(
            _("The file of publications, {path}, cannot be read.").format(path=store)
        ) from error


@contextmanager
def _writing(store: Path) -> Iterator[sqlite3.Connection]:
    try:
        store.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        address = f"{store.absolute().as_uri()}?mode=rwc"
        with closing(
            sqlite3.connect(address, uri=True, timeout=TIMEOUT_S, isolation_level=None)
        ) as connection:
            # A journal that is gone after each write: a reader without rights to the folder can then read.
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("PRAGMA synchronous = FULL")
            # What is withdrawn is overwritten, not only let go.
            connection.execute("PRAGMA secure_delete = ON")
            connection.executescript(SCHEMA)
            store.chmod(READABLE_BY_ALL)
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")
    except (sqlite3.Error, OSError) as error:
        raise PublicationRefused(
            _("The file of publications, {path}, cannot be written.").format(path=store)
        ) from error
