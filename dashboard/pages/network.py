"""The network page: ready questions, picture, one employer, list, health, and how much would stand."""

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.links import button_link
from dashboard.components.marks import Node
from dashboard.components.states import state_empty
from dashboard.components.still import still
from dashboard.i18n import _
from dashboard.pages.network_card import picture_card, question_row
from dashboard.pages.network_handover import handover_card
from dashboard.pages.network_health import health_card
from dashboard.pages.network_layers import layer_choice, layer_place
from dashboard.pages.network_list import PATH, the_list
from dashboard.pages.network_panel import panel
from dashboard.pages.network_resilience import resilience_card
from dashboard.reports.access import Access
from dashboard.reports.network_picture import Picture, picture
from dashboard.reports.network_scope import filters, known
from dashboard.reports.state import PageState


def layout(access: Access, state: PageState) -> Node:
    """The page as the address asks for it; what to do first when there is no employer at all."""
    access = access.pinned()
    scope = known(access, state)
    if scope.employers.empty and not scope.filtered and not state.units and state.programme is None:
        return _no_employers(state)
    drawn = picture(access, state)
    parts = [
        still(ids.Network.TILES, question_row(access, state)),
        still(ids.Layers.CHOICE, layer_choice(state)),
        layer_place(access, state),
        html.Div(
            [
                picture_card(access, state, drawn),
                html.Aside(
                    panel(access, state),
                    id=ids.Network.PANEL,
                    className="b-card n-panel",
                    **{"aria-labelledby": f"{ids.Network.PANEL}-title"},
                ),
                html.Div([the_list(access, state), handover_card(access, state)], className="n-lists"),
                html.Div(health_card(access, state), id=ids.Network.WELL, className="n-well"),
                html.Div(resilience_card(access, state), id=ids.Network.STAND, className="n-stand"),
            ],
            className="n-lay",
        ),
        dcc.Store(id=ids.Network.DRAWN, data=drawn_now(access, state, drawn)),
    ]
    return html.Div(parts)


def drawn_now(access: Access, state: PageState, drawn: Picture) -> dict[str, str]:
    """What the browser has: the key of the nodes, and what the rest of the page was made from."""
    selection = f"{access.store.data_version()} {filters(state)}"
    return {"nodes": drawn.key, "selection": selection}


def _no_employers(state: PageState) -> Component:
    empty = state_empty(
        _("No employers yet"),
        _(
            "The network is drawn from the unit's own employers and contacts. Load a workbook with "
            "**brygga import FILE**, or look around in an invented unit with **brygga demo**."
        ),
        [] if state.day is None else [button_link(_("Show today"), state.href(PATH, day=None))],
        icon_name="n-natverk",
    )
    return html.Section(empty, className="b-card")
