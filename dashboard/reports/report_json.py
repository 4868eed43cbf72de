"""The report as JSON: MEASURES.md, "report --format json". Exact, for the unit's own staff.

Each area of the report is a function of its own that gives the value of one key.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

from dashboard.data.engine import Database
from dashboard.domain.period import Period
from dashboard.reports.access import Access, Store
from dashboard.reports.json_values import Json
from dashboard.reports.report_clients import clients, cohort, employments, trials, waiting
from dashboard.reports.report_employers import employers, network, ranking
from dashboard.reports.report_follow_ups import follow_ups
from dashboard.reports.report_gaps import equality, fidelity, gaps
from dashboard.reports.report_input import ReportInput, report_input


def report(
    source: Access | Store | Database,
    on: dt.date,
    period: Period | None = None,
    units: Iterable[str] = (),
    programme: str | None = None,
) -> Json:
    """The report on a day, for a selection.

    Args:
        source: an access, a store, or a database.
        on: the day the figures are true for.
        period: first and last day; the year that ends on `on` when left out.
        units: keys of units; with neither units nor a programme, everything.
        programme: a programme's label.

    Raises:
        InvalidParameter: when there is no such unit or programme.
        DatabaseUnreachable: when the database does not answer.
    """
    given = report_input(source, on, period or Period.year_to(on), tuple(units), programme)
    return {name: area(given) for name, area in AREAS.items()}


def meta(given: ReportInput) -> Json:
    """What the report is about, and from which data and definitions."""
    return {
        "on": given.on.isoformat(),
        "from": given.period.first.isoformat(),
        "to": given.period.last.isoformat(),
        "units": list(given.scope.unit_ids),
        "data_version": given.version,
        "definitions_version": given.definitions.version,
    }


AREAS: dict[str, Callable[[ReportInput], Any]] = {
    "meta": meta,
    "employers": employers,
    "clients": clients,
    "waiting": waiting,
    "trials": trials,
    "employments": employments,
    "cohort": cohort,
    "follow_ups": follow_ups,
    "network": network,
    "gaps": gaps,
    "equality": equality,
    "fidelity": fidelity,
    "ranking": ranking,
}
"""The report's keys, in the order in which they stand."""
