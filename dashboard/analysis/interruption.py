"""When trials are interrupted, week by week since they began."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import Flags
from dashboard.analysis.competing import CENSORED, Incidence, aalen_johansen
from dashboard.analysis.trials import INTERRUPTIONS
from dashboard.domain.vocabulary import OUTCOMES

WEEK = 7
OTHERWISE = len(INTERRUPTIONS) + 1
"""The cause of a trial that ended in another way, its outcome unknown included."""


@dataclass(frozen=True, slots=True, eq=False)
class Interruption:
    """MEASURES.md, "Interruption over time".

    Attributes:
        trials: how many trials it is of.
        weeks: 0, 1, 2 … up to the last week in which anything ended.
        by_reason: for each kind of interruption, the share interrupted by the end of each week.
    """

    trials: int
    weeks: NDArray[np.int64]
    by_reason: dict[str, NDArray[np.float64]]

    @property
    def any_reason(self) -> NDArray[np.float64]:
        """The share interrupted for any reason by the end of each week."""
        return np.asarray(np.sum(list(self.by_reason.values()), axis=0), dtype=np.float64)


def interruption(basis: Basis, wanted: Flags | None = None) -> Interruption:
    """Cumulative incidence of interruption, other endings competing; running trials are followed to the day.

    Args:
        basis: the selection on a day; every trial begun by then counts, whenever.
        wanted: only some of the spells.
    """
    trials = basis.trials if wanted is None else basis.trials & wanted
    curve = interruption_curve(basis, trials)
    weeks = np.arange(int(curve.days.max(initial=-1)) // WEEK + 1 if len(curve.days) else 0)
    return Interruption(
        trials=int(trials.sum()),
        weeks=weeks,
        by_reason={
            OUTCOMES[code]: np.array([curve.at(int(week) * WEEK + WEEK - 1, place + 1) for week in weeks])
            for place, code in enumerate(INTERRUPTIONS)
        },
    )


def interruption_curve(basis: Basis, trials: Flags, *, any_reason: bool = False) -> Incidence:
    """Cumulative incidence of each kind of interruption, in the order of INTERRUPTIONS, or of any as one.

    Args:
        basis: the selection on a day.
        trials: the spells in question.
        any_reason: whether all kinds are one cause, the first.
    """
    rows = basis.spells
    ended = rows.end[trials] <= basis.on
    lengths = np.minimum(rows.end[trials], basis.on) - rows.start[trials]
    outcome = rows.outcome[trials]
    if any_reason:
        ordinal, count = np.where(np.isin(outcome, INTERRUPTIONS), 1, 2), 2
    else:
        reasons = [outcome == code for code in INTERRUPTIONS]
        ordinal, count = np.select(reasons, list(range(1, OTHERWISE)), OTHERWISE), OTHERWISE
    return aalen_johansen(lengths, np.where(ended, ordinal, CENSORED), count)
