"""The charts of the board report as native charts of a presentation, which open with their numbers."""

from collections.abc import Callable, Sequence
from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt

from dashboard.figures.slide_looks import colour
from dashboard.i18n import _
from dashboard.reports.board_parts import Bar, Bars, Chart, Columns, Curve, Paired, Unit

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
FORMATS: dict[Unit, str] = {"share": "0%", "count": "#,##0", "kronor": "#,##0", "decimal": "#,##0.0"}
MONTH, WEEK = 365 / 12, 7
MANY_STEPS = 14
"""With more steps than this they are drawn as a line."""
SMALL, TINY, GAP = Pt(11), Pt(9), 45
MANY_ROWS = 8
"""With more rows than this their names are smaller, so that none is left out."""


def add_chart(slide: Any, chart: Chart, place: tuple[int, int, int, int], alternative: str) -> Any:
    """The chart on a slide.

    Args:
        slide: where it stands.
        chart: what it shows.
        place: left, top, width and height.
        alternative: what it says to whoever does not see it.
    """
    kind, data, dress = _MADE[type(chart)](chart)
    frame = slide.shapes.add_chart(kind, *place, data)
    drawn = frame.chart
    drawn.font.size, drawn.font.color.rgb = SMALL, colour("ink")
    drawn.has_title = bool(chart.title)
    if chart.title:
        drawn.chart_title.text_frame.text = chart.title
        drawn.chart_title.text_frame.paragraphs[0].runs[0].font.size = Pt(12)
        drawn.chart_title.text_frame.paragraphs[0].runs[0].font.bold = True
    dress(drawn)
    described = frame._element.nvGraphicFramePr.cNvPr
    described.set("descr", alternative)
    return frame


def bar_name(bar: Bar) -> str:
    """What stands beside a bar: its name, and in words what the bar itself does not say."""
    return f"{bar.name}\n{bar.said}" if bar.tells_more else bar.name


Made = tuple[Any, Any, Callable[[Any], None]]


def _bars(chart: Bars) -> Made:
    data = CategoryChartData(number_format=FORMATS[chart.unit])
    data.categories = [bar_name(bar) for bar in chart.bars]
    data.add_series(chart.title or _("Value"), [bar.value for bar in chart.bars])

    def dress(drawn: Any) -> None:
        drawn.has_legend = False
        _upside_down(drawn)
        _measure(drawn.value_axis, chart.unit, chart.top)
        series = drawn.plots[0].series[0]
        _fill(series, "accent")
        for place, bar in enumerate(chart.bars):
            if chart.unit == "kronor" and (bar.value or 0) < 0:
                point = series.points[place].format.fill
                point.solid()
                point.fore_color.rgb = colour("div-2")
        drawn.plots[0].gap_width = GAP
        if any(bar.ends for bar in chart.bars):
            _uncertain(series, chart.bars)
        elif not any(bar.tells_more for bar in chart.bars):
            _say_values(drawn.plots[0], chart.unit)

    return XL_CHART_TYPE.BAR_CLUSTERED, data, dress


def _paired(chart: Paired) -> Made:
    data = CategoryChartData(number_format=FORMATS[chart.unit])
    data.categories = [name for name, _one, _other in chart.rows]
    data.add_series(chart.names[0], [one for _name, one, _other in chart.rows])
    data.add_series(chart.names[1], [other for _name, _one, other in chart.rows])

    def dress(drawn: Any) -> None:
        _legend(drawn)
        _upside_down(drawn)
        _measure(drawn.value_axis, chart.unit, None)
        drawn.plots[0].gap_width = GAP
        for series, token in zip(drawn.plots[0].series, ("accent", "cat-2"), strict=True):
            _fill(series, token)
        _say_values(drawn.plots[0], chart.unit)
        if len(chart.rows) > MANY_ROWS:
            drawn.category_axis.tick_labels.font.size = TINY
        if chart.base is not None:
            # Both bars of a row begin where the result is now, one to each side.
            drawn.plots[0].overlap = 100
            drawn.value_axis.crosses_at = chart.base

    return XL_CHART_TYPE.BAR_CLUSTERED, data, dress


def _columns(chart: Columns) -> Made:
    data = CategoryChartData(number_format=FORMATS[chart.unit])
    data.categories = list(chart.steps)
    data.add_series(chart.names[0], chart.values)
    data.add_series(chart.names[1], chart.levels)
    many = len(chart.steps) > MANY_STEPS

    def dress(drawn: Any) -> None:
        _legend(drawn)
        _measure(drawn.value_axis, chart.unit, None)
        for series, token in zip(drawn.plots[0].series, ("accent", "cat-2"), strict=True):
            if many:
                _line(series, token)
            else:
                _fill(series, token)

    return XL_CHART_TYPE.LINE if many else XL_CHART_TYPE.COLUMN_CLUSTERED, data, dress


def _curve(chart: Curve) -> Made:
    step = WEEK if chart.weeks else MONTH
    data = XyChartData(number_format="0%")
    lines = {
        _("Share"): [(point.day / step, point.share) for point in chart.points],
        _("Lower limit, 95 %"): [
            (point.day / step, point.interval[0]) for point in chart.points if point.interval
        ],
        _("Upper limit, 95 %"): [
            (point.day / step, point.interval[1]) for point in chart.points if point.interval
        ],
    }
    for name, points in lines.items():
        series = data.add_series(name)
        for across, up in as_steps(points):
            series.add_data_point(across, up)

    def dress(drawn: Any) -> None:
        drawn.has_legend = False
        _measure(drawn.value_axis, "share", chart.top)
        across = drawn.category_axis
        across.has_major_gridlines = False
        across.minimum_scale = 0
        across.tick_labels.number_format, across.tick_labels.number_format_is_linked = "0", False
        across.has_title = True
        across.axis_title.text_frame.text = _("weeks") if chart.weeks else _("months")
        main, *limits = drawn.plots[0].series
        _line(main, "accent")
        for series in limits:
            _line(series, "line-strong", dashed=True)

    return XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS, data, dress


def as_steps(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The corners of a curve that holds each value until the next.

    >>> as_steps([(0, 1.0), (2, 0.5)])
    [(0, 1.0), (2, 1.0), (2, 0.5)]
    """
    corners = [*points[:1]]
    for across, up in points[1:]:
        corners += [(across, corners[-1][1]), (across, up)]
    return corners


_MADE: dict[type, Callable[[Any], Made]] = {Bars: _bars, Paired: _paired, Columns: _columns, Curve: _curve}


def _upside_down(drawn: Any) -> None:
    """The first row on top, as it is read, and the scale under the bars."""
    axis = drawn.category_axis
    axis.reverse_order = True
    # The scale stays under the bars: high is the end of an axis that is read from its end.
    drawn.value_axis.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.format.line.color.rgb = colour("line-strong")
    # Beside the plot, also where a bar goes to the left of zero; and every name, however many there are.
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    skip = etree.Element(f"{{{_C}}}tickLblSkip")
    skip.set("val", "1")
    axis._element.find(f"{{{_C}}}noMultiLvlLbl").addprevious(skip)


def _measure(axis: Any, unit: Unit, top: float | None) -> None:
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = FORMATS[unit], False
    axis.major_gridlines.format.line.color.rgb = colour("line")
    axis.format.line.fill.background()
    if unit != "kronor":
        axis.minimum_scale = 0
    if unit == "share":
        axis.maximum_scale, axis.major_unit = top or 1, (top or 1) / 4
    elif top is not None:
        axis.maximum_scale, axis.major_unit = top, 1


def _legend(drawn: Any) -> None:
    drawn.has_legend = True
    drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    drawn.legend.font.size = SMALL


def _say_values(plot: Any, unit: Unit) -> None:
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = FORMATS[unit], False
    labels.position, labels.font.size = XL_LABEL_POSITION.OUTSIDE_END, TINY


def _fill(series: Any, token: str) -> None:
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = colour(token)
    series.invert_if_negative = False


def _line(series: Any, token: str, *, dashed: bool = False) -> None:
    series.smooth = False
    series.format.line.color.rgb = colour(token)
    series.format.line.width = Pt(1.25 if dashed else 2.5)
    if dashed:
        series.format.line.dash_style = MSO_LINE.DASH


def _uncertain(series: Any, bars: Sequence[Bar]) -> None:
    """The ends of each bar as error bars with their own numbers; python-pptx has no call for them."""
    reach = [
        (bar.value - bar.ends[0], bar.ends[1] - bar.value)
        if bar.ends and bar.value is not None
        else (0.0, 0.0)
        for bar in bars
    ]
    bars_of_error = etree.Element(f"{{{_C}}}errBars")
    for name, value in (("errBarType", "both"), ("errValType", "cust"), ("noEndCap", "0")):
        etree.SubElement(bars_of_error, f"{{{_C}}}{name}").set("val", value)
    for name, end in (("plus", 1), ("minus", 0)):
        numbers = etree.SubElement(etree.SubElement(bars_of_error, f"{{{_C}}}{name}"), f"{{{_C}}}numLit")
        etree.SubElement(numbers, f"{{{_C}}}formatCode").text = "General"
        etree.SubElement(numbers, f"{{{_C}}}ptCount").set("val", str(len(reach)))
        for place, ends in enumerate(reach):
            point = etree.SubElement(numbers, f"{{{_C}}}pt")
            point.set("idx", str(place))
            etree.SubElement(point, f"{{{_C}}}v").text = repr(float(ends[end]))
    series._element.find(f"{{{_C}}}cat").addprevious(bars_of_error)
