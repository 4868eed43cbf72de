"""The place of a card that a callback of its own draws: until then its heading over a skeleton.

`assets/45-card-places.js` gives the skeleton the height that the card had last, and, when the callback fails,
says so in the place with a button that asks once more.
"""

from dash import html
from dash.development.base_component import Component

from dashboard.components.marks import Node, hidden_text
from dashboard.components.still import still
from dashboard.i18n import _

CLASS = "b-place"
AGAIN = "data-again"
"""The attribute of a place that asks its callback once more when it changes."""


def card_place(place_id: str, card: Node, class_name: str = "") -> Component:
    """The place with what it holds at first: the card itself, or `card_on_its_way`."""
    return still(place_id, card, f"{CLASS} {class_name}".strip())


def card_on_its_way(card_id: str, title: str, class_name: str = "") -> Component:
    """A card's heading, and grey where its finding and its picture will stand.

    Args:
        card_id: the id that the card itself will have.
        title: its heading.
        class_name: its own classes.
    """
    return html.Section(
        [
            html.H2(title, id=f"{card_id}-title"),
            hidden_text(_("Fetching")),
            html.Div(className="k k-f"),
            html.Div(className="k k-f k-f2"),
            html.Div(className="k k-fill"),
        ],
        id=card_id,
        className=f"b-card b-card--waits {class_name}".strip(),
        **{"aria-labelledby": f"{card_id}-title", "aria-busy": "true"},
    )
