"""How long follow-ups take, and how much time each coach has for them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import NEVER, NOBODY, Codes, Days
from dashboard.domain.definitions import MinutesByMode
from dashboard.domain.vocabulary import MODES

Minutes = NDArray[np.float64]

LOOKED_BACK = 365
WEEK = 7
MINUTES_AN_HOUR = 60


@dataclass(frozen=True, slots=True, eq=False)
class Lengths:
    """How long follow-ups take: MEASURES.md, "Load".

    Attributes:
        of_row: minutes of each row of the world's follow-ups: as stated, else by their mode, else `usual`.
        usual: the mean of those done in the last 365 days whose length is known, else a visit's; what a
            follow-up takes whose mode nobody knows yet.
    """

    of_row: Minutes
    usual: float


def lengths(basis: Basis) -> Lengths:
    """How long the selection's follow-ups take."""
    rows = basis.scope.coded.follow_ups
    known = np.where(
        np.isnan(rows.minutes), minutes_of_modes(rows.mode, basis.definitions.minutes), rows.minutes
    )
    lately = (rows.done <= basis.on) & (basis.on - rows.done < LOOKED_BACK)
    counted = known[basis.scope.has_follow_up & lately & ~np.isnan(known)]
    usual = float(counted.mean()) if len(counted) else float(basis.definitions.minutes.visit)
    return Lengths(np.where(np.isnan(known), usual, known), usual)


def minutes_of_modes(mode: Codes, minutes: MinutesByMode) -> Minutes:
    """The minutes of each mode by its place in the vocabulary; NaN for one that is not known."""
    by_mode = np.array([*(getattr(minutes, name) for name in MODES), np.nan], dtype=np.float64)
    return by_mode[np.where(mode == NOBODY, len(MODES), mode)]


def available(basis: Basis, coach: Codes, monday: Days) -> Minutes:
    """The minutes that a coach has for follow-ups in a week: a part of it when she comes or goes in it.

    Who comes after the day is not known yet, and who goes after it stays as far as is known.
    """
    coaches = basis.scope.coded.coaches
    start = np.where(coaches.start <= basis.on, coaches.start, NEVER)[coach]
    end = np.where(coaches.end <= basis.on, coaches.end, NEVER)[coach]
    days = np.maximum(0, np.minimum(end, monday + WEEK) - np.maximum(start, monday))
    full = basis.definitions.hours_per_week * MINUTES_AN_HOUR
    minutes: Minutes = coaches.fte[coach] * full * days / WEEK
    return minutes
