"""How often we have been in touch with an employer, quarter by quarter."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

QUARTERS = 8
MOST_SERIES = 4


@dataclass(frozen=True, slots=True)
class Quarter:
    """Interactions of one calendar quarter.

    Attributes:
        year: the year.
        quarter: 1–4.
        by_coach: one count for each of the series' coaches, in their order.
        so_far: whether the quarter had not ended on the day.
    """

    year: int
    quarter: int
    by_coach: tuple[int, ...]
    so_far: bool

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.by_coach)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Interactions by quarter and coach.

    Attributes:
        series: names of the coaches, most interactions first; None is everybody else.
        quarters: the last two years, oldest first.
    """

    series: tuple[str | None, ...]
    quarters: tuple[Quarter, ...]

    @property
    def total(self) -> int:
        """All interactions of the two years."""
        return sum(quarter.total for quarter in self.quarters)

    @property
    def busiest(self) -> Quarter:
        """The quarter with the most interactions, the latest of several."""
        return max(reversed(self.quarters), key=lambda quarter: quarter.total)


def contact_rhythm(interactions: Sequence[tuple[dt.date, str | None]], on: dt.date) -> Rhythm:
    """Count interactions by quarter; the coaches past the first few are counted together.

    Args:
        interactions: the day and the coach's name of each; None without a coach.
        on: the last day; its quarter is the last one.
    """
    last = _number(on)
    lately = [(_number(day), coach) for day, coach in interactions if last - QUARTERS < _number(day) <= last]
    series = _series([coach for _quarter, coach in lately])
    held = [(quarter, coach if coach in series else None) for quarter, coach in lately]
    return Rhythm(
        series=series,
        quarters=tuple(
            Quarter(
                year=number // 4,
                quarter=number % 4 + 1,
                by_coach=tuple(held.count((number, name)) for name in series),
                so_far=number == last,
            )
            for number in range(last - QUARTERS + 1, last + 1)
        ),
    )


def _number(day: dt.date) -> int:
    return day.year * 4 + (day.month - 1) // 3


def _series(coaches: Sequence[str | None]) -> tuple[str | None, ...]:
    names = [name for name in coaches if name]
    ranked = sorted(set(names), key=lambda name: (-names.count(name), name))
    if None not in coaches and len(ranked) <= MOST_SERIES:
        return tuple(ranked)
    return (*ranked[: MOST_SERIES - 1], None)
