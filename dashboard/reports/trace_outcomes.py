"""The rows behind what the page of outcomes adds."""

from collections.abc import Callable, Mapping

import numpy as np

from dashboard.analysis.coded import EMPLOYMENT, NOBODY, TASTINGS, TRIALS, day_number
from dashboard.analysis.half_years import half_years
from dashboard.reports import trace_tables as tables
from dashboard.reports.trace_ground import Found, Ground

Tracer = Callable[[Ground], Found]


def _known_outcomes(ground: Ground) -> Found:
    rows = ground.basis.spells
    ended = ground.basis.trials & ground.basis.within(rows.end)
    return tables.spells(ground, ended & (rows.outcome != NOBODY))


def _jobs(ground: Ground) -> Found:
    return tables.spells(ground, ground.basis.employments)


def _ways(ground: Ground) -> Found:
    on_the_way = np.isin(ground.basis.spells.kind, (*TASTINGS, *TRIALS, EMPLOYMENT))
    return tables.spells(ground, ground.basis.own & on_the_way)


def _of_half_years(ground: Ground) -> Found:
    first = day_number(half_years(ground.basis)[0].period.first)
    enrolled = ground.scope.coded.clients.enrolled
    return tables.clients(
        ground, ground.scope.has_client & (first <= enrolled) & (enrolled <= ground.basis.on)
    )


TRACERS: Mapping[str, Tracer] = {}
BEHIND: Mapping[str, Tracer] = {
    "outcomes.split": _known_outcomes,
    "outcomes.anywhere": _jobs,
    "outcomes.half_years": _of_half_years,
    "ways.conversion": _ways,
}
"""Rows that stand behind a figure which is not their number."""
