"""Sets of assumptions under a name. They decide nothing until one is made the unit's own."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Engine, delete, insert, select
from sqlalchemy.exc import IntegrityError

from dashboard.data.changes import aware
from dashboard.data.cost_assumptions import estimates_of, plain_assumptions
from dashboard.data.engine import keeping, reading
from dashboard.data.models import CostScenario
from dashboard.domain.assumption_catalogue import Estimate


@dataclass(frozen=True, slots=True)
class Scenario:
    """A set of assumptions.

    Attributes:
        number: its key.
        name: what it is called.
        estimates: what it assumes, by name; what is not there is empty or an example.
        by: who made it.
        at: when.
    """

    number: int
    name: str
    estimates: Mapping[str, Estimate]
    by: str
    at: dt.datetime


def read_scenarios(engine: Engine) -> tuple[Scenario, ...]:
    """All of them, the oldest first."""
    wanted = select(CostScenario.__table__).order_by(CostScenario.scenario_id)
    with reading(engine) as connection:
        return tuple(
            Scenario(row.scenario_id, row.name, estimates_of(row.estimates), row.made_by, aware(row.made_at))
            for row in connection.execute(wanted)
        )


def add_scenario(
    engine: Engine, name: str, estimates: Mapping[str, Estimate], *, who: str, now: dt.datetime
) -> bool:
    """Keep a set under a name; False when there is one of that name already."""
    row = {"name": name, "estimates": plain_assumptions(estimates), "made_by": who, "made_at": now}
    try:
        with keeping(engine) as connection:
            connection.execute(insert(CostScenario), row)
    except IntegrityError:
        return False
    return True


def remove_scenario(engine: Engine, number: int) -> bool:
    """Take a set away; False when there is none of that number."""
    with keeping(engine) as connection:
        gone = connection.execute(delete(CostScenario).where(CostScenario.scenario_id == number))
    return bool(gone.rowcount)
