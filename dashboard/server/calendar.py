"""The calendar file at its secret address: the one thing of the unit's that is answered without a session.

A program fetches it by itself, so there is nobody to sign in. The address is the key; it is compared as a
digest, answered only so often, and gone when its owner withdraws it.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from flask import Flask, Response, make_response, request
from werkzeug.exceptions import NotFound, TooManyRequests

from dashboard.i18n import _
from dashboard.server.gate import CALENDAR

WINDOW_S = 60.0
PER_ADDRESS = 30
"""Requests a minute from one network address; a calendar program asks a few times an hour."""
REMEMBERED = 4_096
"""Network addresses that are remembered at a time, the latest ones."""
SECRET_LENGTH = 43


class Pace:
    """How often each network address has asked lately; within this process.

    Args:
        most: requests that one may make within the window.
        clock: tells the time in seconds; tests give their own.
    """

    def __init__(self, most: int = PER_ADDRESS, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._clock = clock
        self._asked: OrderedDict[str, tuple[float, int]] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, who: str) -> int:
        """Count a request; the seconds to wait when it is one too many, else 0."""
        now = self._clock()
        with self._lock:
            since, count = self._asked.pop(who, (now, 0))
            if now - since >= WINDOW_S:
                since, count = now, 0
            self._asked[who] = (since, count + 1)
            while len(self._asked) > REMEMBERED:
                self._asked.popitem(last=False)
        return 0 if count < self._most else max(1, round(since + WINDOW_S - now))


def add_calendar(
    server: Flask, file_of: Callable[[str, str], bytes | None], pace: Pace | None = None
) -> None:
    """Add the route.

    Args:
        server: the app's Flask.
        file_of: the calendar file of a secret and of a query that narrows it; None when it opens nothing.
        pace: how often it may be asked.
    """
    kept = pace or Pace()

    @server.get(f"{CALENDAR}<secret>.ics")
    def calendar(secret: str) -> Response:
        wait = kept.wait(request.remote_addr or "")
        if wait:
            raise TooManyRequests(retry_after=wait)
        query = request.query_string.decode("latin-1")
        content = file_of(secret, query) if len(secret) == SECRET_LENGTH else None
        if content is None:
            raise NotFound(_("There is no such calendar. It may have been withdrawn."))
        response = make_response(content)
        response.content_type = "text/calendar; charset=utf-8"
        response.headers["Content-Disposition"] = 'inline; filename="brygga.ics"'
        response.headers["Cache-Control"] = "no-store"
        # The address is a secret: no search engine may keep it, and no link may pass it on.
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response
