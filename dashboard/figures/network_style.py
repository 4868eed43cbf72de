"""How the network is drawn: cytoscape's stylesheet, light and dark, from the tokens.

Classes of a node: `employer` with one of the looks of `network_looks` and `data.size` (12–22, by strength),
`coach`, or on the ladder `row` and `row-name`.
State of a node: `selected`, `highlighted` (the answer to the question), `critical` (blames no one, needs
someone), `strong` (a halo), `faded` (present, not meant), `leaving` (a coach), `labelled` (its name shows).
Classes of an edge: `tie`, and `gone`, `critical`, `highlighted`, `faded`, `new`.
"""

from functools import cache
from typing import Any

from dashboard.figures.network_looks import look_rules
from dashboard.figures.network_rule import rule as _rule
from dashboard.figures.theme import colours

SMALLEST, LARGEST = 12, 22
"""Node widths in px for strength 0 and 100."""


def node_size(strength: float) -> float:
    """The width of an employer's mark.

    >>> node_size(0), node_size(100)
    (12.0, 22.0)
    """
    return round(SMALLEST + (LARGEST - SMALLEST) * min(max(strength, 0), 100) / 100, 1)


@cache
def network_style(theme: str) -> list[dict[str, Any]]:
    """The stylesheet for "light" or "dark"; treat it as read-only."""
    return [*_node_rules(theme), *_coach_rules(theme), *_row_rules(theme), *_edge_rules(theme)]


def _node_rules(theme: str) -> list[dict[str, Any]]:
    c = colours(theme)
    label = {
        "color": c["ink"],
        "font_size": 16,
        "min_zoomed_font_size": 11,
        "text_outline_color": c["surface"],
        "text_outline_width": 3,
        "text_valign": "bottom",
        "text_margin_y": 4,
        "font_family": "sans-serif",
    }
    return [
        _rule("node", width="data(size)", height="data(size)", label="", overlay_opacity=0, **label),
        *look_rules(theme),
        _rule("node.labelled", label="data(label)"),
        _rule("node.faded", opacity=0.86),
        _rule(
            "node.highlighted",
            underlay_color=c["accent"],
            underlay_opacity=0.22,
            underlay_padding=4,
            underlay_shape="ellipse",
            z_index=5,
        ),
        _rule("node.critical", background_fill="solid", background_color=c["critical"], z_index=6),
        _rule(
            "node.strong",
            underlay_color=c["critical"],
            underlay_opacity=0.15,
            underlay_padding=6,
            underlay_shape="ellipse",
            border_width=1.5,
            border_color=c["critical"],
        ),
        _rule(
            "node.selected, node:selected",
            outline_width=2.5,
            outline_color=c["ink"],
            outline_offset=4,
            label="data(label)",
            z_index=9,
        ),
        _beside("right", 8),
        _beside("left", -8),
        _rule("node.name-above", text_valign="top", text_margin_y=-4),
    ]


def _beside(side: str, margin: int) -> dict[str, Any]:
    """A name to the left or right of its mark, where there is no room below."""
    return _rule(
        f"node.name-{side}", text_halign=side, text_valign="center", text_margin_x=margin, text_margin_y=0
    )


def _coach_rules(theme: str) -> list[dict[str, Any]]:
    c = colours(theme)
    return [
        _rule(
            "node.coach",
            shape="round-rectangle",
            width=88,
            height=36,
            text_wrap="ellipsis",
            text_max_width=80,
            background_color=c["ink"],
            label="data(label)",
            color=c["surface"],
            font_weight="bold",
            text_valign="center",
            text_margin_y=0,
            text_outline_width=0,
            z_index=8,
        ),
        _rule(
            "node.leaving",
            background_color=c["surface"],
            border_width=2,
            border_style="dashed",
            border_color=c["critical"],
            color=c["critical"],
        ),
    ]


def _row_rules(theme: str) -> list[dict[str, Any]]:
    """The ladder's rungs: a line to stand on, and its name at the left end above it."""
    c = colours(theme)
    return [
        _rule(
            "node.row",
            shape="rectangle",
            width="data(width)",
            height=1,
            background_color=c["line-strong"],
            opacity=0.5,
            events="no",
            z_index=0,
        ),
        _rule(
            "node.row-name",
            width=1,
            height=1,
            background_opacity=0,
            label="data(label)",
            color=c["muted"],
            font_size=15,
            text_halign="right",
            text_valign="center",
            text_margin_y=0,
            events="no",
            z_index=1,
        ),
    ]


def _edge_rules(theme: str) -> list[dict[str, Any]]:
    c = colours(theme)
    return [
        _rule("edge", width=1, line_color=c["line-strong"], opacity=0.4, curve_style="haystack"),
        _rule("edge.faded", opacity=0.25),
        _rule("edge.highlighted", width=2, line_color=c["accent"], opacity=0.9),
        _rule("edge.new", width=2, line_color=c["good"], opacity=0.9),
        _rule(
            "edge.gone", curve_style="straight", line_style="dashed", line_dash_pattern=[2, 4], opacity=0.5
        ),
        _rule(
            "edge.critical",
            curve_style="straight",
            line_style="dashed",
            line_dash_pattern=[3, 4],
            line_color=c["critical"],
            opacity=0.7,
            width=1.3,
        ),
    ]
