"""Shares and counts with the uncertainty that belongs to them."""

from dataclasses import dataclass
from math import sqrt

Interval = tuple[float, float]

Z95 = 1.959963984540054
"""The normal deviate of a two-sided 95 % interval."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many. Share and interval are None when there is nothing to be a share of."""

    n: int
    of: int

    @property
    def share(self) -> float | None:
        """The fraction."""
        return self.n / self.of if self.of else None

    @property
    def interval(self) -> Interval | None:
        """Wilson's 95 % limits."""
        return wilson(self.n, self.of)


def wilson(n: float, of: int, deviate: float = Z95) -> Interval | None:
    """Wilson's interval of a share (score interval without continuity correction), 95 % by default.

    >>> wilson(0, 2)[1].__round__(4)
    0.6576
    """
    if not of:
        return None
    share, square = n / of, deviate * deviate
    middle = (share + square / (2 * of)) / (1 + square / of)
    reach = deviate / (1 + square / of) * sqrt(share * (1 - share) / of + square / (4 * of * of))
    # The ends are known exactly; arithmetic would miss them by the last digit.
    return (0.0 if n == 0 else middle - reach, 1.0 if n == of else middle + reach)


def newcombe(after: Share, before: Share, deviate: float = Z95) -> Interval | None:
    """Newcombe's interval of the difference after − before (his method 10, from Wilson's limits).

    Returns:
        The limits; None when one of the shares is of nothing.
    """
    late, early = wilson(after.n, after.of, deviate), wilson(before.n, before.of, deviate)
    if late is None or early is None:
        return None
    return difference(after.n / after.of, late, before.n / before.of, early)


def difference(new: float, late: Interval, old: float, early: Interval) -> Interval:
    """The interval of new − old from the limits of each: their reaches are squared and added.

    Newcombe's method, and that of Zou and Donner (2008) for other figures than shares.
    """
    down = sqrt((new - late[0]) ** 2 + (early[1] - old) ** 2)
    up = sqrt((late[1] - new) ** 2 + (old - early[0]) ** 2)
    return new - old - down, new - old + up


def has_changed(after: Share, before: Share) -> bool:
    """Whether a change between periods may be called one: Newcombe's interval excludes 0."""
    limits = newcombe(after, before)
    return limits is not None and (limits[0] > 0 or limits[1] < 0)
