"""Whether groups differ in how long something takes. By itself, because what it needs is slow to load."""

from dataclasses import dataclass

import numpy as np
from scipy.special import gammaincc

from dashboard.analysis.coded import Codes, Days, Flags


@dataclass(frozen=True, slots=True)
class LogRank:
    """Whether groups differ in how long it takes.

    Attributes:
        statistic: of the test.
        freedom: its degrees of freedom.
        probability: of so much by chance.
        surplus: to how many more in the first group it has happened than if all groups were alike.
    """

    statistic: float
    freedom: int
    probability: float
    surplus: float


def log_rank(lengths: Days, happened: Flags, group: Codes) -> LogRank | None:
    """The log-rank test of two groups or more.

    Returns:
        None when there are fewer than two groups, or nothing happened that could tell them apart.
    """
    _names, place = np.unique(group, return_inverse=True)
    count = len(_names)
    days = np.unique(lengths[happened])
    if count < 2 or not len(days):
        return None
    risk = np.array([_at_risk(lengths[place == each], days) for each in range(count)], dtype=np.float64)
    hits = np.array([_hits(lengths[happened & (place == each)], days) for each in range(count)])
    all_risk, all_hits = risk.sum(axis=0), hits.sum(axis=0)
    surplus = (hits - all_hits * risk / all_risk).sum(axis=1)[:-1]
    weight = all_hits * (all_risk - all_hits) / (all_risk**2 * np.maximum(all_risk - 1, 1))
    spread = np.diag((weight * risk * all_risk).sum(axis=1)) - (weight * risk) @ risk.T
    spread = spread[:-1, :-1]
    if np.linalg.matrix_rank(spread) < count - 1:
        return None
    statistic = float(surplus @ np.linalg.solve(spread, surplus))
    return LogRank(statistic, count - 1, float(gammaincc((count - 1) / 2, statistic / 2)), float(surplus[0]))


def _at_risk(lengths: Days, days: Days) -> Codes:
    return np.asarray(len(lengths) - np.searchsorted(np.sort(lengths), days, side="left"))


def _hits(lengths: Days, days: Days) -> Codes:
    return np.bincount(np.searchsorted(days, lengths), minlength=len(days))
