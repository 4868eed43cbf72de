"""Employers that are alike: the same occupation in the same area. The rest of G4.

All pairs would be far too many: a thousand restaurants in one town are half a million pairs. So employers
with the same occupations at the same place are one *kind*, and each kind is tied to the nearest kinds in
each of its occupations, and no more.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.sparse import csr_array
from scipy.spatial import cKDTree

from dashboard.analysis.coded import Codes, Flags
from dashboard.analysis.gaps_areas import MEASURABLE, chord, on_the_globe
from dashboard.analysis.gaps_occupations import offered_groups
from dashboard.analysis.links import Floats, Links, gathered
from dashboard.analysis.network_state import EmployerState
from dashboard.analysis.occupations import Groups
from dashboard.domain.definitions import Definitions

NEAREST = 6
"""Kinds that each kind is tied to in each of its occupations."""
SAME_PLACE_DECIMALS = 4
"""Of degrees: about ten metres."""
SPREAD_KM = 1e-6
"""Keeps many kinds at one point apart, in the order of their occupations, so that not all choose the same."""


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """Who is alike.

    Attributes:
        employer_ids: the employers of `total` with an occupation and a known area, by key.
        kind: the kind of each.
        links: ties between kinds, node ("kind", number as text) for each that has one; weighs the shared
            occupations as a part of all that the two offer.
        linked: the kind at each node of `links`.
        sizes: how many employers are of each kind.
        left_out: employers of `total` without an occupation or an area.
        ssyk_level: how many digits of an occupation count.
    """

    employer_ids: tuple[str, ...]
    kind: Codes
    links: Links
    linked: Codes
    sizes: Codes
    left_out: int
    ssyk_level: int

    def alike(self, employer_id: str) -> tuple[str, ...]:
        """The employers of the same kind, then those of the kinds beside it, the most alike first."""
        if employer_id not in self.employer_ids:
            return ()
        kind = int(self.kind[self.employer_ids.index(employer_id)])
        start, end = self.linked[self.links.start], self.linked[self.links.end]
        beside = np.concatenate([end[start == kind], start[end == kind]])
        strength = np.concatenate([self.links.strength[start == kind], self.links.strength[end == kind]])
        kinds = [kind, *beside[np.lexsort((beside, -strength))].tolist()]
        found = [self.employer_ids[one] for each in kinds for one in np.flatnonzero(self.kind == each)]
        return tuple(one for one in found if one != employer_id)


@dataclass(frozen=True, slots=True, eq=False)
class _Kinds:
    """One row a kind, in the order of occupations, then place."""

    offers: csr_array
    points: Floats
    measurable: Flags
    municipality: Codes


def likeness(state: EmployerState, definitions: Definitions) -> Likeness:
    """Group the employers of `total` into kinds and tie what is alike.

    Two kinds share an area when they lie within the distance of the area gap; where one of them is known by
    its municipality alone, when the municipality is the same.

    Args:
        state: the employers.
        definitions: `ssyk_level` and `area_km`.
    """
    frame, groups = state.employers, offered_groups(state, definitions.ssyk_level)
    measurable = frame["position_precision"].isin(MEASURABLE).to_numpy()
    known = measurable | frame["map_municipality_code"].notna().to_numpy()
    offering = np.zeros(len(frame), dtype=bool)
    offering[groups.row] = True
    rows = np.flatnonzero(known & offering)
    names = _names_of_kinds(frame, groups, measurable)[rows]
    _names, first, kind = np.unique(names, return_index=True, return_inverse=True)
    kinds = _kinds(frame, groups, measurable, rows[first])
    pairs = np.concatenate([_nearest(kinds, definitions.area_km), _same_municipality(kinds)])
    links = _links(kinds, pairs)
    return Likeness(
        employer_ids=tuple(frame.index[rows]),
        kind=kind.astype(np.int64),
        links=links,
        linked=np.array([int(number) for _kind, number in links.nodes], dtype=np.int64),
        sizes=np.bincount(kind, minlength=len(first)).astype(np.int64),
        left_out=len(frame) - len(rows),
        ssyk_level=definitions.ssyk_level,
    )


def _names_of_kinds(
    frame: pd.DataFrame, groups: Groups, measurable: Flags
) -> np.ndarray[tuple[int], np.dtype[np.str_]]:
    """What an employer offers, and where: equal for employers of one kind."""
    points = frame[["map_latitude", "map_longitude"]].to_numpy(dtype=np.float64).round(SAME_PLACE_DECIMALS)
    offers = [""] * len(frame)
    for row, group in zip(groups.row.tolist(), groups.group.tolist(), strict=True):
        offers[row] += f"{groups.names[group]};"
    places = [
        f"{latitude} {longitude}" if there else str(code)
        for (latitude, longitude), there, code in zip(
            points.tolist(), measurable.tolist(), frame["map_municipality_code"], strict=True
        )
    ]
    return np.array([f"{offer}@{place}" for offer, place in zip(offers, places, strict=True)], dtype=np.str_)


def _kinds(frame: pd.DataFrame, groups: Groups, measurable: Flags, rows: Codes) -> _Kinds:
    offers = csr_array(
        (np.ones(len(groups.row)), (groups.row, groups.group)), shape=(len(frame), len(groups.names))
    )
    codes, _municipalities = pd.factorize(frame["map_municipality_code"], sort=True)
    return _Kinds(
        offers=offers[rows],
        points=frame[["map_latitude", "map_longitude"]].to_numpy(dtype=np.float64)[rows],
        measurable=measurable[rows],
        municipality=codes[rows].astype(np.int64),
    )


def _nearest(kinds: _Kinds, area_km: float) -> Codes:
    """Pairs of each kind and its nearest in each of its occupations, within the distance."""
    measured = np.flatnonzero(kinds.measurable)
    found = [np.empty((0, 2), dtype=np.int64)]
    if not len(measured):
        return found[0]
    spread = SPREAD_KM * np.arange(len(measured), dtype=np.float64)[:, None]
    points = np.hstack([on_the_globe(kinds.points[measured]), spread])
    offers = kinds.offers[measured].tocsc()
    for group in range(offers.shape[1]):
        here = offers.indices[offers.indptr[group] : offers.indptr[group + 1]]
        if len(here) > 1:
            found.append(measured[here[_neighbours(points[here], area_km)]])
    return np.concatenate(found)


def _neighbours(points: Floats, area_km: float) -> Codes:
    """Pairs of places in `points`: each with the nearest others."""
    most = min(NEAREST + 1, len(points))
    reach = chord(area_km) + SPREAD_KM * len(points)
    away, other = cKDTree(points).query(points, k=most, distance_upper_bound=reach)
    one = np.broadcast_to(np.arange(len(points))[:, None], other.shape)
    kept = np.isfinite(away) & (other != one)
    return np.stack([one[kept], other[kept]], axis=1).astype(np.int64)


def _same_municipality(kinds: _Kinds) -> Codes:
    """Pairs in one occupation and municipality with one known by the municipality alone.

    No distance tells who is nearest, so each is tied to those beside it in the order of occupations.
    """
    offers = kinds.offers.tocoo()
    kind, group = (np.asarray(side, dtype=np.int64) for side in offers.coords)
    placed = kinds.municipality[kind] >= 0
    kind, group = kind[placed], group[placed]
    cell = kinds.municipality[kind] * kinds.offers.shape[1] + group
    order = np.lexsort((kind, cell))
    found = [np.empty((0, 2), dtype=np.int64)]
    for members in np.split(kind[order], np.flatnonzero(np.diff(cell[order])) + 1):
        if kinds.measurable[members].all():
            continue
        found += [
            np.stack([members, np.roll(members, -shift)], axis=1)
            for shift in range(1, min(NEAREST // 2, len(members) // 2) + 1)
        ]
    pairs = np.concatenate(found)
    vague = ~kinds.measurable[pairs].all(axis=1)
    return pairs[vague]


def _links(kinds: _Kinds, pairs: Codes) -> Links:
    low, high = np.unique(np.sort(pairs, axis=1), axis=0).T
    one, other = kinds.offers[low], kinds.offers[high]
    shared = np.asarray(one.multiply(other).sum(axis=1), dtype=np.float64)
    in_all = np.asarray(one.sum(axis=1) + other.sum(axis=1), dtype=np.float64) - shared
    nodes = [("kind", str(number)) for number in range(kinds.offers.shape[0])]
    return gathered(nodes, low, high, shared / in_all)
