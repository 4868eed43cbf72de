"""The parts of a match: how the occupation fits, which needs are met, how far it is, and how others fared."""

from dataclasses import dataclass
from itertools import takewhile
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.analysis.basis import Basis, flags_at
from dashboard.analysis.coded import NOBODY, TRIALS, Codes, Flags
from dashboard.analysis.gaps_areas import EARTH_RADIUS_KM, MEASURABLE, Point
from dashboard.analysis.occupations import occupation_groups
from dashboard.analysis.places import count_by
from dashboard.analysis.strength import PRIOR_TRIALS, SUCCESS_CODES

FloatsOf = NDArray[np.float64]

MATCH_PARTS = ("occupation", "adjustments", "distance", "relation", "success", "places", "rest")
"""The parts in the order in which they are shown."""
FITS = np.array([0.0, 0.0, 0.5, 0.75, 1.0])
"""What 0 to 4 shared digits of SSYK are worth; one digit is a level of skill, not an occupation."""
LONGEST_CODE = 4
LONGEST_TAG = 99
FARTHEST = np.inf


@dataclass(frozen=True, slots=True, eq=False)
class Nearness:
    """How far each employer is from a client's home.

    Attributes:
        kilometres: along the great circle; NaN when not known. Where one of the two is known by its
            municipality alone it is at least `area_km`: a municipality's point is not where anybody is.
        measured: whether both are known better than their municipality.
        value: 1 at home, halved every `area_km`; 0 when not known.
    """

    kilometres: FloatsOf
    measured: Flags
    value: FloatsOf

    @property
    def sorted_by(self) -> FloatsOf:
        """The distance, with what is not known after everything else."""
        return np.where(np.isnan(self.kilometres), FARTHEST, self.kilometres)


@dataclass(frozen=True, slots=True, eq=False)
class Similar:
    """Completed trials with an outcome at each employer, of others who share a support need with the client.

    Attributes:
        completed: how many.
        succeeded: those that led to employment or studies.
        mean: the share over all employers of the selection; 0 without any.
    """

    completed: Codes
    succeeded: Codes
    mean: float

    @property
    def share(self) -> FloatsOf:
        """The share drawn towards the mean while the trials are few, as part O of strength."""
        share: FloatsOf = (self.succeeded + PRIOR_TRIALS * self.mean) / (self.completed + PRIOR_TRIALS)
        return share


def occupation_fit(column: "pd.Series[Any]", wishes: tuple[str, ...]) -> tuple[Codes, NDArray[np.object_]]:
    """The most digits that an offer of each employer shares with a wish, and that offer.

    >>> digits, offered = occupation_fit(pd.Series(["9412;5120", "9411", "51", None]), ("9412",))
    >>> digits.tolist(), offered.tolist()
    ([4, 3, 0, 0], ['9412', '9411', '', ''])
    """
    offers = occupation_groups(column, LONGEST_CODE)
    shared = [max((shared_digits(name, wish) for wish in wishes), default=0) for name in offers.names]
    here = np.array([*shared, 0], dtype=np.int64)[offers.group]
    digits = np.zeros(len(column), dtype=np.int64)
    np.maximum.at(digits, offers.row, here)
    # Of equal offers the first by code (names are sorted), so that the order of a list decides nothing.
    best = np.flatnonzero((here == digits[offers.row]) & (here > 0))[::-1]
    offered = np.full(len(column), "", dtype=object)
    offered[offers.row[best]] = np.array([*offers.names, ""], dtype=object)[offers.group[best]]
    return digits, offered


def shared_digits(one: str, other: str) -> int:
    """How many digits two codes have in common from the beginning.

    >>> shared_digits("9412", "941"), shared_digits("9412", "5412")
    (3, 0)
    """
    pairs = zip(one, other, strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))


def adjustments_met(column: "pd.Series[Any]", needs: tuple[str, ...]) -> Codes:
    """How many of the needs each employer can meet."""
    tags = occupation_groups(column, LONGEST_TAG)
    wanted = np.array([*(name in needs for name in tags.names), False], dtype=bool)
    return count_by(tags.row[wanted[tags.group]], len(column))


def nearness(frame: pd.DataFrame, home: Point | None, home_is_measurable: bool, half_km: float) -> Nearness:
    """How far each employer is from home.

    Args:
        frame: the employers of a state.
        home: latitude and longitude.
        home_is_measurable: whether it is known better than its municipality.
        half_km: the distance that counts half.
    """
    precision = frame["position_precision"]
    measured = precision.isin(MEASURABLE).to_numpy() & home_is_measurable
    if home is None:
        unknown = np.full(len(frame), np.nan)
        return Nearness(unknown, np.zeros(len(frame), dtype=bool), np.zeros(len(frame)))
    points = frame[["map_latitude", "map_longitude"]].to_numpy(dtype=np.float64)
    kilometres = great_circle(points, home)
    kilometres = np.where(measured, kilometres, np.maximum(kilometres, half_km))
    return Nearness(kilometres, measured, np.nan_to_num(np.exp2(-kilometres / half_km), nan=0.0))


def great_circle(points: FloatsOf, home: Point) -> FloatsOf:
    """Kilometres along the surface of the earth from home to each point, by the haversine formula.

    >>> goteborg, stockholm = np.array([[57.7089, 11.9746]]), (59.3293, 18.0686)
    >>> round(float(great_circle(goteborg, stockholm)[0]))
    397
    """
    latitude, longitude = np.radians(points).T
    here, there = np.radians(home)
    half = np.sin((latitude - here) / 2) ** 2
    half = half + np.cos(here) * np.cos(latitude) * np.sin((longitude - there) / 2) ** 2
    return np.asarray(2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(half)), dtype=np.float64)


def similar_trials(
    basis: Basis, clients: tuple[int, ...], needs: tuple[str, ...], employers: Codes
) -> Similar:
    """Trials of others with similar needs, at each of some employers.

    Args:
        basis: the selection on the day; an extended trial is one with the one that follows.
        clients: the person's own enrolments, whose trials say nothing about others.
        needs: a client who shares one of them is similar; without any, everybody is.
        employers: codes of employers of the world.
    """
    spells, count = basis.spells, len(basis.scope.coded.employers.active)
    similar = adjustments_met(basis.scope.coded.world.clients["support_needs"], needs) > 0
    similar |= not needs
    similar &= ~flags_at(np.array(clients, dtype=np.int64), len(similar))
    counted = basis.own & np.isin(spells.kind, TRIALS) & (spells.end <= basis.on)
    counted &= (spells.outcome != NOBODY) & similar[spells.client]
    succeeded = counted & np.isin(spells.outcome, SUCCESS_CODES)
    total = int(counted.sum())
    return Similar(
        completed=count_by(spells.employer[counted], count)[employers],
        succeeded=count_by(spells.employer[succeeded], count)[employers],
        mean=int(succeeded.sum()) / total if total else 0.0,
    )
