"""The page of outcomes: a card for each question of what became of it, each drawn by itself."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.card_places import card_on_its_way, card_place
from dashboard.components.cards import Download, graph_card
from dashboard.components.definitions import how_counted, rows_list
from dashboard.components.marks import Node
from dashboard.components.period_fields import period_fields, split_field
from dashboard.components.states import page_without_rows
from dashboard.components.still import Kept, kept
from dashboard.i18n import _, language
from dashboard.pages.outcomes_pictures import card_table, pictures
from dashboard.reports.access import Access
from dashboard.reports.employer_index import require_staff
from dashboard.reports.outcome_cards import CARDS, outcome_card
from dashboard.reports.outcome_ground import outcome_ground
from dashboard.reports.outcome_parts import OutcomeCard
from dashboard.reports.outcome_titles import title_of
from dashboard.reports.state import PageState
from dashboard.reports.trace import is_traceable

PATH = "/utfall"
FILE = "/utfall/fil"
FIRST = tuple(CARDS)[:2]
"""The cards that are within view when the page is opened: they come with it, the others by themselves."""
CARD_CLASS = "u-card"


def layout(access: Access, state: PageState) -> Node:
    """The page as the address asks for it; what to do first when there is nothing in the data at all."""
    access = access.pinned()
    require_staff(access)
    world = access.store.world()
    if world.placements.empty and world.clients.empty:
        return _nothing(state)
    places = [
        card_place(
            place_id(key),
            drawn(access, state, key) if key in FIRST else _on_its_way(key),
            f"u-place u-place--{key}",
        )
        for key in CARDS
    ]
    return html.Div(
        [html.Div(_controls(state), className="u-controls b-noprint"), html.Div(places, className="u-lay")]
    )


def place_id(key: str) -> str:
    """The id of a card's place."""
    return f"{ids.Outcomes.PLACE}-{key.replace('_', '-')}"


def card_id(key: str) -> str:
    """The id of a card itself."""
    return f"{place_id(key)}-bild"


def drawn(access: Access, state: PageState, key: str) -> Kept:
    """A card as it is drawn, kept as long as the data and what the address asks for are the same."""
    made: Kept = outcome_ground(access, state).results.get(
        ("drawn", key, state.query(), language()),
        lambda: kept(_card(access, state, outcome_card(access, state, key))),
    )
    return made


def _on_its_way(key: str) -> Component:
    return card_on_its_way(card_id(key), title_of(key), CARD_CLASS)


def _card(access: Access, state: PageState, made: OutcomeCard) -> Component:
    own_id = card_id(made.key)
    notes = [*made.notes, *_unfiltered(state, made)]
    figure = pictures(made)
    return graph_card(
        own_id,
        made.title,
        made.finding,
        figure=figure,
        caption=[html.P(note) for note in notes] if figure is not None and notes else None,
        table=card_table(f"{own_id}-tabell", made) if figure is not None else None,
        downloads=[Download(form, _file(state, made.key, form)) for form in ("xlsx", "csv")],
        how=how_counted(*made.measures, definitions=access.definitions, state=state),
        rows=rows_list(state, *filter(is_traceable, made.measures)),
        class_name=CARD_CLASS,
    )


def _file(state: PageState, key: str, form: str) -> str:
    here = state.replace(day=state.on).query()
    return f"{FILE}?kort={key}&form={form}&{here}"


def _unfiltered(state: PageState, made: OutcomeCard) -> list[str]:
    if not made.unfiltered or not (state.ownership or state.sector):
        return []
    return [_("These numbers are of the whole selection; ownership and sector do not narrow them.")]


def _controls(state: PageState) -> list[Component]:
    return [
        *period_fields(ids.Outcomes.FIRST, ids.Outcomes.LAST, state.period),
        split_field(ids.Outcomes.SPLIT, state.split),
    ]


def _nothing(state: PageState) -> Component:
    return page_without_rows(
        _("No outcomes yet"),
        _(
            "It takes clients and placements to see what became of them. Load a workbook with "
            "**brygga import FILE**, or look around in an invented unit with **brygga demo**."
        ),
        "" if state.day is None else state.href(PATH, day=None),
        "n-utfall",
    )
