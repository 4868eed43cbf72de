"""The pictures of the cards of outcomes: shares on an axis, counts as bars, curves with limits."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.marks import Node
from dashboard.components.share_axis import share_row, share_scale
from dashboard.components.tables import Column, Row, data_table
from dashboard.i18n import _, number
from dashboard.pages.outcomes_curves import curve
from dashboard.reports.outcome_parts import CountRow, OutcomeCard, Panel, shown


def pictures(made: OutcomeCard) -> Component | None:
    """A card's small pictures side by side; None when there is nothing to draw."""
    panels = [panel for panel in made.panels if not panel.is_empty]
    if not panels:
        return None
    return html.Div([_panel(panel) for panel in panels], className=f"u-panels u-panels--{len(panels)}")


def card_table(table_id: str, made: OutcomeCard) -> Component:
    """The table twin: the same numbers as the file, as a person reads them."""
    keys = [f"k{place}" for place in range(len(made.columns))]
    columns = [
        Column(key, column.label, number=column.kind != "text" and place > 0)
        for place, (key, column) in enumerate(zip(keys, made.columns, strict=True))
    ]
    rows = [
        Row(
            {
                key: shown(column, value)
                for key, column, value in zip(keys, made.columns, row.cells, strict=True)
            }
        )
        for row in made.rows
    ]
    return data_table(table_id, made.title, columns, rows, hide_caption=True)


def _panel(panel: Panel) -> Component:
    title = [html.H3(panel.title, className="u-panel__h")] if panel.title else []
    if panel.curve:
        inside: Component = curve(panel)
    elif panel.shares:
        rows = [
            html.Li(share_row(row.name, row.share, row.beside), className="l-bars__row")
            for row in panel.shares
        ]
        inside = html.Div([html.Ul(rows, className="l-bars"), share_scale()])
    else:
        most = max((row.interval[1] if row.interval else row.count) for row in panel.counts) or 1
        inside = html.Ul(
            [html.Li(_count(row, most), className="l-bars__row") for row in panel.counts], className="l-bars"
        )
    return html.Div([*title, inside], className="u-panel")


def _count(row: CountRow, most: float) -> list[Node]:
    marks = [html.I(className="u-count", style={"width": f"{100 * row.count / most:.1f}%"})]
    said: list[Node] = [number(row.count)]
    if row.interval is not None:
        low, high = row.interval
        place = {"left": f"{100 * low / most:.1f}%", "width": f"{100 * (high - low) / most:.1f}%"}
        marks.append(html.I(className="u-reach", style=place))
        limits = f"{number(round(low))}–{number(round(high))}"
        said += [" · ", html.Span(_("uncertain: {limits}").format(limits=limits), className="b-nowrap")]
    return [
        html.Span(row.name, className="l-name"),
        html.Span(marks, className="l-axis", **{"aria-hidden": "true"}),
        html.Span([*said, *_beside(row.beside)], className="l-said"),
    ]


def _beside(text: str) -> list[Node]:
    return [html.Span(text, className="l-beside")] if text else []
