"""Which follow-ups wait to be done."""

import numpy as np

from dashboard.analysis.coded import Flags
from dashboard.analysis.selection import Scope
from dashboard.analysis.spells import Spells
from dashboard.domain.definitions import Definitions


def due_follow_ups(scope: Scope, spells: Spells, definitions: Definitions) -> Flags:
    """The selection's follow-ups that are due: MEASURES.md, "Follow-ups".

    The placement of a follow-up is the whole spell when an employment was renewed or a trial extended.

    Returns:
        One flag for each row of the world's follow-ups.
    """
    rows = scope.coded.follow_ups
    open_ones = scope.has_follow_up & (rows.planned <= scope.on) & (rows.done > scope.on) & ~rows.cancelled
    end = np.append(spells.end, 0)[spells.of_row[rows.placement]]
    running = end > scope.on
    ended_lately = (end > rows.planned) & (scope.on - end < definitions.due_after_end)
    return open_ones & (running | ended_lately)
