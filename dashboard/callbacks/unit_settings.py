"""The callback of the page of settings: it is drawn anew when something has been saved."""

from typing import Any

from dash import Input, Output, State
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.callbacks.group import CallbackGroup
from dashboard.components.still import ATTRIBUTE, drawn_still
from dashboard.domain.access import KEEPERS
from dashboard.pages.unit_settings import PATH, cards
from dashboard.reports.access import Access

group = CallbackGroup(allow=KEEPERS)


@group.callback(
    Output(ids.UnitSettings.PLACE, ATTRIBUTE),
    Input(ids.Writing.SAVED, "data"),
    State(ids.Shell.LOCATION, "pathname"),
    prevent_initial_call=True,
)
def draw_settings(access: Access, _saved: str | None, pathname: str | None) -> Any:
    """The page with what the database now holds."""
    if (pathname or "").rstrip("/") != PATH:
        raise PreventUpdate
    return drawn_still(cards(access.pinned()))
