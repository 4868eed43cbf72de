"""A table as a file that says where it comes from: csv and xlsx.

Texts are neutralised: a cell that a spreadsheet would take for a formula gets a quote before it.
"""

import csv
import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from dashboard.domain.letters import fits_in_a_file
from dashboard.i18n import _

Cell = str | int | float | dt.date | None

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
WIDEST_COLUMN = 48


@dataclass(frozen=True, slots=True)
class StampedTable:
    """A table and its stamp.

    Attributes:
        name: the file's name without its ending.
        title: what the table holds.
        stamp: label and value of what a reader must know: selection, day, n, definition.
        header: the columns' headings.
        rows: the cells.
    """

    name: str
    title: str
    stamp: Sequence[tuple[str, str]]
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def harmless(cell: Cell) -> Cell:
    """The cell as a spreadsheet may see it: never a formula, and without control characters.

    >>> harmless("=1+1"), harmless("-5"), harmless(-5), harmless("Kaffe & Co")
    ("'=1+1", "'-5", -5, 'Kaffe & Co')
    """
    if not isinstance(cell, str):
        return cell
    guarded = cell.startswith(FORMULA_STARTS) or cell.lstrip().startswith(FORMULA_STARTS)
    text = "".join(letter if fits_in_a_file(letter) else " " for letter in cell)
    return f"'{text}" if guarded else text


def as_csv(table: StampedTable) -> bytes:
    """The table with the stamp under it: UTF-8 with a mark and semicolons, as Swedish spreadsheets expect."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow([harmless(text) for text in table.header])
    writer.writerows([harmless(cell) for cell in row] for row in table.rows)
    writer.writerow([])
    writer.writerow([harmless(table.title)])
    writer.writerows([harmless(label), harmless(value)] for label, value in table.stamp)
    return written.getvalue().encode("utf-8-sig")


def as_xlsx(table: StampedTable) -> bytes:
    """The table as a workbook: the rows on one sheet, the stamp on another."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = _("List")
    bold = Font(bold=True)
    sheet.append([harmless(text) for text in table.header])
    for row in table.rows:
        sheet.append([harmless(cell) for cell in row])
    for cell in sheet[1]:
        cell.font = bold
    sheet.freeze_panes = "B2"
    for index, heading in enumerate(table.header, start=1):
        longest = max([len(heading), *(len(str(row[index - 1] or "")) for row in table.rows[:200])])
        sheet.column_dimensions[get_column_letter(index)].width = min(longest + 2, WIDEST_COLUMN)
    about = book.create_sheet(_("About the list"))
    about.append([harmless(table.title)])
    for label, value in table.stamp:
        about.append([harmless(label), harmless(value)])
    about.column_dimensions["A"].width, about.column_dimensions["B"].width = 24, 90
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
