"""A stored value as a file for the unit writes it, so that reading the file gives the value back."""

import datetime as dt
from decimal import Decimal

from dashboard.data.importer.cells.guard import guarded
from dashboard.data.importer.columns import Column, Kind
from dashboard.data.importer.stored import StoredValue
from dashboard.data.importer.words import shown_word
from dashboard.i18n import language
from dashboard.reports.stamped_file import Cell


def told(value: StoredValue, column: Column) -> Cell:
    """The value in the language in use: words for keys, guarded texts, real numbers and days."""
    if isinstance(value, bool):
        yes, no = ("ja", "nej") if language() == "sv" else ("yes", "no")
        return yes if value else no
    if not isinstance(value, str):
        return value
    if column.kind is Kind.WORD:
        return _word(value, column)
    if column.kind is Kind.TAGS:
        return ";".join(_word(key, column) for key in value.split(";"))
    return guarded(value) if column.kind in {Kind.KEY, Kind.TEXT} else value


def told_text(value: StoredValue, column: Column) -> str:
    """The same as text, for CSV: a decimal comma in Swedish, no exponents, days as year-month-day."""
    cell = told(value, column)
    if isinstance(cell, float):
        plain = format(Decimal(repr(cell)), "f")
        return plain.replace(".", ",") if language() == "sv" else plain
    if isinstance(cell, dt.date):
        return cell.isoformat()
    return "" if cell is None else str(cell)


def _word(key: str, column: Column) -> str:
    return shown_word(column.words, key)
