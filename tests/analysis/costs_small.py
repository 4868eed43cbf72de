"""The worked example of docs/cost-and-benefit.md: its rows, its assumptions, what they come to by hand."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from dashboard.analysis.basis import Basis
from dashboard.domain.assumption_catalogue import Estimate
from dashboard.domain.assumptions import Assumptions, assumptions_of
from dashboard.domain.period import Period
from tests.analysis.reporting import basis_of
from tests.builders import Row, placement

ON = dt.date(2026, 6, 30)
HALF_YEAR = Period(dt.date(2026, 1, 1), ON)
VALUES = {
    "share_with_support": 0.5,
    "share_without_support": 0.2,
    "hours_per_month": 80,
    "wage_per_hour": 150,
    "social_contributions": 0.3142,
    "savings_municipality": 3_000,
    "savings_region": 500,
    "savings_state": 1_000,
    "income_tax_municipality": 0.2,
    "income_tax_region": 0.12,
    "income_tax_state": -0.05,
    "benefit_municipality": 2_000,
    "benefit_state": 6_000,
    "wage_subsidy": 5_000,
    "cost_municipality": 360_000,
    "cost_region": 0,
    "cost_state": 40_000,
    "discount_rate": 0.04,
    "years": 2,
}


def job(client: str, start: str, end: str | None, employer: str = "E1", **cells) -> Row:
    return placement(employer, client, start, end, "employment", **cells)


def example() -> Basis:
    """Three clients in the first half of 2026, one of them at two employers at once."""
    return basis_of(
        job("K1", "2026-01-01", None),
        job("K2", "2026-03-16", "2026-05-01"),
        job("K3", "2026-02-01", "2026-04-01"),
        job("K3", "2026-03-01", "2026-05-01", "E2"),
        on=ON,
        period=HALF_YEAR,
    )


def estimate(value: float, low: float | None = None, high: float | None = None) -> Estimate:
    return Estimate(
        value, value if low is None else low, value if high is None else high, ON, "the worked example"
    )


def assumed(
    changed: Mapping[str, Estimate | float] = MappingProxyType({}), without: tuple[str, ...] = ()
) -> Assumptions:
    """The example's assumptions, some of them changed or left out."""
    own = {name: estimate(value) for name, value in VALUES.items() if name not in without}
    own |= {name: each if isinstance(each, Estimate) else estimate(each) for name, each in changed.items()}
    return assumptions_of(own)


def with_range(name: str, low: float, high: float) -> dict[str, Estimate]:
    """One of them with a range."""
    return {name: replace(estimate(VALUES[name]), low=low, high=high)}
