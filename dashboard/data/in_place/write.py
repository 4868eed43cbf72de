"""Writing one row in place: one transaction that checks, writes and remembers, or does nothing."""

import datetime as dt
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, insert, select, update
from sqlalchemy.exc import OperationalError

from dashboard.data.edits import Action, Author, ChangedSince, Edit, NotWritten, Problem
from dashboard.data.engine import writing
from dashboard.data.full_disk import is_full, told_when_full
from dashboard.data.in_place.checking import check_edit
from dashboard.data.in_place.quiet import require_none_yet
from dashboard.data.models import DataState
from dashboard.data.stored_rows import plain, take_out
from dashboard.data.writable_rows import (
    KEY_BEGINS,
    TABLES,
    WRITTEN_HERE,
    Values,
    key_column,
    mark_of,
    named,
    stored_row,
)
from dashboard.data.writings import Written, changed_by, remember, saved_just_now
from dashboard.domain.errors import DatabaseUnreachable
from dashboard.i18n import _


@dataclass(frozen=True, slots=True)
class Moment:
    """When something is written: the moment with its zone, and the calendar day."""

    now: dt.datetime
    today: dt.date


@dataclass(frozen=True, slots=True)
class Saved:
    """What was written, and what is odd about it."""

    written: Written
    warnings: tuple[Problem, ...]


@told_when_full()
def write_edit(engine: Engine, edit: Edit, author: Author, *, now: dt.datetime, today: dt.date) -> Saved:
    """Write one row in place.

    Args:
        engine: the database.
        edit: what is to be written.
        author: who writes.
        now: the moment, with its zone.
        today: the day.

    Raises:
        NotWritten: when values are wrong; it holds what and where.
        ChangedSince: when the row is no longer what was shown.
        DatabaseUnreachable: when the database does not answer, or is busy with an import.
        DiskFull: when there is no room; nothing was changed.
    """
    with one_change(engine, f"in place {now.isoformat()} {edit.action} {edit.key}") as (connection, version):
        before = stored_row(connection, edit.table, edit.key) if edit.key else None
        if mark_of(before) != edit.seen:
            raise ChangedSince(changed_by(connection, edit.table, edit.key))
        if edit.action is Action.QUIET_SET and before is None:
            require_none_yet(connection, edit.cells["employer_id"], today)
        key = edit.key or KEY_BEGINS + uuid.uuid4().hex[:16]
        cells, warnings = _change(connection, edit, key, before, Moment(now, today))
        if before is None and saved_just_now(connection, edit, author, cells, now):
            raise ChangedSince(_("You saved the same just now. It was not saved a second time."))
        made = remember(
            connection, edit, author, key=key, cells=cells, before=before, now=now, version=version
        )
    return Saved(made, warnings)


@contextmanager
def one_change(engine: Engine, change: str) -> Iterator[tuple[Connection, int]]:
    """A transaction of its own, and the number of the data version that it makes.

    Raises:
        DatabaseUnreachable: when the database does not answer, or is busy with an import.
    """
    try:
        with writing(engine, change) as connection:
            # Locked: the second of two who write at once must see what the first has stored.
            version = connection.execute(select(DataState.version).with_for_update()).scalar_one()
            yield connection, int(version.partition("-")[0]) + 1
    except OperationalError as error:
        if is_full(error):
            raise
        raise DatabaseUnreachable(
            _(
                "The database is busy just now, perhaps with an import. Nothing was saved. "
                "Try again in a moment."
            )
        ) from error


def _change(
    connection: Connection, edit: Edit, key: str, before: Values | None, when: Moment
) -> tuple[Mapping[str, Any], tuple[Problem, ...]]:
    """Write the row; gives the values that somebody wrote, as JSON holds them, and what is odd about them."""
    sql = TABLES[edit.table]
    if edit.removes:
        take_out(connection, sql, [key])
        return {}, ()
    checked = check_edit(connection, edit, None if before is None else named(edit.table, before), when.today)
    if checked.errors:
        raise NotWritten(checked.errors)
    traces = {"source": WRITTEN_HERE, "updated_at": when.now}
    if before is None:
        own = {"own_id": True} if "own_id" in sql.c else {}
        row = {**checked.values, **traces, **own, key_column(sql).name: key}
        connection.execute(insert(sql).values(row))
    else:
        values = {name: checked.values[name] for name in checked.written}
        connection.execute(update(sql).where(key_column(sql) == key).values(values | traces))
    return {name: plain(checked.values[name]) for name in checked.written}, checked.warnings
