"""The names this copy is reached by; a page elsewhere may point a name of its own at our address."""

from urllib.parse import urlsplit

from flask import Flask, request
from werkzeug.exceptions import BadRequest

from dashboard.i18n import _
from dashboard.settings import LOOPBACK, Settings


def allowed_hosts(settings: Settings) -> frozenset[str]:
    """The names; empty for any."""
    if settings.hosts:
        return frozenset(host.strip().casefold() for host in settings.hosts.split(",") if host.strip())
    return frozenset(LOOPBACK) if settings.only_this_machine else frozenset()


def guard_host(server: Flask, settings: Settings) -> None:
    """Refuse a request that came by another name."""
    allowed = allowed_hosts(settings)

    @server.before_request
    def check() -> None:
        if allowed and _host() not in allowed:
            raise BadRequest(_("Brygga is not reached by that address."))


def _host() -> str:
    try:
        return urlsplit(f"//{request.host}").hostname or ""
    except ValueError:
        return ""
