"""Clients with too few warm employers of a wished kind near home."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sin

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import Codes, Flags
from dashboard.analysis.gaps_occupations import is_warm, offered_groups, seekers, wished_groups
from dashboard.analysis.network_state import EmployerState

Degrees = NDArray[np.float64]
Point = tuple[float, float]

EARTH_RADIUS_KM = 6371.0088
MEASURABLE = ("exact", "postal_code", "locality")
"""A municipality's point is not where anybody is."""
CLIENTS_AT_ONCE = 256


@dataclass(frozen=True, slots=True, eq=False)
class AreaGap:
    """MEASURES.md, "Area". Flags stand one a client of the world.

    Attributes:
        asked: clients whose surroundings can be looked at.
        named: those of them that the gap names.
        municipality_only: clients whose postal code tells no more than a municipality, at best.
        near: how many employers of a wished group each of the others has near home; 0 for who is not asked.
    """

    asked: Flags
    named: Flags
    municipality_only: Flags
    near: Codes


def area_gaps(basis: Basis, state: EmployerState, postal_codes: Mapping[str, Point]) -> AreaGap:
    """Clients with few warm employers of a wished group near home.

    Args:
        basis: the selection on a day.
        state: its employers.
        postal_codes: latitude and longitude of those postal codes that are known better than their
            municipality.
    """
    home = basis.scope.coded.world.clients["postal_code"]
    wishes = wished_groups(basis)
    wishing = np.zeros(len(home), dtype=bool)
    wishing[wishes.row] = True
    asked = seekers(basis) & wishing & home.notna().to_numpy()
    placed = asked & home.isin(postal_codes.keys()).to_numpy()
    points = np.array([postal_codes[code] for code in home[placed]], dtype=np.float64).reshape(-1, 2)
    near = np.zeros(len(home), dtype=np.int64)
    near[placed] = _near(np.flatnonzero(placed), points, basis, state)
    return AreaGap(placed, placed & (near < basis.definitions.area_employers), asked & ~placed, near)


def _near(clients: Codes, homes: Degrees, basis: Basis, state: EmployerState) -> Codes:
    """How many warm employers of a wished group each client has within the distance."""
    frame = state.employers
    rows = np.flatnonzero(is_warm(state) & frame["position_precision"].isin(MEASURABLE).to_numpy())
    places = frame[["map_latitude", "map_longitude"]].to_numpy(dtype=np.float64)[rows]
    wished, offered = shared_groups(clients, rows, basis, state)
    counts = np.zeros(len(clients), dtype=np.int64)
    if not len(rows):
        return counts
    # Many clients share a post town, so each place is looked around from once.
    points, home = np.unique(homes, axis=0, return_inverse=True)
    around = cKDTree(on_the_globe(places)).query_ball_point(
        on_the_globe(points), chord(basis.definitions.area_km)
    )
    for place, near in enumerate(around):
        here = np.flatnonzero(home == place)
        for first in range(0, len(here), CLIENTS_AT_ONCE):
            part = here[first : first + CLIENTS_AT_ONCE]
            counts[part] = ((wished[part] @ offered[near].T) > 0).sum(axis=1)
    return counts


def shared_groups(
    clients: Codes, employers: Codes, basis: Basis, state: EmployerState
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Which groups each client wishes for and each employer offers, as tables with the same columns."""
    wishes, offers = wished_groups(basis), offered_groups(state, basis.definitions.ssyk_level)
    names = sorted({*wishes.names, *offers.names})
    number = {name: place for place, name in enumerate(names)}
    tables = []
    heights = (len(basis.scope.has_client), len(state.employers))
    for groups, rows, height in zip((wishes, offers), (clients, employers), heights, strict=True):
        table = np.zeros((height, len(names)), dtype=np.float32)
        columns = np.array([number[name] for name in groups.names], dtype=np.int64)
        table[groups.row, columns[groups.group]] = 1
        tables.append(table[rows])
    return tables[0], tables[1]


def on_the_globe(degrees: Degrees) -> NDArray[np.float64]:
    """Latitudes and longitudes as points in space, in kilometres from the centre of the earth."""
    latitude, longitude = np.radians(degrees).T
    flat = np.cos(latitude)
    xyz = np.stack([flat * np.cos(longitude), flat * np.sin(longitude), np.sin(latitude)], axis=1)
    return np.asarray(EARTH_RADIUS_KM * xyz, dtype=np.float64)


def chord(kilometres: float) -> float:
    """The straight line through the earth between points that far apart on the great circle."""
    return 2 * EARTH_RADIUS_KM * sin(kilometres / (2 * EARTH_RADIUS_KM))
