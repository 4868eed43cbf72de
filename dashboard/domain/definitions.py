"""What a unit may decide for itself: thresholds, windows and weights, with the defaults of MEASURES.md."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from types import MappingProxyType

INTERACTION_WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "phone": 1.0,
        "email": 1.0,
        "event": 1.0,
        "follow_up": 1.0,
        "meeting": 2.0,
        "visit": 2.0,
        "workplace_analysis": 3.0,
        "study_visit": 3.0,
        "job_tasting": 3.0,
        "work_trial": 5.0,
        "work_training": 5.0,
        "internship": 5.0,
        "employment": 8.0,
    }
)


@dataclass(frozen=True, slots=True)
class StrengthWeights:
    """How much each of the six parts counts in an employer's strength; they sum to 1."""

    recency: float = 0.25
    frequency: float = 0.20
    depth: float = 0.25
    breadth: float = 0.10
    reciprocity: float = 0.10
    outcome: float = 0.10


@dataclass(frozen=True, slots=True)
class MatchWeights:
    """How much each of the seven parts counts when employers are ranked for a client; they sum to 1."""

    occupation: float = 0.30
    adjustments: float = 0.20
    distance: float = 0.15
    relation: float = 0.15
    success: float = 0.10
    places: float = 0.05
    rest: float = 0.05


@dataclass(frozen=True, slots=True)
class Standard:
    """When a placement should be followed up, counted from the start of its spell.

    Attributes:
        first_days: days, for trials and employments.
        trial_step: then every so many days, for trials.
        employment_months: then every month from the first of these to the second, for employments.
        employment_step: then every so many months.
        studies_step: every so many months, for studies.
        grace: how many days late is late: "on time" and "unseen".
    """

    first_days: tuple[int, ...] = (7, 14, 21, 28)
    trial_step: int = 14
    employment_months: tuple[int, int] = (2, 12)
    employment_step: int = 3
    studies_step: int = 1
    grace: int = 7


@dataclass(frozen=True, slots=True)
class MinutesByMode:
    """How long a follow-up takes when its minutes are not stated."""

    visit: int = 90
    video: int = 30
    phone: int = 20
    email: int = 10


@dataclass(frozen=True, slots=True)
class Targets:
    """The share of those who answer that should rate a trial 4 or 5."""

    client_rating: float = 0.9
    employer_rating: float = 0.9


@dataclass(frozen=True, slots=True)
class Definitions:
    """The settings that MEASURES.md marks ⚙. All windows are in days."""

    half_life: int = 180
    tie_window: int = 365
    active_within: int = 90
    cooling_within: int = 180
    partner_interaction_within: int = 180
    partner_clients: int = 3
    strong_from: float = 60.0
    strong_from_rung: int = 3
    medium_from: float = 35.0
    fatigue_contacts: int = 6
    fatigue_window: int = 90
    employment_occupies: int = 182
    tasting_length: int = 14
    spell_gap: int = 14
    due_after_end: int = 30
    both_parties_after: int = 30
    cohort_months: int = 36
    ssyk_level: int = 2
    area_employers: int = 3
    area_km: float = 15.0
    hours_per_week: float = 12.0
    published_from: int = 5
    standard: Standard = field(default_factory=Standard)
    minutes: MinutesByMode = field(default_factory=MinutesByMode)
    strength_weights: StrengthWeights = field(default_factory=StrengthWeights)
    match_weights: MatchWeights = field(default_factory=MatchWeights)
    targets: Targets = field(default_factory=Targets)

    @property
    def version(self) -> str:
        """Eight letters that change when any definition does; reports are stamped with it."""
        return _version(self)


@cache
def _version(definitions: Definitions) -> str:
    return hashlib.sha256(repr(sorted(asdict(definitions).items())).encode()).hexdigest()[:8]
