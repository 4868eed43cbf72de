"""If a coach is away for some weeks: what others have to do instead, and whether they have the time."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import NOBODY, Codes, Days, Flags
from dashboard.analysis.follow_ups import due_follow_ups, planned_follow_ups
from dashboard.analysis.leaving import heirs_without
from dashboard.analysis.minutes import WEEK, Minutes, available, lengths
from dashboard.analysis.network_state import EmployerState
from dashboard.analysis.standard import expected_follow_ups

WHAT = ("due", "planned", "expected")
"""What is to be done; its code is the place in this list."""
DUE, PLANNED, EXPECTED = range(len(WHAT))


@dataclass(frozen=True, slots=True, eq=False)
class ToDo:
    """One place a follow-up that waits, is planned, or that the standard asks for.

    Attributes:
        what: its place in WHAT.
        row: its row in the world's follow-ups; of one that the standard asks for, the spell's code.
        placement: the row of its placement; of one that the standard asks for, the spell's last row.
        coach: whose it is.
        day: the day it is for.
        minutes: how long it takes.
    """

    what: Codes
    row: Codes
    placement: Codes
    coach: Codes
    day: Days
    minutes: Minutes

    def only(self, wanted: Flags | Codes) -> "ToDo":
        """Some of them, or all in another order."""
        return ToDo(
            self.what[wanted],
            self.row[wanted],
            self.placement[wanted],
            self.coach[wanted],
            self.day[wanted],
            self.minutes[wanted],
        )


@dataclass(frozen=True, slots=True)
class HeirWeek:
    """The ISO week of a coach who stays, in minutes.

    Attributes:
        coach: the coach's code.
        monday: the number of the week's first day.
        own: what she has of her own; in the first week what waits, too.
        taken: what she takes over.
        available: the time there is.
    """

    coach: int
    monday: int
    own: float
    taken: float
    available: float

    @property
    def total(self) -> float:
        """All that is to be done."""
        return self.own + self.taken

    @property
    def goes_over(self) -> bool:
        """Whether she takes something over and has more to do than time."""
        return self.taken > 0 and self.total > self.available

    @property
    def was_over(self) -> bool:
        """Whether she had more to do than time without it, too."""
        return self.own > self.available


@dataclass(frozen=True, slots=True, eq=False)
class Absence:
    """What happens while a coach is away.

    Attributes:
        coach: the coach's code.
        first: the first day away.
        end: the first day back.
        moved: what others do instead: what waits first, then by day.
        heir: who would do each of them; NOBODY when nobody is left.
        by_tie: whether that is because of a tie to the employer, and not only the lowest caseload.
        weeks: the weeks of those who stay, by coach and week.
    """

    coach: int
    first: int
    end: int
    moved: ToDo
    heir: Codes
    by_tie: Flags
    weeks: tuple[HeirWeek, ...]


def to_do(basis: Basis, until: int) -> ToDo:
    """What waits on the day, and what is planned or expected after it up to another."""
    rows, placed = basis.scope.coded.follow_ups, basis.scope.coded.placements
    takes = lengths(basis)
    due = np.flatnonzero(due_follow_ups(basis.scope, basis.spells, basis.definitions))
    ahead = np.flatnonzero(planned_follow_ups(basis) & (rows.planned <= until))
    own = np.concatenate([due, ahead])
    spell, day = expected_follow_ups(basis, until)
    last = basis.spells.last_row[spell]
    return ToDo(
        what=np.repeat([DUE, PLANNED, EXPECTED], [len(due), len(ahead), len(spell)]),
        row=np.concatenate([own, spell]),
        placement=np.concatenate([rows.placement[own], last]),
        coach=np.concatenate([rows.coach[own], placed.coach[last]]),
        day=np.concatenate([rows.planned[own], day]),
        minutes=np.concatenate([takes.of_row[own], np.full(len(spell), takes.usual)]),
    )


def if_coach_is_away(basis: Basis, state: EmployerState, coach: int, first: int, weeks: int) -> Absence:
    """Give what a coach cannot do to those who stay, as when a coach leaves.

    What waits on the day is counted as not done before she goes, in the first week. What is planned for a
    day away, and what the standard asks for on one, goes to the coach with the strongest tie to the employer,
    else to the one with the lowest caseload per full-time post.

    Args:
        basis: the selection on the day.
        state: the same selection's employers and coaches.
        coach: the code of the coach who is away.
        first: the number of the first day away; the day itself when it is earlier.
        weeks: for how many weeks.
    """
    first = max(first, basis.on)
    end = first + weeks * WEEK
    mondays = np.arange(_monday(first), end, WEEK)
    everything = to_do(basis, int(mondays[-1]) + WEEK - 1)
    begins = (everything.what == DUE) | (everything.day >= first)
    moved = everything.only((everything.coach == coach) & begins & (everything.day < end))
    moved = moved.only(np.lexsort((moved.row, moved.day, moved.what != DUE)))
    heir, by_tie = _heirs(basis, state, coach, moved)
    stay = everything.only(everything.coach != coach)
    return Absence(coach, first, end, moved, heir, by_tie, _weeks(basis, stay, moved, heir, mondays))


def _monday(day: int) -> int:
    # 1 January 1970 was a Thursday.
    return day - (day + 3) % WEEK


def _heirs(basis: Basis, state: EmployerState, coach: int, moved: ToDo) -> tuple[Codes, Flags]:
    world = basis.scope.coded.world
    coaches = pd.Index(world.coaches["coach_id"])
    employers = pd.Index(world.placements["employer_id"].array.take(moved.placement))
    found = heirs_without(state, (str(coaches[coach]),), employers)
    by_tie = (found["heir_reason"] == "tie").to_numpy(dtype=bool)
    return coaches.get_indexer(pd.Index(found["heir"])).astype(np.int64), by_tie


def _weeks(basis: Basis, stay: ToDo, moved: ToDo, heir: Codes, mondays: Days) -> tuple[HeirWeek, ...]:
    """The weeks of the coaches who take something over."""
    own = _by_week(stay, stay.coach, mondays, len(basis.scope.has_coach))
    taken = _by_week(moved, heir, mondays, len(basis.scope.has_coach))
    who = np.flatnonzero(taken.any(axis=1))
    return tuple(
        HeirWeek(
            int(coach),
            int(monday),
            float(own[coach, place]),
            float(taken[coach, place]),
            float(available(basis, np.array([coach]), np.array([monday]))[0]),
        )
        for coach in who
        for place, monday in enumerate(mondays)
    )


def _by_week(
    rows: ToDo, coach: Codes, mondays: Days, coaches: int
) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    """Minutes by coach and week; what waits, in the first week."""
    week = np.where(rows.what == DUE, 0, (rows.day - mondays[0]) // WEEK)
    inside = (coach != NOBODY) & (week >= 0) & (week < len(mondays))
    cell = coach[inside] * len(mondays) + week[inside]
    summed = np.bincount(cell, weights=rows.minutes[inside], minlength=coaches * len(mondays))
    return summed.astype(np.float64, copy=False).reshape(coaches, len(mondays))
