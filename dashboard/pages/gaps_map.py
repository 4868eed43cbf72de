"""The map under the gap of areas: post towns, never a client, and the employers that would help."""

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import card
from dashboard.components.employer_map import EmployerMap, map_zoom
from dashboard.components.marks import Node
from dashboard.components.still import still
from dashboard.i18n import _, ngettext, number
from dashboard.pages.gaps_pictures import legend
from dashboard.reports.access import Access
from dashboard.reports.gap_reach_map import ReachMap, reach_map
from dashboard.reports.state import GAPS, PageState

GAP = "areas"
BLANK = {"data": [], "layout": {"xaxis": {"visible": False}, "yaxis": {"visible": False}}}
"""What stands where the map comes: the map is drawn last."""
MEASURES = ("gaps.areas.clients", "gaps.areas.municipality_only", "gap_lists.helps")


def reach_card(access: Access, state: PageState) -> Component:
    """The card; there is nothing to see of it under another gap."""
    hidden = is_hidden(state)
    helpers = 0 if hidden else len(reach_map(access, state).helpers)
    drawing = EmployerMap(
        ids.Gaps.MAP, BLANK, shown=helpers, without_position=0, list_id=ids.Gaps.LIST, height=420
    )
    return html.Div(
        card(
            f"{ids.Gaps.MAP}-kort",
            _("The same on a map"),
            [
                html.Div(
                    [html.Div(drawing, **{"data-map-name": _("The map")}), map_zoom(ids.Gaps.MAP)],
                    className="l-map",
                ),
                still(ids.Gaps.MAP_TEXT, [] if hidden else map_text(reach_map(access, state))),
                dcc.Store(id=ids.Gaps.MAP_DRAWN, data=""),
                dcc.Store(id=ids.Gaps.MAP_THEME),
            ],
            measures=MEASURES,
        ),
        id=ids.Gaps.MAP_PLACE,
        className="l-map-place",
        hidden=hidden,
    )


def is_hidden(state: PageState) -> bool:
    """Whether the page is open on another gap."""
    return (state.gap or GAPS[0]) != GAP


def map_text(found: ReachMap) -> list[Node]:
    """What the signs mean, how well places are known, and what is not on the map."""
    key = legend(
        ("none", _("somebody has none near home")),
        ("few", _("somebody has too few")),
        ("enough", _("everybody has enough")),
        ("help", _("an employer that would help")),
    )
    return [key, *(html.P(text, className="b-s b-muted") for text in _sentences(found))]


def _sentences(found: ReachMap) -> list[str]:
    said = [
        _(
            "A circle is a post town, drawn at its middle and as large as its number of clients. No client's "
            "own home is on the map."
        )
    ]
    if found.approximate:
        text = ngettext(
            "{n} of the employers has an approximate place (postal code or locality).",
            "{n} of the employers have an approximate place (postal code or locality).",
            found.approximate,
        )
        said.append(text.format(n=number(found.approximate)))
    if found.helping > len(found.helpers):
        text = _("The {n} employers that would help most are drawn, of {of}.")
        said.append(text.format(n=number(len(found.helpers)), of=number(found.helping)))
    if found.beside:
        text = ngettext(
            "{n} client is not on the map: no more than the municipality is known.",
            "{n} clients are not on the map: no more than the municipality is known.",
            found.beside,
        )
        said.append(text.format(n=number(found.beside)))
    return said
