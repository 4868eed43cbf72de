"""Ratings, minutes and months in work agree with slow, plain second computations on random worlds."""

import datetime as dt
from calendar import monthrange
from collections import defaultdict
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.intervals import Share
from dashboard.analysis.load import occasions
from dashboard.analysis.load_minutes import load_in_minutes
from dashboard.analysis.person_months import months_of_period, person_months
from dashboard.analysis.ratings import ratings
from dashboard.domain.definitions import Definitions
from dashboard.domain.period import Period
from dashboard.domain.vocabulary import MODES
from dashboard.reports.report_follow_ups import iso_week
from tests.analysis.full_worlds import full_rows, maybe, periods
from tests.analysis.reporting import basis_of
from tests.analysis.second_report import SecondReport
from tests.analysis.worlds import ON
from tests.builders import Row, tables_of

MINUTES = {"visit": 90, "video": 30, "phone": 20, "email": 10}
RATING = st.none() | st.integers(1, 5)


@st.composite
def rated_rows(draw) -> list[Row]:
    """A whole world with ratings, and follow-ups of every form and length."""
    cells = {
        "placements": lambda: {"client_rating": draw(RATING), "employer_rating": draw(RATING)},
        "follow_ups": lambda: {"mode": draw(maybe(MODES)), "minutes": draw(maybe((0, 15, 60)))},
    }
    return [
        Row(row.table, row.cells | (cells[row.table]() if row.table in cells else {}))
        for row in draw(full_rows())
    ]


def period_of(pair: tuple[str, str]) -> Period:
    return Period(dt.date.fromisoformat(pair[0]), dt.date.fromisoformat(pair[1]))


def part_of_month(day: dt.date) -> Fraction:
    return Fraction(1, monthrange(day.year, day.month)[1])


@settings(max_examples=60, deadline=None)
@given(full_rows(), periods)
def test_months_in_work_are_the_sum_of_the_days(records: list[Row], pair: tuple[str, str]) -> None:
    period = period_of(pair)
    second = SecondReport(tables_of(records), ON, (), period.first, period.last)
    days = {
        (spell.rows[0]["client_id"], there)
        for spell in second.jobs
        for there in second.days(period.first, period.last)
        if second.runs(spell.start, spell.end, there)
    }
    basis = basis_of(*records, on=ON, period=period)
    assert person_months(basis) == pytest.approx(float(sum(part_of_month(there) for _who, there in days)))
    passed = sum(part_of_month(there) for there in second.days(period.first, period.last))
    assert months_of_period(basis) == pytest.approx(float(passed))


@settings(max_examples=40, deadline=None)
@given(rated_rows(), periods)
def test_ratings_are_those_of_the_latest_rated_part(records: list[Row], pair: tuple[str, str]) -> None:
    period = period_of(pair)
    second = SecondReport(tables_of(records), ON, (), period.first, period.last)
    found = ratings(basis_of(*records, on=ON, period=period))
    for party, rated in (("client_rating", found.client), ("employer_rating", found.employer)):
        ended = [spell for spell in second.tries if second.inside(spell.end)]
        given_to = []
        for spell in ended:
            parts = sorted(spell.rows, key=lambda row: (row["started_on"], row["placement_id"]))
            given_to += [part[party] for part in parts if part.get(party) is not None][-1:]
        assert rated.answered == Share(len(given_to), len(ended))
        assert rated.judgement.share == Share(sum(stars >= 4 for stars in given_to), len(given_to))


@settings(max_examples=40, deadline=None)
@given(rated_rows())
def test_minutes_done_are_stated_or_by_the_form_or_the_usual(records: list[Row]) -> None:
    second = SecondReport(tables_of(records), ON)
    done = [(row, there) for row in second.mine_follow_ups if (there := second.is_done(row))]

    def known(row: dict[str, object]) -> object:
        return row["minutes"] if row.get("minutes") is not None else MINUTES.get(str(row.get("mode")))

    lately = [known(row) for row, there in done if (ON - there).days < 365 and known(row) is not None]
    usual = sum(lately) / len(lately) if lately else 90  # type: ignore[arg-type]
    expected: dict[tuple[str, str], float] = defaultdict(float)
    for row, there in done:
        coach = second.of_coach(row)
        if coach and (ON - there).days < 12 * 7:
            year, week, _day = there.isocalendar()
            expected[coach, f"{year}-W{week:02}"] += usual if known(row) is None else known(row)  # type: ignore[operator]
    basis = basis_of(*records, on=ON, definitions=Definitions())
    rows = load_in_minutes(basis, occasions(basis))
    coaches = basis.scope.coded.world.coaches["coach_id"].tolist()
    found = {
        (coaches[coach], iso_week(monday)): minutes
        for coach, monday, minutes in zip(
            rows.coach.tolist(), rows.monday.tolist(), rows.done.tolist(), strict=True
        )
        if (coaches[coach], iso_week(monday)) in expected
    }
    assert found == pytest.approx(dict(expected))
