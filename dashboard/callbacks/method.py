"""The callbacks of the page of method and targets: one a card, and the ratings by hand."""

from functools import partial
from typing import Any

from dash import ALL, Input, Output, State, ctx, no_update
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.callbacks.address import asked
from dashboard.callbacks.card_places import draws_card
from dashboard.callbacks.group import CallbackGroup
from dashboard.domain.access import MANAGERS, STAFF
from dashboard.domain.errors import InvalidParameter
from dashboard.i18n import _
from dashboard.pages.method import FIRST, PATH, TITLES, drawn, place_id
from dashboard.pages.method_hand import ratings_list
from dashboard.reports.access import Access
from dashboard.reports.hand_ratings import rate, take_back

group = CallbackGroup(allow=STAFF)
managers = CallbackGroup(allow=MANAGERS)


DRAW = {
    key: draws_card(group, place_id(key), PATH, partial(drawn, key=key), stands=key == FIRST)
    for key in TITLES
}
"""The callback of each card."""


@group.callback(
    Output(ids.Method.FIRST, "value"),
    Output(ids.Method.LAST, "value"),
    Output(ids.Method.HAND_PLACE, "children"),
    Input(ids.Shell.LOCATION, "search"),
    State(ids.Shell.LOCATION, "pathname"),
    prevent_initial_call=True,
)
def show_choices(access: Access, search: str | None, pathname: str | None) -> tuple[Any, ...]:
    """The period as the address has it, and the ratings that were given by its day."""
    if (pathname or "").rstrip("/") != PATH:
        raise PreventUpdate
    access = access.pinned()
    state = asked(access, search)
    first, last = state.period.first.isoformat(), state.period.last.isoformat()
    return first, last, ratings_list(access, state)


@managers.callback(
    Output(ids.Method.HAND_PLACE, "children", allow_duplicate=True),
    Output(ids.Method.HAND_EVIDENCE, "value"),
    Input(ids.Method.HAND_SAVE, "n_clicks"),
    State(ids.Shell.LOCATION, "search"),
    State(ids.Method.HAND_ITEM, "value"),
    State(ids.Method.HAND_SCORE, "value"),
    State(ids.Method.HAND_DAY, "value"),
    State(ids.Method.HAND_EVIDENCE, "value"),
    prevent_initial_call=True,
)
def save_rating(
    access: Access, clicks: int | None, search: str | None, *given: str | None
) -> tuple[Any, Any]:
    """Keep a rating; what hinders it is said beside the form, which keeps what was written."""
    if not clicks:
        raise PreventUpdate
    state = asked(access, search)
    item, score, rated_on, evidence = (text if isinstance(text, str) else "" for text in given)
    try:
        rate(access, state, item, score, rated_on=rated_on, evidence=evidence)
    except InvalidParameter as error:
        return ratings_list(access, state, str(error)), no_update
    return ratings_list(access, state, _("Saved.")), ""


@managers.callback(
    Output(ids.Method.HAND_PLACE, "children", allow_duplicate=True),
    Input({"type": ids.Method.HAND_UNDO, "rating": ALL}, "n_clicks"),
    State(ids.Shell.LOCATION, "search"),
    prevent_initial_call=True,
)
def undo_rating(access: Access, _clicks: list[int | None], search: str | None) -> Any:
    """Take back the rating whose button was pressed."""
    # Buttons that are drawn anew count as triggers too, without having been pressed.
    if not ctx.triggered_id or not ctx.triggered[0]["value"]:
        raise PreventUpdate
    state = asked(access, search)
    try:
        take_back(access, state, ctx.triggered_id["rating"])
    except InvalidParameter as error:
        return ratings_list(access, state, str(error))
    return ratings_list(access, state, _("Taken back."))
