"""A match: the sum as a number, and always its parts beside it."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.i18n import _, number
from dashboard.reports.match import Part
from dashboard.words import word


def match_bar(score: float, parts: Sequence[Part]) -> Component:
    """The sum as one bar of slots: a slot is as wide as its weight and filled to its value."""
    shown = [part for part in parts if part.weight]
    widths = " ".join(f"{100 * part.weight:g}fr" for part in shown)
    bar = html.Span(
        [html.I(style={"--v": f"{100 * part.value:.1f}"}) for part in shown],
        className="b-strength__bar",
        role="img",
        style={"gridTemplateColumns": widths},
        **{"aria-label": _("Match {n} of 100").format(n=number(round(score)))},
    )
    total = html.Span([html.B(number(round(score))), " ", html.Span(_("of 100"), className="b-muted")])
    return html.Div([html.Span(total, className="b-strength__n"), bar], className="b-strength")


def match_parts(parts: Sequence[Part]) -> Component:
    """Each part in words, as a small bar, and in points of what it weighs: "Yrke 30 av 30"."""
    rows: list[Component] = []
    for part in parts:
        bar = html.Span(html.I(style={"--v": f"{100 * part.value:.1f}"}), className="b-bar")
        points = _not_counted() if not part.weight else _points(part)
        rows += [html.Dt(word("match_part", part.name)), html.Dd([bar, points])]
    return html.Dl(rows, className="b-parts")


def _points(part: Part) -> Component:
    of = html.Span(
        _("of {n}").format(n=number(100 * part.weight, 0 if _is_whole(part) else 1)), className="b-muted"
    )
    return html.Span([number(part.points, 1), " ", of], className="b-num")


def _is_whole(part: Part) -> bool:
    return abs(100 * part.weight - round(100 * part.weight)) < 0.05


def _not_counted() -> Component:
    return html.Span(_("not counted"), className="b-muted b-s")
