"""The week of a coach, or of the whole selection: what was done, what is left, and the time there is."""

from dataclasses import dataclass

from dashboard.analysis.coded import Codes, Flags
from dashboard.analysis.this_week import (
    contacts_this_week,
    meetings_this_week,
    monday_of,
    visits_this_week,
)
from dashboard.reports.follow_ground import FollowGround
from dashboard.reports.follow_heat import heat


@dataclass(frozen=True, slots=True)
class Week:
    """One ISO week.

    Attributes:
        monday: the number of its first day.
        contacts: contacts logged in it so far.
        visits: those of them that were visits or workplace analyses.
        done: follow-ups done in it so far.
        left: follow-ups of the week that wait, are planned, or that the standard expects.
        earlier: follow-ups that wait since earlier weeks.
        meetings: three-party meetings of the week still to be held.
        minutes: what the follow-ups of the week take, done and left.
        available: the time there is for them.
    """

    monday: int
    contacts: int
    visits: int
    done: int
    left: int
    earlier: int
    meetings: int
    minutes: float
    available: float


def week_of(page: FollowGround) -> Week:
    """The week that holds the day: of the coach that the page is about, else of everybody together."""
    basis, coded = page.ground.basis, page.ground.scope.coded
    found = heat(page)
    cells = [cell for row in found.rows for cell in row.cells if cell.monday == found.now]
    this_week = sum(cell.due for cell in cells)
    return Week(
        monday=monday_of(basis),
        contacts=_count(page, contacts_this_week(basis), coded.contacts.coach),
        visits=_count(page, visits_this_week(basis), coded.contacts.coach),
        done=sum(cell.done for cell in cells),
        left=this_week + sum(cell.planned + cell.expected for cell in cells),
        earlier=sum(row.due for row in found.rows) - this_week,
        meetings=_count(page, meetings_this_week(basis), coded.follow_ups.coach),
        minutes=sum(cell.minutes for cell in cells),
        available=sum(cell.available for cell in cells),
    )


def of_coach(page: FollowGround, flags: Flags, coach: Codes) -> Flags:
    """Those that are of the coach whose page it is; all when it is nobody's in particular."""
    wanted = page.page.coach
    if wanted is None:
        return flags
    (code,) = page.coach_ids.index[page.coach_ids == wanted]
    mine: Flags = flags & (coach == code)
    return mine


def _count(page: FollowGround, flags: Flags, coach: Codes) -> int:
    return int(of_coach(page, flags, coach).sum())
