"""The callbacks of the networks behind the ties: everything follows from the address."""

from typing import Any

from dash import ClientsideFunction, Input, Output, State, ctx
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.callbacks.address import asked
from dashboard.callbacks.files import sent
from dashboard.callbacks.group import CallbackGroup
from dashboard.components.still import ATTRIBUTE, drawn_still
from dashboard.domain.access import STAFF
from dashboard.pages.network_layers import layer_choice, parts
from dashboard.pages.network_list import PATH
from dashboard.reports.access import Access
from dashboard.reports.network_layer_export import node_file

group = CallbackGroup(allow=STAFF)


@group.callback(
    Output(ids.Layers.CHOICE, ATTRIBUTE),
    Output(ids.Layers.PLACE, "data-layer"),
    Output(ids.Layers.HEAD, ATTRIBUTE),
    Output(ids.Layers.CAPTION, ATTRIBUTE),
    Output(ids.Layers.SIDE, ATTRIBUTE),
    Output(ids.Layers.GROUPS, ATTRIBUTE),
    Output(ids.Layers.TABLE, ATTRIBUTE),
    Output(ids.Layers.PICTURE, "data"),
    Output(ids.Layers.TICK, "disabled"),
    Input(ids.Shell.LOCATION, "search"),
    Input(ids.Layers.TICK, "n_intervals"),
    State(ids.Shell.LOCATION, "pathname"),
    prevent_initial_call=True,
)
def draw_layer(
    access: Access, search: str | None, _ticks: int | None, pathname: str | None
) -> tuple[Any, ...]:
    """The network for what the address now holds, and again while its groups are on their way."""
    if (pathname or "").rstrip("/") != PATH:
        raise PreventUpdate
    access = access.pinned()
    state = asked(access, search)
    held = parts(access, state)
    drawn = (held.head, held.caption, held.side, held.groups, held.table)
    return (
        drawn_still(layer_choice(state)),
        held.shown,
        *map(drawn_still, drawn),
        held.picture,
        held.at_rest,
    )


@group.callback(
    Output(ids.Layers.DOWNLOAD, "data"),
    Input(ids.Layers.AS_XLSX, "n_clicks"),
    Input(ids.Layers.AS_CSV, "n_clicks"),
    State(ids.Shell.LOCATION, "search"),
    prevent_initial_call=True,
)
def export_layer(access: Access, _xlsx: int | None, _csv: int | None, search: str | None) -> Any:
    """The whole list, as the address has it, as a file."""
    state = asked(access, search)
    if state.layer is None:
        raise PreventUpdate
    return sent(node_file(access, state), workbook=ctx.triggered_id == ids.Layers.AS_XLSX)


group.clientside(
    ClientsideFunction("layers", "draw"),
    Output(ids.Layers.CANVAS, "stylesheet"),
    Input(ids.Layers.PICTURE, "data"),
    Input(ids.Shell.THEME, "data"),
    State(ids.Layers.STYLES, "data"),
)
group.clientside(
    ClientsideFunction("layers", "follow"),
    Output(ids.Layers.SEARCH, "value"),
    Input(ids.Shell.LOCATION, "search"),
    State(ids.Layers.SEARCH, "value"),
    prevent_initial_call=True,
)
