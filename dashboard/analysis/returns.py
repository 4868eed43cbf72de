"""Clients who come back: how long they were away, and how their former enrolment ended."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import Flags
from dashboard.analysis.intervals import Share
from dashboard.domain.vocabulary import CLOSING_REASONS

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, eq=False)
class Returns:
    """Of the clients enrolled in the period.

    Attributes:
        share: those who had been enrolled before, of all.
        known: those of them whose former enrolment, with its closing, is in the data.
        median_away: median days from that closing to the new enrolment; None without any.
        by_reason: by the reason of that closing; every reason, and "unknown".
        who: one flag a client of the world.
    """

    share: Share
    known: int
    median_away: float | None
    by_reason: Mapping[str, int]
    who: Flags


def returns(basis: Basis) -> Returns:
    """Those who came back in the period: MEASURES.md, "re_entries"."""
    clients, frame = basis.scope.coded.clients, basis.scope.coded.world.clients
    enrolled = basis.enrolled_in_period
    who = enrolled & clients.returns
    place_of = {key: place for place, key in enumerate(frame["client_id"])}
    former = frame["earlier_client_id"].map(place_of)
    found = np.flatnonzero(who & former.notna().to_numpy())
    before = former.iloc[found].to_numpy(dtype=np.int64)
    closed = clients.closed[before] <= clients.enrolled[found]
    away = (clients.enrolled[found] - clients.closed[before])[closed]
    reasons = frame["closing_reason"].iloc[before[closed]].fillna(UNKNOWN).value_counts()
    return Returns(
        share=Share(int(who.sum()), int(enrolled.sum())),
        known=int(closed.sum()),
        median_away=float(np.median(away)) if len(away) else None,
        by_reason={reason: int(reasons.get(reason, 0)) for reason in (*CLOSING_REASONS, UNKNOWN)},
        who=who,
    )
