"""Messages about accessibility, in a file of their own: the public process has no other that it may write.

They may hold whatever somebody writes, so they lie apart from the unit's data, are read by managers alone,
and are gone for good when a manager removes them or after a year.
"""

import datetime as dt
import os
import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from dashboard.data.importer.identity import holds_identity_number
from dashboard.domain.errors import DatabaseUnreachable
from dashboard.domain.message import Message
from dashboard.i18n import _

TIMEOUT_S = 5
KEPT_DAYS = 365
MOST = 2_000
"""Messages kept at once: a flood fills no disk."""
GREATEST = 2**63 - 1
"""The greatest number that a row can have."""
_BEFORE_THE_LAST_FOUR = re.compile(r"(?<=\d{6})(?:<[^>]{0,20}>|[\W_]){1,4}(?=\d{4}(?!\d))", re.ASCII)
"""A line break, a bracket, two dashes: here people write as they like, and nobody looks before it is kept."""
SCHEMA = """
CREATE TABLE IF NOT EXISTS messages (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    came_on TEXT NOT NULL,
    text TEXT NOT NULL,
    answer_to TEXT NOT NULL
);
"""


@dataclass(frozen=True, slots=True)
class MessageFile:
    """Where the public pages leave messages.

    Attributes:
        path: the file; made at the first message.
    """

    path: Path

    def leave(self, text: str, answer_to: str) -> bool:
        """Keep a message; False when it cannot be kept."""
        return add_message(self.path, text, answer_to, dt.datetime.now(dt.UTC).date())

    def is_open(self) -> bool:
        """Whether the file, or its folder while there is none, can be written."""
        return os.access(self.path if self.path.exists() else self.path.parent, os.W_OK)

    def read(self) -> tuple[Message, ...]:
        """Every message, the latest first."""
        return read_messages(self.path)

    def remove(self, number: int) -> bool:
        """Remove a message for good; False when it is not there."""
        return remove_message(self.path, number)

    def names_a_person(self, text: str) -> bool:
        """Whether something in a text looks like a personal identity number, whatever stands inside it."""
        digits = "".join(str(unicodedata.decimal(letter, letter)) for letter in text)
        return holds_identity_number(text) or holds_identity_number(_BEFORE_THE_LAST_FOUR.sub("-", digits))


def add_message(path: Path, text: str, answer_to: str, today: dt.date) -> bool:
    """Keep a message, and let go of those that are a year old; False when it cannot be kept."""
    try:
        with _writing(path) as connection:
            oldest = (today - dt.timedelta(days=KEPT_DAYS)).isoformat()
            connection.execute("DELETE FROM messages WHERE came_on < ?", (oldest,))
            if connection.execute("SELECT count(*) FROM messages").fetchone()[0] >= MOST:
                return False
            connection.execute(
                "INSERT INTO messages (came_on, text, answer_to) VALUES (?, ?, ?)",
                (today.isoformat(), text, answer_to),
            )
    except (sqlite3.Error, OSError):
        return False
    return True


def read_messages(path: Path) -> tuple[Message, ...]:
    """Every message, the latest first; none when there is no file.

    Raises:
        DatabaseUnreachable: when the file cannot be read.
    """
    if not path.exists():
        return ()
    try:
        with closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=TIMEOUT_S)
        ) as connection:
            rows = connection.execute(
                "SELECT number, came_on, text, answer_to FROM messages ORDER BY number DESC"
            ).fetchall()
    except sqlite3.Error as error:
        raise _unreadable(path) from error
    return tuple(
        Message(number, dt.date.fromisoformat(came_on), text, answer_to)
        for number, came_on, text, answer_to in rows
    )


def remove_message(path: Path, number: int) -> bool:
    """Remove a message for good; False when it is not there.

    Raises:
        DatabaseUnreachable: when the file cannot be written.
    """
    if not path.exists() or number > GREATEST:
        return False
    try:
        with _writing(path) as connection:
            return connection.execute("DELETE FROM messages WHERE number = ?", (number,)).rowcount == 1
    except (sqlite3.Error, OSError) as error:
        raise _unreadable(path) from error


def _unreadable(path: Path) -> DatabaseUnreachable:
    return DatabaseUnreachable(
        _("The file of messages, {path}, cannot be read or written.").format(path=path)
    )


@contextmanager
def _writing(path: Path) -> Iterator[sqlite3.Connection]:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    new = not path.exists()
    with closing(sqlite3.connect(path, timeout=TIMEOUT_S)) as connection:
        if new:
            path.chmod(0o600)
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute(SCHEMA)
        with connection:
            yield connection
