"""Time until something happens, when for some it has not happened yet: Kaplan and Meier's curve."""

from dataclasses import dataclass
from math import exp, log, sqrt

import numpy as np
from numpy.typing import NDArray

from dashboard.analysis.coded import Codes, Days, Flags
from dashboard.analysis.intervals import Z95, Interval

Shares = NDArray[np.float64]

COMPARED_DECIMALS = 12
"""A product of fractions is compared with one half after rounding: ½ must not become 0.5000000000000001."""


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """Kaplan and Meier's curve.

    Attributes:
        lengths: how long each was followed, sorted.
        days: the days on which it happened to someone, rising.
        at_risk: how many it could still happen to on each of those days.
        events: to how many it happened.
        survival: the share it had not happened to after each of those days.
    """

    lengths: Days
    days: Days
    at_risk: Codes
    events: Codes
    survival: Shares

    def at(self, day: int) -> float:
        """The share it had not happened to by the end of a day."""
        place = int(np.searchsorted(self.days, day, side="right"))
        return float(self.survival[place - 1]) if place else 1.0

    def followed(self, day: int) -> int:
        """At risk on a day: those with a length of at least so many days."""
        return len(self.lengths) - int(np.searchsorted(self.lengths, day, side="left"))

    def interval(self, day: int, deviate: float = Z95) -> Interval | None:
        """Log-log limits of the share on a day, 95 % when not said otherwise; None where it is 0 or 1."""
        place = int(np.searchsorted(self.days, day, side="right"))
        share = self.at(day)
        if place == 0 or not 0 < share < 1:
            return None
        risk, events = self.at_risk[:place], self.events[:place]
        greenwood = float((events / (risk * (risk - events))).sum())
        reach = deviate * sqrt(greenwood) / abs(log(share))
        return share ** exp(reach), share ** exp(-reach)

    def median(self) -> int | None:
        """The first day on which the curve is at most one half; None when it never is."""
        low = np.flatnonzero(np.round(self.survival, COMPARED_DECIMALS) <= 0.5)
        return int(self.days[low[0]]) if len(low) else None

    def median_limits(self) -> tuple[int | None, int | None]:
        """The first days on which the lower and the upper limit of the curve are at most one half.

        Brookmeyer and Crowley's (1982) 95 % interval of the median; None where a limit never comes so low.
        """
        found: list[int | None] = []
        for end in (0, 1):
            limits = ((day, self.interval(day)) for day in map(int, self.days))
            low = (day for day, pair in limits if (pair[end] if pair else self.at(day)) <= 0.5)
            found.append(next(low, None))
        return found[0], found[1]


def kaplan_meier(lengths: Days, happened: Flags) -> Curve:
    """The curve of how long it takes.

    Args:
        lengths: days until it happened, or until nothing more is known.
        happened: which of the two. Who is lost on a day is still at risk on it.
    """
    ordered = np.sort(lengths)
    days, events = np.unique(lengths[happened], return_counts=True)
    at_risk = len(ordered) - np.searchsorted(ordered, days, side="left")
    return Curve(ordered, days, at_risk, events, np.cumprod(1.0 - events / at_risk, dtype=np.float64))
