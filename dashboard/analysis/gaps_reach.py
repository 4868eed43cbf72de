"""Which colder employers would give clients with too few near home the ones that they lack."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import Codes, Flags
from dashboard.analysis.gaps_areas import (
    CLIENTS_AT_ONCE,
    MEASURABLE,
    AreaGap,
    Point,
    chord,
    on_the_globe,
    shared_groups,
)
from dashboard.analysis.gaps_occupations import is_warm
from dashboard.analysis.network_state import EmployerState


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """What warming the colder employers would do for the clients that the area gap names.

    Attributes:
        helps: one an employer of `total`: how many of the clients would get it as one more near home; 0 for
            those that are warm, or that no exact enough position places.
        closes: how many of those would then have enough.
        could: the clients who would have enough if all the colder ones near them were warm: one flag a
            client of the world.
    """

    helps: Codes
    closes: Codes
    could: Flags


def reach(basis: Basis, state: EmployerState, areas: AreaGap, postal_codes: Mapping[str, Point]) -> Reach:
    """The colder employers of a wished group within the distance of each client with too few.

    Args:
        basis: the selection on a day.
        state: its employers.
        areas: its area gap.
        postal_codes: latitude and longitude, the same as the area gap was made from.
    """
    frame = state.employers
    rows = np.flatnonzero(~is_warm(state) & frame["position_precision"].isin(MEASURABLE).to_numpy())
    clients = np.flatnonzero(areas.named)
    helps, closes = (np.zeros(len(frame), dtype=np.int64) for _each in range(2))
    could = np.zeros(len(areas.named), dtype=bool)
    if not len(rows) or not len(clients):
        return Reach(helps, closes, could)
    enough = basis.definitions.area_employers
    places = frame[["map_latitude", "map_longitude"]].to_numpy(dtype=np.float64)[rows]
    codes = basis.scope.coded.world.clients["postal_code"].iloc[clients]
    homes = np.array([postal_codes[code] for code in codes], dtype=np.float64)
    wished, offered = shared_groups(clients, rows, basis, state)
    points, home = np.unique(homes, axis=0, return_inverse=True)
    around = cKDTree(on_the_globe(places)).query_ball_point(
        on_the_globe(points), chord(basis.definitions.area_km)
    )
    for place, near in enumerate(around):
        here = np.flatnonzero(home.reshape(-1) == place)
        for first in range(0, len(here), CLIENTS_AT_ONCE):
            part = here[first : first + CLIENTS_AT_ONCE]
            fits = (wished[part] @ offered[near].T) > 0
            has = areas.near[clients[part]]
            helps[rows[near]] += fits.sum(axis=0)
            closes[rows[near]] += fits[has == enough - 1].sum(axis=0)
            could[clients[part]] = has + fits.sum(axis=1) >= enough
    return Reach(helps, closes, could)
