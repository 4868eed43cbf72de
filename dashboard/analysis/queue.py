"""Clients who have applied and wait to be enrolled."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import Days, Flags
from dashboard.analysis.survival import Curve, kaplan_meier

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class QueueNumbers:
    """Those who wait, and how long it takes.

    Attributes:
        waiting: how many wait on the day.
        median_waited: median days they have waited so far; None when nobody waits.
        median_to_enrolment: Kaplan–Meier median from application to enrolment, of all who ever applied;
            None where half were never enrolled.
    """

    waiting: int
    median_waited: float | None
    median_to_enrolment: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Queue:
    """MEASURES.md, "Queue".

    Attributes:
        total: the whole queue.
        by_district: by the clients' district, "unknown" without one.
        by_referrer: by who referred them.
        clients: who waits: one flag a client of the world.
        waited: days since the application of each of those.
    """

    total: QueueNumbers
    by_district: dict[str, QueueNumbers]
    by_referrer: dict[str, QueueNumbers]
    clients: Flags
    waited: Days


def queue(basis: Basis) -> Queue:
    """The selection's queue on the day."""
    applied = has_applied(basis)
    waiting = applied & is_waiting(basis)
    frame = basis.scope.coded.world.clients
    return Queue(
        total=_numbers(basis, applied),
        by_district=_by(basis, applied, frame["district"]),
        by_referrer=_by(basis, applied, frame["referrer"]),
        clients=waiting,
        waited=basis.on - basis.scope.coded.clients.applied[waiting],
    )


def has_applied(basis: Basis) -> Flags:
    """The selection's clients who applied on or before the day."""
    return basis.scope.has_client & (basis.scope.coded.clients.applied <= basis.on)


def is_waiting(basis: Basis) -> Flags:
    """Clients neither enrolled nor closed by the day."""
    clients = basis.scope.coded.clients
    waits: Flags = (clients.enrolled > basis.on) & (clients.closed > basis.on)
    return waits


def to_enrolment(basis: Basis, who: Flags) -> Curve:
    """The curve from application to enrolment; who is closed without it leaves on the closing day."""
    return kaplan_meier(*enrolment_lengths(basis, who))


def enrolment_lengths(basis: Basis, who: Flags) -> tuple[Days, Flags]:
    """The days from application to enrolment, and whether it came."""
    clients = basis.scope.coded.clients
    last = np.minimum(clients.closed[who], basis.on)
    enrolled = clients.enrolled[who] <= last
    until = np.where(enrolled, clients.enrolled[who], last)
    return np.maximum(until - clients.applied[who], 0), enrolled


def _numbers(basis: Basis, applied: Flags) -> QueueNumbers:
    waiting = applied & is_waiting(basis)
    waited = basis.on - basis.scope.coded.clients.applied[waiting]
    return QueueNumbers(
        waiting=int(waiting.sum()),
        median_waited=float(np.median(waited)) if len(waited) else None,
        median_to_enrolment=to_enrolment(basis, applied).median(),
    )


def _by(basis: Basis, applied: Flags, column: "pd.Series[Any]") -> dict[str, QueueNumbers]:
    words = column.fillna(UNKNOWN).to_numpy(dtype=object)
    return {str(word): _numbers(basis, applied & (words == word)) for word in sorted(set(words[applied]))}
