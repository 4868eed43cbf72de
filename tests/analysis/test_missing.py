"""Whatever is missing, nothing is divided by nothing: an empty world, one person, rows with keys alone."""

import json
from typing import Any

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dashboard.data.models import UNIT_TABLES
from dashboard.domain.period import Period
from tests.analysis.full_worlds import full_rows
from tests.analysis.reporting import report_on
from tests.analysis.worlds import ON
from tests.builders import Row, client, coach, contact, employer, follow_up, placement, unit, world

MAY_BE_MISSING = {
    model.__tablename__: {column.name for column in model.__table__.columns if column.nullable}
    for model in UNIT_TABLES
}
ALONE = {"client_id": "K1", "coach_id": "A", "employer_id": "E1", "placement_id": "P00", "unit_id": "U1"}
ONE_OF_EACH = [
    unit("U1"),
    coach("A", unit_id="U1"),
    client("K1", "A"),
    employer("E1"),
    contact("E1", "A", "2026-06-01"),
    placement("E1", "K1", "2026-06-01", "2026-06-20", placement_id="P1"),
    placement("E1", "K1", "2026-06-21", None, "employment", placement_id="P2"),
    follow_up("P2", "2026-06-28"),
]
UNTIMED = [
    coach("A", fte=0.0),
    client("K1", "A"),
    employer("E1", capacity=0),
    contact("E1", "A", "2026-06-01"),
]


def blank(row: Row) -> Row:
    """The row with only what a row must have; a place that is none has no precision."""
    kept = {key: row.cells[key] for key in row.cells if key not in MAY_BE_MISSING[row.table]}
    return Row(row.table, kept | ({"position_precision": "none"} if row.table == "employers" else {}))


def alone(records: list[Row]) -> list[Row]:
    """The rows about one person, one employer and one coach."""
    kept = [row for row in records if all(row.cells.get(key) in (None, only) for key, only in ALONE.items())]
    placed = {row.cells["placement_id"] for row in kept if row.table == "placements"}
    return [row for row in kept if row.table != "follow_ups" or row.cells["placement_id"] in placed]


def shares(value: Any) -> list[dict[str, Any]]:
    """Every share of a report that says what it is a share of."""
    if isinstance(value, list):
        return [found for each in value for found in shares(each)]
    if not isinstance(value, dict):
        return []
    own = [value] if {"n", "of", "share"} <= value.keys() else []
    return own + [found for each in value.values() for found in shares(each)]


@settings(max_examples=30, deadline=None)
@example([], False, False)
@example(ONE_OF_EACH, False, False)
@example(ONE_OF_EACH, False, True)
@example(UNTIMED, False, False)
@given(full_rows(), st.booleans(), st.booleans())
def test_nothing_is_divided_by_nothing(records: list[Row], one_person: bool, bare: bool) -> None:
    kept = alone(records) if one_person else records
    there = world(*(blank(row) if bare else row for row in kept))
    with np.errstate(divide="raise", invalid="raise"):
        made = report_on(there, (), ON, Period.year_to(ON))
    json.dumps(made, allow_nan=False)
    for share in shares(made):
        assert (share["share"] is None) == (share["interval"] is None) == (share["of"] == 0)
