"""The first page: what Brygga is, for whom, and the way in. Readable without JavaScript."""

from collections.abc import Iterable

from flask import Flask, redirect
from werkzeug.wrappers import Response

from dashboard.server.gate import PageRule
from dashboard.server.html import page
from dashboard.server.request_state import copy, signed_in


def add_front(server: Flask, pages: Iterable[PageRule]) -> None:
    """Answer `/`; add this before Dash, whose own page would answer there too.

    Args:
        server: the app's Flask.
        pages: the app's pages in their order; whoever is signed in is taken to the first of hers.
    """
    starts = [rule for rule in pages if rule.in_menu and rule.path != "/"]

    @server.get("/")
    def front() -> Response:
        session = signed_in()
        if session is None:
            return page("front.html", demo_accounts=copy().ports.database.demo_accounts())
        for rule in starts:
            if session.viewer.role in rule.roles:
                return redirect(rule.path)
        return page("visitor.html")
