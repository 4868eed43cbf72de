"""Find an employer: filters, a ranked list and a map, all one state in the address."""

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import tools
from dashboard.components.definitions import how_counted
from dashboard.components.employer_map import EmployerMap, map_zoom
from dashboard.components.marks import Node
from dashboard.components.still import still
from dashboard.components.strength import PARTS, strength_key
from dashboard.i18n import _
from dashboard.pages.employers_filters import filter_card, sort_field
from dashboard.pages.employers_list import employer_list, list_head
from dashboard.pages.saved_views import saved_views
from dashboard.reports.access import Access
from dashboard.reports.finder import finder, finder_choices
from dashboard.reports.state import PageState

PATH = "/arbetsgivare"
MAP_HEIGHT = 420
STRENGTH_KEY, LIST_HOW = "ag-nyckel", "ag-sa-raknas"
MEASURES = (
    *(
        "finder.matching",
        "finder.unmeasured",
        "employers.by_ladder",
        "employers.by_warmth",
        "employers.strength",
    ),
    *("ranking.strength", "employer.trials_completed", "employer.trials_succeeded", "employer.capacity"),
    *("employer.occupied", "employer.free", "employers.fatigued"),
)
MAP_MEASURES = (
    *("finder.by_municipality", "finder.without_position"),
    *(f"ranking.parts.{part}" for part in PARTS),
)
"""The figures of the list, and of the map with its key."""
BLANK = {"data": [], "layout": {"xaxis": {"visible": False}, "yaxis": {"visible": False}}}
"""What stands where the map comes: the map is drawn last."""


def layout(access: Access, state: PageState) -> Node:
    """The page: filters, list and an empty place for the map, which its callback fills."""
    found = finder(access, state)
    head = html.Div(
        [
            still(ids.Employers.HEAD, list_head(found, state)),
            sort_field(found.sort),
        ],
        className="a-list__h",
    )
    return html.Div(
        [
            filter_card(state, finder_choices(access, state), len(found.criteria), saved_views(access, PATH)),
            html.Section(
                [
                    head,
                    still(ids.Employers.LIST, employer_list(found, state, access.definitions)),
                    still(LIST_HOW, tools(how=how_counted(*MEASURES, definitions=access.definitions))),
                ],
                className="b-card a-card",
                **{"aria-labelledby": ids.Employers.HEAD},
            ),
            _map_card(access, found.matching, found.without_position),
        ],
        className="a-lay",
    )


def _map_card(access: Access, matching: int, without_position: int) -> Component:
    """The map with what stands under it; the keys to the strength bars stand there too."""
    shown = matching - without_position
    return html.Aside(
        [
            html.Div(
                EmployerMap(
                    ids.Employers.MAP,
                    BLANK,
                    shown=shown,
                    without_position=without_position,
                    list_id=ids.Employers.LIST,
                    height=MAP_HEIGHT,
                ),
                **{"data-map-name": _("The map")},
            ),
            map_zoom(ids.Employers.MAP),
            html.Div(
                [
                    still(ids.Employers.MAP_SIDE, None),
                    still(
                        STRENGTH_KEY,
                        [
                            html.H3(_("The six parts of the strength"), className="a-key__h"),
                            strength_key(access.definitions.strength_weights),
                            *tools(how=how_counted(*MAP_MEASURES, definitions=access.definitions)),
                        ],
                    ),
                ],
                className="a-map__text",
            ),
            dcc.Store(id=ids.Employers.MAP_GROUND, data=""),
            dcc.Store(id=ids.Employers.MAP_THEME),
        ],
        className="b-card a-map",
        id=ids.Employers.MAP_CARD,
        **{"aria-label": _("Map of the employers that fit")},
    )
