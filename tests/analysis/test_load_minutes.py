"""The load in minutes: how long a follow-up takes, how much time there is, and what comes."""

import datetime as dt

import pytest

from dashboard.analysis.basis import Basis
from dashboard.analysis.load import load, occasions
from dashboard.analysis.load_minutes import Forecast, LoadMinutes, forecast, load_in_minutes
from dashboard.analysis.minutes import lengths
from dashboard.domain.definitions import Definitions, MinutesByMode
from dashboard.reports.report_follow_ups import iso_week
from tests.analysis.reporting import basis_of
from tests.builders import Row, client, coach, follow_up, placement

ON = dt.date(2026, 6, 30)  # a Tuesday, of week 27
RUNS = placement("E1", "K1", "2026-01-01", placement_id="P1", kind="job_tasting", ended_on="2026-12-31")
"""A placement that runs, and that the standard asks nothing of."""


def loaded(basis: Basis) -> LoadMinutes:
    return load_in_minutes(basis, occasions(basis))


def coming(basis: Basis) -> Forecast:
    return forecast(basis, occasions(basis))


def weeks(found: LoadMinutes) -> dict[str, tuple[float, float, float, float]]:
    cells = zip(found.monday, found.done, found.due, found.planned, found.expected, strict=True)
    return {iso_week(int(monday)): tuple(map(float, minutes)) for monday, *minutes in cells}  # type: ignore[misc]


def done(day: str, **cells) -> Row:
    return follow_up("P1", day, day, **cells)


def test_stated_minutes_win_over_those_of_the_mode() -> None:
    found = loaded(
        basis_of(
            RUNS,
            done("2026-06-01", mode="visit", minutes=35),
            done("2026-06-08", mode="visit"),
            done("2026-06-15", mode="video"),
            done("2026-06-22", mode="phone"),
            done("2026-06-29", mode="email"),
            done("2026-06-30", mode="email", minutes=0),
        )
    )
    minutes = [done for done, *_rest in weeks(found).values()]
    assert minutes == [35, 90, 30, 20, 10]


def test_the_minutes_of_the_modes_are_the_units() -> None:
    definitions = Definitions(minutes=MinutesByMode(visit=45, phone=5))
    basis = basis_of(
        RUNS, done("2026-06-01", mode="visit"), done("2026-06-08", mode="phone"), definitions=definitions
    )
    assert [done for done, *_rest in weeks(loaded(basis)).values()] == [45, 5]


def test_a_follow_up_without_a_form_takes_what_they_usually_take() -> None:
    rows = (
        RUNS,
        done("2026-06-01", mode="visit"),
        done("2026-06-08", mode="phone"),
        done("2025-06-30", minutes=480),  # 365 days ago: too old
        follow_up("P1", "2026-07-06"),
        follow_up("P1", "2026-07-13", mode="email"),
    )
    basis = basis_of(*rows)
    assert lengths(basis).usual == (90 + 20) / 2
    assert weeks(loaded(basis))["2026-W28"] == (0, 0, 55, 0)
    assert weeks(loaded(basis))["2026-W29"] == (0, 0, 10, 0)
    day_older = basis_of(*rows, done("2025-07-01", minutes=10))
    assert lengths(day_older).usual == (90 + 20 + 10) / 3


def test_it_takes_a_visit_when_nothing_is_known() -> None:
    assert lengths(basis_of(RUNS, follow_up("P1", "2026-07-06"))).usual == 90


def test_what_the_standard_expects_takes_the_usual_time() -> None:
    basis = basis_of(placement("E1", "K1", "2026-06-29", placement_id="P1"), done("2026-06-29", minutes=40))
    ahead = {week: minutes[3] for week, minutes in weeks(loaded(basis)).items() if minutes[3]}
    # Days 7, 14, 21 and 28 after the start, then every other week: all Mondays.
    assert list(ahead)[:5] == ["2026-W28", "2026-W29", "2026-W30", "2026-W31", "2026-W33"]
    assert set(ahead.values()) == {40.0}


def test_the_rows_are_those_of_the_load() -> None:
    basis = basis_of(
        RUNS, done("2026-06-01"), follow_up("P1", "2026-06-20"), follow_up("P1", "2026-07-20", coach_id="B")
    )
    counted, timed = load(basis, occasions(basis)), loaded(basis)
    assert (timed.coach.tolist(), timed.monday.tolist()) == (counted.coach.tolist(), counted.monday.tolist())
    assert timed.total.tolist() == [90.0, 90.0, 90.0]


@pytest.mark.parametrize(
    ("cells", "minutes"),
    [
        ({}, 720),
        ({"fte": 0.75}, 540),
        ({"started_on": "2026-06-25"}, 720 * 4 / 7),  # Thursday to Sunday
        ({"ended_on": "2026-06-25"}, 720 * 3 / 7),  # Monday to Wednesday
        ({"ended_on": "2026-07-01"}, 720),  # not known to leave on the day
        ({"ended_on": "2026-06-22"}, 0),
    ],
)
def test_the_time_there_is_follows_post_and_days(cells: dict[str, object], minutes: float) -> None:
    basis = basis_of(RUNS, coach("A", **cells), done("2026-06-24"))
    assert loaded(basis).available.tolist() == pytest.approx([minutes])


def test_the_hours_of_a_full_post_are_the_units() -> None:
    basis = basis_of(RUNS, done("2026-06-24"), definitions=Definitions(hours_per_week=10.0))
    assert loaded(basis).available.tolist() == [600]


def test_the_forecast_is_the_twelve_weeks_after_this_one() -> None:
    basis = basis_of(
        RUNS,
        coach("B", fte=0.5),
        follow_up("P1", "2026-06-10", mode="visit"),  # waits
        follow_up("P1", "2026-07-01", mode="visit"),  # this week
        follow_up("P1", "2026-07-06", mode="visit"),
        follow_up("P1", "2026-09-27", mode="phone"),  # the last day of the last week
        follow_up("P1", "2026-09-28", mode="phone"),
    )
    found = coming(basis)
    assert [iso_week(week.monday) for week in found.weeks] == [f"2026-W{week}" for week in range(28, 40)]
    assert [week.planned for week in found.weeks] == [90, *[0] * 10, 20]
    assert {week.available for week in found.weeks} == {720 + 360}
    assert (found.waiting, found.total, found.available) == (90, 110, 12 * 1080)
    assert found.fullest == found.weeks[0]


def test_comings_and_goings_after_the_day_are_not_known() -> None:
    rows = (coach("A", ended_on="2026-07-20"), coach("B", started_on="2026-07-01"), client("K1", "A"))
    assert {week.available for week in coming(basis_of(*rows)).weeks} == {720}


def test_a_coach_with_more_to_do_than_time_is_counted() -> None:
    nobody = client("K2", None)
    orphaned = placement(
        "E1", "K2", "2026-06-20", "2026-12-31", "study_visit", placement_id="P2", coach_id=None
    )
    basis = basis_of(
        RUNS,
        nobody,
        orphaned,
        coach("A", fte=0.1),
        coach("B"),
        follow_up("P1", "2026-07-06", minutes=72),
        follow_up("P1", "2026-07-13", minutes=73),
        follow_up("P2", "2026-07-20", minutes=500),
    )
    first, second, third = coming(basis).weeks[:3]
    assert (first.over, second.over) == (0, 1)
    assert (third.planned, third.over) == (500, 0)  # nobody's work is still work


def test_nothing_to_do_is_nothing() -> None:
    found = coming(basis_of())
    assert (found.waiting, found.total, found.available, found.fullest) == (0, 0, 0, None)
    assert len(loaded(basis_of()).coach) == 0
