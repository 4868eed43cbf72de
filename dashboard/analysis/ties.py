"""Ties between coaches and employers."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dashboard.analysis.coded import ALWAYS, NEVER, NOBODY, Codes, Days, Flags
from dashboard.analysis.interactions import Interactions
from dashboard.analysis.selection import Scope
from dashboard.domain.definitions import Definitions


@dataclass(frozen=True, slots=True, eq=False)
class Ties:
    """One row a pair of coach and employer that ever had anything to do with each other, by coach, employer.

    Attributes:
        coach: the coach's code.
        employer: the employer's code.
        strength: sum of the interactions' weights, each halved every 180 days.
        first: day of the first interaction.
        last: day of the last one, cold ones too.
        last_warm: day of the last warm one; ALWAYS without any.
        active: a warm one within the last year, and the coach works on the day.
    """

    coach: Codes
    employer: Codes
    strength: NDArray[np.float64]
    first: Days
    last: Days
    last_warm: Days
    active: Flags


def ties(scope: Scope, rows: Interactions, wanted: Flags, definitions: Definitions) -> Ties:
    """All pairs among the wanted employers: MEASURES.md, "Tie strength" and "Active tie".

    Args:
        scope: the selection on the day.
        rows: its interactions.
        wanted: one flag an employer of the world.
        definitions: half-life and window.
    """
    count = len(wanted)
    kept = np.flatnonzero((rows.coach != NOBODY) & wanted[rows.employer])
    pairs, place = np.unique(rows.coach[kept] * count + rows.employer[kept], return_inverse=True)
    coach, employer = pairs // max(count, 1), pairs % max(count, 1)
    first, last, last_warm = (np.full(len(pairs), day) for day in (NEVER, ALWAYS, ALWAYS))
    np.minimum.at(first, place, rows.day[kept])
    np.maximum.at(last, place, rows.day[kept])
    warm = rows.warm[kept]
    np.maximum.at(last_warm, place[warm], rows.day[kept][warm])
    active = scope.works[coach] & (last_warm > scope.on - definitions.tie_window)
    aged = aged_weights(rows, scope.on, definitions)[kept]
    strength = np.bincount(place, weights=aged, minlength=len(pairs)).astype(np.float64)
    return Ties(coach, employer, strength, first, last, last_warm, active)


def aged_weights(rows: Interactions, on: int, definitions: Definitions) -> NDArray[np.float64]:
    """What each interaction still weighs."""
    return rows.weight * np.exp2(-(on - rows.day) / definitions.half_life)
