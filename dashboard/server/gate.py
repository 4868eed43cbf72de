"""Closed by default: what is not named here as public needs a session, and a page needs its role."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

from flask import Flask, g, redirect, request
from werkzeug.exceptions import NotFound, Unauthorized
from werkzeug.wrappers import Response

from dashboard.domain.access import Role
from dashboard.domain.errors import AccessDenied
from dashboard.i18n import _
from dashboard.public import site
from dashboard.server.cookies import SESSION, cookie_name
from dashboard.server.request_state import copy, signed_in

SIGN_IN = "/logga-in"
START = "/start"
"""Leads to the first page of whoever is signed in."""
PUBLIC_PAGES = frozenset({"/", SIGN_IN, "/sprak", "/healthz", "/readyz", "/_favicon.ico", *site.FOR_ALL})
LIBRARY_CODE = ("/_dash-component-suites/", "/bibliotek/")
"""Browser code of open libraries, the same in every copy."""
CALENDAR = "/kalender/"
"""A calendar file at its secret address, fetched by programs that cannot sign in."""
_CALENDAR_FILE = re.compile(re.escape(CALENDAR) + r"[A-Za-z0-9_-]+\.ics")
ASSETS = "/assets/"
PUBLIC_ASSETS = (".css", ".js", ".svg", ".png", ".ico", ".woff2")
WITHOUT_SESSION = ("/healthz", "/readyz", *LIBRARY_CODE, ASSETS, CALENDAR, "/_favicon.ico", *site.UNDER)
"""Answered without looking for a session at all: no page needs the database for its style sheets."""
DASH_PAGE = "/<path:path>"
"""The endpoint of Dash's own route that answers what no other does."""
MACHINE_PATHS = ("/_dash-", "/_reload-hash", "/_alive")


@dataclass(frozen=True, slots=True)
class PageRule:
    """A page's path, which may hold `<names>`, the roles that may open it, and whether the menu shows it.

    Attributes:
        guard: is given an address of the page, and raises when the person may not open that one.
    """

    path: str
    roles: frozenset[Role]
    in_menu: bool = True
    guard: Callable[[str], object] | None = None

    def matches(self, path: str) -> bool:
        """Whether an address is this page's."""
        parts = re.split(r"<[^>]+>", self.path.rstrip("/") or "/")
        return re.fullmatch("[^/]+".join(map(re.escape, parts)), path.rstrip("/") or "/") is not None


def close_doors(
    server: Flask, pages: Iterable[PageRule], outside: Mapping[str, Callable[[], Response]] | None = None
) -> None:
    """Put the gate before every route of the app; call this before Dash adds its own.

    Args:
        server: the app's Flask.
        pages: the pages that exist.
        outside: addresses that have another page for whoever has not signed in.
    """
    instead = outside or {}
    rules = tuple(pages)

    @server.before_request
    def gate() -> Response | None:
        public = is_public(request.path)
        if not (public and request.path.startswith(WITHOUT_SESSION)):
            _find_session()
        if not public and signed_in() is None:
            shown = instead.get(request.path) if request.method in {"GET", "HEAD"} else None
            return shown() if shown else _ask_to_sign_in()
        if request.endpoint == DASH_PAGE:
            _require_page(rules)
        return None


def is_public(path: str) -> bool:
    """Whether a path is answered without a session."""
    if (
        path in PUBLIC_PAGES
        or path.startswith((*LIBRARY_CODE, *site.UNDER))
        or _CALENDAR_FILE.fullmatch(path)
    ):
        return True
    return path.startswith(ASSETS) and path.endswith(PUBLIC_ASSETS)


def is_machine(path: str) -> bool:
    """Whether a path is asked by Dash's script, which wants JSON, and not by a person."""
    return path.startswith(MACHINE_PATHS)


def _find_session() -> None:
    token = request.cookies.get(cookie_name(copy().settings, SESSION), "")
    g.signed_in = copy().ports.sessions.find(token) if token else None


def _ask_to_sign_in() -> Response:
    if is_machine(request.path) or request.method not in {"GET", "HEAD"}:
        raise Unauthorized
    query = request.query_string.decode("latin-1")
    wanted = safe_next(quote(request.path) + (f"?{query}" if query else ""))
    after = "" if wanted == "/" else f"?{urlencode({'next': wanted})}"
    return redirect(SIGN_IN + after, code=302)


def _require_page(rules: tuple[PageRule, ...]) -> None:
    # Dash would draw its page at any address; only those of our pages exist.
    session = signed_in()
    matching = [rule for rule in rules if rule.matches(request.path)]
    if not matching or session is None:
        raise NotFound
    if not any(session.viewer.role in rule.roles for rule in matching):
        raise AccessDenied(_("Your account may not see this page."))
    for rule in matching:
        if rule.guard is not None:
            rule.guard(request.path)


def safe_next(wanted: str) -> str:
    """Where to go after sign-in: a path in this copy, never another host.

    >>> safe_next("/natverk?coach=C1"), safe_next("//evil.example"), safe_next("https://evil.example")
    ('/natverk?coach=C1', '/', '/')
    """
    if not wanted.startswith("/") or wanted.startswith(("//", "/\\")) or len(wanted) > 2_000:
        return "/"
    if any(ord(letter) < 32 or letter == "\\" for letter in wanted):
        return "/"
    parts = urlsplit(wanted)
    if parts.scheme or parts.netloc or parts.path in {SIGN_IN, "/logga-ut", "/logga-ut-overallt", "/sprak"}:
        return "/"
    return wanted
