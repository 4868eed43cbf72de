"""The network month by month, from the unit's first tie: marks on the nodes that the browser has."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.analysis.network_state import employer_state
from dashboard.reports.access import Access
from dashboard.reports.network_picture import Picture, latest, looks, neighbourhood, row_marks
from dashboard.reports.network_scope import Known, known, known_of
from dashboard.reports.state import PageState

LONGEST = 120
"""Months at most: ten years."""


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One day of the film.

    Attributes:
        day: the first of a month, or the last day of all.
        alive: how many ties live on it.
        marks: `shown`, `rungs`, `strengths`, `warmths`, `coaches` and `ties`, as in the picture's marks;
            on the ladder `rows` too.
    """

    day: dt.date
    alive: int
    marks: dict[str, Any]


def film(access: Access, page: PageState, drawn: Picture) -> tuple[Frame, ...]:
    """The months of the filters in force; empty when there has never been a tie."""
    last = known(access, latest(page))
    around = neighbourhood(known(access, page), page)
    key = ("film", drawn.marks["view"], drawn.key)
    found: tuple[Frame, ...] = last.results.get(key, lambda: _film(access, latest(page), drawn, last, around))
    return found


def _film(
    access: Access, page: PageState, drawn: Picture, last: Known, around: set[str] | None
) -> tuple[Frame, ...]:
    # The states of the months are used once: kept, they would drive out what people go back to.
    whole = access.scope(page.units, page.programme, page.on)
    return tuple(
        _frame(known_of(employer_state(whole, day, access.definitions), page), page, drawn, around)
        for day in days(last.ties["first_on"], page.on)
    )


def days(first_days: "pd.Series[pd.Timestamp]", last: dt.date) -> Iterator[dt.date]:
    """The first of each month from the one after the first tie, and the last day."""
    if first_days.empty:
        return
    month = first_days.min().to_period("M") + 1
    months = pd.period_range(month, pd.Period(last, "M"), freq="M")[-LONGEST:]
    yield from (day for each in months if (day := each.start_time.date()) < last)
    yield last


def _frame(scope: Known, page: PageState, drawn: Picture, around: set[str] | None) -> Frame:
    nodes = [row[0] for row in drawn.employers]
    there = set((scope.employers if drawn.ladder else scope.tied).index)
    tied = there if around is None else there & around
    shown = [place for place, node in enumerate(nodes) if node in tied]
    _known, lives = scope.state.living(drawn.pairs)
    ties = [place for place in np.flatnonzero(lives).tolist() if nodes[drawn.ties[place][1]] in tied]
    return Frame(
        day=scope.on,
        alive=scope.alive,
        marks={
            **looks(scope, shown, nodes),
            **row_marks(scope, page, around),
            "coaches": sorted({drawn.ties[place][0] for place in ties}),
            "ties": ties,
        },
    )
