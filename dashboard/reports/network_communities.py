"""Groups of employers that are alike, with names made of what their members share."""

from dataclasses import dataclass

import pandas as pd

from dashboard.analysis.communities import Communities, Community, Shared, communities, most_common
from dashboard.analysis.likeness import Likeness
from dashboard.analysis.network_state import EmployerState
from dashboard.data.reference import sni_section
from dashboard.domain.definitions import Definitions
from dashboard.i18n import language
from dashboard.reports.access import Access
from dashboard.reports.community_names import community_name, told_apart
from dashboard.reports.employer_index import require_staff
from dashboard.reports.layers import alike_employers
from dashboard.reports.network_scope import known
from dashboard.reports.state import PageState

STABLE_FROM = 0.75
"""Hennig (2007): from here on a group is found again; below a half it dissolves."""


@dataclass(frozen=True, slots=True)
class NamedCommunity:
    """One group.

    Attributes:
        name: what at least half of its members share, in words.
        employer_ids: its members, by key.
        stability: how much of it other seeds find again, 0–1.
        occupation: the occupation group that most offer.
        municipality: where most lie, a code.
        sector: the section of SNI that most belong to, a letter.
    """

    name: str
    employer_ids: tuple[str, ...]
    stability: float
    occupation: Shared | None
    municipality: Shared | None
    sector: Shared | None

    @property
    def is_stable(self) -> bool:
        """Whether it may be relied on."""
        return self.stability >= STABLE_FROM


@dataclass(frozen=True, slots=True)
class NamedCommunities:
    """All groups, the largest first.

    Attributes:
        found: the groups.
        stability: mean adjusted Rand index of 20 divisions; None without employers.
        alone: employers that are like nobody.
        left_out: employers without an occupation or an area.
    """

    found: tuple[NamedCommunity, ...]
    stability: float | None
    alone: int
    left_out: int

    def of(self) -> dict[str, str]:
        """The name of the group that each employer belongs to."""
        return {key: group.name for group in self.found for key in group.employer_ids}


def employer_communities(access: Access, page: PageState) -> NamedCommunities:
    """The groups of the selection's employers on the page's day.

    Raises:
        AccessDenied: when the person is neither coach nor manager.
        InvalidParameter: when there is no such unit or programme.
    """
    require_staff(access)
    found = access.cached(_key(page), lambda _snapshot: communities(alike_employers(access, page)))
    state = access.employer_state(page.units, page.programme, page.on)
    return name_all(found, state, access.definitions)


def communities_soon(access: Access, page: PageState) -> NamedCommunities | None:
    """The same; None while they are being worked out, which takes a large selection half a minute.

    Raises:
        AccessDenied: when the person is neither coach nor manager.
        InvalidParameter: when there is no such unit or programme.
    """
    require_staff(access)
    alike = alike_employers(access, page)
    found = access.begun(_key(page), lambda _snapshot: communities(alike))
    if found is None:
        return None
    scope = known(access, page)
    key = ("communities", language())
    groups: NamedCommunities = scope.results.get(
        key, lambda: name_all(found, scope.state, access.definitions)
    )
    return groups


def communities_of(alike: Likeness, state: EmployerState, definitions: Definitions) -> NamedCommunities:
    """Divide and name in one step.

    Args:
        alike: who is like whom.
        state: the employers.
        definitions: `ssyk_level`.
    """
    return name_all(communities(alike), state, definitions)


def name_all(found: Communities, state: EmployerState, definitions: Definitions) -> NamedCommunities:
    """Give every group its name, in the language in use."""
    employers = state.employers
    codes = employers["sni_code"].dropna().unique()
    sectors = employers["sni_code"].map({code: sni_section(code) for code in codes}).astype("str")
    shared = [_shared(one, employers, sectors, definitions) for one in found.found]
    names = told_apart(
        [community_name(*traits) for traits in shared], [sector for _field, _place, sector in shared]
    )
    groups = tuple(
        NamedCommunity(name, one.employer_ids, one.stability, *has)
        for name, one, has in zip(names, found.found, shared, strict=True)
    )
    return NamedCommunities(groups, found.stability, found.alone, found.left_out)


def _key(page: PageState) -> tuple[object, ...]:
    return ("communities", tuple(sorted(set(page.units))), page.programme, page.on)


Traits = tuple[Shared | None, Shared | None, Shared | None]


def _shared(
    one: Community, employers: pd.DataFrame, sectors: "pd.Series[str]", definitions: Definitions
) -> Traits:
    members = employers.loc[list(one.employer_ids)]
    return (
        most_common(members["occupations"], definitions.ssyk_level),
        most_common(members["map_municipality_code"]),
        most_common(sectors.loc[members.index]),
    )
