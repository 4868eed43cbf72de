"""The ways that clients take: from visit to job at one employer, and from one employer to another."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.analysis.basis import Basis, basis
from dashboard.analysis.intervals import Share
from dashboard.analysis.stepping_stones import conversion, stepping_stones
from dashboard.reports.access import Access
from dashboard.reports.employer_index import require_staff
from dashboard.reports.state import PageState


@dataclass(frozen=True, slots=True)
class Ways:
    """How clients come to work.

    Attributes:
        conversion: by rung and next rung (`RUNGS` of `analysis.stepping_stones`): of the clients who came to
            the one at an employer, those who came to the other there.
        stones: clients who went on to a job elsewhere, by the employer they came from, most first.
    """

    conversion: Mapping[tuple[str, str], Share]
    stones: Mapping[str, int]


def ways_to_work(access: Access, page: PageState) -> Ways:
    """The ways of the selection's clients up to the page's day.

    Raises:
        AccessDenied: when the person is neither coach nor manager.
        InvalidParameter: when there is no such unit or programme.
    """
    require_staff(access)
    key = ("ways", tuple(sorted(set(page.units))), page.programme, page.on)
    scope = access.scope(page.units, page.programme, page.on)
    return access.cached(key, lambda _snapshot: ways_of(basis(scope, page.period, access.definitions)))


def ways_of(given: Basis) -> Ways:
    """The ways of a selection's clients."""
    counts = stepping_stones(given).clients_of_stone.tolist()
    found = zip(given.scope.coded.world.employers["employer_id"], counts, strict=True)
    stones = dict(sorted(((key, n) for key, n in found if n), key=lambda row: (-row[1], row[0])))
    return Ways(conversion(given), stones)
