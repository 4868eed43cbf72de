"""Ratings, targets and minutes in the workbook and in sentences; the JSON knows nothing of them."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from dashboard.analysis.intervals import Share
from dashboard.analysis.load_minutes import Forecast, WeekAhead
from dashboard.analysis.ratings import Rated
from dashboard.analysis.targets import judge
from dashboard.domain.period import Period
from dashboard.i18n import HARD_SPACE, use_language
from dashboard.reports.report_json import AREAS
from dashboard.reports.report_load import forecast_by_week, minutes_by_week
from dashboard.reports.report_ratings import rating_rows
from dashboard.reports.sentences_work import hours_told, load, ratings, target_told
from dashboard.reports.whole_report import WholeReport, whole_report
from dashboard.reports.workbook import Form, Sheet, Shown
from tests.builders import coach, follow_up, placement, stored

ON = dt.date(2026, 6, 30)
MONDAY = (dt.date(2026, 7, 6) - dt.date(1970, 1, 1)).days


@pytest.fixture
def small(sqlite_engine: Engine) -> WholeReport:
    use_language("en")
    stored(
        sqlite_engine,
        coach("A", name="Anna", fte=0.5),
        placement("E1", "K1", "2026-01-07", "2026-03-01", client_rating=5, employer_rating=2),
        placement("E1", "K2", "2026-01-07", "2026-03-01"),
        placement("E1", "K3", "2026-06-01", "2026-12-31", "job_tasting", placement_id="P3"),
        follow_up("P3", "2026-06-15", mode="phone"),
        follow_up("P3", "2026-07-06", mode="visit"),
    )
    return whole_report(sqlite_engine, ON, Period.year_to(ON))


def values(sheet: Sheet) -> list[list[object]]:
    return [[cell.value if isinstance(cell, Shown) else cell for cell in row] for row in sheet.rows]


def told(sentences: Iterator[str]) -> str:
    return " ".join(sentences).replace(HARD_SPACE, " ")


def rated(report: WholeReport, good: int, answers: int, trials: int, target: float = 0.9) -> WholeReport:
    """The report with other answers of the clients."""
    given = Rated(Share(answers, trials), judge(Share(good, answers), target))
    both = replace(report.supplement.ratings, client=given)
    return replace(report, supplement=replace(report.supplement, ratings=both))


def ahead(report: WholeReport, waiting: float, *weeks: WeekAhead) -> WholeReport:
    """The report with other weeks to come."""
    return replace(report, supplement=replace(report.supplement, forecast=Forecast(waiting, weeks)))


def test_the_sheet_of_ratings_holds_answers_limits_state_and_response_rate(small: WholeReport) -> None:
    clients, employers = values(rating_rows(small))
    # One of one: Wilson's lower limit is 1 / (1 + 1.96²) = 0.2065.
    assert clients[:4] == ["Trials the client rated 4 or 5", 1.0, 1, 1]
    assert clients[4:6] == pytest.approx([0.2065, 1.0], abs=5e-5)
    # The upper limit of one of two is 0.9055, of one of three 0.7923.
    assert clients[6:] == [0.9, "cannot tell", 34, 2, 2, 0.5]
    assert employers[:4] == ["Trials the employer rated 4 or 5", 0.0, 0, 1]
    assert employers[7] == "missed"


def test_an_unanswered_row_is_empty_and_cannot_be_told(small: WholeReport) -> None:
    clients = values(rating_rows(rated(small, 0, 0, 0)))[0]
    assert clients[1:] == [None, 0, 0, None, None, 0.9, "cannot tell", 35, 1, 0, None]


def test_minutes_stand_beside_the_time_there_is(small: WholeReport) -> None:
    assert values(minutes_by_week(small)) == [
        ["A", "Anna", "2026-W25", 0, 20, 0, 0, 20, 360, pytest.approx(20 / 360)],
        ["A", "Anna", "2026-W28", 0, 0, 90, 0, 90, 360, 0.25],
    ]
    assert [cell.form for cell in minutes_by_week(small).rows[0][3:] if isinstance(cell, Shown)] == [
        *[Form.COUNT] * 6,
        Form.PERCENT,
    ]


def test_the_forecast_has_all_twelve_weeks(small: WholeReport) -> None:
    rows = values(forecast_by_week(small))
    assert rows[0] == ["2026-W28", 90, 0, 90, 360, 0.25, 0]
    assert [row[0] for row in rows] == [f"2026-W{week}" for week in range(28, 40)]
    assert rows[1] == ["2026-W29", 0, 0, 0, 360, 0, 0]


def test_a_share_of_no_time_is_empty(small: WholeReport) -> None:
    changed = ahead(small, 0, WeekAhead(MONDAY, 60, 0, 0, 1))
    assert values(forecast_by_week(changed)) == [["2026-W28", 60, 0, 60, 0, None, 1]]


@pytest.mark.parametrize(
    ("good", "answers", "trials", "sentences"),
    [
        (0, 0, 3,
         "No client has answered, of 3 trials that ended. Whether the target, 90%, is reached cannot be "
         "told: it takes at least 35 more answers, all of them 4 or 5, to show that it is."),
        (34, 34, 40,
         "Clients rated the trial 4 or 5 in 34 of 34 (100%, interval 90–100%); they answered in 34 of 40 "
         "trials. Whether the target, 90%, is reached cannot be told: it takes at least 1 more answer, "
         "a 4 or 5, to show that it is."),
        (35, 35, 40, "they answered in 35 of 40 trials. The target, 90%, is reached."),
        (1, 9, 9, "The target, 90%, is missed."),
    ],
)  # fmt: skip
def test_none_too_few_and_enough_answers(
    small: WholeReport, good: int, answers: int, trials: int, sentences: str
) -> None:
    assert sentences in told(ratings(rated(small, good, answers, trials)))


def test_the_swedish_says_when_it_cannot_be_told(small: WholeReport) -> None:
    use_language("sv")
    assert told(ratings(small)).startswith(
        "Kunderna gav prövningen betyget 4 eller 5 i 1 av 1 (100 %, intervall 21–100 %). De svarade i 1 av 2 "
        "prövningar. Om målet, 90 %, är nått går inte att avgöra: det krävs minst 34 svar till, alla med "
        "betyget 4 eller 5, för att visa det."
    )


def test_a_target_that_no_number_of_answers_shows_is_said_without_one(small: WholeReport) -> None:
    changed = rated(small, 1, 1, 1, target=1.0)
    assert "Whether the target, 100%, is reached cannot be told." in told(ratings(changed))


def test_a_target_keeps_its_decimal() -> None:
    assert target_told(0.925) == f"92,5{HARD_SPACE}%"
    assert target_told(0.29) == f"29{HARD_SPACE}%"


def test_the_load_is_told_in_hours(small: WholeReport) -> None:
    assert told(load(small)) == (
        "The follow-ups that wait take about 0.3 hours. Planned or expected in the next 12 weeks: 1.5 hours, "
        "of 72 hours there is (2%). The fullest week is 2026-W28: 1.5 hours, of 6 hours there is."
    )


def test_coaches_without_enough_time_are_counted(small: WholeReport) -> None:
    for over, sentence in ((1, "1 coach has more to do"), (2, "2 coaches have more to do")):
        assert sentence in told(load(ahead(small, 0, WeekAhead(MONDAY, 600, 120, 360, over))))


def test_no_work_and_no_time_are_said(small: WholeReport) -> None:
    nothing = ahead(small, 0, WeekAhead(MONDAY, 0, 0, 360, 0))
    assert told(load(nothing)) == (
        "The follow-ups that wait take about 0 hours. Nothing is planned or expected in the next 1 weeks."
    )
    no_time = ahead(small, 60, WeekAhead(MONDAY, 60, 60, 0, 1))
    assert told(load(no_time)) == (
        "The follow-ups that wait take about 1 hour. Planned or expected in the next 1 weeks: 2 hours. "
        "No coach has time for it."
    )


def test_hours_have_a_decimal_where_they_are_few() -> None:
    use_language("en")
    assert [hours_told(minutes) for minutes in (0, 20, 60, 90, 600, 645)] == [
        "0 hours",
        "0.3 hours",
        "1 hour",
        "1.5 hours",
        "10 hours",
        "11 hours",
    ]


def test_the_json_is_as_it_was(small: WholeReport) -> None:
    assert list(small.values) == list(AREAS)
    assert set(small.values["follow_ups"]["load"][0]) == {
        "coach_id",
        "week",
        "done",
        "due",
        "planned",
        "expected",
    }
