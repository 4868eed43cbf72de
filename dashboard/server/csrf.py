"""Requests that change something must come from our own pages.

Two walls. The browser's own word on where a request comes from (`Sec-Fetch-Site`, or `Origin` in older
browsers and over plain http); and a token that only our pages know: the session's, or for forms before
sign-in a signed one that must be the same in the form and in a cookie.
"""

import hashlib
import hmac
import secrets

from flask import Flask, Response, g, request
from werkzeug.exceptions import Forbidden

from dashboard.i18n import _
from dashboard.public import site
from dashboard.public.answers import came_from_here
from dashboard.server.cookies import CSRF, FORM, cookie_name, set_cookie
from dashboard.server.gate import is_machine
from dashboard.server.request_state import copy, signed_in

HEADER = "X-CSRFToken"
FIELD = "csrf_token"
ANYBODYS_FORMS = frozenset({site.ACCESSIBILITY})
"""Forms that change nothing of anybody's, on pages that are the same for all: they can hold no token."""
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def guard_changes(server: Flask) -> None:
    """Check every request that may change something, and hand out the tokens."""
    server.before_request(_check)
    server.after_request(_hand_out)


def _check() -> None:
    if request.method in SAFE_METHODS:
        return
    if not came_from_here():
        raise Forbidden(_("The request did not come from Brygga's own pages."))
    if is_machine(request.path):
        _check_callback()
    elif request.path in ANYBODYS_FORMS:
        return
    elif not _is_form_token(request.form.get(FIELD, "")):
        raise Forbidden(_("The page is too old. Load it again and try once more."))


def _check_callback() -> None:
    session = signed_in()
    if session is None or not _same(request.headers.get(HEADER, ""), session.csrf_token):
        raise Forbidden(_("The page is too old. Load it again and try once more."))


def _is_form_token(given: str) -> bool:
    session = signed_in()
    if session is not None and _same(given, session.csrf_token):
        return True
    cookie = request.cookies.get(cookie_name(copy().settings, FORM), "")
    return _same(given, cookie) and _is_ours(cookie)


def form_token() -> str:
    """The token that a form on this page must carry in a hidden field named `csrf_token`."""
    session = signed_in()
    if session is not None:
        return session.csrf_token
    if "form_token" not in g:
        cookie = request.cookies.get(cookie_name(copy().settings, FORM), "")
        nonce = secrets.token_urlsafe(18)
        g.form_token = cookie if _is_ours(cookie) else f"{nonce}.{_signature(nonce)}"
    return str(g.form_token)


def _signature(nonce: str) -> str:
    return hmac.new(copy().secret, b"form " + nonce.encode(), hashlib.sha256).hexdigest()


def _is_ours(token: str) -> bool:
    nonce, _dot, signature = token.partition(".")
    return bool(nonce) and _same(signature, _signature(nonce))


def _same(given: str, expected: str) -> bool:
    return bool(expected) and hmac.compare_digest(given.encode("utf-8", "replace"), expected.encode())


def _hand_out(response: Response) -> Response:
    settings, session = copy().settings, signed_in()
    if "form_token" in g:
        set_cookie(response, settings, FORM, g.form_token)
    wants_page = response.mimetype == "text/html" and session is not None
    if wants_page and session and request.cookies.get(cookie_name(settings, CSRF)) != session.csrf_token:
        set_cookie(response, settings, CSRF, session.csrf_token, for_scripts=True)
    return response
