"""The network of coaches and employers as a graph, and what can be said of it as a whole."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from dashboard.analysis.network_state import EmployerState

if TYPE_CHECKING:
    import networkx as nx

Node = tuple[str, str]
"""("coach", key) or ("employer", key): the two tables may use the same keys."""


@dataclass(frozen=True, slots=True)
class NetworkNumbers:
    """G1 in numbers: coaches, employers and ties among its nodes.

    Attributes:
        density: ties / (coaches · employers); None without ties.
        components: parts that no tie holds together.
    """

    coaches: int
    employers: int
    ties: int
    density: float | None
    components: int


def contact_graph(state: EmployerState) -> "nx.Graph[Node]":
    """G1: active ties, with `strength`, `distance` (1 / strength) and `last_on` on each edge."""
    import networkx as nx  # noqa: PLC0415 (slow to load, and the report's numbers do without it)

    graph: nx.Graph[Node] = nx.Graph()
    edges = state.active_ties
    for coach, employer, strength, last_on in zip(
        edges["coach_id"], edges["employer_id"], edges["strength"], edges["last_on"], strict=True
    ):
        graph.add_edge(
            ("coach", coach),
            ("employer", employer),
            strength=strength,
            distance=1 / strength,
            last_on=last_on.date(),
        )
    return graph


def single_coach_employers(state: EmployerState) -> list[str]:
    """Employers that hang on one coach: their ties are the bridges of G1."""
    return state.employers.index[state.employers["active_ties"] == 1].tolist()


def network_numbers(state: EmployerState) -> NetworkNumbers:
    """Size, density and components of G1, without building the graph."""
    edges = state.active_ties
    coach_of_edge, coaches = pd.factorize(edges["coach_id"])
    employer_of_edge, employers = pd.factorize(edges["employer_id"])
    possible = len(coaches) * len(employers)
    return NetworkNumbers(
        coaches=len(coaches),
        employers=len(employers),
        ties=len(edges),
        density=len(edges) / possible if possible else None,
        components=_components(coach_of_edge, employer_of_edge + len(coaches), len(coaches) + len(employers)),
    )


def _components(
    start: np.ndarray[tuple[int], np.dtype[np.int64]],
    end: np.ndarray[tuple[int], np.dtype[np.int64]],
    nodes: int,
) -> int:
    if not nodes:
        return 0
    matrix = coo_array((np.ones(len(start)), (start, end)), shape=(nodes, nodes))
    return int(connected_components(matrix, directed=False, return_labels=False))
