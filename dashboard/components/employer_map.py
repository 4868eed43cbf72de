"""The map beside a list of employers: our own style, no network, and the list as its twin."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.graph import Graph
from dashboard.components.marks import icon
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


def map_zoom(map_id: str) -> Component:
    """Buttons for what a mouse wheel would do."""
    buttons = [("in", "+", _("Zoom in")), ("out", "−", _("Zoom out")), ("fit", "", _("Show all"))]
    return html.Div(
        [
            html.Button(
                [sign or icon("undo")],
                type="button",
                className="b-btn b-btn--icon",
                disable_n_clicks=True,
                **{"data-map": map_id, "data-map-zoom": way, "aria-label": label},
            )
            for way, sign, label in buttons
        ],
        className="a-zoom b-noprint",
        role="group",
        **{"aria-label": _("The map")},
    )
