"""What must not be switched on where people's data lies; checked before the app is made."""

import os
from collections.abc import Mapping

from dashboard.domain.errors import SettingsError
from dashboard.i18n import _

REFUSED = ("DASH_", "FLASK_DEBUG")
"""Names that begin so change how Dash and Flask behave: debugging, hot reload, MCP, foreign addresses."""


def refuse_dangerous_environment(environment: Mapping[str, str] | None = None) -> None:
    """Stop when the environment would open Dash's debugging tools or change its doors.

    Args:
        environment: what to look at; the process's own when left out.

    Raises:
        SettingsError: naming the variables.
    """
    found = sorted(
        name for name in (os.environ if environment is None else environment) if name.startswith(REFUSED)
    )
    if found:
        raise SettingsError(
            _("Brygga does not start with {names} set, because it can open doors. Remove it.").format(
                names=", ".join(found)
            )
        )
