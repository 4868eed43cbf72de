"""The unit's tables as frames, with references resolved as DATA.md says.

Both databases give the same frames, to the type and the row: dates come as text that numpy parses, nothing
depends on a driver, and rows are sorted here, because collations differ.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Boolean, Connection, Date, Engine, Float, Integer, String, func, select, type_coerce
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.schema import Column, Table

from dashboard.data.cost_assumptions import assumptions_on
from dashboard.data.engine import reading
from dashboard.data.models import UNIT_TABLES, DataState, Traced
from dashboard.data.unit_settings import definitions_on
from dashboard.domain.assumptions import Assumptions
from dashboard.domain.definitions import Definitions
from dashboard.domain.world import World

HIDDEN_COLUMNS = frozenset({*Traced.__annotations__, "own_id"})
"""How a row came in: of no use to analysis."""
DAY = "datetime64[s]"
ROWS_AT_ONCE = 250


@dataclass(frozen=True, slots=True, eq=False)
class UnitData:
    """Everything that figures follow from, at one data version.

    Attributes:
        world: the unit's tables.
        definitions: thresholds, windows and weights that the unit has chosen.
        assumptions: what it assumes about cost and benefit.
    """

    world: World
    definitions: Definitions
    assumptions: Assumptions


def read_world(engine: Engine) -> World:
    """Read every table at one data version.

    Raises:
        DatabaseUnreachable: when the database does not answer.
    """
    return read_unit(engine).world


def read_unit(engine: Engine) -> UnitData:
    """Read every table, and what the unit has decided and assumes, at one data version.

    Raises:
        DatabaseUnreachable: when the database does not answer.
        SettingsError: when the stored definitions or assumptions cannot be used.
    """
    with one_moment(engine) as connection:
        version = connection.execute(select(DataState.version)).scalar_one()
        definitions, assumptions = definitions_on(connection), assumptions_on(connection)
        tables = {
            model.__tablename__: _read_table(connection, model.__table__)  # type: ignore[arg-type]
            for model in UNIT_TABLES
        }
    return UnitData(World(version=version, **_resolved(tables)), definitions, assumptions)


def world_of(version: str, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> World:
    """A world of given rows, exactly as `read_world` would read them.

    Args:
        version: the data version to give it.
        rows: table name → records; a date is ISO text, and what is left out is empty.
    """
    tables = {}
    for model in UNIT_TABLES:
        table: Table = model.__table__  # type: ignore[assignment]
        given = rows.get(table.name, ())
        cells = [[row.get(column.name) for row in given] for column in _columns(table)]
        tables[table.name] = _frame(table, cells)
    return World(version=version, **_resolved(tables))


@contextmanager
def one_moment(engine: Engine) -> Iterator[Connection]:
    """A connection whose statements all see the database as it was at the first."""
    with reading(engine) as connection:
        # SQLite's read transactions are snapshots already.
        if connection.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ")  # noqa: PLW2901 (same)
        yield connection


def _read_table(connection: Connection, table: Table) -> pd.DataFrame:
    wanted = [_as_plain(column, connection.dialect.name) for column in _columns(table)]
    cells: list[list[Any]] = [[] for _column in wanted]
    # In small portions: many row objects alive at once cost as much again in garbage collection.
    for rows in connection.execute(select(*wanted)).partitions(ROWS_AT_ONCE):
        for column, values in zip(cells, zip(*rows, strict=True), strict=True):
            column.extend(values)
    return _frame(table, cells)


def _columns(table: Table) -> list[Column[Any]]:
    return [column for column in table.columns if column.name not in HIDDEN_COLUMNS]


def _frame(table: Table, cells: Sequence[list[Any]]) -> pd.DataFrame:
    frame = pd.DataFrame(
        {
            column.name: _as_array(column, values)
            for column, values in zip(_columns(table), cells, strict=True)
        }
    )
    keys = [column.name for column in table.primary_key]
    return _sorted(frame, keys)


def _as_plain(column: Column[Any], dialect: str) -> ColumnElement[Any]:
    """Dates as ISO text: parsing 300,000 of them one by one into Python dates takes seconds."""
    if not isinstance(column.type, Date):
        return column
    if dialect == "postgresql":
        return func.to_char(column, "YYYY-MM-DD").label(column.name)
    return type_coerce(column, String)


def _as_array(column: Column[Any], cells: list[Any]) -> Any:
    if isinstance(column.type, Date):
        return np.array([cell or "NaT" for cell in cells], dtype=DAY)
    if isinstance(column.type, Boolean):
        return np.array(cells, dtype=bool)
    if isinstance(column.type, Integer) and not column.nullable:
        return np.array(cells, dtype=np.int64)
    if isinstance(column.type, Integer | Float):
        return np.array(cells, dtype=np.float64)
    return pd.array(np.array(cells, dtype=object), dtype="str")


def _sorted(frame: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    plain = [frame[key].tolist() for key in keys]
    order: list[Any] = plain[0] if len(plain) == 1 else list(zip(*plain, strict=True))
    rows = sorted(range(len(frame)), key=order.__getitem__)
    return frame.take(rows).reset_index(drop=True)


def _resolved(tables: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Fill in what DATA.md says an empty reference means."""
    units, coaches = tables["units"], tables["coaches"]
    clients, placements, follow_ups = tables["clients"], tables["placements"], tables["follow_ups"]
    only_unit = units["unit_id"].iloc[0] if len(units) == 1 else None
    coaches["unit_id"] = _else(coaches["unit_id"], only_unit)
    clients["unit_id"] = _else(
        _else(clients["unit_id"], _looked_up(clients["coach_id"], coaches, "coach_id", "unit_id")), only_unit
    )
    placements["coach_id"] = _else(
        placements["coach_id"], _looked_up(placements["client_id"], clients, "client_id", "coach_id")
    )
    follow_ups["coach_id"] = _else(
        follow_ups["coach_id"],
        _looked_up(follow_ups["placement_id"], placements, "placement_id", "coach_id"),
    )
    return tables


def _else(column: "pd.Series[str]", fallback: "pd.Series[str] | str | None") -> "pd.Series[str]":
    return column if fallback is None else column.fillna(fallback)


def _looked_up(keys: "pd.Series[str]", frame: pd.DataFrame, key: str, value: str) -> "pd.Series[str]":
    """The value beside each key; the frame is sorted by it. Missing where the key is."""
    places = pd.Index(frame[key]).get_indexer(pd.Index(keys))
    found = frame[value].array.take(places, allow_fill=True)
    return pd.Series(found, index=keys.index, dtype="str")
