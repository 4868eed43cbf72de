"""The pictures of groups side by side: a dot with its limits on a common axis, and counts as a table."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.marks import Node
from dashboard.i18n import _, number
from dashboard.pages.outcomes_pictures import pictures as bars
from dashboard.reports.side_parts import DotPanel, DotRow, Grid, SideCard

SHADES = 5
"""Shades of a cell beside none; the darkest is for more than four fifths of a row."""


def pictures(made: SideCard) -> Component | None:
    """A card's pictures; None when there is nothing to draw."""
    if made.grid is not None:
        return _grid(made.grid)
    if made.dots:
        panels = [_panel(panel) for panel in made.dots]
        return html.Div(panels, className=f"u-panels u-panels--{len(panels)} v-panels")
    return bars(made.told)


def _panel(panel: DotPanel) -> Component:
    title = [html.H3(panel.title, className="u-panel__h")] if panel.title else []
    rows = [html.Li(_row(panel, row), className="l-bars__row") for row in panel.rows]
    ends = html.Span([html.Span(end) for end in panel.ends], className="l-ends")
    scale = html.Div(
        [html.Span(), ends, html.Span()],
        className="l-bars__row l-bars__axis",
        **{"aria-hidden": "true"},
    )
    parts = [*title, html.Ul(rows, className="l-bars"), scale]
    if panel.total is not None:
        line = html.I(className="v-key", **{"aria-hidden": "true"})
        said = _("The line: all together, {total}").format(total=panel.total_said)
        parts.append(html.P([line, said], className="v-total"))
    return html.Div(parts, className="u-panel")


def _row(panel: DotPanel, row: DotRow) -> list[Node]:
    apart = f" v-dot--{row.verdict}" if row.verdict in {"higher", "lower"} else ""
    marks = []
    if panel.total is not None:
        marks.append(html.I(className="v-line", style={"left": _at(panel, panel.total)}))
    if row.low is not None:
        # An upper limit that is not reached: the line goes to the end of the axis, and has no end of its own.
        high = panel.most if row.high is None else row.high
        width = {"left": _at(panel, row.low), "width": _at(panel, high - row.low)}
        kind = "v-reach v-reach--open" if row.high is None else "v-reach"
        marks.append(html.I(className=kind if row.value is not None else f"{kind} v-reach--few", style=width))
    if row.value is not None:
        marks.append(html.I(className=f"l-dot{apart}", style={"left": _at(panel, row.value)}))
    return [
        html.Span(row.name, className="l-name"),
        html.Span(marks, className="l-axis v-axis", **{"aria-hidden": "true"}),
        html.Span(_unbroken(row.said), className="l-said"),
    ]


def _unbroken(said: str) -> list[Node]:
    """The parts of a row, of which none is broken over two lines: a range is not read across them."""
    parts: list[Node] = []
    for part in said.split(" · "):
        parts += [*([" · "] if parts else []), html.Span(part, className="b-nowrap")]
    return parts


def _at(panel: DotPanel, value: float) -> str:
    return f"{100 * min(value, panel.most) / panel.most:.1f}%"


def _grid(grid: Grid) -> Component:
    names = [_class(name) for name in grid.classes]
    head = html.Tr([html.Td(), *names, html.Th(_("All"), scope="col")])
    body = [
        html.Tr(
            [
                html.Th(name, scope="row"),
                *(html.Td(number(count), className=_shade(count, sum(counts))) for count in counts),
                html.Td(number(sum(counts)), className="v-grid__sum"),
            ]
        )
        for name, counts in grid.rows
    ]
    table = html.Table([html.Caption(grid.caption), html.Thead(head), html.Tbody(body)], className="v-grid")
    # Where there is no room for the words over their columns, they stand under the table.
    words = html.P(" · ".join(grid.classes), className="v-grid__words", **{"aria-hidden": "true"})
    return html.Div([table, words], className="v-grid__room")


def _class(name: str) -> Component:
    """A class as a heading: its number, and its word."""
    numeral, _space, text = name.partition(" ")
    return html.Th([numeral, html.Span(f" {text}")], scope="col")


def _shade(count: int, of: int) -> str | None:
    if not count:
        return "v-grid--0"
    return f"v-grid--{min(SHADES, 1 + int(SHADES * count / of))}"
