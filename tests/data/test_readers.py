"""Frames from the database: the same from both, with references resolved."""

import pandas as pd
import pytest
from sqlalchemy import Engine

from dashboard.data.engine import data_version
from dashboard.data.models import UNIT_TABLES
from dashboard.data.readers import read_world
from dashboard.domain.world import World
from tests.builders import (
    SAMPLES,
    Row,
    client,
    coach,
    contact,
    csv_rows,
    employer,
    follow_up,
    placement,
    store_tables,
    stored,
    unit,
    world,
)

TABLES = [model.__tablename__ for model in UNIT_TABLES]


def same(one: World, other: World) -> None:
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))


def test_both_databases_give_the_same_frames(sqlite_engine: Engine, postgres_engine: Engine) -> None:
    for each in (sqlite_engine, postgres_engine):
        store_tables(each, csv_rows(SAMPLES / "tiny"))
    same(read_world(sqlite_engine), read_world(postgres_engine))


def test_an_empty_database_gives_frames_with_the_same_types(engine: Engine) -> None:
    empty = read_world(engine)
    assert all(len(getattr(empty, name)) == 0 for name in TABLES)
    types = {name: getattr(empty, name).dtypes.astype(str).to_dict() for name in TABLES}
    store_tables(engine, csv_rows(SAMPLES / "tiny"))
    full = read_world(engine)
    assert {name: getattr(full, name).dtypes.astype(str).to_dict() for name in TABLES} == types


def test_the_types_are_those_that_analysis_expects(sqlite_engine: Engine) -> None:
    found = read_world(sqlite_engine)
    assert str(found.contacts["contacted_on"].dtype) == "datetime64[s]"
    assert str(found.employers["name"].dtype) == "str"
    assert found.employers["active"].dtype == bool
    assert found.employers["capacity"].dtype == "int64"
    assert found.placements["hours_per_week"].dtype == "float64"
    assert {"source", "updated_at", "own_id"}.isdisjoint(found.contacts.columns)


def test_rows_are_sorted_by_key_whatever_the_collation(engine: Engine) -> None:
    stored(engine, *(employer(key) for key in ("ö", "b", "B", "å", "a-1", "a1", "10", "9")))
    assert read_world(engine).employers["employer_id"].tolist() == [
        "10",
        "9",
        "B",
        "a-1",
        "a1",
        "b",
        "å",
        "ö",
    ]


def test_the_version_is_the_one_the_frames_were_read_at(engine: Engine) -> None:
    stored(engine, employer("E1"))
    assert read_world(engine).version == data_version(engine)


def test_a_built_world_is_what_the_database_gives(engine: Engine) -> None:
    rows: tuple[Row, ...] = (
        contact(kind="visit"),
        placement(placement_id="P1", hours_per_week=37.5),
        follow_up("P1", minutes=20),
        coach("B", ended_on="2026-01-01"),
        client("K9", None, None, applied_on="2026-01-01"),
        employer("E2", group="Å"),
    )
    stored(engine, *rows)
    same(read_world(engine), world(*rows))


@pytest.mark.parametrize("days", [("1899-12-31", "2199-01-01"), ("1970-01-01", "2026-02-28")])
def test_days_come_back_as_they_were(engine: Engine, days: tuple[str, str]) -> None:
    stored(engine, coach("A", started_on=days[0], ended_on=days[1]))
    row = read_world(engine).coaches.iloc[0]
    assert (row["started_on"].date().isoformat(), row["ended_on"].date().isoformat()) == days


def test_everybody_belongs_to_the_only_unit() -> None:
    found = world(unit("U1"), coach("A"), client("K1", None))
    assert (found.coaches["unit_id"].tolist(), found.clients["unit_id"].tolist()) == (["U1"], ["U1"])


def test_a_client_without_a_unit_has_the_coach_s() -> None:
    found = world(
        unit("U1"), unit("U2"), coach("A", unit_id="U2"), coach("B"), client("K1", "A"), client("K2", "B"),
        client("K3", "A", unit_id="U1"),
    )  # fmt: skip
    assert found.clients["unit_id"].fillna("").tolist() == ["U2", "", "U1"]


def test_a_placement_has_its_client_s_coach_and_a_follow_up_its_placement_s() -> None:
    found = world(
        client("K1", "A"),
        client("K2", None),
        placement("E1", "K1", placement_id="P1"),
        placement("E1", "K1", placement_id="P2", coach_id="B"),
        placement("E1", "K2", placement_id="P3"),
        follow_up("P1", follow_up_id="F1"),
        follow_up("P2", follow_up_id="F2"),
        follow_up("P3", follow_up_id="F3"),
        follow_up("P2", follow_up_id="F4", coach_id="C"),
    )
    assert found.placements["coach_id"].fillna("").tolist() == ["A", "B", ""]
    assert found.follow_ups["coach_id"].fillna("").tolist() == ["A", "B", "", "C"]
