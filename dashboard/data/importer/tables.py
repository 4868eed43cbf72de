"""From a sheet to a table: the header found and judged, then every row below it."""

from collections.abc import Callable
from itertools import chain, islice

from dashboard.data.importer.cells.text import as_text
from dashboard.data.importer.cells.trouble import Setting
from dashboard.data.importer.columns import Table
from dashboard.data.importer.file_table import FileTable
from dashboard.data.importer.findings import Findings, Severity
from dashboard.data.importer.reading.sheet import MOST_ROWS, Row, Sheet
from dashboard.data.importer.recognise import HEADER_WITHIN, Header, find_header
from dashboard.data.importer.row_reader import RowReader, listed
from dashboard.data.importer.scan import Scan
from dashboard.domain.errors import FileRefused
from dashboard.i18n import _
from dashboard.i18n import number as written

_TICK = 5_000


def read_table(
    sheet: Sheet, table: Table, setting: Setting, findings: Findings, tick: Callable[[int], None]
) -> FileTable:
    """Read a sheet as a table.

    Args:
        sheet: where from.
        table: which table it is.
        setting: what cells depend on.
        findings: where errors and warnings are noted.
        tick: told now and then how many more rows have been read.

    Raises:
        FileRefused: when there are more rows than can be read.
    """
    rows = iter(sheet.rows)
    beginning = _with_merged_headers(list(islice(rows, HEADER_WITHIN)), sheet)
    header = find_header(beginning, table)
    result = FileTable(table, sheet.name, sheet.origin, header.headings)
    _check_words_above(beginning[: header.place + 1], sheet, findings)
    if not any(as_text(cell) for row in beginning for cell in row):
        return result
    result.complete = _check_header(header, result, findings)
    reader = RowReader(sheet, header, result, setting, findings)
    for number, row in enumerate(chain(beginning[header.place + 1 :], rows), start=header.place + 2):
        reader.read(number, row)
        if number % _TICK == 0:
            tick(_TICK)
        if len(result.rows) > MOST_ROWS:
            raise FileRefused(
                _("{sheet} has more than {n} rows.").format(sheet=sheet.name, n=written(MOST_ROWS))
            )
    reader.finish()
    return result


def _check_words_above(rows: list[Row], sheet: Sheet, findings: Findings) -> None:
    scan = Scan(findings)
    for number, row in enumerate(rows, start=1):
        for position, raw in enumerate(row):
            scan(sheet.name, number, position, raw)


def _with_merged_headers(rows: list[Row], sheet: Sheet) -> list[Row]:
    """Header cells that were merged downwards count in each row they cover."""
    for first_row, column, last_row, _last in sheet.marks.merged:
        if first_row < last_row <= len(rows) and column <= len(rows[first_row - 1]):
            value = rows[first_row - 1][column - 1]
            for row in rows[first_row:last_row]:
                if column <= len(row) and row[column - 1] == "":
                    row[column - 1] = value
    return rows


def _check_header(header: Header, result: FileTable, findings: Findings) -> bool:
    table = result.table
    found = {heading.column.name for heading in header.headings}
    missing = [column for column in table.columns if column.required and column.name not in found]
    if table.either and not found.intersection(table.either):
        missing += [column for column in table.columns if column.name in table.either][1::-1][:1]
    for heading in header.twice:
        findings.add(
            Severity.ERROR,
            "column_twice",
            _("Two columns are both read as {column}.").format(column=heading.column.title),
            _("Keep one of them."),
            sheet=result.sheet,
            row=header.place + 1,
            column=heading.letter,
            header=heading.text,
        )
    if missing:
        there = [heading.text for heading in header.headings] + [
            text for _place, text in header.others if text
        ]
        findings.add(
            Severity.ERROR,
            "missing_column",
            _("Columns are missing: {columns}.").format(
                columns=", ".join(column.title for column in missing)
            ),
            _("Found: {found}. Expected: {expected}.").format(
                found=listed(there), expected=", ".join(column.title for column in table.columns)
            ),
            sheet=result.sheet,
            row=header.place + 1,
        )
    return not missing
