"""The import's own cells and rules, for one row: what no file may say, nobody writes in place either."""

import datetime as dt
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from dashboard.data.edits import Edit, Problem
from dashboard.data.importer.cells import read_cell
from dashboard.data.importer.cells.trouble import Kept, Setting, Trouble
from dashboard.data.importer.columns import QUIET_PERIODS, TABLE_BY_NAME, Column, Table
from dashboard.data.importer.file_table import FileTable
from dashboard.data.importer.findings import Findings, Severity
from dashboard.data.importer.merge import Entry, Overlay, TablePlan
from dashboard.data.importer.recognise import Heading
from dashboard.data.importer.rules import check_rules
from dashboard.data.importer.rules.reporter import Case
from dashboard.data.importer.stored import SQL_TABLES, Stored, Whole
from dashboard.domain.errors import InvalidParameter
from dashboard.i18n import _

_TABLES = {**TABLE_BY_NAME, QUIET_PERIODS.name: QUIET_PERIODS}
_NEW = "…"
"""Stands for the key of a new row while it is checked."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A row that has been checked.

    Attributes:
        values: the whole row by column, without its key.
        written: the columns that somebody gave a value.
        errors: what keeps it from being written.
        warnings: what is odd, though it may be written.
    """

    values: Mapping[str, Any]
    written: tuple[str, ...]
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def check_edit(
    connection: Connection, edit: Edit, stored: Mapping[str, Any] | None, today: dt.date
) -> Checked:
    """Read an edit's cells, lay them over the stored row, and ask every rule of the import.

    Args:
        connection: where referred rows are looked up.
        edit: what is to be written.
        stored: the row's values by column; None for a new row.
        today: the day; later days that are no plan get a warning.

    Raises:
        InvalidParameter: when the edit names a column that the table does not have.
    """
    table = _TABLES[edit.table]
    columns = {column.name: column for column in table.columns[1:]}
    if edit.cells.keys() - columns.keys():
        raise InvalidParameter(_("The page sent a value of the wrong kind. Load the page again."))
    read = {name: read_cell(text, columns[name], Setting(today)) for name, text in edit.cells.items()}
    troubles = [_problem(name, one) for name, one in read.items() if isinstance(one, Trouble)]
    wrong = [one for one, is_wrong in troubles if is_wrong]
    values = {name: one.value if isinstance(one, Trouble) else one for name, one in read.items()}
    # What holds nothing that can be seen, or no value, says as little as an empty cell.
    values = {name: one for name, one in values.items() if one is not None and not isinstance(one, Kept)}
    missing = _missing(table, edit, values.keys() | {one.column for one in wrong}, stored)
    errors = (*wrong, *missing)
    if errors:
        return Checked({}, (), errors, ())
    whole, findings = _ruled(connection, table, values, stored, today)
    return Checked(
        values={column.name: whole[place] for place, column in enumerate(table.columns) if place},
        written=tuple(values),
        errors=tuple(_found(findings, Severity.ERROR)),
        warnings=(*(one for one, _is_wrong in troubles), *_found(findings, Severity.WARNING)),
    )


def _problem(name: str, trouble: Trouble) -> tuple[Problem, bool]:
    return Problem(name, trouble.message, trouble.remedy, trouble.code), not trouble.warning


def _missing(
    table: Table, edit: Edit, given: Set[str], stored: Mapping[str, Any] | None
) -> Iterator[Problem]:
    needed = {*edit.needed, *(column.name for column in table.columns if column.required)}
    for column in table.columns:
        if column.name in needed - given and (stored is None or column.name in edit.needed):
            yield Problem(column.name, _("This is empty."), _("A value is needed here."), "required")


def _ruled(
    connection: Connection,
    table: Table,
    values: Mapping[str, Any],
    stored: Mapping[str, Any] | None,
    today: dt.date,
) -> tuple[Whole, Findings]:
    """The whole row, and what the rules find about it: as if a file with this one row had been read."""
    names = [name for name in values if name != table.key[0]]
    columns = [table.columns[table.index(name)] for name in names]
    # A heading is named as the column, so that a finding tells which value it is about.
    headings = [Heading(one, place, one.name) for place, one in enumerate((table.columns[0], *columns))]
    file = FileTable(table, table.name, "", tuple(headings))
    key = _NEW if stored is None else stored[table.key[0]]
    old = None if stored is None else tuple(_value(stored[column.name], column) for column in table.columns)
    whole = Overlay(file).whole((key, *(values[name] for name in names)), old)
    plan = TablePlan(file, [Entry(key, whole, 1)])
    findings = Findings()
    rows = {table.name: {key: whole}, **_referred(connection, table, whole)}
    check_rules(Case({table.name: plan}, Stored.holding(connection, rows), findings, today), lambda _n: None)
    return whole, findings


def _referred(connection: Connection, table: Table, whole: Whole) -> dict[str, dict[Any, Whole]]:
    """The rows that a row refers to, alone: the rules of one row need no others."""
    found: dict[str, dict[Any, Whole]] = {}
    for place, column in enumerate(table.columns):
        if not column.refers_to:
            continue
        target, sql = TABLE_BY_NAME[column.refers_to], SQL_TABLES[column.refers_to]
        wanted = select(*(sql.c[one.name] for one in target.columns))
        rows = connection.execute(wanted.where(sql.c[target.key[0]] == whole[place])).all()
        found.setdefault(target.name, {}).update({row[0]: tuple(row) for row in rows})
    return found


def _found(findings: Findings, severity: Severity) -> Iterator[Problem]:
    for one in findings.in_order():
        if one.severity is severity:
            yield Problem(one.header, one.message, one.remedy, one.code)


def _value(cell: Any, column: Column) -> Any:
    return dt.date.fromisoformat(cell) if cell is not None and column.kind.value == "date" else cell
