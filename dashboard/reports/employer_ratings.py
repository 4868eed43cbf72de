"""What clients and the employer thought of the trials at one employer: counts, unless they are few."""

from dataclasses import dataclass

import numpy as np

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import TRIALS
from dashboard.analysis.ratings import GOOD_FROM, latest_ratings
from dashboard.domain.period import Period
from dashboard.reports.access import Access
from dashboard.reports.employer import employer_code, employer_row
from dashboard.reports.employer_index import employer_index
from dashboard.reports.employer_record import joined_spells
from dashboard.reports.state import PageState

FEWEST = 3
"""Answers that are told: fewer would tell what one client said to colleagues who may not see the client."""
COLUMNS = ("client_rating", "employer_rating")


@dataclass(frozen=True, slots=True)
class Rated:
    """One party's answers about the trials that have ended.

    Attributes:
        party: a key of COLUMNS.
        answers: how many there are.
        good: those that are 4 or 5; None while the answers are too few to tell.
    """

    party: str
    answers: int
    good: int | None


def employer_ratings(access: Access, page: PageState, employer_id: str) -> tuple[Rated, ...]:
    """The answers about the selection's ended trials at one employer, an extended trial once.

    Raises:
        AccessDenied: to others than coaches and managers.
        NotFound: when the employer is not in the selection.
        InvalidParameter: when there is no such unit or programme.
    """
    employer_row(access, page, employer_index(access, page), employer_id)
    scope = access.scope(page.units, page.programme, page.on)
    spells = joined_spells(access, page)
    basis = Basis(scope, access.definitions, Period.year_to(page.on), scope.coded.placements.end, spells)
    here = basis.own & (spells.employer == employer_code(scope, employer_id))
    ended = here & np.isin(spells.kind, TRIALS) & (spells.end <= basis.on)
    return tuple(_rated(column, latest_ratings(basis, column)[ended]) for column in COLUMNS)


def _rated(column: str, given: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]") -> Rated:
    answers = int((~np.isnan(given)).sum())
    return Rated(column, answers, int((given >= GOOD_FROM).sum()) if answers >= FEWEST else None)
