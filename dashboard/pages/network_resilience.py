"""The resilience card: how much of the network stands as coaches leave."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import graph_card
from dashboard.components.definitions import how_counted, rows_href
from dashboard.components.links import link
from dashboard.components.tables import Column, Row, data_table
from dashboard.i18n import _, number, percent
from dashboard.reports.access import Access
from dashboard.reports.network_panels import CurvePoint, Resilience, resilience_curve
from dashboard.reports.state import PageState

LISTED = 50
"""Of very many coaches, so many steps are in the table and have a dot."""
NAMED_POINTS = 2
"""How many points after the first carry their number."""
HALF_LINE = 1.25
"""Half the width of the curve, in px."""


def resilience_card(access: Access, state: PageState) -> Component:
    """The curve with its finding and its table; the sentence alone when there is no tie."""
    found = resilience_curve(access, state)
    return graph_card(
        ids.Network.RESILIENCE,
        _("Resilience"),
        found.finding,
        figure=_curve(found) if found.points else None,
        caption=_(
            "Share of employers that keep at least one living tie. The coach who matters most leaves first."
        ),
        table=_table(found, state) if found.points else None,
        how=how_counted("resilience.kept", "network.ties", definitions=access.definitions, state=state),
        class_name="n-res",
    )


def _curve(found: Resilience) -> Component:
    """The curve in HTML: it follows the theme and the text size, prints, and needs no script."""
    points = found.points
    marks = [
        html.Span(
            html.B(point.words) if 1 <= point.left <= NAMED_POINTS else None,
            className="n-dot",
            style={"left": f"{_across(point, points):.2f}%", "top": f"{_down(point):.2f}%"},
        )
        for point in points[: LISTED + 1]
    ]
    ticks = [
        html.Span(number(point.left), style={"left": f"{_across(point, points):.2f}%"})
        for point in points
        if point.left % _tick_step(len(points)) == 0
    ]
    levels = [
        html.Span(percent(share), style={"top": f"{100 - 100 * share:g}%"}) for share in (1.0, 0.5, 0.0)
    ]
    return html.Div(
        [
            html.Div(levels, className="n-curve__y"),
            html.Div(
                [html.I(className="n-curve__line", style={"clipPath": _ribbon(points)}), *marks],
                className="n-curve__in",
            ),
            html.Div(ticks, className="n-curve__x"),
            html.P(_("number of coaches who have left"), className="n-curve__t"),
        ],
        className="n-curve",
        **{"aria-hidden": "true"},
    )


def _ribbon(points: tuple[CurvePoint, ...]) -> str:
    """A polygon along the curve: out above it, back below."""

    def corner(point: CurvePoint, side: str) -> str:
        return f"{_across(point, points):.2f}% calc({_down(point):.2f}% {side} {HALF_LINE}px)"

    out = [corner(point, "-") for point in points]
    back = [corner(point, "+") for point in reversed(points)]
    return f"polygon({', '.join([*out, *back])})"


def _across(point: CurvePoint, points: tuple[CurvePoint, ...]) -> float:
    return 100 * point.left / max(1, len(points) - 1)


def _down(point: CurvePoint) -> float:
    return 100 * (1 - point.share)


def _tick_step(count: int) -> int:
    return max(1, -(-count // 10))


def _table(found: Resilience, state: PageState) -> Component:
    return data_table(
        f"{ids.Network.RESILIENCE}-tabell",
        _caption(found),
        [
            Column("left", _("Left")),
            Column("coach", _("Last to leave")),
            Column("kept", _("Keep a tie"), number=True),
            Column("share", _("Share"), number=True),
        ],
        [
            Row(
                {
                    "left": number(point.left),
                    "coach": point.coach or None,
                    "kept": link(
                        _("{n} of {of}").format(n=number(point.kept), of=number(point.of)),
                        rows_href("resilience.kept", state.replace(leaving=point.gone)),
                    ),
                    "share": point.words,
                }
            )
            for point in found.points[: LISTED + 1]
        ],
        hide_caption=len(found.points) <= LISTED + 1,
    )


def _caption(found: Resilience) -> str:
    said = _("Employers that keep a living tie as coaches leave, the one who matters most first.")
    if len(found.points) <= LISTED + 1:
        return said
    rest = _("The first {n} of {of} coaches.").format(n=number(LISTED), of=number(len(found.points) - 1))
    return f"{said} {rest}"
