"""What clients and employers thought of the trials, beside the unit's targets."""

from dataclasses import dataclass

import numpy as np

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import NOBODY
from dashboard.analysis.intervals import Share
from dashboard.analysis.survival import Shares
from dashboard.analysis.targets import Judgement, judge

GOOD_FROM = 4


@dataclass(frozen=True, slots=True)
class Rated:
    """What one party thought.

    Attributes:
        answered: how many of the trials that ended have an answer.
        judgement: the share of the answers that are 4 or 5, beside the target.
    """

    answered: Share
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Ratings:
    """The ratings of the trials that ended in the period: MEASURES.md, "Targets"."""

    client: Rated
    employer: Rated


def ratings(basis: Basis) -> Ratings:
    """The selection's trials completed in the period, an extended one counted once."""
    targets = basis.definitions.targets
    return Ratings(
        client=_rated(basis, "client_rating", targets.client_rating),
        employer=_rated(basis, "employer_rating", targets.employer_rating),
    )


def _rated(basis: Basis, column: str, target: float) -> Rated:
    completed = basis.trials & basis.within(basis.spells.end)
    given = latest_ratings(basis, column)[completed]
    answers = int((~np.isnan(given)).sum())
    return Rated(
        answered=Share(answers, len(given)),
        judgement=judge(Share(int((given >= GOOD_FROM).sum()), answers), target),
    )


def latest_ratings(basis: Basis, column: str) -> Shares:
    """The rating of each spell: that of its latest row with one; NaN without any."""
    placements, of_row = basis.scope.coded.placements, basis.spells.of_row
    given = basis.scope.coded.world.placements[column].to_numpy(dtype=np.float64)
    rows = np.flatnonzero((of_row != NOBODY) & ~np.isnan(given))
    rows = rows[np.argsort(placements.start[rows], kind="stable")]
    latest = np.full(len(basis.spells.start), np.nan)
    latest[of_row[rows]] = given[rows]  # where a spell stands several times, the last one stays
    return latest
