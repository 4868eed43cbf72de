"""How many of those who came within three years got an employment, and how soon."""

import datetime as dt
from dataclasses import dataclass

import numpy as np

from dashboard.analysis.basis import Basis, first_day_of
from dashboard.analysis.coded import NEVER, STUDIES, Days, Flags, day_number
from dashboard.analysis.competing import CENSORED, Incidence, aalen_johansen
from dashboard.domain.period import months_after

EMPLOYED, STUDYING, CLOSED = 1, 2, 3
CAUSES = 3
TERMS = {"6": 182, "12": 365, "18": 547}
"""Days after enrolment, by the number of months they stand for."""


@dataclass(frozen=True, slots=True)
class Cohort:
    """The share with a first employment within each term; None where nobody was enrolled that long ago."""

    clients: int
    shares: dict[str, float | None]


def cohort(basis: Basis) -> Cohort:
    """Cohort rates: MEASURES.md, "Cohort rate"."""
    who = cohort_clients(basis)
    curve = cohort_curve(basis, who)
    oldest = basis.on - int(basis.scope.coded.clients.enrolled[who].min(initial=basis.on))
    reached = {term: bool(who.any()) and oldest >= days for term, days in TERMS.items()}
    return Cohort(
        clients=int(who.sum()),
        shares={term: curve.at(days, EMPLOYED) if reached[term] else None for term, days in TERMS.items()},
    )


def cohort_clients(basis: Basis) -> Flags:
    """The selection's clients enrolled within 36 months up to the day."""
    enrolled = basis.scope.coded.clients.enrolled
    first = months_after(basis.scope.date, -basis.definitions.cohort_months) + dt.timedelta(days=1)
    return basis.scope.has_client & (day_number(first) <= enrolled) & (enrolled <= basis.on)


def cohort_curve(basis: Basis, who: Flags) -> Incidence:
    """Cumulative incidence of a first employment (1), studies (2) and closure (3) since enrolment."""
    clients = basis.scope.coded.clients
    days = np.stack([first_employments(basis)[who], first_studies(basis)[who], clients.closed[who]])
    earliest = days.min(axis=0)
    # The first of equals: on one day an employment comes before studies, and both before a closure.
    causes = np.where(earliest <= basis.on, days.argmin(axis=0) + 1, CENSORED)
    return aalen_johansen(np.minimum(earliest, basis.on) - clients.enrolled[who], causes, CAUSES)


def first_employments(basis: Basis) -> Days:
    """The first employment spell that each client began on or after the enrolment; NEVER without any."""
    rows, clients = basis.spells, basis.scope.coded.clients
    counted = basis.employments & (rows.start >= clients.enrolled[rows.client])
    return first_day_of(rows.client[counted], rows.start[counted], len(clients.enrolled), NEVER)


def first_studies(basis: Basis) -> Days:
    """The first studies that each client began on or after the enrolment; NEVER without any."""
    rows, clients = basis.scope.coded.placements, basis.scope.coded.clients
    counted = (
        basis.scope.has_placement & (rows.kind == STUDIES) & (rows.start >= clients.enrolled[rows.client])
    )
    return first_day_of(rows.client[counted], rows.start[counted], len(clients.enrolled), NEVER)
