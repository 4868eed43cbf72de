"""The rung and the ties of each employer alone: what `employer_state` says, without all the rest of it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dashboard.analysis.coded import ALWAYS, Codes
from dashboard.analysis.interactions import interactions
from dashboard.analysis.ladder import rungs
from dashboard.analysis.network_state import total_employers
from dashboard.analysis.places import count_by
from dashboard.analysis.selection import Scope
from dashboard.analysis.strength import clients_placed
from dashboard.analysis.ties import ties
from dashboard.domain.definitions import Definitions


@dataclass(frozen=True, slots=True, eq=False)
class LadderState:
    """The employers of `total`, in the order of the world.

    Attributes:
        rung: of each.
        active_ties: the coaches with an active tie to each.
        ownership: of each, "unknown" without one.
    """

    rung: Codes
    active_ties: Codes
    ownership: NDArray[np.object_]

    def owned(self, ownership: str) -> "LadderState":
        """Those of one form of ownership."""
        mine = self.ownership == ownership
        return LadderState(self.rung[mine], self.active_ties[mine], self.ownership[mine])


def ladder_state(scope: Scope, definitions: Definitions) -> LadderState:
    """The rung and the active ties of a selection's employers on its day."""
    total, rows = total_employers(scope), interactions(scope)
    count = len(total)
    pairs = ties(scope, rows, total, definitions)
    last = np.full(count, ALWAYS)
    np.maximum.at(last, rows.employer, rows.day)
    rung = rungs(rows, clients_placed(scope, employments_only=False), scope.on - last, definitions)
    forms = scope.coded.world.employers["ownership"].fillna("unknown").to_numpy(dtype=object)
    return LadderState(rung[total], count_by(pairs.employer[pairs.active], count)[total], forms[total])
