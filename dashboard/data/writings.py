"""What has been written in place: the history, what takes a row back, and what holds against a file."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Row, Text, and_, cast, exists, func, insert, or_, select, update
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.schema import Table

from dashboard.data.changes import aware
from dashboard.data.edits import Action, Author, Edit
from dashboard.data.engine import reading
from dashboard.data.models import Writing
from dashboard.data.writable_rows import TABLES, key_column, mark_of, stored_row
from dashboard.domain.period import STOCKHOLM
from dashboard.i18n import _

WRITINGS: Table = Writing.__table__  # type: ignore[assignment]
DONE, UNDONE = "done", "undone"
ADDED, CHANGED, REMOVED = "added", "changed", "removed"
SENT_TWICE = dt.timedelta(minutes=1)
"""How long a form that gets no answer may be sent again without adding the same row once more."""


@dataclass(frozen=True, slots=True)
class Written:
    """One row that was written in place, as the history tells it.

    Attributes:
        number: the first is 1.
        at: when.
        who: whom it names.
        user_id: the account of the one who wrote.
        action: what was done.
        table: the row's table.
        key: the row's key.
        cells: the values that were written, by column.
        undone_at: when it was taken back.
        undone_by: by whom.
    """

    number: int
    at: dt.datetime
    who: str
    user_id: int
    action: Action
    table: str
    key: str
    cells: Mapping[str, Any]
    undone_at: dt.datetime | None = None
    undone_by: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A value that was written in place: whose it is, and since when."""

    value: Any
    who: str
    at: dt.datetime


def remember(
    connection: Connection,
    edit: Edit,
    author: Author,
    *,
    key: str,
    cells: Mapping[str, Any],
    before: list[Any] | None,
    now: dt.datetime,
    version: int,
) -> Written:
    """Put what was written on record, in its transaction and after it."""
    what = REMOVED if edit.removes else ADDED if before is None else CHANGED
    row = {
        "written_at": now,
        "written_by": author.name,
        "user_id": author.user_id,
        "action": edit.action.value,
        "what": what,
        "table_name": edit.table,
        "row_key": key,
        "cells": dict(cells),
        "before": before or [],
        "mark": mark_of(stored_row(connection, edit.table, key)),
        "version_no": version,
    }
    made = insert(WRITINGS).values(row).returning(*WRITINGS.c)
    return written_of(connection.execute(made).one())


def saved_just_now(
    connection: Connection, edit: Edit, author: Author, cells: Mapping[str, Any], now: dt.datetime
) -> bool:
    """Whether the same person has just added a row with the same values: a form that was sent twice."""
    same = (WRITINGS.c.user_id == author.user_id) & (WRITINGS.c.action == edit.action.value)
    lately = (WRITINGS.c.written_at > now - SENT_TWICE) & (WRITINGS.c.state == DONE)
    rows = connection.execute(select(WRITINGS.c.cells).where(same, lately, WRITINGS.c.what == ADDED))
    return any(row.cells == dict(cells) for row in rows)


def latest_of(engine: Engine, user_id: int, since: dt.datetime, most: int) -> tuple[Written, ...]:
    """What one person has written since a moment and not taken back, the newest first."""
    own = (WRITINGS.c.user_id == user_id) & (WRITINGS.c.written_at >= since) & (WRITINGS.c.state == DONE)
    query = select(WRITINGS).where(own).order_by(WRITINGS.c.writing_id.desc()).limit(most)
    with reading(engine) as connection:
        return tuple(map(written_of, connection.execute(query)))


def written_since(engine: Engine, user_id: int, since: dt.datetime) -> int:
    """How much one person has written since a moment, what was taken back too."""
    own = (WRITINGS.c.user_id == user_id) & (WRITINGS.c.written_at >= since)
    with reading(engine) as connection:
        return int(connection.execute(select(func.count()).select_from(WRITINGS).where(own)).scalar_one())


def past_writings(engine: Engine, most: int) -> tuple[tuple[Written, ...], int]:
    """The newest rows that were written in place, the newest first, and how many there are in all."""
    newest = select(WRITINGS).order_by(WRITINGS.c.writing_id.desc()).limit(most)
    with reading(engine) as connection:
        rows = connection.execute(newest).all()
        total = connection.execute(select(func.count()).select_from(WRITINGS)).scalar_one()
    return tuple(map(written_of, rows)), total


def one_writing(engine: Engine, number: int) -> Written | None:
    """One of them."""
    with reading(engine) as connection:
        row = connection.execute(select(WRITINGS).where(WRITINGS.c.writing_id == number)).first()
    return None if row is None else written_of(row)


def last_of(connection: Connection, table: str, key: str) -> Row[Any] | None:
    """The newest record about a row that still counts."""
    about = (WRITINGS.c.table_name == table) & (WRITINGS.c.row_key == key) & (WRITINGS.c.state == DONE)
    query = select(WRITINGS).where(about).order_by(WRITINGS.c.writing_id.desc()).limit(1)
    return connection.execute(query).first()


def changed_by(connection: Connection, table: str, key: str) -> str:
    """Why a row is not what it was when it was shown: who wrote, and when."""
    row, last = stored_row(connection, table, key), last_of(connection, table, key)
    if last is not None and last.mark == mark_of(row):
        said = {
            Action.FOLLOW_UP_DONE: _("{who} marked this follow-up as done {time}."),
            Action.FOLLOW_UP_CANCELLED: _("{who} cancelled this follow-up {time}."),
            Action.QUIET_SET: _("{who} set this quiet period {time}."),
            Action.QUIET_CLEARED: _("{who} ended this quiet period {time}."),
        }.get(Action(last.action), _("{who} wrote this {time}."))
        told = said.format(who=last.written_by, time=moment(last.written_at))
    elif row is None:
        told = _("The row is no longer there.")
    else:
        told = _("The row has been changed since the page was loaded.")
    return told + " " + _("Nothing of yours was saved. Load the page again to see what it says now.")


def moment(at: dt.datetime) -> str:
    """A moment in Swedish time, to the minute."""
    return aware(at).astimezone(STOCKHOLM).strftime("%Y-%m-%d %H:%M")


HeldValues = dict[str, dict[str, dict[str, Held]]]
"""Table → key → column → what was written in place last."""


def held_values(connection: Connection) -> HeldValues:
    """Everything that was written in place and not taken back, whether or not the row still says so."""
    found: HeldValues = {}
    query = select(WRITINGS).where(WRITINGS.c.state == DONE).order_by(WRITINGS.c.writing_id)
    for row in connection.execute(query):
        cells = found.setdefault(row.table_name, {}).setdefault(row.row_key, {})
        if row.what == REMOVED:
            cells.clear()
        at = aware(row.written_at)
        cells.update({name: Held(value, row.written_by, at) for name, value in row.cells.items()})
    return found


def moves_since(connection: Connection, version: int) -> int:
    """How many data versions have come from rows written in place, or taken back, after a version."""
    later = (WRITINGS.c.version_no, WRITINGS.c.undone_version_no)
    counts = (select(func.count()).select_from(WRITINGS).where(column > version) for column in later)
    return sum(int(connection.execute(count).scalar_one()) for count in counts)


def written_after(connection: Connection, version: int) -> tuple[Written, ...]:
    """What was written in place after a data version and still counts."""
    after = (WRITINGS.c.version_no > version) & (WRITINGS.c.state == DONE)
    return tuple(map(written_of, connection.execute(select(WRITINGS).where(after))))


def forget_before(connection: Connection, moment: dt.datetime) -> None:
    """Empty what takes rows back that were written before a moment, and all values of rows that are gone."""
    old = WRITINGS.c.written_at < moment
    connection.execute(update(WRITINGS).where(old).values(before=[]))
    for gone in _gone():
        connection.execute(update(WRITINGS).where(old, gone).values(cells={}))


def anything_to_forget(connection: Connection, moment: dt.datetime) -> bool:
    """Whether something older than a moment could still take a row back, or is of a row that is gone."""
    old = WRITINGS.c.written_at < moment
    kept = cast(WRITINGS.c.before, Text) != "[]"
    told = cast(WRITINGS.c.cells, Text) != "{}"
    wanted = or_(kept, *(and_(gone, told) for gone in _gone()))
    return bool(connection.execute(select(exists().where(old, wanted))).scalar())


def _gone() -> Iterator[ColumnElement[bool]]:
    """For each table: the record is about a row of it that is no longer there."""
    for name, table in TABLES.items():
        there = exists(select(key_column(table)).where(key_column(table) == WRITINGS.c.row_key))
        yield (WRITINGS.c.table_name == name) & ~there


def written_of(row: Row[Any]) -> Written:
    """A stored record as the history tells it."""
    return Written(
        number=row.writing_id,
        at=aware(row.written_at),
        who=row.written_by,
        user_id=row.user_id,
        action=Action(row.action),
        table=row.table_name,
        key=row.row_key,
        cells=row.cells,
        undone_at=row.undone_at and aware(row.undone_at),
        undone_by=row.undone_by or "",
    )
