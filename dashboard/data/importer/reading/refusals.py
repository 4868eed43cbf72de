"""Refusals that more than one reader gives."""

from dashboard.domain.errors import FileRefused
from dashboard.i18n import _


def damaged() -> FileRefused:
    """The refusal of a file that breaks off or contradicts itself."""
    return FileRefused(
        _("The file is damaged or cut short. Save it again in the spreadsheet, or fetch it anew.")
    )


def too_large_unpacked() -> FileRefused:
    """The refusal of a file that grows past what may be unpacked."""
    return FileRefused(_("The file is too large when it is unpacked. Divide it."))


def too_heavy() -> FileRefused:
    """The refusal of a file whose reading took more memory than it may."""
    return FileRefused(
        _("The file takes more memory to read than it may. Divide it, or save the tables as CSV.")
    )


def too_slow() -> FileRefused:
    """The refusal of a file whose reading took more time than it may."""
    return FileRefused(_("The file takes longer to read than it may. Divide it, or save the tables as CSV."))
