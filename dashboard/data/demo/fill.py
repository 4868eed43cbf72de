"""Writes the invented unit into a database that holds nothing else."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, delete, exists, insert, select, update

from dashboard.data.demo.assumptions import add_invented, remove_invented
from dashboard.data.demo.invent import invent
from dashboard.data.demo.kinds import KINDS, invent_kind
from dashboard.data.demo.records import SOURCE, EmployerRecord, InventedUnit
from dashboard.data.engine import writing
from dashboard.data.models import (
    UNIT_TABLES,
    DataState,
    EmployerDecision,
    ImportRun,
    Position,
    QuietPeriod,
    UnitSettings,
    UnitWords,
    User,
    Writing,
)
from dashboard.data.reference import locate
from dashboard.data.unit_settings import store_settings
from dashboard.data.unit_words import store_words
from dashboard.domain.errors import OwnDataInTheWay
from dashboard.i18n import _


@dataclass(frozen=True, slots=True)
class Filled:
    """What was made: the units' names, the day they are relative to, the rows of each table, and the kind."""

    unit: str
    on: dt.date
    seed: int
    counts: dict[str, int]
    kind: str | None = None


def fill_demo(
    engine: Engine, on: dt.date, seed: int = 1, *, replace: bool = False, kind: str | None = None
) -> Filled:
    """Fill an empty database with an invented unit, and mark it as demo data, all in one transaction.

    The settings and words of another kind of unit are stored after it, as changes of their own.

    Args:
        engine: a database with today's schema.
        on: the day that everything is relative to; most pages look best on it.
        seed: the same seed and day always give the same rows.
        replace: whether an earlier demo may be removed first. A unit's own data never is.
        kind: one of KINDS; the ordinary unit when left out.

    Raises:
        OwnDataInTheWay: when the database holds a unit's own data, or a demo and `replace` is not given.
        DatabaseUnreachable: when the database does not answer.
    """
    other = KINDS[kind] if kind else None
    unit = invent_kind(other, on, seed) if other else invent(on, seed)
    change = f"demo {seed} {on.isoformat()}" + (f" {kind}" if kind else "")
    with writing(engine, change) as connection:
        _make_room(connection, replace=replace)
        _insert(connection, unit, on)
        add_invented(connection, on)
        connection.execute(update(DataState).values(demo=True))
    if other:
        store_settings(engine, other.settings, who=SOURCE, now=_midnight(on))
        store_words(engine, other.words, who=SOURCE, now=_midnight(on))
    names = ", ".join(one.name for one in unit.units)
    return Filled(names, on, seed, unit.counts(), kind)


def remove_demo(engine: Engine) -> None:
    """Empty a demo database: the invented rows, their places and the demo accounts, in one transaction.

    Raises:
        OwnDataInTheWay: when the database holds a unit's own data, or no demo.
        DatabaseUnreachable: when the database does not answer.
    """
    with writing(engine, "no demo") as connection:
        if not connection.execute(select(DataState.demo)).scalar_one():
            raise OwnDataInTheWay(_("The database holds no demo data, so nothing was removed."))
        _make_room(connection, replace=True)
        connection.execute(delete(User).where(User.demo.is_(True)))
        connection.execute(update(DataState).values(demo=False))


def _make_room(connection: Connection, *, replace: bool) -> None:
    """Refuse, or remove the earlier demo and the places its network was drawn at."""
    demo = bool(connection.execute(select(DataState.demo)).scalar_one())
    filled = any(connection.execute(select(exists().select_from(table))).scalar() for table in UNIT_TABLES)
    imported = bool(connection.execute(select(exists().select_from(ImportRun))).scalar())
    if (filled and not demo) or imported:
        raise OwnDataInTheWay(
            _(
                "The database holds a unit's own data, so no demo data is put there. "
                "Choose another folder with BRYGGA_DATA_DIR."
            )
        )
    if filled and not replace:
        raise OwnDataInTheWay(
            _("The database holds demo data already. To make it anew, run: brygga demo --force")
        )
    remove_invented(connection)
    for table in reversed(UNIT_TABLES):
        connection.execute(delete(table))
    for other in (QuietPeriod, Writing, Position, EmployerDecision):
        connection.execute(delete(other))
    for decided in (UnitSettings, UnitWords):
        if connection.execute(select(exists().where(decided.changed_by == SOURCE))).scalar():
            # What was decided after the demo's own settings rests on them.
            connection.execute(delete(decided))


def _insert(connection: Connection, unit: InventedUnit, on: dt.date) -> None:
    written_at = _midnight(on)
    for table in UNIT_TABLES:
        records = getattr(unit, table.__tablename__)
        rows = [record.row() | {"updated_at": written_at} for record in records]
        if table.__tablename__ == "employers":
            rows = [row | _place(record) for row, record in zip(rows, records, strict=True)]
        connection.execute(insert(table), rows)


def _midnight(on: dt.date) -> dt.datetime:
    return dt.datetime.combine(on, dt.time(), tzinfo=dt.UTC)


def _place(employer: EmployerRecord) -> dict[str, Any]:
    """The derived columns: where the employer is drawn on a map, and how well that is known."""
    position = locate(
        employer.latitude,
        employer.longitude,
        employer.postal_code,
        employer.locality,
        employer.municipality_code,
    )
    return {
        "map_latitude": position.latitude,
        "map_longitude": position.longitude,
        "map_municipality_code": position.municipality_code,
        "position_precision": position.precision,
    }
