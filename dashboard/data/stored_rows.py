"""Rows of the unit's tables as JSON, exactly as they are stored, and back again."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Date, DateTime, bindparam, delete, insert, select, tuple_
from sqlalchemy.sql.schema import Column, Table

Item = TypeVar("Item")
Values = list[Any]
AT_ONCE = 500


def batches(items: Iterable[Item], size: int = AT_ONCE) -> Iterator[list[Item]]:
    """The items in lists of at most `size`."""
    left = iter(items)
    while batch := list(islice(left, size)):
        yield batch


def rows_of(connection: Connection, table: Table, keys: Iterable[Any]) -> Iterator[list[Values]]:
    """The stored rows of some keys with all their columns, some hundred at a time."""
    columns = list(table.primary_key)
    key = columns[0] if len(columns) == 1 else tuple_(*columns)
    for some in batches(keys):
        found = connection.execute(select(*table.c).where(key.in_(some)))
        yield [list(map(plain, row)) for row in found]


def put_back(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """Make the stored rows exactly these: those with their keys are changed in place, others inserted."""
    columns = list(table.c)
    places = [place for place, column in enumerate(columns) if column.primary_key]
    keys = [tuple(_value(row[place], columns[place]) for place in places) for row in rows]
    records = [
        {f"new_{column.name}": _value(cell, column) for column, cell in zip(columns, row, strict=True)}
        for row in rows
    ]
    there = {tuple(row[place] for place in places) for row in _stored(connection, table, keys)}
    missing = [record for key, record in zip(keys, records, strict=True) if key not in there]
    present = [record for key, record in zip(keys, records, strict=True) if key in there]
    names: dict[str, Any] = {column.name: bindparam(f"new_{column.name}") for column in columns}
    if missing:
        connection.execute(insert(table).values(names), missing)
    if present:
        same = [column == names[column.name] for column in table.primary_key]
        values = {name: bound for name, bound in names.items() if not table.c[name].primary_key}
        connection.execute(table.update().where(*same).values(values), present)


def take_out(connection: Connection, table: Table, keys: Iterable[Any]) -> None:
    """Remove the rows of some keys; a key of several columns is a tuple or list."""
    columns = list(table.primary_key)
    same = [column == bindparam(f"gone_{column.name}") for column in columns]
    for some in batches(keys):
        records = [
            {
                f"gone_{column.name}": _value(cell, column)
                for column, cell in zip(columns, key if len(columns) > 1 else [key], strict=True)
            }
            for key in some
        ]
        connection.execute(delete(table).where(*same), records)


def plain(value: Any) -> Any:
    """A value as JSON holds it."""
    return value.isoformat() if isinstance(value, dt.date) else value


def _stored(connection: Connection, table: Table, keys: Sequence[tuple[Any, ...]]) -> Iterator[Sequence[Any]]:
    columns = list(table.primary_key)
    key = columns[0] if len(columns) == 1 else tuple_(*columns)
    for some in batches(keys):
        wanted = [one[0] for one in some] if len(columns) == 1 else some
        yield from connection.execute(select(*table.c).where(key.in_(wanted)))


def _value(cell: Any, column: Column[Any]) -> Any:
    if not isinstance(cell, str):
        return cell
    if isinstance(column.type, DateTime):
        return dt.datetime.fromisoformat(cell)
    return dt.date.fromisoformat(cell) if isinstance(column.type, Date) else cell
