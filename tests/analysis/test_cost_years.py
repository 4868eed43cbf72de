"""Cost and benefit over years: as long as employments last, discounted, and no longer than is known."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.cost_lines import ACTORS, SOCIETY
from dashboard.analysis.cost_years import (
    Lasting,
    ahead,
    lasting,
    middle_of,
    over_years,
    society_tornado_over_years,
)
from tests.analysis.costs_small import HALF_YEAR, ON, VALUES, assumed, example, job, with_range
from tests.analysis.reporting import basis_of
from tests.analysis.small import ago

THREE = Lasting(started=10, months=6.0, kept=(1.0, 0.9, 0.8))
"""Ten began; half a year's cost is 200,000; an extra month is worth 20,270.40, and six in ten are extra."""
MONTH = 10 * 0.6 * 20_270.4
curves = st.lists(st.floats(0, 1), min_size=1, max_size=60).map(lambda kept: tuple(sorted(kept)[::-1]))


def test_without_a_discount_it_is_the_sum_of_those_still_in_work() -> None:
    found = ahead(SOCIETY, THREE, {**VALUES, "discount_rate": 0.0})
    assert found.months == 3
    assert found.benefit == pytest.approx(MONTH * 2.7)
    assert found.net == pytest.approx(MONTH * 2.7 - 200_000)
    # 121,622 after one month, 231,083 after two.
    assert found.paid_back == 2
    assert found.turn.additionality == pytest.approx(200_000 / (27 * 20_270.4))
    assert found.turn.months == pytest.approx(16.4443, abs=5e-5)


def test_later_months_are_discounted_from_their_middle() -> None:
    found = ahead(SOCIETY, THREE, VALUES)
    # 1.04^(−1/24) = 0.998367, 1.04^(−3/24) = 0.995109, 1.04^(−5/24) = 0.991862.
    assert found.benefit == pytest.approx(MONTH * (0.998367 + 0.9 * 0.995109 + 0.8 * 0.991862), rel=1e-6)


def test_no_more_years_are_counted_than_assumed() -> None:
    long = replace(THREE, kept=(1.0,) * 40)
    assert ahead(SOCIETY, long, VALUES).months == 24
    assert ahead(SOCIETY, long, {**VALUES, "years": 10}).months == 40


def test_a_cost_that_is_not_earned_is_not_paid_back() -> None:
    found = ahead(SOCIETY, replace(THREE, kept=(1.0,)), VALUES)
    assert (found.paid_back, found.net < 0) == (None, True)
    free = ahead("region", THREE, VALUES)
    assert (free.paid_back, free.cost, free.turn.additionality) == (None, 0, None)


def test_paid_back_in_the_month_in_which_the_benefit_reaches_the_cost() -> None:
    exactly = {**VALUES, "discount_rate": 0.0, "cost_municipality": 2 * MONTH * 1.9, "cost_state": 0}
    assert ahead(SOCIETY, THREE, exactly).paid_back == 2
    above = {**exactly, "cost_municipality": 2 * MONTH * 1.9 + 1}
    assert ahead(SOCIETY, THREE, above).paid_back == 3


def test_the_curve_is_followed_as_far_as_five_have_been() -> None:
    # Five began 100 days ago and run; the middles of the months are days 15, 45, 76 and 106.
    rows = [job(f"K{number}", ago(100), None, f"E{number}") for number in range(5)]
    found = lasting(basis_of(*rows, on=ON, period=HALF_YEAR))
    assert (found.started, found.months, found.kept) == (5, 6.0, (1.0, 1.0, 1.0))
    assert lasting(basis_of(*rows[1:], on=ON, period=HALF_YEAR)).kept == ()


def test_those_who_leave_are_no_longer_in_work() -> None:
    rows = [job(f"K{number}", ago(100), None, f"E{number}") for number in range(5)]
    found = lasting(basis_of(*rows, job("K5", ago(100), ago(60)), on=ON, period=HALF_YEAR))
    # One of six was lost after 40 days.
    assert found.kept == pytest.approx((1.0, 5 / 6, 5 / 6))


def test_the_middles_of_the_months_make_a_year() -> None:
    assert [middle_of(month) for month in range(13)][-1] == 380
    assert [middle_of(0), middle_of(1), middle_of(12) - middle_of(0)] == [15, 45, 365]


def test_what_is_not_known_is_not_told() -> None:
    assert set(over_years(lasting(example()), assumed()).values()) == {None}
    missing = over_years(THREE, assumed(without=("wage_subsidy",)))
    assert (missing["employer"], missing["state"]) == (None, None)
    assert missing[SOCIETY] is not None
    assert society_tornado_over_years(THREE, assumed(without=("wage_per_hour",))) == ()
    assert society_tornado_over_years(lasting(example()), assumed()) == ()


def test_the_discount_rate_and_the_years_are_bars_too() -> None:
    ranges = {**with_range("discount_rate", 0.0, 0.1), **with_range("years", 1, 2)}
    bars = {
        bar.name: bar for bar in society_tornado_over_years(replace(THREE, kept=(1.0,) * 24), assumed(ranges))
    }
    assert bars["years"].at_high - bars["years"].at_low == pytest.approx(
        MONTH * sum(1.04 ** -((month + 0.5) / 12) for month in range(12, 24))
    )
    assert bars["discount_rate"].at_low > bars["discount_rate"].at_high


@given(curves, st.integers(0, 200), st.floats(0, 24))
def test_the_actors_sum_to_society(kept: tuple[float, ...], started: int, months: float) -> None:
    lasts = Lasting(started, months, kept)
    nets = [ahead(actor, lasts, VALUES).net for actor in ACTORS]
    assert sum(nets) == pytest.approx(ahead(SOCIETY, lasts, VALUES).net, abs=1e-3)


@given(curves, st.integers(1, 200))
def test_a_higher_rate_is_never_worth_more(kept: tuple[float, ...], started: int) -> None:
    lasts = Lasting(started, 6.0, kept)
    nets = [ahead(SOCIETY, lasts, {**VALUES, "discount_rate": rate}).net for rate in (0.0, 0.03, 0.1)]
    assert nets == sorted(nets, reverse=True)
