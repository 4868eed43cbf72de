"""The callbacks of the page "Side by side": one a card, and what the controls show."""

from functools import partial
from typing import Any

from dash import Input, Output, State
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.callbacks.address import asked
from dashboard.callbacks.card_places import draws_card
from dashboard.callbacks.group import CallbackGroup
from dashboard.domain.access import MANAGERS
from dashboard.pages.side import FIRST, PATH, drawn, place_id
from dashboard.reports.access import Access
from dashboard.reports.side_cards import CARDS
from dashboard.reports.side_ground import grouping_in_force

group = CallbackGroup(allow=MANAGERS)

DRAW = {
    key: draws_card(group, place_id(key), PATH, partial(drawn, key=key), stands=key in FIRST) for key in CARDS
}
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
    if (pathname or "").rstrip("/") != PATH:
        raise PreventUpdate
    access = access.pinned()
    state = asked(access, search)
    grouping = grouping_in_force(state, access.store.world())
    return grouping, state.period.first.isoformat(), state.period.last.isoformat()
