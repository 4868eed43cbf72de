"""The unit's own definitions in the database: all of a change or none of it, and a history."""

import datetime as dt
import threading

import pytest
from sqlalchemy import Engine, delete, insert

from dashboard.data.engine import UnversionedWrite, data_version, keeping, writing
from dashboard.data.models import UnitSettings
from dashboard.data.readers import read_unit
from dashboard.data.schema import downgrade, upgrade
from dashboard.data.unit_settings import read_definitions, settings_history, store_settings
from dashboard.domain.definitions import Definitions, Standard
from dashboard.domain.errors import SettingsError
from dashboard.domain.setting_catalogue import SETTINGS

NOW = dt.datetime(2026, 11, 2, 9, 30, tzinfo=dt.UTC)


def change(engine: Engine, who: str = "karin", **values):
    named = {name.replace("__", "."): value for name, value in values.items()}
    return store_settings(engine, named, who=who, now=NOW)


def test_a_new_database_has_the_defaults_and_no_history(engine: Engine) -> None:
    assert read_definitions(engine) == Definitions()
    assert settings_history(engine) == ()


def test_what_is_stored_is_read_back_exactly(engine: Engine) -> None:
    outcome = change(engine, active_within=60, area_km=7.5, standard__first_days=(5, 10, 20))
    wanted = Definitions(active_within=60, area_km=7.5, standard=Standard(first_days=(5, 10, 20)))
    assert outcome.definitions == read_definitions(engine) == wanted
    assert read_definitions(engine).version == wanted.version
    assert read_unit(engine).definitions == wanted


def test_a_change_moves_the_data_version_by_one(engine: Engine) -> None:
    assert data_version(engine) == "0-empty"
    change(engine, active_within=60)
    assert data_version(engine).startswith("1-")


def test_the_same_changes_give_the_same_data_version_on_both_databases(
    sqlite_engine: Engine, postgres_engine: Engine
) -> None:
    for engine in (sqlite_engine, postgres_engine):
        change(engine, active_within=60)
        change(engine, standard__first_days=(5, 10))
    assert data_version(sqlite_engine) == data_version(postgres_engine)
    assert read_definitions(sqlite_engine).version == read_definitions(postgres_engine).version


def test_a_value_that_already_holds_changes_nothing(engine: Engine) -> None:
    change(engine, active_within=60)
    before = data_version(engine)
    assert change(engine, active_within=60, half_life=180).changed == {}
    assert data_version(engine) == before
    assert len(settings_history(engine)) == 1


def test_the_history_tells_when_who_and_what_the_newest_first(engine: Engine) -> None:
    change(engine, who="karin", active_within=60, standard__first_days=(5, 10))
    later = change(engine, who="per", active_within=None, cooling_within=100)
    second, first = settings_history(engine)
    assert (first.number, first.by, first.at) == (1, "karin", NOW)
    assert first.values == {"active_within": 60, "standard.first_days": (5, 10)}
    assert (second.number, second.by, second.values) == (
        2,
        "per",
        {"active_within": None, "cooling_within": 100},
    )
    assert second.version == later.definitions.version == read_definitions(engine).version


def test_everything_can_be_reset(engine: Engine) -> None:
    change(engine, active_within=60, area_km=5.0)
    outcome = store_settings(engine, dict.fromkeys(SETTINGS), who="karin", now=NOW)
    assert outcome.definitions == read_definitions(engine) == Definitions()
    assert outcome.changed == {"active_within": None, "area_km": None}


def test_one_bad_value_stores_none_of_them(engine: Engine) -> None:
    for values in ({"half_life": 90, "area_km": -1.0}, {"half_life": 90, "nonsense": 1}, {"nonsense": None}):
        with pytest.raises(SettingsError):
            store_settings(engine, values, who="karin", now=NOW)
    assert data_version(engine) == "0-empty"
    assert settings_history(engine) == ()


def test_values_are_checked_against_what_is_stored_already(engine: Engine) -> None:
    change(engine, cooling_within=100)
    with pytest.raises(SettingsError, match="active_within"):
        change(engine, active_within=110)
    with pytest.raises(SettingsError, match="active_within"):
        change(engine, active_within=90, cooling_within=80)


def test_settings_can_be_written_only_so_that_the_version_moves(engine: Engine) -> None:
    with pytest.raises(UnversionedWrite), keeping(engine) as connection:
        connection.execute(delete(UnitSettings))


def test_stored_values_that_no_longer_can_be_used_are_refused_and_can_be_reset(engine: Engine) -> None:
    row = {"changed_at": NOW, "changed_by": "x", "changed": {}, "definitions_version": "x"}
    with writing(engine, "an older version of Brygga") as connection:
        connection.execute(insert(UnitSettings), {**row, "in_force": {"gone": 1, "half_life": 90}})
    with pytest.raises(SettingsError, match="gone"):
        read_definitions(engine)
    assert change(engine, gone=None).definitions == Definitions(half_life=90)


def test_an_older_schema_forgets_the_settings_and_keeps_the_rest(engine: Engine) -> None:
    change(engine, active_within=60)
    before = data_version(engine)
    downgrade(engine, "0001")
    upgrade(engine)
    assert read_definitions(engine) == Definitions()
    assert data_version(engine) == before


def test_two_who_change_at_once_both_get_their_way(engine: Engine) -> None:
    threads = [
        threading.Thread(target=change, args=(engine,), kwargs={name: value})
        for name, value in (("half_life", 90), ("tie_window", 200), ("fatigue_contacts", 3))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert read_definitions(engine) == Definitions(half_life=90, tie_window=200, fatigue_contacts=3)
    assert len(settings_history(engine)) == 3
