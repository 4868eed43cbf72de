"""The follow-ups that nobody has done yet, the most urgent first."""

from dataclasses import dataclass

import numpy as np

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import Codes, Days, Flags
from dashboard.analysis.follow_ups import due_follow_ups, open_follow_ups, planned_follow_ups, spell_ends

STATES = ("overdue", "due", "planned", "lapsed")
"""The states of an open follow-up; its code is the place in this list, and the order is that of urgency."""
OVERDUE, DUE, PLANNED, LAPSED = range(len(STATES))


@dataclass(frozen=True, slots=True, eq=False)
class OpenFollowUps:
    """One place an open follow-up, in order of urgency.

    Attributes:
        row: its row in the world's follow-ups.
        state: its place in STATES.
        planned: the day it is planned for.
        ended: the day its spell ended, NEVER for one that runs.
    """

    row: Codes
    state: Codes
    planned: Days
    ended: Days


def open_list(basis: Basis) -> OpenFollowUps:
    """What is overdue, the oldest first; then what is for today, what is planned, and what has lapsed."""
    planned = basis.scope.coded.follow_ups.planned
    due = due_follow_ups(basis.scope, basis.spells, basis.definitions)
    flags = {
        OVERDUE: due & (planned < basis.on),
        DUE: due & (planned == basis.on),
        PLANNED: planned_follow_ups(basis),
        LAPSED: open_follow_ups(basis.scope) & ~due,
    }
    state = np.select([*flags.values()], [*flags], -1)
    rows = np.flatnonzero(state >= 0)
    rows = rows[np.lexsort((rows, planned[rows], state[rows]))]
    return OpenFollowUps(rows, state[rows], planned[rows], spell_ends(basis.scope, basis.spells)[rows])


def three_party_ahead(basis: Basis) -> Flags:
    """The open three-party meetings planned on the day or later, of what runs: one flag a follow-up."""
    rows = basis.scope.coded.follow_ups
    today = due_follow_ups(basis.scope, basis.spells, basis.definitions) & (rows.planned == basis.on)
    together = basis.scope.coded.world.follow_ups["party"].eq("three_party").to_numpy(dtype=bool)
    wanted: Flags = together & (today | planned_follow_ups(basis))
    return wanted
