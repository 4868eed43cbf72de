"""A network behind the ties as the network page shows it: its nodes by name, and who is linked to whom.

Employers that are one kind, alike and at the same place, are one node; its key is that of the first of them,
which stays the same when others come.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from dashboard.analysis.links import Floats
from dashboard.i18n import language, ngettext, number
from dashboard.reports.access import Access
from dashboard.reports.employer_index import require_staff
from dashboard.reports.layers import alike_employers, layer
from dashboard.reports.network_scope import known
from dashboard.reports.network_ways import ways_to_work
from dashboard.reports.state import PageState


@dataclass(frozen=True, slots=True)
class Partner:
    """What a node is linked to, by its place in the frame of nodes, and how strongly."""

    place: int
    strength: float


@dataclass(frozen=True, eq=False)
class LayerView:
    """A network ready to be listed and drawn. Treat the frames as read-only.

    Attributes:
        name: its key in LAYERS of `state`.
        nodes: one row a node by its id ("coach:A"): `kind`, `key`, `label`, `links` (of alike employers: how
            many are like it), `weight` (the sum of its links), `into` (of those that lead to it), `went_on`
            (clients, of a stepping stone), `ties` (employers with a living tie, of a coach), `rung` (of an
            employer; -1 for others and when it is not in the selection), `size` (employers of it); and what
            `structure` measures, save for alike employers.
        links: one row a link, as places in `nodes`: `start`, `end`, `strength`.
        directed: whether links lead from start to end only.
        node_of: the node of each employer.
        left_out: employers without an occupation or an area, which nothing can be said of.
    """

    name: str
    nodes: pd.DataFrame
    links: pd.DataFrame
    directed: bool
    node_of: Mapping[str, str]
    left_out: int = 0

    @cached_property
    def members(self) -> Mapping[str, tuple[str, ...]]:
        """The employers of each node."""
        found: dict[str, tuple[str, ...]] = {}
        for employer, node in self.node_of.items():
            found[node] = (*found.get(node, ()), employer)
        return found

    def partners(self, place: int) -> tuple[Partner, ...]:
        """What a node is linked to; of arrows, what they lead to; the strongest first."""
        return self._row(self._matrix, place)

    def sources(self, place: int) -> tuple[Partner, ...]:
        """Where the arrows to a node come from, the strongest first."""
        return self._row(self._backwards, place)

    def _row(self, matrix: csr_array, place: int) -> tuple[Partner, ...]:
        part = slice(matrix.indptr[place], matrix.indptr[place + 1])
        found = zip(matrix.indices[part].tolist(), matrix.data[part].tolist(), strict=True)
        labels = self.nodes["label"].to_numpy()
        ordered = sorted(found, key=lambda one: (-one[1], str(labels[one[0]]).casefold(), one[0]))
        return tuple(Partner(other, strength) for other, strength in ordered)

    @cached_property
    def _matrix(self) -> csr_array:
        start, end, strength = (self.links[column].to_numpy() for column in ("start", "end", "strength"))
        if not self.directed:
            start, end = np.concatenate([start, end]), np.concatenate([end, start])
            strength = np.concatenate([strength, strength])
        count = len(self.nodes)
        return csr_array((strength, (start, end)), shape=(count, count))

    @cached_property
    def _backwards(self) -> csr_array:
        return csr_array(self._matrix.T)


def shown_layer(access: Access, page: PageState) -> LayerView:
    """The network that the address asks for, of the whole selection on the page's day.

    Raises:
        AccessDenied: when the person is neither coach nor manager.
        InvalidParameter: when there is no such unit or programme.
    """
    require_staff(access)
    name = page.layer or ""
    # Names of kinds and of who sends are words, so each language has its own.
    found: LayerView = known(access, page).results.get(
        ("layer_view", name, language()), lambda: _view(access, page, name)
    )
    return found


def selected_node(view: LayerView, page: PageState) -> str | None:
    """The node that the address names, itself or by the employer that is chosen on the page."""
    if page.node in view.nodes.index:
        return page.node
    return view.node_of.get(page.employer) if page.employer and not page.node else None


def _view(access: Access, page: PageState, name: str) -> LayerView:
    if name == "alike":
        return _view_of_alike(access, page)
    found = layer(access, page, name)
    kinds, keys = found.nodes["kind"].tolist(), found.nodes["key"].tolist()
    ids = [f"{kind}:{key}" for kind, key in zip(kinds, keys, strict=True)]
    node_of = {key: node for kind, key, node in zip(kinds, keys, ids, strict=True) if kind == "employer"}
    into = _sums(found.links["end"], found.links["strength"], len(ids))
    nodes = found.nodes.assign(
        into=into, weight=into + _sums(found.links["start"], found.links["strength"], len(ids)), size=1
    ).set_index(pd.Index(ids, dtype="str"))
    more = _with_more(access, page, name, nodes, node_of)
    return LayerView(name, more, found.links, found.directed, node_of)


def _view_of_alike(access: Access, page: PageState) -> LayerView:
    """Without what lies between: it answers nothing among the merely alike, and takes seconds."""
    alike, world = alike_employers(access, page), access.store.world()
    names = dict(zip(world.employers["employer_id"], world.employers["name"], strict=True))
    first = dict(zip(reversed(alike.kind.tolist()), reversed(alike.employer_ids), strict=True))
    # Several of one kind are alike even when nobody else is like them.
    kinds = np.concatenate([alike.linked, np.setdiff1d(np.flatnonzero(alike.sizes > 1), alike.linked)])
    sizes = alike.sizes[kinds]
    ids = {kind: f"employer:{first[kind]}" for kind in kinds.tolist()}
    node_of = {
        employer: ids[kind]
        for employer, kind in zip(alike.employer_ids, alike.kind.tolist(), strict=True)
        if kind in ids
    }
    start, end, strength = alike.links.start, alike.links.end, alike.links.strength
    beside = np.bincount(start, sizes[end], len(kinds)) + np.bincount(end, sizes[start], len(kinds))
    keys = [first[kind] for kind in ids]
    nodes = pd.DataFrame(
        {
            "kind": "employer",
            "key": keys,
            "label": [_label(names[key], size) for key, size in zip(keys, sizes.tolist(), strict=True)],
            "links": (beside + sizes - 1).astype(np.int64),
            "weight": np.bincount(start, strength, len(kinds)) + np.bincount(end, strength, len(kinds)),
            "into": 0.0,
            "size": sizes,
        },
        index=pd.Index(list(ids.values()), dtype="str"),
    )
    links = pd.DataFrame({"start": start, "end": end, "strength": strength})
    more = _with_more(access, page, "alike", nodes, node_of)
    return LayerView("alike", more, links, directed=False, node_of=node_of, left_out=alike.left_out)


def _label(name: str, size: int) -> str:
    """The first of a kind by name; what all of them offer would make a long one."""
    if size == 1:
        return name
    said = ngettext(
        "{name} and {n} more at the same place", "{name} and {n} more at the same place", size - 1
    )
    return said.format(name=name, n=number(size - 1))


def _sums(place: "pd.Series[int]", strength: "pd.Series[float]", count: int) -> Floats:
    return np.bincount(place, strength, count).astype(np.float64)


def _with_more(
    access: Access, page: PageState, name: str, nodes: pd.DataFrame, node_of: Mapping[str, str]
) -> pd.DataFrame:
    """What the list and the picture say of a node besides its links."""
    state = access.employer_state(page.units, page.programme, page.on)
    rungs = state.employers["rung"]
    highest = rungs.groupby(rungs.index.map(dict(node_of))).max()
    stones = ways_to_work(access, page).stones if name == "ways" else {}
    ties = state.active_ties["coach_id"].value_counts().to_dict() if name == "coaches" else {}
    return nodes.assign(
        rung=highest.reindex(nodes.index).fillna(-1).to_numpy(dtype=np.int64),
        went_on=[int(stones.get(key, 0)) for key in nodes["key"]],
        ties=[int(ties.get(key, 0)) for key in nodes["key"]],
    )
