"""The callbacks of the page of outcomes: one a card, so that a slow one holds up no other."""

from collections.abc import Callable
from typing import Any

from dash import Input, Output, State
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.callbacks.address import asked
from dashboard.callbacks.group import CallbackGroup
from dashboard.components.still import ATTRIBUTE, drawn_still
from dashboard.domain.access import STAFF
from dashboard.pages.outcomes import PATH, drawn, place_id
from dashboard.reports.access import Access
from dashboard.reports.outcome_cards import CARDS
from dashboard.reports.state import PageState

group = CallbackGroup(allow=STAFF)


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
    def draw_card(access: Access, search: str | None, pathname: str | None) -> str:
        access = access.pinned()
        return drawn_still(drawn(access, _asked(access, search, pathname), key))

    return draw_card


DRAW = {key: draw(key) for key in CARDS}
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
    state = _asked(access.pinned(), search, pathname)
    return state.period.first.isoformat(), state.period.last.isoformat(), state.split
