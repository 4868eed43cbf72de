"""Whom to ask about an employer: the shortest way there over people who know each other."""

from typing import TYPE_CHECKING

from dashboard.analysis.links import Links
from dashboard.analysis.network_state import EmployerState

if TYPE_CHECKING:
    import networkx as nx


def warm_path(state: EmployerState, colleagues: Links, coach_id: str, employer_id: str) -> tuple[str, ...]:
    """The coaches from the one who asks to the one with a living tie, both counted.

    Who has a living tie herself need ask nobody. Otherwise the way goes over colleagues who share employers,
    and is the shortest where each step is one divided by its strength: a strong tie is near.

    Args:
        state: the ties.
        colleagues: who shares employers with whom (G5).
        coach_id: who asks.
        employer_id: where to.

    Returns:
        Their keys; empty when no way leads there.
    """
    edges = state.active_ties
    known = edges[(edges["employer_id"] == employer_id) & (edges["strength"] > 0)]
    if coach_id in set(known["coach_id"]):
        return (coach_id,)
    place = {key: number for number, (_kind, key) in enumerate(colleagues.nodes)}
    if coach_id not in place or known.empty:
        return ()
    graph, there = colleagues.graph(), len(place)
    for coach, strength in zip(known["coach_id"], known["strength"].tolist(), strict=True):
        if coach in place:
            graph.add_edge(place[coach], there, distance=1 / strength)
    return _shortest(graph, place, coach_id, there)


def strongest_tie(state: EmployerState, employer_id: str) -> str:
    """The coach with the strongest living tie, the first by key of equals; empty when nobody has one."""
    edges = state.active_ties
    known = edges[edges["employer_id"] == employer_id]
    best = known.sort_values(["strength", "coach_id"], ascending=[False, True], kind="stable")["coach_id"]
    return str(best.iloc[0]) if len(best) else ""


def _shortest(graph: "nx.Graph[int]", place: dict[str, int], coach_id: str, there: int) -> tuple[str, ...]:
    import networkx as nx  # noqa: PLC0415 (slow to load, and most pages do without it)

    if there not in graph or not nx.has_path(graph, place[coach_id], there):
        return ()
    names = list(place)
    path = nx.dijkstra_path(graph, place[coach_id], there, weight="distance")
    return tuple(names[number] for number in path[:-1])
