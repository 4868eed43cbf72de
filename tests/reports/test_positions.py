"""The picture stays where it was: on a network of 300 employers, one and then a twentieth more are added."""

import math

import pytest
from sqlalchemy import Engine

from dashboard.reports.network_picture import Picture, picture
from tests.builders import Row, contact, store_tables, tables_of
from tests.reports.network_small import at, opened

COACHES, EMPLOYERS = 6, 300


def met(first: int, last: int) -> list[Row]:
    """Employers that know one or two of the coaches, and how often is another for each."""
    return [
        contact(f"E{n:03}", f"C{(n + again * (n % 3)) % COACHES}", f"2026-0{1 + again}-1{n % 10}")
        for n in range(first, last)
        for again in range(1 + n % 4)
    ]


def added(before: list[Row], after: list[Row]) -> dict[str, list[dict[str, object]]]:
    """What the tables hold afterwards and not before."""
    old, new = tables_of(before), tables_of(after)
    return {name: [row for row in rows if row not in old[name]] for name, rows in new.items()}


def as_shown(drawn: Picture) -> dict[str, tuple[float, float]]:
    """Where each node stands on a screen that shows the whole picture, as shares of its longer side."""
    nodes = drawn.coaches + drawn.employers
    left, top = (min(node[at] for node in nodes) for at in (2, 3))
    side = max(max(node[at] for node in nodes) - least for at, least in ((2, left), (3, top)))
    return {node[0]: ((node[2] - left) / side, (node[3] - top) / side) for node in nodes}


@pytest.mark.parametrize("more", [1, EMPLOYERS // 20])
def test_others_move_less_than_a_tenth_of_the_picture_when_employers_are_added(
    sqlite_engine: Engine, more: int
) -> None:
    rows = met(0, EMPLOYERS)
    access = opened(sqlite_engine, *rows)
    before = picture(access, at())
    store_tables(sqlite_engine, added(rows, met(0, EMPLOYERS + more)))
    after = picture(access, at())
    assert (len(before.employers), len(after.employers)) == (EMPLOYERS, EMPLOYERS + more)
    # In the picture's own units nobody moves at all; on the screen only as far as the frame must grow.
    places_after = after.coaches + after.employers
    assert [node for node in before.coaches + before.employers if node not in places_after] == []
    was, became = as_shown(before), as_shown(after)
    assert max(math.dist(place, became[key]) for key, place in was.items()) < 0.1
