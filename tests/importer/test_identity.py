"""No personal identity number gets in, by any door, and none is shown."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment
from sqlalchemy import Engine

from dashboard.data.importer.identity import holds_identity_number, masked
from tests.importer.helpers import (
    SAMPLES,
    errors,
    load,
    read_tiny,
    set_cell,
    state,
    tiny_with,
    warnings,
    write_folder,
)

# Invented; the check digits were worked out by hand with the Luhn rule.
NUMBER = "850709-9805"


@pytest.mark.parametrize(
    "text",
    [
        "850709-9805",
        "8507099805",
        "850709+9805",
        "850709 9805",
        "850709–9805",
        "850709\u00a09805",
        "19850709-9805",
        "198507099805",
        "K850709-9805x",
        "ring 850709-9805 i morgon",
        "850769-9802",  # a coordination number: the day plus 60
        "000229-0005",  # 29 February 2000; there was none in 1900
    ],
)
def test_what_looks_like_one_is_seen(text: str) -> None:
    assert holds_identity_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "850709-9806",  # wrong check digit
        "851309-9809",  # no thirteenth month
        "1850709-9805",  # within a longer run of digits
        "850709-98051",
        "850709--9805",
        "552999-0003",  # an organisation number
        "18850709-9805",  # a century in which nobody alive was born
        "2026-11-21",
        "070-123 45 67",
        "",
    ],
)
def test_what_only_resembles_one_is_let_be(text: str) -> None:
    assert not holds_identity_number(text)


def test_it_is_masked_where_it_stands() -> None:
    assert masked("ring 19850709-9805 nu") == "ring 8507**-**** nu"


def refused(engine: Engine, path: Path) -> None:
    before = state(engine)
    result = load(engine, path)
    assert "identity_number" in errors(result)
    assert state(engine) == before
    said = repr(result)
    assert "9805" not in said
    assert "850709" not in said


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("clients", "client_id"),
        ("clients", "district"),
        ("clients", "enrolled_on"),
        ("coaches", "name"),
        ("employers", "address"),
        ("contacts", "a column of its own"),
        ("units", "programme"),
    ],
)
def test_no_cell_lets_one_in(sqlite_engine: Engine, tmp_path: Path, table: str, column: str) -> None:
    refused(sqlite_engine, tiny_with(tmp_path / "files", set_cell(table, 2, column, NUMBER)))


def test_no_header_lets_one_in(sqlite_engine: Engine, tmp_path: Path) -> None:
    refused(sqlite_engine, tiny_with(tmp_path / "files", set_cell("clients", 2, NUMBER, "")))


def test_no_file_name_lets_one_in(sqlite_engine: Engine, tmp_path: Path) -> None:
    tables = read_tiny()
    tables[f"contacts {NUMBER}"] = tables.pop("contacts")
    refused(sqlite_engine, write_folder(tmp_path / "files", tables))


@pytest.mark.parametrize("door", ["hidden sheet", "other sheet", "sheet name", "comment", "title", "number"])
def test_no_corner_of_a_workbook_lets_one_in(sqlite_engine: Engine, tmp_path: Path, door: str) -> None:
    workbook = load_workbook(SAMPLES / "tiny.xlsx")
    if door in {"hidden sheet", "other sheet"}:
        sheet = workbook.create_sheet("Egna anteckningar")
        sheet["D9"] = NUMBER
        sheet.sheet_state = "hidden" if door == "hidden sheet" else "visible"
    elif door == "sheet name":
        workbook.create_sheet(NUMBER)["A1"] = "x"
    elif door == "comment":
        workbook["Kunder"]["A2"].comment = Comment(NUMBER, "x")
    elif door == "title":
        workbook["Kunder"].insert_rows(1, 2)
        workbook["Kunder"]["A1"] = NUMBER
    else:
        workbook["Kunder"]["Q2"] = 8507099805
    path = tmp_path / "unit.xlsx"
    workbook.save(path)

    refused(sqlite_engine, path)


def test_a_sole_traders_number_is_left_out_and_the_row_kept(sqlite_engine: Engine, tmp_path: Path) -> None:
    result = load(
        sqlite_engine, tiny_with(tmp_path / "files", set_cell("employers", 2, "org_number", NUMBER))
    )

    assert (result.applied, errors(result)) == (True, [])
    assert "sole_trader" in warnings(result)
    assert "9805" not in repr(result)
    assert all("9805" not in str(row) for row in state(sqlite_engine)[1]["employers"])
    assert len(state(sqlite_engine)[1]["employers"]) == 9
