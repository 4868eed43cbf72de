"""A callback for each card of a page: a slow one holds up no other, and a failed one leaves the rest."""

from collections.abc import Callable

from dash import Input, Output, State
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.callbacks.address import asked
from dashboard.callbacks.group import CallbackGroup
from dashboard.components.card_places import AGAIN
from dashboard.components.marks import Node
from dashboard.components.still import ATTRIBUTE, Kept, drawn_still
from dashboard.reports.access import Access
from dashboard.reports.state import PageState

Drawn = Callable[[Access, PageState], Node | Kept]
DrawCard = Callable[[Access, str | None, str | None, str | None], str]


def draws_card(group: CallbackGroup, place_id: str, path: str, drawn: Drawn, *, stands: bool) -> DrawCard:
    """Declare the callback of one card: drawn when its page is opened, and for each new address.

    Args:
        group: the page's callbacks.
        place_id: the card's place.
        path: the page; on any other the callback does nothing.
        drawn: the card, for a person and an address.
        stands: whether the page brings the card with it, so that opening the page asks for nothing.
    """

    @group.callback(
        Output(place_id, ATTRIBUTE),
        Input(ids.Shell.LOCATION, "search"),
        Input(place_id, AGAIN),
        State(ids.Shell.LOCATION, "pathname"),
        prevent_initial_call=stands,
    )
    def draw_card(access: Access, search: str | None, _again: str | None, pathname: str | None) -> str:
        if (pathname or "").rstrip("/") != path:
            raise PreventUpdate
        access = access.pinned()
        return drawn_still(drawn(access, asked(access, search)))

    return draw_card
