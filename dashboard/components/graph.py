"""The only place where `dcc.Graph` may be made: every chart gets the same safe and quiet settings."""

from typing import Any

from dash import dcc
from dash.development.base_component import Component

from dashboard.i18n import language


def graph_config(**more: Any) -> dict[str, Any]:
    """The settings of every chart; `more` adds to them.

    plotly.js shows a button that sends the chart to a third party: it is off, and its address empty.
    """
    return {
        "showSendToCloud": False,
        "plotlyServerURL": "",
        "displaylogo": False,
        "displayModeBar": False,
        "responsive": True,
        "locale": language(),
        **more,
    }


def Graph(  # noqa: N802 (it stands where a component class stands)
    graph_id: str,
    figure: dict[str, Any],
    height: int = 280,
    config: dict[str, Any] | None = None,
) -> Component:
    """A plotly chart in our own settings.

    Its name and its content in words come from the card around it (`graph_card`: sentence, caption, table);
    the drawing itself is hidden from screen readers, which would read loose axis labels.

    Args:
        graph_id: the component's id.
        figure: a figure as a plain dict, with `figures.theme.layout(theme)` in it.
        height: in px.
        config: more plotly settings for this chart.
    """
    return dcc.Graph(
        id=graph_id,
        figure=figure,
        config=graph_config(**(config or {})),
        className="b-graph",
        style={"height": f"{height}px"},
        responsive=True,
    )
