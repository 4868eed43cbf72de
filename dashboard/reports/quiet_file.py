"""The quiet periods as a file of their own: they are set on the pages, and no import reads or changes one."""

import datetime as dt

from dashboard.i18n import _, day, number
from dashboard.reports.access import Access
from dashboard.reports.quiet import quiet_periods
from dashboard.reports.stamped_file import StampedTable
from dashboard.words import word


def quiet_file(access: Access, on: dt.date) -> StampedTable:
    """Every quiet period that there has been or will be, by its first day.

    Args:
        access: who asks, and the data.
        on: the day that the file is written.

    Raises:
        AccessDenied: to others than coaches and managers.
    """
    access = access.pinned()
    world = access.store.world()
    names = dict(zip(world.employers["employer_id"], world.employers["name"], strict=True))
    rows = [
        [
            one.employer_id,
            names.get(one.employer_id),
            one.from_on,
            one.to_on,
            _("yes") if one.covers(on) else _("no"),
            word("quiet_reason", one.reason),
        ]
        for one in quiet_periods(access)
    ]
    return StampedTable(
        name=f"brygga-viloperioder-{on.isoformat()}",
        title=_("Quiet periods"),
        stamp=[
            (_("Day"), day(on)),
            (_("Version of the data"), access.store.data_version()),
            (_("Rows"), number(len(rows))),
            (_("Note"), _("Set on each employer's page. An import neither reads nor changes them.")),
        ],
        header=[_("Key"), _("Employer"), _("From"), _("To"), _("On the day"), _("Reason")],
        rows=rows,
    )
