"""Sheets as a workbook: real numbers, a heading that stays, and texts that are never taken for formulas."""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from dashboard.reports.stamped_file import Cell, harmless

_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
NARROWEST, WIDEST, LOOKED_AT = 8, 60, 200


class Form(StrEnum):
    """How a cell is shown, as spreadsheets write it."""

    COUNT = "#,##0"
    DECIMAL = "#,##0.00"
    PERCENT = "0.0%"
    EXACT = "General"
    DAY = "yyyy-mm-dd"
    TEXT = "@"


@dataclass(frozen=True, slots=True)
class Shown:
    """A number or a day and how it is shown; a text that stays a text, and is harmless already."""

    value: Cell
    form: Form


Row = list[Cell | Shown]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet.

    Attributes:
        title: its name; at most 31 letters.
        header: the columns' headings; the row stays in place when the sheet is scrolled.
        rows: the cells.
        wrapped: columns whose texts are long, counted from 0.
    """

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[Cell | Shown]]
    wrapped: Sequence[int] = ()


def as_workbook(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as an .xlsx file."""
    # Written row by row: a unit with 30,000 employers must not fill the memory with cells.
    book = Workbook(write_only=True)
    for sheet in sheets:
        _write(book.create_sheet(sheet.title), sheet)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _write(page: Any, sheet: Sheet) -> None:
    page.freeze_panes = "A2"
    _fit_paper(page)
    for column, width in enumerate(_widths(sheet), start=1):
        page.column_dimensions[get_column_letter(column)].width = width
    page.append([_bold(page, heading) for heading in sheet.header])
    for row in sheet.rows:
        page.append([_cell(page, cell, column in sheet.wrapped) for column, cell in enumerate(row)])


def _fit_paper(page: Any) -> None:
    """Printed on paper that lies down, as wide as the paper, with the headings on every sheet."""
    page.page_setup.orientation, page.page_setup.fitToHeight = "landscape", 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "1:1"


def _bold(page: Any, heading: str) -> Any:
    cell = WriteOnlyCell(page, harmless(heading))
    cell.font = Font(bold=True)
    return cell


def _cell(page: Any, cell: Cell | Shown, wrapped: bool) -> Any:
    if isinstance(cell, Shown) and cell.value is not None:
        written = WriteOnlyCell(page, _spelled_out(cell.value))
        written.number_format = cell.form.value
        if cell.form is Form.TEXT:
            # A text like "#N/A" would else be written as an error.
            written.data_type = "s"
        return written
    plain = _spelled_out(harmless(_value(cell)))
    if wrapped and plain is not None:
        written = WriteOnlyCell(page, plain)
        written.alignment = Alignment(wrap_text=True, vertical="top")
        return written
    return plain


def _spelled_out(cell: Cell) -> Cell:
    """A text like "_x0041_" so that a spreadsheet shows it, and does not take it for the letter A."""
    return _ESCAPE.sub("_x005F_", cell) if isinstance(cell, str) else cell


def _widths(sheet: Sheet) -> Iterator[int]:
    for column, heading in enumerate(sheet.header):
        cells = [str(_value(row[column]) or "") for row in sheet.rows[:LOOKED_AT] if column < len(row)]
        yield min(WIDEST, max(NARROWEST, *map(len, [heading, *cells])) + 2)


def _value(cell: Cell | Shown) -> Cell:
    return cell.value if isinstance(cell, Shown) else cell
