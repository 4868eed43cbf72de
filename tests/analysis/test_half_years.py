"""Half-years' clients, each followed for a year before anything is said of them."""

import datetime as dt

import numpy as np
import pytest

from dashboard.analysis.basis import basis
from dashboard.analysis.cohort import EMPLOYED, cohort_curve
from dashboard.analysis.competing import CENSORED, aalen_johansen
from dashboard.analysis.half_years import half_years
from dashboard.analysis.intervals import Share
from dashboard.analysis.selection import select
from dashboard.domain.definitions import Definitions
from dashboard.domain.period import Period
from tests.builders import Row, client, placement, world

ON = dt.date(2026, 6, 30)


def found(*rows: Row):
    scope = select(world(*rows), (), None, ON)
    return basis(scope, Period.year_to(ON), Definitions())


def test_a_half_year_counts_first_jobs_within_a_year_before_studies_and_closure() -> None:
    given = found(
        client("K1", enrolled_on="2025-01-01"),
        client("K2", enrolled_on="2025-06-30"),
        client("K3", enrolled_on="2025-02-01"),
        client("K4", enrolled_on="2025-03-01", closed_on="2025-04-01"),
        client("K5", enrolled_on="2025-07-01"),
        placement("E1", "K1", "2026-01-01", kind="employment"),
        placement("E1", "K2", "2026-06-30", kind="employment"),
        placement("E1", "K3", "2025-03-01", kind="studies"),
        placement("E1", "K3", "2025-05-01", kind="employment"),
        placement("E1", "K5", "2025-08-01", kind="employment"),
    )
    *_earlier, spring, autumn, now = half_years(given)
    # Day 365 is within the year; K3 studied first, K4 was closed.
    assert (spring.period.first, spring.clients, spring.share) == (dt.date(2025, 1, 1), 4, Share(2, 4))
    assert (autumn.clients, autumn.share) == (1, None)
    assert (now.period.first, now.clients, now.share) == (dt.date(2026, 1, 1), 0, None)
    enrolled = given.scope.coded.clients.enrolled
    who = enrolled < np.datetime64("2025-07-01").astype(int)
    assert cohort_curve(given, who).at(365, EMPLOYED) == pytest.approx(2 / 4)


def test_a_half_year_of_nobody_is_a_share_of_nothing() -> None:
    first, *_rest = half_years(found(client("K1", enrolled_on="2026-06-01")))
    assert (first.period.first, first.clients, first.share) == (dt.date(2023, 7, 1), 0, Share(0, 0))


def test_the_limits_of_an_incidence_without_losses_are_those_of_a_share() -> None:
    """Then its variance is p(1 − p)/n: of ten, three have had it by day 20, so se = √0.021."""
    lengths = np.array([5, 10, 10, 12, 20, 25, 30, 30, 35, 40])
    causes = np.array([1, 2, 1, 2, 1, 2, 2, 1, 2, 2])
    curve = aalen_johansen(lengths, causes, 2)
    assert curve.at(20, 1) == pytest.approx(0.3)
    reach = 1.959964 * np.sqrt(0.021) / (0.3 * abs(np.log(0.3)))
    assert curve.interval(20, 1) == pytest.approx((0.3 ** np.exp(reach), 0.3 ** np.exp(-reach)))
    assert (curve.followed(20), curve.interval(4, 1)) == (6, None)


def test_the_limits_of_an_incidence_of_one_cause_are_greenwoods() -> None:
    """With one cause it is 1 − Kaplan–Meier: (1 − S) and S have the same variance."""
    lengths = np.array([2, 3, 3, 5, 8, 9, 12])
    hit = np.array([1, 1, CENSORED, 1, CENSORED, 1, 1])
    curve = aalen_johansen(lengths, hit, 1)
    # S(5) = 6/7 · 5/6 · 3/4 = 15/28; Greenwood: 1/(7·6) + 1/(6·5) + 1/(4·3) = 0.140476.
    share, deviation = 13 / 28, 15 / 28 * np.sqrt(1 / 42 + 1 / 30 + 1 / 12)
    reach = 1.959964 * deviation / (share * abs(np.log(share)))
    assert curve.at(5, 1) == pytest.approx(share)
    assert curve.interval(5, 1) == pytest.approx((share ** np.exp(reach), share ** np.exp(-reach)))
