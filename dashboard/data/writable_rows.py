"""Single rows of the tables that can be written in place, as they are stored."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, select
from sqlalchemy.sql.schema import Column, Table

from dashboard.data.engine import reading
from dashboard.data.models import Contact, FollowUp, QuietPeriod
from dashboard.data.stored_rows import plain, rows_of

TABLES: Mapping[str, Table] = {
    model.__tablename__: model.__table__  # type: ignore[misc]
    for model in (Contact, FollowUp, QuietPeriod)
}
"""The tables that can be written in place; each has a key of one column."""
WRITTEN_HERE = "i Brygga"
"""The source of a row that was written in place."""
KEY_BEGINS = "brygga-"
"""How the key of a row that was added in place begins."""
NO_ROW = ""
"""What a row that is not there is known by."""

Values = list[Any]


def stored_row(connection: Connection, table: str, key: str) -> Values | None:
    """A row with all its columns as JSON holds them; None when there is none."""
    sql = TABLES[table]
    row = connection.execute(select(*sql.c).where(key_column(sql) == key)).first()
    return None if row is None else list(map(plain, row))


def marks_of(engine: Engine, table: str, keys: Iterable[str]) -> dict[str, str]:
    """What each of some rows is known by now, by key; rows that are not there are left out."""
    sql = TABLES[table]
    place = list(sql.c).index(key_column(sql))
    with reading(engine) as connection:
        rows = [row for some in rows_of(connection, sql, sorted(set(keys))) for row in some]
    return {row[place]: mark_of(row) for row in rows}


def key_column(table: Table) -> Column[Any]:
    """The column of a table's key."""
    (key,) = table.primary_key
    return key


def mark_of(row: Sequence[Any] | None) -> str:
    """What a row is known by: any change of it, to its time and source, gives another."""
    if row is None:
        return NO_ROW
    return hashlib.sha256(json.dumps(list(row), ensure_ascii=False).encode()).hexdigest()[:24]


def named(table: str, row: Sequence[Any]) -> dict[str, Any]:
    """A row's values by column."""
    return dict(zip(TABLES[table].c.keys(), row, strict=True))
