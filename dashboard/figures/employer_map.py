"""Employers on a map of our own: municipalities as ground, circles as places, nothing fetched."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import quote

from dashboard.figures.theme import colours, layout

BARE_STYLE = "data:application/json," + quote(json.dumps({"version": 8, "sources": {}, "layers": []}))
"""A style with nothing in it: water is the colour behind the map, land a trace.

It is an address, because the map writes into a style that is given as an object; plotly then takes every
redrawing for a new style, and builds the whole map again.
"""
RUNG_SIZES = (9, 10, 11, 13, 15, 18)


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A place on the map.

    Attributes:
        key: what a click gives back (`customdata`): the employer's id.
        name: shown on hover.
        latitude: WGS 84.
        longitude: WGS 84.
        rung: 0–5; colour and size.
        number: its number in the list beside the map; 0 for none.
        note: a second line on hover: how it was placed, how far away.
        selected: whether it is the chosen one.
    """

    key: str
    name: str
    latitude: float
    longitude: float
    rung: int
    number: int = 0
    note: str = ""
    selected: bool = False


def employer_map_figure(
    points: Sequence[MapPoint],
    areas: Mapping[str, Any],
    theme: str,
    home: tuple[float, float] | None = None,
    reach: float = 0.02,
) -> dict[str, Any]:
    """The figure of a map.

    Args:
        points: the places, at least none.
        areas: a GeoJSON FeatureCollection of the municipalities around them, with `name`.
        theme: "light" or "dark".
        home: a place to measure from (a client's postal code), drawn as a dark point.
        reach: how many degrees the map shows at least.
    """
    c = colours(theme)
    box = bounds([(point.latitude, point.longitude) for point in points] + ([home] if home else []))
    return {
        "data": [
            land(areas, theme),
            *_rings(points, c),
            _circles(points, c),
            *([_home(home, c)] if home else []),
        ],
        "layout": layout(
            theme,
            margin={"l": 0, "r": 0, "t": 0, "b": 0},
            dragmode="pan",
            hoverdistance=12,
            map={"style": BARE_STYLE, **map_view(box, reach)},
        ),
    }


def land(areas: Mapping[str, Any], theme: str) -> dict[str, Any]:
    """The municipalities as a trace: it changes colour with the theme without a new style."""
    c = colours(theme)
    return {
        "type": "choroplethmap",
        "geojson": areas,
        "locations": [area["id"] for area in areas["features"]],
        "z": [0] * len(areas["features"]),
        "colorscale": [[0, c["sunken"]], [1, c["sunken"]]],
        "showscale": False,
        "hoverinfo": "skip",
        "marker": {"line": {"color": c["line-strong"], "width": 1}, "opacity": 1},
    }


def _circles(points: Sequence[MapPoint], c: Mapping[str, str]) -> dict[str, Any]:
    return {
        "type": "scattermap",
        "mode": "markers",
        "lat": [point.latitude for point in points],
        "lon": [point.longitude for point in points],
        "customdata": [point.key for point in points],
        "text": [_hover(point) for point in points],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "size": [RUNG_SIZES[point.rung] + (4 if point.selected else 0) for point in points],
            "color": [c["accent"] if point.selected else c[f"rung-{point.rung}"] for point in points],
            "opacity": 1,
            "allowoverlap": True,
        },
    }


def _rings(points: Sequence[MapPoint], c: Mapping[str, str]) -> list[dict[str, Any]]:
    """A casing around every place, and a dark ring around the chosen one."""
    chosen = [point for point in points if point.selected]
    return [
        _plain(chosen, [RUNG_SIZES[point.rung] + 14 for point in chosen], c["ink"]),
        _plain(
            points, [RUNG_SIZES[point.rung] + (9 if point.selected else 4) for point in points], c["surface"]
        ),
    ]


def _plain(points: Sequence[MapPoint], sizes: list[int], colour: str) -> dict[str, Any]:
    return {
        "type": "scattermap",
        "mode": "markers",
        "lat": [point.latitude for point in points],
        "lon": [point.longitude for point in points],
        "hoverinfo": "skip",
        "marker": {"size": sizes, "color": colour, "opacity": 1, "allowoverlap": True},
    }


def _home(home: tuple[float, float], c: Mapping[str, str]) -> dict[str, Any]:
    return {
        "type": "scattermap",
        "mode": "markers",
        "lat": [home[0]],
        "lon": [home[1]],
        "hoverinfo": "skip",
        "marker": {"size": 14, "color": c["ink"], "opacity": 1},
    }


def _hover(point: MapPoint) -> str:
    name = f"{point.number}. {point.name}" if point.number else point.name
    return hover_text(name, point.note)


def hover_text(name: str, note: str = "") -> str:
    """One or two lines; plotly reads tags, so none of the data's may pass."""
    return f"{escape(name)}<br>{escape(note)}" if note else escape(name)


def bounds(places: Sequence[tuple[float, float]]) -> tuple[float, float, float, float]:
    """South, north, west and east of some places; of the country without any."""
    if not places:
        return (55.3, 69.1, 10.9, 24.2)
    latitudes, longitudes = [place[0] for place in places], [place[1] for place in places]
    return (min(latitudes), max(latitudes), min(longitudes), max(longitudes))


def map_view(box: tuple[float, float, float, float], reach: float = 0.02) -> dict[str, Any]:
    """Centre and zoom that hold the box in 300 × 300 px; a degree north is 1/cos as long as one east."""
    south, north, west, east = box
    middle = (south + north) / 2
    wide = max(east - west, (north - south) / math.cos(math.radians(middle)), reach)
    zoom = math.log2(360 * 300 / 512 / wide) - 0.3
    return {"center": {"lat": middle, "lon": (west + east) / 2}, "zoom": round(min(max(zoom, 3.2), 13.0), 2)}
