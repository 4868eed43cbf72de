"""The callbacks of the page of cost and benefit: it follows from the address and the unit's assumptions."""

from typing import Any

from dash import Input, Output, State
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.callbacks.address import asked
from dashboard.callbacks.group import CallbackGroup
from dashboard.components.still import ATTRIBUTE, drawn_still
from dashboard.domain.access import MANAGERS
from dashboard.pages.costs import PATH, assumed, results
from dashboard.reports.access import Access

group = CallbackGroup(allow=MANAGERS)


@group.callback(
    Output(ids.Costs.RESULTS, ATTRIBUTE),
    Output(ids.Costs.ASSUMED, ATTRIBUTE),
    Input(ids.Shell.LOCATION, "search"),
    Input(ids.Writing.SAVED, "data"),
    State(ids.Shell.LOCATION, "pathname"),
    prevent_initial_call=True,
)
def draw_costs(
    access: Access, search: str | None, _saved: str | None, pathname: str | None
) -> tuple[Any, ...]:
    """The page for what the address and the assumptions now hold."""
    if (pathname or "").rstrip("/") != PATH:
        raise PreventUpdate
    access = access.pinned()
    state = asked(access, search)
    return drawn_still(results(access, state)), drawn_still(assumed(access, state))
