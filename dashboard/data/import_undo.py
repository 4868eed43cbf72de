"""Taking the last import back: the database becomes exactly what it was before, to the traces of each row.

What an import changed or removed is stored with it in the same transaction. That is also what somebody may
have wanted gone, so it is emptied when it can no longer be used: when the import is undone, when the next one
is done, and after thirty days.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, delete, exists, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql.schema import Table

from dashboard.data.engine import keeping, reading, writing
from dashboard.data.full_disk import told_when_full
from dashboard.data.import_history import PastImport, State, alone, last_done
from dashboard.data.models import DECISIONS, UNIT_TABLES, DataState, ImportRun, ImportUndo
from dashboard.data.stored_rows import batches, plain, put_back, rows_of, take_out
from dashboard.data.writable_rows import TABLES as WRITTEN_TABLES
from dashboard.data.writable_rows import key_column
from dashboard.data.writings import (
    anything_to_forget,
    forget_before,
    moment,
    moves_since,
    written_after,
)
from dashboard.domain.errors import BryggaError
from dashboard.i18n import _

KEPT_DAYS = 30
_RUNS: Table = ImportRun.__table__  # type: ignore[assignment]
_PARTS: Table = ImportUndo.__table__  # type: ignore[assignment]
_TABLES: Mapping[str, Table] = {model.__tablename__: model.__table__ for model in UNIT_TABLES}  # type: ignore[misc]


class CannotUndo(BryggaError):
    """The last import cannot be taken back; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Touched:
    """What an import is about to do to one table.

    Attributes:
        table: the table's name.
        before: keys of stored rows that are changed or removed.
        added: keys of rows that are new.
    """

    table: str
    before: tuple[Any, ...]
    added: tuple[Any, ...]


def remember_before(connection: Connection, number: int, touched: Iterable[Touched]) -> None:
    """Store what takes an import back. Called in its transaction, before anything is written."""
    _forget(connection)
    for one in touched:
        for rows in rows_of(connection, _TABLES[one.table], one.before):
            _store(connection, number, one.table, "before", rows)
        for keys in batches(one.added):
            _store(connection, number, one.table, "added", [_as_list(key) for key in keys])


def settings_changes(connection: Connection) -> int:
    """How many changes of the unit's settings and assumptions there have been."""
    counts = (select(func.count()).select_from(decisions) for decisions in DECISIONS)
    return sum(int(connection.execute(count).scalar_one()) for count in counts)


@told_when_full()
def undo_last(engine: Engine, *, who: str, now: dt.datetime) -> PastImport:
    """Take the last import back.

    Args:
        engine: the database.
        who: whom the history names.
        now: the moment.

    Returns:
        The import that was taken back.

    Raises:
        CannotUndo: when there is none, it is undone already, it is too old, or the data was changed since.
        ImportUnderWay: when somebody is importing.
        DiskFull: when there is no room; nothing was changed.
        DatabaseUnreachable: when the database does not answer.
    """
    with alone(engine):
        forget_old(engine, now)
        with writing(engine, f"undo {now.isoformat()}") as connection:
            connection.execute(select(DataState.version).with_for_update())
            last = _undoable(connection)
            try:
                _take_back(connection, last.number)
            except IntegrityError as error:
                raise CannotUndo(_CHANGED_SINCE()) from error
            undone = {"state": State.UNDONE.value, "undone_at": now, "undone_by": who}
            connection.execute(update(_RUNS).where(_RUNS.c.import_id == last.number).values(undone))
            _forget(connection)
        scrub(engine)
    return last


def why_no_undo(engine: Engine) -> str:
    """Why the last import cannot be taken back; empty when it can."""
    try:
        with reading(engine) as connection:
            _undoable(connection)
    except CannotUndo as error:
        return str(error)
    return ""


def forget_old(engine: Engine, now: dt.datetime) -> None:
    """Empty what takes imports, and rows written in place, back when it is older than thirty days.

    Called at each import, at each look at the history and at each sign-in: often enough without a clockwork.
    """
    limit = now - dt.timedelta(days=KEPT_DAYS)
    old = select(_RUNS.c.import_id).where(_RUNS.c.imported_at < limit)
    with reading(engine) as connection:
        there = connection.execute(select(exists().where(_PARTS.c.import_id.in_(old)))).scalar()
        there = there or anything_to_forget(connection, limit)
    if there:
        with keeping(engine) as connection:
            _forget(connection, _PARTS.c.import_id.in_(old))
            forget_before(connection, limit)
        scrub(engine)


def scrub(engine: Engine) -> None:
    """Let nothing that was emptied live on in SQLite's log; PostgreSQL does this in its own time."""
    if engine.url.get_backend_name() == "sqlite":
        with engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def _undoable(connection: Connection) -> PastImport:
    last = last_done(connection)
    newest = connection.execute(select(_RUNS.c.state).order_by(_RUNS.c.import_id.desc()).limit(1)).scalar()
    if newest == State.UNDONE.value:
        raise CannotUndo(_("The last import is undone already, and only the last one can be undone."))
    if last is None:
        raise CannotUndo(_("There is no import to undo."))
    if not connection.execute(select(exists().where(_PARTS.c.import_id == last.number))).scalar():
        raise CannotUndo(
            _("What would undo the last import is no longer there: it is emptied after {days} days.").format(
                days=KEPT_DAYS
            )
        )
    version = connection.execute(select(DataState.version)).scalar_one()
    settings = connection.execute(
        select(_RUNS.c.settings_changes).where(_RUNS.c.import_id == last.number)
    ).scalar_one()
    # Each change moves the version by one; those of settings and assumptions leave the rows as they are.
    since = _count(version) - _count(last.data_version)
    in_place = moves_since(connection, _count(last.data_version))
    if since != settings_changes(connection) - settings + in_place:
        raise CannotUndo(_CHANGED_SINCE())
    _require_not_written_over(connection, last)
    return last


def _require_not_written_over(connection: Connection, last: PastImport) -> None:
    """What somebody has written in a row of the import since would be lost with it."""
    later = written_after(connection, _count(last.data_version))
    if not later:
        return
    rows = _touched_keys(connection, last.number)
    for one in later:
        if one.key in rows.get(one.table, ()):
            raise CannotUndo(
                _(
                    "{who} has written in a row of this import since ({time}). Take that back first, "
                    "in the list of what was written in place."
                ).format(who=one.who, time=moment(one.at))
            )


def _touched_keys(connection: Connection, number: int) -> dict[str, set[Any]]:
    keys: defaultdict[str, set[Any]] = defaultdict(set)
    parts = select(_PARTS.c.table_name, _PARTS.c.what, _PARTS.c.rows).where(_PARTS.c.import_id == number)
    for name, what, rows in connection.execute(parts):
        table = WRITTEN_TABLES.get(name)
        if table is not None:
            place = list(table.c).index(key_column(table)) if what == "before" else 0
            keys[name].update(row[place] for row in rows)
    return keys


def _CHANGED_SINCE() -> str:  # noqa: N802 (a sentence, in the language in use)
    return _("The data has been changed in other ways since the last import, so it cannot be undone.")


def _take_back(connection: Connection, number: int) -> None:
    before: defaultdict[str, list[list[Any]]] = defaultdict(list)
    added: defaultdict[str, list[Any]] = defaultdict(list)
    parts = select(_PARTS.c.table_name, _PARTS.c.what, _PARTS.c.rows).where(_PARTS.c.import_id == number)
    for table, what, rows in connection.execute(parts):
        (before if what == "before" else added)[table] += rows
    # Rows are put back from the tables that others refer to; what was added goes in the other order.
    for name, table in _TABLES.items():
        for some in batches(before[name]):
            put_back(connection, table, some)
    for name, table in reversed(tuple(_TABLES.items())):
        take_out(connection, table, (key if len(key) > 1 else key[0] for key in added[name]))


def _forget(connection: Connection, which: Any = None) -> None:
    statement = delete(_PARTS)
    connection.execute(statement if which is None else statement.where(which))


def _store(connection: Connection, number: int, table: str, what: str, rows: list[list[Any]]) -> None:
    if rows:
        part = {"import_id": number, "table_name": table, "what": what, "rows": rows}
        connection.execute(insert(_PARTS), part)


def _as_list(key: Any) -> list[Any]:
    return list(map(plain, key)) if isinstance(key, tuple) else [plain(key)]


def _count(version: str) -> int:
    return int(version.partition("-")[0])
