"""The network page's callbacks: everything follows from the address."""

from typing import Any

from dash import ClientsideFunction, Input, Output, State, ctx, no_update
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.callbacks.address import asked
from dashboard.callbacks.files import sent
from dashboard.callbacks.group import CallbackGroup
from dashboard.components.still import ATTRIBUTE, drawn_still
from dashboard.domain.access import STAFF
from dashboard.pages import (
    network_card,
    network_choices,
    network_handover,
    network_list,
    network_panel,
    network_time,
)
from dashboard.pages.network import drawn_now
from dashboard.pages.network_health import health_card
from dashboard.pages.network_resilience import resilience_card
from dashboard.reports.access import Access
from dashboard.reports.network_export import list_file
from dashboard.reports.network_picture import picture

group = CallbackGroup(allow=STAFF)


@group.callback(
    Output(ids.Network.TILES, ATTRIBUTE),
    Output(ids.Network.TITLE, "children"),
    Output(ids.Network.FINDING, "children"),
    Output(ids.Network.WHO, "children"),
    Output(ids.Network.CHOICES, "children"),
    Output(ids.Network.CAPTION, "children"),
    Output(ids.Network.NODES, "data"),
    Output(ids.Network.MARKS, "data"),
    Output(ids.Network.PANEL, "children"),
    Output(ids.Network.TABLE, ATTRIBUTE),
    Output(ids.Network.WELL, "children"),
    Output(ids.Network.STAND, "children"),
    Output(ids.Network.DRAWN, "data"),
    Output(ids.Network.HANDOVER, "hidden"),
    Output(ids.Network.HANDOVER_PLACE, ATTRIBUTE),
    Input(ids.Shell.LOCATION, "search"),
    State(ids.Shell.LOCATION, "pathname"),
    State(ids.Network.DRAWN, "data"),
    prevent_initial_call=True,
)
def draw_network(
    access: Access, search: str | None, pathname: str | None, drawn: dict[str, str] | None
) -> tuple[Any, ...]:
    """The page for what the address now holds; what the browser has already is not sent again."""
    if (pathname or "").rstrip("/") != network_list.PATH:
        raise PreventUpdate
    access = access.pinned()
    state = asked(access, search)
    if state.layer:
        # The rest of the page is hidden behind another network; it is drawn when the way leads back.
        return (drawn_still(network_card.question_row(access, state)), *[no_update] * 14)
    wanted = picture(access, state)
    now = drawn_now(access, state, wanted)
    had = drawn or {}
    same_selection = had.get("selection") == now["selection"]
    return (
        drawn_still(network_card.question_row(access, state)),
        network_card.title(access, state),
        network_card.finding_parts(access, state),
        network_card.question_controls(access, state),
        network_choices.choices(state),
        network_card.caption(access, state, wanted),
        no_update if had.get("nodes") == now["nodes"] else network_card.nodes(wanted),
        network_time.marks(access, state, wanted),
        network_panel.panel(access, state),
        drawn_still(network_list.list_table(access, state)),
        no_update if same_selection else health_card(access, state),
        no_update if same_selection else resilience_card(access, state),
        now,
        network_handover.is_hidden(state),
        drawn_still(network_handover.handover_list(access, state)),
    )


@group.callback(
    Output(ids.Network.DOWNLOAD, "data"),
    Input(ids.Network.AS_XLSX, "n_clicks"),
    Input(ids.Network.AS_CSV, "n_clicks"),
    State(ids.Shell.LOCATION, "search"),
    prevent_initial_call=True,
)
def export_list(access: Access, _xlsx: int | None, _csv: int | None, search: str | None) -> Any:
    """The whole list, as the address has it, as a file."""
    state = asked(access, search)
    return sent(list_file(access, state), workbook=ctx.triggered_id == ids.Network.AS_XLSX)


@group.callback(
    Output(ids.Network.FILM, "data"),
    Input(ids.Network.DRAWN, "data"),
    State(ids.Network.FILM, "data"),
    State(ids.Shell.LOCATION, "search"),
    State(ids.Shell.LOCATION, "pathname"),
)
def fill_film(
    access: Access, _drawn: Any, film: dict[str, Any] | None, search: str | None, pathname: str | None
) -> Any:
    """The months of what is drawn, once the page stands; the same film is not sent again."""
    if (pathname or "").rstrip("/") != network_list.PATH:
        raise PreventUpdate
    access = access.pinned()
    state = asked(access, search)
    wanted = picture(access, state)
    if isinstance(film, dict) and film.get("key") == network_time.film_key(wanted):
        return no_update
    return network_time.film_for_browser(access, state, wanted)


group.clientside(
    ClientsideFunction("networkTime", "thread"),
    Output(ids.Network.TIME, "data-film"),
    Input(ids.Network.FILM, "data"),
)
group.clientside(
    ClientsideFunction("network", "draw"),
    Output(ids.Network.CANVAS, "elements"),
    Output(ids.Network.CANVAS, "stylesheet"),
    Input(ids.Network.NODES, "data"),
    Input(ids.Network.MARKS, "data"),
    Input(ids.Shell.THEME, "data"),
    State(ids.Network.STYLES, "data"),
)
group.clientside(
    ClientsideFunction("network", "choose"),
    Output(ids.Network.CANVAS, "tapNodeData"),
    Input(ids.Network.CANVAS, "tapNodeData"),
    prevent_initial_call=True,
)
group.clientside(
    ClientsideFunction("network", "follow"),
    Output(ids.Network.SEARCH, "value"),
    Input(ids.Shell.LOCATION, "search"),
    State(ids.Network.SEARCH, "value"),
    prevent_initial_call=True,
)
