"""The callbacks of the report to the board: everything follows from the address."""

from typing import Any

from dash import Input, Output, State
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.callbacks.address import asked
from dashboard.callbacks.group import CallbackGroup
from dashboard.components.still import ATTRIBUTE, drawn_still
from dashboard.domain.access import MANAGERS
from dashboard.pages.board import PATH, paper_of
from dashboard.pages.board_choice import choice
from dashboard.reports.access import Access

group = CallbackGroup(allow=MANAGERS)


@group.callback(
    Output(ids.Board.CHOICE, ATTRIBUTE),
    Output(ids.Board.PAGES, ATTRIBUTE),
    Output(ids.Board.HEADING, "value"),
    Output(ids.Board.INTRODUCTION, "value"),
    Output(ids.Board.FIRST, "value"),
    Output(ids.Board.LAST, "value"),
    Output(ids.Board.SPLIT, "value"),
    Input(ids.Shell.LOCATION, "search"),
    State(ids.Shell.LOCATION, "pathname"),
    prevent_initial_call=True,
)
def draw_board(access: Access, search: str | None, pathname: str | None) -> tuple[Any, ...]:
    """The choice, the pages and the fields for what the address now holds."""
    if (pathname or "").rstrip("/") != PATH:
        raise PreventUpdate
    access = access.pinned()
    state = asked(access, search)
    period = state.period
    return (
        drawn_still(choice(access, state)),
        drawn_still(paper_of(access, state)),
        state.heading,
        state.introduction,
        period.first.isoformat(),
        period.last.isoformat(),
        state.split,
    )
