"""A list as the file that a button asks for."""

from typing import Any

from dash import dcc

from dashboard.reports.stamped_file import StampedTable, as_csv, as_xlsx


def sent(table: StampedTable, *, workbook: bool) -> dict[str, Any]:
    """What `dcc.Download` saves: the table as a workbook, or as text."""
    if workbook:
        return dcc.send_bytes(as_xlsx(table), f"{table.name}.xlsx")  # type: ignore[no-any-return]
    return dcc.send_bytes(as_csv(table), f"{table.name}.csv", type="text/csv")  # type: ignore[no-any-return]
