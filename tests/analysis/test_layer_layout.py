"""Places in the networks behind the ties: apart, by what is linked, and for good."""

import itertools
import math

from dashboard.analysis.layer_layout import in_columns, settled
from dashboard.analysis.layout import Point

APART = 30.0


def ring(prefix: str, count: int) -> list[tuple[str, str]]:
    return [(f"{prefix}{place}", f"{prefix}{(place + 1) % count}") for place in range(count)]


def distance(one: Point, other: Point) -> float:
    return math.hypot(one.x - other.x, one.y - other.y)


def test_no_two_nodes_stand_nearer_than_they_may() -> None:
    places = settled([*ring("a", 60), *ring("b", 12), ("c", "d"), ("e", "e")], {}, APART)
    assert len(places) == 75
    near = [distance(one, other) for one, other in itertools.combinations(places.values(), 2)]
    assert min(near) >= APART - 0.02


def test_the_order_and_direction_of_links_do_not_matter() -> None:
    pairs = [*ring("a", 9), ("a1", "x")]
    assert settled(pairs, {}, APART) == settled([(end, start) for start, end in reversed(pairs)], {}, APART)


def test_of_a_hundred_nodes_none_moves_when_five_are_added() -> None:
    before = settled(ring("a", 100), {}, APART)
    more = [(f"a{10 * place}", f"new{place}") for place in range(5)]
    after = settled([*ring("a", 100), *more], before, APART)
    assert {node: after[node] for node in before} == before
    # The new ones stand beside what they are linked to.
    assert all(distance(after[old], after[new]) < 4 * APART for old, new in more)


def test_what_hangs_together_with_nothing_stands_below_the_rest() -> None:
    before = settled(ring("a", 5), {}, APART)
    after = settled([*ring("a", 5), ("x", "y")], before, APART)
    assert min(after["x"].y, after["y"].y) > max(point.y for point in before.values())


def test_columns_stand_beside_each_other_and_the_last_gathers_by_its_links() -> None:
    columns = [["r1", "r2"], ["u1", "u2"], ["e1", "e2", "e3"]]
    pairs = [("r1", "u1"), ("r2", "u2"), ("u1", "e1"), ("u2", "e2"), ("u2", "e3")]
    places = in_columns(columns, pairs, {}, APART)
    left, middle, right = ([places[node].x for node in column] for column in columns)
    assert max(left) < min(middle) <= max(middle) < min(right)
    assert distance(places["e1"], places["u1"]) < distance(places["e1"], places["u2"])
    again = in_columns([["r1", "r2"], ["u1", "u2"], ["e1", "e2", "e3", "e4"]], pairs, places, APART)
    assert {node: again[node] for node in places} == places
