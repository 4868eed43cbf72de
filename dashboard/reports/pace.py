"""How much one person may put on record in a short time, so that nobody fills the records."""

import datetime as dt

from dashboard.data.access_log import logged_since
from dashboard.data.writings import written_since
from dashboard.domain.errors import TooMuchAtOnce
from dashboard.i18n import _
from dashboard.reports.access import Access

WITHIN = dt.timedelta(minutes=10)
MOST_REFUSED, MOST_OPENED, MOST_WRITTEN = 60, 300, 100
"""Far more than work asks for: who comes so far is a script or guesses at keys, and is on record by then."""


def require_few_refused(access: Access, now: dt.datetime) -> None:
    """Stop who has been refused too often in the last minutes; what follows is not put on record.

    Raises:
        TooMuchAtOnce: saying when to try again.
    """
    if logged_since(access.store.engine, access.viewer, now - WITHIN, "refused") >= MOST_REFUSED:
        raise TooMuchAtOnce(too_much())


def require_few_opened(access: Access, now: dt.datetime) -> None:
    """The same for who has opened too much."""
    if logged_since(access.store.engine, access.viewer, now - WITHIN) >= MOST_OPENED:
        raise TooMuchAtOnce(too_much())


def may_write_more(access: Access, now: dt.datetime) -> bool:
    """Whether the person has written little in the last minutes, what was taken back counted too."""
    return written_since(access.store.engine, access.viewer.user_id, now - WITHIN) < MOST_WRITTEN


def too_much() -> str:
    """What is said to one who has to wait."""
    return _("That was a great deal in a short time. Wait ten minutes and try again.")
