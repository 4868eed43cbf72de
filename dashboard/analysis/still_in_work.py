"""Who is still in work anywhere: a change of employer is no loss."""

import numpy as np

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import Codes, Days
from dashboard.analysis.survival import Curve, kaplan_meier


def in_work_anywhere(basis: Basis) -> Curve:
    """How long each client's first stretch in work lasts, whoever the employer is.

    Employment spells of one client that overlap, or follow each other within the gap that joins rows of one
    spell, are one stretch. Stretches that run are followed to the day.
    """
    start, end = stretches(basis)
    return kaplan_meier(np.minimum(end, basis.on) - start, end <= basis.on)


def stretches(basis: Basis) -> tuple[Days, Days]:
    """First day and end of each client's first stretch in work; the end is after the day while it runs."""
    rows = basis.spells
    jobs = np.flatnonzero(basis.employments)
    jobs = jobs[np.lexsort((rows.start[jobs], rows.client[jobs]))]
    client, start, end = rows.client[jobs], rows.start[jobs], rows.end[jobs]
    first = np.append(True, client[1:] != client[:-1])[: len(client)]
    latest = _latest_so_far(end, first, basis.on)
    joins = ~first & (start - np.append(0, latest[:-1])[: len(start)] <= basis.definitions.spell_gap)
    # Only the unbroken run of joined spells from each client's first one belongs to the first stretch.
    broken = _running_count(~first & ~joins, first) == 0
    owner = np.cumsum(first) - 1
    last = np.full(int(first.sum()), -1)
    np.maximum.at(last, owner[broken], latest[broken])
    return start[first], last


def _latest_so_far(end: Days, first: np.ndarray[tuple[int], np.dtype[np.bool_]], on: int) -> Days:
    """The latest end among a client's spells so far; `on` + 1 for one that runs."""
    known = np.minimum(end, on + 1)
    lift = np.cumsum(first) * (2 * (on + 2))
    latest: Days = np.maximum.accumulate(known + lift) - lift
    return latest


def _running_count(flags: Codes, first: Codes) -> Codes:
    """How many flags were set so far within each group."""
    total = np.cumsum(flags)
    begins = np.maximum.accumulate(np.where(first, np.arange(len(first)), 0)) if len(first) else total
    base = np.append(0, total)[begins] if len(first) else total
    counted: Codes = total - base
    return counted
