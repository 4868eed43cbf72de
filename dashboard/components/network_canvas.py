"""The network drawn on a canvas, with buttons for what a mouse wheel would do."""

from typing import Any

import dash_cytoscape as cyto
from dash import html
from dash.development.base_component import Component

from dashboard.components.marks import icon
from dashboard.i18n import _


def NetworkCanvas(  # noqa: N802 (it stands where a component class stands)
    canvas_id: str,
    elements: list[dict[str, Any]],
    stylesheet: list[dict[str, Any]],
    height: str = "min(70vh, 640px)",
    label: str = "",
) -> Component:
    """A graph with given positions.

    A canvas is invisible to a keyboard and a screen reader. It is therefore decoration (`aria-hidden`), and
    the list beside it carries everything; zooming has buttons. Only a tap needs no twin, because each row
    of the list links to the same.

    Args:
        canvas_id: the id of the cytoscape component (`tapNodeData`, `elements`, `stylesheet`).
        elements: nodes with `position`, and edges; see `figures.network_style` for their classes.
        stylesheet: `figures.network_style.network_style(theme)`.
        height: a CSS length.
        label: what the picture shows, for those who cannot see it; it should point to the list.
    """
    canvas = cyto.Cytoscape(
        id=canvas_id,
        elements=elements,
        stylesheet=stylesheet,
        # Fitted by assets/40-app.js alone, at first and whenever it gets another size.
        layout={"name": "preset", "fit": False},
        style={"width": "100%", "height": height},
        minZoom=0.2,
        maxZoom=4,
        userZoomingEnabled=False,
        userPanningEnabled=True,
        wheelSensitivity=1,
        boxSelectionEnabled=False,
        autoungrabify=True,
        autoRefreshLayout=False,
        clearOnUnhover=True,
    )
    buttons = html.Div(
        [
            _zoom(canvas_id, "in", _("Zoom in"), "plus"),
            _zoom(canvas_id, "out", _("Zoom out"), "minus"),
            _zoom(canvas_id, "fit", _("Show the whole network"), "fit"),
        ],
        className="b-canvas__tools b-noprint",
        role="group",
        **{"aria-label": _("Zoom")},
    )
    said = [html.Span(label, className="b-vh")] if label else []
    return html.Div([*said, html.Div(canvas, **{"aria-hidden": "true"}), buttons], className="b-canvas")


def _zoom(canvas_id: str, step: str, text: str, icon_name: str) -> Component:
    return html.Button(
        icon(icon_name),
        type="button",
        className="b-btn b-btn--icon",
        title=text,
        disable_n_clicks=True,
        **{"aria-label": text, "data-canvas": canvas_id, "data-zoom": step},
    )
