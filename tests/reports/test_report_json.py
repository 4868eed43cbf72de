"""The report equals the one that an independent program made from the same definitions."""

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from dashboard.data.importer.run import Order, import_file
from dashboard.domain.access import Role, Viewer
from dashboard.domain.definitions import Definitions
from dashboard.domain.errors import InvalidParameter
from dashboard.domain.period import Period
from dashboard.reports.access import Access, Store
from dashboard.reports.report_json import report
from tests.builders import (
    SAMPLES,
    client,
    coach,
    contact,
    employer,
    follow_up,
    placement,
    stored,
    unit,
)

EXPECTED = sorted((SAMPLES / "tiny-expected").glob("*.json"))
VERSIONS = ("data_version", "definitions_version")
ON = dt.date(2026, 6, 30)


@pytest.fixture
def tiny(engine: Engine) -> Engine:
    import_tiny(engine)
    return engine


def import_tiny(engine: Engine) -> None:
    """Through the importer: it is what places employers on the map."""
    now = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
    import_file(engine, Order(SAMPLES / "tiny", now, now.date(), "test"))


def asked(path: Path) -> tuple[dt.date, Period | None]:
    """What a file's name asks for: 2026-06-30.json, or 2026-06-30_2026-01-01--2026-06-30.json."""
    on, *period = [dt.date.fromisoformat(day) for day in re.findall(r"\d{4}-\d{2}-\d{2}", path.stem)]
    return on, Period(*period) if period else None


def almost(value: Any) -> Any:
    """Decimals to the last digit that is written, the rest exactly."""
    if isinstance(value, dict):
        return {key: almost(each) for key, each in value.items()}
    if isinstance(value, list):
        return [almost(each) for each in value]
    return pytest.approx(value, abs=1e-9, rel=0) if isinstance(value, float) else value


def test_the_report_of_tiny_is_the_expected_one_on_every_day(tiny: Engine) -> None:
    assert len(EXPECTED) == 19
    for path in EXPECTED:
        expected = json.loads(path.read_text())
        made = json.loads(json.dumps(report(tiny, *asked(path))))
        for version in VERSIONS:
            assert made["meta"].pop(version)
            expected["meta"].pop(version)
        assert list(made) == list(expected)
        for area in expected:
            assert made[area] == almost(expected[area]), f"{path.name}: {area}"


def test_both_databases_give_the_same_report(sqlite_engine: Engine, postgres_engine: Engine) -> None:
    for each in (sqlite_engine, postgres_engine):
        import_tiny(each)
    for path in EXPECTED:
        assert report(sqlite_engine, *asked(path)) == report(postgres_engine, *asked(path))


def test_an_empty_database_gives_zeros(engine: Engine) -> None:
    made = report(engine, ON)
    assert made["meta"]["units"] == []
    assert made["ranking"] == []
    assert set(made["employers"]["by_warmth"].values()) == {0}
    assert {
        made["employers"][key] for key in ("total", "running", "occupied", "free_places", "fatigued")
    } == {0}
    assert made["network"] == {
        "coaches": 0, "employers": 0, "ties": 0, "density": None, "components": 0, "hhi_placements": None,
        "top5_share": None, "if_leaves": [], "ties_list": [],
    }  # fmt: skip
    assert shape(made) == shape(json.loads(EXPECTED[-1].read_text()))
    assert numbers(made) == {0}


def shape(value: Any) -> Any:
    """The keys of the report; what a list holds depends on the data, but for the method check."""
    if isinstance(value, dict):
        return {key: shape(each) for key, each in value.items()}
    return [row["item"] for row in value] if isinstance(value, list) and has_items(value) else None


def has_items(rows: list[Any]) -> bool:
    return bool(rows) and all(isinstance(row, dict) and "item" in row for row in rows)


def numbers(value: Any) -> set[float]:
    """Every number anywhere in the report."""
    if isinstance(value, dict | list):
        each = value.values() if isinstance(value, dict) else value
        return set().union(*(numbers(one) for one in each))
    return {value} if isinstance(value, int | float) else set()


def test_one_of_everything_without_a_single_attribute_is_no_trouble(sqlite_engine: Engine) -> None:
    bare = [
        placement("E1", "K1", "2026-06-01", kind="employment", placement_id="P1"),
        placement(None, "K1", "2026-06-01", kind="studies"),
        follow_up("P1", "2026-06-08", party=None),
        contact("E1", "A", "2026-06-01", client_id="K1"),
        client("K2", None, enrolled_on=None, applied_on="2026-06-01"),
    ]
    stored(sqlite_engine, *bare)
    made = report(sqlite_engine, ON)
    assert (made["clients"]["active"], made["clients"]["in_work_subsidy_unknown"]) == (1, 1)
    assert shape(made).keys() == shape(json.loads(EXPECTED[-1].read_text())).keys()
    json.dumps(made, allow_nan=False)


def test_the_default_period_is_the_year_that_ends_with_the_day(sqlite_engine: Engine) -> None:
    meta = report(sqlite_engine, dt.date(2024, 2, 29))["meta"]
    assert (meta["from"], meta["to"]) == ("2023-03-01", "2024-02-29")


def test_the_period_is_cut_at_the_day(sqlite_engine: Engine) -> None:
    stored(sqlite_engine, placement("E1", "K1", "2026-06-30"), placement("E2", "K1", "2026-07-01"))
    made = report(sqlite_engine, ON, Period(dt.date(2026, 6, 1), dt.date(2026, 12, 31)))
    assert (made["network"]["hhi_placements"], made["meta"]["to"]) == (1.0, "2026-12-31")


def test_units_are_sorted_and_a_programme_adds_its_own(sqlite_engine: Engine) -> None:
    stored(sqlite_engine, unit("U2"), unit("U1", programme="Norr"), unit("U3", programme="Norr"))
    assert report(sqlite_engine, ON)["meta"]["units"] == ["U1", "U2", "U3"]
    assert report(sqlite_engine, ON, units=["U2"], programme="Norr")["meta"]["units"] == ["U1", "U2", "U3"]
    assert report(sqlite_engine, ON, programme="Norr")["meta"]["units"] == ["U1", "U3"]
    with pytest.raises(InvalidParameter):
        report(sqlite_engine, ON, units=["U9"])


def test_the_ranking_falls_and_equals_stand_by_key(sqlite_engine: Engine) -> None:
    rows = (
        contact("E3", "A", "2026-06-01"),
        contact("E1", "B", "2026-06-01"),
        contact("E2", "A", "2026-06-02"),
    )
    stored(sqlite_engine, *rows, employer("E0"))
    assert [row["employer_id"] for row in report(sqlite_engine, ON)["ranking"]] == ["E2", "E1", "E3", "E0"]


def test_the_report_of_one_unit_leaves_the_other_s_ties_out(sqlite_engine: Engine) -> None:
    stored(
        sqlite_engine,
        unit("U1"),
        unit("U2"),
        coach("A", unit_id="U1"),
        coach("B", unit_id="U2"),
        client("K1", "A"),
        contact("E1", "B", "2026-06-01"),
        placement("E1", "K1", "2026-06-01", kind="employment", coach_id="B"),
    )
    made = report(sqlite_engine, ON, units=["U1"])
    assert made["employers"]["by_ladder"]["4"] == 1
    assert made["network"]["ties_list"] == []
    assert [row["coach_id"] for row in made["network"]["if_leaves"]] == ["A"]


def test_a_report_may_be_asked_for_through_an_access_or_a_store(sqlite_engine: Engine) -> None:
    stored(sqlite_engine, employer("E1"))
    store = Store(sqlite_engine)
    access = Access(Viewer(1, "Maja", Role.MANAGER), store, Definitions(tie_window=30))
    assert report(store, ON) == report(sqlite_engine, ON)
    assert report(access, ON)["meta"]["definitions_version"] == access.definitions.version
