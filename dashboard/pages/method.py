"""The page of method and targets: how the work is done, and what to hold it against."""

from collections.abc import Callable, Mapping

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.card_places import card_on_its_way, card_place
from dashboard.components.links import link
from dashboard.components.marks import Node
from dashboard.components.period_fields import period_fields
from dashboard.components.states import page_without_rows
from dashboard.domain.access import KEEPERS
from dashboard.i18n import N_, _
from dashboard.pages.method_benchmarks import benchmark_card
from dashboard.pages.method_check import check_card
from dashboard.pages.method_ends import ends_card
from dashboard.pages.method_hand import hand_card
from dashboard.pages.method_targets import answers_card, target_card
from dashboard.reports.access import Access
from dashboard.reports.method_ground import method_ground, strong_relationships
from dashboard.reports.settings_page import own_benchmarks
from dashboard.reports.state import PageState

PATH = "/metod"
SETTINGS = "/installningar"
FIRST = ids.Method.CHECK
"""The card that fills the view when the page is opened: it comes with it, the others by themselves."""
TITLES: Mapping[str, str] = {
    ids.Method.CHECK: N_("Method check"),
    ids.Method.TARGETS: N_("Ratings against the targets"),
    ids.Method.ANSWERS: N_("Who is not represented"),
    ids.Method.ENDS: N_("Spread and strength"),
    ids.Method.BENCHMARKS: N_("What others have found"),
}
"""The cards that follow from the address alone, by their ids, in the order in which they stand."""


def layout(access: Access, state: PageState) -> Node:
    """The page as the address asks for it; what to do first when there is nothing in the data at all."""
    access = access.pinned()
    world = access.store.world()
    if world.clients.empty and world.placements.empty:
        return _nothing(state)
    first, *others = TITLES
    controls = period_fields(ids.Method.FIRST, ids.Method.LAST, state.period)
    return html.Div(
        [
            html.Div(controls, className="u-controls b-noprint"),
            *_to_settings(access),
            card_place(place_id(first), drawn(access, state, first)),
            html.Div([_on_its_way(key) for key in others], className="b-grid b-grid--2"),
            hand_card(access, state),
        ],
        className="m-page",
    )


def place_id(key: str) -> str:
    """The id of a card's place."""
    return f"{key}-plats"


def drawn(access: Access, state: PageState, key: str) -> Component:
    """A card, for the selection and the period.

    Raises:
        AccessDenied: when the person is neither coach nor manager.
        InvalidParameter: when there is no such unit or programme.
    """
    return _CARDS[key](access, state)


def _check(access: Access, state: PageState) -> Component:
    return check_card(method_ground(access, state), access.definitions, state)


def _targets(access: Access, state: PageState) -> Component:
    return target_card(method_ground(access, state), access.definitions, state)


def _answers(access: Access, state: PageState) -> Component:
    return answers_card(method_ground(access, state), access.definitions, state)


def _ends(access: Access, state: PageState) -> Component:
    strong = strong_relationships(access, state)
    return ends_card(method_ground(access, state), strong, access.definitions, state)


def _benchmarks(access: Access, state: PageState) -> Component:
    return benchmark_card(method_ground(access, state), access.definitions, state, own_benchmarks(access))


_CARDS: Mapping[str, Callable[[Access, PageState], Component]] = {
    ids.Method.CHECK: _check,
    ids.Method.TARGETS: _targets,
    ids.Method.ANSWERS: _answers,
    ids.Method.ENDS: _ends,
    ids.Method.BENCHMARKS: _benchmarks,
}


def _on_its_way(key: str) -> Component:
    title = TITLES[key]
    return card_place(place_id(key), card_on_its_way(key, _(title)))


def _to_settings(access: Access) -> list[Component]:
    """The way to the targets, for those who may change them."""
    if access.viewer.role not in KEEPERS:
        return []
    return [html.P(link(_("Set targets and figures of others"), SETTINGS), className="b-noprint")]


def _nothing(state: PageState) -> Component:
    return page_without_rows(
        _("Nothing to check yet"),
        _(
            "It takes clients and placements to see how the work is done. Load a workbook with "
            "**brygga import FILE**, or look around in an invented unit with **brygga demo**."
        ),
        "" if state.day is None else state.href(PATH, day=None),
        "n-metod",
    )
