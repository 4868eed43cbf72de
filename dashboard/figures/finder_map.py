"""The map of the employers that fit: municipalities shaded by how many, and employers by rung.

The figure has two halves: the ground, which a filter does not change and which holds the polygons, and a few
values on it. After the first drawing only those values travel.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.figures.employer_map import BARE_STYLE, RUNG_SIZES, hover_text, map_view
from dashboard.figures.theme import colours, layout
from dashboard.i18n import _, ngettext, number
from dashboard.reports.employer_map import AreaCount, EmployerMapReport, MapPoints
from dashboard.words import word

AREAS, HALOS, CIRCLES, RING, CHOSEN = range(5)
"""The traces, from the ground up."""
CLASSES = 4
AREA_OPACITY = 0.6
"""So that the darkest employer is still seen on the darkest municipality."""
EMPLOYER, MUNICIPALITY = "e:", "k:"
"""What a click gives back in `customdata`: which kind of thing, and its key."""
COUNTRY = (55.3, 69.1, 10.9, 24.2)
SMALLEST_CLUSTER, LARGEST_CLUSTER = 14, 44
NOTHING: list[float | None] = [None]
"""The latitudes of an empty trace. plotly hides one with an empty list, and stumbles over hiding it."""
Change = tuple[tuple[str | int, ...], Any]


def finder_map(report: EmployerMapReport, theme: str) -> dict[str, Any]:
    """The whole figure, ground and values."""
    figure = _ground(report, theme)
    for path, value in finder_map_changes(report, theme):
        _put(figure, path, value)
    return figure


def finder_map_changes(report: EmployerMapReport, theme: str) -> list[Change]:
    """What a filter or a selection changes on a ground that is already drawn: (path in the figure, value)."""
    view = map_view(report.box or COUNTRY)
    return [
        *_area_values(report),
        *(_cluster_values(report, theme) if report.limited else _point_values(report, theme)),
        *_selected_values(report, theme),
        (("layout", "map", "center"), view["center"]),
        (("layout", "map", "zoom"), view["zoom"]),
        # Where the button "show all" goes back to.
        (("layout", "meta"), view),
    ]


def class_bounds(counts: Sequence[AreaCount]) -> tuple[tuple[int, int], ...]:
    """The classes of the shading, (fewest, most): each as many times wider than the one before.

    >>> class_bounds([AreaCount("0115", "Vallentuna", 200, 59.5, 18.1)])
    ((1, 4), (5, 15), (16, 54), (55, 200))
    """
    most = max((count.employers for count in counts), default=0)
    tops = sorted({math.ceil(most ** (step / CLASSES)) for step in range(1, CLASSES + 1)}) if most else []
    return tuple(zip([1, *(top + 1 for top in tops)], tops, strict=False))


def _put(figure: dict[str, Any], path: tuple[str | int, ...], value: Any) -> None:
    place: Any = figure
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value


def _ground(report: EmployerMapReport, theme: str) -> dict[str, Any]:
    c = colours(theme)
    halos, circles, ring, chosen = (_circles() for _trace in range(4))
    for trace in (halos, ring):
        trace["hoverinfo"] = "skip"
    for trace in (circles, chosen):
        trace["hovertemplate"] = "%{text}<extra></extra>"
    halos["marker"]["color"], ring["marker"]["color"] = c["surface"], c["ink"]
    if report.fixed:
        points = _all_columns(report.points, theme)
        for trace, path in ((circles, "size"), (circles, "color"), (halos, "size")):
            trace["marker"][path] = points[path] if trace is circles else points["halo"]
        circles |= {"text": points["text"], "customdata": points["customdata"], "lon": points["lon"]}
        halos["lon"] = points["lon"]
    return {
        "data": [_areas(report, theme), halos, circles, ring, chosen],
        "layout": layout(
            theme,
            margin={"l": 0, "r": 0, "t": 0, "b": 0},
            dragmode="pan",
            hoverdistance=12,
            uirevision=report.ground,
            map={"style": BARE_STYLE},
        ),
    }


def _areas(report: EmployerMapReport, theme: str) -> dict[str, Any]:
    c = colours(theme)
    shades = [c["surface"], *(c[f"seq-{2 + step}"] for step in range(CLASSES))]
    steps = [[(at + side) / len(shades), shade] for at, shade in enumerate(shades) for side in (0, 1)]
    return {
        "type": "choroplethmap",
        "geojson": report.areas,
        "locations": [feature["id"] for feature in report.areas["features"]],
        "customdata": [MUNICIPALITY + feature["id"] for feature in report.areas["features"]],
        "hovertemplate": "%{text}<extra></extra>",
        "colorscale": steps,
        "zmin": -0.5,
        "zmax": CLASSES + 0.5,
        "showscale": False,
        "marker": {"line": {"color": c["line-strong"], "width": 0.8}, "opacity": AREA_OPACITY},
    }


def _circles() -> dict[str, Any]:
    marker = {"allowoverlap": True, "opacity": 1}
    return {"type": "scattermap", "mode": "markers", "lat": NOTHING, "lon": NOTHING, "marker": marker}


def _area_values(report: EmployerMapReport) -> list[Change]:
    counts = {count.code: count.employers for count in report.counts}
    bounds = class_bounds(report.counts)
    z, texts = [], []
    for feature in report.areas["features"]:
        count = counts.get(feature["id"], 0)
        z.append(sum(count >= fewest for fewest, _most in bounds) if count else 0)
        texts.append(hover_text(feature["properties"]["name"], _employers(count)))
    return [(("data", AREAS, "z"), z), (("data", AREAS, "text"), texts)]


def _employers(count: int) -> str:
    return ngettext("{n} employer", "{n} employers", count).format(n=number(count))


def _point_values(report: EmployerMapReport, theme: str) -> list[Change]:
    latitudes = list(report.points.latitudes) or NOTHING
    values: list[Change] = [(("data", trace, "lat"), latitudes) for trace in (HALOS, CIRCLES)]
    if report.fixed:
        return values
    columns = _all_columns(report.points, theme)
    return values + _column_values(columns)


def _column_values(columns: Mapping[str, list[Any]]) -> list[Change]:
    return [
        (("data", HALOS, "lon"), columns["lon"]),
        (("data", HALOS, "marker", "size"), columns["halo"]),
        (("data", CIRCLES, "lon"), columns["lon"]),
        (("data", CIRCLES, "text"), columns["text"]),
        (("data", CIRCLES, "customdata"), columns["customdata"]),
        (("data", CIRCLES, "marker", "size"), columns["size"]),
        (("data", CIRCLES, "marker", "color"), columns["color"]),
    ]


def _all_columns(points: MapPoints, theme: str) -> dict[str, list[Any]]:
    c = colours(theme)
    shades = [c[f"rung-{rung}"] for rung in range(len(RUNG_SIZES))]
    sizes = [RUNG_SIZES[rung] for rung in points.rungs]
    rows = zip(points.names, points.rungs, points.precisions, strict=True)
    return {
        "lon": list(points.longitudes) or NOTHING,
        "text": [hover_text(name, _note(rung, precision)) for name, rung, precision in rows],
        "customdata": [EMPLOYER + key for key in points.keys],
        "size": sizes,
        "halo": [size + 3 for size in sizes],
        "color": [shades[rung] for rung in points.rungs],
    }


def _note(rung: int, precision: str) -> str:
    step = word("rung", rung)
    return step if precision == "exact" else f"{step} · {word('precision', precision)}"


def _cluster_values(report: EmployerMapReport, theme: str) -> list[Change]:
    """One circle a municipality, its area as its number of employers."""
    c = colours(theme)
    most = max((count.employers for count in report.counts), default=1)
    span = LARGEST_CLUSTER - SMALLEST_CLUSTER
    sizes = [round(SMALLEST_CLUSTER + span * math.sqrt(n.employers / most)) for n in report.counts]
    latitudes = [count.latitude for count in report.counts] or NOTHING
    columns: dict[str, list[Any]] = {
        "lon": [count.longitude for count in report.counts] or NOTHING,
        "text": [hover_text(count.name, _employers(count.employers)) for count in report.counts],
        "customdata": [MUNICIPALITY + count.code for count in report.counts],
        "size": sizes,
        "halo": [size + 3 for size in sizes],
        "color": [c["accent"]] * len(sizes),
    }
    places: list[Change] = [(("data", trace, "lat"), latitudes) for trace in (HALOS, CIRCLES)]
    return places + _column_values(columns)


def _selected_values(report: EmployerMapReport, theme: str) -> list[Change]:
    chosen = report.selected
    size = RUNG_SIZES[chosen.rung] if chosen else 0
    latitudes: list[float | None] = [chosen.latitude] if chosen else NOTHING
    longitudes: list[float | None] = [chosen.longitude] if chosen else NOTHING
    values: list[Change] = []
    for trace, wider in ((RING, 12), (CHOSEN, 4)):
        values.append((("data", trace, "lat"), latitudes))
        values.append((("data", trace, "lon"), longitudes))
        values.append((("data", trace, "marker", "size"), [size + wider if chosen else 0]))
    shade = colours(theme)["accent"]
    text = hover_text(chosen.name, _("Chosen")) if chosen else ""
    return [
        *values,
        (("data", CHOSEN, "marker", "color"), shade),
        (("data", CHOSEN, "text"), [text]),
        (("data", CHOSEN, "customdata"), [EMPLOYER + chosen.key if chosen else ""]),
    ]
