"""The list as a file: every row, its stamp, and no formula."""

import csv
import io

import pytest
from openpyxl import load_workbook
from sqlalchemy import Engine

from dashboard.reports.access import Access
from dashboard.reports.network_export import list_file, selection_in_words
from dashboard.reports.network_scope import known
from dashboard.reports.stamped_file import FORMULA_STARTS, StampedTable, as_csv, as_xlsx, harmless
from dashboard.reports.state import QUESTIONS
from tests.builders import contact, employer
from tests.reports.network_small import anna_and_bo, at, opened


@pytest.fixture
def access(sqlite_engine: Engine) -> Access:
    return opened(sqlite_engine, *anna_and_bo())


def lines(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_file_has_a_heading_for_every_cell(access: Access, question: str) -> None:
    table = list_file(access, at(f"fraga={question}"))
    assert {len(row) for row in table.rows} <= {len(table.header)}
    assert table.name == f"natverk-{question}-2026-06-30"


def test_the_file_holds_the_search_and_the_order_of_the_list(access: Access) -> None:
    assert [row[0] for row in list_file(access, at("sort=name")).rows] == ["E2", "E4", "E1"]
    assert [row[0] for row in list_file(access, at("q=verk")).rows] == ["E4"]


def test_the_file_says_its_day_selection_number_and_definition(access: Access) -> None:
    stamp = dict(list_file(access, at("coach=B&agarform=private")).stamp)
    assert (stamp["Per dag"], stamp["Rader"]) == ("30 juni 2026", "0")
    assert stamp["Urval"] == "Bo, Privat"
    assert "365 dagarna" in stamp["Definition"]
    assert stamp["Definitionernas version"] == access.definitions.version


def test_a_file_of_changes_says_since_when_and_which(access: Access) -> None:
    table = list_file(access, at("fraga=changed&jamfor=2026-01-01&andring=kept"))
    stamp = dict(table.stamp)
    assert (stamp["Jämfört med"], stamp["Ändring"], stamp["Rader"]) == ("1 januari 2026", "Kvar", "1")
    assert [row[0] for row in table.rows] == ["E1"]


def test_no_filter_is_everything(access: Access) -> None:
    assert selection_in_words(at(), known(access, at())) == "allt"
    assert selection_in_words(at("sektor=unknown"), known(access, at())) == "okänt"


def test_csv_holds_the_rows_and_the_stamp_below(access: Access) -> None:
    content = as_csv(list_file(access, at("fraga=leaving&om=A")))
    rows = lines(content)
    assert content.startswith(b"\xef\xbb\xbf")
    assert rows[0][:3] == ["Nyckel", "Arbetsgivare", "Steg"]
    assert rows[1][:3] == ["E1", "Åkra bageri", "Tagit emot"]
    assert rows[3] == []
    assert rows[4] == ["Om Anna slutar?"]


def test_xlsx_holds_the_same_with_numbers_as_numbers(access: Access) -> None:
    book = load_workbook(io.BytesIO(as_xlsx(list_file(access, at()))))
    assert book.sheetnames == ["Lista", "Om listan"]
    cells = [cell.value for cell in book["Lista"][2]]
    assert cells[:3] == ["E1", "Åkra bageri", "Tagit emot"]
    assert isinstance(cells[3], float)
    assert str(book["Lista"]["H2"].value) == "2026-06-25 00:00:00"
    assert book["Om listan"]["A1"].value == "Vilka hänger på en enda coach?"


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_a_name_is_never_a_formula(sqlite_engine: Engine, start: str) -> None:
    evil = f"{start}HYPERLINK(1)"
    access = opened(sqlite_engine, employer("E1", name=evil), contact("E1", "A", "2026-06-01"))
    table = list_file(access, at())
    assert lines(as_csv(table))[1][1].startswith("'")
    cell = load_workbook(io.BytesIO(as_xlsx(table)))["Lista"]["B2"]
    assert cell.data_type == "s"
    assert str(cell.value).startswith("'")


def test_a_formula_behind_spaces_is_one_too() -> None:
    assert harmless("  =1+1") == "'  =1+1"


def test_control_characters_do_not_reach_a_file() -> None:
    table = StampedTable("x", "title", [], ["A"], [["one\x00two\x0b\ufffe\uffff"]])
    assert load_workbook(io.BytesIO(as_xlsx(table)))["Lista"]["A2"].value == "one two   "
