"""A sheet of the workbook as the table of a card: the same cells, as people read them."""

import datetime as dt
from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard.components.tables import Column, Row, data_table
from dashboard.i18n import HARD_SPACE, language, number
from dashboard.reports.rounding import MINUS
from dashboard.reports.stamped_file import Cell
from dashboard.reports.workbook import Form, Sheet, Shown


def sheet_table(
    table_id: str, sheet: Sheet, rows: Sequence[Sequence[Cell | Shown]] | None = None
) -> Component:
    """The sheet, or some of its rows."""
    shown = [list(row) for row in (sheet.rows if rows is None else rows)]
    columns = [
        Column(str(place), title, number=any(_is_number(row, place) for row in shown))
        for place, title in enumerate(sheet.header)
    ]
    cells = [Row({str(place): cell_text(cell) for place, cell in enumerate(row)}) for row in shown]
    return data_table(table_id, sheet.title, columns, cells)


def pairs_table(
    table_id: str, caption: str, headings: tuple[str, str], pairs: Sequence[Sequence[Cell | Shown]]
) -> Component:
    """Names and values, one row each."""
    columns = [Column("name", headings[0]), Column("value", headings[1], number=True)]
    rows = [Row({"name": cell_text(name), "value": cell_text(value)}) for name, value in pairs]
    return data_table(table_id, caption, columns, rows)


def cell_text(cell: object) -> str:
    """A cell of the workbook as text."""
    form = cell.form if isinstance(cell, Shown) else Form.TEXT
    value = cell.value if isinstance(cell, Shown) else cell
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return value.isoformat()
    if not isinstance(value, int | float):
        return str(value)
    if form is Form.PERCENT:
        space = HARD_SPACE if language() == "sv" else ""
        return f"{_decimals(value * 100, 1)}{space}%"
    return _decimals(value, 4 if form is Form.EXACT else 2 if form is Form.DECIMAL else 0)


def _decimals(value: float, most: int) -> str:
    """As many decimals as the value has, at most so many."""
    needed = next((few for few in range(most) if round(value, few) == round(value, most)), most)
    return number(round(value, needed) + 0.0, needed).replace("-", MINUS)


def _is_number(row: Sequence[Cell | Shown], place: int) -> bool:
    cell = row[place] if place < len(row) else None
    return isinstance(cell, Shown) and isinstance(cell.value, int | float)
