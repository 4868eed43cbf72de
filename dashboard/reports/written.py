"""What has been written in place, as the page Data lists it beside the imports."""

import datetime as dt
from dataclasses import dataclass

from dashboard.data.import_undo import forget_old
from dashboard.data.writings import Written, past_writings
from dashboard.domain.access import KEEPERS, STAFF
from dashboard.domain.errors import AccessDenied
from dashboard.i18n import _
from dashboard.reports.access import Access
from dashboard.reports.writing import may_take_back

SHOWN = 20


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """One written row, and whether the person may take it back."""

    written: Written
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
    entitled = access.viewer.role in STAFF
    lines = (
        WrittenLine(one, entitled and one.undone_at is None and may_take_back(access, one)) for one in rows
    )
    return WrittenPage(tuple(lines), total)
