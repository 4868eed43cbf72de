"""What the demo assumes about cost and benefit: all of it marked as invented, and gone with the demo."""

import datetime as dt

import pytest
from sqlalchemy import Engine

from dashboard.data.cost_assumptions import assumptions_history, read_assumptions, store_assumptions
from dashboard.data.demo import fill_demo, remove_demo
from dashboard.domain.assumption_catalogue import ASSUMED, Estimate
from dashboard.domain.assumptions import source_told
from dashboard.i18n import use_language

ON, NOW = dt.date(2026, 6, 30), dt.datetime(2026, 7, 1, tzinfo=dt.UTC)
OWN = Estimate(160.0, 150.0, 175.0, ON, "lönestatistik")


def test_everything_has_a_value_and_all_of_it_is_an_example(sqlite_engine: Engine) -> None:
    fill_demo(sqlite_engine, ON)
    found = read_assumptions(sqlite_engine)
    assert {found.state(name) for name in ASSUMED} == {"example"}
    use_language("sv")
    assert source_told(found.in_force["wage_per_hour"]) == "ett exempel, påhittat för demon"


def test_the_examples_go_with_the_demo(sqlite_engine: Engine) -> None:
    fill_demo(sqlite_engine, ON)
    remove_demo(sqlite_engine)
    assert read_assumptions(sqlite_engine).own == {}
    assert assumptions_history(sqlite_engine) == ()


@pytest.mark.parametrize("before", [True, False])
def test_what_somebody_has_set_stays(sqlite_engine: Engine, *, before: bool) -> None:
    if not before:
        fill_demo(sqlite_engine, ON)
    store_assumptions(sqlite_engine, {"wage_per_hour": OWN}, who="anna", now=NOW)
    if before:
        fill_demo(sqlite_engine, ON)
    assert read_assumptions(sqlite_engine).state("wage_per_hour") == "set"
    remove_demo(sqlite_engine)
    assert read_assumptions(sqlite_engine).own == {"wage_per_hour": OWN}
    assert "anna" in {change.by for change in assumptions_history(sqlite_engine)}
