"""What holds whatever the data: nothing after the day matters, nor does the order of rows."""

import datetime as dt

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.network_state import EmployerState
from tests.analysis.small import ON, state_of
from tests.analysis.worlds import rows
from tests.builders import Row

EVENT_DAYS = {"contacts": "contacted_on", "placements": "started_on"}
TASTINGS = ("study_visit", "job_tasting")


def same(one: EmployerState, other: EmployerState) -> None:
    for name in ("employers", "ties", "coaches"):
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))


def after(text: str | None) -> bool:
    return text is not None and dt.date.fromisoformat(text) > ON


def as_known(row: Row) -> Row:
    """The row as it stood in the records on the day."""
    # A tasting with a later end runs; without any it would end by itself: its end is a plan in disguise.
    if row.table == "placements" and after(row.cells["ended_on"]) and row.cells["kind"] not in TASTINGS:
        return Row(row.table, row.cells | {"ended_on": None, "outcome": None})
    if row.table == "follow_ups" and after(row.cells["done_on"]):
        return Row(row.table, row.cells | {"done_on": None, "party": None})
    return row


@settings(max_examples=40, deadline=None)
@given(rows())
def test_nothing_after_the_day_matters(records: list[Row]) -> None:
    late = {
        row.cells["placement_id"]
        for row in records
        if row.table == "placements" and after(row.cells["started_on"])
    }
    known = [
        as_known(row)
        for row in records
        if not after(row.cells.get(EVENT_DAYS.get(row.table, "")))
        and row.cells.get("placement_id") not in late
    ]
    same(state_of(*records), state_of(*known))


@settings(max_examples=40, deadline=None)
@given(rows(), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(records: list[Row], dice) -> None:
    shuffled = list(records)
    dice.shuffle(shuffled)
    same(state_of(*records), state_of(*shuffled))


@settings(max_examples=40, deadline=None)
@given(rows())
def test_shares_are_shares_and_strength_is_within_its_scale(records: list[Row]) -> None:
    employers = state_of(*records).employers
    parts = employers[["recency", "frequency", "depth", "breadth", "reciprocity", "outcome"]]
    assert parts.ge(0).all(axis=None)
    assert parts.le(1).all(axis=None)
    assert employers["strength"].between(0, 100).all()
    assert (employers["free"] <= employers["capacity"]).all()
