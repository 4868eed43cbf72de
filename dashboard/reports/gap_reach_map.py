"""Where clients have too few employers near home, as a map: post towns, and the employers that would help.

No client is a point on it: the clients of a post town stand together at its middle, however few they are.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.i18n import language
from dashboard.reports.access import Access
from dashboard.reports.gap_answers import gap_answer
from dashboard.reports.gap_areas import HomePlace, home_places
from dashboard.reports.gap_ground import GapGround, gap_ground
from dashboard.reports.map_areas import municipalities_around
from dashboard.reports.state import PageState

MOST_HELPERS = 300
"""So many employers are drawn, those that would help most; the list holds all."""


@dataclass(frozen=True, slots=True)
class Helper:
    """An employer that would help if it were warm.

    Attributes:
        helps: how many clients.
        approximate: whether it is placed by postal code or locality.
    """

    name: str
    latitude: float
    longitude: float
    rung: int
    helps: int
    approximate: bool


@dataclass(frozen=True, slots=True, eq=False)
class ReachMap:
    """The map of a selection on a day.

    Attributes:
        places: the post towns of the clients, most clients with too few first.
        helpers: the employers that would help, those that would help most first; at most MOST_HELPERS.
        helping: how many would help, drawn or not.
        beside: clients who stand on no place, because no more than their municipality is known.
    """

    places: tuple[HomePlace, ...]
    helpers: tuple[Helper, ...]
    helping: int
    beside: int

    @property
    def approximate(self) -> int:
        """How many of the employers drawn have an approximate place."""
        return sum(one.approximate for one in self.helpers)

    @property
    def points(self) -> list[tuple[float, float]]:
        """Everything that is drawn, as latitude and longitude."""
        towns = [(one.latitude, one.longitude) for one in self.places]
        return towns + [(one.latitude, one.longitude) for one in self.helpers]

    def areas(self) -> Mapping[str, Any]:
        """The municipalities around, as GeoJSON."""
        return municipalities_around(self.points)


def reach_map(access: Access, page: PageState) -> ReachMap:
    """The map of the clients with too few near home, as the page's filters leave the employers."""
    ground = gap_ground(access, page)
    found: ReachMap = ground.results.get("reach_map", lambda: _made(access, page, ground))
    return found


def drawn_as(access: Access, page: PageState, theme: str) -> str:
    """A name of the drawing: where it is the same, the browser has the map already."""
    what = (
        access.store.data_version(),
        page.replace(text="", sort=None, page=1).query(),
        page.on,
        language(),
    )
    return hashlib.sha256(repr((what, theme)).encode()).hexdigest()[:12]


def _made(access: Access, page: PageState, ground: GapGround) -> ReachMap:
    asked = gap_answer(access, page, "areas")
    frame = ground.gaps.state.employers.loc[asked.rows["employer_id"]]
    return ReachMap(
        places=home_places(ground),
        helpers=tuple(_helpers(frame[:MOST_HELPERS], asked.rows["helps"][:MOST_HELPERS])),
        helping=len(asked.rows),
        beside=asked.counts["municipality_only"],
    )


def _helpers(frame: pd.DataFrame, helps: "pd.Series[int]") -> list[Helper]:
    rows: Any = frame.itertuples()
    return [
        Helper(
            name=str(row.name),
            latitude=float(row.map_latitude),
            longitude=float(row.map_longitude),
            rung=int(row.rung),
            helps=int(count),
            approximate=row.position_precision != "exact",
        )
        for row, count in zip(rows, helps, strict=True)
    ]
