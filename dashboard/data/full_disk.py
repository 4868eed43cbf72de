"""No room left, said in words: what was there before is still there."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from dashboard.domain.errors import BryggaError
from dashboard.i18n import _

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_POSTGRES_DISK_FULL = "53100"


class DiskFull(BryggaError):
    """There is no room to write; nothing was changed."""


@contextmanager
def told_when_full() -> Iterator[None]:
    """Turn the many ways in which a disk says that it is full into one sentence.

    Raises:
        DiskFull: when there was no room.
    """
    try:
        yield
    except (OSError, sqlite3.Error, DBAPIError) as error:
        if not is_full(error):
            raise
        raise DiskFull(
            _("There is no room left on the disk, so nothing was changed. Make room and try again.")
        ) from error


def is_full(error: BaseException) -> bool:
    """Whether an error says that there is no room."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, OSError):
        return cause.errno in _NO_ROOM
    if isinstance(cause, sqlite3.Error):
        # A limit on the size of files shows itself to SQLite as a failed write.
        code = getattr(cause, "sqlite_errorcode", 0)
        return code in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_TRUNCATE}
    return getattr(cause, "sqlstate", None) == _POSTGRES_DISK_FULL
