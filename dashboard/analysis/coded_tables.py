"""The shape of the coded tables: arrays of integers, one place a row."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.vocabulary import OUTCOMES, PLACEMENT_KINDS, TASTING_KINDS, TRIAL_KINDS

Codes = NDArray[np.int64]
Days = NDArray[np.int64]
Flags = NDArray[np.bool_]

NOBODY = -1
"""The code of a reference that is empty."""
NEVER = 10**9
"""The day of what has not happened: after every day."""
ALWAYS = -(10**9)
"""The day of what has no known beginning: before every day."""

KINDS = ("phone", "email", "event", "follow_up", "meeting", "visit", "workplace_analysis", *PLACEMENT_KINDS)
"""What an interaction or a placement can be; its code is the place in this list."""
STUDIES = KINDS.index("studies")
EMPLOYMENT = KINDS.index("employment")
STUDY_VISIT = KINDS.index("study_visit")
JOB_TASTING = KINDS.index("job_tasting")
FOLLOW_UP = KINDS.index("follow_up")
MAILINGS = tuple(KINDS.index(kind) for kind in ("email", "event"))
TRIALS = tuple(KINDS.index(kind) for kind in TRIAL_KINDS)
TASTINGS = tuple(KINDS.index(kind) for kind in TASTING_KINDS)
EXTENDED = OUTCOMES.index("extended")


@dataclass(frozen=True, slots=True, eq=False)
class Coaches:
    """One row a coach."""

    unit: Codes
    start: Days
    end: Days
    fte: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Employers:
    """One row an employer."""

    registered: Days
    active: Flags
    capacity: Codes


@dataclass(frozen=True, slots=True, eq=False)
class Clients:
    """One row a client; `enrolled` is NEVER for one who still waits, `applied` for one who never applied.

    `gender` and `referrer` are places in the vocabulary, NOBODY without; `returns` marks a person who was
    enrolled before under another key.
    """

    unit: Codes
    coach: Codes
    applied: Days
    enrolled: Days
    closed: Days
    gender: Codes
    referrer: Codes
    returns: Flags


@dataclass(frozen=True, slots=True, eq=False)
class Contacts:
    """One row a contact; `client` is whom it was about, NOBODY without."""

    employer: Codes
    coach: Codes
    client: Codes
    day: Days
    kind: Codes
    by_unit: Flags


@dataclass(frozen=True, slots=True, eq=False)
class Placements:
    """One row a placement; `end` is the stated one, NEVER without, and so is `planned_end`.

    `outcome`, `contract` and `subsidy` are places in their vocabularies, NOBODY without.
    """

    client: Codes
    employer: Codes
    coach: Codes
    kind: Codes
    start: Days
    planned_end: Days
    end: Days
    outcome: Codes
    contract: Codes
    subsidy: Codes


@dataclass(frozen=True, slots=True, eq=False)
class FollowUps:
    """One row a follow-up; `meets_…` tells whom it was with; `mode` NOBODY and `minutes` NaN without."""

    placement: Codes
    coach: Codes
    planned: Days
    done: Days
    cancelled: Flags
    meets_client: Flags
    meets_employer: Flags
    judged: Flags
    at_risk: Flags
    mode: Codes
    minutes: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Steps:
    """One row an entry into a step."""

    client: Codes
    step: Codes
    day: Days
