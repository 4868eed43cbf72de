"""The pictures of the cards of outcomes: shares on an axis, counts as bars, curves with limits."""

from dash import html
from dash.development.base_component import Component

from dashboard.analysis.intervals import Share
from dashboard.components.marks import Node
from dashboard.components.tables import Column, Row, data_table
from dashboard.i18n import _, number, percent
from dashboard.pages.outcomes_curves import curve
from dashboard.reports.outcome_parts import CountRow, OutcomeCard, Panel, ShareRow, shown
from dashboard.reports.outcome_words import FEW
from dashboard.reports.telling import limits_told


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
        rows = [html.Li(_share(row), className="l-bars__row") for row in panel.shares]
        inside = html.Div([html.Ul(rows, className="l-bars"), _axis()])
    else:
        most = max((row.interval[1] if row.interval else row.count) for row in panel.counts) or 1
        inside = html.Ul(
            [html.Li(_count(row, most), className="l-bars__row") for row in panel.counts], className="l-bars"
        )
    return html.Div([*title, inside], className="u-panel")


def _share(row: ShareRow) -> list[Node]:
    return [
        html.Span(row.name, className="l-name"),
        html.Span(_on_axis(row.share), className="l-axis", **{"aria-hidden": "true"}),
        html.Span(" · ".join(_told(row.share)), className="l-said"),
    ]


def _on_axis(share: Share) -> list[Component]:
    if share.interval is None or share.share is None:
        return []
    low, high = share.interval
    place = {"left": f"{100 * low:.1f}%", "width": f"{100 * (high - low):.1f}%"}
    point = html.I(className="l-dot", style={"left": f"{100 * share.share:.1f}%"})
    return [html.I(className="l-iv", style=place), *([point] if share.of >= FEW else [])]


def _told(share: Share) -> list[str]:
    counted = _("{k} of {n}").format(k=number(share.n), n=number(share.of))
    if share.interval is None or share.share is None:
        return [counted]
    value = percent(share.share) if share.of >= FEW else _("too few to say")
    return [counted, value, _("uncertain: {limits}").format(limits=limits_told([*share.interval]))]


def _axis() -> Component:
    ends = html.Span([html.Span(percent(0)), html.Span(percent(1))], className="l-ends")
    return html.Div(
        [html.Span(), ends, html.Span()], className="l-bars__row l-bars__axis", **{"aria-hidden": "true"}
    )


def _count(row: CountRow, most: float) -> list[Node]:
    marks = [html.I(className="u-count", style={"width": f"{100 * row.count / most:.1f}%"})]
    said = number(row.count)
    if row.interval is not None:
        low, high = row.interval
        place = {"left": f"{100 * low / most:.1f}%", "width": f"{100 * (high - low) / most:.1f}%"}
        marks.append(html.I(className="u-reach", style=place))
        limits = f"{number(round(low))}–{number(round(high))}"
        said = f"{said} · " + _("uncertain: {limits}").format(limits=limits)
    return [
        html.Span(row.name, className="l-name"),
        html.Span(marks, className="l-axis", **{"aria-hidden": "true"}),
        html.Span(" · ".join([said, *([row.beside] if row.beside else [])]), className="l-said"),
    ]
