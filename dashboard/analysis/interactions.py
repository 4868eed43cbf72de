"""Everything that ties an employer to a coach on a day."""

from dataclasses import dataclass

import numpy as np

from dashboard.analysis.coded import (
    FOLLOW_UP,
    KINDS,
    MAILINGS,
    NOBODY,
    STUDIES,
    Codes,
    Days,
    Flags,
)
from dashboard.analysis.selection import Scope
from dashboard.domain.definitions import INTERACTION_WEIGHTS

WEIGHTS = np.array([INTERACTION_WEIGHTS.get(kind, 0.0) for kind in KINDS])


@dataclass(frozen=True, slots=True, eq=False)
class Interactions:
    """One row an interaction.

    Attributes:
        employer: with whom.
        coach: by whom; NOBODY without a coach of the selection: it counts for the employer and makes no tie.
        day: when.
        kind: what, as a place in KINDS.
        warm: whether it warms a relation: our own mailings do not.
    """

    employer: Codes
    coach: Codes
    day: Days
    kind: Codes
    warm: Flags

    @property
    def weight(self) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        """How much each counts in a tie, before it ages."""
        return WEIGHTS[self.kind]


def interactions(scope: Scope) -> Interactions:
    """The selection's interactions on or before the day: MEASURES.md, "Interactions"."""
    contacts, placements, follow_ups = scope.coded.contacts, scope.coded.placements, scope.coded.follow_ups
    called = np.flatnonzero(scope.has_contact)
    at_employer = scope.has_placement & (placements.kind != STUDIES) & (placements.employer != NOBODY)
    placed = np.flatnonzero(at_employer)
    met = np.flatnonzero(
        scope.has_follow_up
        & follow_ups.meets_employer
        & (follow_ups.done <= scope.on)
        & at_employer[follow_ups.placement]
    )
    mailing = contacts.by_unit[called] & np.isin(contacts.kind[called], MAILINGS)
    coach = np.concatenate([contacts.coach[called], placements.coach[placed], follow_ups.coach[met]])
    return Interactions(
        employer=np.concatenate(
            [
                contacts.employer[called],
                placements.employer[placed],
                placements.employer[follow_ups.placement[met]],
            ]
        ),
        coach=np.where(np.append(scope.has_coach, False)[coach], coach, NOBODY),
        day=np.concatenate([contacts.day[called], placements.start[placed], follow_ups.done[met]]),
        kind=np.concatenate([contacts.kind[called], placements.kind[placed], np.full(len(met), FOLLOW_UP)]),
        warm=np.concatenate([~mailing, np.ones(len(placed) + len(met), dtype=bool)]),
    )
