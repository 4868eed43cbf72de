"""Months: how long a stretch of days is, and how many months of work persons had in a period."""

import numpy as np
from numpy.typing import NDArray

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import Codes, Days, Flags

Months = NDArray[np.float64]


def months_between(start: Days, end: Days) -> Months:
    """The months of the days start ≤ d < end: each day is one part of its own calendar month.

    A whole calendar month is 1 however long it is; 16 days of March are 16/31.

    >>> days = np.array(["2026-03-16", "2026-05-01"], dtype="datetime64[D]").astype(np.int64)
    >>> months_between(days[:1], days[1:]).round(4).tolist()
    [1.5161]
    """
    return _month_number(end) - _month_number(start)


def months_of_period(basis: Basis) -> float:
    """The months of the period as far as it has come on the day."""
    first, end = np.array([basis.first]), np.array([max(basis.first, basis.end)])
    return float(months_between(first, end)[0])


def person_months(basis: Basis) -> float:
    """The months in work that the selection's clients had in the period: M in "Cost and benefit".

    Of each employment spell the days from its start to the day before its end, within the period and on or
    before the day. Of a client with two employments at once, each day counts once.
    """
    spells = basis.spells
    jobs = np.flatnonzero(basis.employments & basis.runs_within(spells.start, spells.end))
    jobs = jobs[np.lexsort((spells.start[jobs], spells.client[jobs]))]
    start = np.maximum(spells.start[jobs], basis.first)
    end = np.minimum(spells.end[jobs], basis.end)
    taken = _taken_until(spells.client[jobs], end)
    begins = np.maximum(start, taken)
    return float(months_between(begins, np.maximum(begins, end)).sum())


def _taken_until(client: Codes, end: Days) -> Days:
    """The latest end among each client's earlier spells; 0 for the first."""
    first: Flags = np.append(True, client[1:] != client[:-1])[: len(client)]
    # Each client is lifted above all earlier ones, so that one running maximum does for all.
    lift = np.cumsum(first) * (1 + int(end.max(initial=0)))
    latest = np.maximum.accumulate(end + lift) - lift
    return np.where(first, 0, np.append(0, latest[:-1])[: len(end)])


def _month_number(days: Days) -> Months:
    """A day as a number of months since 1970, with the part of its month that has passed before it."""
    day = np.asarray(days, dtype=np.int64).astype("datetime64[D]")
    month = day.astype("datetime64[M]")
    begins = month.astype("datetime64[D]")
    length = (month + 1).astype("datetime64[D]") - begins
    passed: Months = (day - begins).astype(np.int64) / length.astype(np.int64)
    return month.astype(np.int64) + passed
