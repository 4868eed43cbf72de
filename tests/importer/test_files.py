"""Files as people have them: encodings, separators, title rows, hidden sheets; and wrong files."""

import datetime as dt
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from sqlalchemy import Engine

from dashboard.domain.errors import FileRefused
from tests.importer.helpers import (
    SAMPLES,
    errors,
    load,
    read_tiny,
    state,
    warnings,
    write_folder,
    write_workbook,
)

COACHES: list[list[Any]] = [["coach", "namn", "slutade"], ["C1", "Åsa Öberg", dt.date(2024, 3, 1)]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_every_encoding_and_separator_gives_the_same_rows(
    sqlite_engine: Engine, tmp_path: Path, encoding: str, separator: str
) -> None:
    load(sqlite_engine, SAMPLES / "tiny")
    folder = write_folder(tmp_path / "f", read_tiny(), encoding=encoding, separator=separator)

    result = load(sqlite_engine, folder)

    assert (errors(result), result.changes) == ([], 0)


def test_a_zip_of_csv_files_is_read(sqlite_engine: Engine, tmp_path: Path) -> None:
    load(sqlite_engine, SAMPLES / "tiny")
    with zipfile.ZipFile(tmp_path / "unit.zip", "w") as packed:
        for path in (SAMPLES / "tiny").iterdir():
            packed.write(path, f"export/{path.name}")
        packed.writestr("__MACOSX/._contacts.csv", b"\x00\x05")
        packed.writestr("export/bild.png", b"\x89PNG")

    result = load(sqlite_engine, tmp_path / "unit.zip")

    assert (result.changes, errors(result)) == (0, [])
    assert "file_not_read" in warnings(result)


@pytest.mark.parametrize("name", ["Kontakter 2026-05.csv", "CONTACTS.TXT", "kontakter (1).csv"])
def test_a_single_file_is_named_by_its_name(sqlite_engine: Engine, tmp_path: Path, name: str) -> None:
    load(sqlite_engine, SAMPLES / "tiny")
    path = tmp_path / name
    path.write_bytes((SAMPLES / "tiny" / "contacts.csv").read_bytes())

    assert load(sqlite_engine, path).counts["contacts"].unchanged == 22


def test_a_file_whose_name_does_not_tell_is_named_on_the_command_line(
    sqlite_engine: Engine, tmp_path: Path
) -> None:
    load(sqlite_engine, SAMPLES / "tiny")
    path = tmp_path / "lista.csv"
    path.write_bytes((SAMPLES / "tiny" / "contacts.csv").read_bytes())

    with pytest.raises(FileRefused, match="--table"):
        load(sqlite_engine, path)
    assert load(sqlite_engine, path, table="Kontakter").counts["contacts"].unchanged == 22


def test_title_rows_and_blank_rows_and_columns_do_not_matter(sqlite_engine: Engine, tmp_path: Path) -> None:
    load(sqlite_engine, SAMPLES / "tiny")
    workbook = load_workbook(SAMPLES / "tiny.xlsx")
    sheet = workbook["Kontakter"]
    sheet.insert_rows(1, 3)
    sheet.insert_cols(1, 2)
    sheet["C1"] = "Våra kontakter våren 2026"
    sheet.insert_rows(8)
    sheet["I9"] = "telefonen"
    workbook.save(tmp_path / "unit.xlsx")

    result = load(sqlite_engine, tmp_path / "unit.xlsx")

    found = result.findings[0]
    assert (found.code, found.row, found.column) == ("unknown_reference", 9, "I")


def test_a_header_that_is_merged_over_two_rows_is_found(sqlite_engine: Engine, tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Arbetscoacher"
    for row in (
        ["coach", "namn", "Anställd", None],
        [None, None, "började", "slutade"],
        ["C1", "Anna", None, None],
    ):
        sheet.append(row)
    for cells in ("A1:A2", "B1:B2", "C1:D1"):
        sheet.merge_cells(cells)
    workbook.save(tmp_path / "unit.xlsx")

    assert load(sqlite_engine, tmp_path / "unit.xlsx").counts["coaches"].new == 1


def test_merged_cells_among_the_rows_are_an_error(sqlite_engine: Engine, tmp_path: Path) -> None:
    workbook = load_workbook(SAMPLES / "tiny.xlsx")
    workbook["Kontakter"].merge_cells("F3:F5")
    workbook.save(tmp_path / "unit.xlsx")

    result = load(sqlite_engine, tmp_path / "unit.xlsx")

    assert [(found.code, found.row, found.column) for found in result.findings[:1]] == [
        ("merged_cells", 3, "F")
    ]


def test_a_hidden_sheet_is_named_and_not_read(sqlite_engine: Engine, tmp_path: Path) -> None:
    path = write_workbook(
        tmp_path / "u.xlsx",
        {"Arbetscoacher": COACHES, "Enheter": [["enhet", "namn"], ["U1", "x"]]},
        hidden="Enheter",
    )

    result = load(sqlite_engine, path)

    assert warnings(result) == ["hidden_sheet"]
    assert list(result.counts) == ["coaches"]


def test_hidden_rows_and_columns_are_read_and_counted(sqlite_engine: Engine, tmp_path: Path) -> None:
    workbook = load_workbook(SAMPLES / "tiny.xlsx")
    workbook["Kontakter"].row_dimensions[3].hidden = True
    workbook["Kontakter"].column_dimensions["F"].hidden = True
    workbook.save(tmp_path / "unit.xlsx")

    result = load(sqlite_engine, tmp_path / "unit.xlsx")

    assert result.counts["contacts"].new == 22
    assert next(one.message for one in result.findings if one.code == "hidden_cells") == (
        "Dolda rader (1) och kolumner (1) läses som de andra."
    )


def test_two_sheets_for_one_table_are_an_error(sqlite_engine: Engine, tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "u.xlsx", {"Arbetscoacher": COACHES, "coaches": COACHES})

    assert errors(load(sqlite_engine, path)) == ["two_sheets"]


def test_two_columns_for_one_are_an_error(sqlite_engine: Engine, tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "u.xlsx", {"coaches": [["coach", "namn", "name"], ["C1", "A", "B"]]})

    assert errors(load(sqlite_engine, path)) == ["column_twice"]


def test_columns_that_are_not_ours_are_named_and_never_stored(sqlite_engine: Engine, tmp_path: Path) -> None:
    rows = [[*COACHES[0], "Hemligt"], [*COACHES[1], "kanariefågel"]]
    result = load(sqlite_engine, write_workbook(tmp_path / "u.xlsx", {"coaches": rows}))

    assert (result.findings[0].code, "Hemligt" in result.findings[0].message) == ("unknown_column", True)
    database = Path(sqlite_engine.url.database or "")
    stored = b"".join(path.read_bytes() for path in database.parent.glob(database.name + "*"))
    assert "kanariefågel".encode() not in stored


def test_error_cells_and_empty_formulas_are_never_silently_empty(
    sqlite_engine: Engine, tmp_path: Path
) -> None:
    workbook = load_workbook(SAMPLES / "tiny.xlsx")
    workbook["Kontakter"]["D3"] = "#N/A"  # the day: required
    workbook["Kontakter"]["D3"].data_type = "e"
    workbook["Placeringar"]["I2"] = "=H2"  # the end: may be empty
    workbook.save(tmp_path / "unit.xlsx")

    result = load(sqlite_engine, tmp_path / "unit.xlsx")

    found = {(one.severity.value, one.code, one.sheet, one.row, one.column) for one in result.findings}
    assert ("error", "error_cell", "Kontakter", 3, "D") in found
    assert ("warning", "formula_without_value", "Placeringar", 2, "I") in found


def test_a_cell_that_could_not_be_read_keeps_what_is_stored(sqlite_engine: Engine, tmp_path: Path) -> None:
    load(sqlite_engine, SAMPLES / "tiny.xlsx")
    before = state(sqlite_engine)
    workbook = load_workbook(SAMPLES / "tiny.xlsx")
    workbook["Placeringar"]["I2"] = "=H2"
    workbook.save(tmp_path / "unit.xlsx")

    load(sqlite_engine, tmp_path / "unit.xlsx")

    assert state(sqlite_engine) == before


def test_a_sum_below_the_rows_is_left_out(sqlite_engine: Engine, tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["arbetsgivare", "namn", "platser"],
        ["A1", "Ett", 2],
        ["A2", "Två", 3],
        ["Summa", None, 5],
    ]

    result = load(sqlite_engine, write_workbook(tmp_path / "u.xlsx", {"Arbetsgivare": rows}))

    assert (result.counts["employers"].new, warnings(result)) == (2, ["sum_row"])


def test_a_stray_cell_far_down_is_refused_before_memory_grows(sqlite_engine: Engine, tmp_path: Path) -> None:
    workbook = load_workbook(SAMPLES / "tiny.xlsx")
    workbook["Kontakter"]["XFD1048576"] = "x"
    workbook.save(tmp_path / "unit.xlsx")

    with pytest.raises(FileRefused, match="16384"):
        load(sqlite_engine, tmp_path / "unit.xlsx")


@pytest.mark.parametrize("empty", ["<c\\1/>", "<c\\1></c>"])
def test_formatted_rows_far_down_do_not_matter_however_they_are_written(
    sqlite_engine: Engine, tmp_path: Path, empty: str
) -> None:
    workbook = load_workbook(SAMPLES / "tiny.xlsx")
    workbook["Kontakter"]["A1048576"].number_format = "@"
    workbook.save(tmp_path / "saved.xlsx")
    with (
        zipfile.ZipFile(tmp_path / "saved.xlsx") as old,
        zipfile.ZipFile(tmp_path / "unit.xlsx", "w") as new,
    ):
        for part in old.namelist():
            text = re.sub(rb"<c([^>]*?A1048576[^>]*?)\s*(?:/>|></c>)", empty.encode(), old.read(part))
            new.writestr(part, text)

    assert load(sqlite_engine, tmp_path / "unit.xlsx").counts["contacts"].new == 22


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "tom"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "lösenordsskyddad"),
        (b"<html><table><tr><td>x</td></tr></table></html>", "webbsida"),
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04 broken", "skadad"),
        (b"\x89PNG\r\n", "bild"),
        (b"coach;namn\nC1;\x00\x00\x00" + b"x" * 300, "tecken"),
        ("coach;namn\nC1;Åsa på ön\n".encode("cp850"), "säkert"),
        (b'coach;namn\nC1;"Anna\nC2;Bo\n', "citattecken"),
        (b"coach;namn\n", "inga rader"),
    ],
)
def test_a_wrong_file_gets_one_sentence(
    sqlite_engine: Engine, tmp_path: Path, content: bytes, says: str
) -> None:
    path = tmp_path / "coaches.csv"
    path.write_bytes(content)

    with pytest.raises(FileRefused, match=says):
        load(sqlite_engine, path)


def test_a_cut_workbook_is_refused(sqlite_engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "unit.xlsx"
    path.write_bytes((SAMPLES / "vallentuna.xlsx").read_bytes()[:90_000])

    with pytest.raises(FileRefused, match="skadad"):
        load(sqlite_engine, path)


def test_a_workbook_with_entities_is_refused(sqlite_engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "unit.xlsx"
    with zipfile.ZipFile(SAMPLES / "tiny.xlsx") as old, zipfile.ZipFile(path, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            if part == "xl/workbook.xml":
                content = b'<!DOCTYPE x [<!ENTITY y "z">]>' + content
            new.writestr(part, content)

    with pytest.raises(FileRefused, match="XML"):
        load(sqlite_engine, path)


def test_a_row_with_a_separator_too_many_is_an_error(sqlite_engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "coaches.csv"
    path.write_text("coach;namn\nC1;Anna\nC2;Bo;Ek\nC3\n", encoding="utf-8")

    result = load(sqlite_engine, path)

    assert [(found.code, found.row) for found in result.findings] == [("uneven_row", 3), ("uneven_row", 4)]


def test_row_numbers_are_those_of_the_spreadsheet(sqlite_engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "coaches.csv"
    path.write_text('sep=;\ncoach;namn;tjänstgöringsgrad\n\nC1;"Anna\nEk";1\nC2;Bo;3 %%\n', encoding="utf-8")

    assert [(one.code, one.row, one.column) for one in load(sqlite_engine, path).findings] == [
        ("no_share", 4, "C")
    ]
