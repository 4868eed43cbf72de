"""The rest of the report and a slow, plain second implementation agree on random worlds."""

import datetime as dt
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from dashboard.data.importer.run import Order, import_file
from dashboard.data.readers import world_of
from dashboard.domain.period import Period
from dashboard.domain.vocabulary import TASTING_KINDS
from tests.analysis.full_worlds import full_rows, periods
from tests.analysis.reporting import report_on
from tests.analysis.second_report import SecondReport
from tests.analysis.test_second_implementation import halve
from tests.analysis.worlds import ON
from tests.builders import SAMPLES, Row, stored_tables, tables_of, world

selections = st.sampled_from(((), ("U1",), ("U2",), ("U1", "U2")))
days = st.sampled_from((ON, ON - dt.timedelta(days=100), dt.date(2026, 2, 28), dt.date(2025, 12, 31)))


def almost(value: Any) -> Any:
    """Decimals within rounding, the rest exactly."""
    if isinstance(value, dict):
        return {key: almost(each) for key, each in value.items()}
    if isinstance(value, list):
        return [almost(each) for each in value]
    return pytest.approx(value, abs=1.01e-4, rel=0) if isinstance(value, float) else value


def period_of(pair: tuple[str, str]) -> Period:
    return Period(dt.date.fromisoformat(pair[0]), dt.date.fromisoformat(pair[1]))


@settings(max_examples=50, deadline=None)
@given(full_rows(), selections, days, periods)
def test_every_area_agrees(
    records: list[Row], units: tuple[str, ...], on: dt.date, pair: tuple[str, str]
) -> None:
    period = period_of(pair)
    report = report_on(world(*records), units, on, period)
    second = SecondReport(tables_of(records), on, units, period.first, period.last)
    for area, expected in second.everything().items():
        assert report[area] == almost(expected), area


@settings(max_examples=15, deadline=None)
@given(full_rows(), selections, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(
    records: list[Row], units: tuple[str, ...], dice: random.Random
) -> None:
    shuffled = records.copy()
    dice.shuffle(shuffled)
    period = Period.year_to(ON)
    assert report_on(world(*records), units, ON, period) == report_on(world(*shuffled), units, ON, period)


@settings(max_examples=20, deadline=None)
@given(full_rows(), selections)
def test_nothing_after_the_day_matters(records: list[Row], units: tuple[str, ...]) -> None:
    period = Period(ON - dt.timedelta(days=400), ON + dt.timedelta(days=100))
    known = [row for record in records if (row := as_known(record, ON.isoformat()))]
    here = {row.cells["placement_id"] for row in known if row.table == "placements"}
    known = [row for row in known if row.table != "follow_ups" or row.cells["placement_id"] in here]
    before, after = (report_on(world(*rows), units, ON, period) for rows in (records, known))
    assert before == after


MUCH_LATER = "2030-01-01"
HAPPENS = {"contacts": "contacted_on", "placements": "started_on", "steps": "entered_on"}
COMES_LATER: dict[str, dict[str, tuple[str, ...]]] = {
    "placements": {"ended_on": ("outcome",)},
    "follow_ups": {"done_on": ("assessment",)},
    "clients": {"closed_on": ("closing_reason",), "enrolled_on": ()},
}


def as_known(row: Row, on: str) -> Row | None:
    """What was known of a record on a day; None when it had not happened."""
    if row.table in HAPPENS and row.cells[HAPPENS[row.table]] > on:
        return None
    cells = dict(row.cells)
    for column, others in COMES_LATER.get(row.table, {}).items():
        if (cells.get(column) or "") > on:
            cells |= dict.fromkeys((column, *others))
            # That a visit ended later is why it runs; without any end it would have ended at once.
            cells |= {"ended_on": MUCH_LATER} if row.cells.get("kind") in TASTING_KINDS else {}
    return Row(row.table, cells)


@settings(max_examples=20, deadline=None)
@given(full_rows(), days)
def test_two_units_sum_to_both_together(records: list[Row], on: dt.date) -> None:
    period, there = Period.year_to(on), world(*records)
    one, two, both = (report_on(there, units, on, period) for units in (("U1",), ("U2",), ("U1", "U2")))
    for area in ("clients", "trials", "employments", "follow_ups"):
        for name, value in both[area].items():
            if isinstance(value, int) and not isinstance(value, bool):
                assert one[area][name] + two[area][name] == value, (area, name)
            if name.startswith("by_") and isinstance(value, dict):
                assert {key: one[area][name][key] + two[area][name][key] for key in value} == value
    assert one["waiting"]["n"] + two["waiting"]["n"] == both["waiting"]["n"]


@settings(max_examples=20, deadline=None)
@given(full_rows(), selections, periods)
def test_parts_sum_to_the_whole(records: list[Row], units: tuple[str, ...], pair: tuple[str, str]) -> None:
    made = report_on(world(*records), units, ON, period_of(pair))
    clients, trials, follow_ups = made["clients"], made["trials"], made["follow_ups"]
    for name in ("by_step", "by_gender", "by_referrer"):
        assert sum(clients[name].values()) == clients["active"]
    assert sum(trials["by_outcome"].values()) == trials["completed"]
    employers = made["employers"]
    for name in ("by_warmth", "by_ladder", "by_ownership", "strength"):
        assert sum(employers[name].values()) == employers["total"] == len(made["ranking"])
    assert sum(row["free"] for row in made["ranking"]) == employers["free_places"]
    assert sum(row["fatigued"] for row in made["ranking"]) == employers["fatigued"]
    assert len(made["network"]["ties_list"]) == made["network"]["ties"]
    assert trials["success"]["of"] == trials["completed"] - trials["by_outcome"]["unknown"]
    assert max(clients["to_work"], clients["to_studies"]) <= clients["to_work_or_studies"]
    assert clients["in_work_unsubsidised"] + clients["in_work_subsidy_unknown"] <= clients["in_work"]
    assert follow_ups["overdue"] <= follow_ups["due"]
    assert sum(row["overdue"] for row in follow_ups["by_coach"]) <= follow_ups["overdue"]
    shares = [value for value in find_shares(made) if value is not None]
    assert all(0 <= value <= 1 for value in shares)


def find_shares(value: Any) -> list[float | None]:
    if isinstance(value, list):
        return [found for each in value for found in find_shares(each)]
    if not isinstance(value, dict):
        return []
    own = [value["share"]] if "share" in value else []
    return own + [found for each in value.values() for found in find_shares(each)]


@pytest.mark.parametrize("units", [(), ("UA",), ("UB",)])
def test_a_unit_of_the_usual_size_agrees_whole_and_in_halves(
    sqlite_engine: Engine, units: tuple[str, ...]
) -> None:
    now = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
    import_file(sqlite_engine, Order(SAMPLES / "vallentuna.xlsx", now, now.date(), "test"))
    tables = stored_tables(sqlite_engine)
    if units:
        halve(tables)
    on = dt.date(2026, 3, 1)
    period = Period.year_to(on)
    report = report_on(world_of("test", tables), units, on, period)
    second = SecondReport(tables, on, units, period.first, period.last)
    for area, expected in second.everything().items():
        assert report[area] == almost(expected), area
