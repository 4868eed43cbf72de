"""A curve with its limits, in HTML: it follows the theme and the text size, prints, and needs no script."""

from dash import html
from dash.development.base_component import Component

from dashboard.i18n import _, number, percent
from dashboard.reports.outcome_parts import Panel, Point

HALF_LINE = 1.25
"""Half the width of the line, in px."""
WEEK, MONTH, YEAR = 7, 365 / 12, 365
MOST_TICKS = 5
_TICKS = (
    *(MONTH * months for months in (1, 2, 3, 6)),
    *(YEAR * years for years in (1, 2, 3, 5, 10)),
)
_WEEK_TICKS = tuple(WEEK * weeks for weeks in (1, 2, 4, 8, 13, 26, 52))


def curve(panel: Panel) -> Component:
    """The curve, the band of its limits, and under it how many are followed."""
    points, last = panel.curve, max(1, panel.curve[-1].day)
    levels = [
        html.Span(percent(share), style={"top": f"{100 - 100 * share:g}%"}) for share in (1.0, 0.5, 0.0)
    ]
    days = _ticks(last, weeks=panel.weeks)
    ticks = [
        html.Span(
            [html.B(_tick(day, weeks=panel.weeks)), html.Span(number(_followed(points, day)))],
            style={"left": f"{100 * day / last:.2f}%"},
        )
        for day in days
    ]
    under = _("weeks") if panel.weeks else _("months")
    return html.Div(
        [
            html.Div(levels, className="u-curve__y"),
            html.Div(
                [
                    html.I(className="u-curve__band", style={"clipPath": _band(points, last)}),
                    html.I(className="u-curve__line", style={"clipPath": _line(points, last)}),
                ],
                className="u-curve__in",
            ),
            html.Div(ticks, className="u-curve__x"),
            html.P(
                _("{time}, and how many are followed that far").format(time=under), className="u-curve__t"
            ),
        ],
        className="u-curve",
        **{"aria-hidden": "true"},
    )


def _line(points: tuple[Point, ...], last: int) -> str:
    """A polygon along the steps: out above them, back below; a step up or down is as thick as the rest."""
    out, back = [], []
    before = points[0]
    for point in points:
        side = "-" if point.share > before.share else "+"
        other = "+" if side == "-" else "-"
        for share in (before.share, point.share):
            out.append(_corner(point.day, share, last, side, "-"))
            back.append(_corner(point.day, share, last, other, "+"))
        before = point
    return f"polygon({', '.join([*out, *reversed(back)])})"


def _band(points: tuple[Point, ...], last: int) -> str:
    """Between the limits; where there are none the band has no height."""
    limits = [(point.day, point.interval or (point.share, point.share)) for point in points]
    lower, upper = ([(day, pair[end]) for day, pair in limits] for end in (0, 1))
    corners = [*_steps(upper), *reversed(_steps(lower))]
    return f"polygon({', '.join(f'{_across(day, last)} {100 - 100 * share:.2f}%' for day, share in corners)})"


def _steps(values: list[tuple[int, float]]) -> list[tuple[int, float]]:
    """Each value holds until the next day that has one."""
    steps = values[:1]
    for day, value in values[1:]:
        steps += [(day, steps[-1][1]), (day, value)]
    return steps


def _corner(day: float, share: float, last: int, aside: str, up: str) -> str:
    across, down = _across(day, last), f"{100 - 100 * share:.2f}%"
    return f"calc({across} {aside} {HALF_LINE}px) calc({down} {up} {HALF_LINE}px)"


def _across(day: float, last: int) -> str:
    return f"{100 * day / last:.2f}%"


def _ticks(last: int, *, weeks: bool) -> list[float]:
    steps = _WEEK_TICKS if weeks else _TICKS
    step = next((step for step in steps if last / step <= MOST_TICKS), steps[-1])
    return [step * place for place in range(int(last / step) + 1)]


def _tick(day: float, *, weeks: bool) -> str:
    return number(round(day / (WEEK if weeks else MONTH)))


def _followed(points: tuple[Point, ...], day: float) -> int:
    return next((point.at_risk for point in points if point.day >= day), points[-1].at_risk)
