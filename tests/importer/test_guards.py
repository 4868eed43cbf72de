"""What an import stops for and asks: the wrong file should not get in by habit."""

from pathlib import Path

from sqlalchemy import Engine

from tests.importer.helpers import NOW, SAMPLES, load, read_tiny, state, write_folder


def employers(n: int, **cells: str) -> dict[str, list[dict[str, str]]]:
    return {"employers": [{"employer_id": f"E{one}", "name": f"Namn {one}", **cells} for one in range(n)]}


def doubts(result) -> list[str]:
    return [one.doubt.value for one in result.guards]


def test_far_fewer_rows_than_the_last_file_had_are_asked_about(engine: Engine, tmp_path: Path) -> None:
    load(engine, write_folder(tmp_path / "a", employers(60)))
    before = state(engine)

    few = write_folder(tmp_path / "b", employers(3, locality="Täby"))
    asked = load(engine, few)

    assert (doubts(asked), asked.applied, state(engine)) == (["fewer_rows"], False, before)
    assert "3" in asked.guards[0].text
    assert "60" in asked.guards[0].text
    assert load(engine, few, yes=True).applied


def test_half_as_many_rows_are_not_asked_about(sqlite_engine: Engine, tmp_path: Path) -> None:
    load(sqlite_engine, write_folder(tmp_path / "a", employers(60)))
    assert load(sqlite_engine, write_folder(tmp_path / "b", employers(30, group="x"))).guards[0].n == 30
    assert doubts(load(sqlite_engine, write_folder(tmp_path / "c", employers(30)))) == []


def test_it_is_the_last_file_with_that_table_that_counts(sqlite_engine: Engine, tmp_path: Path) -> None:
    load(sqlite_engine, SAMPLES / "tiny")
    load(sqlite_engine, write_folder(tmp_path / "a", employers(40)), yes=True)
    load(sqlite_engine, write_folder(tmp_path / "b", {"units": [{"unit_id": "U2", "name": "Ny"}]}))

    assert doubts(load(sqlite_engine, write_folder(tmp_path / "c", employers(12)), dry_run=True)) == [
        "fewer_rows"
    ]


def test_a_change_of_more_than_three_in_ten_rows_is_asked_about(engine: Engine, tmp_path: Path) -> None:
    load(engine, write_folder(tmp_path / "a", employers(20)))
    rows = employers(20)["employers"]

    for row in rows[:6]:
        row["name"] += " AB"
    assert doubts(load(engine, write_folder(tmp_path / "b", {"employers": rows}), dry_run=True)) == []

    rows[6]["name"] += " AB"
    asked = load(engine, write_folder(tmp_path / "c", {"employers": rows}))
    assert (doubts(asked), asked.guards[0].n, asked.guards[0].of) == (["many_changed"], 7, 20)
    assert not asked.applied


def test_an_undone_import_is_no_measure_for_the_next(sqlite_engine: Engine, tmp_path: Path) -> None:
    from dashboard.data.import_undo import undo_last

    load(sqlite_engine, write_folder(tmp_path / "a", employers(60)))
    undo_last(sqlite_engine, who="test", now=NOW)
    assert load(sqlite_engine, write_folder(tmp_path / "b", employers(3))).applied


def test_the_first_file_is_asked_about_nothing(sqlite_engine: Engine) -> None:
    assert load(sqlite_engine, SAMPLES / "tiny").guards == ()
    assert len(read_tiny()["contacts"]) > 10
