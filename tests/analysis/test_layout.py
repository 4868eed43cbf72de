"""The picture of the network keeps its places."""

import itertools
import math
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.layout import EMPTY, SPACING, Layout, Point, Tie, stable_layout


def ties_of(employers: int, coaches: int = 5, seed: int = 1) -> list[Tie]:
    """An invented network: every employer knows one to three coaches."""
    dice = random.Random(seed)
    names = [f"C{number}" for number in range(coaches)]
    return [
        Tie(coach, f"E{number:05}", dice.uniform(0.5, 20))
        for number in range(employers)
        for coach in dice.sample(names, dice.choice([1, 1, 2, min(3, coaches)]))
    ]


def farthest(layout: Layout) -> float:
    return max(math.hypot(point.x, point.y) for point in layout.employers.values())


def test_an_employer_stays_where_it_was_when_a_twentieth_more_are_added():
    before = stable_layout(ties_of(300))
    new = [Tie("C2", f"N{number}", 5.0) for number in range(15)]
    after = stable_layout([*ties_of(300), *new], before)
    assert {key: after.employers[key] for key in before.employers} == before.employers
    assert {key: after.coaches[key] for key in before.coaches} == before.coaches
    assert len(after.employers) == 315


def test_a_new_employer_lands_near_its_only_coach():
    before = stable_layout(ties_of(300))
    after = stable_layout([*ties_of(300), Tie("C2", "N", 5.0)], before)
    nearest = min(
        after.coaches,
        key=lambda coach: math.dist(
            (after.coaches[coach].x, after.coaches[coach].y), (after.employers["N"].x, after.employers["N"].y)
        ),
    )
    assert nearest == "C2"


def test_two_employers_never_share_a_place_nor_cover_a_coach():
    layout = stable_layout(ties_of(400))
    points = list(layout.employers.values())
    apart = min(math.dist((a.x, a.y), (b.x, b.y)) for a, b in itertools.combinations(points, 2))
    assert apart > SPACING / 2
    for coach, point in itertools.product(layout.coaches.values(), points):
        assert math.dist((coach.x, coach.y), (point.x, point.y)) > SPACING


def test_the_strongest_of_a_coach_stands_nearest():
    ties = [Tie("A", f"E{number}", float(number)) for number in range(1, 60)] + [Tie("B", "F", 1.0)]
    layout = stable_layout(ties)
    coach = layout.coaches["A"]
    distances = {
        name: math.dist((coach.x, coach.y), (p.x, p.y)) for name, p in layout.employers.items() if name != "F"
    }
    assert distances["E59"] < distances["E1"]


@given(order=st.randoms(use_true_random=False))
@settings(max_examples=20, deadline=None)
def test_the_order_of_the_rows_does_not_matter(order):
    ties = ties_of(60)
    expected = stable_layout(ties)
    order.shuffle(ties)
    assert stable_layout(ties) == expected


def test_a_new_coach_moves_nobody():
    before = stable_layout(ties_of(80))
    after = stable_layout([*ties_of(80), Tie("new", "E00000", 1.0), Tie("new", "own", 1.0)], before)
    assert {key: after.coaches[key] for key in before.coaches} == before.coaches
    assert after.coaches["new"] not in before.coaches.values()


def test_nothing_gives_an_empty_picture_and_one_pair_gives_two_points():
    assert stable_layout([]) == EMPTY
    alone = stable_layout([Tie("A", "E", 1.0)])
    assert alone.coaches == {"A": Point(0.0, 0.0)}
    assert list(alone.employers) == ["E"]


def test_many_coaches_do_not_make_the_picture_an_empty_ring():
    ring = stable_layout(ties_of(600, coaches=40))
    middle = [point for point in ring.employers.values() if math.hypot(point.x, point.y) < farthest(ring) / 2]
    assert len(middle) > 60
