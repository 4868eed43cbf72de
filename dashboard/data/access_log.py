"""Who opened which client's data: rows are added, read, and never changed."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Engine, Table, func, insert, select

from dashboard.data.engine import keeping, reading
from dashboard.data.models import Opened
from dashboard.domain.access import Viewer
from dashboard.domain.period import STOCKHOLM

_LOG: Table = Opened.__table__  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Entry:
    """One opening.

    Attributes:
        at: when.
        user_id: the account's number.
        who: what the person was called then.
        role: what the account could do then.
        what: "client", "match", "file", or "refused" for an attempt that was turned away; "calendar" and
            "no_calendar" for an address of the person's own, made or withdrawn.
        client_id: the client's key.
    """

    at: dt.datetime
    user_id: int
    who: str
    role: str
    what: str
    client_id: str


@dataclass(frozen=True, slots=True)
class LogPage:
    """A part of the log, and how much there is.

    Attributes:
        entries: the part, the newest first.
        found: how many the filters leave.
        people: number and name of everybody in the whole log, by name.
    """

    entries: tuple[Entry, ...]
    found: int
    people: tuple[tuple[int, str], ...]


def log_opening(engine: Engine, viewer: Viewer, what: str, client_id: str, now: dt.datetime) -> None:
    """Put an opening on record."""
    row = {"opened_at": now, "user_id": viewer.user_id, "who": viewer.name, "role": viewer.role.value}
    with keeping(engine) as connection:
        connection.execute(insert(_LOG).values(row | {"what": what, "client_id": client_id}))


def was_logged(engine: Engine, viewer: Viewer, what: str, client_id: str, since: dt.datetime) -> bool:
    """Whether the same person has opened the same since a moment."""
    same = (_LOG.c.user_id == viewer.user_id) & (_LOG.c.what == what) & (_LOG.c.client_id == client_id)
    with reading(engine) as connection:
        found = connection.execute(select(_LOG.c.entry_id).where(same, _LOG.c.opened_at >= since).limit(1))
        return found.first() is not None


def logged_since(engine: Engine, viewer: Viewer, since: dt.datetime, what: str = "") -> int:
    """How many entries the same person has since a moment: all, or those of one kind."""
    own = (_LOG.c.user_id == viewer.user_id) & (_LOG.c.opened_at >= since)
    wanted = own & (_LOG.c.what == what) if what else own
    with reading(engine) as connection:
        return int(connection.execute(select(func.count()).select_from(_LOG).where(wanted)).scalar_one())


def read_log(
    engine: Engine,
    *,
    user_id: int | None = None,
    client_id: str = "",
    day: dt.date | None = None,
    first: int = 0,
    most: int | None = None,
) -> LogPage:
    """The log, the newest first.

    Args:
        engine: the database.
        user_id: one person's openings.
        client_id: openings of one client.
        day: those of one day in Stockholm.
        first: how many to leave out from the beginning.
        most: how many to give; all when left out.
    """
    wanted = _wanted(user_id, client_id, day)
    with reading(engine) as connection:
        rows = connection.execute(
            select(_LOG).where(*wanted).order_by(_LOG.c.entry_id.desc()).offset(first).limit(most)
        ).all()
        found = connection.execute(select(func.count()).select_from(_LOG).where(*wanted)).scalar_one()
        people = connection.execute(
            select(_LOG.c.user_id, func.max(_LOG.c.who)).group_by(_LOG.c.user_id)
        ).all()
    return LogPage(
        tuple(map(_entry, rows)), found, tuple(sorted(((one[0], one[1]) for one in people), key=_by_name))
    )


def _wanted(user_id: int | None, client_id: str, day: dt.date | None) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = []
    if user_id is not None:
        wanted.append(_LOG.c.user_id == user_id)
    if client_id:
        wanted.append(_LOG.c.client_id == client_id)
    if day is not None:
        begins = dt.datetime.combine(day, dt.time(), STOCKHOLM).astimezone(dt.UTC)
        ends = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), STOCKHOLM).astimezone(dt.UTC)
        wanted += [_LOG.c.opened_at >= begins, _LOG.c.opened_at < ends]
    return wanted


def _by_name(person: tuple[int, str]) -> tuple[str, int]:
    return person[1].casefold(), person[0]


def _entry(row: Any) -> Entry:
    # SQLite forgets the zone.
    at = row.opened_at if row.opened_at.tzinfo else row.opened_at.replace(tzinfo=dt.UTC)
    return Entry(at, row.user_id, row.who, row.role, row.what, row.client_id)
