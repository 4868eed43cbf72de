"""Cost and benefit over years: what the employments that began in the period give as long as they last."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dashboard.analysis.basis import Basis
from dashboard.analysis.cost_benefit import (
    ADDITIONALITY,
    MONTHS_A_YEAR,
    Bar,
    Turn,
    additionality,
    assumed_values,
    missing_of,
    tornado,
    turn,
)
from dashboard.analysis.cost_lines import (
    SOCIETY,
    VIEWS,
    Values,
    View,
    cost_of_a_year,
    needed,
    worth_of_a_month,
)
from dashboard.analysis.person_months import months_of_period
from dashboard.analysis.retention import employment_numbers, kept, retention_curve
from dashboard.domain.assumptions import Assumptions

DAYS_A_YEAR = 365
OVER_TIME = ("discount_rate", "years")


@dataclass(frozen=True, slots=True)
class Lasting:
    """How long employments last, month by month.

    Attributes:
        started: employment spells that began in the period.
        months: months of the period as far as it has come.
        kept: S(t) in the middle of the first month, the second …, as far as at least five have been followed.
    """

    started: int
    months: float
    kept: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class OverYears:
    """What a view comes to over years, in kronor of the period.

    Attributes:
        months: how many months ahead are counted: those of the horizon, as far as S(t) is known.
        benefit: the discounted worth of the extra months in work.
        cost: what the unit costs in the period.
        net: benefit less cost.
        paid_back: the month in which the benefit reaches the cost; None when it does not within the months.
        turn: where net is 0; its months are discounted months in work.
    """

    months: int
    benefit: float
    cost: float
    net: float
    paid_back: int | None
    turn: Turn


def lasting(basis: Basis) -> Lasting:
    """How long the selection's employments last."""
    curve, shares = retention_curve(basis), list[float]()
    while (share := kept(curve, middle_of(len(shares))).share) is not None:
        shares.append(share)
    return Lasting(employment_numbers(basis).started, months_of_period(basis), tuple(shares))


def middle_of(month: int) -> int:
    """The day after the start that lies in the middle of a month, the first being 0.

    >>> middle_of(0), middle_of(11)
    (15, 349)
    """
    return (2 * month + 1) * DAYS_A_YEAR // (2 * MONTHS_A_YEAR)


def over_years(lasts: Lasting, assumptions: Assumptions) -> dict[View, OverYears | None]:
    """Every view; None while an assumption that it needs is empty, or nobody knows how long jobs last."""
    values = assumed_values(assumptions)
    return {
        view: None
        if missing_of(needed_over_years(view), assumptions) or not lasts.kept
        else ahead(view, lasts, values)
        for view in VIEWS
    }


def needed_over_years(view: View) -> tuple[str, ...]:
    """The assumptions that a view over years follows from."""
    return (*ADDITIONALITY, *needed(view), *OVER_TIME)


def ahead(view: View, lasts: Lasting, values: Values) -> OverYears:
    """What a view comes to over years: started · a · k · Σ S(t) / (1 + r)^t − c, with t in years.

    Raises:
        KeyError: when an assumption that it needs has no value.
    """
    in_work = _months_in_work(lasts, values)
    months = len(in_work)
    share, worth = additionality(values), worth_of_a_month(view, values)
    cost = cost_of_a_year(view, values) * lasts.months / MONTHS_A_YEAR
    benefit = in_work * share * worth
    total = float(benefit[-1]) if months else 0.0
    enough = np.flatnonzero(benefit >= cost)
    return OverYears(
        months=months,
        benefit=total,
        cost=cost,
        net=total - cost,
        paid_back=int(enough[0]) + 1 if len(enough) and cost > 0 else None,
        turn=turn(cost, worth, float(in_work[-1]) if months else 0.0, share),
    )


def benefit_by_month(view: View, lasts: Lasting, values: Values) -> tuple[float, ...]:
    """What a view has got, discounted, by the end of each month ahead.

    Raises:
        KeyError: when an assumption that it needs has no value.
    """
    return tuple(
        (_months_in_work(lasts, values) * additionality(values) * worth_of_a_month(view, values)).tolist()
    )


def _months_in_work(lasts: Lasting, values: Values) -> NDArray[np.float64]:
    """The discounted months in work so far, for each month of the horizon that S(t) is known for."""
    months = min(len(lasts.kept), round(values["years"] * MONTHS_A_YEAR))
    shares = np.array(lasts.kept[:months], dtype=np.float64)
    middle = (np.arange(months) + 0.5) / MONTHS_A_YEAR
    discounted: NDArray[np.float64] = shares * (1 + values["discount_rate"]) ** -middle
    return np.asarray(lasts.started * np.cumsum(discounted), dtype=np.float64)


def society_tornado_over_years(lasts: Lasting, assumptions: Assumptions) -> tuple[Bar, ...]:
    """What each assumption does to society's net over years; nothing while that cannot be told."""
    needs = needed_over_years(SOCIETY)
    if missing_of(needs, assumptions) or not lasts.kept:
        return ()
    return tornado(needs, lambda values: ahead(SOCIETY, lasts, values).net, assumptions)
