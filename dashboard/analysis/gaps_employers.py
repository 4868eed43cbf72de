"""Employers that the network is about to lose, has lost, or does not use."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import ALWAYS, Codes, Days, Flags
from dashboard.analysis.gaps_occupations import OccupationGap, offers_any
from dashboard.analysis.interactions import interactions
from dashboard.analysis.network_state import EmployerState
from dashboard.analysis.places import count_by

FADING_AFTER, FADING_TIMES = 60, 2
KNOWN_FOR, UNTOUCHED_FOR, SHALLOW_RUNG = 180, 180, 2
DEAD_END_TRIALS = 3


Medians = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Rhythm:
    """How long each employer of the world has been silent, and how long it usually is.

    Attributes:
        silence: days since the last interaction; very many without any.
        usual: the median gap between its interaction days; NaN before there are two.
    """

    silence: Days
    usual: Medians

    @property
    def broken(self) -> Flags:
        """Silent for over twice the usual, and over two months."""
        # A NaN, no rhythm yet, is larger and smaller than nothing.
        return (self.silence > FADING_AFTER) & (self.silence > FADING_TIMES * self.usual)


@dataclass(frozen=True, slots=True, eq=False)
class EmployerGaps:
    """MEASURES.md, "Gaps": flags, one an employer of `total`, in the order of the state's frame.

    Attributes:
        dependence: strong, and tied to a single coach.
        dormant: once warm, long ago.
        fading: strong or medium, and silent for longer than its rhythm.
        unused: known for long, hardly touched, and offering what clients want.
        dead_ends: three trials or more, and never an employment.
        fatigued: asked for more than it can bear.
        no_position: not to be found on a map.
        no_occupation: without a word on what it offers.
        no_sni: without a branch.
    """

    dependence: Flags
    dormant: Flags
    fading: Flags
    unused: Flags
    dead_ends: Flags
    fatigued: Flags
    no_position: Flags
    no_occupation: Flags
    no_sni: Flags


def employer_gaps(basis: Basis, state: EmployerState, occupations: tuple[OccupationGap, ...]) -> EmployerGaps:
    """The gaps among the employers of `total`.

    Args:
        basis: the selection on a day.
        state: its employers.
        occupations: the groups with demand.
    """
    frame = state.employers
    level = frame["level"]
    return EmployerGaps(
        dependence=np.asarray((level == "strong") & (frame["active_ties"] == 1)),
        dormant=np.asarray(frame["warmth"] == "dormant"),
        fading=np.asarray(level.isin(["strong", "medium"]))
        & rhythm(basis).broken[employer_codes(basis, state)],
        unused=_unused(basis, state, {gap.ssyk for gap in occupations}),
        dead_ends=_dead_ends(basis, state),
        fatigued=frame["fatigued"].to_numpy(dtype=bool),
        no_position=np.asarray(frame["position_precision"] == "none"),
        no_occupation=np.asarray(frame["occupations"].isna()),
        no_sni=np.asarray(frame["sni_code"].isna()),
    )


def employer_codes(basis: Basis, state: EmployerState) -> Codes:
    """The code, a place in the world's table, of each employer of the state's frame."""
    keys = basis.scope.coded.world.employers["employer_id"]
    return np.flatnonzero(keys.isin(state.employers.index).to_numpy())


def rhythm(basis: Basis) -> Rhythm:
    """The silence and the usual gap of each employer of the world."""
    count = len(basis.scope.has_employer)
    met = interactions(basis.scope)
    employer, day = _pairs(met.employer, met.day)
    again = employer[1:] == employer[:-1]
    median = grouped_median(employer[1:][again], (day[1:] - day[:-1])[again], count)
    last = np.full(count, ALWAYS)
    np.maximum.at(last, employer, day)
    return Rhythm(basis.on - last, median)


def _pairs(employer: Codes, day: Days) -> tuple[Codes, Days]:
    """The different days of each employer, sorted."""
    if not len(day):
        return employer, day
    low = int(day.min())
    span = int(day.max()) - low + 1
    pairs = np.unique(employer * span + (day - low))
    return pairs // span, pairs % span + low


def grouped_median(codes: Codes, values: Codes, count: int) -> Medians:
    """The median of the values beside each code from 0 to `count`; NaN where there are none."""
    order = np.lexsort((values, codes))
    ordered = values[order]
    sizes = np.bincount(codes, minlength=count)
    begins = np.cumsum(sizes) - sizes
    some = sizes > 0
    low = ordered[(begins + (sizes - 1) // 2)[some]]
    high = ordered[(begins + sizes // 2)[some]]
    medians = np.full(count, np.nan)
    medians[some] = (low + high) / 2
    return medians


def _unused(basis: Basis, state: EmployerState, groups: set[str]) -> Flags:
    frame = state.employers
    rows = employer_codes(basis, state)
    known_for = basis.on - basis.scope.coded.employers.registered[rows]
    silent = frame["last_on"].isna() | (frame["last_on"] <= np.datetime64(basis.on - UNTOUCHED_FOR, "D"))
    shallow = frame["rung"] <= SHALLOW_RUNG
    offering = offers_any(state, basis.definitions.ssyk_level, groups)
    unused: Flags = (known_for > KNOWN_FOR) & np.asarray(silent & shallow) & offering
    return unused


def _dead_ends(basis: Basis, state: EmployerState) -> Flags:
    rows, count = basis.spells, len(basis.scope.has_employer)
    hired = count_by(rows.employer[basis.employments], count)[employer_codes(basis, state)]
    flags: Flags = (completed_trials(basis, state) >= DEAD_END_TRIALS) & (hired == 0)
    return flags


def completed_trials(basis: Basis, state: EmployerState) -> Codes:
    """The completed trials at each employer of the state's frame, those without an outcome too."""
    rows = basis.spells
    completed = rows.employer[basis.trials & (rows.end <= basis.on)]
    return count_by(completed, len(basis.scope.has_employer))[employer_codes(basis, state)]
