"""Writes the invented unit into a database that holds nothing else."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, delete, exists, insert, select, update

from dashboard.data.demo.assumptions import add_invented, remove_invented
from dashboard.data.demo.invent import invent
from dashboard.data.demo.records import EmployerRecord, InventedUnit
from dashboard.data.engine import writing
from dashboard.data.models import (
    UNIT_TABLES,
    DataState,
    EmployerDecision,
    ImportRun,
    Position,
    QuietPeriod,
    User,
    Writing,
)
from dashboard.data.reference import locate
from dashboard.domain.errors import OwnDataInTheWay
from dashboard.i18n import _


@dataclass(frozen=True, slots=True)
class Filled:
    """What was made: the unit's name, the day it is relative to, and the rows of each table."""

    unit: str
    on: dt.date
    seed: int
    counts: dict[str, int]


def fill_demo(engine: Engine, on: dt.date, seed: int = 1, *, replace: bool = False) -> Filled:
    """Fill an empty database with the invented unit, and mark it as demo data, all in one transaction.

    Args:
        engine: a database with today's schema.
        on: the day that everything is relative to; most pages look best on it.
        seed: the same seed and day always give the same rows.
        replace: whether an earlier demo may be removed first. A unit's own data never is.

    Raises:
        OwnDataInTheWay: when the database holds a unit's own data, or a demo and `replace` is not given.
        DatabaseUnreachable: when the database does not answer.
    """
    unit = invent(on, seed)
    with writing(engine, f"demo {seed} {on.isoformat()}") as connection:
        _make_room(connection, replace=replace)
        _insert(connection, unit, on)
        add_invented(connection, on)
        connection.execute(update(DataState).values(demo=True))
    return Filled(unit.units[0].name, on, seed, unit.counts())


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


def _insert(connection: Connection, unit: InventedUnit, on: dt.date) -> None:
    written_at = dt.datetime.combine(on, dt.time(), tzinfo=dt.UTC)
    for table in UNIT_TABLES:
        records = getattr(unit, table.__tablename__)
        rows = [record.row() | {"updated_at": written_at} for record in records]
        if table.__tablename__ == "employers":
            rows = [row | _place(record) for row, record in zip(rows, records, strict=True)]
        connection.execute(insert(table), rows)


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
