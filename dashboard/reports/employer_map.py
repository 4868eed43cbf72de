"""Where the employers that fit are: points or counts on municipalities, and what cannot be drawn."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from dashboard.data.reference import municipalities
from dashboard.i18n import language
from dashboard.reports.access import Access
from dashboard.reports.employer_filters import filter_masks, municipality_name, passing
from dashboard.reports.employer_index import EmployerIndex, Flags, Rows, employer_index
from dashboard.reports.map_areas import municipalities_around
from dashboard.reports.state import PageState

MOST_POINTS = 3_000
"""Above this many, a map shows counts instead of employers."""


@dataclass(frozen=True, slots=True, eq=False)
class MapPoints:
    """Employers on the map, one place in each.

    Attributes:
        keys: their keys.
        names: their names.
        latitudes: None for one that the filters leave out.
        longitudes: where it is drawn.
        rungs: 0–5.
        precisions: how well each position is known.
    """

    keys: tuple[str, ...]
    names: tuple[str, ...]
    latitudes: tuple[float | None, ...]
    longitudes: tuple[float, ...]
    rungs: tuple[int, ...]
    precisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AreaCount:
    """How many of the employers that fit lie in a municipality, and its middle."""

    code: str
    name: str
    employers: int
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class MapSelected:
    """The chosen employer on the map."""

    key: str
    name: str
    latitude: float
    longitude: float
    rung: int


@dataclass(frozen=True, slots=True, eq=False)
class EmployerMapReport:
    """What the map of the employers that fit holds.

    Attributes:
        ground: names what does not change with a filter; where it is the same, areas and points are too.
        areas: the municipalities around the selection's employers, as GeoJSON; the feature id is the code.
        counts: the municipalities with at least one that fits, most first.
        points: the employers; empty when they are too many to draw.
        fixed: whether `points` are all the selection's employers, so that a filter only hides some.
        limited: whether counts stand instead of points, because there are too many.
        matching: how many fit.
        shown: those of them that have a position.
        approximate: those of `shown` placed by postal code, locality or municipality.
        without_position: those that have none.
        without_area: those of `shown` whose municipality is not known, so that no area counts them.
        selected: the chosen employer, when it has a position.
        box: south, north, west, east of what is shown, of everything when nothing is; None without positions.
    """

    ground: str
    areas: Mapping[str, Any]
    counts: tuple[AreaCount, ...]
    points: MapPoints
    fixed: bool
    limited: bool
    matching: int
    shown: int
    approximate: int
    without_position: int
    without_area: int
    selected: MapSelected | None
    box: tuple[float, float, float, float] | None


@dataclass(frozen=True, slots=True, eq=False)
class _Ground:
    """What the map of a selection and day is drawn on, and all its points."""

    name: str
    areas: Mapping[str, Any]
    rows: Rows
    keys: tuple[str, ...]
    names: tuple[str, ...]
    longitudes: tuple[float, ...]
    rungs: tuple[int, ...]
    precisions: tuple[str, ...]
    approximate: Flags


def employer_map(access: Access, page: PageState) -> EmployerMapReport:
    """The map of the employers that pass the page's filters.

    Raises:
        AccessDenied: to others than coaches and managers.
        InvalidParameter: when there is no such unit or programme.
    """
    index = employer_index(access, page)
    ground = _ground(access, page, index)
    found = passing(index, filter_masks(access, index, page))
    shown = np.flatnonzero(found & index.placed)
    fixed = len(ground.rows) <= MOST_POINTS
    limited = len(shown) > MOST_POINTS
    counts = _counts(index, shown)
    drawn = shown[:0] if limited else shown
    return EmployerMapReport(
        ground=ground.name,
        areas=ground.areas,
        counts=counts,
        points=_points(index, ground, found) if fixed else _some_points(index, drawn),
        fixed=fixed,
        limited=limited,
        matching=int(found.sum()),
        shown=len(shown),
        approximate=int(ground.approximate[shown].sum()),
        without_position=int((found & ~index.placed).sum()),
        without_area=len(shown) - sum(count.employers for count in counts),
        selected=_selected(index, page),
        box=_box(index, shown if len(shown) else ground.rows),
    )


def _ground(access: Access, page: PageState, index: EmployerIndex) -> _Ground:
    units = tuple(sorted(set(page.units)))
    key = ("employer_ground", units, page.programme, page.on)
    made: _Ground = access.cached(key, lambda snapshot: _made_ground(index, f"{snapshot.version} {key}"))
    return made


def _made_ground(index: EmployerIndex, name: str) -> _Ground:
    rows = np.flatnonzero(index.placed)
    box = _box(index, rows)
    corners = [(box[0], box[2]), (box[1], box[3])] if box else []
    # Where there are too many points for one drawing, each filter sends those that are left.
    listed = rows if len(rows) <= MOST_POINTS else rows[:0]
    points = _columns(index, listed)
    precisions = index.state.employers["position_precision"].to_numpy(dtype=object)
    return _Ground(
        name=hashlib.sha256(name.encode()).hexdigest()[:12],
        areas=municipalities_around(corners),
        rows=rows,
        **points,
        approximate=precisions != "exact",
    )


def _columns(index: EmployerIndex, rows: Rows) -> dict[str, Any]:
    frame = index.state.employers
    return {
        "keys": tuple(index.ids[rows]),
        "names": tuple(frame["name"].array.take(rows)),
        "longitudes": tuple(index.longitudes[rows].tolist()),
        "rungs": tuple(index.rungs[rows].tolist()),
        "precisions": tuple(frame["position_precision"].array.take(rows)),
    }


def _points(index: EmployerIndex, ground: _Ground, found: Flags) -> MapPoints:
    """All the selection's employers, those that do not fit without a latitude."""
    latitudes = index.latitudes[ground.rows].tolist()
    fits = found[ground.rows].tolist()
    return MapPoints(
        keys=ground.keys,
        names=ground.names,
        latitudes=tuple(value if fit else None for value, fit in zip(latitudes, fits, strict=True)),
        longitudes=ground.longitudes,
        rungs=ground.rungs,
        precisions=ground.precisions,
    )


def _some_points(index: EmployerIndex, rows: Rows) -> MapPoints:
    return MapPoints(latitudes=tuple(index.latitudes[rows].tolist()), **_columns(index, rows))


def _counts(index: EmployerIndex, shown: Rows) -> tuple[AreaCount, ...]:
    codes, counts = np.unique(index.municipalities[shown].astype(str), return_counts=True)
    known = municipalities()
    areas = [
        AreaCount(code, municipality_name(code), int(count), known[code].latitude, known[code].longitude)
        for code, count in zip(codes.tolist(), counts, strict=True)
        if code in known
    ]
    return tuple(sorted(areas, key=lambda area: (-area.employers, area.code)))


def _selected(index: EmployerIndex, page: PageState) -> MapSelected | None:
    row = index.row_of(page.employer)
    if row is None or not index.placed[row]:
        return None
    return MapSelected(
        key=str(index.ids[row]),
        name=str(index.state.employers["name"].iat[row]),
        latitude=float(index.latitudes[row]),
        longitude=float(index.longitudes[row]),
        rung=int(index.rungs[row]),
    )


def _box(index: EmployerIndex, rows: Rows) -> tuple[float, float, float, float] | None:
    if not len(rows):
        return None
    latitudes, longitudes = index.latitudes[rows], index.longitudes[rows]
    return (
        float(latitudes.min()),
        float(latitudes.max()),
        float(longitudes.min()),
        float(longitudes.max()),
    )


def ground_in(report: EmployerMapReport, theme: str) -> str:
    """The name of the ground as it is drawn: in a language and a theme."""
    return f"{report.ground} {language()} {theme}"
