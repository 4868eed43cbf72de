"""`brygga serve --public`: the process that has the file of publications and nothing else.

It is started anew, as `python -m dashboard.cli.public_process`, so that no module that can open the unit's
database is even loaded in it.
"""

import os
import sys
from typing import Any, NoReturn

from dashboard.cli.serving import Server
from dashboard.data.public_messages import MessageFile
from dashboard.data.publications import read_current
from dashboard.public.process import create_public_app
from dashboard.settings import Settings


def make_public_app(settings: Settings) -> Any:
    """The public app on this machine's files."""
    return create_public_app(settings, read_current, MessageFile(settings.messages))


def become_public_process(settings: Settings) -> NoReturn:
    """Put the public process in the place of this one, with the same settings."""
    own = {"BRYGGA_HOST": settings.host, "BRYGGA_PORT": str(settings.port)}
    os.execve(sys.executable, [sys.executable, "-m", __name__], {**os.environ, **own})  # noqa: S606 (our own)


def main() -> None:
    """Serve the public pages until stopped."""
    settings = Settings()
    Server(settings, lambda: make_public_app(settings)).run()


if __name__ == "__main__":
    main()
