"""Names in the picture of the network."""

from dashboard.analysis.layout import Point
from dashboard.reports.network_labels import free_names

CROWD = [Point(x, y) for x in range(-200, 201, 10) for y in (-30, 0, 30)]


def test_names_do_not_cover_each_other_and_the_next_is_tried_where_one_finds_no_room():
    wanted = [*((name, "Bageriet", Point(0, 0)) for name in "abc"), ("d", "Lagret", Point(0, 200))]
    assert free_names(wanted, [], 9) == {"a": "", "b": "above", "d": ""}


def test_a_name_never_covers_a_coach():
    around = [Point(0, 0), Point(100, -20), Point(-100, -20), Point(0, -50)]
    assert free_names([("a", "Bageriet", Point(0, -20))], around, 5) == {}
    assert free_names([("a", "Bageriet", Point(0, 60))], [Point(0, 0)], 5) == {"a": ""}


def test_a_name_leaves_every_other_mark_in_sight():
    assert free_names([("a", "Bageriet", Point(0, 0))], [], 5, CROWD) == {}
    below = [Point(x, 30) for x in range(-200, 201, 10)]
    assert free_names([("a", "Bageriet", Point(0, 0))], [], 5, [Point(0, 0), *below]) == {"a": "right"}


def test_a_name_does_not_make_the_picture_wider():
    # Right of the last mark there is nothing to cover, but the picture would shrink to hold a name there.
    marks = [Point(0, 0), Point(-400, 0), *(Point(x, y) for x in range(-200, 31, 10) for y in (-30, 30))]
    assert free_names([("a", "Bageriet i Vallentuna", Point(0, 0))], [], 5, marks) == {"a": "left"}


def test_no_more_names_than_asked_for_the_most_important_first():
    wanted = [(str(number), "Namn", Point(0, 100 * number)) for number in range(9)]
    assert list(free_names(wanted, [], 3)) == ["0", "1", "2"]
