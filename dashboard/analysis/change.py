"""What became of the ties between two days."""

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.analysis.network_state import EmployerState, employer_state
from dashboard.analysis.selection import Scope
from dashboard.domain.definitions import Definitions

Pair = tuple[str, str]
"""coach_id, employer_id."""
CHANGES = ("new", "revived", "lost", "kept")
"""What may have become of a tie."""
NOTHING = len(CHANGES)


@dataclass(frozen=True, slots=True)
class TieChange:
    """Pairs of coach and employer, by what happened to their tie.

    Attributes:
        before: the earlier day.
        after: the later day.
        new: active after, and never warm on or before the earlier day.
        kept: active on both days.
        revived: active after, not before, but once warm.
        lost: active before, not after.
    """

    before: dt.date
    after: dt.date
    new: frozenset[Pair]
    kept: frozenset[Pair]
    revived: frozenset[Pair]
    lost: frozenset[Pair]


def tie_change(scope: Scope, before: dt.date, after: dt.date, definitions: Definitions) -> TieChange:
    """Compare the selection's active ties on two days.

    Args:
        scope: the selection, on any day.
        before: the earlier day.
        after: the later day.
        definitions: the window of a tie.

    Raises:
        ValueError: when the days are in the wrong order.
    """
    if after < before:
        raise ValueError(f"{after} < {before}")
    return change_between(
        employer_state(scope, before, definitions), employer_state(scope, after, definitions)
    )


def change_between(before: EmployerState, after: EmployerState) -> TieChange:
    """Compare two states of the same selection, the earlier first."""
    rows = tie_changes(before, after)
    found = {
        kind: frozenset(zip(chosen["coach_id"], chosen["employer_id"], strict=True))
        for kind in CHANGES
        for chosen in [rows[rows["change"] == kind]]
    }
    return TieChange(before.on, after.on, **found)


def tie_changes(before: EmployerState, after: EmployerState) -> pd.DataFrame:
    """The same as rows.

    Returns:
        One row a tie that is active on one of the days at least: `coach_id`, `employer_id`, `last_on` (as
        known on the later day), `change` (one of CHANGES), by change, coach and employer.
    """
    active, warm = before.ties["active"].to_numpy(), before.ties["last_warm_on"].notna().to_numpy()
    lives = after.ties["active"].to_numpy()
    was, became = before.pairs[active], after.pairs[lives]
    kept, known = np.isin(became, was), np.isin(became, before.pairs[warm])
    lost = np.flatnonzero(active)[~np.isin(was, became)]
    kind = np.full(len(after.ties), NOTHING)
    kind[lives] = np.select([kept, known], [CHANGES.index("kept"), CHANGES.index("revived")])
    kind[np.isin(after.pairs, before.pairs[lost])] = CHANGES.index("lost")
    order = np.argsort(kind, kind="stable")[: np.count_nonzero(kind < NOTHING)]
    rows = after.ties[["coach_id", "employer_id", "last_on"]].take(order).reset_index(drop=True)
    return rows.assign(change=pd.array(np.array(CHANGES, dtype=object)[kind[order]], dtype="str"))
