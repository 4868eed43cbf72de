"""How strong the relation with each employer is, on a scale from 0 to 100, and what it is made of."""

from dataclasses import dataclass
from typing import cast

import numpy as np
from numpy.typing import NDArray

from dashboard.analysis.coded import EMPLOYMENT, KINDS, NOBODY, STUDIES, TRIALS, Codes, Days, Flags
from dashboard.analysis.interactions import Interactions
from dashboard.analysis.places import count_by
from dashboard.analysis.selection import Scope
from dashboard.analysis.spells import Spells
from dashboard.domain.definitions import Definitions
from dashboard.domain.vocabulary import OUTCOMES, SUCCESSES

Shares = NDArray[np.float64]

PARTS = ("recency", "frequency", "depth", "breadth", "reciprocity", "outcome")
RECENCY_HALF_LIFE = 180
FREQUENCY_WINDOW, FREQUENT_DAYS = 365, 12
BROAD_COACHES = 3
RECIPROCITY_WINDOW = 730
PRIOR_TRIALS = 4
DEPTHS = {
    "phone": 0.2,
    "email": 0.2,
    "event": 0.2,
    "follow_up": 0.2,
    "meeting": 0.3,
    "visit": 0.3,
    "workplace_analysis": 0.3,
    "study_visit": 0.4,
    "job_tasting": 0.4,
    "work_trial": 0.6,
    "work_training": 0.6,
    "internship": 0.6,
    "employment": 0.8,
}
DEPTH_OF_KIND = np.array([DEPTHS.get(kind, 0.0) for kind in KINDS])
SUCCESS_CODES = tuple(OUTCOMES.index(word) for word in SUCCESSES)
COMPARED_DECIMALS = 9
"""A sum of floats is compared with its threshold after rounding: 60 must not become 59.999999999999."""


@dataclass(frozen=True, slots=True, eq=False)
class TrialResults:
    """Completed trials with an outcome, all time.

    Attributes:
        completed: how many at each employer, c.
        succeeded: those that led to employment or studies, s.
        mean: p, the share over the whole selection, inactive employers too; 0 when there are none.
    """

    completed: Codes
    succeeded: Codes
    mean: float


def trial_results(scope: Scope, spells: Spells) -> TrialResults:
    """The selection's trials by employer; an extended trial is one with the one that follows."""
    count = len(scope.coded.employers.active)
    with_outcome = (
        np.isin(spells.kind, TRIALS)
        & (spells.end <= scope.on)
        & (spells.outcome != NOBODY)
        & scope.has_placement[spells.last_row]
    )
    succeeded = with_outcome & np.isin(spells.outcome, SUCCESS_CODES)
    total = int(with_outcome.sum())
    return TrialResults(
        completed=count_by(spells.employer[with_outcome], count),
        succeeded=count_by(spells.employer[succeeded], count),
        mean=int(succeeded.sum()) / total if total else 0.0,
    )


def strength_parts(
    scope: Scope, rows: Interactions, last_warm: Days, active_ties: Codes, results: TrialResults
) -> dict[str, Shares]:
    """The six parts by name, as if every employer had an interaction: MEASURES.md, "strength"."""
    hired = clients_placed(scope, employments_only=True)
    return {
        "recency": recency(last_warm, scope.on),
        "frequency": frequency(rows, scope.on, len(hired)),
        "depth": depth(rows, hired),
        "breadth": breadth(active_ties),
        "reciprocity": reciprocity(scope),
        "outcome": outcome(results),
    }


def recency(last_warm: Days, on: int) -> Shares:
    """R: halves every 180 days; 0 without a warm interaction (a day before all days)."""
    return cast(Shares, np.exp2(-(on - last_warm) / RECENCY_HALF_LIFE))


def frequency(rows: Interactions, on: int, count: int) -> Shares:
    """F: different days with a warm interaction in a year, 12 are full marks."""
    lately = rows.warm & (rows.day > on - FREQUENCY_WINDOW)
    return np.minimum(1.0, distinct_by(rows.employer[lately], rows.day[lately], count) / FREQUENT_DAYS)


def depth(rows: Interactions, clients_hired: Codes) -> Shares:
    """D: the deepest we have come together."""
    deepest = np.zeros(len(clients_hired))
    np.maximum.at(deepest, rows.employer, DEPTH_OF_KIND[rows.kind])
    return np.where(clients_hired >= 2, 1.0, deepest)


def breadth(active_ties: Codes) -> Shares:
    """B: how many coaches have an active tie, 3 are full marks."""
    return np.minimum(1.0, active_ties / BROAD_COACHES)


def reciprocity(scope: Scope) -> Shares:
    """P: the employer's own initiatives among two years' contacts."""
    contacts, count = scope.coded.contacts, len(scope.coded.employers.active)
    lately = scope.has_contact & (contacts.day > scope.on - RECIPROCITY_WINDOW)
    all_of_them = count_by(contacts.employer[lately], count)
    theirs = count_by(contacts.employer[lately & ~contacts.by_unit], count)
    return np.minimum(1.0, 2 * theirs / (all_of_them + 2))


def outcome(results: TrialResults) -> Shares:
    """O: the share of trials that led on, shrunk towards the selection's mean."""
    return (results.succeeded + PRIOR_TRIALS * results.mean) / (results.completed + PRIOR_TRIALS)


def total_strength(parts: dict[str, Shares], definitions: Definitions) -> Shares:
    """The weighted sum of the parts, 0 to 100."""
    weights = definitions.strength_weights
    total = sum((getattr(weights, name) * parts[name] for name in PARTS), start=np.float64(0))
    return np.round(100 * np.asarray(total), COMPARED_DECIMALS)


def levels(strength: Shares, rung: Codes, any_interaction: Flags, definitions: Definitions) -> Codes:
    """The level of each employer, as a place in LEVELS: strong, medium, weak, none."""
    strong = (strength >= definitions.strong_from) & (rung >= definitions.strong_from_rung)
    return np.select([~any_interaction, strong, strength >= definitions.medium_from], [3, 0, 1], 2)


def clients_placed(scope: Scope, *, employments_only: bool) -> Codes:
    """Different clients of the selection placed at each employer, studies aside."""
    rows, count = scope.coded.placements, len(scope.coded.employers.active)
    wanted = (rows.kind == EMPLOYMENT) if employments_only else (rows.kind != STUDIES)
    taken = scope.has_placement & wanted & (rows.employer != NOBODY)
    return distinct_by(rows.employer[taken], rows.client[taken], count)


def distinct_by(codes: Codes, values: Codes, count: int) -> Codes:
    """How many different values stand beside each code from 0 to `count`."""
    if not len(codes):
        return np.zeros(count, dtype=np.int64)
    low = values.min()
    span = values.max() - low + 1
    return np.bincount(np.unique(codes * span + (values - low)) // span, minlength=count)
