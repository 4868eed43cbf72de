"""The whole report of a small world, without a database."""

import datetime as dt
from typing import Any

from dashboard.analysis.basis import Basis, basis
from dashboard.analysis.network_state import employer_state
from dashboard.analysis.selection import select
from dashboard.domain.definitions import Definitions
from dashboard.domain.period import Period
from dashboard.domain.world import World
from dashboard.reports.report_input import input_of
from dashboard.reports.report_json import AREAS
from tests.analysis.small import DEFINITIONS, ON, scope_of
from tests.builders import Row, world


def report_on(there: World, units: tuple[str, ...], on: dt.date, period: Period) -> dict[str, Any]:
    """Every area of the report of a world."""
    scope = select(there, units, None, on)
    found = input_of(scope, employer_state(scope, on, DEFINITIONS), period, DEFINITIONS)
    return {name: area(found) for name, area in AREAS.items()}


def report_of(
    *rows: Row,
    on: dt.date | str = ON,
    first: str | None = None,
    last: str | None = None,
    units: tuple[str, ...] = (),
) -> dict[str, Any]:
    """Every area of the report of some rows; the period is the year that ends with the day when left out."""
    there = dt.date.fromisoformat(on) if isinstance(on, str) else on
    year = Period.year_to(there)
    period = Period(
        dt.date.fromisoformat(first) if first else year.first,
        dt.date.fromisoformat(last) if last else year.last,
    )
    return report_on(world(*rows), units, there, period)


def basis_of(
    *rows: Row, on: dt.date = ON, period: Period | None = None, definitions: Definitions = DEFINITIONS
) -> Basis:
    """What the measures start from, of some rows."""
    return basis(scope_of(*rows, on=on), period or Period.year_to(on), definitions)
