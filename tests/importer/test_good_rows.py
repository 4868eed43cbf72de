"""Rows with errors left out on request: with all that refer to them, and given back with the reason."""

import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from sqlalchemy import Engine

from dashboard.data.importer.run import Order, run_import
from dashboard.domain.errors import InvalidParameter
from dashboard.i18n import use_language
from dashboard.reports.loading import rejected_workbook
from tests.importer.helpers import (
    NOW,
    SAMPLES,
    TODAY,
    dump,
    errors,
    load,
    read_tiny,
    set_cell,
    state,
    tiny_with,
    write_folder,
    write_workbook,
)


def given_back(engine: Engine, path: Path) -> dict[str, list[list[Any]]]:
    """The sheets of rejected rows as lists of cells."""
    outcome = run_import(engine, Order(path, NOW, TODAY, "test", good_rows=True))
    book = load_workbook(io.BytesIO(rejected_workbook(outcome.given_back)))
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}


def keys(engine: Engine, table: str) -> set[str]:
    return {row[0] for row in dump(engine)[table]}


def test_without_being_asked_one_error_still_stops_everything(engine: Engine, tmp_path: Path) -> None:
    before = state(engine)
    result = load(engine, tiny_with(tmp_path / "f", set_cell("contacts", 5, "kind", "brevduva")))
    assert (result.applied, state(engine)) == (False, before)


def test_the_other_rows_go_in(engine: Engine, tmp_path: Path) -> None:
    path = tiny_with(tmp_path / "f", set_cell("contacts", 5, "kind", "brevduva"))

    result = load(engine, path, good_rows=True)

    assert result.applied
    assert errors(result) == ["unknown_word"]
    assert (result.counts["contacts"].new, result.counts["contacts"].rejected) == (21, 1)


def test_what_refers_to_a_rejected_row_goes_with_it_step_by_step(
    sqlite_engine: Engine, tmp_path: Path
) -> None:
    # K1 cannot be read; P1 is K1's placement, and follow-ups refer to P1.
    rows = read_tiny()
    of_k1 = {row["placement_id"] for row in rows["placements"] if row["client_id"] == "K1"}
    follow_ups = [row for row in rows["follow_ups"] if row["placement_id"] in of_k1]
    assert of_k1
    assert follow_ups

    path = tiny_with(tmp_path / "f", set_cell("clients", 2, "birth_year", "1066"))
    result = load(sqlite_engine, path, good_rows=True)

    assert "K1" not in keys(sqlite_engine, "clients")
    assert not of_k1 & keys(sqlite_engine, "placements")
    assert result.counts["placements"].rejected == len(of_k1)
    assert result.counts["follow_ups"].rejected == len(follow_ups)
    assert {"refers_to_rejected"} < set(errors(result))


def test_a_row_that_only_a_rule_refuses_is_rejected_too(sqlite_engine: Engine, tmp_path: Path) -> None:
    path = tiny_with(tmp_path / "f", set_cell("placements", 2, "ended_on", "2001-01-01"))
    result = load(sqlite_engine, path, good_rows=True)
    assert errors(result)[:1] == ["end_before_start"]
    assert "P1" not in keys(sqlite_engine, "placements")
    assert result.counts["follow_ups"].rejected > 0


def test_a_stored_row_keeps_what_it_is_when_its_new_version_is_rejected(
    engine: Engine, tmp_path: Path
) -> None:
    load(engine, SAMPLES / "tiny")
    before = dump(engine, traces=True)

    path = tiny_with(tmp_path / "f", set_cell("clients", 2, "birth_year", "1066"))
    result = load(engine, path, good_rows=True)

    # What refers to it is left out too: what the file says about the client is not known.
    assert result.counts["clients"].rejected == 1
    assert result.counts["placements"].rejected > 0
    assert dump(engine, traces=True) == before


def test_both_rows_of_a_key_with_two_contents_are_rejected(sqlite_engine: Engine, tmp_path: Path) -> None:
    def change(tables) -> None:
        tables["contacts"].append(tables["contacts"][0] | {"kind": "phone"})

    result = load(sqlite_engine, tiny_with(tmp_path / "f", change), good_rows=True)

    assert (result.counts["contacts"].new, result.counts["contacts"].rejected) == (21, 2)


def test_rejected_rows_without_keys_do_not_make_stored_ones_go(sqlite_engine: Engine, tmp_path: Path) -> None:
    rows = [{k: v for k, v in row.items() if k != "contact_id"} for row in read_tiny()["contacts"]]
    tables = {name: some for name, some in read_tiny().items() if name != "contacts"} | {"contacts": rows}
    load(sqlite_engine, write_folder(tmp_path / "a", tables))
    before = dump(sqlite_engine)

    rows[3] = rows[3] | {"kind": "brevduva"}
    result = load(sqlite_engine, write_folder(tmp_path / "b", {"contacts": rows}), good_rows=True)

    assert result.counts["contacts"].rejected == 1
    assert dump(sqlite_engine) == before


def test_an_error_that_no_row_carries_still_stops_everything(sqlite_engine: Engine, tmp_path: Path) -> None:
    def change(tables) -> None:
        tables["placements"] = [
            {name: cell for name, cell in row.items() if name != "started_on"} for row in tables["placements"]
        ]

    before = state(sqlite_engine)
    result = load(sqlite_engine, tiny_with(tmp_path / "f", change), good_rows=True)

    assert (result.blocked, result.applied, state(sqlite_engine)) == (True, False, before)


def test_the_rejected_rows_come_back_with_all_their_cells_and_the_reason(
    sqlite_engine: Engine, tmp_path: Path
) -> None:
    def change(tables) -> None:
        for row in tables["contacts"]:
            row["anteckning"] = ""
        tables["contacts"][3] |= {"kind": "brevduva", "anteckning": '=HYPERLINK("http://x")'}

    sheets = given_back(sqlite_engine, tiny_with(tmp_path / "f", change))

    header, row = sheets["contacts"]
    cells = dict(zip(header, row, strict=True))
    original = read_tiny()["contacts"][3]
    assert cells["contact_id"] == original["contact_id"]
    assert cells["contacted_on"] == original["contacted_on"]
    assert cells["anteckning"] == '\'=HYPERLINK("http://x")'
    assert cells["Rad i filen"] == 5
    assert cells["Varför den lämnades utanför"].startswith("kind: Det här är inget av orden")


def test_the_reason_is_in_the_readers_language(sqlite_engine: Engine, tmp_path: Path) -> None:
    use_language("en")
    sheets = given_back(sqlite_engine, tiny_with(tmp_path / "f", set_cell("contacts", 5, "kind", "brevduva")))
    header, row = sheets["contacts"]
    assert header[-2:] == ["Row in the file", "Why it was left out"]
    assert row[-1].startswith("kind: This is none of the words")


def test_identity_numbers_come_back_masked(sqlite_engine: Engine, tmp_path: Path) -> None:
    # 19850709-9805 is the number that Skatteverket invents for examples.
    path = tiny_with(tmp_path / "f", set_cell("contacts", 5, "anteckning", "ring 19850709-9805"))
    sheets = given_back(sqlite_engine, path)
    text = repr(sheets)
    assert "9805" not in text
    assert "ring" in text


def test_corrected_rows_can_be_imported_as_they_came_back(sqlite_engine: Engine, tmp_path: Path) -> None:
    path = tiny_with(tmp_path / "f", set_cell("placements", 2, "kind", "brevduva"))
    sheets = given_back(sqlite_engine, path)
    header, *rows = sheets["placements"]
    right = next(row for row in read_tiny()["placements"] if row["placement_id"] == "P1")["kind"]
    rows = [
        [right if name == "kind" else cell for name, cell in zip(header, row, strict=True)] for row in rows
    ]
    corrected = {name: some for name, some in sheets.items() if name != "placements"}
    corrected["placements"] = [header, *rows]

    assert load(sqlite_engine, write_workbook(tmp_path / "r.xlsx", corrected)).applied
    whole = dump(sqlite_engine)
    assert len(whole["placements"]) == len(read_tiny()["placements"])
    assert len(whole["follow_ups"]) == len(read_tiny()["follow_ups"])


def test_it_cannot_be_the_whole_truth_as_well(sqlite_engine: Engine) -> None:
    with pytest.raises(InvalidParameter, match="hela sanningen"):
        load(sqlite_engine, SAMPLES / "tiny", good_rows=True, replace=True)


WRONG = {"clients": ("birth_year", "1066"), "placements": ("kind", "x"), "contacts": ("kind", "x")}
WRONG |= {"employers": ("capacity", "många"), "follow_ups": ("minutes", "x"), "coaches": ("fte", "x")}


@given(
    spoiled=st.dictionaries(
        st.sampled_from(sorted(WRONG)), st.sets(st.integers(0, 30), max_size=4), min_size=1, max_size=4
    ),
    again=st.sets(st.integers(0, 21), max_size=3),
)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_accepted_rejected_and_skipped_are_all_the_rows_of_the_file(
    sqlite_engine: Engine, tmp_path_factory: pytest.TempPathFactory, spoiled, again
) -> None:
    tables = read_tiny()
    for name, places in spoiled.items():
        column, value = WRONG[name]
        for place in places:
            tables[name][place % len(tables[name])][column] = value
    tables["contacts"] += [dict(tables["contacts"][place]) for place in sorted(again)]
    folder = write_folder(tmp_path_factory.mktemp("some"), tables)

    result = load(sqlite_engine, folder, good_rows=True, dry_run=True)

    assert not result.blocked
    for name, counts in result.counts.items():
        assert counts.accepted + counts.rejected + counts.skipped == len(tables[name]), name
    assert result.counts["contacts"].skipped <= len(again)
