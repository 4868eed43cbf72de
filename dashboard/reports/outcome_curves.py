"""Curves as points that can be drawn and told: survival, or the share to whom it has happened."""

from dashboard.analysis.competing import Incidence
from dashboard.analysis.retention import FEWEST_AT_RISK
from dashboard.analysis.survival import Curve
from dashboard.reports.outcome_parts import Point, Value

STEP = 30
"""Days between the rows of a curve's table."""
DRAWN = 48
"""Points of a drawn curve at most, beside its first."""


def last_day(curve: Curve | Incidence) -> int:
    """The last day on which at least five are followed; −1 without any."""
    count = len(curve.lengths)
    return int(curve.lengths[count - FEWEST_AT_RISK]) if count >= FEWEST_AT_RISK else -1


def grid(curve: Curve | Incidence) -> range:
    """The days of the table: every thirty as far as the curve goes."""
    return range(0, last_day(curve) + 1, STEP)


def drawn_days(last: int) -> list[int]:
    """The days at which a curve is drawn, evenly spread, its last one too."""
    if last < 0:
        return []
    step = max(1, -(-last // DRAWN))
    return sorted({*range(0, last + 1, step), last})


def curve_points(curve: Curve, *, rising: bool = False) -> tuple[Point, ...]:
    """A survival curve as points; `rising` is the share to whom it has happened."""
    points = []
    for day in drawn_days(last_day(curve)):
        share, interval = curve.at(day), curve.interval(day)
        if rising:
            share, interval = 1 - share, (1 - interval[1], 1 - interval[0]) if interval else None
        points.append(Point(day, share, interval, curve.followed(day)))
    return tuple(points)


def incidence_points(curve: Incidence, cause: int) -> tuple[Point, ...]:
    """The cumulative incidence of one cause as points."""
    return tuple(
        Point(day, curve.at(day, cause), curve.interval(day, cause), curve.followed(day))
        for day in drawn_days(last_day(curve))
    )


def curve_rows(curve: Curve, day: int, *, rising: bool = False) -> tuple[Value, ...]:
    """Share, limits and how many are followed on a day; the share only as far as the curve goes."""
    followed = curve.followed(day)
    if followed < FEWEST_AT_RISK:
        return None, None, None, followed
    share, (low, high) = curve.at(day), curve.interval(day) or (None, None)
    if rising:
        share = 1 - share
        low, high = (None, None) if low is None or high is None else (1 - high, 1 - low)
    return share, low, high, followed
