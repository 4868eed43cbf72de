"""What the database holds, as the import compares with it: one dict a table, read when first asked for."""

import datetime as dt
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy import Table as SqlTable

from dashboard.data.importer.columns import TABLE_BY_NAME, Table
from dashboard.data.importer.file_table import Key
from dashboard.data.importer.held import HeldCells
from dashboard.data.models import UNIT_TABLES
from dashboard.data.stored_rows import plain
from dashboard.data.writings import Held, HeldValues, held_values

StoredValue = str | int | float | bool | dt.date | None
Whole = tuple[Any, ...]
"""A row with all the columns of its table, in their order."""
SQL_TABLES: Mapping[str, SqlTable] = {model.__tablename__: model.__table__ for model in UNIT_TABLES}  # type: ignore[misc]
_CHUNK = 10_000


class Stored:
    """The tables of the database. `rows` is what an import makes of them: rows are merged into it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: dict[str, dict[Key, Whole]] = {}
        self._built: dict[str, set[Key]] = {}
        self._read_rows: dict[str, dict[Key, Whole]] = {}
        self._held: list[HeldValues] = []
        self._written: dict[str, dict[Key, HeldCells]] = {}

    @classmethod
    def holding(cls, connection: Connection, rows: Mapping[str, dict[Key, Whole]]) -> "Stored":
        """Tables of which only these rows are looked at: for the rules of a few rows."""
        few = cls(connection)
        few._read_rows = dict(rows)
        few._built = {name: set() for name in rows}
        return few

    def anew(self) -> "Stored":
        """The tables as they are in the database once more; what was read is not read again."""
        fresh = Stored(self._connection)
        fresh._read_rows = self._read_rows
        fresh._built = self._built
        fresh._held, fresh._written = self._held, self._written
        return fresh

    def before(self, name: str) -> Mapping[Key, Whole]:
        """The rows of a table as they are in the database."""
        self.rows(name)
        return self._read_rows[name]

    def rows(self, name: str) -> dict[Key, Whole]:
        """The rows of a table by key."""
        if name not in self._rows:
            if name not in self._read_rows:
                self._read(TABLE_BY_NAME[name])
            self._rows[name] = dict(self._read_rows[name])
        return self._rows[name]

    def built_keys(self, name: str) -> set[Key]:
        """The keys that were built, because the file had none."""
        self.rows(name)
        return self._built[name]

    def written(self, name: str) -> Mapping[Key, HeldCells]:
        """Of the rows in which somebody has written in place: what was written and still stands there."""
        if not self._held:
            self._held.append(held_values(self._connection))
        if name not in self._written:
            self._written[name] = dict(self._still_there(name, self._held[0].get(name, {})))
        return self._written[name]

    def _still_there(
        self, name: str, written: Mapping[str, Mapping[str, Held]]
    ) -> Iterator[tuple[Key, HeldCells]]:
        rows: Mapping[Key, Whole] = self.before(name) if written else {}
        for key, cells in written.items():
            whole = rows.get(key)
            if whole is None:
                continue
            places = {TABLE_BY_NAME[name].index(column): held for column, held in cells.items()}
            still = {place: held for place, held in places.items() if plain(whole[place]) == held.value}
            if still:
                yield key, still

    def _read(self, table: Table) -> None:
        sql = SQL_TABLES[table.name]
        columns = [sql.c[column.name] for column in table.columns]
        if table.builds_key:
            columns.append(sql.c.own_id)
        width = len(table.columns)
        key_of = keys_of(table)
        rows: dict[Key, Whole] = {}
        built: set[Key] = set()
        days: dict[dt.date, dt.date] = {}
        found = self._connection.execution_options(yield_per=_CHUNK).execute(select(*columns))
        for chunk in found.partitions(_CHUNK):
            for record in chunk:
                whole = _shared(record[:width], days)
                key = key_of(whole)
                rows[key] = whole
                if table.builds_key and not record[width]:
                    built.add(key)
        self._read_rows[table.name] = rows
        self._built[table.name] = built


def keys_of(table: Table) -> Any:
    """A function from a whole row to its key."""
    places = [table.index(name) for name in table.key]
    if len(places) == 1:
        only = places[0]
        return lambda whole: whole[only]
    return lambda whole: tuple(whole[place] for place in places)


def _shared(values: Iterable[Any], days: dict[dt.date, dt.date]) -> Whole:
    """The row with its texts and days shared with equal ones: keys, words and days stand in many rows."""
    return tuple(
        sys.intern(value)
        if value.__class__ is str
        else days.setdefault(value, value)
        if value.__class__ is dt.date
        else value
        for value in values
    )
