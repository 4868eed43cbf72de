"""Imports that are begun on the page: one a person, moved between states so that only one click counts."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, Row, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql.schema import Table

from dashboard.data.engine import keeping, reading
from dashboard.data.models import ImportJob

READING, READY, WRITING, DONE = "reading", "ready", "writing", "done"
FAILED, STOPPED = "failed", "stopped"
RUNNING = (READING, WRITING)
_JOBS: Table = ImportJob.__table__  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class JobRow:
    """One begun import.

    Attributes:
        job_id: random; it also names the folder of its file.
        user_id: whose it is.
        who: the person's name.
        file_name: the file, as the person calls it.
        state: one of the six states.
        options: how the file is to be read.
        outcome: what the page shows of it; empty until it has been read.
        sentence: why it failed; empty otherwise.
        made_at: when the file came.
    """

    job_id: str
    user_id: int
    who: str
    file_name: str
    state: str
    options: Mapping[str, Any]
    outcome: Mapping[str, Any]
    sentence: str
    made_at: dt.datetime


def add_job(engine: Engine, row: JobRow) -> bool:
    """Begin an import; tells whether the person had none already."""
    values = {name: getattr(row, name) for name in JobRow.__slots__}
    try:
        with keeping(engine) as connection:
            connection.execute(insert(_JOBS).values(values))
    except IntegrityError:
        return False
    return True


def job_of(engine: Engine, user_id: int) -> JobRow | None:
    """The import that a person has begun."""
    with reading(engine) as connection:
        row = connection.execute(select(_JOBS).where(_JOBS.c.user_id == user_id)).first()
    return None if row is None else _job(row)


def all_jobs(engine: Engine) -> tuple[JobRow, ...]:
    """Every begun import, the oldest first."""
    with reading(engine) as connection:
        rows = connection.execute(select(_JOBS).order_by(_JOBS.c.made_at)).all()
    return tuple(map(_job, rows))


def move_job(engine: Engine, job_id: str, states: tuple[str, ...], to: str, **values: Any) -> bool:
    """Take a job from one of some states to another; tells whether it stood in one of them."""
    wanted = update(_JOBS).where(_JOBS.c.job_id == job_id, _JOBS.c.state.in_(states))
    with keeping(engine) as connection:
        return connection.execute(wanted.values(state=to, **values)).rowcount == 1


def drop_job(engine: Engine, job_id: str) -> None:
    """Forget a job."""
    with keeping(engine) as connection:
        connection.execute(delete(_JOBS).where(_JOBS.c.job_id == job_id))


def _job(row: Row[Any]) -> JobRow:
    values = dict(row._mapping)
    return JobRow(**values | {"made_at": _aware(values["made_at"])})


def _aware(moment: dt.datetime) -> dt.datetime:
    # SQLite forgets the zone.
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
