"""The callbacks of the rows behind a figure: the table follows the address, and goes into files."""

from typing import Any

from dash import Input, Output, State, ctx
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.callbacks.address import asked
from dashboard.callbacks.files import sent
from dashboard.callbacks.group import CallbackGroup
from dashboard.components.definitions import ROWS
from dashboard.components.still import ATTRIBUTE, drawn_still
from dashboard.domain.access import STAFF
from dashboard.pages.rows import body
from dashboard.reports.access import Access
from dashboard.reports.trace_rows import trace_file

group = CallbackGroup(allow=STAFF)


@group.callback(
    Output(ids.Rows.BODY, ATTRIBUTE),
    Output(ids.Rows.FILES, "hidden"),
    Input(ids.Shell.LOCATION, "search"),
    State(ids.Shell.LOCATION, "pathname"),
    prevent_initial_call=True,
)
def show_rows(access: Access, search: str | None, pathname: str | None) -> tuple[str, bool]:
    """The rows of the figure that the address now names."""
    if (pathname or "").rstrip("/") != ROWS:
        raise PreventUpdate
    state = asked(access, search)
    return drawn_still(body(access, state)), state.measure is None


@group.callback(
    Output(ids.Rows.DOWNLOAD, "data"),
    Input(ids.Rows.AS_XLSX, "n_clicks"),
    Input(ids.Rows.AS_CSV, "n_clicks"),
    State(ids.Shell.LOCATION, "search"),
    prevent_initial_call=True,
)
def export_rows(access: Access, _xlsx: int | None, _csv: int | None, search: str | None) -> Any:
    """All rows that the person may see, as a file."""
    state = asked(access, search)
    if state.measure is None:
        raise PreventUpdate
    table = trace_file(access.pinned(), state)
    return sent(table, workbook=ctx.triggered_id == ids.Rows.AS_XLSX)
