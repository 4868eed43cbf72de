"""Time until the first of several things that exclude each other: Aalen and Johansen's estimate."""

from dataclasses import dataclass
from math import exp, log, sqrt

import numpy as np
from numpy.typing import NDArray

from dashboard.analysis.coded import Codes, Days
from dashboard.analysis.intervals import Z95, Interval

CENSORED = 0
"""The cause of one to whom nothing has happened yet."""


@dataclass(frozen=True, slots=True, eq=False)
class Incidence:
    """How the share to whom each thing has happened grows.

    Attributes:
        days: the days on which something happened, rising.
        shares: one row a cause (1, 2, …), one column a day: the share to whom that had happened first.
        lengths: how long each was followed, sorted.
        at_risk: how many something could still happen to on each of those days.
        hits: one row a cause, one column a day: to how many it happened.
    """

    days: Days
    shares: NDArray[np.float64]
    lengths: Days
    at_risk: Codes
    hits: NDArray[np.float64]

    def at(self, day: int, cause: int) -> float:
        """The share to whom a cause had come first by the end of a day."""
        place = int(np.searchsorted(self.days, day, side="right"))
        return float(self.shares[cause - 1, place - 1]) if place else 0.0

    def followed(self, day: int) -> int:
        """At risk on a day: those with a length of at least so many days."""
        return len(self.lengths) - int(np.searchsorted(self.lengths, day, side="left"))

    def interval(self, day: int, cause: int) -> Interval | None:
        """Log-log 95 % limits of the share by the end of a day; None where it is 0 or 1.

        The variance is the delta method's, which without anybody lost is that of a plain share.
        """
        share = self.at(day, cause)
        if not 0 < share < 1:
            return None
        place = int(np.searchsorted(self.days, day, side="right"))
        risk, own = self.at_risk[:place], self.hits[cause - 1, :place]
        every, to_come = self.hits[:, :place].sum(axis=0), share - self.shares[cause - 1, :place]
        before = np.append(1.0, 1.0 - self.shares.sum(axis=0))[:place]
        # When the last ones at risk all go on one day nothing is to come, and their part is nothing.
        stays = np.maximum(risk - every, 1)
        variance = (
            to_come**2 * every / (risk * stays)
            + before**2 * own * (risk - own) / risk**3
            - 2 * to_come * before * own / risk**2
        ).sum()
        reach = Z95 * sqrt(max(0.0, float(variance))) / (share * abs(log(share)))
        return share ** exp(reach), share ** exp(-reach)


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
    return Incidence(days, np.cumsum(before * hits / at_risk, axis=1), ordered, at_risk, hits)
