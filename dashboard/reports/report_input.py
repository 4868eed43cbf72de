"""What every area of the JSON report starts from."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.analysis.basis import Basis, basis
from dashboard.analysis.network_state import EmployerState, employer_state
from dashboard.analysis.selection import Scope, select
from dashboard.data.engine import Database
from dashboard.data.reference import find_postal_code, share_of_women
from dashboard.domain.assumptions import Assumptions
from dashboard.domain.definitions import Definitions
from dashboard.domain.period import Period
from dashboard.domain.world import World
from dashboard.reports.access import Access, Store


@dataclass(frozen=True, slots=True, eq=False)
class ReportInput:
    """A selection on a day and in a period.

    Attributes:
        version: the data version.
        on: the day the figures are true for.
        period: first and last day.
        scope: the selection's rows.
        state: its employers and ties.
        basis: its clients, placements and follow-ups.
        definitions: thresholds, windows and weights.
        assumptions: what the unit assumes about cost and benefit.
    """

    version: str
    on: dt.date
    period: Period
    scope: Scope
    state: EmployerState
    basis: Basis
    definitions: Definitions
    assumptions: Assumptions


def report_input(
    source: Access | Store | Database,
    on: dt.date,
    period: Period,
    units: tuple[str, ...],
    programme: str | None,
) -> ReportInput:
    """Read the data, or take it as it was last read, and select from it.

    Raises:
        InvalidParameter: when there is no such unit or programme.
        DatabaseUnreachable: when the database does not answer.
    """
    if isinstance(source, Access):
        source = source.pinned()
        scope, state = source.scope(units, programme, on), source.employer_state(units, programme, on)
        return input_of(scope, state, period, source.definitions, source.store.snapshot().assumptions)
    store = source if isinstance(source, Store) else Store(source)
    snapshot = store.snapshot()
    scope = select(snapshot.coded, units, programme, on)
    definitions = snapshot.definitions
    state = employer_state(scope, on, definitions)
    return input_of(scope, state, period, definitions, snapshot.assumptions)


def input_of(
    scope: Scope,
    state: EmployerState,
    period: Period,
    definitions: Definitions,
    assumptions: Assumptions | None = None,
) -> ReportInput:
    """The same from a selection that is at hand.

    Args:
        scope: the selection on the day.
        state: its employers on the same day.
        period: first and last day.
        definitions: thresholds, windows and weights.
        assumptions: what the unit assumes about cost and benefit; nothing of its own when left out.
    """
    return ReportInput(
        version=scope.coded.world.version,
        on=scope.date,
        period=period,
        scope=scope,
        state=state,
        basis=basis(scope, period, definitions),
        definitions=definitions,
        assumptions=assumptions or Assumptions(),
    )


def earlier_input(given: ReportInput) -> ReportInput:
    """The same selection and an equally long period just before, as it stood then.

    The day moves back as far as the period's end, so that what is followed for some time after it (a trial
    that becomes a job, a follow-up done late) has had equally long.
    """
    before = given.period.before
    scope = given.scope.at(given.on - (given.period.last - before.last))
    state = employer_state(scope, scope.date, given.definitions)
    return input_of(scope, state, before, given.definitions)


def homes(world: World) -> Mapping[str, tuple[float, float]]:
    """Latitude and longitude of the clients' postal codes that are known better than their municipality."""
    found = {code: find_postal_code(code) for code in world.clients["postal_code"].dropna().unique()}
    return {
        code: (place.latitude, place.longitude)
        for code, place in found.items()
        if place is not None and place.precision == "postal_code"
    }


def women_by_occupation(world: World) -> Mapping[str, float]:
    """The share of women in the register, by the first three digits of the placements' occupations."""
    codes = world.placements["occupation"].dropna().str.slice(0, 3).unique()
    shares = {code: share_of_women(code) for code in codes}
    return {code: share for code, share in shares.items() if share is not None}
