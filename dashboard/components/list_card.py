"""A list as a card: its search, its files and its table; and what stands where a search finds nothing."""

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import card
from dashboard.components.fields import text_input
from dashboard.components.links import button_link
from dashboard.components.marks import Node, hidden_text, icon
from dashboard.components.states import state_empty
from dashboard.components.still import still
from dashboard.i18n import _

ListIds = type[ids.Network] | type[ids.Gaps] | type[ids.Layers]
"""The ids of a page that has one list, searched through the address."""


def list_card(
    parts: ListIds,
    title: str,
    text: str,
    table: Node,
    *,
    class_name: str,
    measures: Sequence[str] = (),
) -> Component:
    """The card; the table's place is filled anew at every change.

    Args:
        parts: the ids of its parts.
        title: its heading.
        text: what is searched for.
        table: the page of the list that the address asks for.
        class_name: more classes for the card.
        measures: the figures that it shows, where no "how it is counted" in it says which.
    """
    search = text_input(
        parts.SEARCH,
        _("Search the list"),
        text,
        kind="search",
        query_key="q",
        placeholder=_("Name, place or key"),
        autocomplete="off",
    )
    return card(
        parts.LIST,
        title,
        [
            html.Div(search, className="n-search b-noprint"),
            still(parts.TABLE, table),
            dcc.Download(id=parts.DOWNLOAD),
        ],
        head=file_buttons(parts.AS_XLSX, parts.AS_CSV, _("Download the list as")),
        class_name=class_name,
        measures=measures,
    )


def file_buttons(as_xlsx: str, as_csv: str, said: str) -> Component:
    """The two files of a list as buttons; `said` is what a screen reader hears before the ending."""
    buttons = [
        html.Button(
            [icon("download"), hidden_text(said), ending],
            id=button_id,
            type="button",
            className="b-btn b-btn--quiet b-s",
        )
        for button_id, ending in ((as_xlsx, "xlsx"), (as_csv, "csv"))
    ]
    return html.Div(buttons, className="b-chips b-noprint")


def nothing_matches(sentence: str, href: str) -> Component:
    """In place of the table when a search finds nothing, with the way back to the whole list."""
    return state_empty(
        _("Nothing matches the search"), sentence, [button_link(_("Clear the search"), href)], level=3
    )
