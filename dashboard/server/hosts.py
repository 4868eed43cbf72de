"""The names this copy is reached by; a page elsewhere may point a name of its own at our address."""

from flask import Flask, request
from werkzeug.exceptions import BadRequest

from dashboard.i18n import _
from dashboard.settings import Settings, host_of


def guard_host(server: Flask, settings: Settings) -> None:
    """Refuse a request that came by another name."""
    allowed = settings.allowed_hosts

    @server.before_request
    def check() -> None:
        if allowed and host_of(request.host) not in allowed:
            raise BadRequest(_("Brygga is not reached by that address."))
