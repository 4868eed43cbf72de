"""The page Data asks how far the import has come, for as long as one is under way."""

from typing import Any

from dash import Input, Output, State, no_update
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.callbacks.group import CallbackGroup
from dashboard.components.still import ATTRIBUTE, drawn_still
from dashboard.domain.access import KEEPERS
from dashboard.pages.data import PATH
from dashboard.pages.data_history import history_card, written_card
from dashboard.pages.data_import import import_card, runs
from dashboard.reports.access import Access

group = CallbackGroup(allow=KEEPERS)


@group.callback(
    Output(ids.Data.IMPORT, ATTRIBUTE),
    Output(ids.Data.HISTORY, ATTRIBUTE),
    Output(ids.Data.TICK, "disabled"),
    Input(ids.Data.TICK, "n_intervals"),
    prevent_initial_call=True,
)
def show_progress(access: Access, _ticks: int | None) -> tuple[Any, ...]:
    """Where the import stands; the history too, once nothing is under way."""
    busy = runs(access)
    return (
        drawn_still(import_card(access)),
        no_update if busy else drawn_still(history_card(access)),
        not busy,
    )


@group.callback(
    Output(ids.Data.WRITTEN, ATTRIBUTE),
    Input(ids.Writing.SAVED, "data"),
    State(ids.Shell.LOCATION, "pathname"),
    prevent_initial_call=True,
)
def show_written(access: Access, _saved: str | None, pathname: str | None) -> str:
    """What was written in place, when that has changed."""
    if pathname != PATH:
        raise PreventUpdate
    return drawn_still(written_card(access))
