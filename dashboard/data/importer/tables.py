"""From a sheet to a table: the header found and judged, then every row below it."""

from collections.abc import Callable, Iterator
from itertools import chain, islice

from dashboard.data.importer.cells.text import as_text
from dashboard.data.importer.cells.trouble import Setting
from dashboard.data.importer.columns import Table
from dashboard.data.importer.file_table import FileTable
from dashboard.data.importer.findings import Findings, Severity
from dashboard.data.importer.near_headers import headers_near
from dashboard.data.importer.reading.sheet import MOST_ROWS, Row, Sheet
from dashboard.data.importer.recognise import HEADER_WITHIN, Header, find_header, letter_of
from dashboard.data.importer.row_reader import RowReader, listed
from dashboard.data.importer.scan import Scan
from dashboard.domain.errors import FileRefused
from dashboard.i18n import _
from dashboard.i18n import number as written

_TICK = 5_000


def read_table(
    sheet: Sheet,
    table: Table,
    setting: Setting,
    findings: Findings,
    tick: Callable[[int], None],
    *,
    keep_rows: bool = False,
) -> FileTable:
    """Read a sheet as a table.

    Args:
        sheet: where from.
        table: which table it is.
        setting: what cells depend on.
        findings: where errors and warnings are noted.
        tick: told now and then how many more rows have been read.
        keep_rows: whether the rows are also kept as they stand, to be given back.

    Raises:
        FileRefused: when there are more rows than can be read.
    """
    rows = iter(sheet.rows)
    beginning = _with_merged_headers(list(islice(rows, HEADER_WITHIN)), sheet)
    header = find_header(beginning, table, setting.headers)
    result = FileTable(table, sheet.name, sheet.origin, header.headings, header_row=header.place + 1)
    result.header = tuple(as_text(cell) for cell in beginning[header.place]) if beginning else ()
    result.others = tuple((letter_of(position), text) for position, text in header.others if text)
    _check_words_above(beginning[: header.place + 1], sheet, findings)
    if not any(as_text(cell) for row in beginning for cell in row):
        return result
    result.complete = _check_header(header, result, setting, findings)
    reader = RowReader(sheet, header, result, setting, findings)
    for number, row in enumerate(chain(beginning[header.place + 1 :], rows), start=header.place + 2):
        reader.read(number, row)
        if any(cell != "" for cell in row):
            result.count += 1
            if keep_rows:
                result.raw[number] = row
        if number % _TICK == 0:
            tick(_TICK)
        if len(result.rows) > MOST_ROWS:
            raise FileRefused(
                _("{sheet} has more than {n} rows.").format(sheet=sheet.name, n=written(MOST_ROWS))
            )
    reader.finish()
    result.spoiled.update(_spoiled(sheet, header))
    return result


def _spoiled(sheet: Sheet, header: Header) -> Iterator[int]:
    """The rows in which merged cells of ours hide that they are empty."""
    positions = {heading.position + 1 for heading in header.headings}
    for first_row, first_column, last_row, last_column in sheet.marks.merged:
        if first_row > header.place + 1 and positions.intersection(range(first_column, last_column + 1)):
            yield from range(first_row, last_row + 1)


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


def _check_header(header: Header, result: FileTable, setting: Setting, findings: Findings) -> bool:
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
            _meant(result, setting)
            + _("Found: {found}. Expected: {expected}.").format(
                found=listed(there), expected=", ".join(column.title for column in table.columns)
            ),
            sheet=result.sheet,
            row=header.place + 1,
        )
    return not missing


def _meant(result: FileTable, setting: Setting) -> str:
    """Which headers look like a missing column that is needed."""
    columns = {column.name: column.title for column in result.table.columns}
    near = [one for one in headers_near(result, setting.headers) if one.required]
    return "".join(
        _("Is “{header}” meant as {column}? ").format(header=one.header, column=columns[one.column])
        for one in near
    )
