"""What became of the ties between two days."""

import datetime as dt
from dataclasses import dataclass

from dashboard.analysis.network_state import EmployerState, employer_state
from dashboard.analysis.selection import Scope
from dashboard.domain.definitions import Definitions

Pair = tuple[str, str]
"""coach_id, employer_id."""


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
    was, became = _pairs(before, "active"), _pairs(after, "active")
    fresh = became - was
    known = _pairs(before, "warm")
    return TieChange(
        before.on, after.on, new=fresh - known, kept=was & became, revived=fresh & known, lost=was - became
    )


def _pairs(state: EmployerState, which: str) -> frozenset[Pair]:
    ties = state.ties
    chosen = ties[ties["active"] if which == "active" else ties["last_warm_on"].notna()]
    return frozenset(zip(chosen["coach_id"], chosen["employer_id"], strict=True))
