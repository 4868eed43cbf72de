"""The load in minutes, against the time that there is: behind, and twelve weeks ahead."""

from dataclasses import dataclass

import numpy as np

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import NOBODY, Codes, Days
from dashboard.analysis.load import FIGURES, WEEKS, Occasions, load, load_window
from dashboard.analysis.minutes import WEEK, Minutes, available

Table = np.ndarray[tuple[int, int], np.dtype[np.float64]]


@dataclass(frozen=True, slots=True, eq=False)
class LoadMinutes:
    """The rows of `load` in minutes; `available` is the time that the coach has for follow-ups that week."""

    coach: Codes
    monday: Days
    done: Minutes
    due: Minutes
    planned: Minutes
    expected: Minutes
    available: Minutes

    @property
    def total(self) -> Minutes:
        """What was done, and what waits or is to come."""
        return self.done + self.due + self.planned + self.expected


@dataclass(frozen=True, slots=True)
class WeekAhead:
    """One of the twelve ISO weeks after the one that holds the day.

    Attributes:
        monday: its first day.
        planned: minutes of planned follow-ups, those that no coach has too.
        expected: minutes that the standard asks for besides.
        available: minutes that the selection's coaches have together.
        over: how many coaches have more to do than time.
    """

    monday: int
    planned: float
    expected: float
    available: float
    over: int

    @property
    def total(self) -> float:
        """What is to be done."""
        return self.planned + self.expected


@dataclass(frozen=True, slots=True)
class Forecast:
    """What waits, and the twelve weeks.

    Attributes:
        waiting: minutes of the follow-ups that are due on the day.
        weeks: the weeks in order.
    """

    waiting: float
    weeks: tuple[WeekAhead, ...]

    @property
    def total(self) -> float:
        """Minutes planned or expected."""
        return sum(week.total for week in self.weeks)

    @property
    def available(self) -> float:
        """Minutes that there are."""
        return sum(week.available for week in self.weeks)

    @property
    def fullest(self) -> WeekAhead | None:
        """The first of the weeks with the most to do; None when there is nothing to do."""
        week = max(self.weeks, key=lambda week: week.total)
        return week if week.total else None


def load_in_minutes(basis: Basis, figures: dict[str, Occasions]) -> LoadMinutes:
    """Minutes for each coach and week with a figure: MEASURES.md, "Load"."""
    rows = load(basis, figures)
    summed = {name: _table(basis, figures[name]) for name in FIGURES}
    week = (rows.monday - load_window(basis)[0]) // WEEK
    done, due, planned, expected = (summed[name][rows.coach, week] for name in FIGURES)
    return LoadMinutes(
        rows.coach, rows.monday, done, due, planned, expected, available(basis, rows.coach, rows.monday)
    )


def forecast(basis: Basis, figures: dict[str, Occasions]) -> Forecast:
    """The weeks to come for the whole selection."""
    end = load_window(basis)[1]
    mondays = np.arange(end - WEEKS * WEEK, end, WEEK)
    planned, expected = (_table(basis, figures[name])[:, -WEEKS:] for name in ("planned", "expected"))
    everybody = np.arange(len(basis.scope.has_coach))
    has = np.stack([available(basis, everybody, np.full_like(everybody, day)) for day in mondays], axis=1)
    # The last row is work that no coach has: it is to be done, and nobody's time is exceeded.
    over = (planned + expected)[:NOBODY] > has
    has = has[basis.scope.has_coach]
    return Forecast(
        float(figures["due"].minutes.sum()),
        tuple(
            WeekAhead(
                int(monday),
                float(planned[:, week].sum()),
                float(expected[:, week].sum()),
                float(has[:, week].sum()),
                int(over[:, week].sum()),
            )
            for week, monday in enumerate(mondays)
        ),
    )


def _table(basis: Basis, rows: Occasions) -> Table:
    """Minutes by coach and week of the window; what no coach has, in the last row."""
    first, end = load_window(basis)
    weeks = (end - first) // WEEK
    coaches = len(basis.scope.has_coach) + 1
    inside = (first <= rows.day) & (rows.day < end)
    row = np.where(rows.coach == NOBODY, coaches - 1, rows.coach)[inside]
    cell = row * weeks + (rows.day[inside] - first) // WEEK
    summed = np.bincount(cell, weights=rows.minutes[inside], minlength=coaches * weeks)
    table: Table = summed.astype(np.float64, copy=False).reshape(coaches, weeks)
    return table
