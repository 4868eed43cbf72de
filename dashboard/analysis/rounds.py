"""Rounds of admission: those who were enrolled together, and what had become of them after a year."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import Codes, Days, Flags, day_number
from dashboard.analysis.cohort import EMPLOYED, STUDYING, TERMS, cohort_clients, cohort_curve
from dashboard.analysis.intervals import Share
from dashboard.domain.period import Period, months_after

WITHIN = TERMS["12"]
TOGETHER = 4
"""So many enrolled on one day are a round."""
MOST = 12
"""The newest rounds; earlier ones are left out."""
_EPOCH = dt.date(1970, 1, 1)


@dataclass(frozen=True, slots=True, eq=False)
class Round:
    """Those who were enrolled together.

    Attributes:
        period: the first and the last day of enrolment.
        who: one flag a client of the world.
    """

    period: Period
    who: Flags

    @property
    def clients(self) -> int:
        """How many they are."""
        return int(self.who.sum())


@dataclass(frozen=True, slots=True, eq=False)
class Rounds:
    """The rounds, the earliest first.

    Attributes:
        by_day: whether a round is one day of admission; else it is a calendar half-year.
        rounds: each of them.
        outside: clients of the same time who were enrolled on other days.
    """

    by_day: bool
    rounds: tuple[Round, ...]
    outside: int


@dataclass(frozen=True, slots=True)
class WithinAYear:
    """Of a round: those whose first employment, or studies, came within a year and before the other."""

    work: Share
    studies: Share


def rounds(basis: Basis) -> Rounds:
    """The rounds of the clients whom the cohort rate follows.

    A course takes in its clients on fixed days: when at least half of the clients were enrolled on a day with
    at least four, each such day is a round. Otherwise the half-years are.
    """
    clients, enrolled = cohort_clients(basis), basis.scope.coded.clients.enrolled
    days, counts = np.unique(enrolled[clients], return_counts=True)
    starts = days[counts >= TOGETHER]
    on_starts = clients & np.isin(enrolled, starts)
    if len(starts) > 1 and 2 * int(on_starts.sum()) >= int(clients.sum()):
        made = tuple(_on_day(clients, enrolled, int(day)) for day in starts[-MOST:])
        return Rounds(by_day=True, rounds=made, outside=int((clients & ~on_starts).sum()))
    return Rounds(by_day=False, rounds=tuple(_half_years(basis, clients, days)), outside=0)


def within_a_year(basis: Basis, one: Round) -> WithinAYear | None:
    """What had become of a round a year after enrolment; None until all of it has been followed so long.

    Nobody followed for a whole year is lost on the way, so the cohort rate is a plain share of them.
    """
    if day_number(one.period.last) + WITHIN > basis.on:
        return None
    curve = cohort_curve(basis, one.who)
    early = curve.days <= WITHIN
    work, studies = (_hits(curve.hits[cause - 1, early]) for cause in (EMPLOYED, STUDYING))
    return WithinAYear(Share(work, one.clients), Share(studies, one.clients))


def _hits(hits: Codes) -> int:
    return int(np.asarray(hits).sum())


def _on_day(clients: Flags, enrolled: Days, number: int) -> Round:
    day = _EPOCH + dt.timedelta(days=number)
    return Round(Period(day, day), clients & (enrolled == number))


def _half_years(basis: Basis, clients: Flags, days: Days) -> Iterator[Round]:
    if not len(days):
        return
    enrolled = basis.scope.coded.clients.enrolled
    earliest = _EPOCH + dt.timedelta(days=int(days[0]))
    first = dt.date(earliest.year, 1 if earliest.month <= 6 else 7, 1)
    while first <= basis.scope.date:
        following = months_after(first, 6)
        last = min(following - dt.timedelta(days=1), basis.scope.date)
        who = clients & (day_number(first) <= enrolled) & (enrolled < day_number(following))
        if who.any():
            yield Round(Period(first, last), who)
        first = following
