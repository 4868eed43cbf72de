"""What an employer's mark looks like: one colour and one shape for each rung, warmth, ownership and sector.

The shapes are those of the icons in `assets/15-icons.css`, so that picture and legend agree.
"""

from typing import Any

from dashboard.domain.vocabulary import OWNERSHIPS, WARMTHS
from dashboard.figures.network_rule import rule
from dashboard.figures.theme import colours

RUNG_SHAPES = ("ellipse", "ellipse", "round-rectangle", "triangle", "rectangle", "star")
SHAPES: dict[str, dict[str, Any]] = {
    "circle": {"shape": "ellipse"},
    "square": {"shape": "rectangle"},
    "triangle": {"shape": "triangle"},
    "diamond": {
        "shape": "diamond",
        "width": "mapData(size, 0, 66, 0, 80)",
        "height": "mapData(size, 0, 66, 0, 80)",
    },
    "funnel": {"shape": "polygon", "shape_polygon_points": "-1 -1 1 -1 0 1"},
    "cross": {
        "shape": "polygon",
        "shape_polygon_points": (
            "-.3 -1 .3 -1 .3 -.3 1 -.3 1 .3 .3 .3 .3 1 -.3 1 -.3 .3 -1 .3 -1 -.3 -.3 -.3"
        ),
    },
}
OWNERSHIP_SHAPES = {
    "private": "circle",
    "municipal": "square",
    "regional": "diamond",
    "state": "cross",
    "social_enterprise": "triangle",
    "association": "funnel",
}
CATEGORY_SHAPES = ("circle", "square", "triangle")
FILLED = {"active": 100, "cooling": 50, "dormant": 22, "never": 0}
"""How much of the thermometer is filled, in percent, by warmth."""


def look_rules(theme: str) -> list[dict[str, Any]]:
    """The rules of all looks, for "light" or "dark"."""
    c = colours(theme)
    owners = {key: f"own-{key.replace('_', '-')}" for key in OWNERSHIPS}
    return [
        *_rungs(theme),
        *(_thermometer(theme, warmth) for warmth in WARMTHS),
        *(
            rule(f"node.{look}", background_color=c[look], **SHAPES[OWNERSHIP_SHAPES[key]])
            for key, look in owners.items()
        ),
        *(
            rule(f"node.cat-{place}", background_color=c[f"cat-{place}"], **SHAPES[shape])
            for place, shape in enumerate(CATEGORY_SHAPES, 1)
        ),
        rule("node.other", background_color=c["surface"], border_width=2, border_color=c["other"]),
    ]


def _rungs(theme: str) -> list[dict[str, Any]]:
    c = colours(theme)
    return [
        *(
            rule(f"node.rung-{rung}", shape=shape, background_color=c[f"rung-{rung}"])
            for rung, shape in enumerate(RUNG_SHAPES)
        ),
        rule("node.rung-0", background_color=c["surface"], border_width=2, border_color=c["rung-0"]),
        rule("node.rung-2", height="mapData(size, 0, 66, 0, 33)"),
        rule("node.rung-5", width="mapData(size, 0, 66, 0, 84)", height="mapData(size, 0, 66, 0, 84)"),
    ]


def _thermometer(theme: str, warmth: str) -> dict[str, Any]:
    c, full = colours(theme), FILLED[warmth]
    colour = c[f"warm-{warmth}"]
    return rule(
        f"node.warm-{warmth}",
        shape="round-rectangle",
        width="mapData(size, 0, 66, 0, 44)",
        height="mapData(size, 0, 66, 0, 84)",
        border_width=2,
        border_color=colour,
        border_style="dotted" if warmth == "never" else "solid",
        background_fill="linear-gradient",
        background_gradient_direction="to-top",
        background_gradient_stop_colors=[colour, colour, c["surface"], c["surface"]],
        background_gradient_stop_positions=[0, full, full, 100],
    )
