"""What a place in a network means, against networkx and by hand."""

from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis import between
from dashboard.analysis.between import betweenness
from dashboard.analysis.holes import holes
from dashboard.analysis.links import Links, gathered
from dashboard.analysis.structure import structure


def links_of(graph: "nx.Graph[int]", strength: str = "weight", directed: bool = False) -> Links:
    """The links of a networkx graph whose nodes are numbers from 0 and all have a link."""
    rows = [(start, end, data.get(strength, 1.0)) for start, end, data in graph.edges(data=True)]
    nodes = [("employer", str(number)) for number in range(graph.number_of_nodes())]
    start, end, weight = (np.array(column) for column in zip(*rows, strict=True))
    return gathered(nodes, start, end, weight, directed)


def networkx_of(links: Links) -> Any:
    return links.graph()


def in_order(found: dict[int, float]) -> list[float]:
    return [found[node] for node in sorted(found)]


KARATE = nx.karate_club_graph()
KRACKHARDT = nx.krackhardt_kite_graph()
CLASSICS = pytest.mark.parametrize(
    "graph", [KARATE, KRACKHARDT, nx.star_graph(5), nx.path_graph(6), nx.florentine_families_graph()],
    ids=["karate", "kite", "star", "path", "florence"],
)  # fmt: skip


@CLASSICS
def test_holes_and_cut_points_are_those_of_networkx(graph: Any) -> None:
    links = links_of(nx.convert_node_labels_to_integers(graph))
    found, plain = structure(links), networkx_of(links)
    assert found.nodes["constraint"].tolist() == pytest.approx(
        in_order(nx.constraint(plain, weight="strength"))
    )
    assert found.nodes["circles"].tolist() == pytest.approx(in_order(nx.effective_size(plain)))
    assert set(np.flatnonzero(found.nodes["holds_together"])) == set(nx.articulation_points(plain))
    assert found.nodes["links"].tolist() == in_order(dict(plain.degree()))


@CLASSICS
def test_what_lies_between_is_that_of_networkx(graph: Any) -> None:
    links = links_of(nx.convert_node_labels_to_integers(graph), strength="none")
    expected = in_order(nx.betweenness_centrality(networkx_of(links)))
    assert betweenness(links).tolist() == pytest.approx(expected)


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("seed", range(4))
def test_a_strong_tie_is_a_short_way(seed: int, directed: bool) -> None:
    dice = np.random.default_rng(seed)
    graph = nx.gnp_random_graph(30, 0.12, seed=seed, directed=directed)
    graph.remove_nodes_from(list(nx.isolates(graph)))
    graph = nx.convert_node_labels_to_integers(graph)
    # Whole distances below 2^10 add up exactly, so that networkx finds equal ways equal too.
    for _start, _end, data in graph.edges(data=True):
        data["weight"] = 1 / 2.0 ** dice.integers(0, 3)
    links = links_of(graph, directed=directed)
    expected = in_order(nx.betweenness_centrality(networkx_of(links), weight="distance"))
    assert betweenness(links).tolist() == pytest.approx(expected)


def test_krackhardts_kite_by_hand() -> None:
    """Heather, number 7, is the bridge: 14 of the 36 pairs of others go through her (Krackhardt, 1990)."""
    found = structure(links_of(KRACKHARDT)).nodes
    assert found["between"].idxmax() == 7
    assert found["between"][7] == pytest.approx(14 / 36)
    assert found["holds_together"].to_list() == [False] * 7 + [True, True, False]


def test_three_in_a_row_by_hand() -> None:
    found = structure(links_of(nx.path_graph(3))).nodes
    assert found["between"].tolist() == [0.0, 1.0, 0.0]
    assert found["circles"].tolist() == [1.0, 2.0, 1.0]
    assert found["constraint"].tolist() == [1.0, 0.5, 1.0]


def test_a_triangle_is_one_circle_by_hand() -> None:
    found = structure(links_of(nx.cycle_graph(3))).nodes
    # Of two contacts tied to each other by one tie: 2 − 2 · 1 / 2. Each share ½, through the third ¼.
    assert found["circles"].tolist() == [1.0] * 3
    assert found["constraint"].tolist() == pytest.approx([2 * 0.75**2] * 3)
    assert not found["holds_together"].any()


def test_a_large_network_is_estimated_and_comes_near(monkeypatch: pytest.MonkeyPatch) -> None:
    links = links_of(nx.barabasi_albert_graph(400, 2, seed=1))
    exact = betweenness(links)
    assert not structure(links).estimated
    monkeypatch.setattr(between, "EXACT_UP_TO", 100)
    sampled = betweenness(links)
    assert np.corrcoef(exact, sampled)[0, 1] > 0.95
    assert betweenness(links).tolist() == sampled.tolist()


def test_of_nothing_there_is_nothing() -> None:
    none = np.zeros(0, dtype=np.int64)
    empty = gathered([], none, none)
    assert len(structure(empty).nodes) == 0
    pair = structure(links_of(nx.path_graph(2))).nodes
    assert (pair["between"].tolist(), pair["constraint"].tolist()) == ([0.0, 0.0], [1.0, 1.0])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8), st.integers(1, 4)), min_size=1, max_size=25))
def test_holes_agree_on_random_networks(rows: list[tuple[int, int, int]]) -> None:
    some = [row for row in rows if row[0] != row[1]] or [(0, 1, 1)]
    start, end, weight = (np.array(column) for column in zip(*some, strict=True))
    links = gathered([("coach", str(number)) for number in range(9)], start, end, weight)
    found, plain = holes(links), networkx_of(links)
    assert found.constraint.tolist() == pytest.approx(in_order(nx.constraint(plain, weight="strength")))
    assert found.circles.tolist() == pytest.approx(in_order(nx.effective_size(plain)))


def test_a_hub_of_many_is_no_trouble_in_small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    links = links_of(nx.wheel_graph(60))
    whole = holes(links)
    monkeypatch.setattr("dashboard.analysis.holes.AT_ONCE", 7)
    parts = holes(links)
    assert parts.constraint.tolist() == pytest.approx(whole.constraint.tolist())
    assert parts.circles.tolist() == whole.circles.tolist()
