"""Names in the picture of the network."""

from dashboard.analysis.layout import Point
from dashboard.reports.network_labels import free_names


def test_a_name_that_would_cover_another_is_left_out_and_the_next_is_tried():
    wanted = [("a", "Bageriet", Point(0, 0)), ("b", "Caféet", Point(10, 5)), ("c", "Lagret", Point(0, 200))]
    assert free_names(wanted, [], 5) == ["a", "c"]


def test_a_name_never_covers_a_coach():
    assert free_names([("a", "Bageriet", Point(0, -20))], [Point(0, 0)], 5) == []
    assert free_names([("a", "Bageriet", Point(0, 60))], [Point(0, 0)], 5) == ["a"]


def test_no_more_names_than_asked_for_the_most_important_first():
    wanted = [(str(number), "Namn", Point(0, 100 * number)) for number in range(9)]
    assert free_names(wanted, [], 3) == ["0", "1", "2"]
