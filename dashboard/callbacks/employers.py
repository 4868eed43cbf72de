"""The finder's callbacks: list and map follow the address; a click on the map changes it."""

from typing import Any

from dash import ClientsideFunction, Input, Output, Patch, State, no_update
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.callbacks.address import asked
from dashboard.callbacks.group import CallbackGroup
from dashboard.components.still import ATTRIBUTE, drawn_still
from dashboard.domain.access import STAFF
from dashboard.figures.finder_map import finder_map, finder_map_changes
from dashboard.pages.employers_filters import filter_count, locality_choices
from dashboard.pages.employers_list import PATH, employer_list, list_head
from dashboard.pages.employers_map import map_side
from dashboard.reports.access import Access
from dashboard.reports.employer_map import EmployerMapReport, employer_map, ground_in
from dashboard.reports.finder import finder, finder_choices
from dashboard.reports.state import PageState

group = CallbackGroup(allow=STAFF)


@group.callback(
    Output(ids.Employers.HEAD, ATTRIBUTE),
    Output(ids.Employers.LIST, ATTRIBUTE),
    Output(ids.Employers.FILTER_COUNT, "children"),
    Output(ids.Employers.LOCALITY, "options"),
    Input(ids.Shell.LOCATION, "search"),
    State(ids.Shell.LOCATION, "pathname"),
    prevent_initial_call=True,
)
def fill_list(access: Access, search: str | None, pathname: str | None) -> tuple[Any, ...]:
    """The employers that fit what the address now holds."""
    state = _state(access, search, pathname)
    found = finder(access, state)
    choices = finder_choices(access, state)
    return (
        drawn_still(list_head(found, state)),
        drawn_still(employer_list(found, state, access.definitions)),
        filter_count(len(found.criteria)),
        locality_choices(choices, state) if choices.too_many_localities else no_update,
    )


@group.callback(
    Output(ids.Employers.MAP, "figure"),
    Output(ids.Employers.MAP_SIDE, ATTRIBUTE),
    Output(ids.Employers.MAP_GROUND, "data"),
    Input(ids.Shell.LOCATION, "search"),
    Input(ids.Employers.MAP_THEME, "data"),
    State(ids.Shell.LOCATION, "pathname"),
    State(ids.Employers.MAP_GROUND, "data"),
)
def draw_map(
    access: Access, search: str | None, theme: str | None, pathname: str | None, drawn: str | None
) -> tuple[Any, ...]:
    """The map of the same employers: only what has changed, when its ground is drawn already.

    Without a theme the browser cannot draw maps, and gets the words alone.
    """
    state = _state(access, search, pathname)
    report = employer_map(access, state)
    side = drawn_still(map_side(report, finder(access, state).selected, state))
    if not theme:
        return no_update, side, ""
    ground = ground_in(report, theme)
    return _changed(report, theme) if ground == drawn else finder_map(report, theme), side, ground


group.clientside(
    ClientsideFunction("brygga_employers", "mapTheme"),
    Output(ids.Employers.MAP_THEME, "data"),
    Input(ids.Shell.THEME, "data"),
    State(ids.Employers.MAP_THEME, "data"),
)
group.clientside(
    ClientsideFunction("brygga_employers", "pick"),
    Output(ids.Employers.MAP, "clickData"),
    Input(ids.Employers.MAP, "clickData"),
    prevent_initial_call=True,
)
group.clientside(
    ClientsideFunction("brygga_employers", "sync"),
    *(
        Output(control, "value")
        for control in (
            ids.Employers.TEXT,
            ids.Employers.SECTOR,
            ids.Employers.MUNICIPALITY,
            ids.Employers.LOCALITY,
            ids.Employers.RUNG,
            ids.Employers.WARMTH,
            ids.Employers.OWNERSHIP,
            ids.Employers.COACH,
            ids.Employers.DAY,
            ids.Employers.FREE,
            ids.Employers.SORT,
            ids.Employers.OCCUPATION,
            ids.Employers.NEAR,
            ids.Employers.WITHIN,
            ids.Employers.SUCCEEDED,
            ids.Employers.SPARED,
            ids.Employers.ADJUSTMENTS,
        )
    ),
    Input(ids.Shell.LOCATION, "search"),
    prevent_initial_call=True,
)


def _state(access: Access, search: str | None, pathname: str | None) -> PageState:
    """What the address asks for.

    Raises:
        PreventUpdate: when the address is that of another page, which is about to be drawn.
    """
    if (pathname or "").rstrip("/") != PATH:
        raise PreventUpdate
    return asked(access, search)


def _changed(report: EmployerMapReport, theme: str) -> Patch:
    patch = Patch()
    for path, value in finder_map_changes(report, theme):
        place: Any = patch
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value
    return patch
