"""What was written in place and what a file says of the same row: nothing is lost without a yes."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import Engine

from dashboard.cli.import_command import import_command
from dashboard.cli.speech import BryggaGroup
from dashboard.data.edits import Action, Author, CannotTakeBack, Edit
from dashboard.data.engine import open_engine
from dashboard.data.import_undo import CannotUndo, undo_last, why_no_undo
from dashboard.data.importer.result import ImportResult
from dashboard.data.in_place.take_back import take_back
from dashboard.data.in_place.write import Saved, write_edit
from dashboard.data.writable_rows import marks_of
from dashboard.settings import Settings
from tests.builders import stored_tables
from tests.importer.helpers import NOW, SAMPLES, TODAY, Rows, dump, load, read_tiny, warnings, write_folder

ANNA = Author(7, "Anna")
LATER = NOW + dt.timedelta(hours=2)
# In the sample, F24 is P10's follow-up planned on 2026-04-15 and not done yet.


def write(engine: Engine, edit: Edit) -> Saved:
    return write_edit(engine, edit, ANNA, now=LATER, today=TODAY)


def mark_done(engine: Engine, key: str, **cells: str) -> Saved:
    seen = marks_of(engine, "follow_ups", [key])[key]
    given = {"done_on": "2026-11-20", "mode": "phone", **cells}
    return write(engine, Edit(Action.FOLLOW_UP_DONE, "follow_ups", given, key, seen))


def log_visit(engine: Engine, **cells: str) -> Saved:
    given = {"employer_id": "E1", "coach_id": "C1", "contacted_on": "2026-03-10", "kind": "visit", **cells}
    return write(engine, Edit(Action.CONTACT_LOGGED, "contacts", given))


def open_one(engine: Engine) -> dict[str, Any]:
    """A follow-up of the sample that is not done."""
    return next(
        row for row in stored_tables(engine)["follow_ups"] if not row["done_on"] and not row["cancelled"]
    )


def follow_up(engine: Engine, key: str) -> dict[str, Any]:
    return next(row for row in stored_tables(engine)["follow_ups"] if row["follow_up_id"] == key)


def without_keys(rows: Rows, key: str) -> Rows:
    return [{name: text for name, text in row.items() if name != key} for row in rows]


def guards(result: ImportResult) -> list[tuple[str, str, int]]:
    return [(one.doubt.value, one.table, one.n) for one in result.guards]


@pytest.fixture
def tiny(sqlite_engine: Engine) -> Engine:
    load(sqlite_engine, SAMPLES / "tiny")
    return sqlite_engine


def test_the_same_file_again_leaves_what_was_written_as_it_is(tiny: Engine) -> None:
    mark_done(tiny, open_one(tiny)["follow_up_id"])
    before = dump(tiny, traces=True)

    result = load(tiny, SAMPLES / "tiny")

    assert (result.changes, result.guards, result.cleared) == (0, (), ())
    assert dump(tiny, traces=True) == before


def test_a_file_that_says_something_else_asks_and_what_was_written_stays(
    tiny: Engine, tmp_path: Path
) -> None:
    key = open_one(tiny)["follow_up_id"]
    mark_done(tiny, key, minutes="25")
    rows = read_tiny()["follow_ups"]
    for row in rows:
        if row["follow_up_id"] == key:
            row |= {"done_on": "2026-11-19", "minutes": "", "assessment": "on_track"}
    path = write_folder(tmp_path / "f", {"follow_ups": rows})

    asked = load(tiny, path)

    assert (asked.applied, asked.needs_yes) == (False, True)
    assert guards(asked) == [("written_here", "follow_ups", 1)]
    (told,) = (one for one in asked.findings if one.code == "written_here")
    assert (told.value, "2026-11-20" in told.message, "Anna" in told.message) == ("2026-11-19", True, True)

    assert load(tiny, path, yes=True).applied
    found = follow_up(tiny, key)
    assert (found["done_on"], found["minutes"], found["assessment"]) == ("2026-11-20", 25, "on_track")
    assert found["source"].endswith("; i Brygga")


def test_the_file_wins_when_somebody_says_so_and_an_empty_cell_still_takes_nothing(
    tiny: Engine, tmp_path: Path
) -> None:
    key = open_one(tiny)["follow_up_id"]
    mark_done(tiny, key, minutes="25")
    rows = read_tiny()["follow_ups"]
    for row in rows:
        if row["follow_up_id"] == key:
            row |= {"done_on": "2026-11-19", "minutes": ""}
    path = write_folder(tmp_path / "f", {"follow_ups": rows})

    asked = load(tiny, path, file_wins=True)
    assert (asked.applied, guards(asked)) == (False, [("written_here", "follow_ups", 1)])

    assert load(tiny, path, file_wins=True, yes=True).applied
    assert (follow_up(tiny, key)["done_on"], follow_up(tiny, key)["minutes"]) == ("2026-11-19", 25)
    # From now on the file's value is the unit's, and nobody is asked again.
    assert load(tiny, path).guards == ()


def test_a_file_without_keys_finds_the_follow_up_that_was_marked_as_done(
    tiny: Engine, tmp_path: Path
) -> None:
    rows = {"follow_ups": without_keys(read_tiny()["follow_ups"], "follow_up_id")}
    fresh = read_tiny() | rows
    path = write_folder(tmp_path / "keyless", fresh)
    undo_last(tiny, who="karin", now=NOW)
    load(tiny, path)
    key = open_one(tiny)["follow_up_id"]
    assert key.startswith("auto-")
    mark_done(tiny, key)
    before = dump(tiny, traces=True)

    result = load(tiny, path)

    assert (result.changes, result.counts["follow_ups"].unchanged) == (0, 24)
    assert dump(tiny, traces=True) == before


def test_a_file_without_keys_that_says_something_else_asks(tiny: Engine, tmp_path: Path) -> None:
    rows = without_keys(read_tiny()["follow_ups"], "follow_up_id")
    undo_last(tiny, who="karin", now=NOW)
    load(tiny, write_folder(tmp_path / "a", read_tiny() | {"follow_ups": rows}))
    one = open_one(tiny)
    mark_done(tiny, one["follow_up_id"])
    for row in rows:
        if (row["placement_id"], row["planned_on"]) == (one["placement_id"], one["planned_on"]):
            row["done_on"] = "2026-11-19"
    path = write_folder(tmp_path / "b", {"follow_ups": rows})

    assert guards(load(tiny, path)) == [("written_here", "follow_ups", 1)]
    assert load(tiny, path, yes=True).counts["follow_ups"].new == 0
    assert follow_up(tiny, one["follow_up_id"])["done_on"] == "2026-11-20"


def test_a_file_without_keys_never_takes_away_what_was_written(tiny: Engine, tmp_path: Path) -> None:
    rows = without_keys(read_tiny()["follow_ups"], "follow_up_id")
    undo_last(tiny, who="karin", now=NOW)
    load(tiny, write_folder(tmp_path / "a", read_tiny() | {"follow_ups": rows}))
    one = open_one(tiny)
    mark_done(tiny, one["follow_up_id"])
    spanning = [row for row in rows if row["placement_id"] == one["placement_id"]]
    lacking = [row for row in rows if row["planned_on"] != one["planned_on"]]
    assert len(spanning) > 1

    result = load(tiny, write_folder(tmp_path / "b", {"follow_ups": lacking}), yes=True, file_wins=True)

    assert follow_up(tiny, one["follow_up_id"])["done_on"] == "2026-11-20"
    assert one["follow_up_id"] not in result.removed.get("follow_ups", ())


def test_a_contact_logged_in_place_stays_and_is_not_doubled_by_the_file_that_has_it_too(
    tiny: Engine, tmp_path: Path
) -> None:
    log_visit(tiny, client_id="K1")
    contacts = without_keys(read_tiny()["contacts"], "contact_id")
    path = write_folder(tmp_path / "a", {"contacts": contacts})
    assert load(tiny, path).changes == 0
    assert len(dump(tiny)["contacts"]) == 23

    same = {**dict.fromkeys(contacts[0], ""), "employer_id": "E1", "coach_id": "C1"}
    same |= {"contacted_on": "2026-03-10", "kind": "visit"}
    result = load(tiny, write_folder(tmp_path / "b", {"contacts": [*contacts, same]}))

    assert (result.changes, len(dump(tiny)["contacts"])) == (0, 23)
    # The visit was about K1; one about K2 is another.
    other = load(tiny, write_folder(tmp_path / "c", {"contacts": [*contacts, same | {"client_id": "K2"}]}))
    assert (other.counts["contacts"].new, len(dump(tiny)["contacts"])) == (1, 24)
    assert "like_written_here" in warnings(other)


def test_a_row_with_a_key_of_the_units_own_takes_the_place_of_the_same_one_written_here(
    tiny: Engine, tmp_path: Path
) -> None:
    saved = log_visit(tiny)
    contacts = read_tiny()["contacts"]
    own = {**dict.fromkeys(contacts[0], ""), "contact_id": "X99", "employer_id": "E1", "coach_id": "C1"}
    own |= {"contacted_on": "2026-03-10", "kind": "visit"}

    load(tiny, write_folder(tmp_path / "a", {"contacts": [*contacts, own]}))

    keys = {row["contact_id"] for row in stored_tables(tiny)["contacts"]}
    assert ("X99" in keys, saved.written.key in keys) == (True, False)
    with pytest.raises(CannotTakeBack):
        take_back(tiny, saved.written.number, who="Anna", now=LATER)


def test_a_file_that_is_the_whole_truth_leaves_it_unless_the_file_wins_and_then_lists_it(
    tiny: Engine,
) -> None:
    saved = log_visit(tiny)
    before = dump(tiny, traces=True)

    kept = load(tiny, SAMPLES / "tiny", replace=True)
    assert (kept.changes, kept.removed, "written_here_kept" in warnings(kept)) == (0, {}, True)
    assert dump(tiny, traces=True) == before

    asked = load(tiny, SAMPLES / "tiny", replace=True, file_wins=True)
    assert (asked.applied, asked.removed) == (False, {"contacts": (saved.written.key,)})
    assert "skrivits i Brygga" in asked.guards[0].text
    load(tiny, SAMPLES / "tiny", replace=True, file_wins=True, yes=True)
    assert len(dump(tiny)["contacts"]) == 22
    undo_last(tiny, who="karin", now=LATER)
    assert dump(tiny, traces=True) == before


def test_an_import_can_be_undone_after_something_was_written_elsewhere_but_not_in_its_rows(
    tiny: Engine, tmp_path: Path
) -> None:
    key = open_one(tiny)["follow_up_id"]
    rows = read_tiny()["contacts"][:1]
    rows[0] = rows[0] | {"contacted_on": "2025-02-02"}
    load(tiny, write_folder(tmp_path / "f", {"contacts": rows}), yes=True)
    mark_done(tiny, key)
    assert why_no_undo(tiny) == ""
    undo_last(tiny, who="karin", now=LATER)
    assert follow_up(tiny, key)["done_on"] == "2026-11-20"


def test_what_was_written_in_a_row_of_the_import_is_taken_back_first(tiny: Engine) -> None:
    saved = mark_done(tiny, open_one(tiny)["follow_up_id"])
    before = dump(tiny, traces=True)
    assert "Anna" in why_no_undo(tiny)
    with pytest.raises(CannotUndo, match="Anna"):
        undo_last(tiny, who="karin", now=LATER)
    assert dump(tiny, traces=True) == before

    take_back(tiny, saved.written.number, who="Anna", now=LATER)
    undo_last(tiny, who="karin", now=LATER)
    assert not any(dump(tiny).values())


def test_a_visit_at_an_employer_that_came_with_the_import_keeps_it_from_being_undone(tiny: Engine) -> None:
    log_visit(tiny)
    with pytest.raises(CannotUndo):
        undo_last(tiny, who="karin", now=LATER)
    assert len(dump(tiny)["contacts"]) == 23


def test_what_an_import_has_changed_since_is_not_taken_back_over_it(tiny: Engine, tmp_path: Path) -> None:
    key = open_one(tiny)["follow_up_id"]
    saved = mark_done(tiny, key)
    rows = read_tiny()["follow_ups"]
    for row in rows:
        if row["follow_up_id"] == key:
            row["assessment"] = "on_track"
    load(tiny, write_folder(tmp_path / "f", {"follow_ups": rows}))
    with pytest.raises(CannotTakeBack):
        take_back(tiny, saved.written.number, who="Anna", now=LATER)
    assert follow_up(tiny, key)["assessment"] == "on_track"


def test_the_command_line_stops_with_exit_code_3_and_names_both_ways(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path / "data")
    group = BryggaGroup("brygga", commands=[import_command])

    def brygga(*words: str | Path) -> Result:
        return CliRunner().invoke(group, ["import", *map(str, words)], obj=settings)

    brygga(SAMPLES / "tiny")
    engine = open_engine(settings.database)
    key = open_one(engine)["follow_up_id"]
    mark_done(engine, key)
    rows = read_tiny()["follow_ups"]
    for row in rows:
        if row["follow_up_id"] == key:
            row |= {"done_on": "2026-11-19", "party": "both"}
    path = write_folder(tmp_path / "f", {"follow_ups": rows})

    asked = brygga(path)
    assert asked.exit_code == 3
    assert "1 värde i filen skiljer sig från det som skrivits i Brygga, som står kvar." in asked.stdout
    assert "låt filen gälla" in asked.stdout
    wins = brygga(path, "--file-wins", "--dry-run")
    assert "1 värde som skrivits i Brygga ersätts av filens." in wins.stdout
    assert brygga(path, "--yes").exit_code == 0
    assert follow_up(engine, key)["done_on"] == "2026-11-20"
    assert brygga(path, "--file-wins").exit_code == 3
    assert brygga(path, "--file-wins", "--yes").exit_code == 0
    assert follow_up(engine, key)["done_on"] == "2026-11-19"
    engine.dispose()
