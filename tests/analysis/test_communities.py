"""Likeness, Louvain's method and how well divisions agree: by hand, and against networkx."""

from itertools import combinations

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.communities import communities, most_common
from dashboard.analysis.likeness import NEAREST, Likeness, likeness
from dashboard.analysis.louvain import _Level, _together, louvain
from dashboard.analysis.partitions import adjusted_rand, recovered
from tests.analysis.small import DEFINITIONS, state_of
from tests.analysis.test_structure import KARATE, links_of
from tests.builders import Row, employer


def at(key: str, occupations: str | None, north_km: float = 0.0) -> Row:
    """An employer so many kilometres north of Vallentuna's church."""
    place = {
        "position_precision": "exact",
        "map_latitude": 59.533 + north_km / 111.195,
        "map_longitude": 18.078,
    }
    return employer(key, occupations=occupations, map_municipality_code="0115", **place)


def somewhere(key: str, occupations: str, municipality="0115") -> Row:
    """An employer of which only the municipality is known."""
    where = {"map_latitude": 59.53, "map_longitude": 18.08, "position_precision": "municipality"}
    return employer(key, occupations=occupations, map_municipality_code=municipality, **where)


def alike(*rows: Row) -> Likeness:
    return likeness(state_of(*rows), DEFINITIONS)


def pairs(found: Likeness) -> dict[tuple[str, str], float]:
    """The first employers of each two kinds that are tied, and how alike they are."""
    first = {kind: found.employer_ids[list(found.kind).index(kind)] for kind in found.kind.tolist()}
    ends = (found.linked[found.links.start], found.linked[found.links.end], found.links.strength)
    rows = zip(*(side.tolist() for side in ends), strict=True)
    named = ((first[one], first[other], strength) for one, other, strength in rows)
    return {(min(one, other), max(one, other)): strength for one, other, strength in named}


# Likeness


def test_an_occupation_in_common_within_the_distance_ties() -> None:
    found = alike(at("E1", "9412;5120"), at("E2", "9411", 14.9), at("E3", "9411", 15.1), at("E4", "2221"))
    # Groups 94 and 51 beside 94: one shared of two.
    assert pairs(found) == {("E1", "E2"): 0.5, ("E2", "E3"): 1.0}


def test_the_same_occupations_at_the_same_place_are_one_kind() -> None:
    found = alike(at("E1", "9412"), at("E2", "9411;9412"), at("E3", "9412", 1))
    assert found.sizes.tolist() == [2, 1]
    assert pairs(found) == {("E1", "E3"): 1.0}
    assert found.alike("E1") == ("E2", "E3")
    assert found.alike("E9") == ()


def test_where_only_the_municipality_is_known_it_must_be_the_same() -> None:
    rows = (somewhere("E1", "9412;51"), somewhere("E2", "9412", "0114"), at("E3", "9412"), at("E4", "94;51"))
    assert set(pairs(alike(*rows))) == {("E1", "E3"), ("E1", "E4"), ("E3", "E4")}


def test_without_an_occupation_or_an_area_one_is_left_out() -> None:
    nowhere = employer("E1", occupations="9412")
    found = alike(nowhere, at("E2", None), at("E3", "9412"))
    assert (found.left_out, found.employer_ids) == (2, ("E3",))
    assert found.links.nodes == ()


@pytest.mark.parametrize("make", [at, somewhere])
def test_many_alike_do_not_make_all_pairs(make) -> None:
    one_place = [make(f"E{number:03}", f"94;{number + 10}") for number in range(80)]
    found = alike(*one_place)
    assert len(found.sizes) == 80
    assert len(found.links.start) <= 80 * NEAREST
    assert len(found.links.nodes) == 80
    # Nobody is chosen by all just because she stands first.
    assert np.diff(found.links.matrix().indptr).max() <= 3 * NEAREST


# Louvain


def modularity(graph: "nx.Graph[int]", label: np.ndarray) -> float:
    groups = [set(np.flatnonzero(label == one).tolist()) for one in np.unique(label)]
    return nx.community.modularity(graph, groups, weight="strength")


@pytest.mark.parametrize("seed", range(5))
def test_zacharys_club_is_divided_as_well_as_networkx_does(seed: int) -> None:
    links = links_of(KARATE, strength="none")
    plain = links.graph()
    theirs = nx.community.louvain_communities(plain, weight="strength", seed=seed)
    ours = louvain(links.matrix(), np.zeros(34), seed)
    # The most that any division can reach is 0.4198 (Brandes and others, 2008).
    assert 0.4198 >= round(modularity(plain, ours), 4) >= 0.385
    assert modularity(plain, ours) >= nx.community.modularity(plain, theirs, weight="strength") - 0.03


def test_cliques_in_a_ring_are_found_whole() -> None:
    graph = nx.ring_of_cliques(6, 5)
    label = louvain(links_of(graph).matrix(), np.zeros(30), seed=3)
    assert label.tolist() == [number // 5 for number in range(30)]


def test_a_division_as_one_network_weighs_what_it_did() -> None:
    """Newman's modularity is that of the nodes, when each group is one node with a loop."""
    links = links_of(KARATE)
    label = louvain(links.matrix(), np.zeros(34), seed=5)
    joined = _together(_Level(links.matrix(), np.zeros(34)), label)
    degrees = joined.weights.sum(axis=1) + 2 * joined.loops
    whole = degrees.sum()
    assert (2 * joined.loops / whole - (degrees / whole) ** 2).sum() == pytest.approx(
        modularity(links.graph(), label)
    )


def test_what_a_node_holds_counts_as_its_members_would() -> None:
    """Three of one kind as one node with a loop are divided as the clique of three is."""
    graph = nx.barbell_graph(3, 0)
    whole = louvain(links_of(graph).matrix(), np.zeros(6), seed=0)
    kinds = links_of(nx.Graph([(0, 1, {"weight": 1.0})])).matrix()
    assert whole.tolist() == [0, 0, 0, 1, 1, 1]
    assert louvain(kinds, np.array([3.0, 3.0]), seed=0).tolist() == [0, 1]
    assert louvain(kinds, np.zeros(2), seed=0).tolist() == [0, 0]


# How well divisions agree


def rand_by_pairs(one: list[int], other: list[int]) -> float:
    """Every pair of things asked in turn, as the index is defined."""
    together = first = second = 0
    every = list(combinations(range(len(one)), 2))
    for a, b in every:
        same, alike = one[a] == one[b], other[a] == other[b]
        together, first, second = together + (same and alike), first + same, second + alike
    expected = first * second / len(every)
    most = (first + second) / 2
    return 1.0 if most == expected else (together - expected) / (most - expected)


divisions = st.integers(2, 9).flatmap(
    lambda size: st.tuples(*[st.lists(st.integers(0, 3), min_size=size, max_size=size)] * 2)
)


@given(divisions)
def test_the_rand_index_is_that_of_all_pairs(both: tuple[list[int], list[int]]) -> None:
    one, other = both
    assert adjusted_rand(np.array(one), np.array(other)) == pytest.approx(rand_by_pairs(one, other))


def test_the_rand_index_of_a_printed_example() -> None:
    """Six things in 2 + 2 + 2 against 3 + 3: 2 pairs together of 3 and 6, expected 3 · 6 / 15 = 1.2."""
    found = adjusted_rand(np.array([0, 0, 1, 1, 2, 2]), np.array([0, 0, 0, 1, 1, 1]))
    assert found == pytest.approx((2 - 1.2) / (4.5 - 1.2))


def test_a_group_is_found_again_as_far_as_it_overlaps() -> None:
    one, other = np.array([0, 0, 0, 0, 1, 1]), np.array([0, 0, 0, 1, 1, 1])
    # Three of four shared; two shared of the three that stand in either.
    assert recovered(one, other).tolist() == [0.75, pytest.approx(2 / 3)]


# Communities


TOWNS = [at(f"N{n}", "9412", n / 10) for n in range(5)] + [at(f"S{n}", "9412", 60 + n / 10) for n in range(4)]


def test_two_towns_are_two_groups_that_every_seed_finds() -> None:
    found = communities(alike(*TOWNS, at("ALONE", "2221"), at("BLANK", None)))
    assert [each.employer_ids for each in found.found] == [
        ("N0", "N1", "N2", "N3", "N4"),
        ("S0", "S1", "S2", "S3"),
    ]
    assert [each.stability for each in found.found] == [1.0, 1.0]
    assert (found.stability, found.alone, found.left_out) == (1.0, 1, 1)


def test_nobody_and_one_are_no_group() -> None:
    nobody = communities(alike())
    assert (nobody.found, nobody.stability, nobody.alone) == ((), None, 0)
    one = communities(alike(at("E1", "9412")))
    assert (one.found, one.stability, one.alone) == ((), 1.0, 1)


def test_the_most_common_is_counted_once_a_member() -> None:
    cells = pd.Series(["9412;9411", "5120", None, "5120;9412"])
    found = most_common(cells, level=2)
    assert found is not None
    assert (found.key, found.n, found.of) == ("51", 2, 4)
    assert most_common(pd.Series([None, None], dtype="str")) is None


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(("94", "51", "94;51", "22")), st.integers(0, 40)), max_size=12))
def test_everybody_is_counted_somewhere(drawn: list[tuple[str, int]]) -> None:
    rows = [at(f"E{number:02}", offer, north) for number, (offer, north) in enumerate(drawn)]
    found = communities(alike(*rows), seeds=4)
    assert sum(len(each.employer_ids) for each in found.found) + found.alone == len(rows)
    assert all(0 < each.stability <= 1 for each in found.found)
    assert found == communities(alike(*reversed(rows)), seeds=4)
