"""What reports are made from: read once per data version, worked out once per selection and day."""

import datetime as dt

import pytest
from sqlalchemy import Engine, event

from dashboard.data.unit_settings import store_settings
from dashboard.domain.access import Role, Viewer
from dashboard.domain.definitions import Definitions
from dashboard.domain.errors import InvalidParameter
from dashboard.reports.access import Access, Store
from tests.builders import contact, employer, store_tables, stored

ON = dt.date(2026, 6, 30)
MANAGER = Viewer(1, "Maja", Role.MANAGER)


def test_the_world_is_read_once_per_data_version(sqlite_engine: Engine) -> None:
    store = Store(sqlite_engine)
    stored(sqlite_engine, employer("E1"))
    first = store.world()
    assert store.world() is first
    store_tables(
        sqlite_engine,
        {
            "employers": [
                {
                    "employer_id": "E2",
                    "name": "Two",
                    "capacity": 1,
                    "active": True,
                    "position_precision": "none",
                }
            ]
        },
    )
    assert store.world() is not first
    assert store.world().employers["employer_id"].tolist() == ["E1", "E2"]
    assert store.world().version == store.data_version()


def test_a_state_is_worked_out_once_per_selection_and_day(sqlite_engine: Engine) -> None:
    stored(sqlite_engine, contact("E1", "A", "2026-06-01"))
    access = Access(MANAGER, Store(sqlite_engine))
    state = access.employer_state((), None, ON)
    assert access.employer_state((), None, ON) is state
    assert access.employer_state((), None, dt.date(2026, 5, 1)) is not state
    assert access.scope(("U1", "U1"), None, ON) is access.scope(("U1",), None, ON)


def test_other_definitions_give_another_state(sqlite_engine: Engine) -> None:
    stored(sqlite_engine, contact("E1", "A", "2026-06-01"))
    store = Store(sqlite_engine)
    usual = Access(MANAGER, store).employer_state((), None, ON)
    strict = Access(MANAGER, store, Definitions(active_within=10)).employer_state((), None, ON)
    assert (usual.employers.loc["E1", "warmth"], strict.employers.loc["E1", "warmth"]) == (
        "active",
        "cooling",
    )


def test_an_unknown_unit_is_not_remembered_as_an_answer(sqlite_engine: Engine) -> None:
    stored(sqlite_engine, employer("E1"))
    access = Access(MANAGER, Store(sqlite_engine))
    for _turn in range(2):
        with pytest.raises(InvalidParameter):
            access.employer_state(("U9",), None, ON)


def test_places_on_the_picture_are_kept_and_stay(engine: Engine) -> None:
    store = Store(engine)
    store.keep_positions("network", {"employer:E1": (1.0, 2.0)})
    store.keep_positions("network", {"employer:E1": (9.0, 9.0), "employer:E2": (3.0, 4.0)})
    assert dict(store.positions("network")) == {"employer:E1": (1.0, 2.0), "employer:E2": (3.0, 4.0)}
    assert not store.positions("another")


def test_a_database_is_not_the_demo_unless_it_says_so(engine: Engine) -> None:
    assert not Store(engine).is_demo()


def set_values(engine: Engine, **values: int | None) -> None:
    store_settings(engine, values, who="test", now=dt.datetime(2026, 6, 30, tzinfo=dt.UTC))


def test_every_report_uses_the_stored_definitions_from_the_moment_they_change(engine: Engine) -> None:
    stored(engine, contact("E1", "A", "2026-04-15"))
    access = Access(MANAGER, Store(engine))
    assert access.employer_state((), None, ON).employers.loc["E1", "warmth"] == "active"
    set_values(engine, active_within=30)
    assert access.definitions == Definitions(active_within=30)
    assert access.employer_state((), None, ON).employers.loc["E1", "warmth"] == "cooling"
    set_values(engine, active_within=None)
    assert access.employer_state((), None, ON).employers.loc["E1", "warmth"] == "active"


def test_definitions_that_are_tried_go_before_the_stored_ones(sqlite_engine: Engine) -> None:
    stored(sqlite_engine, employer("E1"))
    set_values(sqlite_engine, active_within=30)
    assert Access(MANAGER, Store(sqlite_engine), Definitions(half_life=9)).definitions.active_within == 90


def test_a_page_of_many_parts_asks_the_database_once(sqlite_engine: Engine) -> None:
    stored(sqlite_engine, contact("E1", "A", "2026-06-01"))
    store = Store(sqlite_engine)
    store.snapshot()
    asked: list[str] = []
    event.listen(sqlite_engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    access = Access(MANAGER, store).pinned()
    assert asked == []
    for _part in range(3):
        assert access.definitions.active_within == 90
        access.employer_state((), None, ON)
        access.store.data_version()
    assert len([statement for statement in asked if statement.startswith("SELECT")]) == 1


def test_a_pinned_page_shows_one_state_of_the_data_throughout(sqlite_engine: Engine) -> None:
    stored(sqlite_engine, employer("E1"))
    access = Access(MANAGER, Store(sqlite_engine)).pinned()
    before = access.definitions
    set_values(sqlite_engine, active_within=30)
    assert access.definitions is before
    assert access.store.data_version() != Store(sqlite_engine).data_version()
