"""The page of follow-ups: whose weeks are full, what is open, who was not met, and what an absence means."""

from dataclasses import replace

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import card
from dashboard.components.fields import select, text_input
from dashboard.components.links import button_link
from dashboard.components.marks import Node, hidden_text, icon
from dashboard.components.states import state_empty
from dashboard.components.still import Kept, kept, still
from dashboard.i18n import _, language
from dashboard.pages.follow_away import away_card, away_controls
from dashboard.pages.follow_calendar import calendar_card
from dashboard.pages.follow_heat import PATH, forecast_card, heat_card
from dashboard.pages.follow_list import list_body, state_tiles
from dashboard.pages.follow_placements import both_card, meetings_card, unseen_card
from dashboard.reports.access import Access
from dashboard.reports.follow_ground import FollowGround, follow_ground
from dashboard.reports.follow_list import kinds_held
from dashboard.reports.state import UNKNOWN, PageState
from dashboard.words import choices

__all__ = ["PATH", "layout", "loads", "placements"]


def layout(access: Access, state: PageState) -> Node:
    """The page as the address asks for it; what to do first when there is nothing in the data at all."""
    access = access.pinned()
    if access.store.world().follow_ups.empty and access.store.world().placements.empty:
        return _nothing(state)
    page = follow_ground(access, state)
    return html.Div(
        [
            still(ids.FollowUps.HEAT_PLACE, loads(access, page), "f-loads"),
            _list_card(access, page),
            still(ids.FollowUps.BELOW, placements(access, page), "b-grid b-grid--2 f-below"),
            _away(access, page),
            calendar_card(access),
        ],
        className="f-page",
        **{"data-fold-more": _("Show more"), "data-fold-less": _("Show less")},
    )


def loads(access: Access, page: FollowGround) -> list[Kept]:
    """The load by coach and week, and the weeks to come: the same for everybody who may see the page."""
    state = page.page
    place = PageState(
        units=state.units,
        programme=state.programme,
        day=state.day,
        first=state.first,
        last=state.last,
        coach=state.coach,
    )
    cards = replace(page, ground=replace(page.ground, page=place))
    drawn: list[Kept] = access.cached(
        ("follow_loads_drawn", place.query(), state.on, language()),
        lambda _snapshot: [kept(heat_card(access, cards)), kept(forecast_card(access, cards))],
    )
    return drawn


def placements(access: Access, page: FollowGround) -> list[Component]:
    """What was not looked after, whom nobody met, and the meetings ahead."""
    return [unseen_card(access, page), both_card(access, page), meetings_card(access, page)]


def _list_card(access: Access, page: FollowGround) -> Component:
    state = page.page
    files = html.Div(
        [_file(ids.FollowUps.AS_XLSX, "xlsx"), _file(ids.FollowUps.AS_CSV, "csv")],
        className="b-chips b-noprint",
    )
    return card(
        ids.FollowUps.LIST,
        _("Open follow-ups"),
        [
            still(ids.FollowUps.TILES, state_tiles(page)),
            html.Div(_filters(page, state), className="f-filters b-noprint"),
            still(ids.FollowUps.TABLE, list_body(access, page)),
            dcc.Download(id=ids.FollowUps.DOWNLOAD),
        ],
        head=files,
        class_name="f-list",
    )


def _filters(page: FollowGround, state: PageState) -> list[Component]:
    every = [("", _("All"))]
    return [
        select(
            ids.FollowUps.PARTY,
            _("With whom"),
            [*every, *choices("party"), (UNKNOWN, _("Not known"))],
            state.party or "",
            "part",
        ),
        select(
            ids.FollowUps.KIND,
            _("Kind of placement"),
            [*every, *choices("placement_kind", kinds_held(page))],
            state.kind or "",
            "slag",
        ),
        text_input(
            ids.FollowUps.SEARCH,
            _("Search the list"),
            state.text,
            kind="search",
            query_key="q",
            placeholder=_("Employer, client or coach"),
            autocomplete="off",
        ),
    ]


def _away(access: Access, page: FollowGround) -> Component:
    return card(
        ids.FollowUps.AWAY,
        _("If a coach is away"),
        [
            html.Div(away_controls(page), className="f-filters b-noprint"),
            still(ids.FollowUps.AWAY_PLACE, away_card(access, page)),
        ],
        class_name="f-away",
    )


def _file(button_id: str, ending: str) -> Component:
    return html.Button(
        [icon("download"), hidden_text(_("Download the list as")), ending],
        id=button_id,
        type="button",
        className="b-btn b-btn--quiet b-s",
    )


def _nothing(state: PageState) -> Component:
    empty = state_empty(
        _("No follow-ups yet"),
        _(
            "It takes placements to have something to follow up. Load a workbook with "
            "**brygga import FILE**, or look around in an invented unit with **brygga demo**."
        ),
        [] if state.day is None else [button_link(_("Show today"), state.href(PATH, day=None))],
        icon_name="n-uppfoljning",
    )
    return html.Section(empty, className="b-card")
