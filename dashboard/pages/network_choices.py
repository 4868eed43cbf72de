"""How the network is drawn: as a web or a ladder, and what colour and shape stand for."""

from collections.abc import Mapping

from dash import html
from dash.development.base_component import Component

from dashboard.components.links import link
from dashboard.i18n import _
from dashboard.pages.network_list import PATH
from dashboard.reports.state import PageState


def choices(state: PageState) -> list[Component]:
    """The two choices, each a row of links of which one is current."""
    drawings = {"web": _("Web"), "ladder": _("Ladder")}
    colours = {
        "rung": _("Rung"),
        "warmth": _("Warmth"),
        "ownership": _("Ownership"),
        "sector": _("Sector"),
    }
    return [
        _choice(_("Draw as"), "drawing", drawings, state),
        _choice(_("Colour and shape"), "colour", colours, state),
    ]


def _choice(label: str, attribute: str, options: Mapping[str, str], state: PageState) -> Component:
    chosen = getattr(state, attribute)
    links = [
        link(
            text,
            state.href(PATH, **{attribute: key}),
            "b-seg__o",
            current=key == chosen,
            link_id=f"natverk-{key}",
        )
        for key, text in options.items()
    ]
    # The words in front stand in the row's name already.
    return html.Div(
        [html.Span(label, **{"aria-hidden": "true"}), html.Div(links, className="b-seg")],
        className="n-choice",
        role="group",
        **{"aria-label": label},
    )
