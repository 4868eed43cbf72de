"""The access log as managers read it: a page at a time, and as a file."""

import datetime as dt
from dataclasses import dataclass

from dashboard.data.access_log import Entry, LogPage, read_log
from dashboard.data.export_log import remember_export
from dashboard.domain.access import MANAGERS
from dashboard.domain.errors import AccessDenied
from dashboard.domain.period import STOCKHOLM
from dashboard.i18n import _, day, number
from dashboard.reports.access import Access
from dashboard.reports.stamped_file import StampedTable
from dashboard.reports.state import PageState
from dashboard.words import word

PAGE_SIZE = 50
UNKNOWN_KEY = "–"


@dataclass(frozen=True, slots=True)
class LogReport:
    """A page of the log.

    Attributes:
        log: its entries, how many there are, and who they are by.
        page: which page it is, from 1.
    """

    log: LogPage
    page: int


def log_report(access: Access, page: PageState) -> LogReport:
    """The page of the log that the address asks for.

    Raises:
        AccessDenied: to others than managers.
    """
    _require_manager(access)
    found = _read(access, page, (page.page - 1) * PAGE_SIZE, PAGE_SIZE)
    last = max(1, -(-found.found // PAGE_SIZE))
    if page.page <= last:
        return LogReport(found, page.page)
    return LogReport(_read(access, page, (last - 1) * PAGE_SIZE, PAGE_SIZE), last)


def log_file(access: Access, page: PageState, now: dt.datetime | None = None) -> StampedTable:
    """All that the filters leave, stamped; that it was taken out is on record.

    Raises:
        AccessDenied: to others than managers.
    """
    _require_manager(access)
    found, moment = _read(access, page, 0, None), now or dt.datetime.now(dt.UTC)
    remember_export(
        access.store.engine,
        now=moment,
        who=access.viewer.name,
        role=access.viewer.role.value,
        form="access_log",
        rows=found.found,
        version=access.store.data_version(),
    )
    return StampedTable(
        name=f"logg-{moment.astimezone(STOCKHOLM).date().isoformat()}",
        title=_("Access log"),
        stamp=[
            (_("Taken out"), when(moment)),
            (_("By"), access.viewer.name),
            (_("Selection"), _filters(found, page)),
            (_("Rows"), number(found.found)),
        ],
        header=[_("When"), _("Who"), _("Account"), _("Role"), _("What"), _("Client")],
        rows=[
            [
                when(one.at),
                one.who,
                one.user_id,
                word("role", one.role),
                word("opened", one.what),
                key_of(one),
            ]
            for one in found.entries
        ],
    )


def when(moment: dt.datetime) -> str:
    """A moment in Stockholm, to the second."""
    return moment.astimezone(STOCKHOLM).strftime("%Y-%m-%d %H:%M:%S")


def key_of(entry: Entry) -> str:
    """The client's key; a dash for a guess at a key that nobody has."""
    return entry.client_id or UNKNOWN_KEY


def _read(access: Access, page: PageState, first: int, most: int | None) -> LogPage:
    return read_log(
        access.store.engine,
        user_id=page.person,
        client_id=page.client or "",
        day=page.day,
        first=first,
        most=most,
    )


def _filters(found: LogPage, page: PageState) -> str:
    parts = [
        *([dict(found.people).get(page.person, str(page.person))] if page.person else []),
        *([page.client] if page.client else []),
        *([day(page.day)] if page.day else []),
    ]
    return ", ".join(parts) or _("everything")


def _require_manager(access: Access) -> None:
    if access.viewer.role not in MANAGERS:
        raise AccessDenied(_("Only managers may read who has opened what."))
