"""The list beside the picture."""

import datetime as dt

import pytest
from sqlalchemy import Engine

from dashboard.reports.access import Access
from dashboard.reports.network_answers import answer
from dashboard.reports.network_rows import COLUMNS, UNSORTED, all_rows, list_page
from dashboard.reports.state import QUESTIONS
from tests.builders import contact, employer
from tests.reports.network_small import anna_and_bo, at, opened


@pytest.fixture
def access(sqlite_engine: Engine) -> Access:
    return opened(sqlite_engine, *anna_and_bo())


def keys(access: Access, query: str) -> list[str]:
    return [row.employer_id for row in list_page(access, at(query)).rows]


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_list_holds_the_employers_of_the_answer(access: Access, question: str) -> None:
    found = answer(access, at(f"fraga={question}"))
    assert [row.employer_id for row in all_rows(access, at(f"fraga={question}"))] == found.rows[
        "employer_id"
    ].tolist()


def test_a_row_says_what_the_question_needs(access: Access) -> None:
    row = list_page(access, at("fraga=leaving&om=A")).rows[0]
    assert (row.name, row.rung, row.level, row.running, row.due) == ("Åkra bageri", 3, "strong", 1, 1)
    assert (row.heir, row.heir_reason, row.coaches) == ("Bo", "caseload", ("Anna",))


def test_the_last_contact_is_the_one_with_the_coach(access: Access) -> None:
    rows = {row.employer_id: row for row in list_page(access, at()).rows}
    assert (rows["E4"].coach, rows["E4"].last_on) == ("Bo", dt.date(2026, 6, 15))


@pytest.mark.parametrize(
    ("text", "found"), [("ÅKRA", ["E1"]), ("hamnen", ["E1"]), ("e4", ["E4"]), ("verk", ["E4"]), ("(", [])]
)
def test_the_list_is_searched_by_name_place_and_key(access: Access, text: str, found: list[str]) -> None:
    assert keys(access, f"q={text}") == found


def test_a_search_says_how_many_of_how_many(access: Access) -> None:
    page = list_page(access, at("q=verk"))
    assert (page.found, page.of) == (1, 3)


def test_names_are_sorted_the_swedish_way(access: Access) -> None:
    assert keys(access, "sort=name") == ["E2", "E4", "E1"]
    assert keys(access, "sort=-name") == ["E1", "E4", "E2"]


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_sortable_column_sorts_both_ways(access: Access, question: str) -> None:
    for column in set(COLUMNS[question]) - UNSORTED:
        rising = list_page(access, at(f"fraga={question}&sort={column}"))
        falling = list_page(access, at(f"fraga={question}&sort=-{column}"))
        assert (rising.sort, falling.sort) == (column, f"-{column}")
        assert {row.employer_id for row in rising.rows} == {row.employer_id for row in falling.rows}


def test_a_column_that_the_question_lacks_leaves_the_order_as_it_is(access: Access) -> None:
    assert list_page(access, at("sort=heir")).sort == "-strength"
    assert list_page(access, at("fraga=strongest&sort=coaches")).sort == "-strength"


def test_the_list_is_paged_and_a_page_too_far_is_the_last(sqlite_engine: Engine) -> None:
    many = [contact(f"E{number:02}", "A", "2026-06-01") for number in range(60)]
    access = opened(sqlite_engine, *many)
    assert [len(list_page(access, at(f"sida={page}")).rows) for page in (1, 2, 3)] == [25, 25, 10]
    assert list_page(access, at("sida=99")).page == 3
    assert len({row.employer_id for row in all_rows(access, at())}) == 60


def test_an_employer_without_a_row_in_the_answer_is_not_in_the_list(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, employer("E1"))
    assert list_page(access, at()).rows == ()
