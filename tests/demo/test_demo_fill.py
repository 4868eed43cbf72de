"""Filling a database: all tables, on both databases, and never over a unit's own data."""

import datetime as dt

import pytest
from sqlalchemy import Engine, func, insert, select

from dashboard.data.demo import fill_demo, invent
from dashboard.data.engine import data_version, is_demo, reading, writing
from dashboard.data.models import UNIT_TABLES, Employer, ImportRun, Position, Unit
from dashboard.data.positions import store_places
from dashboard.domain.errors import OwnDataInTheWay
from tests.demo.cases import LEAP_DAY, SATURDAY


def rows(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    with reading(engine) as connection:
        return {
            table.__tablename__: sorted(map(tuple, connection.execute(select(table.__table__))), key=str)
            for table in UNIT_TABLES
        }


def test_every_table_is_filled_and_the_database_says_that_it_is_a_demo(engine: Engine) -> None:
    filled = fill_demo(engine, SATURDAY, 1)
    stored = {name: len(found) for name, found in rows(engine).items()}
    assert stored == filled.counts == invent(SATURDAY, 1).counts()
    assert all(stored.values())
    assert is_demo(engine)


def test_the_same_seed_and_day_write_the_same_rows_and_version(
    sqlite_engine: Engine, postgres_engine: Engine
) -> None:
    fill_demo(sqlite_engine, LEAP_DAY, 5)
    fill_demo(postgres_engine, LEAP_DAY, 5)
    assert data_version(sqlite_engine) == data_version(postgres_engine)
    one, other = rows(sqlite_engine), rows(postgres_engine)
    for table in UNIT_TABLES:
        name, columns = table.__tablename__, list(table.__table__.columns.keys())
        kept = [place for place, column in enumerate(columns) if column != "updated_at"]
        assert [tuple(row[place] for place in kept) for row in one[name]] == [
            tuple(row[place] for place in kept) for row in other[name]
        ]


def test_employers_get_their_places_on_the_map(engine: Engine) -> None:
    fill_demo(engine, SATURDAY, 1)
    with reading(engine) as connection:
        query = select(Employer.position_precision, func.count()).group_by(Employer.position_precision)
        found = {row[0]: row[1] for row in connection.execute(query)}
        drawn = select(func.count()).where(Employer.map_latitude.is_not(None))
        placed = connection.execute(drawn).scalar_one()
    assert found["none"] == 3
    assert found["exact"] > 180
    assert placed == 297


def test_a_units_own_data_is_never_touched(engine: Engine) -> None:
    with writing(engine, "own data") as connection:
        connection.execute(insert(Unit), [{"unit_id": "U1", "name": "Egen enhet"}])
    before, version = rows(engine), data_version(engine)
    for replace in (False, True):
        with pytest.raises(OwnDataInTheWay, match="en enhets egna uppgifter"):
            fill_demo(engine, SATURDAY, 1, replace=replace)
    assert rows(engine) == before
    assert data_version(engine) == version
    assert not is_demo(engine)


def test_a_demo_that_something_was_imported_into_counts_as_own_data(engine: Engine) -> None:
    fill_demo(engine, SATURDAY, 1)
    with writing(engine, "an import") as connection:
        connection.execute(
            insert(ImportRun).values(
                imported_at=dt.datetime(2026, 11, 21, tzinfo=dt.UTC),
                imported_by="karin",
                file_name="egna.xlsx",
                sha256="0" * 64,
                counts={},
                data_version="2-x",
            )
        )
    with pytest.raises(OwnDataInTheWay):
        fill_demo(engine, SATURDAY, 2, replace=True)


def test_an_earlier_demo_is_replaced_only_on_request(engine: Engine) -> None:
    fill_demo(engine, SATURDAY, 1)
    store_places(engine, "g1", {"A-001": (0.1, 0.2)})
    with pytest.raises(OwnDataInTheWay, match="brygga demo --force"):
        fill_demo(engine, SATURDAY, 2)
    filled = fill_demo(engine, SATURDAY, 2, replace=True)
    assert {name: len(found) for name, found in rows(engine).items()} == filled.counts
    with reading(engine) as connection:
        assert connection.execute(select(func.count()).select_from(Position)).scalar_one() == 0
