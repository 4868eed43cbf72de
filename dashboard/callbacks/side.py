"""The callbacks of the page "Side by side": one a card, so that a slow one holds up no other."""

from collections.abc import Callable
from typing import Any

from dash import Input, Output, State
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.callbacks.address import asked
from dashboard.callbacks.group import CallbackGroup
from dashboard.components.still import ATTRIBUTE, drawn_still
from dashboard.domain.access import MANAGERS
from dashboard.pages.side import PATH, drawn, place_id
from dashboard.reports.access import Access
from dashboard.reports.side_cards import CARDS
from dashboard.reports.side_ground import grouping_in_force
from dashboard.reports.state import PageState

group = CallbackGroup(allow=MANAGERS)


def _asked(access: Access, search: str | None, pathname: str | None) -> PageState:
    if (pathname or "").rstrip("/") != PATH:
        raise PreventUpdate
    return asked(access, search)


def draw(key: str) -> Callable[[Access, str | None, str | None], str]:
    """The callback of one card: drawn for what the address now holds."""

    @group.callback(
        Output(place_id(key), ATTRIBUTE),
        Input(ids.Shell.LOCATION, "search"),
        State(ids.Shell.LOCATION, "pathname"),
        prevent_initial_call=True,
    )
    def draw_side(access: Access, search: str | None, pathname: str | None) -> str:
        access = access.pinned()
        return drawn_still(drawn(access, _asked(access, search, pathname), key))

    return draw_side


DRAW = {key: draw(key) for key in CARDS}
"""The callback of each card."""


@group.callback(
    Output(ids.Side.GROUPING, "value"),
    Output(ids.Side.FIRST, "value"),
    Output(ids.Side.LAST, "value"),
    Input(ids.Shell.LOCATION, "search"),
    State(ids.Shell.LOCATION, "pathname"),
    prevent_initial_call=True,
)
def show_grouping(access: Access, search: str | None, pathname: str | None) -> tuple[Any, ...]:
    """What is set side by side, and the period, as the address has them."""
    access = access.pinned()
    state = _asked(access, search, pathname)
    period = state.period
    grouping = grouping_in_force(state, access.store.world())
    return grouping, period.first.isoformat(), period.last.isoformat()
