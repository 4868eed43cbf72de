"""The callbacks of the page of gaps: everything follows from the address."""

from typing import Any

from dash import ClientsideFunction, Input, Output, State, ctx
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.callbacks.address import asked
from dashboard.callbacks.files import sent
from dashboard.callbacks.group import CallbackGroup
from dashboard.components.still import ATTRIBUTE, drawn_still
from dashboard.domain.access import STAFF
from dashboard.figures.reach_map import reach_map_figure
from dashboard.pages.gaps import tiles
from dashboard.pages.gaps_card import gap_card
from dashboard.pages.gaps_list import PATH, list_table
from dashboard.pages.gaps_map import is_hidden, map_text
from dashboard.reports.access import Access
from dashboard.reports.gap_export import gap_file
from dashboard.reports.gap_reach_map import drawn_as, reach_map

group = CallbackGroup(allow=STAFF)


@group.callback(
    Output(ids.Gaps.TILES, ATTRIBUTE),
    Output(ids.Gaps.PLACE, ATTRIBUTE),
    Output(ids.Gaps.TABLE, ATTRIBUTE),
    Output(ids.Gaps.SEARCH, "value"),
    Output(ids.Gaps.MAP_PLACE, "hidden"),
    Output(ids.Gaps.MAP_TEXT, ATTRIBUTE),
    Input(ids.Shell.LOCATION, "search"),
    State(ids.Shell.LOCATION, "pathname"),
    prevent_initial_call=True,
)
def draw_gaps(access: Access, search: str | None, pathname: str | None) -> tuple[Any, ...]:
    """The page for what the address now holds."""
    if (pathname or "").rstrip("/") != PATH:
        raise PreventUpdate
    access = access.pinned()
    state = asked(access, search)
    return (
        drawn_still(tiles(access, state)),
        drawn_still(gap_card(access, state)),
        drawn_still(list_table(access, state)),
        state.text,
        is_hidden(state),
        drawn_still([] if is_hidden(state) else map_text(reach_map(access, state))),
    )


@group.callback(
    Output(ids.Gaps.MAP, "figure"),
    Output(ids.Gaps.MAP_DRAWN, "data"),
    Input(ids.Shell.LOCATION, "search"),
    Input(ids.Gaps.MAP_THEME, "data"),
    State(ids.Shell.LOCATION, "pathname"),
    State(ids.Gaps.MAP_DRAWN, "data"),
)
def draw_map(
    access: Access, search: str | None, theme: str | None, pathname: str | None, drawn: str | None
) -> tuple[Any, ...]:
    """The map, where the browser can draw one and has not drawn this one already."""
    state = asked(access, search)
    if (pathname or "").rstrip("/") != PATH or is_hidden(state) or not theme:
        raise PreventUpdate
    access = access.pinned()
    key = drawn_as(access, state, theme)
    if key == drawn:
        raise PreventUpdate
    return reach_map_figure(reach_map(access, state), theme), key


group.clientside(
    ClientsideFunction("brygga_employers", "mapTheme"),
    Output(ids.Gaps.MAP_THEME, "data"),
    Input(ids.Shell.THEME, "data"),
    State(ids.Gaps.MAP_THEME, "data"),
)


@group.callback(
    Output(ids.Gaps.DOWNLOAD, "data"),
    Input(ids.Gaps.AS_XLSX, "n_clicks"),
    Input(ids.Gaps.AS_CSV, "n_clicks"),
    State(ids.Shell.LOCATION, "search"),
    prevent_initial_call=True,
)
def export_list(access: Access, _xlsx: int | None, _csv: int | None, search: str | None) -> Any:
    """The whole list, as the address has it, as a file."""
    state = asked(access, search)
    return sent(gap_file(access, state), workbook=ctx.triggered_id == ids.Gaps.AS_XLSX)
