"""The page of method and targets: how the work is done, and what to hold it against."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.links import button_link
from dashboard.components.marks import Node
from dashboard.components.states import state_empty
from dashboard.components.still import still
from dashboard.i18n import _, day
from dashboard.pages.method_benchmarks import benchmark_card
from dashboard.pages.method_check import check_card
from dashboard.pages.method_ends import ends_card
from dashboard.pages.method_hand import hand_card
from dashboard.pages.method_targets import answers_card, target_card
from dashboard.reports.access import Access
from dashboard.reports.method_ground import method_ground
from dashboard.reports.state import PageState

PATH = "/metod"


def layout(access: Access, state: PageState) -> Node:
    """The page as the address asks for it; what to do first when there is nothing in the data at all."""
    access = access.pinned()
    world = access.store.world()
    if world.clients.empty and world.placements.empty:
        return _nothing(state)
    return html.Div(
        [still(ids.Method.PLACE, cards(access, state), "m-page"), hand_card(access, state)],
        className="m-page",
    )


def cards(access: Access, state: PageState) -> list[Component]:
    """All cards, for the selection and the period."""
    ground, definitions = method_ground(access, state), access.definitions
    period = _("The period is {first} to {last}, the year up to the day unless the address says otherwise.")
    return [
        html.P(
            period.format(first=day(ground.period.first), last=day(ground.period.last)), className="b-muted"
        ),
        check_card(ground, definitions, state),
        html.Div(
            [target_card(ground, definitions, state), answers_card(ground, definitions, state)],
            className="b-grid b-grid--2",
        ),
        html.Div(
            [ends_card(ground, definitions, state), benchmark_card(ground, definitions, state)],
            className="b-grid b-grid--2",
        ),
    ]


def _nothing(state: PageState) -> Component:
    empty = state_empty(
        _("Nothing to check yet"),
        _(
            "It takes clients and placements to see how the work is done. Load a workbook with "
            "**brygga import FILE**, or look around in an invented unit with **brygga demo**."
        ),
        [] if state.day is None else [button_link(_("Show today"), state.href(PATH, day=None))],
        icon_name="n-metod",
    )
    return html.Section(empty, className="b-card")
