"""How long it takes until something first happens for a client."""

from dataclasses import dataclass

import numpy as np

from dashboard.analysis.basis import Basis, first_day_of
from dashboard.analysis.coded import KINDS, NEVER, NOBODY, STUDIES, Days, Flags
from dashboard.analysis.survival import Curve, kaplan_meier

MEETINGS = tuple(KINDS.index(kind) for kind in ("meeting", "visit", "workplace_analysis"))
ANY_CONTACT = tuple(range(len(KINDS)))


@dataclass(frozen=True, slots=True)
class Waiting:
    """Median days for the clients enrolled in the period, those still waiting counted; None: not reached.

    Attributes:
        clients: how many were enrolled in the period.
        first_contact: to the first contact with an employer about the client, or placement.
        first_placement: to the first placement, studies aside.
        first_meeting: to the first meeting, visit or workplace analysis about the client, or placement.
    """

    clients: int
    first_contact: int | None
    first_placement: int | None
    first_meeting: int | None


def waiting(basis: Basis) -> Waiting:
    """Time to the first contact and placement: MEASURES.md, "Time to first employer contact"."""
    who = basis.enrolled_in_period
    placed = first_placements(basis)
    contacted = np.minimum(placed, first_contacts(basis, ANY_CONTACT))
    met = np.minimum(placed, first_contacts(basis, MEETINGS))
    return Waiting(
        clients=int(who.sum()),
        first_contact=time_to(basis, who, contacted).median(),
        first_placement=time_to(basis, who, placed).median(),
        first_meeting=time_to(basis, who, met).median(),
    )


def first_contacts(basis: Basis, kinds: tuple[int, ...]) -> Days:
    """The first contact about each client on or after the enrolment; NEVER without any."""
    rows, clients = basis.scope.coded.contacts, basis.scope.coded.clients
    about = np.flatnonzero(basis.scope.has_contact & (rows.client != NOBODY) & np.isin(rows.kind, kinds))
    counted = about[rows.day[about] >= clients.enrolled[rows.client[about]]]
    return first_day_of(rows.client[counted], rows.day[counted], len(clients.enrolled), NEVER)


def first_placements(basis: Basis) -> Days:
    """The first placement of each client on or after the enrolment, studies aside; NEVER without any."""
    rows, clients = basis.scope.coded.placements, basis.scope.coded.clients
    counted = (
        basis.scope.has_placement & (rows.kind != STUDIES) & (rows.start >= clients.enrolled[rows.client])
    )
    return first_day_of(rows.client[counted], rows.start[counted], len(clients.enrolled), NEVER)


def time_to(basis: Basis, who: Flags, day: Days) -> Curve:
    """The curve from enrolment to a day, for some of the clients."""
    return kaplan_meier(*lengths_to(basis, who, day))


def lengths_to(basis: Basis, who: Flags, day: Days) -> tuple[Days, Flags]:
    """The days from enrolment to a day, for some of the clients, and whether it came.

    Who is closed before leaves on the closing day: what happens on that day counts, nothing later does.
    """
    clients = basis.scope.coded.clients
    last = np.minimum(clients.closed[who], basis.on)
    happened = day[who] <= last
    return np.where(happened, day[who], last) - clients.enrolled[who], happened
