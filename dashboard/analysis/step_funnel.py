"""How far clients have come through the five steps, and how long each step takes."""

from dataclasses import dataclass

import numpy as np

from dashboard.analysis.basis import Basis
from dashboard.analysis.clients import latest_steps
from dashboard.analysis.survival import kaplan_meier
from dashboard.domain.vocabulary import STEPS


@dataclass(frozen=True, slots=True)
class StepInFunnel:
    """One step.

    Attributes:
        step: its number.
        now: active clients whose latest entry it is.
        reached: active clients who ever entered it or a later one.
        median_days: median days until the next entry, those still in it counted; None while half are.
    """

    step: int
    now: int
    reached: int
    median_days: int | None


def step_funnel(basis: Basis) -> tuple[StepInFunnel, ...]:
    """MEASURES.md, "Step funnel", for the selection's active clients; days per step for all its clients."""
    rows, clients = basis.scope.coded.steps, basis.scope.coded.clients
    active, count = basis.scope.active_client, len(basis.scope.has_client)
    known = np.flatnonzero((rows.day <= basis.on) & basis.scope.has_client[rows.client])
    ordered = known[np.lexsort((rows.step[known], rows.day[known], rows.client[known]))]
    client, step, day = rows.client[ordered], rows.step[ordered], rows.day[ordered]
    highest = np.zeros(count, dtype=np.int64)
    np.maximum.at(highest, client, step)
    followed = np.append(client[1:] == client[:-1], False)[: len(client)]
    left = np.minimum(clients.closed[client], basis.on)
    until = np.where(followed, np.append(day[1:], 0)[: len(day)], np.maximum(left, day))
    now = latest_steps(basis)[active]
    return tuple(
        StepInFunnel(
            step=number,
            now=int((now == number).sum()),
            reached=int((highest[active] >= number).sum()),
            median_days=kaplan_meier((until - day)[step == number], followed[step == number]).median(),
        )
        for number in STEPS
    )
