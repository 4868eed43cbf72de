"""What the address asks for, as every callback that follows it reads it."""

from dashboard.reports.access import Access
from dashboard.reports.state import PageState


def asked(access: Access, search: str | None) -> PageState:
    """The state of the address, without what is not in the data."""
    return PageState.parse(search or "").checked(access.store.world())
