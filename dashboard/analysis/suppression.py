"""What may be published of counts and shares of persons, each by itself: MEASURES.md, "Small numbers".

This is the first of two guards. Whether a hidden cell can be worked out from others is for a whole set of
tables together to tell, and not told here.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from dashboard.analysis.intervals import Share
from dashboard.domain.period import Period, months_after
from dashboard.domain.setting_catalogue import setting_named

State = Literal["shown", "secret", "missing"]

LOWEST_FLOOR = int(setting_named("published_from").lowest)
SMALLEST_BASE = 10
STEP = 5
"""Shares are published in whole steps of so many per cent."""
HALF_YEAR = 6


@dataclass(frozen=True, slots=True)
class PublishedCount:
    """A count as the public sees it; `count` is None unless it is shown."""

    state: State
    count: int | None


@dataclass(frozen=True, slots=True)
class PublishedShare:
    """A share as the public sees it: never its numerator, from which it could be had exactly.

    Attributes:
        state: "shown", "secret", or "missing" when it is a share of nobody.
        per_cent: a multiple of 5; None unless it is shown.
        of: the base by itself.
    """

    state: State
    per_cent: int | None
    of: PublishedCount


@dataclass(frozen=True, slots=True)
class Rule:
    """How small a number is too small.

    Attributes:
        floor: the smallest number of persons that is published.
        zero_tells: whether a zero, too, tells something about someone: that nobody of a known group has what
            is counted. Of a share, its complement's zero tells as much: that everybody has.

    Raises:
        ValueError: when the floor is lower than 5.

    >>> Rule().count(4), Rule().count(5)
    (PublishedCount(state='secret', count=None), PublishedCount(state='shown', count=5))
    """

    floor: int = LOWEST_FLOOR
    zero_tells: bool = False

    def __post_init__(self) -> None:
        if self.floor < LOWEST_FLOOR:
            raise ValueError(f"{self.floor} < {LOWEST_FLOOR}")

    def hides(self, count: int) -> bool:
        """Whether so many persons are too few to publish.

        Raises:
            ValueError: when the count is below zero.
        """
        if count < 0:
            raise ValueError(count)
        return self.zero_tells if count == 0 else count < self.floor

    def count(self, count: int) -> PublishedCount:
        """The count, if it may be published."""
        return PublishedCount("secret", None) if self.hides(count) else PublishedCount("shown", count)

    def share(self, share: Share) -> PublishedShare:
        """The share, unless numerator, complement or base is hidden, or the base is under 10.

        Raises:
            ValueError: when it is more than all of its base.
        """
        parts = (share.n, share.of - share.n, share.of)
        hidden = [self.hides(part) for part in parts]
        base = self.count(share.of)
        if base.count == 0:
            return PublishedShare("missing", None, base)
        if any(hidden) or share.of < SMALLEST_BASE:
            return PublishedShare("secret", None, base)
        return PublishedShare("shown", whole_steps(share), base)


def whole_steps(share: Share) -> int:
    """Per cent of a share of somebody, to the nearest multiple of 5; a half goes up.

    >>> whole_steps(Share(5, 40)), whole_steps(Share(1, 3))
    (15, 35)
    """
    steps = 100 // STEP
    # In whole numbers: 12.5 % must go up whatever its nearest binary fraction is.
    return STEP * ((2 * steps * share.n + share.of) // (2 * share.of))


def half_year(day: dt.date) -> Period:
    """The half of the calendar year that a day is published as.

    >>> half_year(dt.date(2026, 7, 1)).last
    datetime.date(2026, 12, 31)
    """
    first = dt.date(day.year, 1 if day.month <= HALF_YEAR else HALF_YEAR + 1, 1)
    return Period(first, months_after(first, HALF_YEAR) - dt.timedelta(days=1))
