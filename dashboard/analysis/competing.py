"""Time until the first of several things that exclude each other: Aalen and Johansen's estimate."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dashboard.analysis.coded import Codes, Days

CENSORED = 0
"""The cause of one to whom nothing has happened yet."""


@dataclass(frozen=True, slots=True, eq=False)
class Incidence:
    """How the share to whom each thing has happened grows.

    Attributes:
        days: the days on which something happened, rising.
        shares: one row a cause (1, 2, …), one column a day: the share to whom that had happened first.
    """

    days: Days
    shares: NDArray[np.float64]

    def at(self, day: int, cause: int) -> float:
        """The share to whom a cause had come first by the end of a day."""
        place = int(np.searchsorted(self.days, day, side="right"))
        return float(self.shares[cause - 1, place - 1]) if place else 0.0


def aalen_johansen(lengths: Days, causes: Codes, count: int) -> Incidence:
    """Cumulative incidence of competing causes.

    Args:
        lengths: days until the first of them, or until nothing more is known.
        causes: which of them, from 1 to `count`; CENSORED for none yet.
        count: how many causes there are.
    """
    ordered = np.sort(lengths)
    days = np.unique(lengths[causes != CENSORED])
    at_risk = len(ordered) - np.searchsorted(ordered, days, side="left")
    hits = np.zeros((count, len(days)))
    for cause in range(1, count + 1):
        hits[cause - 1] = np.bincount(np.searchsorted(days, lengths[causes == cause]), minlength=len(days))
    left = np.cumprod(1 - hits.sum(axis=0) / at_risk)
    before = np.concatenate([[1.0], left[:-1]]) if len(days) else left
    return Incidence(days, np.cumsum(before * hits / at_risk, axis=1))
