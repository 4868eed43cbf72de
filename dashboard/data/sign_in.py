"""Signing in: the password is checked only as often as a person could mean it.

After a few failures the same name from the same address must wait, twice as long each time, but never
for ever. The attempt is written before the password is checked, so that many at once cannot slip by.
"""

import datetime as dt
import hashlib
import math
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, delete, func, insert, select, text

from dashboard.data.accounts import Account, check_password, normal_username
from dashboard.data.engine import keeping
from dashboard.data.models import SignInAttempt
from dashboard.data.sessions import utc_now

WINDOW = dt.timedelta(minutes=15)
"""How long a failure is remembered."""
FREE_FAILURES = 3
"""Failures before there is a wait."""
LONGEST_WAIT = dt.timedelta(minutes=5)
CHECKED_BY_ALL = 300
"""Failed checks by everybody together within the window, before everybody must wait."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of an attempt: an account or none, and the seconds to wait when it was too soon to check."""

    account: Account | None
    wait: int = 0


class SignIn:
    """Checks names and passwords against one database.

    Args:
        engine: where the accounts are.
        demo_allowed: whether demo accounts may be used here (this machine only).
        clock: tells the time; tests give their own.
    """

    def __init__(
        self, engine: Engine, *, demo_allowed: bool, clock: Callable[[], dt.datetime] = utc_now
    ) -> None:
        self._engine = engine
        self._demo_allowed = demo_allowed
        self._clock = clock

    def attempt(self, username: str, password: str, address: str) -> Answer:
        """Check a name and a password, unless it is too soon.

        Args:
            username: as typed.
            password: as typed.
            address: where the request came from.
        """
        subject = _subject(username, address)
        wait = self._begin(subject)
        if wait:
            return Answer(None, wait)
        account = check_password(self._engine, username, password, demo_allowed=self._demo_allowed)
        if account is not None:
            with keeping(self._engine) as connection:
                connection.execute(delete(SignInAttempt).where(SignInAttempt.subject == subject))
        return Answer(account)

    def _begin(self, subject: str) -> int:
        now = self._clock()
        with keeping(self._engine) as connection:
            if connection.dialect.name == "postgresql":
                # SQLite's writers already stand in line; here two could count before either has written.
                connection.execute(text("LOCK TABLE sign_in_attempts IN SHARE ROW EXCLUSIVE MODE"))
            connection.execute(delete(SignInAttempt).where(SignInAttempt.failed_at < now - WINDOW))
            wait = _seconds_to_wait(connection, subject, now)
            if not wait:
                connection.execute(insert(SignInAttempt).values(subject=subject, failed_at=now))
        return wait


def _subject(username: str, address: str) -> str:
    return hashlib.sha256(f"{normal_username(username)}\n{address}".encode("utf-8", "replace")).hexdigest()


def _seconds_to_wait(connection: Connection, subject: str, now: dt.datetime) -> int:
    counted = select(func.count(), func.max(SignInAttempt.failed_at))
    failures, latest = connection.execute(counted.where(SignInAttempt.subject == subject)).one()
    if failures >= FREE_FAILURES:
        ready = _utc(latest) + wait_after(failures)
        return max(0, math.ceil((ready - now).total_seconds()))
    everybody = connection.execute(select(func.count()).select_from(SignInAttempt)).scalar_one()
    return int(LONGEST_WAIT.total_seconds()) if everybody >= CHECKED_BY_ALL else 0


def wait_after(failures: int) -> dt.timedelta:
    """How long to wait after so many failures in a row.

    >>> [wait_after(failures).seconds for failures in (2, 3, 4, 5, 20)]
    [0, 1, 2, 4, 300]
    """
    if failures < FREE_FAILURES:
        return dt.timedelta()
    return min(dt.timedelta(seconds=2 ** min(failures - FREE_FAILURES, 20)), LONGEST_WAIT)


def _utc(moment: dt.datetime) -> dt.datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
