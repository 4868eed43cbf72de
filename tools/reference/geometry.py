"""Plane geometry on longitude and latitude: enough to place a point in a municipality.

Points are ``(longitude, latitude)`` in WGS 84 degrees, rings are closed lists of points, a polygon is its
outer ring followed by its holes, and a shape is a list of polygons.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]
Ring = list[Point]
Polygon = list[Ring]
Shape = list[Polygon]

WKB_POLYGON, WKB_MULTIPOLYGON = 3, 6
KILOMETRES_PER_DEGREE = 111.195


class UnreadableGeometry(ValueError):
    """The bytes are not a two-dimensional little-endian polygon or multipolygon."""


@dataclass(slots=True)
class _Reader:
    """A cursor over well-known binary."""

    data: bytes
    at: int = 0

    def take(self, layout: str) -> tuple[float, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def header(self) -> int:
        byte_order, kind = self.take("BI")
        if byte_order != 1:
            raise UnreadableGeometry("only little-endian geometry is read")
        return int(kind)

    def count(self) -> int:
        return int(self.take("I")[0])

    def ring(self) -> Ring:
        numbers = self.take(f"{2 * self.count()}d")
        return list(zip(numbers[0::2], numbers[1::2], strict=True))

    def polygon(self) -> Polygon:
        return [self.ring() for _ in range(self.count())]


def shape_from_wkb(data: bytes) -> Shape:
    """Read a polygon or multipolygon in well-known binary."""
    reader = _Reader(data)
    kind = reader.header()
    if kind == WKB_POLYGON:
        return [reader.polygon()]
    if kind != WKB_MULTIPOLYGON:
        raise UnreadableGeometry(f"geometry type {kind} is not a polygon")
    polygons: Shape = []
    for _ in range(reader.count()):
        if reader.header() != WKB_POLYGON:
            raise UnreadableGeometry("a multipolygon holds something else than polygons")
        polygons.append(reader.polygon())
    return polygons


def signed_area(ring: Sequence[Point]) -> float:
    """Shoelace area in square degrees, positive when the ring runs counter-clockwise."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in _edges(ring)) / 2


def simplified(shape: Shape, decimals: int) -> Shape:
    """The shape with rounded corners, outer rings clockwise as plotly fills them, holes the other way."""
    polygons = []
    for polygon in shape:
        rings = [rounded for ring in polygon if (rounded := _rounded(ring, decimals))]
        if rings:
            polygons.append([_turned(ring, clockwise=index == 0) for index, ring in enumerate(rings)])
    return polygons


def _rounded(ring: Ring, decimals: int) -> Ring:
    corners: Ring = []
    for x, y in ring:
        corner = (round(x, decimals), round(y, decimals))
        if not corners or corners[-1] != corner:
            corners.append(corner)
    # A skerry smaller than the rounding collapses to a line: it would be drawn as nothing.
    return corners if len(corners) >= 4 and signed_area(corners) != 0 else []


def _turned(ring: Ring, *, clockwise: bool) -> Ring:
    return ring if (signed_area(ring) < 0) == clockwise else ring[::-1]


def contains(shape: Shape, point: Point) -> bool:
    """Whether the point lies inside the shape and outside its holes (even-odd rule)."""
    return any(sum(_crosses(ring, point) for ring in polygon) % 2 == 1 for polygon in shape)


def _crosses(ring: Ring, point: Point) -> int:
    x, y = point
    return sum(
        1
        for (x1, y1), (x2, y2) in _edges(ring)
        if (y1 > y) != (y2 > y) and x < x1 + (x2 - x1) * (y - y1) / (y2 - y1)
    )


def distance_to_border(shape: Shape, point: Point) -> float:
    """Kilometres from the point to the nearest border of the shape, inside or outside it."""
    return min(
        _distance_to_edge(point, start, end)
        for polygon in shape
        for ring in polygon
        for start, end in _edges(ring)
    )


def _distance_to_edge(point: Point, start: Point, end: Point) -> float:
    # Locally flat: degrees of longitude are shorter than degrees of latitude by the cosine of the latitude.
    squeeze = math.cos(math.radians(point[1]))
    ax, ay = (start[0] - point[0]) * squeeze, start[1] - point[1]
    dx, dy = (end[0] - start[0]) * squeeze, end[1] - start[1]
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else max(0.0, min(1.0, -(ax * dx + ay * dy) / length))
    return math.hypot(ax + along * dx, ay + along * dy) * KILOMETRES_PER_DEGREE


def representative_point(shape: Shape) -> Point:
    """A point well inside the shape: the centroid of its largest part, or the middle of its widest cut."""
    largest = max(shape, key=lambda polygon: abs(signed_area(polygon[0])))
    centre = _centroid(largest[0])
    if contains([largest], centre):
        return centre
    return _middle_of_widest_cut(largest, centre[1])


def _centroid(ring: Ring) -> Point:
    # Measured from the first corner, so that small rings far from (0, 0) lose no precision.
    x0, y0 = ring[0]
    near = [(x - x0, y - y0) for x, y in ring]
    weights = [(x1 * y2 - x2 * y1, x1 + x2, y1 + y2) for (x1, y1), (x2, y2) in _edges(near)]
    total = 3 * sum(weight for weight, _, _ in weights)
    return (
        x0 + sum(weight * x for weight, x, _ in weights) / total,
        y0 + sum(weight * y for weight, _, y in weights) / total,
    )


def _middle_of_widest_cut(polygon: Polygon, latitude: float) -> Point:
    cuts = sorted(
        x1 + (x2 - x1) * (latitude - y1) / (y2 - y1)
        for ring in polygon
        for (x1, y1), (x2, y2) in _edges(ring)
        if (y1 > latitude) != (y2 > latitude)
    )
    west, east = max(zip(cuts[0::2], cuts[1::2], strict=True), key=lambda pair: pair[1] - pair[0])
    return ((west + east) / 2, latitude)


def kilometres(first: Point, second: Point) -> float:
    """Great-circle distance (haversine, mean earth radius)."""
    (x1, y1), (x2, y2) = ((math.radians(x), math.radians(y)) for x, y in (first, second))
    half = math.sin((y2 - y1) / 2) ** 2 + math.cos(y1) * math.cos(y2) * math.sin((x2 - x1) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(half))


def _edges(ring: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    return pairwise(ring)
