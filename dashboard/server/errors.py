"""The one place that turns what went wrong into words for a person, and into a line in the log.

The person gets a sentence and, when it was our fault, a number to mention. The log gets the number and
where in the code it happened: never a cookie, a body, or a value that may be a client's.
"""

import logging
import re
import secrets
import traceback

from dash.exceptions import DependencyException, InvalidResourceError, PreventUpdate
from flask import Flask, Response, g, jsonify, request
from werkzeug.exceptions import HTTPException, TooManyRequests, default_exceptions

from dashboard.domain import errors as domain
from dashboard.i18n import N_, _
from dashboard.server.gate import LIBRARY_CODE, SIGN_IN, is_machine
from dashboard.server.html import page

log = logging.getLogger("brygga")

STATUS: dict[type[Exception], int] = {
    domain.AccessDenied: 403,
    domain.NotFound: 404,
    domain.InvalidParameter: 400,
    domain.FileRefused: 400,
    domain.TooMuchAtOnce: 429,
    domain.DatabaseUnreachable: 503,
    domain.SchemaMismatch: 503,
    DependencyException: 404,
    InvalidResourceError: 404,
}
TITLES = {
    400: N_("That did not work"),
    401: N_("You are not signed in"),
    403: N_("You may not see this"),
    404: N_("The page does not exist"),
    405: N_("That did not work"),
    413: N_("Too much at once"),
    429: N_("Wait a moment"),
    500: N_("Something went wrong"),
    503: N_("The database does not answer"),
}
SENTENCES = {
    400: N_("Brygga could not read what was sent. Load the page again."),
    401: N_("You have been signed out, or have not signed in. Sign in and go on where you were."),
    403: N_("Your account may not see or do this."),
    404: N_("Check the address, or go on from the start page."),
    405: N_("The page cannot be used that way."),
    413: N_("What was sent is too large."),
    415: N_("Brygga could not read what was sent. Load the page again."),
    429: N_("There were many attempts in a short time. Wait a moment and try again."),
    500: N_("It is not your fault. Try again; if it comes back, mention the error number."),
    503: N_("The database does not answer. Try again in a moment."),
}
NAMES_CODE = (TypeError, AttributeError, NameError, ImportError)
"""Errors whose message speaks of code; others may quote a value, which may be a person's."""

_PLACE = re.compile(r"/[a-z_-]*(?=/|$)")


def answer_errors(server: Flask, unreachable: tuple[type[Exception], ...] = ()) -> None:
    """Answer every error in words.

    Args:
        server: the app's Flask.
        unreachable: the database driver's errors that mean that it does not answer.
    """

    @server.errorhandler(PreventUpdate)
    def nothing_changed(_error: PreventUpdate) -> tuple[str, int]:
        return "", 204

    @server.errorhandler(Exception)
    def answer(error: Exception) -> Response:
        if isinstance(error, HTTPException):
            if error.code is not None and error.code < 400:
                return error.get_response()  # type: ignore[return-value]
            # The description is werkzeug's own English, unless one of our modules has written it.
            own = error.description != default_exceptions.get(error.code or 500, HTTPException).description
            return _say(error.code or 500, error.description if own else None, wait=_wait(error))
        status = 503 if isinstance(error, unreachable) else _status(error)
        sentence = str(error) if isinstance(error, domain.BryggaError) else None
        return _say(status, sentence, number=_write_down(error, status))


def _wait(error: HTTPException) -> str | None:
    return str(error.retry_after) if isinstance(error, TooManyRequests) and error.retry_after else None


def _status(error: Exception) -> int:
    return next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 500)


def _write_down(error: Exception, status: int) -> str | None:
    if status < 500:
        log.info("%s %s %s", status, type(error).__name__, place(request.path))
        return None
    number = secrets.token_hex(4)
    frames = traceback.extract_tb(error.__traceback__)[-12:]
    places = " < ".join(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in reversed(frames))
    message = f": {error}" if isinstance(error, NAMES_CODE) else ""
    what = plain(f"{type(error).__name__}{message}")
    log.error("%s %s %s %s", number, place(request.path), what, plain(places))
    return number


def place(path: str) -> str:
    """The part of an address that says which page or door it is, for the log.

    What follows is a client's key, the secret of a calendar, or whatever somebody has typed.

    >>> place("/kund/K-7/matchning"), place("/_dash-update-component"), place("/850709-9805")
    ('/kund/…', '/_dash-update-component', '/…')
    """
    known = _PLACE.match(path)
    begins = known[0] if known else "/"
    return begins if begins == path else begins.rstrip("/") + "/…"


def plain(text: str) -> str:
    """Text for one line of the log: no line breaks, no control characters, not endless."""
    return "".join(letter if letter.isprintable() else "�" for letter in text)[:1_500]


def _say(
    status: int, sentence: str | None, *, number: str | None = None, wait: str | None = None
) -> Response:
    sentence = sentence or _(SENTENCES.get(status, SENTENCES[400 if status < 500 else 500]))
    if is_machine(request.path) and not request.path.startswith(LIBRARY_CODE):
        response = jsonify(
            error=sentence, status=status, id=number, sign_in=SIGN_IN if status == 401 else None
        )
        response.status_code = status
    else:
        title = _(TITLES.get(status, TITLES[400 if status < 500 else 500]))
        # The database is what failed: the page must not ask it who is reading.
        g.setdefault("signed_in", None)
        response = page("error.html", status, title=title, sentence=sentence, number=number)
    if wait:
        response.headers["Retry-After"] = wait
    elif status == 503:
        response.headers["Retry-After"] = "5"
    return response
