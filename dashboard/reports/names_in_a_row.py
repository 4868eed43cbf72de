"""Names in a row, as one says them."""

from collections.abc import Sequence

from dashboard.i18n import _


def listed(names: Sequence[str]) -> str:
    """Names in a row: "Anna, Bashir och Cecilia"."""
    if len(names) < 2:
        return "".join(names)
    return _("{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])
