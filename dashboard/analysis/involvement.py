"""Who coordinates around the clients, and the days on which nobody was involved between two who were."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.analysis.basis import Basis
from dashboard.analysis.by_gender import served
from dashboard.analysis.coded import NEVER, Flags, day_number
from dashboard.analysis.cooperation import running
from dashboard.domain.vocabulary import REFERRERS

Stretch = tuple[int, int]
"""First day, and the day after the last."""


@dataclass(frozen=True, slots=True, eq=False)
class Involvement:
    """Who coordinates on the day, and the gaps of the period.

    Attributes:
        with_somebody: active clients around whom somebody is involved.
        coordinated: those of them for whom somebody coordinates.
        coordinates: for how many of them each party does.
        followed: clients served in the period around whom somebody has ever been involved.
        with_gap: those of them with a gap on at least one day of the period.
        still_open: those of them whose gap has not been closed.
        median_gap: median days of those gaps so far; None without any.
        who: those followed: one flag a client of the world.
    """

    with_somebody: int
    coordinated: int
    coordinates: Mapping[str, int]
    followed: int
    with_gap: int
    still_open: int
    median_gap: float | None
    who: Flags


def involvement(basis: Basis) -> Involvement | None:
    """What the cooperation table says of coordination and of gaps; None when it is empty."""
    table = basis.scope.coded.world.cooperation
    if table.empty:
        return None
    ids = basis.scope.coded.world.clients["client_id"]
    now = table[running(table, basis) & table["client_id"].isin(ids[basis.scope.active_client]).to_numpy()]
    leads = now[now["role"] == "coordinator"].drop_duplicates(["client_id", "party"])
    parties = leads["party"].value_counts()
    found = _gaps(basis, table)
    lengths = [min(end, basis.on) - start for gaps in found.values() for start, end in gaps]
    return Involvement(
        with_somebody=int(now["client_id"].nunique()),
        coordinated=int(leads["client_id"].nunique()),
        coordinates={party: int(parties.get(party, 0)) for party in REFERRERS},
        followed=len(found),
        with_gap=sum(bool(gaps) for gaps in found.values()),
        still_open=sum(any(end == NEVER for _start, end in gaps) for gaps in found.values()),
        median_gap=float(np.median(lengths)) if lengths else None,
        who=np.isin(np.arange(len(ids)), list(found)),
    )


def _gaps(basis: Basis, table: pd.DataFrame) -> dict[int, list[Stretch]]:
    """The gaps of each client served in the period around whom somebody has been involved, by her row."""
    clients, ids = basis.scope.coded.clients, basis.scope.coded.world.clients["client_id"]
    places = {str(ids.iloc[place]): int(place) for place in np.flatnonzero(served(basis))}
    begun = (table["from_on"] <= pd.Timestamp(basis.scope.date)) & table["client_id"].isin(list(places))
    found = {}
    for key, own in table[begun].groupby("client_id"):
        place = places[str(key)]
        gaps = _between(list(_stretches(own, basis.on)), int(clients.closed[place]), basis.on)
        found[place] = [gap for gap in gaps if gap[0] < basis.end and gap[1] > basis.first]
    return found


def _stretches(rows: pd.DataFrame, on: int) -> Iterator[Stretch]:
    """When each party was involved; one that leaves after the day has not left."""
    for begins, ends in zip(rows["from_on"], rows["to_on"], strict=True):
        last = NEVER if pd.isna(ends) else day_number(ends)
        yield day_number(begins), last if last <= on else NEVER


def _between(stretches: list[Stretch], closed: int, on: int) -> Iterator[Stretch]:
    """The days with nobody between two who were involved, and since the last one of an active client."""
    first, *others = sorted(stretches)
    until = first[1]
    for begins, ends in others:
        if begins > until:
            yield until, begins
        until = max(until, ends)
    if until <= on < closed:
        yield until, NEVER
