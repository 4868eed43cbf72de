"""Assumptions in the database: all of a change or none of it, a history, and a data version that moves."""

import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy import Engine, delete

from dashboard.data.cost_assumptions import assumptions_history, read_assumptions, store_assumptions
from dashboard.data.engine import UnversionedWrite, data_version, keeping
from dashboard.data.models import CostAssumptions
from dashboard.data.readers import read_unit
from dashboard.data.schema import downgrade, upgrade
from dashboard.data.unit_settings import read_definitions, store_settings
from dashboard.domain.assumption_catalogue import ASSUMED, Estimate
from dashboard.domain.assumptions import Assumptions, assumptions_of
from dashboard.domain.errors import SettingsError

NOW = dt.datetime(2026, 11, 2, 9, 30, tzinfo=dt.UTC)
WAGE = Estimate(160.0, 150.0, 175.0, dt.date(2025, 12, 31), "lönestatistik")
HOURS = Estimate(80.0, 60.0, 100.0, dt.date(2026, 6, 30), "egna placeringar")


def change(engine: Engine, who: str = "karin", **values: Estimate | None):
    return store_assumptions(engine, values, who=who, now=NOW)


def test_a_new_database_assumes_nothing_of_its_own(engine: Engine) -> None:
    assert read_assumptions(engine) == Assumptions()
    assert assumptions_history(engine) == ()


def test_what_is_stored_is_read_back_exactly_and_moves_the_data_version(engine: Engine) -> None:
    assert data_version(engine) == "0-empty"
    outcome = change(engine, wage_per_hour=WAGE, hours_per_month=HOURS)
    wanted = assumptions_of({"wage_per_hour": WAGE, "hours_per_month": HOURS})
    assert outcome.assumptions == read_assumptions(engine) == read_unit(engine).assumptions == wanted
    assert outcome.changed == {"wage_per_hour": WAGE, "hours_per_month": HOURS}
    assert data_version(engine).startswith("1-")


def test_what_already_holds_changes_nothing(engine: Engine) -> None:
    change(engine, wage_per_hour=WAGE)
    before = data_version(engine)
    assert change(engine, wage_per_hour=WAGE, hours_per_month=None).changed == {}
    assert data_version(engine) == before
    assert len(assumptions_history(engine)) == 1


def test_the_history_tells_when_who_and_what_the_newest_first(engine: Engine) -> None:
    change(engine, who="karin", wage_per_hour=WAGE)
    later = change(engine, who="per", wage_per_hour=None, hours_per_month=HOURS)
    second, first = assumptions_history(engine)
    assert (first.number, first.by, first.at, first.values) == (1, "karin", NOW, {"wage_per_hour": WAGE})
    assert (second.number, second.by) == (2, "per")
    assert second.values == {"wage_per_hour": None, "hours_per_month": HOURS}
    assert second.version == later.assumptions.version == read_assumptions(engine).version


def test_a_new_source_is_a_change(engine: Engine) -> None:
    change(engine, wage_per_hour=WAGE)
    better = replace(WAGE, source="avtalet 2026")
    assert change(engine, wage_per_hour=better).changed == {"wage_per_hour": better}


def test_everything_can_be_reset(engine: Engine) -> None:
    change(engine, wage_per_hour=WAGE, years=replace(WAGE, value=3, low=3, high=3))
    outcome = store_assumptions(engine, dict.fromkeys(ASSUMED), who="karin", now=NOW)
    assert outcome.assumptions == read_assumptions(engine) == Assumptions()
    assert outcome.changed == {"wage_per_hour": None, "years": None}


@pytest.mark.parametrize(
    "bad",
    [
        {"nonsense": WAGE},
        {"nonsense": None},
        {"hours_per_month": replace(HOURS, high=700.0)},
        {"hours_per_month": replace(HOURS, source="enligt 850709-9805")},
    ],
)
def test_one_bad_estimate_stores_none_of_them(sqlite_engine: Engine, bad: dict[str, Estimate | None]) -> None:
    with pytest.raises(SettingsError):
        store_assumptions(sqlite_engine, {"wage_per_hour": WAGE, **bad}, who="karin", now=NOW)
    assert data_version(sqlite_engine) == "0-empty"
    assert assumptions_history(sqlite_engine) == ()


def test_assumptions_can_be_written_only_so_that_the_version_moves(sqlite_engine: Engine) -> None:
    with pytest.raises(UnversionedWrite), keeping(sqlite_engine) as connection:
        connection.execute(delete(CostAssumptions))


def test_an_older_schema_forgets_the_assumptions_and_keeps_the_rest(engine: Engine) -> None:
    store_settings(engine, {"active_within": 60}, who="karin", now=NOW)
    change(engine, wage_per_hour=WAGE)
    before = data_version(engine)
    downgrade(engine, "0003")
    upgrade(engine)
    assert read_assumptions(engine) == Assumptions()
    assert read_definitions(engine).active_within == 60
    assert data_version(engine) == before
