"""What a unit may decide for itself: thresholds, windows and weights, with the defaults of MEASURES.md."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
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
    strength_weights: StrengthWeights = field(default_factory=StrengthWeights)

    @property
    def version(self) -> str:
        """Eight letters that change when any definition does; reports are stamped with it."""
        return hashlib.sha256(repr(sorted(asdict(self).items())).encode()).hexdigest()[:8]
