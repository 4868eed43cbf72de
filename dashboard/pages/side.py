"""The page "Side by side": units, programmes, districts, referrers, kinds of employer or rounds compared."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.card_places import card_on_its_way, card_place
from dashboard.components.cards import Download, graph_card
from dashboard.components.definitions import how_counted, rows_list
from dashboard.components.fields import select
from dashboard.components.marks import Node
from dashboard.components.period_fields import period_fields
from dashboard.components.states import page_without_rows
from dashboard.components.still import Kept, kept
from dashboard.i18n import _, language
from dashboard.pages.outcomes_pictures import card_table
from dashboard.pages.side_pictures import pictures
from dashboard.reports.access import Access
from dashboard.reports.cost_page import require_manager
from dashboard.reports.side_cards import CARDS, has_card, side_card
from dashboard.reports.side_ground import grouping_in_force, side_ground
from dashboard.reports.side_parts import SideCard
from dashboard.reports.side_table import GROUP_NAMES
from dashboard.reports.side_titles import title_of
from dashboard.reports.state import PageState
from dashboard.reports.trace import is_traceable

PATH = "/sida-vid-sida"
FILE = "/sida-vid-sida/fil"
FIRST = tuple(CARDS)[:2]
"""The cards that come with the page; the others come by themselves."""
CARD_CLASS = "u-card"


def layout(access: Access, state: PageState) -> Node:
    """The page as the address asks for it; what to do first when there is nothing in the data at all."""
    access = access.pinned()
    require_manager(access)
    world = access.store.world()
    if world.placements.empty and world.clients.empty:
        return _nothing(state)
    places = [
        card_place(
            place_id(key),
            drawn(access, state, key) if key in FIRST else _on_its_way(access, state, key),
            f"v-place v-place--{key}",
        )
        for key in CARDS
    ]
    return html.Div(
        [
            html.Div(_controls(access, state), className="u-controls b-noprint"),
            html.Div(places, className="u-lay v-lay"),
        ]
    )


def place_id(key: str) -> str:
    """The id of a card's place."""
    return f"{ids.Side.PLACE}-{key.replace('_', '-')}"


def card_id(key: str) -> str:
    """The id of a card itself."""
    return f"{place_id(key)}-bild"


def drawn(access: Access, state: PageState, key: str) -> Kept | list[Component]:
    """A card as it is drawn, kept as long as the data and what the address asks for are the same.

    A way of grouping that does not have the card leaves its place empty.
    """
    if not has_card(access, state, key):
        return []
    made: Kept = side_ground(access, state).results.get(
        ("drawn", key, state.query(), language()),
        lambda: kept(_card(access, state, side_card(access, state, key))),
    )
    return made


def _on_its_way(access: Access, state: PageState, key: str) -> Component | list[Component]:
    if not has_card(access, state, key):
        return []
    title = title_of(key, grouping_in_force(state, access.store.world()))
    return card_on_its_way(card_id(key), title, CARD_CLASS)


def _card(access: Access, state: PageState, made: SideCard) -> Component:
    told, own_id = made.told, card_id(made.told.key)
    figure = pictures(made)
    return graph_card(
        own_id,
        told.title,
        told.finding,
        figure=figure,
        caption=[html.P(note) for note in told.notes] if figure is not None and told.notes else None,
        table=card_table(f"{own_id}-tabell", told) if figure is not None else None,
        downloads=[Download(form, _file(state, told.key, form)) for form in ("xlsx", "csv")],
        how=how_counted(*told.measures, definitions=access.definitions, state=state),
        rows=rows_list(state, *filter(is_traceable, told.measures)),
        class_name=CARD_CLASS,
    )


def _file(state: PageState, key: str, form: str) -> str:
    here = state.replace(day=state.on).query()
    return f"{FILE}?kort={key}&form={form}&{here}"


def _controls(access: Access, state: PageState) -> list[Component]:
    world = access.store.world()
    several = {"unit": len(world.units), "programme": world.units["programme"].nunique()}
    offered = [
        (key, _(name))
        for key, name in GROUP_NAMES.items()
        if several.get(key, 2) > 1 or key == state.grouping
    ]
    return [
        select(
            ids.Side.GROUPING, _("Set side by side"), offered, grouping_in_force(state, world), "gruppera"
        ),
        *period_fields(ids.Side.FIRST, ids.Side.LAST, state.period),
    ]


def _nothing(state: PageState) -> Component:
    return page_without_rows(
        _("Nothing to set side by side yet"),
        _(
            "It takes clients and placements to compare. Load a workbook with **brygga import FILE**, or "
            "look around in an invented unit with **brygga demo**."
        ),
        "" if state.day is None else state.href(PATH, day=None),
        "n-jamfor",
    )
