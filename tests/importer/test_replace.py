"""A file that is the whole truth: it says what it removes, and never takes away what others still need."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.importer.helpers import (
    SAMPLES,
    dump,
    errors,
    load,
    read_tiny,
    state,
    tiny_with,
    write_folder,
)


@pytest.fixture
def tiny(engine: Engine) -> Engine:
    load(engine, SAMPLES / "tiny")
    return engine


def without(table: str, *rows: int):
    def change(tables) -> None:
        tables[table] = [row for place, row in enumerate(tables[table]) if place not in rows]

    return change


def test_it_says_what_it_would_remove_and_waits_for_a_yes(tiny: Engine, tmp_path: Path) -> None:
    before = state(tiny)
    path = tiny_with(tmp_path / "f", without("follow_ups", 3, 5))

    result = load(tiny, path, replace=True)

    gone = tuple(sorted(read_tiny()["follow_ups"][place]["follow_up_id"] for place in (3, 5)))
    assert (result.needs_yes, result.applied) == (True, False)
    assert result.removed == {"follow_ups": gone}
    assert [(one.doubt, one.n, one.of) for one in result.guards] == [("removed", 2, 24)]
    assert state(tiny) == before


def test_after_a_yes_the_database_holds_what_the_file_says(tiny: Engine, tmp_path: Path) -> None:
    load(tiny, tiny_with(tmp_path / "f", without("follow_ups", 3, 5)), replace=True, yes=True)

    stored = {row[0] for row in dump(tiny)["follow_ups"]}
    assert stored == {row["follow_up_id"] for row in read_tiny()["follow_ups"][:3]} | {
        row["follow_up_id"] for place, row in enumerate(read_tiny()["follow_ups"]) if place not in (3, 5)
    }


def test_parents_and_children_can_go_together(tiny: Engine, tmp_path: Path) -> None:
    def change(tables) -> None:
        gone = tables["placements"].pop(0)["placement_id"]
        tables["follow_ups"] = [row for row in tables["follow_ups"] if row["placement_id"] != gone]
        gone_client = {row["client_id"] for row in tables["steps"]}.pop()
        tables["steps"] = [row for row in tables["steps"] if row["client_id"] != gone_client]

    result = load(tiny, tiny_with(tmp_path / "f", change), replace=True, yes=True)

    assert result.applied
    assert "P1" not in {row[0] for row in dump(tiny)["placements"]}
    assert set(result.removed) == {"placements", "follow_ups", "steps"}


def test_a_row_that_others_refer_to_is_not_removed_and_they_are_named(tiny: Engine, tmp_path: Path) -> None:
    before = state(tiny)
    rows = [row for row in read_tiny()["employers"] if row["employer_id"] != "E1"]
    users = [row["contact_id"] for row in read_tiny()["contacts"] if row["employer_id"] == "E1"]

    result = load(tiny, write_folder(tmp_path / "f", {"employers": rows}), replace=True, yes=True)

    assert errors(result) == ["still_referred_to"]
    assert f"Kontakter {users[0]}" in result.findings[0].message
    assert (result.applied, state(tiny)) == (False, before)


def test_tables_that_are_not_in_the_file_are_left_alone(tiny: Engine, tmp_path: Path) -> None:
    before = dump(tiny)
    result = load(tiny, write_folder(tmp_path / "f", {"steps": read_tiny()["steps"]}), replace=True)
    assert (result.changes, dump(tiny)) == (0, before)


def test_a_table_without_rows_removes_nothing(tiny: Engine, tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "f", {"steps": read_tiny()["steps"]})
    (folder / "contacts.csv").write_text("contact_id,employer_id,coach_id,contacted_on,kind\n")
    assert load(tiny, folder, replace=True, yes=True).changes == 0


def test_a_dry_run_only_tells(tiny: Engine, tmp_path: Path) -> None:
    before = state(tiny)
    result = load(tiny, tiny_with(tmp_path / "f", without("steps", 0)), replace=True, yes=True, dry_run=True)
    assert (result.counts["steps"].removed, state(tiny)) == (1, before)
