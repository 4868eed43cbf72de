"""The match of a client: employers ranked, each with its reasons, and what was ruled out."""

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import card
from dashboard.components.fields import Options, select
from dashboard.components.links import link
from dashboard.components.list_card import file_buttons
from dashboard.components.marks import Node, icon
from dashboard.components.shell import page_head
from dashboard.components.still import still
from dashboard.i18n import _, number
from dashboard.pages.client_words import client_path
from dashboard.pages.match_list import ranked_list, ruled_out_list
from dashboard.reports.access import Access
from dashboard.reports.client_rights import open_client
from dashboard.reports.match import ClientMatch, client_match
from dashboard.reports.match_filters import DISTANCES
from dashboard.reports.reference_words import occupation
from dashboard.reports.state import PageState


def layout(access: Access, state: PageState, client_id: str) -> Node:
    """The page of a client's match, whose opening is put on record; raises as the client's own page does."""
    row = open_client(access, client_id, "match")
    found = client_match(access, state, row)
    back = link(
        [icon("right"), _("The client")], PageState(day=state.day).href(client_path(client_id)), "e-back"
    )
    intro = [html.B(client_id), " · ", _("Every sum can be taken apart: nothing else is counted.")]
    return html.Div(
        [
            page_head(_("Employers that suit a client"), intro, above=back),
            html.Div(
                [
                    card(
                        ids.Match.CARD,
                        _("Ranked"),
                        [
                            _filters(found, state),
                            still(ids.Match.BODY, ranked_list(found, client_id, access, state)),
                        ],
                        head=file_buttons(ids.Match.AS_XLSX, ids.Match.AS_CSV, _("Download the match as")),
                        class_name="k-list",
                    ),
                    still(f"{ids.Match.OUT}-plats", _out(found, state)),
                ],
                className="e-col",
            ),
            dcc.Download(id=ids.Match.DOWNLOAD),
        ]
    )


def _out(found: ClientMatch, state: PageState) -> Component:
    return card(ids.Match.OUT, _("Ruled out, and why"), ruled_out_list(found, state))


def _filters(found: ClientMatch, state: PageState) -> Component:
    wishes: Options = [(code, occupation(code)) for code in found.wanted.wishes]
    if state.occupation and state.occupation not in found.wanted.wishes:
        wishes = [*wishes, (state.occupation, occupation(state.occupation))]
    far: Options = [(str(km), _("within {n} km").format(n=number(km))) for km in DISTANCES]
    if state.within and state.within not in DISTANCES:
        far = [*far, (str(state.within), _("within {n} km").format(n=number(state.within)))]
    occupations = select(
        ids.Match.OCCUPATION, _("Occupation"), [("", _("All")), *wishes], state.occupation or "", "yrke"
    )
    distances = select(ids.Match.WITHIN, _("Distance"), [("", _("All")), *far], str(state.within or ""), "km")
    return html.Div([occupations, distances], className="k-controls b-noprint")
