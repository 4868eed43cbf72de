"""The page of today: what needs whoever looks, the most urgent first, and how the week stands."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import card
from dashboard.components.links import button_link
from dashboard.components.marks import Node
from dashboard.components.states import state_empty
from dashboard.components.still import still
from dashboard.domain.access import Role
from dashboard.i18n import _
from dashboard.pages.follow_heat import PATH as FOLLOW_UPS
from dashboard.pages.today_list import FINDER, PATH, list_body
from dashboard.pages.today_week import coaches_card, week_card
from dashboard.reports.access import Access
from dashboard.reports.state import PageState
from dashboard.reports.today import Today, today_answer, today_ground, whose_day

__all__ = ["PATH", "beside", "layout", "lines"]


def layout(access: Access, state: PageState) -> Node:
    """The page as the address asks for it; what to do first when there is nothing to look at."""
    access = access.pinned()
    if access.viewer.role is Role.COACH and whose_day(access, state) is None:
        return _no_coach()
    world = access.store.world()
    if world.placements.empty and world.contacts.empty:
        return _nothing(access, state)
    found = today_answer(access, state)
    return html.Div(
        [
            card(
                ids.Today.LIST,
                _("What needs you"),
                still(ids.Today.ROWS, lines(access, state, found)),
            ),
            still(ids.Today.BESIDE, beside(access, state, found), "i-beside"),
        ],
        className="b-grid b-grid--wide-left i-page",
    )


def lines(access: Access, state: PageState, found: Today) -> list[Component]:
    """The list; to a coach who has no clients yet, how she gets some."""
    own = access.viewer.role is Role.COACH and found.whose == access.viewer.coach_id
    if own and not found.of and not today_ground(access, state).ground.sees.any():
        return [_no_clients()]
    return list_body(access, found, state)


def beside(access: Access, state: PageState, found: Today) -> list[Component]:
    """The week, and for a manager each coach's."""
    ground = today_ground(access, state)
    return [week_card(access, ground, state), *([coaches_card(found, state)] if found.coaches else [])]


def _no_coach() -> Component:
    body = state_empty(
        _("Your account belongs to no coach"),
        _(
            "What needs you is found by your key among the coaches, and your account has none. Ask whoever "
            "looks after Brygga to connect it (**brygga user add** with **--coach**)."
        ),
        [button_link(_("Open Follow-up"), FOLLOW_UPS)],
        icon_name="person",
    )
    return html.Section(body, className="b-card")


def _no_clients() -> Component:
    return state_empty(
        _("You have no clients yet"),
        _(
            "When a client is yours in the data, what has to be done stands here. Until then: get to "
            "know employers."
        ),
        [button_link(_("Find an employer"), FINDER)],
        level=3,
        icon_name="person",
    )


def _nothing(access: Access, state: PageState) -> Component:
    body = state_empty(
        _("Nothing is recorded yet"),
        _(
            "Here stands what needs somebody each day. It takes contacts and placements to find it. Load a "
            "workbook with **brygga import FILE**, or look around in an invented unit with **brygga demo**."
        ),
        [] if state.day is None else [button_link(_("Show today"), state.href(PATH, day=None))],
        icon_name="n-idag",
    )
    return html.Section(body, className="b-card")
