"""The hand-over list as a file."""

from typing import Any

from dash import Input, Output, State, ctx, dcc
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.callbacks.address import asked
from dashboard.callbacks.files import sent
from dashboard.callbacks.group import CallbackGroup
from dashboard.domain.access import STAFF
from dashboard.pages.network_handover import is_hidden
from dashboard.reports.access import Access
from dashboard.reports.handover_file import handover_name, handover_table, handover_workbook

group = CallbackGroup(allow=STAFF)


@group.callback(
    Output(ids.Network.HANDOVER_FILE, "data"),
    Input(ids.Network.HANDOVER_XLSX, "n_clicks"),
    Input(ids.Network.HANDOVER_CSV, "n_clicks"),
    State(ids.Shell.LOCATION, "search"),
    prevent_initial_call=True,
)
def export_handover(access: Access, _xlsx: int | None, _csv: int | None, search: str | None) -> Any:
    """All that is to be handed over, as the address has it."""
    access = access.pinned()
    state = asked(access, search)
    if is_hidden(state):
        raise PreventUpdate
    if ctx.triggered_id == ids.Network.HANDOVER_XLSX:
        return dcc.send_bytes(handover_workbook(access, state), f"{handover_name(state)}.xlsx")
    return sent(handover_table(access, state), workbook=False)
