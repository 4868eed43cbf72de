"""A label of a municipality lies inside its outline, or is not there."""

from dashboard.public.ground import ground
from dashboard.public.ground_labels import DIGITS, LETTER, LINE, label_in

NORTH_OF_STOCKHOLM = ("0114", "0115", "0117", "0160", "0191")


def square(width: float, height: float) -> list[tuple[float, float]]:
    return [(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)]


def test_a_name_with_room_stands_on_one_line_where_it_is_wanted() -> None:
    found = label_in(square(200, 100), "Täby", (80, 60))
    assert (found.lines, found.size) == (("Täby",), 1.0)
    assert abs(found.x - 80) < 0.1
    assert abs(found.y - 60) < LINE / 2


def test_a_long_name_is_told_on_two_lines_and_then_smaller() -> None:
    assert label_in(square(90, 60), "Upplands Väsby", (45, 30)).lines == ("Upplands", "Väsby")
    small = label_in(square(60, 60), "Upplands Väsby", (30, 30))
    assert small.lines == ("Upplands", "Väsby")
    assert small.size < 1


def test_without_room_there_is_no_label_and_so_no_number_without_a_name() -> None:
    assert label_in(square(20, 100), "Täby", (10, 50)).lines == ()


def test_every_corner_of_every_label_is_inside_an_outline_with_a_bay() -> None:
    bay = [(0.0, 0.0), (200.0, 0.0), (200.0, 100.0), (120.0, 100.0), (120.0, 10.0), (0.0, 10.0)]
    found = label_in(bay, "Sigtuna", (40, 5))  # no line has room there
    half = max(LETTER * len("Sigtuna"), DIGITS) / 2
    assert found.size == 1
    assert found.x - half > 120
    assert found.x + half < 200
    assert LINE <= found.y <= 100 - LINE


def test_small_municipalities_beside_each_other_all_have_their_names() -> None:
    drawn = ground(NORTH_OF_STOCKHOLM)
    assert drawn is not None
    assert {" ".join(shape.label.lines) for shape in drawn.shapes} == {
        "Upplands Väsby",
        "Vallentuna",
        "Österåker",
        "Täby",
        "Sigtuna",
    }
