"""What has been written in place, as the page Data lists it beside the imports."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dashboard.data.import_undo import forget_old
from dashboard.data.writings import Written, latest_of, past_writings
from dashboard.domain.access import KEEPERS, STAFF
from dashboard.domain.errors import AccessDenied
from dashboard.i18n import _
from dashboard.reports.access import Access
from dashboard.reports.writable import require_staff
from dashboard.reports.writing import may_take_back

SHOWN = 20
MOST_OF_MINE = 3
LATELY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """One written row.

    Attributes:
        written: what was written.
        about: the employer's name, the placement's key or the row's own, whichever is known.
        may_take_back: whether the person may take it back.
    """

    written: Written
    about: str
    may_take_back: bool


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """The newest written rows, and how many there are in all."""

    lines: tuple[WrittenLine, ...]
    total: int


def written_in_place(access: Access, now: dt.datetime) -> WrittenPage:
    """The newest rows that were written in place.

    Raises:
        AccessDenied: to others than managers and administrators.
    """
    if access.viewer.role not in KEEPERS:
        raise AccessDenied(_("Your account may not see or do this."))
    forget_old(access.store.engine, now)
    rows, total = past_writings(access.store.engine, SHOWN)
    return WrittenPage(tuple(_lines(access, rows)), total)


def written_by_me(access: Access, now: dt.datetime) -> tuple[WrittenLine, ...]:
    """What the person has written in the last day, the newest first: to take back what went wrong.

    Raises:
        AccessDenied: to others than coaches and managers.
    """
    require_staff(access)
    rows = latest_of(access.store.engine, access.viewer.user_id, now - LATELY, MOST_OF_MINE)
    return tuple(_lines(access, rows))


def _lines(access: Access, rows: Iterable[Written]) -> Iterator[WrittenLine]:
    employers = access.store.world().employers
    names = dict(zip(employers["employer_id"], employers["name"], strict=True))
    for one in rows:
        possible = access.viewer.role in STAFF and one.undone_at is None and may_take_back(access, one)
        yield WrittenLine(one, _about(one, names), possible)


def _about(written: Written, names: Mapping[str, str]) -> str:
    employer = written.cells.get("employer_id")
    return names.get(employer, employer) if employer else written.cells.get("placement_id") or written.key
