"""The rules of the import, once more, on what is stored: what went in with a warning is still odd."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Engine

from dashboard.data.importer.cells import read_cell
from dashboard.data.importer.cells.trouble import Setting, Trouble
from dashboard.data.importer.columns import TABLES, Kind, Table
from dashboard.data.importer.file_table import FileTable, Key
from dashboard.data.importer.findings import Findings, Severity
from dashboard.data.importer.merge import Entry, TablePlan
from dashboard.data.importer.recognise import Heading
from dashboard.data.importer.rules import RULES
from dashboard.data.importer.rules.reporter import Case
from dashboard.data.importer.stored import Stored, Whole
from dashboard.data.readers import one_moment

_CODES = frozenset({Kind.SNI, Kind.OCCUPATION, Kind.OCCUPATIONS})
Found = tuple[str, str, int, str]
"""Rule, table, place of the row among the stored ones, and the sentence."""


@dataclass(frozen=True, slots=True)
class Odd:
    """One thing that is odd about one stored row.

    Attributes:
        code: the rule's name.
        table: the table.
        key: the row's key; of several columns, their values.
        message: what is odd, in the reader's language.
    """

    code: str
    table: str
    key: Key
    message: str


@dataclass(slots=True)
class _Collected(Findings):
    """Findings without a limit, which keep only what is needed to find the row again."""

    found: list[Found] = field(default_factory=list)

    def add(
        self,
        severity: Severity,
        code: str,
        message: str,
        remedy: str = "",
        *,
        sheet: str = "",
        row: int | None = None,
        column: str = "",
        header: object = "",
        value: object = "",
    ) -> None:
        """Note a finding."""
        self.found.append((code, sheet, row or 0, message))


def recheck(engine: Engine, today: dt.date) -> tuple[Odd, ...]:
    """Everything that is odd about the stored rows on a day.

    Raises:
        DatabaseUnreachable: when the database does not answer.
    """
    with one_moment(engine) as connection:
        stored = Stored(connection)
        rows = {table.name: dict(stored.rows(table.name)) for table in TABLES}
        plans = {table.name: _as_if_read(table, rows[table.name]) for table in TABLES}
        collected = _Collected()
        case = Case(plans, stored, collected, today)
        for rule in RULES:
            rule(case)
    collected.found += _unknown_codes(rows, Setting(today))
    keys = {name: list(those) for name, those in rows.items()}
    return tuple(Odd(code, table, keys[table][place], told) for code, table, place, told in collected.found)


def _as_if_read(table: Table, rows: dict[Key, Whole]) -> TablePlan:
    """The table as if a file with all of it had just been read; rows are numbered from 0."""
    headings = tuple(Heading(column, place, column.title) for place, column in enumerate(table.columns))
    entries = [Entry(key, whole, place) for place, (key, whole) in enumerate(rows.items())]
    return TablePlan(FileTable(table, table.name, "", headings), entries, unchanged=len(entries))


def _unknown_codes(rows: dict[str, dict[Key, Whole]], setting: Setting) -> Iterator[Found]:
    """Industries and occupations that no register knows: the import lets them in with a warning."""
    for table in TABLES:
        for place, column in enumerate(table.columns):
            if column.kind not in _CODES:
                continue
            said: dict[Any, str] = {}
            for number, whole in enumerate(rows[table.name].values()):
                value = whole[place]
                if value is not None and value not in said:
                    parsed = read_cell(value, column, setting)
                    said[value] = f"{value}: {parsed.message}" if isinstance(parsed, Trouble) else ""
                if value is not None and said[value]:
                    yield "unknown_code", table.name, number, said[value]
