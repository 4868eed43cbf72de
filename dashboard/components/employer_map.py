"""The map beside a list of employers: our own style, no network, and the list as its twin."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.graph import Graph
from dashboard.components.states import map_unavailable
from dashboard.i18n import _


def EmployerMap(  # noqa: N802 (it stands where a component class stands)
    map_id: str,
    figure: dict[str, Any],
    *,
    shown: int,
    without_position: int,
    list_id: str,
    height: int = 420,
) -> Component:
    """A map of employers, or, where the browser has no WebGL, words and a way to the list.

    Args:
        map_id: the id of the graph; `clickData` carries the employer's id in `customdata`.
        figure: `figures.employer_map.employer_map_figure(...)`.
        shown: how many employers are on the map.
        without_position: how many cannot be placed; said in words, never dropped.
        list_id: the id of the list with the same employers.
        height: in px.
    """
    skip = html.A(_("Skip the map"), href=f"#{list_id}", className="b-skip b-skip--in", disable_n_clicks=True)
    drawing = Graph(map_id, figure, height, {"scrollZoom": False})
    return html.Div(
        [
            html.Div([skip, drawing], className="b-map__on"),
            html.Div(map_unavailable(shown, without_position, list_id), className="b-map__off"),
        ],
        className="b-map",
    )
