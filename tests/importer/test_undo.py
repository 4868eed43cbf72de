"""The last import can be taken back: every row is then exactly what it was, to its traces."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, func, select, update

from dashboard.data.accounts import add_account
from dashboard.data.cost_assumptions import store_assumptions
from dashboard.data.engine import data_version, writing
from dashboard.data.import_history import history
from dashboard.data.import_undo import CannotUndo, forget_old, undo_last, why_no_undo
from dashboard.data.models import Employer, ImportUndo
from dashboard.data.sessions import Sessions
from dashboard.data.unit_settings import store_settings
from dashboard.domain.access import Role
from dashboard.domain.assumption_catalogue import Estimate
from dashboard.i18n import use_language
from tests.importer.helpers import NOW, SAMPLES, dump, load, read_tiny, set_cell, tiny_with, write_folder

LATER = NOW + dt.timedelta(days=1)


def undo(engine: Engine, now: dt.datetime = LATER):
    return undo_last(engine, who="karin", now=now)


def kept_parts(engine: Engine) -> int:
    with engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(ImportUndo)).scalar_one()


def much_changed(folder: Path) -> Path:
    """Rows that are new, changed, cleared and removed, in many tables."""

    def change(tables) -> None:
        tables["employers"][0] |= {"name": "Ett annat namn", "locality": ""}
        tables["employers"].append({**tables["employers"][1], "employer_id": "E99"})
        tables["placements"][1] |= {"employer_id": "E99", "hours_per_week": "12,5"}
        tables["clients"][0]["earlier_client_id"] = "K2"
        tables["follow_ups"] = tables["follow_ups"][2:]
        tables["steps"] = tables["steps"][1:]
        tables["steps"].append({"client_id": "K2", "step": "5", "entered_on": "2026-02-03"})
        tables["contacts"][0]["contacted_on"] = "2025-02-02"

    return tiny_with(folder, change)


def test_everything_is_as_it_was_with_source_and_time(engine: Engine, tmp_path: Path) -> None:
    load(engine, SAMPLES / "tiny")
    before = dump(engine, traces=True)
    assert load(engine, much_changed(tmp_path / "f"), replace=True, yes=True, now=LATER).applied
    assert dump(engine, traces=True) != before

    undone = undo(engine)

    assert (undone.file_name, undone.number) == ("f", 2)
    assert dump(engine, traces=True) == before


def test_a_first_import_undone_leaves_nothing(engine: Engine) -> None:
    before = dump(engine, traces=True)
    load(engine, SAMPLES / "tiny")
    undo(engine)
    assert dump(engine, traces=True) == before


def test_rows_whose_keys_were_built_come_back_too(engine: Engine, tmp_path: Path) -> None:
    tables = read_tiny()
    tables["contacts"] = [
        {name: cell for name, cell in row.items() if name != "contact_id"} for row in tables["contacts"]
    ]
    load(engine, write_folder(tmp_path / "a", tables))
    before = dump(engine, traces=True)
    load(engine, write_folder(tmp_path / "b", {"contacts": read_tiny()["contacts"]}), yes=True)
    assert dump(engine, traces=True) != before

    undo(engine)

    assert dump(engine, traces=True) == before


@given(
    changes=st.lists(
        st.tuples(
            st.sampled_from(["employers", "coaches", "units"]),
            st.integers(0, 8),
            st.sampled_from(["change", "remove", "add"]),
        ),
        min_size=1,
        max_size=8,
    )
)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_changed_an_undo_gives_the_state_before(
    sqlite_engine: Engine, tmp_path_factory: pytest.TempPathFactory, changes
) -> None:
    folder = tmp_path_factory.mktemp("some")
    if not any(dump(sqlite_engine).values()):
        load(sqlite_engine, SAMPLES / "tiny")
    before = dump(sqlite_engine, traces=True)
    tables = read_tiny()
    key = {"employers": "employer_id", "coaches": "coach_id", "units": "unit_id"}
    for number, (table, place, what) in enumerate(changes):
        rows = tables[table]
        row = rows[place % len(rows)]
        if what == "add":
            rows.append(row | {key[table]: f"N{number}"})
        elif what == "remove":
            rows[:] = [one for one in rows if one is not row or len(rows) == 1]
        else:
            row["name"] = f"{row['name']} {number}"

    if load(sqlite_engine, write_folder(folder, tables), yes=True, now=LATER).applied:
        undo(sqlite_engine)

    assert dump(sqlite_engine, traces=True) == before


def test_it_is_told_in_the_history_and_moves_the_data_version(engine: Engine) -> None:
    load(engine, SAMPLES / "tiny")
    version = data_version(engine)
    undo(engine)

    past = history(engine)[0]
    assert (past.state, past.undone_by, past.undone_at) == ("undone", "karin", LATER)
    assert data_version(engine) != version


def test_only_the_last_import_can_be_undone(engine: Engine, tmp_path: Path) -> None:
    load(engine, SAMPLES / "tiny")
    load(engine, tiny_with(tmp_path / "f", set_cell("units", 2, "name", "Nytt")))
    undo(engine)
    with pytest.raises(CannotUndo, match="redan ångrad"):
        undo(engine)


def test_nothing_imported_is_nothing_to_undo(engine: Engine) -> None:
    use_language("en")
    with pytest.raises(CannotUndo, match="no import to undo"):
        undo(engine)


def test_it_is_refused_when_the_data_has_changed_in_another_way(engine: Engine) -> None:
    load(engine, SAMPLES / "tiny")
    with writing(engine, "somebody else") as connection:
        connection.execute(update(Employer).values(locality="Brottby"))
    before = dump(engine, traces=True)

    assert "ändrats på annat sätt" in why_no_undo(engine)
    with pytest.raises(CannotUndo, match="ändrats på annat sätt"):
        undo(engine)
    assert dump(engine, traces=True) == before


def test_changes_of_settings_and_assumptions_are_no_hindrance(engine: Engine) -> None:
    years = Estimate(3, 2, 4, NOW.date(), "karin")
    store_settings(engine, {"active_within": 50}, who="karin", now=NOW)
    store_assumptions(engine, {"years": years}, who="karin", now=NOW)
    before = dump(engine)
    load(engine, SAMPLES / "tiny")
    store_settings(engine, {"active_within": 60}, who="karin", now=NOW)
    store_assumptions(engine, {"years": None}, who="karin", now=NOW)
    assert why_no_undo(engine) == ""
    undo(engine)
    assert dump(engine) == before


def test_the_same_file_after_an_undo_is_not_imported_already(engine: Engine) -> None:
    load(engine, SAMPLES / "tiny")
    undo(engine)
    assert load(engine, SAMPLES / "tiny").applied


def test_what_undoes_is_emptied_when_it_can_no_longer_be_used(engine: Engine, tmp_path: Path) -> None:
    load(engine, SAMPLES / "tiny")
    load(engine, tiny_with(tmp_path / "f", set_cell("units", 2, "name", "Nytt")))
    assert kept_parts(engine) == 1  # of the first import, nothing is left

    forget_old(engine, NOW + dt.timedelta(days=30))
    assert kept_parts(engine) == 1
    forget_old(engine, NOW + dt.timedelta(days=31))
    assert kept_parts(engine) == 0
    with pytest.raises(CannotUndo, match="efter 30 dagar"):
        undo(engine, NOW + dt.timedelta(days=31))


def test_it_is_emptied_by_a_look_at_the_history_and_by_a_sign_in_too(sqlite_engine: Engine) -> None:
    load(sqlite_engine, SAMPLES / "tiny", now=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    assert kept_parts(sqlite_engine) == 8
    karin = add_account(
        sqlite_engine, username="karin", name="K", role=Role.MANAGER, password="trumpet-lastbil-hav"
    )
    sessions = Sessions(
        sqlite_engine,
        idle=dt.timedelta(1),
        longest=dt.timedelta(1),
        demo_allowed=False,
        clock=lambda: dt.datetime(2020, 2, 1, tzinfo=dt.UTC),
    )
    sessions.open(karin.user_id)
    assert kept_parts(sqlite_engine) == 0


CANARY = "Kanariefågeln i gruvan"


def bytes_on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("brygga.db*")))


@pytest.mark.parametrize("how", ["undone", "too old", "the next import"])
def test_what_was_removed_does_not_live_on_in_the_file(
    sqlite_engine: Engine, tmp_path: Path, how: str
) -> None:
    load(sqlite_engine, tiny_with(tmp_path / "a", set_cell("employers", 2, "name", CANARY)))
    undo(sqlite_engine) if how == "undone" else None
    if how != "undone":
        load(sqlite_engine, SAMPLES / "tiny")
        assert b"i gruvan" in bytes_on_disk(tmp_path)
    if how == "too old":
        forget_old(sqlite_engine, NOW + dt.timedelta(days=31))
    if how == "the next import":
        load(sqlite_engine, tiny_with(tmp_path / "b", set_cell("units", 2, "name", "Nytt")))

    left = bytes_on_disk(tmp_path)
    assert b"i gruvan" not in left
