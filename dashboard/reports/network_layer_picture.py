"""The picture of a network behind the ties: which of its nodes are drawn, where, and what is meant."""

import hashlib
import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.analysis.layer_layout import in_columns, settled
from dashboard.analysis.layout import Point
from dashboard.i18n import language, number
from dashboard.reports.access import Access
from dashboard.reports.network_communities import NamedCommunities, NamedCommunity
from dashboard.reports.network_labels import EDGE, free_names
from dashboard.reports.network_layer import LayerView, selected_node, shown_layer
from dashboard.reports.network_layer_groups import chosen_group, groups
from dashboard.reports.network_scope import known
from dashboard.reports.state import PageState
from dashboard.words import word

SHOWN = 300
LABELLED = 10
APART = {"coaches": 170.0, "referrers": 46.0, "ways": 42.0, "alike": 34.0}
"""How far apart nodes stand: names in boxes need more room than marks."""
TITLE_ROOM = 24.0
"""Room above a group for its number."""
BOXED = frozenset({"coach", "unit", "referrer", "party"})
Link = tuple[int, int, float]
"""Start and end by place among what is drawn, and the strength."""
COLUMNS = (("referrer", "party"), ("unit",), ("employer",))


@dataclass(frozen=True, slots=True, eq=False)
class LayerPicture:
    """What is drawn.

    Attributes:
        nodes: `[id, name, x, y, kind, rung, size]`, size 0–100.
        links: `[start, end, width]`, by place in `nodes`.
        directed: whether links are arrows.
        selected: the node that is chosen, by place; -1 for none.
        meant: the nodes of the chosen group, or those that the chosen node is linked to, by place.
        lit: the links of the chosen node, by place in `links`.
        labelled: nodes whose names are written out.
        sides: of those, the side of each name that does not stand below its mark.
        titles: the groups by their number in the list of groups: `[number, x, y]`.
        of: how many nodes there are in all.
        key: changes when the picture should be fitted anew.
    """

    nodes: list[list[Any]]
    links: list[list[float]]
    directed: bool
    selected: int
    meant: list[int]
    lit: list[int]
    labelled: list[int]
    sides: dict[str, str]
    titles: list[list[Any]]
    of: int
    key: str


def layer_picture(access: Access, page: PageState) -> LayerPicture:
    """The picture that the address asks for."""
    view, found = shown_layer(access, page), groups(access, page)
    chosen, group = selected_node(view, page), chosen_group(found, page)
    key = ("layer_picture", view.name, chosen, group, found is None, language())
    made: LayerPicture = known(access, page).results.get(
        key, lambda: _picture(access, view, chosen, group, found)
    )
    return made


def _picture(
    access: Access,
    view: LayerView,
    chosen: str | None,
    group: NamedCommunity | None,
    found: NamedCommunities | None,
) -> LayerPicture:
    group_of = _group_of(view, found)
    members = {view.node_of[key] for key in (group.employer_ids if group else ()) if key in view.node_of}
    ids = _drawn(view, chosen, members)
    links = _links_between(view, ids)
    selected = ids.index(chosen) if chosen in ids else -1
    near = links
    if view.name == "alike":
        # All ties of some hundred alike employers are a thicket: those within groups, and of the chosen one.
        inside = [group_of.get(ids[start], -1) == group_of.get(ids[end], -2) for start, end, _n in links]
        near = [link for link, within in zip(links, inside, strict=True) if within]
        links = [link for link, within in zip(links, inside, strict=True) if within or selected in link[:2]]
    places = _places(access, view, ids, near, lasting=view.name != "alike" or found is not None)
    lit = [index for index, link in enumerate(links) if selected in link[:2]]
    beside = {end for index in lit for end in links[index][:2]} - {selected}
    of_group = [place for place, node in enumerate(ids) if node in members]
    meant = sorted(beside) if selected >= 0 else of_group
    named = _labelled(view, ids, places, [selected, *meant] if selected >= 0 else [])
    return LayerPicture(
        nodes=_nodes(view, ids, places),
        links=[[start, end, _width(view, strength)] for start, end, strength in links],
        directed=view.directed,
        selected=selected,
        meant=meant,
        lit=lit,
        labelled=list(named),
        sides={str(at): side for at, side in named.items() if side},
        titles=_titles(ids, places, group_of),
        of=len(view.nodes),
        key=hashlib.blake2b(repr((view.name, found is None, ids)).encode(), digest_size=8).hexdigest(),
    )


def _group_of(view: LayerView, found: NamedCommunities | None) -> dict[str, int]:
    """The group of each node, by place among the groups."""
    if found is None:
        return {}
    return {
        view.node_of[key]: place
        for place, one in enumerate(found.found)
        for key in one.employer_ids
        if key in view.node_of
    }


def _drawn(view: LayerView, chosen: str | None, members: set[str]) -> list[str]:
    """The nodes to draw: the chosen and what it is linked to, those of the group, then the most linked."""
    nodes = view.nodes
    heaviest = nodes.sort_values(["went_on", "weight", "links"], ascending=False, kind="stable").index
    first: list[str] = []
    if chosen is not None:
        place = nodes.index.tolist().index(chosen)
        first = [
            chosen,
            *(str(nodes.index[one.place]) for one in (*view.partners(place), *view.sources(place))),
        ]
    wanted = dict.fromkeys([*first, *(node for node in heaviest if node in members), *heaviest])
    return sorted(itertools.islice(wanted, SHOWN))


def _places(
    access: Access, view: LayerView, ids: Sequence[str], links: Sequence[Link], *, lasting: bool
) -> dict[str, Point]:
    """Where they are drawn: as stored, and what is new for good, unless it is only for now."""
    graph = f"layer:{view.name}"
    stored = {node: Point(*place) for node, place in access.store.positions(graph).items()} if lasting else {}
    if all(node in stored for node in ids):
        return stored
    pairs = [(ids[start], ids[end]) for start, end, _strength in links]
    if view.name == "referrers":
        kinds = view.nodes["kind"].loc[list(ids)]
        columns = [[node for kind in column for node in kinds.index[kinds == kind]] for column in COLUMNS]
        placed = in_columns(columns, pairs, stored, APART[view.name])
    else:
        # What is linked to nothing that is drawn is tied to itself, so that it gets a place too.
        room = TITLE_ROOM if view.name == "alike" else 0.0
        placed = settled([*pairs, *((node, node) for node in ids)], stored, APART[view.name], room)
    if lasting:
        new = {node: (point.x, point.y) for node, point in placed.items() if node not in stored}
        access.store.keep_positions(graph, new)
    return placed


def _titles(ids: Sequence[str], places: Mapping[str, Point], group_of: Mapping[str, int]) -> list[list[Any]]:
    """The numbers of the groups, each above those of its members that are drawn."""
    members: dict[int, list[Point]] = {}
    for node in ids:
        if node in group_of:
            members.setdefault(group_of[node], []).append(places[node])
    return [[number(group + 1), *_above(points)] for group, points in sorted(members.items())]


def _above(points: Sequence[Point]) -> tuple[int, int]:
    """The middle above some points."""
    across = sorted(one.x for one in points)
    return round((across[0] + across[-1]) / 2), round(min(one.y for one in points) - 16)


def _links_between(view: LayerView, ids: Sequence[str]) -> list[Link]:
    """The links of those that are drawn, by place among them."""
    place = pd.Index(ids).get_indexer(view.nodes.index)
    start, end = place[view.links["start"]], place[view.links["end"]]
    both = (start >= 0) & (end >= 0)
    strength = view.links["strength"].to_numpy()[both]
    return list(zip(start[both].tolist(), end[both].tolist(), strength.tolist(), strict=True))


def _width(view: LayerView, strength: float) -> float:
    """A width in px, from the strength in the network's own unit."""
    return round(0.5 + 1.5 * strength, 1) if view.name == "alike" else min(1 + float(strength), 9.0)


def _nodes(view: LayerView, ids: Sequence[str], places: dict[str, Point]) -> list[list[Any]]:
    rows = view.nodes.loc[list(ids)]
    by = rows["went_on"] if view.name == "ways" else rows["weight"] if view.name != "alike" else rows["size"]
    most = max(1.0, float(by.max())) if len(by) else 1.0
    drawn = zip(ids, map(_short, ids, rows["label"]), rows["kind"], rows["rung"], by, strict=True)
    return [
        [node, label, round(places[node].x), round(places[node].y), kind, int(rung), round(100 * n / most)]
        for node, label, kind, rung, n in drawn
    ]


def _short(node: str, label: str) -> str:
    """What is written in a node's box: that a party is one is drawn, so that its name is not cut off."""
    kind, _colon, key = node.partition(":")
    return word("referrer", key) if kind == "party" else label


def _labelled(
    view: LayerView, ids: Sequence[str], places: dict[str, Point], near: list[int]
) -> dict[int, str]:
    """Whose names find room, and where: the chosen and those near it; else all, save in a crowd."""
    rows = view.nodes.loc[list(ids)].reset_index(drop=True)
    order = rows.sort_values(["went_on", "weight"], ascending=False, kind="stable").index.tolist()
    if near or view.name == "alike":
        order = sorted(set(near), key=lambda place: (place != near[0], order.index(place)))
    boxed = rows["kind"].isin(BOXED)
    names = ((ids[at], str(rows["label"][at]), places[ids[at]]) for at in order if not boxed[at])
    boxes = [places[ids[at]] for at in rows.index[boxed]]
    marks = [places[ids[at]] for at in rows.index[~boxed]]
    # Outside the column of employers there is nothing but room.
    edge = math.inf if view.name == "referrers" else EDGE
    named = free_names(itertools.islice(names, 3 * LABELLED), boxes, LABELLED, marks, edge)
    return {ids.index(node): side for node, side in named.items()}
