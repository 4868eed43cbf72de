"""What is known about the request being answered: who asks, and the copy it is answered by."""

from typing import cast

from flask import current_app, g

from dashboard.domain.access import Viewer
from dashboard.domain.errors import AccessDenied
from dashboard.i18n import _
from dashboard.public.messages import Desk
from dashboard.public.pages import Public
from dashboard.server.ports import Ports, SignedIn
from dashboard.settings import Settings

KEY = "brygga"


class Copy:
    """This copy of Brygga, as the server's modules see it.

    Args:
        settings: how it is run.
        ports: the layers below.
        secret: the secret key.
        styles: addresses of the style sheets, in order, for the pages written by the server.
        public: the pages that anybody may see.
        desk: where messages about accessibility are left.
    """

    def __init__(  # noqa: PLR0917 (made in one place)
        self,
        settings: Settings,
        ports: Ports,
        secret: bytes,
        styles: tuple[str, ...],
        public: Public,
        desk: Desk,
    ) -> None:
        self.settings = settings
        self.ports = ports
        self.secret = secret
        self.styles = styles
        self.public = public
        self.desk = desk


def copy() -> Copy:
    """The copy that answers this request."""
    return cast(Copy, current_app.extensions[KEY])


def signed_in() -> SignedIn | None:
    """The session of this request; None when nobody is signed in."""
    return cast(SignedIn | None, g.get("signed_in"))


def viewer() -> Viewer:
    """The person who asks.

    Raises:
        AccessDenied: when nobody is signed in.
    """
    session = signed_in()
    if session is None:
        raise AccessDenied(_("You are not signed in."))
    return session.viewer
