"""Writing what was planned, in one transaction, and remembering that it was done."""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, bindparam, insert, update

from dashboard.data.import_undo import Touched
from dashboard.data.importer.columns import TABLES
from dashboard.data.importer.merge import Entry, TablePlan
from dashboard.data.importer.stored import SQL_TABLES
from dashboard.data.models import ImportRun
from dashboard.data.reference import locate
from dashboard.data.stored_rows import batches, take_out
from dashboard.data.writable_rows import WRITTEN_HERE

_CHUNK = 2_000
_LOCATED_BY = ("latitude", "longitude", "postal_code", "locality", "municipality_code")

Record = dict[str, Any]
Tick = Callable[[int], None]


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
    """Write the planned changes: first into the tables that others refer to, and out of them last."""
    changing = [plan for table in TABLES if (plan := plans.get(table.name)) and plan.changes]
    for plan in changing:
        _insert(connection, plan, now, tick)
        _update(connection, plan, now, tick)
    for plan in reversed(changing):
        take_out(connection, SQL_TABLES[plan.table.name], [*plan.removed, *plan.replaced])


def touched(plans: Iterable[TablePlan]) -> Iterator[Touched]:
    """Which stored rows are changed or removed, and which are added."""
    for plan in plans:
        before = (*(entry.key for entry in plan.changed), *plan.removed, *plan.replaced)
        yield Touched(plan.table.name, before, tuple(entry.key for entry in plan.new))


def remember(connection: Connection, number: int, run: Record) -> None:
    """Put the import on record as done."""
    done = update(ImportRun).where(ImportRun.import_id == number).values(run | {"state": "done"})
    connection.execute(done)


def _insert(connection: Connection, plan: TablePlan, now: dt.datetime, tick: Tick) -> None:
    sql = SQL_TABLES[plan.table.name]
    for records in batches(_records(plan, plan.new, now), _CHUNK):
        connection.execute(insert(sql), records)
        tick(len(records))


def _update(connection: Connection, plan: TablePlan, now: dt.datetime, tick: Tick) -> None:
    sql = SQL_TABLES[plan.table.name]
    table = plan.table
    statement = update(sql)
    for name in table.key:
        statement = statement.where(sql.c[name] == bindparam(f"key_{name}"))
    for records in batches(_records(plan, plan.changed, now), _CHUNK):
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
        if entry.key in plan.written:
            record["source"] += f"; {WRITTEN_HERE}"
        record["updated_at"] = now
        if plan.table.builds_key:
            record["own_id"] = entry.key not in plan.built
        if plan.table.name == "employers":
            record.update(_position(record))
        yield record


def _position(record: Record) -> Record:
    found = locate(**{name: record[name] for name in _LOCATED_BY})
    return {
        "map_latitude": found.latitude,
        "map_longitude": found.longitude,
        "map_municipality_code": found.municipality_code,
        "position_precision": found.precision,
    }
