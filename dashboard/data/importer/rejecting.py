"""Leaving out rows with errors, and with them, step by step, every row that refers to one of them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dashboard.data.importer.cells.trouble import Kept
from dashboard.data.importer.columns import Column
from dashboard.data.importer.file_table import Cells, FileTable, Key
from dashboard.data.importer.findings import Findings, Severity, shown
from dashboard.i18n import _

Tables = Mapping[str, FileTable]
Rejected = dict[str, set[int]]
"""Table → the numbers of rows that are left out."""


def rows_with_errors(tables: Tables, findings: Findings) -> Rejected:
    """The rows below each header that have an error."""
    return {
        name: {
            number
            for number in findings.wrong_rows.get(table.sheet, set()) | table.spoiled
            if number > table.header_row
        }
        for name, table in tables.items()
    }


def errors_elsewhere(tables: Tables, findings: Findings) -> bool:
    """Whether an error stands anywhere else than at a row, so that leaving rows out does not mend it."""
    below = {table.sheet: table.header_row for table in tables.values()}
    return (
        findings.elsewhere > 0
        or not all(table.complete for table in tables.values())
        or any(
            sheet not in below or min(numbers) <= below[sheet]
            for sheet, numbers in findings.wrong_rows.items()
        )
    )


def with_those_that_refer(tables: Tables, rejected: Rejected, findings: Findings) -> None:
    """Reject every row that refers to a rejected one, until nothing more follows; each gets its reason."""
    gone = {name: set(table.refused_keys) | _keys(table, rejected[name]) for name, table in tables.items()}
    found = True
    while found:
        found = False
        for name, table in tables.items():
            for number, cells, column, key in list(_referring(table, rejected[name], gone)):
                found = True
                rejected[name].add(number)
                gone[name].add(_key(table, cells))
                _note(table, number, column, key, findings)


def without(table: FileTable, numbers: set[int]) -> FileTable:
    """The table without some of its rows. A reference to one of them is an error like any other.

    One that lacks a needed column has no rows at all: nothing can be told of them.
    """
    if not table.complete:
        return replace(table, rows=[], numbers=[])
    kept = [place for place, number in enumerate(table.numbers) if number not in numbers]
    return replace(
        table,
        rows=[table.rows[place] for place in kept],
        numbers=[table.numbers[place] for place in kept],
        refused_keys=set(),
    )


def _referring(
    table: FileTable, rejected: set[int], gone: Mapping[str, set[Key]]
) -> Iterator[tuple[int, Cells, Column, Key]]:
    references = [
        (place, heading.column)
        for place, heading in enumerate(table.headings)
        if gone.get(heading.column.refers_to)
    ]
    for cells, number in zip(table.rows, table.numbers, strict=True):
        if number in rejected:
            continue
        for place, column in references:
            cell = cells[place]
            if cell is not None and not isinstance(cell, Kept) and cell in gone[column.refers_to]:
                yield number, cells, column, cell
                break


def _keys(table: FileTable, numbers: set[int]) -> set[Key]:
    rows = zip(table.rows, table.numbers, strict=True)
    return {_key(table, cells) for cells, number in rows if number in numbers}


def _key(table: FileTable, cells: Cells) -> Key:
    places = {heading.column.name: place for place, heading in enumerate(table.headings)}
    values = tuple(cells[places[name]] if name in places else None for name in table.table.key)
    plain = tuple(None if isinstance(value, Kept) else value for value in values)
    return plain if len(plain) > 1 else plain[0]


def _note(table: FileTable, number: int, column: Column, key: Key, findings: Findings) -> None:
    heading = table.heading(column.name)
    findings.add(
        Severity.ERROR,
        "refers_to_rejected",
        _("The row refers to {key}, which is left out.").format(key=shown(key)),
        _("Correct that row first."),
        sheet=table.sheet,
        row=number,
        column=heading.letter if heading else "",
        header=heading.text if heading else "",
        value=key,
    )
