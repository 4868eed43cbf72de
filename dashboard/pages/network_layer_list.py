"""A network behind the ties as a list: its nodes, each row choosing one."""

from collections.abc import Callable, Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.list_card import nothing_matches
from dashboard.components.marks import Node
from dashboard.components.tables import Column, Paging, Row, Sorting, data_table
from dashboard.i18n import _, ngettext, number
from dashboard.pages.network_list import PATH
from dashboard.reports.access import Access
from dashboard.reports.network_layer import selected_node, shown_layer
from dashboard.reports.network_layer_export import node_labels
from dashboard.reports.network_layer_rows import (
    COLUMNS,
    NUMBERS,
    PAGE_SIZE,
    UNSORTED,
    Named,
    NodePage,
    NodeRow,
    node_page,
)
from dashboard.reports.network_layer_words import kind_word, layer_title
from dashboard.reports.state import PageState

_NAMED = 3
"""Of many partners, so many are named in a cell; all stand beside the picture when the row is chosen."""


def node_table(access: Access, state: PageState) -> Component:
    """The page of the list that the address asks for; a sentence when the search leaves nothing."""
    listed = node_page(access, state)
    if not listed.rows:
        return nothing_matches(
            _("Nothing in this network matches “{text}”.").format(text=state.text),
            state.href(PATH, text="", page=1),
        )
    view = shown_layer(access, state)
    labels, chosen = node_labels(view.name), selected_node(view, state)
    columns = [
        Column(
            key,
            labels[key],
            number=key in NUMBERS,
            sort="" if key in UNSORTED else key,
            descending_first=key in NUMBERS,
        )
        for key in COLUMNS[view.name]
    ]
    return data_table(
        f"{ids.Layers.TABLE}-rader",
        _caption(listed, state),
        columns,
        [_row(row, view.name, row.node == chosen, state) for row in listed.rows],
        sorting=Sorting(listed.sort, lambda key: state.href(PATH, sort=key, page=1)),
        paging=Paging(listed.page, PAGE_SIZE, listed.found, lambda page: state.href(PATH, page=page)),
    )


def node_href(state: PageState, node: str | None) -> str:
    """The address that chooses a node; the chosen employer of the other pictures is let go."""
    return state.href(PATH, node=node, employer=None, depth=0)


def _caption(listed: NodePage, state: PageState) -> str:
    name = listed.group.name if listed.group else layer_title(state)
    if state.text:
        said = ngettext(
            "{name}: {k} of {n} row that matches the search.",
            "{name}: {k} of {n} rows that match the search.",
            listed.found,
        )
    else:
        said = ngettext("{name}: {k} of {n} row shown.", "{name}: {k} of {n} rows shown.", listed.found)
    return said.format(name=name, k=number(len(listed.rows)), n=number(listed.found))


def _row(row: NodeRow, name: str, selected: bool, state: PageState) -> Row:
    cells = {key: _CELLS[key](row, name) for key in COLUMNS[name]}
    return Row(cells, href=node_href(state, None if selected else row.node), selected=selected)


def _several(partners: Sequence[Named], name: str) -> Node:
    named = _NAMED if name != "alike" else _NAMED - 1
    words = [
        one.label if name == "alike" else f"{one.label} ({number(round(one.strength))})"
        for one in partners[:named]
    ]
    more = len(partners) - named
    if more <= 0:
        return ", ".join(words)
    rest = ngettext("and {n} more", "and {n} more", more).format(n=number(more))
    return html.Span(f"{', '.join(words)} {rest}")


def _count(value: int) -> Node:
    return number(value) if value else None


_CELLS: Mapping[str, Callable[[NodeRow, str], Node]] = {
    "name": lambda row, _name: row.name,
    "node_kind": lambda row, _name: kind_word(row.kind),
    "links": lambda row, _name: number(row.links),
    "ties": lambda row, _name: number(row.ties),
    "clients": lambda row, _name: _count(row.clients),
    "went_on": lambda row, _name: _count(row.went_on),
    "to": lambda row, name: _several(row.partners, name),
    "came": lambda row, _name: _count(row.came),
    "origins": lambda row, name: _several(row.origins, name),
    "partners": lambda row, name: _several(row.partners, name),
    "community": lambda row, _name: row.community,
}
