"""Writing what was planned, in one transaction, and remembering that it was done."""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, bindparam, delete, insert, update

from dashboard.data.importer.columns import TABLES
from dashboard.data.importer.merge import Entry, TablePlan
from dashboard.data.importer.stored import SQL_TABLES
from dashboard.data.models import ImportRun
from dashboard.data.reference import locate

_CHUNK = 2_000
_LOCATED_BY = ("latitude", "longitude", "postal_code", "locality", "municipality_code")

Record = dict[str, Any]
Tick = Callable[[int], None]
Item = TypeVar("Item")


def digest_of(plans: Iterable[TablePlan]) -> str:
    """A digest of what is written: the same for the same changes, in whatever order the file has them."""
    digest = hashlib.sha256()
    for plan in plans:
        for what, entries in (("new", plan.new), ("changed", plan.changed)):
            for entry in sorted(entries, key=lambda one: str(one.key)):
                digest.update(f"{plan.table.name} {what} {entry.whole!r}\n".encode())
        for key in sorted(map(str, (*plan.removed, *plan.replaced))):
            digest.update(f"{plan.table.name} removed {key}\n".encode())
    return digest.hexdigest()


def write(connection: Connection, plans: dict[str, TablePlan], now: dt.datetime, tick: Tick) -> None:
    """Write the planned changes; tables that others refer to come first."""
    for table in TABLES:
        plan = plans.get(table.name)
        if plan is not None and plan.changes:
            _remove(connection, plan)
            _insert(connection, plan, now, tick)
            _update(connection, plan, now, tick)


def remember(connection: Connection, run: Record) -> None:
    """Put the import on record."""
    connection.execute(insert(ImportRun), [run])


def _remove(connection: Connection, plan: TablePlan) -> None:
    sql = SQL_TABLES[plan.table.name]
    column = sql.c[plan.table.key[0]]
    for keys in _batches([*plan.removed, *plan.replaced]):
        connection.execute(delete(sql).where(column == bindparam("gone")), [{"gone": key} for key in keys])


def _insert(connection: Connection, plan: TablePlan, now: dt.datetime, tick: Tick) -> None:
    sql = SQL_TABLES[plan.table.name]
    for records in _batches(_records(plan, plan.new, now)):
        connection.execute(insert(sql), records)
        tick(len(records))


def _update(connection: Connection, plan: TablePlan, now: dt.datetime, tick: Tick) -> None:
    sql = SQL_TABLES[plan.table.name]
    table = plan.table
    statement = update(sql)
    for name in table.key:
        statement = statement.where(sql.c[name] == bindparam(f"key_{name}"))
    for records in _batches(_records(plan, plan.changed, now)):
        for record in records:
            record.pop("own_id", None)
            for name in table.key:
                record[f"key_{name}"] = record.pop(name)
        values: Record = {name: bindparam(name) for name in records[0] if not name.startswith("key_")}
        connection.execute(statement.values(values), records)
        tick(len(records))


def _records(plan: TablePlan, entries: list[Entry], now: dt.datetime) -> Iterator[Record]:
    names = [column.name for column in plan.table.columns]
    for entry in entries:
        record: Record = dict(zip(names, entry.whole, strict=True))
        record["source"] = f"{plan.file.origin}, rad {entry.number}"
        record["updated_at"] = now
        if plan.table.builds_key:
            record["own_id"] = entry.key not in plan.built
        if plan.table.name == "employers":
            record.update(_position(record))
        yield record


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    left = iter(items)
    while batch := list(islice(left, _CHUNK)):
        yield batch


def _position(record: Record) -> Record:
    found = locate(**{name: record[name] for name in _LOCATED_BY})
    return {
        "map_latitude": found.latitude,
        "map_longitude": found.longitude,
        "map_municipality_code": found.municipality_code,
        "position_precision": found.precision,
    }
