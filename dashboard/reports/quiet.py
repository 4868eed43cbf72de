"""Who is to be left in peace: asked by every page that suggests getting in touch with an employer."""

import datetime as dt
from collections.abc import Mapping

from dashboard.data.in_place.quiet import Quiet, read_quiet
from dashboard.domain.access import STAFF
from dashboard.domain.errors import AccessDenied
from dashboard.i18n import _
from dashboard.reports.access import Access

__all__ = ["Quiet", "quiet_employers", "quiet_period", "quiet_periods"]


def quiet_employers(access: Access, on: dt.date) -> Mapping[str, Quiet]:
    """The employers that are not to be suggested on a day, each with why and until when.

    Raises:
        AccessDenied: to others than coaches and managers.
    """
    return {one.employer_id: one for one in quiet_periods(access) if one.covers(on)}


def quiet_period(access: Access, employer_id: str, on: dt.date) -> Quiet | None:
    """An employer's quiet period on a day, or else the next one to come; None when there is none.

    Raises:
        AccessDenied: to others than coaches and managers.
    """
    ahead = [one for one in quiet_periods(access) if one.employer_id == employer_id and one.to_on >= on]
    return min(ahead, key=lambda one: (one.from_on, one.quiet_id), default=None)


def quiet_periods(access: Access) -> tuple[Quiet, ...]:
    """All of them, past and to come, by their first day.

    Raises:
        AccessDenied: to others than coaches and managers.
    """
    if access.viewer.role not in STAFF:
        raise AccessDenied(_("Your account may not see or do this."))
    return access.cached("quiet_periods", lambda _snapshot: read_quiet(access.store.engine))
