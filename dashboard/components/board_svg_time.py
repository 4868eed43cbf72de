"""What happens over time as SVG: a curve with its limits, and columns against a level."""

from typing import Any

from dashboard.components.board_svg import (
    LINE,
    TITLE,
    WIDTH,
    Axis,
    Drawing,
    even,
    line,
    text,
    told,
)
from dashboard.components.still import element
from dashboard.i18n import _, number, percent
from dashboard.reports.board_parts import Columns, Curve

HALF = 308
"""The width of one of two drawings beside each other."""
PLOT, UNDER = 112, 46
LEFT = 40
MONTH, WEEK = 365 / 12, 7
STEPS = (1, 2, 3, 4, 6, 8, 12, 24, 52)
MOST_TICKS = 6


def curve(chart: Curve, wide: float = HALF) -> Drawing:
    """The curve as steps, the band of its limits, and under it how many are followed that far."""
    unit = WEEK if chart.weeks else MONTH
    across = Axis(0, max(1, chart.points[-1].day), LEFT, wide - 14)
    up = Axis(0, chart.top, TITLE + PLOT, TITLE + 6)
    shares = [(across.at(point.day), up.at(point.share)) for point in chart.points]
    limits = [(point.interval or (point.share, point.share)) for point in chart.points]
    low, high = (
        [(place, up.at(ends[end])) for (place, _share), ends in zip(shares, limits, strict=True)]
        for end in (0, 1)
    )
    name = _("weeks") if chart.weeks else _("months")
    parts = [
        *([text(chart.title, 0, LINE, "r-title")] if chart.title else []),
        *_levels(up, chart.top, wide),
        element("polygon", points=_points([*_steps(high), *reversed(_steps(low))]), class_="r-band"),
        element("polyline", points=_points(_steps(shares)), class_="r-line"),
        *_ticks(chart, across, unit),
        text(
            _("{time}, and how many are followed that far").format(time=name),
            (LEFT + wide) / 2,
            TITLE + PLOT + UNDER,
            "r-tick",
            "middle",
        ),
    ]
    return Drawing(tuple(parts), TITLE + PLOT + UNDER + 6)


def columns(chart: Columns) -> Drawing:
    """A column a step, and the level that each is held against."""
    high = even(max([*chart.values, *chart.levels, 0.0])) or 1
    low = -even(-min(0.0, *chart.values))
    up = Axis(low, high, TITLE + LINE + PLOT, TITLE + LINE + 4)
    wide = (WIDTH - 76) / len(chart.values)
    drawn: list[Any] = []
    for place, (name, value, level) in enumerate(zip(chart.steps, chart.values, chart.levels, strict=True)):
        left = 70 + place * wide
        top, bottom = sorted((up.at(value), up.at(0)))
        drawn += [
            element(
                "rect",
                x=f"{left + wide * 0.12:.2f}",
                y=f"{top:.2f}",
                width=f"{wide * 0.76:.2f}",
                height=f"{bottom - top:.2f}",
                class_="r-bar",
            ),
            line((left, up.at(level)), (left + wide, up.at(level)), "r-level"),
        ]
        if place % (1 + (len(chart.values) - 1) // 12) == 0:
            drawn.append(
                text(name.rpartition(" ")[2], left + wide / 2, TITLE + LINE + PLOT + 15, "r-tick", "middle")
            )
    first = chart.steps[0].rpartition(" ")[0]
    scale = [
        part
        for tick in sorted({low, 0.0, high})
        for part in (
            line((70, up.at(tick)), (WIDTH - 6, up.at(tick)), "r-grid"),
            text(told(chart.unit, tick), 64, up.at(tick) + 4, "r-tick", "end"),
        )
    ]
    keys = [
        *([text(chart.title, 0, LINE, "r-title")] if chart.title else []),
        element("rect", x=70, y=TITLE - 6, width=10, height=10, class_="r-bar"),
        text(chart.names[0], 85, TITLE + 3, "r-said"),
        line((300, TITLE - 1), (316, TITLE - 1), "r-level"),
        text(chart.names[1], 322, TITLE + 3, "r-said"),
    ]
    under = text(first, 64, TITLE + LINE + PLOT + 15, "r-tick", "end")
    return Drawing((*keys, *scale, *drawn, under), TITLE + LINE + PLOT + 22)


def _levels(up: Axis, top: float, wide: float) -> list[Any]:
    return [
        part
        for share in (0.0, top / 2, top)
        for part in (
            line((LEFT, up.at(share)), (wide - 14, up.at(share)), "r-grid"),
            text(percent(share), LEFT - 6, up.at(share) + 4, "r-tick", "end"),
        )
    ]


def _ticks(chart: Curve, across: Axis, unit: float) -> list[Any]:
    steps = chart.points[-1].day / unit
    step = next((one for one in STEPS if steps / one < MOST_TICKS), STEPS[-1])
    drawn = []
    for tick in range(0, int(steps) + 1, step):
        place = across.at(tick * unit)
        followed = next(
            (point.at_risk for point in chart.points if point.day >= tick * unit), chart.points[-1].at_risk
        )
        drawn += [
            text(number(tick), place, TITLE + PLOT + 15, "r-tick r-tick--b", "middle"),
            text(number(followed), place, TITLE + PLOT + 29, "r-tick", "middle"),
        ]
    return drawn


def _steps(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Each value holds until the next day that has one."""
    corners = points[:1]
    for across, down in points[1:]:
        corners += [(across, corners[-1][1]), (across, down)]
    return corners


def _points(corners: list[tuple[float, float]]) -> str:
    return " ".join(f"{across:.1f},{down:.1f}" for across, down in corners)
