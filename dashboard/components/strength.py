"""The strength of a relation: the sum as a number, and always its six parts beside it."""

from collections.abc import Mapping
from dataclasses import asdict

from dash import html
from dash.development.base_component import Component

from dashboard.components.marks import mark_level
from dashboard.domain.definitions import StrengthWeights
from dashboard.i18n import _, number
from dashboard.words import word

PARTS = ("recency", "frequency", "depth", "breadth", "reciprocity", "outcome")
_DEFAULT_WEIGHTS = StrengthWeights()


def _style(value: float) -> dict[str, str]:
    return {"--v": f"{100 * value:.1f}"}


def strength_bar(
    strength: float,
    level: str,
    parts: Mapping[str, float],
    weights: StrengthWeights = _DEFAULT_WEIGHTS,
) -> Component:
    """The strength as one bar of six slots: a slot is as wide as its weight and filled to its value.

    Args:
        strength: 0–100.
        level: a key of `LEVELS`.
        parts: the six parts by name, each 0–1.
        weights: the unit's weights.
    """
    label = _("Strength {n} of 100, {level}").format(n=number(round(strength)), level=word("level", level))
    widths = " ".join(f"{100 * weight:g}fr" for weight in asdict(weights).values())
    bar = html.Span(
        [html.I(style=_style(parts.get(part, 0.0))) for part in PARTS],
        className="b-strength__bar",
        role="img",
        style={"gridTemplateColumns": widths},
        **{"aria-label": label},
    )
    total = html.Span(mark_level(level, strength), className="b-strength__n")
    return html.Div([total, bar], className="b-strength")


def strength_parts(parts: Mapping[str, float], weights: StrengthWeights = _DEFAULT_WEIGHTS) -> Component:
    """The six parts in words and points: "Nyligen 23,5 av 25"."""
    rows: list[Component] = []
    for part, weight in asdict(weights).items():
        value = parts.get(part, 0.0)
        of = html.Span(_("of {n}").format(n=number(100 * weight)), className="b-muted")
        bar = html.Span(html.I(style=_style(value)), className="b-bar")
        points = html.Span([number(100 * weight * value, 1), " ", of], className="b-num")
        rows += [html.Dt(word("strength_part", part)), html.Dd([bar, points])]
    return html.Dl(rows, className="b-parts")


def strength_key(weights: StrengthWeights = _DEFAULT_WEIGHTS) -> Component:
    """What the six parts mean and how much each counts; stands once beside a list of bars."""
    return html.Ul(
        [
            html.Li(
                [
                    html.B(number(100 * weight)),
                    html.Span([word("strength_part", part), " "]),
                    html.Span(word("strength_part_meaning", part), className="b-muted"),
                ]
            )
            for part, weight in asdict(weights).items()
        ],
        className="b-key",
    )
