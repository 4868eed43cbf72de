"""What happens to the load if a coach is away: who would take over what, and whether they have the time."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from dashboard.analysis.away import WHAT, Absence, HeirWeek, if_coach_is_away
from dashboard.analysis.coded import NOBODY, day_number
from dashboard.domain.access import Role
from dashboard.reports.follow_ground import FollowGround

EPOCH = dt.date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class MovedRow:
    """A follow-up that somebody else would do, as far as the person may see whom it is about.

    Attributes:
        what: a key of WHAT.
        on: the day it is for.
        client: the client's key; empty for one that the person may not see.
        employer_id: the employer's key; empty for studies.
        employer: its name.
        heir: the name of who would do it; empty when nobody is left.
        by_tie: whether that is because of a tie to the employer.
        minutes: how long it takes.
    """

    what: str
    on: dt.date
    client: str
    employer_id: str
    employer: str
    heir: str
    by_tie: bool
    minutes: float


@dataclass(frozen=True, slots=True)
class AwayAnswer:
    """What is asked, and what it comes to.

    Attributes:
        coach_id: who would be away; empty when nobody works on the day.
        name: her name.
        first: the first day away.
        end: the first day back.
        number_of_weeks: for how long.
        counts: how many of each kind would be moved.
        minutes: what they take together.
        left: how many of them nobody is left to do.
        rows: those that the person may see.
        hidden: how many she may not.
        heirs: the coaches who would take something over by name, with their weeks, the one with most first.
    """

    coach_id: str
    name: str
    first: dt.date
    end: dt.date
    number_of_weeks: int
    counts: Mapping[str, int]
    minutes: float
    left: int
    rows: tuple[MovedRow, ...]
    hidden: int
    heirs: tuple[tuple[str, tuple[HeirWeek, ...]], ...]

    @property
    def total(self) -> int:
        """How many would be moved."""
        return sum(self.counts.values())

    @property
    def over(self) -> tuple[tuple[str, tuple[HeirWeek, ...]], ...]:
        """Who would have more to do than time, with the weeks in which she would."""
        found = ((name, tuple(week for week in weeks if week.goes_over)) for name, weeks in self.heirs)
        return tuple((name, weeks) for name, weeks in found if weeks)


def who_is_away(page: FollowGround) -> str:
    """The coach that the address names, else the reader herself, else the one with most to do; or nobody."""
    working = page.ground.scope.works
    ids = page.coach_ids
    own = page.ground.access.viewer
    for asked in (page.page.away, page.page.coach, own.coach_id if own.role is Role.COACH else None):
        place = np.flatnonzero(ids == asked)
        if asked is not None and len(place) and working[place[0]]:
            return asked
    waits = page.loads.waits
    most = [
        (int(due + planned + expected), -int(coach))
        for coach, due, planned, expected in zip(
            waits.coach, waits.due, waits.planned_next, waits.expected_next, strict=True
        )
        if working[coach]
    ]
    return str(ids.iloc[-max(most)[1]]) if most else ""


def absence(page: FollowGround) -> Absence | None:
    """The absence that the address asks about; None when nobody works on the day."""
    coach_id = who_is_away(page)
    if not coach_id:
        return None
    state = page.page
    first = max(state.away_from or state.on, state.on)
    units = tuple(sorted(set(state.units)))
    key = ("absence", units, state.programme, state.on, state.period, coach_id, first, state.weeks)
    code = int(np.flatnonzero(page.coach_ids == coach_id)[0])
    ground = page.ground
    found: Absence = ground.access.cached(
        key,
        lambda _snapshot: if_coach_is_away(ground.basis, ground.state, code, day_number(first), state.weeks),
    )
    return found


def away_answer(page: FollowGround) -> AwayAnswer | None:
    """The same in names and days, as far as the person may see them."""
    found = absence(page)
    if found is None:
        return None
    moved = found.moved
    rows, seen = _rows(page, found), page.ground.sees[_clients(page, found)]
    by_coach: dict[int, list[HeirWeek]] = {}
    for week in found.weeks:
        by_coach.setdefault(week.coach, []).append(week)
    ordered = sorted(by_coach.items(), key=lambda one: (-sum(week.taken for week in one[1]), one[0]))
    return AwayAnswer(
        coach_id=str(page.coach_ids.iloc[found.coach]),
        name=page.name(found.coach),
        first=_date(found.first),
        end=_date(found.end),
        number_of_weeks=page.page.weeks,
        counts={what: int((moved.what == place).sum()) for place, what in enumerate(WHAT)},
        minutes=float(moved.minutes.sum()),
        left=int((found.heir == NOBODY).sum()),
        rows=tuple(row for row, may in zip(rows, seen, strict=True) if may),
        hidden=int((~seen).sum()),
        heirs=tuple((page.name(coach), tuple(weeks)) for coach, weeks in ordered),
    )


def _clients(page: FollowGround, found: Absence) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    return page.ground.scope.coded.placements.client[found.moved.placement]


def _rows(page: FollowGround, found: Absence) -> list[MovedRow]:
    world, placed = page.ground.scope.coded.world, page.ground.scope.coded.placements
    moved = found.moved
    employers = placed.employer[moved.placement]
    return [
        MovedRow(
            what=WHAT[what],
            on=_date(day),
            client=str(world.clients["client_id"].iloc[placed.client[row]]),
            employer_id="" if employer == NOBODY else str(world.employers["employer_id"].iloc[employer]),
            employer="" if employer == NOBODY else str(world.employers["name"].iloc[employer]),
            heir="" if heir == NOBODY else page.name(heir),
            by_tie=bool(tie),
            minutes=float(minutes),
        )
        for what, day, row, employer, heir, tie, minutes in zip(
            *(moved.what, moved.day, moved.placement, employers, found.heir, found.by_tie, moved.minutes),
            strict=True,
        )
    ]


def _date(day: int) -> dt.date:
    return EPOCH + dt.timedelta(days=int(day))
