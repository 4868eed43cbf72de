"""What the invented unit assumes about cost and benefit: invented like the rest, and marked as an example."""

import datetime as dt
from collections.abc import Mapping

from sqlalchemy import Connection, delete, exists, func, insert, select

from dashboard.data.changes import Stored, in_force
from dashboard.data.cost_assumptions import estimates_of, plain_assumptions
from dashboard.data.models import CostAssumptions
from dashboard.domain.assumption_catalogue import Estimate
from dashboard.domain.assumptions import INVENTED_SOURCE, assumptions_of

WHO = "demo"
"""Whom the history of the assumptions names."""

_VALUES: Mapping[str, tuple[float, float, float]] = {
    "share_with_support": (0.45, 0.4, 0.5),
    "share_without_support": (0.25, 0.15, 0.35),
    "hours_per_month": (90, 70, 110),
    "wage_per_hour": (155, 145, 165),
    "savings_municipality": (2_500, 1_000, 4_000),
    "savings_region": (1_000, 0, 2_000),
    "savings_state": (1_500, 500, 2_500),
    "income_tax_municipality": (0.2, 0.2, 0.2),
    "income_tax_region": (0.115, 0.115, 0.115),
    "income_tax_state": (0, -0.05, 0.05),
    "benefit_municipality": (4_000, 2_000, 6_000),
    "benefit_state": (6_000, 4_000, 8_000),
    "wage_subsidy": (5_000, 3_000, 7_000),
    "cost_municipality": (2_400_000, 2_200_000, 2_600_000),
    "cost_region": (0, 0, 0),
    "cost_state": (600_000, 500_000, 700_000),
}
"""The value, the lowest and the highest: round numbers that nobody has found out."""


def invented_assumptions(on: dt.date) -> dict[str, Estimate]:
    """The estimates of a unit that does not exist, true for no day but that of the demo."""
    return {
        name: Estimate(float(value), float(low), float(high), on, INVENTED_SOURCE)
        for name, (value, low, high) in _VALUES.items()
    }


def add_invented(connection: Connection, on: dt.date) -> None:
    """Assume them, where the unit has set nothing of its own."""
    before = in_force(connection, CostAssumptions)
    new = {
        name: each for name, each in plain_assumptions(invented_assumptions(on)).items() if name not in before
    }
    _change(connection, new, {**before, **new}, dt.datetime.combine(on, dt.time(), tzinfo=dt.UTC))


def remove_invented(connection: Connection) -> None:
    """Take them away again. What somebody has set in the meantime stays, and so does the history of it."""
    others = select(exists().where(CostAssumptions.changed_by != WHO))
    if not connection.execute(others).scalar():
        connection.execute(delete(CostAssumptions))
        return
    before = in_force(connection, CostAssumptions)
    gone = {name: None for name, each in before.items() if each["source"] == INVENTED_SOURCE}
    if gone:
        kept = {name: each for name, each in before.items() if name not in gone}
        last = connection.execute(select(func.max(CostAssumptions.changed_at))).scalar_one()
        _change(connection, gone, kept, last)


def _change(connection: Connection, changed: Stored, stored: Stored, now: dt.datetime) -> None:
    row = {
        "changed_at": now,
        "changed_by": WHO,
        "changed": changed,
        "in_force": stored,
        "assumptions_version": assumptions_of(estimates_of(stored)).version,
    }
    connection.execute(insert(CostAssumptions), row)
