"""The rows behind what the page of outcomes adds."""

from collections.abc import Callable, Mapping

import numpy as np

from dashboard.analysis.basis import flags_at
from dashboard.analysis.by_gender import served
from dashboard.analysis.coded import EMPLOYMENT, NOBODY, TASTINGS, TRIALS, day_number
from dashboard.analysis.half_years import half_years
from dashboard.analysis.involvement import involvement
from dashboard.analysis.queue import has_applied, is_waiting
from dashboard.analysis.step_moves import step_movers
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


def _trials(ground: Ground) -> Found:
    return tables.spells(ground, ground.basis.trials)


def _with_steps(ground: Ground) -> Found:
    rows = ground.scope.coded.steps
    entered = flags_at(rows.client[rows.day <= ground.basis.on], len(ground.scope.has_client))
    return tables.clients(ground, ground.scope.has_client & entered)


def _moved(ground: Ground) -> Found:
    return tables.clients(ground, step_movers(ground.basis)[0])


def _served(ground: Ground) -> Found:
    return tables.clients(ground, served(ground.basis))


def _waiting(ground: Ground) -> Found:
    return tables.clients(ground, has_applied(ground.basis) & is_waiting(ground.basis))


def _new_clients(ground: Ground) -> Found:
    return tables.clients(ground, ground.basis.enrolled_in_period)


def _active(ground: Ground) -> Found:
    return tables.clients(ground, ground.scope.active_client)


def _new(ground: Ground) -> Found:
    return tables.clients(ground, ground.basis.enrolled_in_period)


def _followed(ground: Ground) -> Found:
    found = involvement(ground.basis)
    nobody = np.zeros(len(ground.scope.has_client), dtype=bool)
    return tables.clients(ground, nobody if found is None else found.who)


def _in_work(ground: Ground) -> Found:
    return tables.clients(ground, ground.basis.employed_now)


TRACERS: Mapping[str, Tracer] = {"outcomes.queue": _waiting}
BEHIND: Mapping[str, Tracer] = {
    "outcomes.interruption": _trials,
    "outcomes.step_days": _with_steps,
    "outcomes.went_back": _moved,
    "outcomes.by_gender": _served,
    "outcomes.cooperation": _active,
    "outcomes.coordination": _active,
    "outcomes.gaps": _followed,
    "outcomes.returns": _new,
    "outcomes.hours": _in_work,
    "outcomes.split": _known_outcomes,
    "outcomes.by_coach": _known_outcomes,
    "outcomes.waiting_change": _new_clients,
    "outcomes.anywhere": _jobs,
    "outcomes.half_years": _of_half_years,
    "ways.conversion": _ways,
}
"""Rows that stand behind a figure which is not their number."""
