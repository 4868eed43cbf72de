"""What stands below a key of the report: the categories of a vocabulary, or what a share is made of."""

from dashboard.domain.vocabulary import (
    GENDERS,
    LEVELS,
    OUTCOMES,
    OWNERSHIPS,
    REFERRERS,
    RUNGS,
    STEPS,
    WARMTHS,
)

__all__ = [
    "COHORT",
    "GENDERS_UNKNOWN",
    "ITEM",
    "LEVELS",
    "OUTCOMES_UNKNOWN",
    "OWNERSHIPS_UNKNOWN",
    "REFERRERS_UNKNOWN",
    "RETENTION",
    "RUNG_KEYS",
    "SHARE",
    "STEP_KEYS",
    "WARMTHS",
]

SHARE = ("n", "of", "share", "interval")
ITEM = ("value", "n", "score")
RETENTION = tuple(f"{days}.{part}" for days in (90, 182, 365) for part in ("share", "interval", "at_risk"))
COHORT = tuple(f"{months}.{part}" for months in (6, 12, 18) for part in ("share", "n"))
RUNG_KEYS = tuple(map(str, RUNGS))
STEP_KEYS = (*map(str, STEPS), "none")
OWNERSHIPS_UNKNOWN = (*OWNERSHIPS, "unknown")
GENDERS_UNKNOWN = (*GENDERS, "unknown")
REFERRERS_UNKNOWN = (*REFERRERS, "unknown")
OUTCOMES_UNKNOWN = (*OUTCOMES, "unknown")
