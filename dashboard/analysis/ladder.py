"""How far a relation has come, and how long ago it was last warm."""

import numpy as np

from dashboard.analysis.coded import KINDS, NEVER, Codes, Days
from dashboard.analysis.interactions import Interactions
from dashboard.domain.definitions import Definitions
from dashboard.domain.vocabulary import WARMTHS

CONTACTED, MET, HOSTED, HIRED, PARTNER = 1, 2, 3, 4, 5
RUNGS_OF_KINDS = {
    "phone": CONTACTED,
    "email": CONTACTED,
    "event": CONTACTED,
    "follow_up": CONTACTED,
    "meeting": MET,
    "visit": MET,
    "workplace_analysis": MET,
    "study_visit": MET,
    "job_tasting": MET,
    "work_trial": HOSTED,
    "work_training": HOSTED,
    "internship": HOSTED,
    "employment": HIRED,
}
RUNG_OF_KIND = np.array([RUNGS_OF_KINDS.get(kind, 0) for kind in KINDS])
ACTIVE, COOLING, DORMANT, NEVER_WARM = range(len(WARMTHS))


def rungs(rows: Interactions, placed: Codes, age_of_last: Days, definitions: Definitions) -> Codes:
    """The highest rung of the ladder that holds for each employer.

    Args:
        rows: the selection's interactions.
        placed: different clients placed at each employer, studies aside.
        age_of_last: days since each employer's last interaction.
        definitions: what makes a partner.
    """
    highest = np.zeros(len(placed), dtype=np.int64)
    np.maximum.at(highest, rows.employer, RUNG_OF_KIND[rows.kind])
    partner = (
        (highest == HIRED)
        & (placed >= definitions.partner_clients)
        & (age_of_last < definitions.partner_interaction_within)
    )
    return np.where(partner, PARTNER, highest)


def warmths(age_of_last_warm: Days, definitions: Definitions) -> Codes:
    """The warmth of each employer, as a place in WARMTHS; of those without a warm interaction too."""
    return np.select(
        [
            age_of_last_warm <= definitions.active_within,
            age_of_last_warm <= definitions.cooling_within,
            age_of_last_warm < NEVER // 2,
        ],
        [ACTIVE, COOLING, DORMANT],
        NEVER_WARM,
    )
