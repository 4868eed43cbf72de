"""Two keys made one employer by a person: moved at once, read so in later files, and taken back whole."""

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.data.employer_decisions import (
    CannotDecide,
    decide_different,
    decide_same,
    decisions,
    undo_decision,
)
from dashboard.data.engine import data_version
from dashboard.domain.access import Role, Viewer
from dashboard.domain.errors import AccessDenied, InvalidParameter
from dashboard.reports import loading, same_employers
from dashboard.reports.access import Access, Store
from tests.importer.helpers import (
    NOW,
    SAMPLES,
    TODAY,
    dump,
    load,
    read_tiny,
    tiny_with,
    warnings,
    write_folder,
)


@pytest.fixture
def twins(engine: Engine, tmp_path: Path) -> Engine:
    """The tiny sample, with E1 once more as E1b, which has contacts and a placement of its own."""
    assert load(engine, twin_file(tmp_path / "twins"), yes=True).applied
    return engine


def twin_file(folder: Path) -> Path:
    def change(tables) -> None:
        tables["employers"].append(tables["employers"][0] | {"employer_id": "E1b", "address": ""})
        tables["contacts"][0]["employer_id"] = "E1b"
        tables["contacts"][1]["employer_id"] = "E1b"
        tables["placements"][0]["employer_id"] = "E1b"

    return tiny_with(folder, change)


def same(engine: Engine, kept: str = "E1", other: str = "E1b"):
    return decide_same(engine, kept, other, who="karin", now=NOW)


def named_in(engine: Engine, key: str) -> int:
    return sum(key in row for rows in dump(engine).values() for row in rows)


def test_every_row_of_the_other_is_moved_in_one_step(twins: Engine) -> None:
    version = data_version(twins)

    made = same(twins)

    assert (made.moved, made.who, made.same) == (3, "karin", True)
    assert named_in(twins, "E1b") == 0
    assert data_version(twins) != version


def test_taken_back_everything_is_as_it_was(twins: Engine) -> None:
    before = dump(twins, traces=True)
    made = same(twins)

    undo_decision(twins, made.number, now=NOW)

    assert dump(twins, traces=True) == before
    assert decisions(twins) == ()


def test_later_files_that_name_the_other_key_are_read_as_the_kept_one(twins: Engine, tmp_path: Path) -> None:
    same(twins)
    before = dump(twins)

    again = load(twins, twin_file(tmp_path / "again"))

    assert (again.changes, dump(twins)) == (0, before)
    assert "read_as_other_employer" in warnings(again)
    assert again.counts["employers"].skipped == 1


def test_that_holds_for_rows_without_keys_too(twins: Engine, tmp_path: Path) -> None:
    same(twins)
    rows = [{k: v for k, v in row.items() if k != "contact_id"} for row in read_tiny()["contacts"]]
    rows[0]["employer_id"] = rows[1]["employer_id"] = "E1b"
    assert load(twins, write_folder(tmp_path / "f", {"contacts": rows})).changes == 0


def test_a_file_that_is_the_whole_truth_keeps_the_kept_one(twins: Engine, tmp_path: Path) -> None:
    same(twins)
    result = load(twins, twin_file(tmp_path / "again"), replace=True)
    assert (result.changes, result.errors) == (0, 0)


def test_one_after_the_other_is_followed_to_the_end_and_undone_in_turn(twins: Engine, tmp_path: Path) -> None:
    before = dump(twins, traces=True)
    first = same(twins, "E1", "E1b")
    second = same(twins, "E2", "E1")

    again = load(twins, twin_file(tmp_path / "again"), dry_run=True)
    assert again.counts["contacts"].changed == 0

    with pytest.raises(CannotDecide, match=f"Beslut {second.number} kom senare"):
        undo_decision(twins, first.number, now=NOW)
    undo_decision(twins, second.number, now=NOW)
    undo_decision(twins, first.number, now=NOW)
    assert dump(twins, traces=True) == before


def test_two_that_are_two_are_not_asked_about_again(twins: Engine, tmp_path: Path) -> None:
    access = Access(Viewer(1, "Karin", Role.MANAGER), Store(twins))
    pair = [("E1", "E1b")]
    assert [(one.one.key, one.other.key) for one in same_employers.duplicates(access)] == pair
    assert "twin_employers" in warnings(load(twins, twin_file(tmp_path / "a")))
    version = data_version(twins)

    made = same_employers.different(access, "E1b", "E1", NOW)

    assert same_employers.duplicates(access) == ()
    assert "twin_employers" not in warnings(load(twins, twin_file(tmp_path / "b")))
    assert data_version(twins) == version

    same_employers.undo_same_or_different(access, made.number, NOW)
    assert [(one.one.key, one.other.key) for one in same_employers.duplicates(access)] == pair


def test_a_decision_may_change(twins: Engine) -> None:
    decide_different(twins, "E1", "E1b", who="karin", now=NOW)
    same(twins)
    assert [one.same for one in decisions(twins)] == [True]


@pytest.mark.parametrize(("kept", "other"), [("E1", "E1"), ("E1", "E77"), ("E77", "E1")])
def test_there_must_be_two(sqlite_engine: Engine, kept: str, other: str) -> None:
    load(sqlite_engine, SAMPLES / "tiny")
    for decide in (decide_same, decide_different):
        with pytest.raises(CannotDecide):
            decide(sqlite_engine, kept, other, who="karin", now=NOW)
    with pytest.raises(InvalidParameter):
        undo_decision(sqlite_engine, 1, now=NOW)


def test_only_those_who_load_data_decide(sqlite_engine: Engine) -> None:
    coach = Access(Viewer(1, "Anna", Role.COACH), Store(sqlite_engine))
    for what in (
        lambda: same_employers.duplicates(coach),
        lambda: same_employers.same(coach, "E1", "E2", NOW),
        lambda: same_employers.different(coach, "E1", "E2", NOW),
        lambda: same_employers.made_decisions(coach),
        lambda: same_employers.undo_same_or_different(coach, 1, NOW),
    ):
        with pytest.raises(AccessDenied):
            what()


def test_a_preview_tells_of_new_ones_that_look_like_old_ones(sqlite_engine: Engine, tmp_path: Path) -> None:
    load(sqlite_engine, SAMPLES / "tiny")
    access = Access(Viewer(1, "Karin", Role.MANAGER), Store(sqlite_engine))

    seen = loading.preview(access, loading.Request(twin_file(tmp_path / "f"), TODAY))

    assert [(pair.one.key, pair.other.key) for pair in seen.duplicates] == [("E1", "E1b")]


def test_an_import_is_not_undone_past_a_decision(twins: Engine) -> None:
    from dashboard.data.import_undo import CannotUndo, undo_last

    same(twins)
    with pytest.raises(CannotUndo, match="ändrats på annat sätt"):
        undo_last(twins, who="karin", now=NOW + dt.timedelta(hours=1))
