"""The callbacks of the page of outcomes: one a card, and what the controls show."""

from functools import partial
from typing import Any

from dash import Input, Output, State
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.callbacks.address import asked
from dashboard.callbacks.card_places import draws_card
from dashboard.callbacks.group import CallbackGroup
from dashboard.domain.access import STAFF
from dashboard.pages.outcomes import FIRST, PATH, drawn, place_id
from dashboard.reports.access import Access
from dashboard.reports.outcome_cards import CARDS

group = CallbackGroup(allow=STAFF)

DRAW = {
    key: draws_card(group, place_id(key), PATH, partial(drawn, key=key), stands=key in FIRST) for key in CARDS
}
"""The callback of each card."""


@group.callback(
    Output(ids.Outcomes.FIRST, "value"),
    Output(ids.Outcomes.LAST, "value"),
    Output(ids.Outcomes.SPLIT, "value"),
    Input(ids.Shell.LOCATION, "search"),
    State(ids.Shell.LOCATION, "pathname"),
    prevent_initial_call=True,
)
def show_choices(access: Access, search: str | None, pathname: str | None) -> tuple[Any, ...]:
    """The period and the way of dividing, as the address has them."""
    if (pathname or "").rstrip("/") != PATH:
        raise PreventUpdate
    state = asked(access.pinned(), search)
    return state.period.first.isoformat(), state.period.last.isoformat(), state.split
