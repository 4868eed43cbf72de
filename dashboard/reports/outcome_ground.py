"""What the page of outcomes works on: a selection, its period, the one before, and the filters."""

from dataclasses import dataclass, field, replace

import numpy as np

from dashboard.analysis.basis import Basis, basis
from dashboard.analysis.coded import Flags
from dashboard.domain.period import Period
from dashboard.reports.access import Access
from dashboard.reports.cache import Cache
from dashboard.reports.employer_index import require_staff
from dashboard.reports.outcome_split import keys_of, sector_flags
from dashboard.reports.state import PageState

KEPT_RESULTS = 64
"""Cards of one selection that people go back and forth between, in both languages."""


@dataclass(frozen=True, slots=True, eq=False)
class OutcomeGround:
    """A page's selection, day and period.

    Attributes:
        access: who asks, and the data.
        page: the filter state.
        basis: the selection on its day.
        before: the same with the period before, as it stood equally long after its end.
        wanted: spells at employers that the filters leave: one flag a spell of `basis`.
        wanted_before: the same for `before`.
        results: what has been made from all this; it goes when this goes.
    """

    access: Access
    page: PageState
    basis: Basis
    before: Basis
    wanted: Flags
    wanted_before: Flags
    results: Cache = field(default_factory=lambda: Cache(KEPT_RESULTS))

    @property
    def filtered(self) -> bool:
        """Whether the filters leave some employers out."""
        return bool(self.page.ownership or self.page.sector)


def outcome_ground(access: Access, page: PageState) -> OutcomeGround:
    """The ground of a page's cards.

    Raises:
        AccessDenied: when the person is neither coach nor manager.
        InvalidParameter: when there is no such unit or programme.
    """
    require_staff(access)
    units = tuple(sorted(set(page.units)))
    key = ("outcome_ground", units, page.programme, page.on, page.period, page.ownership, page.sector)
    made = access.cached(key, lambda _snapshot: _ground(access, page))
    return replace(made, access=access, page=page)


def _ground(access: Access, page: PageState) -> OutcomeGround:
    now = basis(access.scope(page.units, page.programme, page.on), page.period, access.definitions)
    before = basis_before(access, page)
    return OutcomeGround(access, page, now, before, _wanted(now, page), _wanted(before, page))


def basis_before(access: Access, page: PageState) -> Basis:
    """An equally long period just before, on a day that lies as long after its end; see `earlier_input`."""
    earlier: Period = page.period.before
    on = page.on - (page.period.last - earlier.last)
    return basis(access.scope(page.units, page.programme, on), earlier, access.definitions)


def _wanted(of: Basis, page: PageState) -> Flags:
    left = np.ones(len(of.spells.start), dtype=bool)
    if page.ownership:
        left &= keys_of(of, "ownership") == page.ownership
    if page.sector:
        left &= sector_flags(of, page.sector)
    return left
