"""The load by coach and week: how much of the time for follow-ups is taken, behind and ahead."""

from dataclasses import dataclass

import numpy as np

from dashboard.analysis.coded import NOBODY
from dashboard.analysis.load import WEEKS, load_window
from dashboard.analysis.load_minutes import WeekAhead
from dashboard.analysis.minutes import WEEK, available
from dashboard.reports.follow_ground import FollowGround

STEPS = (0.5, 0.8, 1.0)
"""Parts of the time from which a cell is drawn darker."""


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One coach's ISO week: how many follow-ups, and minutes against the time there is.

    Attributes:
        monday: the number of the week's first day.
        done: follow-ups done in it.
        due: follow-ups that wait, planned for it.
        overdue: those of them planned before the day.
        planned: follow-ups planned in it after the day.
        expected: days on which the standard asks for one besides.
        minutes: what all of them take.
        available: minutes that the coach has for follow-ups that week.
    """

    monday: int
    done: int
    due: int
    overdue: int
    planned: int
    expected: int
    minutes: float
    available: float

    @property
    def part(self) -> float | None:
        """The part of the time that is taken; None without any time."""
        return self.minutes / self.available if self.available else None

    @property
    def is_over(self) -> bool:
        """Whether there is more to do than time."""
        return self.minutes > self.available

    @property
    def level(self) -> int:
        """How dark it is drawn: 0 for nothing, 4 for more than there is time for."""
        if not self.minutes:
            return 0
        if self.is_over:
            return 4
        return 1 + sum((self.part or 0.0) >= step for step in STEPS[:2])

    @property
    def figure(self) -> str:
        """The figure whose rows the cell opens on: what calls for somebody first."""
        if self.due:
            return "due"
        return next((name for name in ("planned", "expected") if getattr(self, name)), "done")


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One coach: what waits, and a cell for each week.

    Attributes:
        coach_id: the coach's key.
        name: her name.
        due: how many follow-ups wait, however old.
        overdue: those of them that are late.
        planned_next: planned within four weeks.
        expected_next: expected besides within four weeks.
        cells: one a week, all of them.
    """

    coach_id: str
    name: str
    due: int
    overdue: int
    planned_next: int
    expected_next: int
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class Heat:
    """The whole picture: the Mondays of the weeks, the one that holds the day, and a row a coach."""

    mondays: tuple[int, ...]
    now: int
    rows: tuple[HeatRow, ...]

    def ahead(self, row: HeatRow) -> tuple[HeatCell, ...]:
        """The cells of a row for the twelve weeks to come."""
        return tuple(cell for cell in row.cells if cell.monday > self.now)


def heat(page: FollowGround) -> Heat:
    """A row for each coach of the selection who works or has anything to do; one alone when one is chosen."""
    basis, waits = page.ground.basis, page.loads.waits
    first, end = load_window(basis)
    mondays = np.arange(first, end, WEEK)
    shown = set(waits.coach.tolist()) | set(page.loads.counts.coach.tolist())
    codes = [code for code in sorted(shown) if page.page.coach in (None, page.coach_ids.iloc[code])]
    cells = _cells(page, mondays)
    rows = [_row(page, code, cells) for code in codes]
    rows.sort(key=lambda row: (row.name.casefold(), row.coach_id))
    return Heat(tuple(mondays.tolist()), first + WEEKS * WEEK, tuple(rows))


def weeks_ahead(page: FollowGround) -> tuple[WeekAhead, ...]:
    """The twelve weeks to come: of the coach that is chosen, else of the whole selection."""
    if page.page.coach is None:
        return page.loads.ahead.weeks
    found, minutes = heat(page), page.loads.minutes
    code = int(np.flatnonzero(page.coach_ids == page.page.coach)[0])
    amounts = {
        int(monday): (float(planned), float(expected))
        for coach, monday, planned, expected in zip(
            minutes.coach, minutes.monday, minutes.planned, minutes.expected, strict=True
        )
        if coach == code
    }
    weeks = []
    for monday in found.mondays[-WEEKS:]:
        planned, expected = amounts.get(monday, (0.0, 0.0))
        time = float(available(page.ground.basis, np.array([code]), np.array([monday]))[0])
        weeks.append(WeekAhead(monday, planned, expected, time, int(planned + expected > time)))
    return tuple(weeks)


def waiting_minutes(page: FollowGround) -> float:
    """Minutes of what waits: of the coach that is chosen, else of the whole selection."""
    due = page.loads.figures["due"]
    if page.page.coach is None:
        return float(due.minutes.sum())
    ids = np.append(page.coach_ids.to_numpy() == page.page.coach, False)
    return float(due.minutes[ids[due.coach]].sum())


def _cells(
    page: FollowGround, mondays: "np.ndarray[tuple[int], np.dtype[np.int64]]"
) -> dict[int, tuple[HeatCell, ...]]:
    """The weeks of each coach by code."""
    counts, minutes, basis = page.loads.counts, page.loads.minutes, page.ground.basis
    late = _overdue(page)
    total = minutes.total
    by_place = {
        (coach, monday): (done, due, late.get((coach, monday), 0), planned, expected, taken)
        for coach, monday, done, due, planned, expected, taken in zip(
            *(column.tolist() for column in (counts.coach, counts.monday, counts.done, counts.due)),
            *(column.tolist() for column in (counts.planned, counts.expected, total)),
            strict=True,
        )
    }
    coaches = np.arange(len(page.coach_ids))
    time = np.stack([available(basis, coaches, np.full_like(coaches, day)) for day in mondays], axis=1)
    nothing = (0, 0, 0, 0, 0, 0.0)
    return {
        code: tuple(
            HeatCell(monday, *by_place.get((code, monday), nothing), available=float(time[code, place]))
            for place, monday in enumerate(mondays.tolist())
        )
        for code in coaches.tolist()
    }


def _overdue(page: FollowGround) -> dict[tuple[int, int], int]:
    due, on = page.loads.figures["due"], page.ground.basis.on
    first, _end = load_window(page.ground.basis)
    late = (due.coach != NOBODY) & (due.day < on) & (due.day >= first)
    found: dict[tuple[int, int], int] = {}
    for coach, day in zip(due.coach[late].tolist(), due.day[late].tolist(), strict=True):
        place = (coach, day - (day - first) % WEEK)
        found[place] = found.get(place, 0) + 1
    return found


def _row(page: FollowGround, code: int, cells: dict[int, tuple[HeatCell, ...]]) -> HeatRow:
    waits = page.loads.waits
    place = np.flatnonzero(waits.coach == code)
    due, overdue, planned, expected = (
        int(column[place[0]]) if len(place) else 0
        for column in (waits.due, waits.overdue, waits.planned_next, waits.expected_next)
    )
    return HeatRow(
        str(page.coach_ids.iloc[code]), page.name(code), due, overdue, planned, expected, cells[code]
    )
