"""Who runs a command, as the histories name them."""

import getpass


def whoever() -> str:
    """The account on this machine."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "brygga"
