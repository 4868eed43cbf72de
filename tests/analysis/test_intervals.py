"""Shares and counts with their uncertainty, against statsmodels and scipy."""

from unittest.mock import ANY

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint
from statsmodels.stats.rates import confint_poisson

from dashboard.analysis.intervals import Share, has_changed, newcombe, wilson
from dashboard.analysis.poisson import poisson

shares = st.integers(1, 400).flatmap(lambda of: st.builds(Share, st.integers(0, of), st.just(of)))


@given(shares)
def test_wilson_is_that_of_statsmodels(share: Share) -> None:
    expected = proportion_confint(share.n, share.of, method="wilson")
    assert wilson(share.n, share.of) == pytest.approx(expected, abs=1e-12)


@given(shares, shares)
def test_newcombe_is_that_of_statsmodels(after: Share, before: Share) -> None:
    expected = confint_proportions_2indep(
        after.n, after.of, before.n, before.of, method="newcomb", compare="diff"
    )
    assert newcombe(after, before) == pytest.approx(expected, abs=1e-12)


@given(st.integers(1, 2000))
def test_poisson_is_that_of_statsmodels(count: int) -> None:
    assert poisson(count) == pytest.approx(confint_poisson(count, 1, method="exact-c"), rel=1e-9)


def test_a_count_of_none_has_an_upper_limit_only() -> None:
    assert poisson(0) == pytest.approx((0.0, 3.6889), abs=1e-4)


def test_a_share_of_nothing_is_no_share() -> None:
    nothing = Share(0, 0)
    assert (nothing.share, nothing.interval) == (None, None)
    assert newcombe(nothing, Share(1, 2)) is None
    assert not has_changed(Share(1, 2), nothing)


def test_none_and_all_reach_the_ends_exactly() -> None:
    assert Share(0, 7).interval == pytest.approx((0.0, 0.3543), abs=1e-4)
    assert Share(7, 7).interval == pytest.approx((0.6457, 1.0), abs=1e-4)
    for of in range(1, 100):
        assert [wilson(0, of), wilson(of, of)] == [(0.0, ANY), (ANY, 1.0)]


def test_a_change_is_one_only_when_the_interval_leaves_zero_out() -> None:
    assert has_changed(Share(40, 50), Share(20, 50))
    assert has_changed(Share(20, 50), Share(40, 50))
    assert not has_changed(Share(4, 5), Share(2, 5))
    assert not has_changed(Share(3, 5), Share(3, 5))
