"""The municipalities as a drawing: outlines from our own reference data, coarse enough for a page."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from dashboard.public.ground_labels import Label, label_in
from dashboard.reports.map_areas import all_municipalities

WIDTH = 420
TALLEST = 520
COARSE = 1.1
"""Points nearer to each other than this are drawn as one."""
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Ground:
    """The drawing's size, and each municipality's outline and label."""

    width: int
    height: int
    shapes: tuple["Shape", ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """A municipality.

    Attributes:
        code: which.
        path: its outline for an svg path.
        label: its name where it has room inside the outline.
    """

    code: str
    path: str
    label: Label


def ground(codes: Sequence[str]) -> Ground | None:
    """The municipalities of some codes on one drawing; None when we know none of them."""
    known = [feature for code, feature in _features().items() if code in codes]
    if not known:
        return None
    outlines = {str(one["id"]): list(_rings(one["geometry"])) for one in known}
    west, south, east, north = _box(point for rings in outlines.values() for ring in rings for point in ring)
    squeeze = math.cos(math.radians((south + north) / 2))
    unit = min(WIDTH / ((east - west) * squeeze), TALLEST / (north - south))

    def placed(point: Point) -> Point:
        return (point[0] - west) * squeeze * unit, (north - point[1]) * unit

    shapes = tuple(
        _shape(one, [[placed(point) for point in ring] for ring in outlines[str(one["id"])]], placed)
        for one in known
    )
    return Ground(math.ceil((east - west) * squeeze * unit), math.ceil((north - south) * unit), shapes)


@cache
def _features() -> dict[str, Any]:
    return {str(feature["id"]): feature for feature in all_municipalities()}


def _shape(feature: Any, rings: list[list[Point]], placed: Any) -> Shape:
    middle = feature["properties"]
    largest: list[Point] = max(rings, key=_area)
    label = label_in(largest, middle["name"], placed((float(middle["lon"]), float(middle["lat"]))))
    coarse = [_coarse(ring) for ring in rings]
    path = "".join(_path(ring) for ring in coarse if len(ring) > 2)
    return Shape(str(feature["id"]), path, label)


def _rings(geometry: Any) -> Iterator[list[Point]]:
    shapes = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for shape in shapes:
        yield [(float(point[0]), float(point[1])) for point in shape[0]]


def _box(points: Iterator[Point]) -> tuple[float, float, float, float]:
    every = list(points)
    return (
        min(x for x, _y in every),
        min(y for _x, y in every),
        max(x for x, _y in every),
        max(y for _x, y in every),
    )


def _area(ring: list[Point]) -> float:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(x * further_y - further_x * y for (x, y), (further_x, further_y) in pairs)) / 2


def _coarse(ring: list[Point]) -> list[Point]:
    kept = ring[:1]
    for point in ring[1:]:
        if math.dist(point, kept[-1]) >= COARSE:
            kept.append(point)
    return kept


def _path(ring: list[Point]) -> str:
    return "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in ring) + "Z"
