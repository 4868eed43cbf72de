"""The tables as they would be after an import, in the form that analysis reads."""

import datetime as dt
from typing import Any

from dashboard.data.importer.columns import TABLES
from dashboard.data.importer.stored import Stored

Rows = dict[str, list[dict[str, Any]]]


def rows_after(stored: Stored) -> Rows:
    """Every table, row by row; days are ISO text."""
    found: Rows = {}
    for table in TABLES:
        names = [column.name for column in table.columns]
        found[table.name] = [
            {name: _plain(cell) for name, cell in zip(names, whole, strict=True)}
            for whole in stored.rows(table.name).values()
        ]
    return found


def _plain(cell: Any) -> Any:
    return cell.isoformat() if isinstance(cell, dt.date) else cell
