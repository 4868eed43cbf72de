"""What the page of cost and benefit shows: the report's own figures, and how sure they are."""

from dataclasses import dataclass

from dashboard.analysis.cost_benefit import observed, society_ranges
from dashboard.analysis.cost_lines import SOCIETY
from dashboard.analysis.cost_years import benefit_by_month, lasting
from dashboard.data.cost_assumptions import AssumptionChange, assumptions_history
from dashboard.domain.access import MANAGERS
from dashboard.domain.assumptions import Assumptions
from dashboard.domain.errors import AccessDenied
from dashboard.i18n import _
from dashboard.reports.access import Access
from dashboard.reports.costs import Costs, costs_of
from dashboard.reports.state import PageState
from dashboard.reports.trace_ground import ground_of

__all__ = ["AssumptionChange", "CostAnswer", "cost_answer", "cost_history", "require_manager"]


@dataclass(frozen=True, slots=True)
class CostAnswer:
    """Cost and benefit of a selection.

    Attributes:
        costs: as the report has it.
        ranges: society's lowest and highest net at each additionality of TRIED; empty while unknown.
        by_month: what society has got by the end of each month ahead; empty while unknown.
    """

    costs: Costs
    ranges: tuple[tuple[float, float], ...]
    by_month: tuple[float, ...]


def require_manager(access: Access) -> None:
    """Refuse whoever does not answer for the unit's money.

    Raises:
        AccessDenied: when the person is no manager.
    """
    if access.viewer.role not in MANAGERS:
        raise AccessDenied(_("Your account may not see or do this."))


def cost_answer(access: Access, state: PageState) -> CostAnswer:
    """What the selection costs and gives in the period.

    Raises:
        AccessDenied: when the person is no manager.
        InvalidParameter: when there is no such unit or programme.
    """
    require_manager(access)
    access = access.pinned()
    units = tuple(sorted(set(state.units)))
    key = ("cost_answer", units, state.programme, state.on, state.period)
    return access.cached(key, lambda snapshot: _answer(access, state, snapshot.assumptions))


def cost_history(access: Access) -> tuple[AssumptionChange, ...]:
    """Every change of the assumptions, the newest first.

    Raises:
        AccessDenied: when the person is no manager.
    """
    require_manager(access)
    return assumptions_history(access.store.engine)


def _answer(access: Access, state: PageState, assumptions: Assumptions) -> CostAnswer:
    basis = ground_of(access, state).basis
    found = costs_of(observed(basis), lasting(basis), assumptions)
    values = {name: estimate.value for name, estimate in assumptions.in_force.items()}
    return CostAnswer(
        found,
        society_ranges(found.observed, assumptions),
        () if found.years[SOCIETY] is None else benefit_by_month(SOCIETY, found.lasting, values),
    )
