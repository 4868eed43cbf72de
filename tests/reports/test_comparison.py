"""A period beside the one before: what may be called a change, and what is known of the earlier one."""

import datetime as dt
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from dashboard.analysis.intervals import Share
from dashboard.domain.period import Period
from dashboard.i18n import HARD_SPACE, use_language
from dashboard.reports.comparison import Comparison, comparison
from dashboard.reports.report_compared import compared_rows
from dashboard.reports.report_input import earlier_input, report_input
from dashboard.reports.sentences_compared import compared
from dashboard.reports.whole_report import WholeReport, whole_report
from dashboard.reports.workbook import Shown
from tests.builders import Row, placement, stored

ON = dt.date(2026, 6, 30)
YEAR = Period.year_to(ON)


def trials(year: int, successes: int, failures: int) -> Iterator[Row]:
    """Trials that ended in March of a year."""
    for number in range(successes + failures):
        outcome = "employment" if number < successes else "no_job"
        days = (f"{year}-01-07", f"{year}-03-01")
        yield placement("E1", f"K{year}{number:03}", *days, outcome=outcome)


def compared_of(engine: Engine, *rows: Row) -> Comparison:
    stored(engine, *rows)
    given = report_input(engine, ON, YEAR, (), None)
    return comparison(given, earlier_input(given))


def said(report: WholeReport) -> str:
    return " ".join(compared(report)).replace(HARD_SPACE, " ")


def test_only_a_difference_whose_interval_excludes_nought_is_a_change(sqlite_engine: Engine) -> None:
    found = compared_of(sqlite_engine, *trials(2025, 20, 30), *trials(2026, 40, 10))
    shares = {each.path: each for each in found.shares}
    success = shares["trials.success"]
    assert found.before == Period(dt.date(2024, 7, 1), dt.date(2025, 6, 30))
    assert (success.after, success.before) == (Share(40, 50), Share(20, 50))
    # Newcombe (1998), method 10, by hand: Wilson's limits are 0.6696–0.8876 and 0.2761–0.5382, so the
    # difference 0.4 has 0.4 − √(0.1304² + 0.1382²) and 0.4 + √(0.0876² + 0.1239²).
    assert success.interval == pytest.approx((0.2100, 0.5517), abs=2e-4)
    assert success.changed
    assert shares["trials.interrupted"].difference == 0.0
    assert not shares["trials.interrupted"].changed
    assert shares["follow_ups.on_time"].difference is None


def test_from_few_cases_even_a_large_difference_is_no_change(sqlite_engine: Engine) -> None:
    found = compared_of(sqlite_engine, *trials(2025, 2, 3), *trials(2026, 4, 1))
    success = next(each for each in found.shares if each.path == "trials.success")
    assert success.difference == pytest.approx(0.4)
    assert not success.changed


def test_the_earlier_period_is_as_it_stood_then(sqlite_engine: Engine) -> None:
    late = placement("E1", "K1", "2025-05-01", "2025-06-15", outcome="no_job")
    job = placement("E1", "K1", "2025-08-01", kind="employment")
    found = compared_of(sqlite_engine, late, job)
    converted = next(each for each in found.shares if each.path == "trials.converted")
    # Ended 15 days before its period did: too young then to be asked, as one of this June is now.
    assert converted.before == Share(0, 0)


def test_every_share_of_the_report_is_compared(sqlite_engine: Engine) -> None:
    assert [each.path for each in compared_of(sqlite_engine).shares] == [
        "clients.quarterly_rate",
        "trials.success",
        "trials.interrupted",
        "trials.converted",
        "follow_ups.on_time",
        "follow_ups.both_parties",
        "equality.non_traditional.woman",
        "equality.non_traditional.man",
    ]


def test_changes_are_told_first_and_the_rest_is_not_called_one(sqlite_engine: Engine) -> None:
    use_language("en")
    stored(sqlite_engine, *trials(2025, 40, 10), *trials(2026, 20, 30))
    report = whole_report(sqlite_engine, ON, YEAR)
    told = said(report)
    assert "Down: Trials that led to work or studies, from 80% to 40%." in told
    assert "No certain change: " in told
    assert "For the rest, too little to go on: " in told
    stored_rows = compared_rows(report).rows
    cells = [[cell.value if isinstance(cell, Shown) else cell for cell in row] for row in stored_rows]
    success = next(row for row in cells if row[0] == "Trials that led to work or studies")
    assert success[1:8] == [0.4, 20, 50, 0.8, 40, 50, pytest.approx(-0.4)]
    assert success[-1] == "down"
    assert {row[-1] for row in cells} == {"down", "no certain change", "too little to go on"}


def test_a_rise_is_told_as_one(sqlite_engine: Engine) -> None:
    use_language("en")
    stored(sqlite_engine, *trials(2025, 20, 30), *trials(2026, 40, 10))
    report = whole_report(sqlite_engine, ON, YEAR)
    assert "Up: Trials that led to work or studies, from 40% to 80%." in said(report)
    assert "up" in [row[-1] for row in compared_rows(report).rows]


def test_nothing_to_compare_is_said(sqlite_engine: Engine) -> None:
    use_language("en")
    told = said(whole_report(sqlite_engine, ON, YEAR))
    assert told.startswith("The period before: 1 July 2024 – 30 June 2025. For the rest, too little to go on")
