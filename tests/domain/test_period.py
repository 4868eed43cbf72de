"""Days and periods. Expected days are read off a calendar."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.period import STOCKHOLM, Period, today, year_before

DAYS = st.dates(dt.date(1990, 1, 2), dt.date(2100, 12, 31))


def test_a_period_holds_its_first_and_last_day_and_no_other() -> None:
    march = Period(dt.date(2026, 3, 1), dt.date(2026, 3, 31))
    assert march.holds(dt.date(2026, 3, 1))
    assert march.holds(dt.date(2026, 3, 31))
    assert not march.holds(dt.date(2026, 2, 28))
    assert not march.holds(dt.date(2026, 4, 1))


def test_an_unknown_day_is_in_no_period() -> None:
    assert not Period.year_to(dt.date(2026, 6, 30)).holds(None)


def test_a_period_of_one_day_is_a_period() -> None:
    day = dt.date(2026, 3, 1)
    assert Period(day, day).holds(day)


def test_a_period_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="2026-02-28 < 2026-03-01"):
        Period(dt.date(2026, 3, 1), dt.date(2026, 2, 28))


def test_the_default_period_is_the_year_that_ends_on_the_day() -> None:
    assert Period.year_to(dt.date(2026, 6, 30)) == Period(dt.date(2025, 7, 1), dt.date(2026, 6, 30))


def test_the_year_to_a_leap_day_begins_on_the_first_of_march() -> None:
    assert Period.year_to(dt.date(2024, 2, 29)).first == dt.date(2023, 3, 1)


def test_the_year_after_a_leap_day_holds_it() -> None:
    assert Period.year_to(dt.date(2025, 2, 27)).holds(dt.date(2024, 2, 29))


def test_a_leap_day_one_year_before_is_the_twenty_eighth() -> None:
    assert year_before(dt.date(2024, 2, 29)) == dt.date(2023, 2, 28)
    assert year_before(dt.date(2025, 2, 28)) == dt.date(2024, 2, 28)


@given(DAYS)
def test_a_year_has_365_or_366_days(on: dt.date) -> None:
    period = Period.year_to(on)
    assert (period.end - period.first).days in {365, 366}
    assert period.holds(on)
    assert not period.holds(year_before(on))


@given(DAYS, st.integers(0, 2000), DAYS)
def test_a_day_is_held_exactly_when_it_is_between(first: dt.date, length: int, day: dt.date) -> None:
    last = min(first + dt.timedelta(days=length), dt.date(2105, 1, 1))
    assert Period(first, last).holds(day) == (first <= day <= last)


def test_the_period_before_is_as_many_whole_months() -> None:
    half = Period(dt.date(2026, 1, 1), dt.date(2026, 6, 30))
    assert half.before == Period(dt.date(2025, 7, 1), dt.date(2025, 12, 31))
    assert Period.year_to(dt.date(2024, 6, 30)).before == Period.year_to(dt.date(2023, 6, 30))


def test_the_period_before_is_as_many_days_when_it_is_no_whole_months() -> None:
    assert Period(dt.date(2026, 3, 5), dt.date(2026, 3, 5)).before == Period(
        dt.date(2026, 3, 4), dt.date(2026, 3, 4)
    )
    assert Period(dt.date(2026, 1, 1), dt.date(2026, 1, 30)).before.first == dt.date(2025, 12, 2)


@given(DAYS, st.integers(0, 2000))
def test_the_period_before_ends_on_the_day_before(first: dt.date, length: int) -> None:
    last = min(first + dt.timedelta(days=length), dt.date(2105, 1, 1))
    assert Period(first, last).before.end == first


def test_today_is_stockholms_day_whatever_the_host_thinks() -> None:
    before = dt.datetime.now(STOCKHOLM).date()
    assert before <= today() <= dt.datetime.now(STOCKHOLM).date()
