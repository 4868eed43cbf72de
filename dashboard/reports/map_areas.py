"""The ground of a map: the municipalities around some places, and no others."""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, TypeAlias

from dashboard.data.reference import municipality_polygons_path

Box: TypeAlias = tuple[float, float, float, float]
"""South, north, west, east, in degrees."""

MARGIN = 0.12
"""How far beyond the places the ground reaches, in degrees; longitude gets twice as much."""


def municipalities_around(places: Iterable[tuple[float, float]]) -> dict[str, Any]:
    """A GeoJSON collection of the municipalities that the places' box, with a margin, touches.

    Args:
        places: (latitude, longitude), WGS 84; none gives the whole country.
    """
    box = _box(list(places))
    touched = [feature for own, feature in _municipalities() if box is None or _overlap(own, box)]
    return {"type": "FeatureCollection", "features": touched}


def _box(places: list[tuple[float, float]]) -> Box | None:
    if not places:
        return None
    latitudes, longitudes = [place[0] for place in places], [place[1] for place in places]
    south, north, west, east = min(latitudes), max(latitudes), min(longitudes), max(longitudes)
    return south - MARGIN, north + MARGIN, west - 2 * MARGIN, east + 2 * MARGIN


@cache
def all_municipalities() -> tuple[dict[str, Any], ...]:
    """Every municipality as a GeoJSON feature, with its code, name and a point inside it."""
    collection = json.loads(municipality_polygons_path().read_text(encoding="utf-8"))
    return tuple(collection["features"])


@cache
def _municipalities() -> tuple[tuple[Box, dict[str, Any]], ...]:
    return tuple((_bounds(feature["geometry"]), _plain(feature)) for feature in all_municipalities())


def _plain(feature: dict[str, Any]) -> dict[str, Any]:
    name = {"name": feature["properties"]["name"]}
    return {"type": "Feature", "id": feature["id"], "properties": name, "geometry": feature["geometry"]}


def _bounds(geometry: dict[str, Any]) -> Box:
    points = list(_points(geometry["coordinates"]))
    longitudes, latitudes = [point[0] for point in points], [point[1] for point in points]
    return min(latitudes), max(latitudes), min(longitudes), max(longitudes)


def _points(coordinates: list[Any]) -> Iterator[list[float]]:
    if coordinates and isinstance(coordinates[0], int | float):
        yield coordinates
        return
    for part in coordinates:
        yield from _points(part)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] <= other[1] and other[0] <= one[1] and one[2] <= other[3] and other[2] <= one[3]
