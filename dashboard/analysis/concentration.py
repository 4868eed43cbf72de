"""How much the placements hang on a few employers."""

from dataclasses import dataclass

import numpy as np

from dashboard.analysis.coded import NOBODY, STUDIES, day_number
from dashboard.analysis.selection import Scope
from dashboard.domain.period import Period

LARGEST = 5


@dataclass(frozen=True, slots=True)
class Concentration:
    """Concentration of the placements that started in a period.

    Attributes:
        placements: how many started.
        employers: at how many employers.
        herfindahl: sum of the squared shares, 1 when all are at one employer; None without placements.
        top_five: share of the five largest; None without placements.
    """

    placements: int
    employers: int
    herfindahl: float | None
    top_five: float | None

    @property
    def equal_employers(self) -> float | None:
        """As concentrated as this many employers with equally many placements each."""
        return None if self.herfindahl is None else 1 / self.herfindahl


def concentration(scope: Scope, period: Period) -> Concentration:
    """Herfindahl index of placements, studies aside, over all employers, inactive ones too.

    The days of the period after the scope's day hold nothing.
    """
    rows = scope.coded.placements
    within = (rows.start >= day_number(period.first)) & (rows.start <= day_number(period.last))
    taken = scope.has_placement & within & (rows.kind != STUDIES) & (rows.employer != NOBODY)
    _employers, counts = np.unique(rows.employer[taken], return_counts=True)
    total = int(counts.sum())
    if not total:
        return Concentration(0, 0, None, None)
    shares = np.sort(counts)[::-1] / total
    return Concentration(
        total, len(counts), float((counts.astype(float) ** 2).sum() / total**2), float(shares[:LARGEST].sum())
    )
