"""The callbacks of the pages about clients: lists follow the address, and go into files."""

from typing import Any
from urllib.parse import unquote

from dash import Input, Output, State, ctx, dcc
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.callbacks.address import asked
from dashboard.callbacks.group import CallbackGroup
from dashboard.components.still import ATTRIBUTE, drawn_still
from dashboard.domain.access import MANAGERS, STAFF
from dashboard.pages.client_words import CLIENT, CLIENTS, MATCH
from dashboard.pages.clients import clients_table
from dashboard.pages.log import PATH as LOG
from dashboard.pages.log import log_table
from dashboard.pages.match_list import ranked_list
from dashboard.reports.access import Access
from dashboard.reports.client_list import client_list
from dashboard.reports.client_rights import open_client
from dashboard.reports.log import log_file, log_report
from dashboard.reports.match import client_match
from dashboard.reports.match_file import match_file
from dashboard.reports.stamped_file import StampedTable, as_csv, as_xlsx
from dashboard.reports.state import PageState

group = CallbackGroup(allow=STAFF)


@group.callback(
    Output(ids.Clients.TABLE, ATTRIBUTE),
    Input(ids.Shell.LOCATION, "search"),
    State(ids.Shell.LOCATION, "pathname"),
    prevent_initial_call=True,
)
def fill_clients(access: Access, search: str | None, pathname: str | None) -> str:
    """The list of clients that the address now asks for."""
    if (pathname or "").rstrip("/") != CLIENTS:
        raise PreventUpdate
    state = _state(access, search)
    return drawn_still(clients_table(client_list(access, state), access, state))


@group.callback(
    Output(ids.Match.BODY, ATTRIBUTE),
    Input(ids.Shell.LOCATION, "search"),
    State(ids.Shell.LOCATION, "pathname"),
    prevent_initial_call=True,
)
def fill_match(access: Access, search: str | None, pathname: str | None) -> str:
    """The ranked employers that the address now asks for."""
    client_id, state = _matched(pathname), _state(access, search)
    row = open_client(access, client_id, "match", again=True)
    return drawn_still(ranked_list(client_match(access, state, row), client_id, access, state))


@group.callback(
    Output(ids.Match.DOWNLOAD, "data"),
    Input(ids.Match.AS_XLSX, "n_clicks"),
    Input(ids.Match.AS_CSV, "n_clicks"),
    State(ids.Shell.LOCATION, "search"),
    State(ids.Shell.LOCATION, "pathname"),
    prevent_initial_call=True,
)
def export_match(
    access: Access, _xlsx: int | None, _csv: int | None, search: str | None, pathname: str | None
) -> Any:
    """The whole match as a file."""
    table = match_file(access, _state(access, search), _matched(pathname))
    return _sent(table, ctx.triggered_id == ids.Match.AS_XLSX)


@group.callback(
    Output(ids.Log.TABLE, ATTRIBUTE),
    Input(ids.Shell.LOCATION, "search"),
    State(ids.Shell.LOCATION, "pathname"),
    prevent_initial_call=True,
    allow=MANAGERS,
)
def fill_log(access: Access, search: str | None, pathname: str | None) -> str:
    """The part of the access log that the address now asks for."""
    if (pathname or "").rstrip("/") != LOG:
        raise PreventUpdate
    state = PageState.parse(search or "")
    return drawn_still(log_table(log_report(access, state), state))


@group.callback(
    Output(ids.Log.DOWNLOAD, "data"),
    Input(ids.Log.AS_XLSX, "n_clicks"),
    Input(ids.Log.AS_CSV, "n_clicks"),
    State(ids.Shell.LOCATION, "search"),
    prevent_initial_call=True,
    allow=MANAGERS,
)
def export_log(access: Access, _xlsx: int | None, _csv: int | None, search: str | None) -> Any:
    """All of the log that the filters leave, as a file."""
    return _sent(log_file(access, PageState.parse(search or "")), ctx.triggered_id == ids.Log.AS_XLSX)


def _state(access: Access, search: str | None) -> PageState:
    return asked(access, search)


def _matched(pathname: str | None) -> str:
    """The client whose match the address is.

    Raises:
        PreventUpdate: when it is another page's.
    """
    parts = (pathname or "").strip("/").split("/")
    if len(parts) != 3 or f"/{parts[0]}" != CLIENT or parts[2] != MATCH:
        raise PreventUpdate
    return unquote(parts[1])


def _sent(table: StampedTable, as_workbook: bool) -> Any:
    if as_workbook:
        return dcc.send_bytes(as_xlsx(table), f"{table.name}.xlsx")
    return dcc.send_bytes(as_csv(table), f"{table.name}.csv", type="text/csv")
