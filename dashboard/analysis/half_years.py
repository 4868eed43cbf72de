"""Those who came in each half-year, and how many of them had a first employment within a year."""

import datetime as dt
from dataclasses import dataclass

import numpy as np

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import day_number
from dashboard.analysis.cohort import EMPLOYED, TERMS, cohort_curve
from dashboard.analysis.intervals import Share
from dashboard.domain.period import Period, months_after

WITHIN = TERMS["12"]
COUNT = 6


@dataclass(frozen=True, slots=True)
class HalfYear:
    """The clients enrolled in a calendar half-year.

    Attributes:
        period: its first and last day.
        clients: how many were enrolled.
        share: those whose first employment came within a year, before studies and closure; None until all of
            them have been followed that long.
    """

    period: Period
    clients: int
    share: Share | None


def half_years(basis: Basis) -> tuple[HalfYear, ...]:
    """The last six half-years that had begun by the day, the earliest first.

    Nobody followed for a whole year is lost on the way, so the cohort rate is a plain share of them.
    """
    month = 1 if basis.scope.date.month <= 6 else 7
    begins = dt.date(basis.scope.date.year, month, 1)
    return tuple(_half_year(basis, months_after(begins, -6 * back)) for back in reversed(range(COUNT)))


def _half_year(basis: Basis, first: dt.date) -> HalfYear:
    period = Period(first, months_after(first, 6) - dt.timedelta(days=1))
    enrolled = basis.scope.coded.clients.enrolled
    start, end = day_number(period.first), min(day_number(period.end), basis.on + 1)
    who = basis.scope.has_client & (start <= enrolled) & (enrolled < end)
    count = int(who.sum())
    if day_number(period.last) + WITHIN > basis.on:
        return HalfYear(period, count, None)
    curve = cohort_curve(basis, who)
    employed = int(np.asarray(curve.hits[EMPLOYED - 1, curve.days <= WITHIN]).sum())
    return HalfYear(period, count, Share(employed, count))
