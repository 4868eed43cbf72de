"""Small worlds for tests, written as they are spoken.

    world(employer("E1", capacity=2), contact("E1", "A", "2026-03-01", kind="visit"))

What is not said has a default, and whoever is only mentioned is there: the coach A above, the unit U1.
Days are ISO text. `stored(engine, …)` puts the same rows in a database; `csv_rows` reads a folder of CSV.
"""

import csv
import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import Boolean, Date, Engine, Float, Integer, insert, select

from dashboard.data.engine import reading, writing
from dashboard.data.models import UNIT_TABLES, QuietPeriod
from dashboard.data.readers import world_of
from dashboard.domain.world import World

SAMPLES = Path(__file__).parent / "samples"
ENROLLED = "2020-01-01"
DEFAULTS: dict[str, dict[str, Any]] = {
    "coaches": {"fte": 1.0},
    "employers": {"capacity": 1, "active": True, "position_precision": "none"},
    "contacts": {"initiated_by": "unit"},
    "follow_ups": {"cancelled": False},
}

_numbers = count(1)


@dataclass(frozen=True)
class Row:
    """One record of one table."""

    table: str
    cells: dict[str, Any]


def unit(unit_id="U1", **cells) -> Row:
    return Row("units", {"unit_id": unit_id, "name": f"Unit {unit_id}", **cells})


def coach(coach_id="A", **cells) -> Row:
    return Row("coaches", {"coach_id": coach_id, "name": f"Coach {coach_id}", **cells})


def employer(employer_id="E1", **cells) -> Row:
    return Row("employers", {"employer_id": employer_id, "name": f"Employer {employer_id}", **cells})


def client(client_id="K1", coach_id: str | None = "A", enrolled_on: str | None = ENROLLED, **cells) -> Row:
    return Row("clients", {"client_id": client_id, "coach_id": coach_id, "enrolled_on": enrolled_on, **cells})


def contact(employer_id="E1", coach_id="A", contacted_on="2026-01-01", kind="phone", **cells) -> Row:
    given = {"employer_id": employer_id, "coach_id": coach_id, "contacted_on": contacted_on, "kind": kind}
    return Row("contacts", {"contact_id": f"X{next(_numbers):06}", **given, **cells})


def placement(
    employer_id: str | None = "E1",
    client_id="K1",
    started_on="2026-01-01",
    ended_on: str | None = None,
    kind="work_trial",
    **cells,
) -> Row:
    given = {"employer_id": employer_id, "client_id": client_id, "kind": kind}
    days = {"started_on": started_on, "ended_on": ended_on}
    return Row("placements", {"placement_id": f"P{next(_numbers):06}", **given, **days, **cells})


def follow_up(
    placement_id="P1", planned_on="2026-01-08", done_on: str | None = None, party="both", **cells
) -> Row:
    given = {"placement_id": placement_id, "planned_on": planned_on, "done_on": done_on, "party": party}
    return Row("follow_ups", {"follow_up_id": f"F{next(_numbers):06}", **given, **cells})


def quiet(engine: Engine, employer_id: str, first: str, last: str) -> None:
    """Leave an employer in peace; beside the rows, since no file holds such a period."""
    days = {"from_on": dt.date.fromisoformat(first), "to_on": dt.date.fromisoformat(last)}
    with writing(engine, "test") as connection:
        connection.execute(
            insert(QuietPeriod).values(
                quiet_id=f"Q-{employer_id}", employer_id=employer_id, reason="asked", **days
            )
        )


def world(*rows: Row, version: str = "test") -> World:
    """The rows as analysis sees them, with everybody they mention."""
    return world_of(version, tables_of(rows))


def tables_of(rows: Iterable[Row]) -> dict[str, list[dict[str, Any]]]:
    """The rows by table, with defaults and with everybody they mention."""
    tables: dict[str, list[dict[str, Any]]] = {model.__tablename__: [] for model in UNIT_TABLES}
    for row in with_the_mentioned(rows):
        tables[row.table].append({**DEFAULTS.get(row.table, {}), **row.cells})
    return tables


def with_the_mentioned(rows: Iterable[Row]) -> list[Row]:
    """The rows, and a default row for each unit, coach, employer and client that is only mentioned."""
    everything = list(rows)
    if not any(row.table == "units" for row in everything):
        everything.append(unit())
    makers: dict[str, Callable[..., Row]] = {
        "clients": client,
        "employers": employer,
        "coaches": coach,
        "units": unit,
    }
    keys = {"clients": "client_id", "employers": "employer_id", "coaches": "coach_id", "units": "unit_id"}
    for table, make in makers.items():
        key = keys[table]
        present = {row.cells[key] for row in everything if row.table == table}
        mentioned = {str(row.cells[key]) for row in everything if row.cells.get(key)}
        everything += [make(name) for name in sorted(mentioned - present)]
    return everything


def stored(engine: Engine, *rows: Row) -> None:
    """Put the rows in a database, with everybody they mention."""
    store_tables(engine, tables_of(rows))


def stored_tables(engine: Engine) -> dict[str, list[dict[str, Any]]]:
    """Every record of a database, its days as ISO text."""
    with reading(engine) as connection:
        return {
            model.__tablename__: [
                {name: _as_text(value) for name, value in row._mapping.items()}
                for row in connection.execute(select(model.__table__))
            ]
            for model in UNIT_TABLES
        }


def _as_text(value: Any) -> Any:
    return value.isoformat() if type(value) is dt.date else value


def store_tables(engine: Engine, tables: dict[str, list[dict[str, Any]]]) -> None:
    with writing(engine, "test") as connection:
        for model in UNIT_TABLES:
            records = [_typed(model.__table__, record) for record in tables.get(model.__tablename__, [])]
            if records:
                connection.execute(insert(model), records)


def _typed(table, record: dict[str, Any]) -> dict[str, Any]:
    columns = [column for column in table.columns if column.name not in {"updated_at", "source", "own_id"}]
    return {column.name: _cell(column, record.get(column.name)) for column in columns}


def _cell(column, value: Any) -> Any:
    return dt.date.fromisoformat(value) if isinstance(column.type, Date) and value else value


def csv_rows(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The records of a folder of clean CSV files in English, such as samples/tiny."""
    tables = {}
    for model in UNIT_TABLES:
        path = folder / f"{model.__tablename__}.csv"
        if path.exists():
            with path.open(encoding="utf-8", newline="") as file:
                tables[model.__tablename__] = list(_records(model.__table__, csv.DictReader(file)))
    return tables


def _records(table, rows: Iterable[dict[str, str]]) -> Iterator[dict[str, Any]]:
    defaults = DEFAULTS.get(table.name, {})
    for row in rows:
        cells = {name: _parsed(table.columns[name], text) for name, text in row.items() if text}
        yield {**defaults, **cells}


def _parsed(column, text: str) -> Any:
    if isinstance(column.type, Boolean):
        return text == "ja"
    if isinstance(column.type, Integer):
        return int(text)
    if isinstance(column.type, Float):
        return float(text)
    return text.replace(" ", "").replace("-", "") if column.name in {"org_number", "postal_code"} else text
