"""The grid of demand against supply: every occupation once, where its two numbers put it."""

from sqlalchemy import Engine

from dashboard.reports.gap_ground import gap_ground
from dashboard.reports.gap_heat import heat
from tests.builders import Row, client, contact, employer
from tests.reports.network_small import at, opened


def offering(key: str, group: str, places: int) -> list[Row]:
    """A warm employer that was met, with free places."""
    return [
        employer(key, occupations=group, capacity=places),
        contact(key, "A", "2026-06-01", kind="visit"),
    ]


def test_each_occupation_stands_once_by_what_is_wished_and_what_is_offered(sqlite_engine: Engine) -> None:
    wishes = ["94", "94", "94", "94", "52", "91"]
    access = opened(
        sqlite_engine,
        *(client(f"K{n}", "A", wished_occupations=group) for n, group in enumerate(wishes)),
        *offering("E1", "94", 2),
        *offering("E2", "52", 12),
    )
    found = heat(gap_ground(access, at()).gaps)
    # Down: over 10, up to 10, 3, 1, none; across: up to 1, 3, 10, over 10.
    where = {
        (row, column): (cell.occupations, cell.lacking)
        for row, line in enumerate(found.cells)
        for column, cell in enumerate(line)
        if cell.occupations
    }
    assert where == {(0, 0): (("52",), 0), (2, 2): (("94",), 1), (4, 0): (("91",), 1)}
    assert (found.by_supply, found.by_demand) == ((1, 0, 1, 0, 1), (2, 0, 1, 0))
