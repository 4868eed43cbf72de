"""The language of a request, chosen in a cookie or else this copy's, and the unit's own words in it."""

from contextlib import suppress
from urllib.parse import urlsplit

from flask import Flask, redirect, request
from werkzeug.wrappers import Response

from dashboard import i18n
from dashboard.domain.errors import BryggaError
from dashboard.server.cookies import LANGUAGE, cookie_name, set_cookie
from dashboard.server.gate import WITHOUT_SESSION, safe_next
from dashboard.server.request_state import copy
from dashboard.wording import OURS


def speak(server: Flask, unreachable: tuple[type[Exception], ...]) -> None:
    """Choose the language and the words before anything is said.

    Args:
        server: the app's Flask.
        unreachable: the errors that mean that the database does not answer; then our own words are used.
    """

    @server.before_request
    def choose() -> None:
        settings = copy().settings
        chosen = request.cookies.get(cookie_name(settings, LANGUAGE), "")
        i18n.use_language(chosen if chosen in i18n.LANGUAGES else settings.language)
        # A thread answers one request after another: the words of the one before must not stay.
        i18n.use_wording(OURS)
        if not request.path.startswith(WITHOUT_SESSION):
            with suppress(BryggaError, *unreachable):
                i18n.use_wording(copy().ports.database.wording())


def add_language_switch(server: Flask) -> None:
    """The form's address: POST /sprak with `language`, and `next` to return to."""

    @server.post("/sprak")
    def switch_language() -> Response:
        response = redirect(_back(), code=303)
        language = request.form.get("language", "")
        if language in i18n.LANGUAGES:
            set_cookie(response, copy().settings, LANGUAGE, language, days=365)
        return response


def _back() -> str:
    # Where the form itself does not know the address, the browser does: it tells its own host's pages.
    wanted = safe_next(request.form.get("next", "/"))
    came_from = urlsplit(request.referrer or "")
    if wanted != "/" or came_from.netloc != request.host:
        return wanted
    return safe_next(came_from.path + (f"?{came_from.query}" if came_from.query else ""))
