"""The list beside a network behind the ties: its nodes, searched, sorted and paged on the server."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.i18n import sort_key
from dashboard.reports.access import Access
from dashboard.reports.network_communities import NamedCommunities, NamedCommunity
from dashboard.reports.network_layer import LayerView, shown_layer
from dashboard.reports.network_layer_groups import chosen_group, groups
from dashboard.reports.network_scope import known
from dashboard.reports.state import PageState

PAGE_SIZE = 25
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "ways": ("name", "went_on", "to", "came", "origins"),
    "alike": ("name", "links", "partners", "community"),
    "coaches": ("name", "ties", "links", "partners"),
    "referrers": ("name", "node_kind", "clients", "partners"),
}
"""The columns of each network's list."""
UNSORTED = frozenset({"to", "origins", "partners"})
NUMBERS = frozenset({"went_on", "came", "links", "ties", "clients"})
_HELD = {"clients": "weight", "came": "into", "name": "label", "node_kind": "kind"}
"""What a column is sorted by, where that has another name among the nodes."""
_OWN_ORDER = {"ways": "-went_on", "alike": "-links", "coaches": "-links", "referrers": "-clients"}


@dataclass(frozen=True, slots=True)
class Named:
    """Something that a node is linked to."""

    node: str
    label: str
    strength: float


@dataclass(frozen=True, slots=True)
class NodeRow:
    """One row of the list: a node.

    Attributes:
        node: its id.
        key: its own key, of an employer the first of its kind.
        name: what it is called.
        kind: "employer", "coach", "unit", "referrer" or "party".
        links: how many it is linked to.
        ties: employers with a living tie, of a coach.
        went_on: clients who went on from it to a job elsewhere.
        came: clients who came to it from elsewhere, by way.
        clients: clients whom it sends, takes part around or employs; 0 for a unit, through which all go.
        partners: what it is linked to, or leads to; the strongest first.
        origins: where its arrows come from.
        community: the group that it belongs to; empty when to none, or not known yet.
        employers: the keys of all its employers.
    """

    node: str
    key: str
    name: str
    kind: str
    links: int
    ties: int
    went_on: int
    came: int
    clients: int
    partners: tuple[Named, ...]
    origins: tuple[Named, ...]
    community: str
    employers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NodePage:
    """A page of the list.

    Attributes:
        rows: its rows.
        found: how many the search leaves.
        of: how many there are, of the group that is chosen or in all.
        page: which page it is, from 1.
        sort: the order in force.
        group: the group whose employers alone are listed.
    """

    rows: tuple[NodeRow, ...]
    found: int
    of: int
    page: int
    sort: str
    group: NamedCommunity | None


def node_page(access: Access, page: PageState) -> NodePage:
    """The page of the list that the address asks for."""
    view, found = shown_layer(access, page), groups(access, page)
    chosen = chosen_group(found, page)
    listed = _of_group(view, chosen)
    rows = _ordered(view, _searched(access, page, view, listed), page, found)
    number = min(page.page, max(1, -(-len(rows) // PAGE_SIZE)))
    part = rows.iloc[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    return NodePage(_rows(view, part, found), len(rows), len(listed), number, order_of(page), chosen)


def all_nodes(access: Access, page: PageState) -> tuple[NodeRow, ...]:
    """Every row that the address asks for, in its order, for a file."""
    view, found = shown_layer(access, page), groups(access, page)
    listed = _searched(access, page, view, _of_group(view, chosen_group(found, page)))
    return _rows(view, _ordered(view, listed, page, found), found)


def node_row(access: Access, page: PageState, node: str) -> NodeRow:
    """The row of one node."""
    view = shown_layer(access, page)
    (row,) = _rows(view, view.nodes.loc[[node]], groups(access, page))
    return row


def order_of(page: PageState) -> str:
    """The order in force: as asked for when the network has the column, else its own."""
    name, column = page.layer or "", (page.sort or "").removeprefix("-")
    possible = column in COLUMNS[name] and column not in UNSORTED
    return page.sort or "" if possible else _OWN_ORDER[name]


def _of_group(view: LayerView, chosen: NamedCommunity | None) -> pd.DataFrame:
    if chosen is None:
        return view.nodes
    wanted = {view.node_of[key] for key in chosen.employer_ids if key in view.node_of}
    return view.nodes[view.nodes.index.isin(wanted)]


def _searched(access: Access, page: PageState, view: LayerView, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows whose name or key holds the text, or one of whose employers' key or place does."""
    if not page.text:
        return rows
    wanted = page.text.casefold()
    hit = rows["label"].str.casefold().str.contains(wanted, regex=False)
    hit |= rows["key"].str.casefold().str.contains(wanted, regex=False)
    places = known(access, page).state.employers["locality"].str.casefold()
    there = places.index[places.str.contains(wanted, regex=False).fillna(False).astype(bool)]
    nodes = {node for employer, node in view.node_of.items() if wanted in employer.casefold()}
    nodes |= {view.node_of[employer] for employer in there if employer in view.node_of}
    return rows[hit | rows.index.isin(nodes)]


def _ordered(
    view: LayerView, rows: pd.DataFrame, page: PageState, found: NamedCommunities | None
) -> pd.DataFrame:
    order = order_of(page)
    column = order.removeprefix("-")
    keys: dict[str, Any] = {"_name": rows["label"].map(sort_key)}
    if column == "community":
        of = _community_of(view, found)
        keys["_wanted"] = [sort_key(of.get(node, "\uffff")) for node in rows.index]
    else:
        held = rows[_HELD.get(column, column)]
        keys["_wanted"] = held if column in NUMBERS else held.map(sort_key)
    by = pd.DataFrame({"_weight": rows["weight"], **keys}, index=rows.index)
    falling = order.startswith("-")
    ordered = by.sort_values(["_wanted", "_weight", "_name"], ascending=[not falling, False, True])
    return rows.loc[ordered.index]


def _community_of(view: LayerView, found: NamedCommunities | None) -> dict[str, str]:
    """The name of the group of each node."""
    if found is None:
        return {}
    return {view.node_of[key]: name for key, name in found.of().items() if key in view.node_of}


def _rows(view: LayerView, part: pd.DataFrame, found: NamedCommunities | None) -> tuple[NodeRow, ...]:
    places = dict(zip(view.nodes.index, range(len(view.nodes)), strict=True))
    of = _community_of(view, found)
    return tuple(_row(view, row, places[row.Index], of) for row in part.itertuples())


def _row(view: LayerView, row: Any, place: int, community_of: Mapping[str, str]) -> NodeRow:
    labels, ids = view.nodes["label"], view.nodes.index

    def named(partners: Any) -> tuple[Named, ...]:
        return tuple(
            Named(str(ids[one.place]), str(labels.iloc[one.place]), one.strength) for one in partners
        )

    return NodeRow(
        node=row.Index,
        key=row.key,
        name=row.label,
        kind=row.kind,
        links=int(row.links),
        ties=int(row.ties),
        went_on=int(row.went_on),
        came=round(row.into) if view.directed else 0,
        clients=round(row.weight) if view.name == "referrers" and row.kind != "unit" else 0,
        partners=named(view.partners(place)),
        origins=named(view.sources(place)) if view.directed else (),
        community=community_of.get(row.Index, ""),
        employers=view.members.get(row.Index, ()),
    )
