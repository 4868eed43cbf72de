"""What narrows a match, in words."""

from dashboard.i18n import _, number
from dashboard.reports.reference_words import occupation
from dashboard.reports.state import PageState

DISTANCES = (5, 15, 30, 50)
"""Kilometres that a page offers to narrow to."""


def filters_in_words(page: PageState) -> str:
    """The filters in force, in a row."""
    parts = [
        *page.units,
        *([page.programme] if page.programme else []),
        *([occupation(page.occupation)] if page.occupation else []),
        *([_("within {n} km").format(n=number(page.within))] if page.within else []),
    ]
    return ", ".join(parts) or _("everything")
