"""The callbacks of the page of follow-ups: everything follows from the address."""

from typing import Any

from dash import Input, Output, State, ctx, dcc
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.callbacks.address import asked
from dashboard.callbacks.group import CallbackGroup
from dashboard.components.fields import ALL
from dashboard.components.still import ATTRIBUTE, drawn_still
from dashboard.domain.access import STAFF
from dashboard.pages.follow_away import away_card, first_day
from dashboard.pages.follow_calendar import calendar_address, calendar_parts, shown_page
from dashboard.pages.follow_list import list_body, state_tiles
from dashboard.pages.follow_ups import PATH, loads, placements
from dashboard.reports.access import Access
from dashboard.reports.calendar_feed import new_feed, no_feed
from dashboard.reports.follow_away import who_is_away
from dashboard.reports.follow_export import follow_file
from dashboard.reports.follow_ground import follow_ground
from dashboard.reports.stamped_file import as_csv, as_xlsx

group = CallbackGroup(allow=STAFF)


@group.callback(
    Output(ids.FollowUps.HEAT_PLACE, ATTRIBUTE),
    Output(ids.FollowUps.TILES, ATTRIBUTE),
    Output(ids.FollowUps.TABLE, ATTRIBUTE),
    Output(ids.FollowUps.BELOW, ATTRIBUTE),
    Output(ids.FollowUps.AWAY_PLACE, ATTRIBUTE),
    Output(ids.FollowUps.PARTY, "value"),
    Output(ids.FollowUps.KIND, "value"),
    Output(ids.FollowUps.SEARCH, "value"),
    Output(ids.FollowUps.AWAY_WHO, "value"),
    Output(ids.FollowUps.AWAY_FROM, "value"),
    Output(ids.FollowUps.AWAY_WEEKS, "value"),
    Input(ids.Shell.LOCATION, "search"),
    Input(ids.Writing.SAVED, "data"),
    State(ids.Shell.LOCATION, "pathname"),
    prevent_initial_call=True,
)
def draw_follow_ups(
    access: Access, search: str | None, _saved: str | None, pathname: str | None
) -> tuple[Any, ...]:
    """The page for what the address now holds, and anew when something was written on it."""
    if (pathname or "").rstrip("/") != PATH:
        raise PreventUpdate
    access = access.pinned()
    state = asked(access, search)
    page = follow_ground(access, state)
    return (
        drawn_still(loads(access, page)),
        drawn_still(state_tiles(page)),
        drawn_still(list_body(access, page)),
        drawn_still(placements(access, page)),
        drawn_still(away_card(access, page)),
        state.party or ALL,
        state.kind or ALL,
        state.text,
        who_is_away(page),
        first_day(state).isoformat(),
        str(state.weeks),
    )


@group.callback(
    Output(ids.FollowUps.CALENDAR_PLACE, "children"),
    Input(ids.FollowUps.CALENDAR_MAKE, "n_clicks"),
    Input(ids.FollowUps.CALENDAR_REVOKE, "n_clicks"),
    State(ids.Shell.LOCATION, "href"),
    prevent_initial_call=True,
)
def change_calendar(access: Access, made: int | None, revoked: int | None, href: str | None) -> Any:
    """Make or withdraw the reader's calendar address; a new one is shown this once."""
    if ctx.triggered_id == ids.FollowUps.CALENDAR_REVOKE and revoked:
        no_feed(access)
        return calendar_parts(access)
    if not made:
        raise PreventUpdate
    # Read first: an address that could not be shown must not take the place of the one in use.
    page = shown_page(href or "")
    return calendar_parts(access, calendar_address(page, new_feed(access)))


@group.callback(
    Output(ids.FollowUps.DOWNLOAD, "data"),
    Input(ids.FollowUps.AS_XLSX, "n_clicks"),
    Input(ids.FollowUps.AS_CSV, "n_clicks"),
    State(ids.Shell.LOCATION, "search"),
    prevent_initial_call=True,
)
def export_follow_ups(access: Access, _xlsx: int | None, _csv: int | None, search: str | None) -> Any:
    """The whole list, as the address has it, as a file."""
    state = asked(access, search)
    table = follow_file(access, state)
    if ctx.triggered_id == ids.FollowUps.AS_XLSX:
        return dcc.send_bytes(as_xlsx(table), f"{table.name}.xlsx")
    return dcc.send_bytes(as_csv(table), f"{table.name}.csv", type="text/csv")
