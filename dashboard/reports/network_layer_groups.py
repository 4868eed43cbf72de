"""The groups of alike employers on the network page: found beside the request, and chosen in the address."""

from dashboard.reports.access import Access
from dashboard.reports.network_communities import NamedCommunities, NamedCommunity, communities_soon
from dashboard.reports.state import PageState

DISSOLVED_BELOW = 0.5
"""Hennig (2007): what is not even found again by half is no group."""


def groups(access: Access, page: PageState) -> NamedCommunities | None:
    """The groups of the network of alike employers; None for another one, and while they are worked out."""
    return communities_soon(access, page) if page.layer == "alike" else None


def chosen_group(found: NamedCommunities | None, page: PageState) -> NamedCommunity | None:
    """The group that the address names by one of its employers."""
    if found is None or page.group is None:
        return None
    return next((one for one in found.found if page.group in one.employer_ids), None)


def group_key(one: NamedCommunity) -> str:
    """What a group is called in the address: its first employer, as its name follows from its members."""
    return one.employer_ids[0]
