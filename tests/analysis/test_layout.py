"""The picture of the network keeps its places."""

import itertools
import math
import random
from typing import Any

import pytest
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


def near(x: float, y: float) -> Point:
    about: list[Any] = [pytest.approx(value, abs=0.02) for value in (x, y)]
    return Point(*about)


def test_four_coaches_stand_at_the_quarters_of_an_ellipse_and_a_fifth_in_a_gap():
    four = stable_layout([Tie(name, f"E{name}", 1.0) for name in "ABCD"])
    # Three rings around a coach are 3 · 3 · 4 = 36 places, and its own employer is one more. A place has the
    # area √3/2 · 34²; a circle of 37 with a margin of a quarter has the radius 1.25 · 34 · √(37 · √3/2 / π)
    # = 135.73, and four of them side by side lie on a circle of 135.73 / sin 45° = 191.95.
    wide = 1.25 * 191.95
    assert four.coaches == {
        "D": near(0, -191.95), "A": near(wide, 0), "B": near(0, 191.95), "C": near(-wide, 0),
    }  # fmt: skip
    # Between C and D: half of each, over √2.
    five = stable_layout([Tie(name, f"E{name}", 1.0) for name in "ABCDE"], four)
    assert five.coaches["E"] == near(-wide / math.sqrt(2), -191.95 / math.sqrt(2))


def test_more_than_eight_coaches_stand_like_the_seeds_of_a_sunflower():
    nine = stable_layout([Tie(name, f"E{name}", 1.0) for name in "ABCDEFGHI"])
    # Seed i lies 0.6 · 2 · 135.73 · √(i + ½) from the middle, each 137.5078° on from the one before.
    first, second = 162.876 * math.sqrt(0.5), 162.876 * math.sqrt(1.5)
    turned = math.radians(137.50776)
    assert near(1.25 * first, 0) in nine.coaches.values()
    assert near(1.25 * second * math.cos(turned), second * math.sin(turned)) in nine.coaches.values()


@pytest.mark.parametrize(("employers", "ring"), [(18, 3), (18 + 24, 4), (18 + 24 + 30, 5)])
def test_employers_of_one_coach_fill_the_hexagons_around_it(employers: int, ring: int) -> None:
    # Hexagon k has 6 k places, their middles k · 34 · √3/2 to k · 34 away; the first three are kept free.
    layout = stable_layout([Tie("A", f"E{number:03}", 1.0) for number in range(employers)])
    away = sorted(math.hypot(point.x, point.y) for point in layout.employers.values())
    off = 0.22 * 34 + 0.02
    assert 3 * 34 * math.sqrt(3) / 2 - off <= away[0]
    assert ring * 34 * math.sqrt(3) / 2 - off <= away[-1] <= ring * 34 + off
    outermost = [distance for distance in away if distance >= ring * 34 * math.sqrt(3) / 2 - off]
    assert len(outermost) >= 6 * ring


def test_an_employer_between_two_coaches_stands_where_their_weights_meet():
    # √4 : √1 is 2 : 1, so a third of the way from the stronger; no point is more than 34/√3 from a place.
    layout = stable_layout([Tie("A", "E", 4.0), Tie("B", "E", 1.0)])
    a, b, e = layout.coaches["A"], layout.coaches["B"], layout.employers["E"]
    wanted = (a.x + (b.x - a.x) / 3, a.y + (b.y - a.y) / 3)
    assert math.dist((a.x, a.y), (b.x, b.y)) == pytest.approx(2 * 5 * 34)
    assert math.dist((e.x, e.y), wanted) <= 34 / math.sqrt(3) + 0.22 * 34
