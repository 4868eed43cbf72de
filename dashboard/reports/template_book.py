"""The template: a workbook to fill in, with every table, lists to choose from, and instructions first."""

import datetime as dt
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from dashboard.data.importer.cells.choices import shown_words
from dashboard.data.importer.columns import TABLE_BY_NAME, TABLES, Column, Kind, Table
from dashboard.data.importer.own_sheets import READ_FIRST
from dashboard.i18n import _, language
from dashboard.reports.column_notes import column_form, column_note, table_note
from dashboard.reports.template_examples import examples
from dashboard.reports.told_cells import told
from dashboard.reports.workbook import Form

LAST_ROW = 5_000
"""How far down the lists to choose from reach."""
LONGEST_LIST, LONGEST_PROMPT = 255, 255
"""Characters that Excel takes in a list or a note."""
_AS_TEXT = "@"
_FORMATS: Mapping[Kind, str] = {
    Kind.DATE: Form.DAY.value,
    Kind.FTE: "0%",
    Kind.WHOLE: "0",
    Kind.YEAR: "0",
    Kind.DECIMAL: "General",
}
"""The rest is text, or the spreadsheet would make a date of 1-9 and a number of 0115."""
_REQUIRED = PatternFill("solid", fgColor="E0EEF0")
_BOLD, _TITLE = Font(bold=True), Font(bold=True, size=16)
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_WIDTHS = (16, 22, 12, 52, 52, 26, 26)


def template_book() -> bytes:
    """The template in the language in use, as an .xlsx file."""
    book = Workbook()
    first = book.worksheets[0]
    first.title = READ_FIRST[0] if language() == "sv" else READ_FIRST[1]
    _write_instructions(first)
    for table in TABLES:
        _write_table(book.create_sheet(table.title), table)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def is_required(table: Table, column: Column) -> str:
    """Whether a column must be filled in, in a word or two; empty when it need not."""
    if column.required:
        return _("yes")
    if column.name in table.either:
        return _("one of two")
    return _("except studies") if (table.name, column.name) == ("placements", "employer_id") else ""


def _write_instructions(sheet: Any) -> None:
    sheet.append([_("Brygga: template for the unit's own data")])
    sheet["A1"].font = _TITLE
    for sentence in _sentences():
        sheet.append([sentence])
    sheet.append([])
    sheet.append(
        [
            _("Sheet"),
            _("Column"),
            _("Required"),
            _("What it holds"),
            _("How it is written"),
            _("INVENTED example"),
            _("INVENTED example"),
        ]
    )
    head = sheet.max_row
    for cell in sheet[head]:
        cell.font = _BOLD
    for table in TABLES:
        sheet.append([table.title, "", "", table_note(table)])
        for cell in sheet[sheet.max_row]:
            cell.font = _BOLD
        for row in _rows(table):
            sheet.append(row)
            for cell in sheet[sheet.max_row]:
                cell.alignment = _WRAPPED
    for place, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = f"A{head + 1}"


def _sentences() -> Iterator[str]:
    yield _("Fill in one sheet for each table. This sheet is only read by people: nothing here is imported.")
    yield _("Coloured headings must be filled in. Everything else may be left empty, and sheets too.")
    yield _("Write no names of clients and no personal identity numbers anywhere, not in comments either.")
    yield _("Leave the sheet names and the headings as they are. The order of columns does not matter.")
    yield _("Try it before it counts: the page Data shows what would happen, and changes nothing.")


def _rows(table: Table) -> Iterator[list[Any]]:
    first, second = examples()[table.name]
    for column in table.columns:
        yield [
            table.title,
            column.title,
            is_required(table, column),
            column_note(table, column),
            column_form(column),
            *(_shown(row.get(column.name), column) for row in (first, second)),
        ]


def _shown(value: Any, column: Column) -> Any:
    if column.kind is Kind.FTE and value is not None:
        return f"{value:.0%}"
    cell = told(value, column)
    return cell.isoformat() if isinstance(cell, dt.date) else cell


def _write_table(sheet: Any, table: Table) -> None:
    sheet.append([column.title for column in table.columns])
    for place, column in enumerate(table.columns, start=1):
        letter = get_column_letter(place)
        cell = sheet[f"{letter}1"]
        cell.font = _BOLD
        if is_required(table, column):
            cell.fill = _REQUIRED
        sheet.column_dimensions[letter].width = max(12, len(column.title) + 4)
        sheet.column_dimensions[letter].number_format = _FORMATS.get(column.kind, _AS_TEXT)
        _add_choice(sheet, f"{letter}2:{letter}{LAST_ROW}", table, column)
    sheet.freeze_panes = "A2"


def _add_choice(sheet: Any, cells: str, table: Table, column: Column) -> None:
    choice = DataValidation(**_choice(column), allow_blank=True)
    choice.promptTitle = column.title[:32]
    choice.prompt = _prompt(table, column)
    choice.showInputMessage = True
    choice.errorTitle = column.title[:32]
    choice.error = column_form(column)[:LONGEST_PROMPT]
    # A list of several words, or a key that stands further down, may be written by hand.
    choice.showErrorMessage = column.kind not in {Kind.TAGS, Kind.KEY}
    choice.add(cells)
    sheet.add_data_validation(choice)


def _prompt(table: Table, column: Column) -> str:
    both = f"{column_note(table, column)} {column_form(column)}"
    return both if len(both) <= LONGEST_PROMPT else column_note(table, column)


def _choice(column: Column) -> dict[str, Any]:
    """What Excel checks in the cells of a column."""
    limits = {"operator": "between", "formula1": f"{column.lowest:g}", "formula2": f"{column.highest:g}"}
    if column.kind in {Kind.WORD, Kind.STEP, Kind.YES_NO}:
        words = shown_words(column) if column.words else _yes_and_no()
        return {"type": "list", "formula1": _listed(words)}
    if column.refers_to:
        return {"type": "list", "formula1": _keys_of(TABLE_BY_NAME[column.refers_to])}
    if column.kind is Kind.DATE:
        return {
            "type": "date",
            "operator": "between",
            "formula1": "DATE(1950,1,1)",
            "formula2": "DATE(2100,12,31)",
        }
    if column.kind is Kind.FTE:
        return {"type": "decimal", "operator": "between", "formula1": "0", "formula2": "1"}
    if column.kind is Kind.YEAR:
        return {"type": "whole", "operator": "between", "formula1": "1900", "formula2": "2100"}
    if column.kind in {Kind.WHOLE, Kind.DECIMAL}:
        return {"type": "whole" if column.kind is Kind.WHOLE else "decimal", **limits}
    return {"type": None}


def _yes_and_no() -> Sequence[str]:
    return ("ja", "nej") if language() == "sv" else ("yes", "no")


def _listed(words: Sequence[str]) -> str:
    return '"' + ",".join(words) + '"'


def _keys_of(table: Table) -> str:
    return f"'{table.title}'!$A$2:$A${LAST_ROW}"
