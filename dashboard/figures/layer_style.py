"""How a network behind the ties is drawn: the network's own marks, and boxes, arrows and widths beside them.

Classes of a node besides those of `network_style`: `coach`, `unit`, `referrer`, `party` (boxes with a name).
An edge has `data.width`, and `arrow` when it leads one way; `lit` when it is the chosen node's.
"""

from functools import cache
from typing import Any

from dashboard.figures.network_style import network_style
from dashboard.figures.theme import colours

BOX = {"shape": "round-rectangle", "width": 236, "height": 36, "text-max-width": 224}


@cache
def layer_style(theme: str) -> list[dict[str, Any]]:
    """The stylesheet for "light" or "dark"; treat it as read-only."""
    c = colours(theme)
    boxes = "node.unit, node.referrer, node.party"
    named = {
        "label": "data(label)",
        "text-wrap": "ellipsis",
        "text-valign": "center",
        "text-margin-y": 0,
        "text-outline-width": 0,
        "z-index": 8,
    }
    unit = {"background-color": c["ink"], "color": c["surface"], "font-weight": "bold"}
    sender = {
        "background-color": c["accent-soft"],
        "border-width": 1.5,
        "border-color": c["accent"],
        "color": c["ink"],
    }
    plain = {"background-color": c["surface"], "border-width": 2, "border-color": c["rung-0"]}
    chosen = {"line-color": c["accent"], "target-arrow-color": c["accent"], "opacity": 0.95, "z-index": 4}
    return [
        *network_style(theme),
        _rule("node.unknown", **plain),
        _rule(boxes, **BOX, **named),
        _rule("node.unit", **unit),
        _rule("node.referrer, node.party", **sender),
        _rule("node.party", **{"border-style": "dashed", "background-color": c["surface"]}),
        _rule(
            "node.title",
            **{
                **named,
                "width": 1,
                "height": 1,
                "background-opacity": 0,
                "color": c["muted"],
                "font-weight": "bold",
                "events": "no",
            },
        ),
        _rule("node.faded", opacity=0.35),
        _rule("edge", width="data(width)", opacity=0.55, **{"curve-style": "straight"}),
        _rule(
            "edge.arrow",
            **{
                "curve-style": "bezier",
                "target-arrow-shape": "triangle",
                "target-arrow-color": c["line-strong"],
                "arrow-scale": 0.9,
            },
        ),
        # Who sends stands to the left: from its side, no line runs behind those above and below.
        _rule(
            'edge[source ^= "referrer:"], edge[source ^= "party:"]',
            **{"source-endpoint": "90deg", "target-endpoint": "270deg"},
        ),
        _rule("edge.faded", opacity=0.15),
        _rule("edge.lit", **chosen),
    ]


def _rule(selector: str, **style: Any) -> dict[str, Any]:
    return {"selector": selector, "style": style}
