"""The mix of employers, for the page of gaps."""

from dashboard.analysis.basis import basis
from dashboard.analysis.mix import MixRow, mix
from dashboard.reports.access import Access
from dashboard.reports.employer_index import require_staff
from dashboard.reports.state import PageState


def employer_mix(access: Access, page: PageState) -> tuple[MixRow, ...]:
    """Forms of ownership among the selection's employers and the period's placements.

    Raises:
        AccessDenied: when the person is neither coach nor manager.
        InvalidParameter: when there is no such unit or programme.
    """
    require_staff(access)
    key = ("mix", tuple(sorted(set(page.units))), page.programme, page.on, page.period)
    scope = access.scope(page.units, page.programme, page.on)
    state = access.employer_state(page.units, page.programme, page.on)
    return access.cached(key, lambda _snapshot: mix(basis(scope, page.period, access.definitions), state))
