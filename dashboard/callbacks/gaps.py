"""The callbacks of the page of gaps: everything follows from the address."""

from typing import Any

from dash import Input, Output, State, ctx
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.callbacks.files import sent
from dashboard.callbacks.group import CallbackGroup
from dashboard.components.still import ATTRIBUTE, drawn_still
from dashboard.domain.access import STAFF
from dashboard.pages.gaps import tiles
from dashboard.pages.gaps_card import gap_card
from dashboard.pages.gaps_list import PATH, list_table
from dashboard.reports.access import Access
from dashboard.reports.gap_export import gap_file
from dashboard.reports.state import PageState

group = CallbackGroup(allow=STAFF)


@group.callback(
    Output(ids.Gaps.TILES, ATTRIBUTE),
    Output(ids.Gaps.PLACE, ATTRIBUTE),
    Output(ids.Gaps.TABLE, ATTRIBUTE),
    Output(ids.Gaps.SEARCH, "value"),
    Input(ids.Shell.LOCATION, "search"),
    State(ids.Shell.LOCATION, "pathname"),
    prevent_initial_call=True,
)
def draw_gaps(access: Access, search: str | None, pathname: str | None) -> tuple[Any, ...]:
    """The page for what the address now holds."""
    if (pathname or "").rstrip("/") != PATH:
        raise PreventUpdate
    access = access.pinned()
    state = PageState.parse(search or "").checked(access.store.world())
    return (
        drawn_still(tiles(access, state)),
        drawn_still(gap_card(access, state)),
        drawn_still(list_table(access, state)),
        state.text,
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
    state = PageState.parse(search or "").checked(access.store.world())
    return sent(gap_file(access, state), workbook=ctx.triggered_id == ids.Gaps.AS_XLSX)
