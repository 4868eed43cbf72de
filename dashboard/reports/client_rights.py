"""Who may open one client, and the record of it. Every door to one client's data leads through here."""

import datetime as dt

from dashboard.analysis.coded import NOBODY
from dashboard.data.access_log import log_opening, was_logged
from dashboard.domain.access import STAFF, Role
from dashboard.domain.errors import AccessDenied, NotFound
from dashboard.i18n import _
from dashboard.reports.access import Access, Snapshot
from dashboard.reports.pace import require_few_opened, require_few_refused

SAME_SITTING = dt.timedelta(hours=1)
"""How long a page that is drawn again, with another filter, is still the opening that is on record."""


def require_client(access: Access, client_id: str) -> int:
    """The client's row in the world, for a person who may see it; nothing is put on record.

    Raises:
        AccessDenied: when the person may not, in the same words whether or not there is such a client.
        NotFound: when there is none, to a person who may see all.
    """
    row = _rows(access).get(client_id)
    if access.viewer.role is Role.MANAGER and row is None:
        raise NotFound(_("There is no client with that key."))
    if row is None or not may_see(access, row):
        raise _denied()
    return row


def may_see(access: Access, row: int) -> bool:
    """Whether the person may see the client in a row of the world."""
    coded = access.store.snapshot().coded
    coach = int(coded.clients.coach[row])
    coach_id = None if coach == NOBODY else str(coded.world.coaches["coach_id"].array[coach])
    return access.viewer.role in STAFF and access.viewer.may_see_client(coach_id)


def open_client(
    access: Access, client_id: str, what: str, now: dt.datetime | None = None, *, again: bool = False
) -> int:
    """The client's row in the world, with the opening on record; an attempt that is refused is on record too.

    Args:
        access: who opens.
        client_id: the client's key.
        what: "client", "match" or "file".
        now: when; the clock's time when left out.
        again: the page is only drawn again: one opening within the hour is enough.

    Raises:
        AccessDenied: as `require_client` does.
        NotFound: as `require_client` does.
        DatabaseUnreachable: when it cannot be put on record; then nothing is shown.
        TooMuchAtOnce: when the person has opened, or has been refused, too much in a short time.
    """
    moment = now or dt.datetime.now(dt.UTC)
    row = guard_client(access, client_id, moment)
    engine, viewer = access.store.engine, access.viewer
    if not (again and was_logged(engine, viewer, what, client_id, moment - SAME_SITTING)):
        require_few_opened(access, moment)
        log_opening(engine, viewer, what, client_id, moment)
    return row


def guard_client(access: Access, client_id: str, now: dt.datetime | None = None) -> int:
    """As `require_client`, and an attempt that is refused is on record."""
    try:
        return require_client(access, client_id)
    except AccessDenied:
        # A guess at a key that nobody has may be any text, so it is on record without it; it takes as long.
        known = client_id if client_id in _rows(access) else ""
        moment = now or dt.datetime.now(dt.UTC)
        require_few_refused(access, moment)
        log_opening(access.store.engine, access.viewer, "refused", known, moment)
        raise


def _denied() -> AccessDenied:
    return AccessDenied(_("You may open your own clients only, and there is none of them with that key."))


def _rows(access: Access) -> dict[str, int]:
    def rows(snapshot: Snapshot) -> dict[str, int]:
        return {key: row for row, key in enumerate(snapshot.world.clients["client_id"])}

    return access.cached(("client_rows",), rows)
