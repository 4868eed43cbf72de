"""What the page "Side by side" works on: the groups of a selection, on a day and in a period."""

from dataclasses import dataclass, field, replace

from dashboard.analysis.basis import Basis, basis
from dashboard.analysis.ladder_state import LadderState, ladder_state
from dashboard.analysis.rounds import rounds
from dashboard.domain.period import Period
from dashboard.domain.world import World
from dashboard.reports.access import Access
from dashboard.reports.cache import Cache
from dashboard.reports.cost_page import require_manager
from dashboard.reports.side_groups import OF_UNITS, Group, groups_of, named, where
from dashboard.reports.state import PageState

KEPT_RESULTS = 64
"""Cards of one selection in both languages, and the networks of its groups."""


@dataclass(frozen=True, slots=True, eq=False)
class SideGround:
    """A selection and its groups.

    Attributes:
        access: who asks, and the data.
        page: the filter state.
        grouping: the way that the groups come from, one of GROUPINGS.
        whole: the selection; for rounds its period begins with the first of them.
        groups: its groups.
        by_day: whether a round is one day of admission.
        outside: clients whom no round holds.
        results: what has been made from all this; it goes when this goes.
    """

    access: Access
    page: PageState
    grouping: str
    whole: Basis
    groups: tuple[Group, ...]
    by_day: bool = False
    outside: int = 0
    results: Cache = field(default_factory=lambda: Cache(KEPT_RESULTS))

    @property
    def names(self) -> list[str]:
        """What the groups are called, in their order."""
        return [self.name(group) for group in self.groups]

    def name(self, group: Group) -> str:
        """What a group is called."""
        return named(self.access.store.world(), self.grouping, group, by_day=self.by_day)

    def where(self, group: Group) -> str:
        """The municipalities of a group's units."""
        return where(self.access.store.world(), group)

    def employers(self, group: Group | None) -> LadderState:
        """The rungs and ties of a group's employers, or of the whole selection's."""
        basis = group.basis if group else self.whole
        made: LadderState = self.results.get(
            ("employers", group.key if group else None),
            lambda: ladder_state(basis.scope, basis.definitions),
        )
        return made


def grouping_in_force(page: PageState, world: World) -> str:
    """The way that the address asks for; else the units when there are several, or the referrers."""
    return page.grouping or ("unit" if len(world.units) > 1 else "referrer")


def side_ground(access: Access, page: PageState) -> SideGround:
    """The ground of a page's cards.

    Raises:
        AccessDenied: when the person is no manager.
        InvalidParameter: when there is no such unit or programme.
    """
    require_manager(access)
    grouping = grouping_in_force(page, access.store.world())
    units = tuple(sorted(set(page.units)))
    key = ("side_ground", units, page.programme, page.on, page.period, grouping)
    made = access.cached(key, lambda _snapshot: _ground(access, page, grouping))
    return replace(made, access=access, page=page)


def _ground(access: Access, page: PageState, grouping: str) -> SideGround:
    scope = access.scope(page.units, page.programme, page.on)
    whole = basis(scope, page.period, access.definitions)
    if grouping != "round":
        return SideGround(access, page, grouping, whole, groups_of(whole, grouping))
    found = rounds(whole)
    if found.rounds:
        # What became of a round counts from its own beginning, whatever the period.
        whole = replace(whole, period=Period(found.rounds[0].period.first, page.on))
    return SideGround(
        access, page, grouping, whole, groups_of(whole, grouping), by_day=found.by_day, outside=found.outside
    )


__all__ = ["OF_UNITS", "Group", "SideGround", "grouping_in_force", "side_ground"]
