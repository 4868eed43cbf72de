"""Short ways to ask about a small world."""

import datetime as dt
from typing import Any

from dashboard.analysis.network_state import EmployerState, employer_state
from dashboard.analysis.selection import Scope, select
from dashboard.domain.definitions import Definitions
from tests.builders import Row, world

ON = dt.date(2026, 6, 30)
DEFINITIONS = Definitions()


def ago(days: int) -> str:
    """The day that many days before ON."""
    return (ON - dt.timedelta(days=days)).isoformat()


def scope_of(
    *rows: Row, units: tuple[str, ...] = (), programme: str | None = None, on: dt.date = ON
) -> Scope:
    return select(world(*rows), units, programme, on)


def state_of(
    *rows: Row, units: tuple[str, ...] = (), on: dt.date = ON, definitions=DEFINITIONS
) -> EmployerState:
    return employer_state(scope_of(*rows, units=units, on=on), on, definitions)


def of_employer(*rows: Row, key: str = "E1", **options: Any) -> dict[str, Any]:
    """What holds for one employer."""
    row = state_of(*rows, **options).employers.loc[key]
    return {str(name): value for name, value in row.items()}


def tie_of(*rows: Row, pair: tuple[str, str] = ("A", "E1"), **options: Any) -> dict[str, Any] | None:
    """The tie of a pair, None when they never met."""
    ties = state_of(*rows, **options).ties
    found = ties[(ties["coach_id"] == pair[0]) & (ties["employer_id"] == pair[1])].to_dict("records")
    return {str(name): value for name, value in found[0].items()} if found else None
