"""The callback of the page of method and targets: everything follows from the address."""

from dash import Input, Output, State
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.callbacks.group import CallbackGroup
from dashboard.components.still import ATTRIBUTE, drawn_still
from dashboard.domain.access import STAFF
from dashboard.pages.method import PATH, cards
from dashboard.reports.access import Access
from dashboard.reports.state import PageState

group = CallbackGroup(allow=STAFF)


@group.callback(
    Output(ids.Method.PLACE, ATTRIBUTE),
    Input(ids.Shell.LOCATION, "search"),
    State(ids.Shell.LOCATION, "pathname"),
    prevent_initial_call=True,
)
def draw_method(access: Access, search: str | None, pathname: str | None) -> str:
    """The page for what the address now holds."""
    if (pathname or "").rstrip("/") != PATH:
        raise PreventUpdate
    access = access.pinned()
    state = PageState.parse(search or "").checked(access.store.world())
    return drawn_still(cards(access, state))
