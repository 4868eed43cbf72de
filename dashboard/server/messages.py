"""The messages about accessibility, for managers: read, answered elsewhere, and removed."""

from flask import Flask, Response, redirect
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as AnyResponse

from dashboard.domain.access import MANAGERS
from dashboard.domain.errors import AccessDenied
from dashboard.i18n import _, day
from dashboard.server.html import page
from dashboard.server.request_state import copy, viewer

MESSAGES = "/meddelanden"


def add_messages(server: Flask) -> None:
    """Add the routes."""

    @server.get(MESSAGES)
    def show_messages() -> Response:
        _require_manager()
        rows = [(one, day(one.came_on)) for one in copy().desk.read()]
        return page("messages.html", messages=rows)

    @server.post(f"{MESSAGES}/<int:number>/ta-bort")
    def remove_message(number: int) -> AnyResponse:
        _require_manager()
        if not copy().desk.remove(number):
            raise NotFound(_("The message is not there any more."))
        return redirect(MESSAGES, code=303)


def _require_manager() -> None:
    if viewer().role not in MANAGERS:
        raise AccessDenied(_("Your account may not see this page."))
