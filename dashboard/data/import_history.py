"""The history of imports: who is at it, what was done, what was cut off, and what was taken back."""

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, insert, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.schema import Table

from dashboard.data.engine import keeping, reading
from dashboard.data.import_lock import import_lock
from dashboard.data.models import ImportRun
from dashboard.domain.errors import BryggaError
from dashboard.domain.period import STOCKHOLM
from dashboard.i18n import _

_RUNS: Table = ImportRun.__table__  # type: ignore[assignment]


class ImportUnderWay(BryggaError):
    """Somebody else is importing."""


class State(StrEnum):
    """How an import ended, or that it has not."""

    RUNNING = "running"
    DONE = "done"
    UNDONE = "undone"
    ABORTED = "aborted"


@dataclass(frozen=True, slots=True)
class PastImport:
    """One import as the history tells it.

    Attributes:
        number: the first is 1.
        at: when it began.
        who: whom it names.
        file_name: the file or folder, without where it lay.
        sha256: a digest of its content; empty when it was cut off before it was read.
        counts: table → new, changed, unchanged, removed, rejected, skipped.
        state: how it ended.
        data_version: the version of the data after it; empty when nothing was written.
        undone_at: when it was taken back.
        undone_by: by whom.
    """

    number: int
    at: dt.datetime
    who: str
    file_name: str
    sha256: str
    counts: Mapping[str, Mapping[str, int]]
    state: State
    data_version: str
    undone_at: dt.datetime | None = None
    undone_by: str = ""


@contextmanager
def begun(engine: Engine, who: str, file_name: str, now: dt.datetime) -> Iterator[int]:
    """Be the only one who imports, with a row in the history that says so; gives the row's number.

    The row is gone afterwards, unless the import has made it "done": one that wrote nothing is no import.
    One that fails for a reason that no sentence is ready for counts as cut off.

    Raises:
        ImportUnderWay: when somebody else is at it; says who, and since when.
        DatabaseUnreachable: when the database does not answer.
    """
    with import_lock(engine) as ours:
        if not ours:
            raise ImportUnderWay(_under_way(engine))
        run = {"imported_at": now, "imported_by": who, "file_name": file_name}
        run |= {"sha256": "", "counts": {}, "data_version": "", "state": State.RUNNING.value}
        with keeping(engine) as connection:
            _mark_aborted(connection)
            number = int(
                connection.execute(insert(_RUNS).values(run).returning(_RUNS.c.import_id)).scalar_one()
            )
        try:
            yield number
        except BryggaError:
            _take_off(engine, number)
            raise
        _take_off(engine, number)


@contextmanager
def alone(engine: Engine) -> Iterator[None]:
    """Keep imports away while something else is done to the data.

    Raises:
        ImportUnderWay: when somebody is importing; says who, and since when.
    """
    with import_lock(engine) as ours:
        if not ours:
            raise ImportUnderWay(_under_way(engine))
        yield


def history(engine: Engine) -> tuple[PastImport, ...]:
    """Every import, the newest first. One that was cut off is marked so."""
    with import_lock(engine) as ours:
        if ours:
            with keeping(engine) as connection:
                _mark_aborted(connection)
    with reading(engine) as connection:
        rows = connection.execute(select(_RUNS).order_by(_RUNS.c.import_id.desc())).all()
    return tuple(map(_past, rows))


def last_done(connection: Connection) -> PastImport | None:
    """The newest import that still counts."""
    done = select(_RUNS).where(_RUNS.c.state == State.DONE.value).order_by(_RUNS.c.import_id.desc()).limit(1)
    row = connection.execute(done).first()
    return None if row is None else _past(row)


@dataclass(frozen=True, slots=True)
class LastFile:
    """How many rows of a table the newest file with that table had: in all, and those left out of them."""

    rows: int = 0
    rejected: int = 0


def last_files(connection: Connection) -> dict[str, LastFile]:
    """For each table the newest file with it."""
    done = select(_RUNS.c.counts).where(_RUNS.c.state == State.DONE.value).order_by(_RUNS.c.import_id)
    found: dict[str, LastFile] = {}
    for counts in connection.execute(done).scalars():
        for table, one in counts.items():
            rejected = one.get("rejected", 0)
            accepted = sum(one.get(name, 0) for name in ("new", "changed", "unchanged"))
            found[table] = LastFile(accepted + rejected, rejected)
    return found


def _take_off(engine: Engine, number: int) -> None:
    # When even this fails (a full disk), the row stays, and is found cut off by whoever comes next.
    with suppress(BryggaError, DBAPIError), keeping(engine) as connection:
        unfinished = (_RUNS.c.import_id == number) & (_RUNS.c.state == State.RUNNING.value)
        connection.execute(delete(_RUNS).where(unfinished))


def _mark_aborted(connection: Connection) -> None:
    """Whatever is running when nobody holds the lock was cut off."""
    running = _RUNS.c.state == State.RUNNING.value
    connection.execute(update(_RUNS).where(running).values(state=State.ABORTED.value))


def _under_way(engine: Engine) -> str:
    query = select(_RUNS).where(_RUNS.c.state == State.RUNNING.value).order_by(_RUNS.c.import_id.desc())
    with reading(engine) as connection:
        row = connection.execute(query.limit(1)).first()
    if row is None:
        return _("Somebody else is changing the data. Try again in a moment.")
    past = _past(row)
    return _("An import is under way: started {time} by {who}. Try again when it is done.").format(
        time=past.at.astimezone(STOCKHOLM).strftime("%H:%M"), who=past.who
    )


def _past(row: Row[Any]) -> PastImport:
    return PastImport(
        number=row.import_id,
        at=_aware(row.imported_at),
        who=row.imported_by,
        file_name=row.file_name,
        sha256=row.sha256,
        counts=row.counts,
        state=State(row.state),
        data_version=row.data_version,
        undone_at=row.undone_at and _aware(row.undone_at),
        undone_by=row.undone_by or "",
    )


def _aware(moment: dt.datetime) -> dt.datetime:
    # SQLite forgets the zone.
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
