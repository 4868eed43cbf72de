"""What each node means to the network it stands in. Not for G1, where it only says "is a coach" again."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.analysis.between import EXACT_UP_TO, betweenness
from dashboard.analysis.coded import Flags
from dashboard.analysis.holes import holes
from dashboard.analysis.links import Links


@dataclass(frozen=True, slots=True, eq=False)
class Structure:
    """A network and what its nodes mean to it.

    Attributes:
        links: the network.
        nodes: one row a node, in the order of `links.nodes`: `kind`, `key`; `links`, how many it has;
            `holds_together`, whether the network falls into more parts without it (an articulation point);
            `between`, the part of all pairs of others whose shortest way goes through it; `constraint` and
            `circles` (see `holes.Holes`).
        estimated: whether `between` comes from a sample of starting points.
    """

    links: Links
    nodes: pd.DataFrame
    estimated: bool


def structure(links: Links) -> Structure:
    """Measure every node. Directed links count both ways, except for what lies between."""
    both = links.both_ways()
    found = holes(both)
    frame = pd.DataFrame(
        {
            "kind": pd.Series([kind for kind, _key in links.nodes], dtype="str"),
            "key": pd.Series([key for _kind, key in links.nodes], dtype="str"),
            "links": np.diff(both.matrix().indptr).astype(np.int64),
            "holds_together": _articulation_points(both),
            "between": betweenness(links),
            "constraint": found.constraint,
            "circles": found.circles,
        }
    )
    return Structure(links, frame, estimated=len(links.nodes) > EXACT_UP_TO)


def _articulation_points(links: Links) -> Flags:
    import networkx as nx  # noqa: PLC0415 (slow to load)

    flags = np.zeros(len(links.nodes), dtype=bool)
    flags[list(nx.articulation_points(links.graph()))] = True
    return flags
