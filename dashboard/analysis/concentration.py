"""How much the placements hang on a few employers."""

from dataclasses import dataclass

import numpy as np

from dashboard.analysis.coded import NOBODY, STUDIES, Codes, Flags, day_number
from dashboard.analysis.places import count_by
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
    return concentration_of(placements_by_employer(scope, period))


def placements_by_employer(scope: Scope, period: Period) -> Codes:
    """The placements that started in the period, studies aside: one count an employer of the world."""
    taken = started_in(scope, period)
    return count_by(scope.coded.placements.employer[taken], len(scope.has_employer))


def started_in(scope: Scope, period: Period) -> Flags:
    """Those placements: one flag a row of the world."""
    rows = scope.coded.placements
    within = (rows.start >= day_number(period.first)) & (rows.start <= day_number(period.last))
    taken: Flags = scope.has_placement & within & (rows.kind != STUDIES) & (rows.employer != NOBODY)
    return taken


def concentration_of(counts: Codes) -> Concentration:
    """How much some counts, one an employer, hang on a few of them."""
    total = int(counts.sum())
    if not total:
        return Concentration(0, 0, None, None)
    return Concentration(
        placements=total,
        employers=int(np.count_nonzero(counts)),
        herfindahl=float((counts.astype(float) ** 2).sum() / total**2),
        top_five=float(np.sort(counts / total)[::-1][:LARGEST].sum()),
    )
