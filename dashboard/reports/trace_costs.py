"""The rows behind cost and benefit: the employments whose months in work everything is worked out from."""

from collections.abc import Callable, Mapping

from dashboard.reports import trace_tables as tables
from dashboard.reports.trace_ground import Found, Ground

Tracer = Callable[[Ground], Found]


def _in_work(ground: Ground) -> Found:
    basis = ground.basis
    return tables.spells(ground, basis.employments & basis.runs_within(basis.spells.start, basis.spells.end))


def _begun(ground: Ground) -> Found:
    return tables.spells(ground, ground.basis.employments & ground.basis.within(ground.basis.spells.start))


TRACERS: Mapping[str, Tracer] = {}
BEHIND: Mapping[str, Tracer] = {
    **{
        f"costs.{name}": _in_work
        for name in ("person_months", "net", "actors", "turn", "tornado", "additionality")
    },
    "costs.years": _begun,
}
"""Rows that stand behind figures which also rest on the unit's assumptions."""
