"""The callback of the page of today: everything follows from the address, and from what is written on it."""

from typing import Any

from dash import Input, Output, State
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.callbacks.address import asked
from dashboard.callbacks.group import CallbackGroup
from dashboard.components.still import ATTRIBUTE, drawn_still
from dashboard.domain.access import STAFF
from dashboard.pages.today import PATH, beside, lines
from dashboard.reports.access import Access
from dashboard.reports.today import today_answer

group = CallbackGroup(allow=STAFF)


@group.callback(
    Output(ids.Today.ROWS, ATTRIBUTE),
    Output(ids.Today.BESIDE, ATTRIBUTE),
    Input(ids.Shell.LOCATION, "search"),
    Input(ids.Writing.SAVED, "data"),
    State(ids.Shell.LOCATION, "pathname"),
    prevent_initial_call=True,
)
def draw_today(
    access: Access, search: str | None, _saved: str | None, pathname: str | None
) -> tuple[Any, ...]:
    """The page for what the address now holds, and anew when something was written on it."""
    if (pathname or "").rstrip("/") != PATH:
        raise PreventUpdate
    access = access.pinned()
    state = asked(access, search)
    found = today_answer(access, state)
    return drawn_still(lines(access, state, found)), drawn_still(beside(access, state, found))
