"""The report as a workbook: every figure of the JSON as a real number, with what it means."""

import datetime as dt
import io
from collections.abc import Iterator
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from sqlalchemy import Engine

from dashboard.analysis.poisson import poisson
from dashboard.data.unit_settings import store_settings
from dashboard.domain.period import Period
from dashboard.domain.setting_catalogue import SETTINGS
from dashboard.i18n import use_language
from dashboard.reports.report_book import report_book
from dashboard.reports.report_sheets import COUNTS_PER_PERIOD, TITLES
from dashboard.reports.whole_report import WholeReport, whole_report
from tests.builders import coach, contact, employer, stored, unit
from tests.reports.test_report_json import import_tiny

ON = dt.date(2026, 6, 30)
AREAS_IN_ENGLISH = [
    "About the report", "Employers", "Clients", "Waiting times", "Trials", "Ratings and targets",
    "Employments", "Cohort", "Follow-ups", "Follow-ups by coach", "Load by week", "Load in minutes",
    "Forecast for 12 weeks", "Network", "If a coach leaves", "Active ties",
    "Changed ties", "Places in the networks", "Groups of employers", "Members of the groups",
    "From visit to job", "Stepping stones", "Gaps", "Occupations", "Mix of employers",
    "Equality", "Compared with before", "Method check", "Items rated by hand", "Ranking",
    "Cost and benefit", "Who gains and who pays", "Additionality", "What matters most", "Assumptions",
]  # fmt: skip


@pytest.fixture
def tiny(sqlite_engine: Engine) -> WholeReport:
    use_language("en")
    import_tiny(sqlite_engine)
    return whole_report(sqlite_engine, ON, Period.year_to(ON))


def opened(report: WholeReport) -> Workbook:
    return load_workbook(io.BytesIO(report_book(report)))


def rows(book: Workbook, title: str) -> list[tuple[Any, ...]]:
    return [tuple(cell.value for cell in row) for row in book[title].iter_rows()]


def numbers(value: Any) -> Iterator[float]:
    """Every number below a key of the report."""
    if isinstance(value, dict):
        for each in value.values():
            yield from numbers(each)
    elif isinstance(value, list):
        for each in value:
            yield from numbers(each)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield value


def limits_of_counts(area: str, values: Any) -> Iterator[float]:
    """The intervals that stand beside the counts per period."""
    for path in sorted(COUNTS_PER_PERIOD):
        of_area, *keys = path.split(".")
        if of_area == area:
            count = values
            for key in keys:
                count = count[key]
            yield from poisson(count)


def test_there_is_a_sheet_for_each_area_and_each_list(tiny: WholeReport) -> None:
    book = opened(tiny)
    assert book.sheetnames == AREAS_IN_ENGLISH
    assert {sheet.freeze_panes for sheet in book.worksheets} == {"A2"}


def test_every_number_of_every_area_stands_in_its_sheet(tiny: WholeReport) -> None:
    book, values = opened(tiny), tiny.values
    lists = {
        "follow_ups": ("by_coach", "load"),
        "network": ("if_leaves", "ties_list"),
        "gaps": ("occupations",),
    }
    for area, title in TITLES.items():
        figures = {key: value for key, value in values[area].items() if key not in lists.get(area, ())}
        written = sorted(
            cell for row in rows(book, title)[1:] for cell in row if isinstance(cell, int | float)
        )
        expected = sorted([*numbers(figures), *limits_of_counts(area, figures)])
        assert written == pytest.approx(expected), area


def test_every_row_of_every_list_stands_in_its_sheet(tiny: WholeReport) -> None:
    book, values = opened(tiny), tiny.values
    lists = {
        "Follow-ups by coach": values["follow_ups"]["by_coach"],
        "Load by week": values["follow_ups"]["load"],
        "If a coach leaves": values["network"]["if_leaves"],
        "Active ties": values["network"]["ties_list"],
        "Occupations": values["gaps"]["occupations"],
        "Method check": values["fidelity"],
        "Ranking": values["ranking"],
    }
    for title, listed in lists.items():
        written = rows(book, title)[1:]
        assert len(written) == len(listed) > 0
        for row, each in zip(written, listed, strict=True):
            found = sorted(cell for cell in row if isinstance(cell, int | float))
            plain = {key: value for key, value in each.items() if key != "ladder"}
            assert found == pytest.approx(sorted(numbers(plain))), title


def test_shares_are_per_cent_and_days_are_days(tiny: WholeReport) -> None:
    book = opened(tiny)
    share = next(row for row in book["Clients"].iter_rows() if row[0].value == "In work in the quarter")
    assert [cell.number_format for cell in share[2:7]] == ["0.0%", "#,##0", "#,##0", "0.0%", "0.0%"]
    assert (share[2].value, share[3].value, share[4].value) == (0.2857, 2, 7)
    tie = book["Active ties"][2]
    assert (tie[5].value.date(), tie[5].number_format) == (ON, "yyyy-mm-dd")


def test_a_count_of_the_period_has_its_interval_and_one_of_the_day_has_none(tiny: WholeReport) -> None:
    found = {row[0]: row for row in rows(opened(tiny), "Clients")}
    # Garwood's limits of 5, as printed in tables of the Poisson distribution: 1.62 and 11.67.
    assert found["New clients"][2] == 5
    assert found["New clients"][5:7] == pytest.approx((1.62, 11.67), abs=5e-3)
    assert found["Active clients"][5:7] == (None, None)


def test_what_cannot_be_computed_is_empty_and_says_so(tiny: WholeReport) -> None:
    kept = [row for row in rows(opened(tiny), "Employments") if row[0] == "Employments that last"]
    assert [(row[1], row[2], row[4], row[7]) for row in kept] == [
        ("after 90 days", None, 1, "too little to go on"),
        ("after 182 days", None, 1, "too little to go on"),
        ("after 365 days", None, 1, "too little to go on"),
    ]


def test_the_first_sheet_says_what_the_report_is_about(sqlite_engine: Engine) -> None:
    use_language("en")
    stored(sqlite_engine, unit("U1", name="North", programme="P"), unit("U2", name="South"), employer("E1"))
    store_settings(sqlite_engine, {"active_within": 60}, who="x", now=dt.datetime(2026, 6, 30, tzinfo=dt.UTC))
    report = whole_report(sqlite_engine, ON, Period(dt.date(2026, 1, 1), ON), ("U2",), "P")
    written = [tuple(cell or "" for cell in row) for row in rows(opened(report), "About the report")]
    told = {row[0]: row[1] for row in written}
    assert told["As of"] == "30 June 2026"
    assert told["Period"] == "1 January 2026 – 30 June 2026"
    assert told["Selection"] == "North (U1), South (U2); the programme P"
    assert told["Version of the data"] == report.values["meta"]["data_version"]
    assert told["Version of the definitions"] == report.definitions.version
    assert next(row[2:] for row in written if row[0] == "active_within") == (60, 90)
    assert set(SETTINGS) <= set(told)
    assert "within 60 days" in told["Employers by warmth"]
    assert {"In work in the quarter", "Method: caseload"} <= set(told)


def test_a_name_is_never_a_formula(sqlite_engine: Engine) -> None:
    rows_stored = (employer("E1", name="=1+1"), coach("A", name="+46"), contact("E1", "A", "2026-06-01"))
    stored(sqlite_engine, *rows_stored)
    book = opened(whole_report(sqlite_engine, ON, Period.year_to(ON)))
    kinds = {cell.data_type for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    assert "'=1+1" in [row[1] for row in rows(book, "Rangordning")]


def test_it_can_be_made_of_nothing_in_both_languages(sqlite_engine: Engine) -> None:
    for language, title in (("sv", "Om rapporten"), ("en", "About the report")):
        use_language(language)
        book = opened(whole_report(sqlite_engine, ON, Period.year_to(ON)))
        assert book.sheetnames[0] == title
        assert len(book.sheetnames) == len(AREAS_IN_ENGLISH)
