"""Clients with too few employers near home, on a map: post towns as circles, who would help as points."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.figures.employer_map import BARE_STYLE, RUNG_SIZES, bounds, hover_text, land, map_view
from dashboard.figures.theme import colours, layout
from dashboard.i18n import _, ngettext, number
from dashboard.reports.gap_areas import HomePlace
from dashboard.reports.gap_reach_map import Helper, ReachMap

SMALLEST, LARGEST = 16, 46
KINDS: Mapping[str, str] = {"none": "critical", "few": "cat-2", "enough": "seq-3"}
"""The worst that a client of a town has near home, and its colour: those of the bars beside."""
REACH = 0.25
"""Degrees that the map shows at least: what lies within reach of a town."""

ROOM = 0.4


def reach_map_figure(found: ReachMap, theme: str) -> dict[str, Any]:
    """The figure of the map; a circle's area is how many clients live there."""
    c = colours(theme)
    view = map_view(bounds(found.points), REACH)
    # A step further away than points need, so that no circle at the edge is cut.
    view["zoom"] -= ROOM
    return {
        "data": [
            land(found.areas(), theme),
            _circles(found.places, 4, [c["surface"]] * len(found.places)),
            {
                **_circles(found.places, 0, [c[KINDS[kind_of(place)]] for place in found.places]),
                "text": [hover_text(place.name, _clients(place)) for place in found.places],
                "hovertemplate": "%{text}<extra></extra>",
            },
            _points(found.helpers, c),
        ],
        "layout": layout(
            theme,
            margin={"l": 0, "r": 0, "t": 0, "b": 0},
            dragmode="pan",
            hoverdistance=12,
            map={"style": BARE_STYLE, **view},
            meta=view,
        ),
    }


def kind_of(place: HomePlace) -> str:
    """Whether somebody in the town has none near home, somebody too few, or everybody enough."""
    return "none" if place.none else "few" if place.few else "enough"


def _clients(place: HomePlace) -> str:
    said = ngettext("{k} of {n} client has too few", "{k} of {n} clients have too few", place.asked)
    return said.format(k=number(place.few), n=number(place.asked))


def _circles(places: Sequence[HomePlace], wider: int, shades: list[str]) -> dict[str, Any]:
    most = max((place.asked for place in places), default=1)
    sizes = [
        round(SMALLEST + (LARGEST - SMALLEST) * math.sqrt(place.asked / most)) + wider for place in places
    ]
    return {
        "type": "scattermap",
        "mode": "markers",
        "lat": [place.latitude for place in places],
        "lon": [place.longitude for place in places],
        "hoverinfo": "skip",
        "marker": {"size": sizes, "color": shades, "opacity": 0.85, "allowoverlap": True},
    }


def _points(helpers: Sequence[Helper], c: Mapping[str, str]) -> dict[str, Any]:
    return {
        "type": "scattermap",
        "mode": "markers",
        "lat": [one.latitude for one in helpers],
        "lon": [one.longitude for one in helpers],
        "text": [hover_text(one.name, _help(one)) for one in helpers],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "size": [RUNG_SIZES[one.rung] for one in helpers],
            "color": c["ink"],
            "opacity": 1,
            "allowoverlap": True,
        },
    }


def _help(one: Helper) -> str:
    said = ngettext("would help {n} client", "would help {n} clients", one.helps).format(n=number(one.helps))
    return " · ".join([said, _("approximate place")]) if one.approximate else said
