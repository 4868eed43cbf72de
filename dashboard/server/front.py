"""The first page, for anybody: what is published, or what Brygga is; and where each role begins."""

from collections.abc import Iterable

from flask import Flask, redirect
from werkzeug.wrappers import Response

from dashboard.server.gate import START, PageRule
from dashboard.server.html import page
from dashboard.server.request_state import copy, signed_in, viewer


def add_front(server: Flask, pages: Iterable[PageRule]) -> None:
    """Answer `/` and `/start`; add this before Dash, whose own page would answer there too.

    What is published is shown to everybody in the same bytes, signed in or not; whoever signs in is taken to
    `/start` instead. As long as nothing is published, `/` leads there, too.

    Args:
        server: the app's Flask.
        pages: the app's pages in their order; whoever is signed in is taken to the first of hers.
    """
    starts = [rule for rule in pages if rule.in_menu and rule.path != "/"]

    @server.get("/")
    def front() -> Response:
        if copy().public.shelf.publication() is not None:
            return copy().public.summary()
        if signed_in() is None:
            return page("front.html", demo_accounts=copy().ports.database.demo_accounts())
        return start()

    @server.get(START)
    def start() -> Response:
        role = viewer().role
        for rule in starts:
            if role in rule.roles:
                return redirect(rule.path)
        return page("visitor.html") if copy().public.shelf.publication() is None else redirect("/")
