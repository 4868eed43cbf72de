"""Employment that lasts: how many are still there after a while."""

from dataclasses import dataclass

import numpy as np

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import Days, Flags
from dashboard.analysis.intervals import Interval
from dashboard.analysis.survival import Curve, kaplan_meier

TERMS = (90, 182, 365)
FEWEST_AT_RISK = 5


@dataclass(frozen=True, slots=True)
class Kept:
    """The share still employed after a term; None where fewer than five were at risk."""

    share: float | None
    interval: Interval | None
    at_risk: int


@dataclass(frozen=True, slots=True, eq=False)
class EmploymentNumbers:
    """MEASURES.md, "Employment that lasts", in spells."""

    started: int
    running: int
    retention: dict[int, Kept]


def employment_numbers(basis: Basis, wanted: Flags | None = None) -> EmploymentNumbers:
    """The selection's employments in numbers; of only some of the spells, when it is said which."""
    rows, mine = basis.spells, _jobs(basis, wanted)
    curve = retention_curve(basis, wanted)
    return EmploymentNumbers(
        started=int((mine & basis.within(rows.start)).sum()),
        running=int((mine & (rows.end > basis.on)).sum()),
        retention={days: kept(curve, days) for days in TERMS},
    )


def retention_curve(basis: Basis, wanted: Flags | None = None) -> Curve:
    """How long employment spells last; those that run are followed to the day."""
    return kaplan_meier(*job_lengths(basis, wanted))


def job_lengths(basis: Basis, wanted: Flags | None = None) -> tuple[Days, Flags]:
    """The days that each employment spell has lasted, and whether it is over."""
    rows, mine = basis.spells, _jobs(basis, wanted)
    lost = rows.end[mine] <= basis.on
    return np.minimum(rows.end[mine], basis.on) - rows.start[mine], lost


def kept(curve: Curve, days: int) -> Kept:
    """The curve after so many days, as long as it may be shown."""
    at_risk = curve.followed(days)
    if at_risk < FEWEST_AT_RISK:
        return Kept(None, None, at_risk)
    return Kept(curve.at(days), curve.interval(days), at_risk)


def _jobs(basis: Basis, wanted: Flags | None) -> Flags:
    return basis.employments if wanted is None else basis.employments & wanted
