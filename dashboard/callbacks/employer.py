"""The employer page's callbacks: its timeline follows the address, its map the theme."""

from typing import Any
from urllib.parse import unquote

from dash import ClientsideFunction, Input, Output, State, no_update
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.callbacks.address import asked
from dashboard.callbacks.group import CallbackGroup
from dashboard.components.definitions import Counted
from dashboard.components.still import ATTRIBUTE, drawn_still
from dashboard.domain.access import STAFF
from dashboard.domain.errors import NotFound
from dashboard.figures.employer_map import MapPoint, employer_map_figure
from dashboard.pages.employer import FINDER, body, shown_key
from dashboard.pages.employer_history import timeline_card
from dashboard.reports.access import Access
from dashboard.reports.employer import EmployerProfile, employer_profile
from dashboard.reports.employer_timeline import employer_timeline
from dashboard.reports.state import PageState

group = CallbackGroup(allow=STAFF)

REACH = 0.3
"""Degrees: the workplace with its municipality around it."""


@group.callback(
    Output(ids.Employer.BODY, "children"),
    Output(ids.Employer.SHOWN, "data"),
    Input(ids.Shell.LOCATION, "search"),
    Input(ids.Writing.SAVED, "data"),
    State(ids.Shell.LOCATION, "pathname"),
    State(ids.Employer.SHOWN, "data"),
    prevent_initial_call=True,
)
def show_employer(
    access: Access, search: str | None, _saved: str | None, pathname: str | None, shown: str | None
) -> tuple[Any, ...]:
    """The whole page, when the address asks for another day or selection, or something was written."""
    employer_id, state = _asked(access, search, pathname)
    key = shown_key(access, state)
    return (no_update, no_update) if key == shown else (body(access, state, employer_id), key)


@group.callback(
    Output(ids.Employer.TIMELINE, ATTRIBUTE),
    Input(ids.Shell.LOCATION, "search"),
    State(ids.Shell.LOCATION, "pathname"),
    prevent_initial_call=True,
)
def fill_timeline(access: Access, search: str | None, pathname: str | None) -> str:
    """The events that the address asks for."""
    employer_id, state = _asked(access, search, pathname)
    profile = _found(access, state, employer_id)
    counted = Counted(state, access.definitions, employer_id)
    return drawn_still(timeline_card(employer_timeline(access, state, employer_id), profile, state, counted))


@group.callback(
    Output(ids.Employer.MAP, "figure"),
    Input(ids.Employer.MAP_THEME, "data"),
    Input(ids.Employer.SHOWN, "data"),
    State(ids.Shell.LOCATION, "search"),
    State(ids.Shell.LOCATION, "pathname"),
)
def draw_place(
    access: Access,
    theme: str | None,
    _shown: str | None,
    search: str | None,
    pathname: str | None,
) -> dict[str, Any]:
    """Where the employer is."""
    employer_id, state = _asked(access, search, pathname)
    profile = _found(access, state, employer_id)
    if not theme or profile.latitude is None or profile.longitude is None:
        raise PreventUpdate
    line = profile.line
    point = MapPoint(
        line.employer_id, line.name, profile.latitude, profile.longitude, line.rung, selected=True
    )
    return employer_map_figure([point], profile.areas, theme, reach=REACH)


group.clientside(
    ClientsideFunction("brygga_employers", "mapTheme"),
    Output(ids.Employer.MAP_THEME, "data"),
    Input(ids.Shell.THEME, "data"),
    State(ids.Employer.MAP_THEME, "data"),
)


def _asked(access: Access, search: str | None, pathname: str | None) -> tuple[str, PageState]:
    """The employer and the state that the address asks for.

    Raises:
        PreventUpdate: when the address is that of another page, which is about to be drawn.
    """
    before, _slash, employer_id = (pathname or "").rstrip("/").rpartition("/")
    if before != FINDER or not employer_id:
        raise PreventUpdate
    return unquote(employer_id), asked(access, search)


def _found(access: Access, state: PageState, employer_id: str) -> EmployerProfile:
    try:
        return employer_profile(access, state, employer_id)
    except NotFound as error:
        raise PreventUpdate from error
