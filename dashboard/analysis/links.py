"""A network as arrays: what all networks but that of coaches and employers have in common."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from dashboard.analysis.coded import Codes

if TYPE_CHECKING:
    import networkx as nx

Node = tuple[str, str]
"""What it is ("coach", "client", "employer", "unit", "referrer", "party"), and its key."""
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Links:
    """One row a link, each pair once, by start and end.

    Attributes:
        nodes: what stands at each place; only what has a link.
        start: where each link begins, as a place in `nodes`; undirected, the smaller place of the two.
        end: where it ends.
        strength: what the link weighs: the distance of two neighbours is 1 / strength.
        directed: whether a link leads one way only.
    """

    nodes: tuple[Node, ...]
    start: Codes
    end: Codes
    strength: Floats
    directed: bool = False

    def matrix(self) -> csr_array:
        """Strengths as a matrix; symmetric unless the links are directed."""
        start, end, strength = self.start, self.end, self.strength
        if not self.directed:
            start, end = np.concatenate([start, end]), np.concatenate([end, start])
            strength = np.concatenate([strength, strength])
        return csr_array((strength, (start, end)), shape=(len(self.nodes), len(self.nodes)))

    def graph(self) -> "nx.Graph[int]":
        """The links for networkx: nodes are places in `nodes`; each link has `strength` and `distance`."""
        import networkx as nx  # noqa: PLC0415 (slow to load, and most figures do without it)

        graph: nx.Graph[int] = nx.DiGraph() if self.directed else nx.Graph()
        graph.add_nodes_from(range(len(self.nodes)))
        for start, end, strength in zip(
            self.start.tolist(), self.end.tolist(), self.strength.tolist(), strict=True
        ):
            graph.add_edge(start, end, strength=strength, distance=1 / strength)
        return graph

    def both_ways(self) -> "Links":
        """The same without direction: what leads both ways adds up."""
        if not self.directed:
            return self
        return gathered(self.nodes, self.start, self.end, self.strength)


def gathered(
    nodes: Sequence[Node], start: Codes, end: Codes, strength: Any = 1.0, directed: bool = False
) -> Links:
    """Links from rows in any order: equal pairs add up, and nodes without a link go.

    Args:
        nodes: everything that a row may point at.
        start: a place in `nodes` for each row.
        end: another.
        strength: one a row, or the same for all.
        directed: whether start and end differ in kind; else the smaller place is the start.
    """
    low, high = (start, end) if directed else (np.minimum(start, end), np.maximum(start, end))
    size = max(len(nodes), 1)
    pairs, place = np.unique(low * size + high, return_inverse=True)
    weights = np.bincount(place, np.broadcast_to(strength, len(low)), len(pairs)).astype(np.float64)
    used, ends = np.unique(np.concatenate([pairs // size, pairs % size]), return_inverse=True)
    return Links(
        tuple(nodes[one] for one in used.tolist()),
        ends[: len(pairs)].astype(np.int64),
        ends[len(pairs) :].astype(np.int64),
        weights,
        directed,
    )


def distinct(*columns: Codes) -> tuple[Codes, ...]:
    """The different rows of some columns."""
    return tuple(np.unique(np.stack(columns), axis=1))
