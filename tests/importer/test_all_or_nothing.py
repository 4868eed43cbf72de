"""An error anywhere changes nothing; what is there is updated, kept or cleared as the file says."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, select, update

from dashboard.data.engine import next_version, writing
from dashboard.data.importer import run
from dashboard.data.models import Client, Coach, Contact, Employer
from tests.importer.helpers import (
    NOW,
    SAMPLES,
    dump,
    errors,
    load,
    read_tiny,
    set_cell,
    state,
    tiny_with,
    warnings,
    write_folder,
)


@pytest.fixture
def tiny(engine: Engine) -> Engine:
    """A database that holds the tiny sample."""
    load(engine, SAMPLES / "tiny")
    return engine


def one(engine: Engine, column, key_column, key: str):
    with engine.connect() as connection:
        return connection.execute(select(column).where(key_column == key)).scalar_one()


@pytest.mark.parametrize(
    ("table", "row", "column", "value", "code"),
    [
        ("units", 2, "municipality_code", "9999", "unknown_municipality"),
        ("coaches", 3, "ended_on", "2024-12-31", "end_before_start"),
        ("coaches", 3, "unit_id", "U9", "unknown_reference"),
        ("employers", 4, "size_class", "2026-09-01", "spoiled_size_class"),
        ("clients", 2, "coach_id", "C9", "unknown_reference"),
        ("clients", 2, "earlier_client_id", "K99", "unknown_reference"),
        ("clients", 2, "enrolled_on", "", "never_enrolled"),
        ("clients", 4, "closed_on", "2025-02-28", "end_before_start"),
        ("steps", 5, "step", "6", "unknown_word"),
        ("contacts", 23, "employer_id", "", "required"),
        ("contacts", 23, "kind", "brevduva", "unknown_word"),
        ("placements", 17, "employer_id", "", "no_employer"),
        ("placements", 17, "client_id", "K99", "unknown_reference"),
        ("placements", 2, "planned_end_on", "2025-02-01", "end_before_start"),
        ("follow_ups", 25, "placement_id", "P99", "unknown_reference"),
    ],
)
def test_an_error_anywhere_changes_nothing(
    tiny: Engine, tmp_path: Path, table: str, row: int, column: str, value: str, code: str
) -> None:
    before = state(tiny)

    def change(tables) -> None:
        set_cell("employers", 2, "name", "Ett annat namn")(tables)
        set_cell(table, row, column, value)(tables)

    result = load(tiny, tiny_with(tmp_path / "files", change), yes=True)

    assert errors(result) == [code]
    found = result.findings[0]
    assert (found.sheet, found.row, found.header) == (f"{table}.csv", row, column)
    assert found.message
    assert found.remedy
    assert not result.applied
    assert state(tiny) == before


def test_a_failure_in_the_middle_of_writing_changes_nothing(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_anything) -> None:
        raise RuntimeError("the power went")

    before = state(engine)
    monkeypatch.setattr(run, "remember", fail)

    with pytest.raises(RuntimeError, match="power"):
        load(engine, SAMPLES / "tiny")

    assert state(engine) == before


def test_a_dry_run_tells_and_changes_nothing(engine: Engine) -> None:
    before = state(engine)

    result = load(engine, SAMPLES / "tiny", dry_run=True)

    assert (result.changes, result.applied) == (97, False)
    assert state(engine) == before


def test_a_known_key_updates_its_row_and_only_that(tiny: Engine, tmp_path: Path) -> None:
    changed = tiny_with(tmp_path / "files", set_cell("employers", 3, "locality", "Brottby"))
    later = NOW.replace(year=2027)

    result = load(tiny, changed, now=later)

    assert (result.changes, result.counts["employers"].changed) == (1, 1)
    assert one(tiny, Employer.locality, Employer.employer_id, "E2") == "Brottby"
    assert one(tiny, Employer.updated_at, Employer.employer_id, "E2").year == 2027
    assert one(tiny, Employer.updated_at, Employer.employer_id, "E1").year == 2026


def test_a_column_that_is_not_there_is_left_as_it_is(tiny: Engine, tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "f", {"coaches": [{"coach_id": "C2", "name": "Bosse"}]})

    load(tiny, folder)

    assert one(tiny, Coach.name, Coach.coach_id, "C2") == "Bosse"
    assert one(tiny, Coach.fte, Coach.coach_id, "C2") == 0.5
    assert str(one(tiny, Coach.ended_on, Coach.coach_id, "C2")) == "2026-09-30"


def test_an_empty_cell_clears_and_defaults_come_back(tiny: Engine, tmp_path: Path) -> None:
    folder = write_folder(
        tmp_path / "f",
        {"employers": [{"employer_id": "E2", "name": "Köket", "capacity": "", "group": "", "active": ""}]},
    )

    result = load(tiny, folder, yes=True)

    assert one(tiny, Employer.group, Employer.employer_id, "E2") is None
    assert one(tiny, Employer.capacity, Employer.employer_id, "E2") == 1
    # E2 and E6 have room for two; E2 alone has a group.
    assert {(item.column, item.cleared, item.stored) for item in result.cleared} == {
        ("capacity", 1, 2),
        ("group", 1, 1),
    }


def test_clearing_much_waits_for_a_yes(tiny: Engine, tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "f", {"coaches": [{"coach_id": "C2", "name": "Bo", "ended_on": ""}]})
    before = state(tiny)

    asked = load(tiny, folder)
    assert (asked.needs_yes, asked.applied) == (True, False)
    assert state(tiny) == before

    answered = load(tiny, folder, yes=True)
    assert answered.applied
    assert one(tiny, Coach.ended_on, Coach.coach_id, "C2") is None


def test_clearing_a_tenth_does_not_ask(tiny: Engine, tmp_path: Path) -> None:
    def change(tables) -> None:
        tables["units"] += [
            {"unit_id": f"X{n}", "name": "x", "municipality_code": "0115", "programme": ""} for n in range(9)
        ]

    load(tiny, tiny_with(tmp_path / "ten", change))
    rows = [{"unit_id": f"X{n}", "name": "x", "municipality_code": "0115"} for n in range(9)]
    rows.append({"unit_id": "U1", "name": "U", "municipality_code": ""})

    assert load(tiny, write_folder(tmp_path / "f", {"units": rows})).applied


def test_the_rows_a_file_lacks_are_left_alone(tiny: Engine, tmp_path: Path) -> None:
    before = dump(tiny)

    load(tiny, write_folder(tmp_path / "f", {"contacts": read_tiny()["contacts"][:3]}))

    assert dump(tiny) == before


def test_references_may_stand_in_the_database_alone(tiny: Engine, tmp_path: Path) -> None:
    row = {
        "contact_id": "N1",
        "employer_id": "E9",
        "coach_id": "C1",
        "contacted_on": "2026-11-20",
        "kind": "phone",
    }

    assert load(tiny, write_folder(tmp_path / "f", {"contacts": [row]}), yes=True).applied
    assert one(tiny, Contact.initiated_by, Contact.contact_id, "N1") == "unit"


def test_an_earlier_enrolment_may_stand_further_down(engine: Engine, tmp_path: Path) -> None:
    def change(tables) -> None:
        tables["clients"].reverse()

    assert load(engine, tiny_with(tmp_path / "f", change)).applied
    assert one(engine, Client.earlier_client_id, Client.client_id, "K6") == "K3"


def test_the_same_row_twice_is_read_once(engine: Engine, tmp_path: Path) -> None:
    result = load(engine, tiny_with(tmp_path / "f", lambda t: t["contacts"].append(dict(t["contacts"][0]))))

    assert result.counts["contacts"].new == 22
    twice = next(found for found in result.findings if found.code == "row_twice")
    assert (twice.row, "2" in twice.message) == (24, True)


def test_one_key_with_two_contents_is_an_error_at_both_rows(engine: Engine, tmp_path: Path) -> None:
    def change(tables) -> None:
        tables["contacts"].append(tables["contacts"][0] | {"kind": "phone"})

    result = load(engine, tiny_with(tmp_path / "f", change))

    assert [(found.row, found.code) for found in result.findings[:2]] == [(2, "key_twice"), (24, "key_twice")]


def test_a_change_between_plan_and_writing_makes_a_new_plan(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(engine, SAMPLES / "tiny")
    real = next_version
    tries = []

    def meanwhile(version: str, change: str) -> str:
        tries.append(1)
        if len(tries) == 1:
            with writing(engine, "somebody else") as connection:
                connection.execute(update(Employer).values(locality="Brottby"))
        return real(version, change)

    monkeypatch.setattr(run, "next_version", meanwhile)
    result = load(engine, tiny_with(tmp_path / "f", set_cell("units", 2, "name", "Nya namnet")), yes=True)

    assert len(tries) == 2
    # The second plan sees what the other wrote: all nine employers differ from the file in locality,
    # apart from E7, which lies in Brottby.
    assert result.counts["employers"].changed == 8
    assert result.applied


def test_warnings_do_not_stop(engine: Engine) -> None:
    result = load(engine, SAMPLES / "tiny")
    assert (len(warnings(result)), result.applied) == (3, True)
