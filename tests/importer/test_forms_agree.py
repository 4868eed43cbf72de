"""The same rows give the same import, whatever form they come in; and a finding points at its cell."""

import contextlib
import datetime as dt
import random
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from sqlalchemy import Engine

from dashboard.data.importer.contents import Contents, read_contents
from dashboard.data.importer.findings import Severity
from dashboard.data.importer.progress import TOTAL, Meter
from dashboard.data.importer.reading.limits import WEB
from dashboard.data.importer.reading.packed import open_packed
from dashboard.data.importer.recognise import likeness
from dashboard.domain.errors import FileRefused
from tests.importer.forms import Sheets, changed_parts, ods_row, ods_table, write_csv, write_ods
from tests.importer.helpers import SAMPLES, TODAY, dump, load, write_workbook

ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be")
HEADER = ["arbetsgivare", "namn", "platser", "latitud", "registrerad", "aktiv", "ort", "eget"]


def contents(path: Path) -> Contents:
    return read_contents(path, "Arbetsgivare", TODAY, Meter(None))


def seen(found: Contents) -> tuple[Any, ...]:
    """Rows and findings, without the names of file and sheet."""
    (table,) = found.tables.values()
    lines = [(one.severity, one.code, one.row, one.column, one.value) for one in found.findings.in_order()]
    return table.rows, table.numbers, lines


def rows_of(workbook: Path) -> Sheets:
    return {
        sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)]
        for sheet in load_workbook(workbook).worksheets
    }


def plain(value: Any) -> Any:
    """A date as a day, since openpyxl gives a moment."""
    return value.date() if isinstance(value, dt.datetime) else value


def test_a_workbook_an_open_document_and_text_give_the_same_database(
    sqlite_engine: Engine, tmp_path: Path
) -> None:
    load(sqlite_engine, SAMPLES / "tiny.xlsx")
    before = dump(sqlite_engine)
    sheets = {
        name: [[plain(cell) for cell in row] for row in rows]
        for name, rows in rows_of(SAMPLES / "tiny.xlsx").items()
    }
    folder = tmp_path / "files"
    folder.mkdir()
    for name, rows in sheets.items():
        write_csv(folder / f"{name}.csv", rows)

    for path in (write_ods(tmp_path / "unit.ods", sheets), folder):
        assert load(sqlite_engine, path).changes == 0
    assert dump(sqlite_engine) == before


CELLS = {
    "namn": st.sampled_from(["Åsa Ek", "A;B, C|D\tE", 'en "ö"', "rad ett\nrad två", "", " x ", "Café"]),
    "platser": st.sampled_from([1, 2, 40, "3", "tre", "", -1]),
    "latitud": st.sampled_from([59.5, 60, "59,25", "", "#N/A", 120]),
    "registrerad": st.sampled_from(
        [dt.date(2026, 3, 1), "2026-03-01", "1 mars 2026", 46082, "1/3 2026", "", "snart"]
    ),
    "aktiv": st.sampled_from(["ja", "nej", "", "kanske"]),
    "ort": st.sampled_from(["Täby", "Vallentuna", ""]),
    "eget": st.sampled_from(["", "x", 7]),
}


@st.composite
def tables(draw: st.DrawFn) -> list[list[Any]]:
    rows = [[f"A{n}", *(draw(CELLS[name]) for name in HEADER[1:])] for n in range(draw(st.integers(1, 6)))]
    blank: list[Any] = [""] * len(HEADER)
    title = ["Våra arbetsgivare", *blank[1:]]
    return [*([title, blank] if draw(st.booleans()) else []), HEADER, *rows]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=tables(), encoding=st.sampled_from(ENCODINGS), separator=st.sampled_from(";\t,|"))
def test_every_form_of_a_table_is_told_the_same(rows: list[list[Any]], encoding: str, separator: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        text = seen(contents(write_csv(Path(folder) / "a.csv", rows, separator=separator, encoding=encoding)))
        document = seen(contents(write_ods(Path(folder) / "a.ods", {"Arbetsgivare": rows})))
        workbook = seen(contents(write_workbook(Path(folder) / "a.xlsx", {"Arbetsgivare": rows})))

        assert text == document == workbook
        check_places(rows, text)
        check_sum(rows, text)


def check_places(rows: list[list[Any]], found: tuple[Any, ...]) -> None:
    """A finding's row and column are those of a cell that holds its value."""
    for _severity, _code, row, column, value in found[2]:
        if column:
            cell = rows[row - 1][ord(column) - 65]
            assert str(cell).strip().replace("\n", " ") == value


def check_sum(rows: list[list[Any]], found: tuple[Any, ...]) -> None:
    """Rows that are read, refused and left out are all the rows there are."""
    accepted, numbers, lines = found
    wrong = {row for severity, _code, row, *_rest in lines if severity is Severity.ERROR}
    below = len(rows) - rows.index(HEADER) - 1
    assert len(accepted) + len(wrong) == below
    assert wrong.isdisjoint(numbers)


@settings(max_examples=30, deadline=None)
@given(dice=st.randoms(use_true_random=False))
def test_whatever_happens_to_a_packed_file_it_is_read_or_refused(dice: random.Random) -> None:
    """Read in this process, where an exception would show; the readers of both kinds."""
    source = SAMPLES / "tiny.xlsx"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        if dice.random() < 0.5:
            path = write_ods(Path(folder) / "a.ods", rows_of(source))
            source = path
        if dice.random() < 0.5:
            changed = {part: lambda content: mutated(content, dice) for part in INNER[path.suffix]}
            mutilated = changed_parts(source, Path(folder) / f"b{path.suffix}", changed)
        else:
            mutilated = Path(folder) / f"b{path.suffix}"
            mutilated.write_bytes(mutated(source.read_bytes(), dice))
        with contextlib.suppress(FileRefused):
            for sheet in open_packed(mutilated, likeness, WEB).sheets:
                assert all(isinstance(row, list) for row in sheet.rows)


INNER = {".xlsx": ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"), ".ods": ("content.xml",)}


def mutated(content: bytes, dice: random.Random) -> bytes:
    """Some bytes changed, cut out or doubled."""
    changed = bytearray(content)
    for _time in range(dice.randrange(1, 6)):
        at = dice.randrange(len(changed))
        kind = dice.randrange(4)
        if kind == 0:
            changed[at] = dice.randrange(256)
        elif kind == 1:
            del changed[at : at + dice.randrange(1, 200)]
        elif kind == 2:
            changed[at:at] = changed[at : at + 50]
        else:
            changed[at:at] = bytes([dice.choice(b'<>"&0')])
        changed = changed or bytearray(b"x")
    return bytes(changed)


@settings(max_examples=60, deadline=None)
@given(
    content=st.one_of(
        st.binary(max_size=400), st.text(max_size=300).map(lambda text: ("coach;namn\n" + text).encode())
    )
)
def test_whatever_is_called_a_text_file_is_read_or_refused(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "arbetscoacher.csv"
        path.write_bytes(content)
        with contextlib.suppress(FileRefused):
            read_contents(path, "", TODAY, Meter(None))


def test_rows_beyond_the_first_megabytes_are_read_too(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        HEADER,
        *([f"A{n}", f"Nummer {n}", 1, "", "", "", "Täby", ""] for n in range(40_000)),
    ]
    told: list[int] = []
    path = write_csv(tmp_path / "arbetsgivare.csv", rows)

    found = read_contents(path, "", TODAY, Meter(lambda done, _total: told.append(done)))

    assert len(found.tables["employers"].rows) == 40_000
    assert told == sorted(told)
    assert 0 < told[-1] < TOTAL


ROWS: list[list[Any]] = [["coach", "namn", "började"], ["C1", "Anna", dt.date(2026, 3, 1)], ["C2", "Bo", ""]]
ERROR = (
    '<table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0" '
    'calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
)
UNWORKED = '<table:table-cell table:formula="of:=[.A1]"/>'
WORKED = (
    '<table:table-cell table:formula="of:=[.A1]" office:value-type="string"><text:p>Cia</text:p>'
    "</table:table-cell>"
)
MERGED = (
    '<table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="1" '
    'office:value-type="string"><text:p>Dan</text:p></table:table-cell>'
)
REPEATED = (
    '<table:table-cell office:value-type="string" table:number-columns-repeated="2"><text:p>C9</text:p>'
    "</table:table-cell>"
)


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([ods_row(["C3", ERROR])], ["!error_cell 4 B #DIV/0!"]),
        ([ods_row(["C3", "Cia", UNWORKED])], ["?formula_without_value 4 C ="]),
        ([ods_row(["C3", WORKED])], ["?formulas None  "]),
        ([ods_row(["C3", "Cia"], visibility="collapse")], ["?hidden_cells None  "]),
        ([ods_row(["C3", "Cia"], visibility="filter")], ["?hidden_cells None  "]),
        ([ods_row(["C3", MERGED]), ods_row(["C4", ""])], ["!merged_cells 4 B "]),
        ([ods_row([REPEATED])], []),
        ([ods_row([""], number_rows_repeated="3"), ods_row(["C3", "Cia", "snart"])], ["!no_date 7 C snart"]),
    ],
)
def test_what_an_open_document_says_beside_its_values_is_told(
    tmp_path: Path, rows: list[str], found: list[str]
) -> None:
    table = ods_table("Arbetscoacher", [*(ods_row(row) for row in ROWS), *rows])

    result = read_contents(write_ods(tmp_path / "u.ods", table), "", TODAY, Meter(None)).findings

    assert [
        f"{'!' if one.severity is Severity.ERROR else '?'}{one.code} {one.row} {one.column} {one.value}"
        for one in result.in_order()
    ] == found


def test_hidden_columns_of_an_open_document_are_counted(tmp_path: Path) -> None:
    columns = (
        '<table:table-column/><table:table-column table:visibility="collapse"/>'
        '<table:table-column table:number-columns-repeated="1"/>'
        '<table:table-column table:visibility="collapse" table:number-columns-repeated="16381"/>'
    )
    table = ods_table("Arbetscoacher", [ods_row(row) for row in ROWS], columns=columns)

    (found,) = read_contents(write_ods(tmp_path / "u.ods", table), "", TODAY, Meter(None)).findings.kept

    assert found.message == "Dolda rader (0) och kolumner (1) läses som de andra."


def test_day_numbers_of_an_open_document_from_1904_are_read_so(tmp_path: Path) -> None:
    rows: list[list[Any]] = [*ROWS[:1], ["C1", "Anna", 46082 - 1462]]
    setting = '<table:null-date table:date-value="1904-01-01"/>'

    found = read_contents(
        write_ods(tmp_path / "u.ods", {"Arbetscoacher": rows}, setting=setting), "", TODAY, Meter(None)
    )

    assert found.tables["coaches"].rows[0][2] == dt.date(2026, 3, 1)


def test_cells_and_rows_without_their_places_are_read_where_they_stand(tmp_path: Path) -> None:
    """Some programs leave out what row and column a cell stands in."""
    sheet = (
        b"<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
        b'<row><c t="inlineStr"><is><t>coach</t></is></c><c t="inlineStr"><is><t>namn</t></is></c></row>'
        b'<row><c t="inlineStr"><is><t>C1</t></is></c><c t="e"><v>#N/A</v></c></row>'
        b"</sheetData></worksheet>"
    )
    plain_book = write_workbook(tmp_path / "p.xlsx", {"Arbetscoacher": [["x"]]})
    path = changed_parts(plain_book, tmp_path / "u.xlsx", {"xl/worksheets/sheet1.xml": lambda _xml: sheet})

    (found,) = read_contents(path, "", TODAY, Meter(None)).findings.kept

    assert (found.code, found.row, found.column) == ("error_cell", 2, "B")
