"""The uncertainty of a count per period. By itself, because what it needs is slow to load."""

from scipy.special import gammaincinv

from dashboard.analysis.intervals import Interval

TAIL = 0.025


def poisson(count: int) -> Interval:
    """The exact (Garwood) 95 % interval of a count per period.

    >>> [round(limit, 2) for limit in poisson(10)]
    [4.8, 18.39]
    """
    low = float(gammaincinv(count, TAIL)) if count else 0.0
    return low, float(gammaincinv(count + 1, 1 - TAIL))
