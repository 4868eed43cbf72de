"""Clients who changed step in the period, and those who went back."""

import numpy as np

from dashboard.analysis.basis import Basis, flags_at
from dashboard.analysis.coded import Flags
from dashboard.analysis.intervals import Share


def went_back(basis: Basis) -> Share:
    """Of the clients who changed step in the period, those who at some time in it went to a lower one."""
    moved, back = step_movers(basis)
    return Share(int(back.sum()), int(moved.sum()))


def step_movers(basis: Basis) -> tuple[Flags, Flags]:
    """Who changed step in the period, and who of them went back: one flag a client of the world.

    A first step is no change. Of several steps on one day only the highest counts.
    """
    rows, count = basis.scope.coded.steps, len(basis.scope.has_client)
    known = np.flatnonzero((rows.day <= basis.on) & basis.scope.has_client[rows.client])
    ordered = known[np.lexsort((rows.step[known], rows.day[known], rows.client[known]))]
    client, step, day = rows.client[ordered], rows.step[ordered], rows.day[ordered]
    last_of_day = np.append((client[1:] != client[:-1]) | (day[1:] != day[:-1]), True)[: len(client)]
    client, step, day = client[last_of_day], step[last_of_day], day[last_of_day]
    follows = np.append(False, client[1:] == client[:-1])[: len(client)]
    before = np.append(0, step[:-1])[: len(step)]
    changed = follows & basis.within(day) & (step != before)
    return flags_at(client[changed], count), flags_at(client[changed & (step < before)], count)
