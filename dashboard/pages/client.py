"""One client: the five steps, what has been tried, what is next, and which employers suit."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.links import link
from dashboard.components.marks import Node, icon
from dashboard.components.shell import page_head
from dashboard.components.still import still
from dashboard.i18n import _, day
from dashboard.pages import client_cards as cards
from dashboard.pages.client_words import CLIENTS, on_the_day
from dashboard.pages.match_list import top_matches
from dashboard.reports.access import Access
from dashboard.reports.client import ClientProfile, client_profile
from dashboard.reports.client_rights import open_client
from dashboard.reports.match import client_match
from dashboard.reports.state import PageState
from dashboard.words import word


def layout(access: Access, state: PageState, client_id: str) -> Node:
    """The page of one client, whose opening is put on record.

    The heading does not hold the key: the browser keeps headings as titles in its history.

    Raises:
        AccessDenied: when the person may not see the client.
        NotFound: when there is none, to a person who may see all.
    """
    row = open_client(access, client_id, "client")
    state = on_the_day(state)
    profile = client_profile(access, state, row)
    first = html.Div([cards.next_card(profile), cards.steps_card(profile, access, state)], className="e-col")
    beside = html.Div([cards.about_card(profile, state), cards.parties_card(profile)], className="e-col")
    below = [cards.tried_card(profile, state), cards.checks_card(profile)]
    if profile.status in {"active", "waiting"}:
        suits = top_matches(client_match(access, state, row), profile.client_id, access, state)
        # Before anything runs it is what the page is opened for.
        below.insert(len(below) if profile.is_placed else 0, suits)
    parts = [html.Div([first, beside], className="k-lay"), *below]
    return html.Div([_head(profile, state), still(ids.Client.BODY, parts, "e-col")])


def _head(profile: ClientProfile, state: PageState) -> Component:
    facts = [html.B(profile.client_id), " · ", word("client_status", profile.status)]
    for part in (profile.coach, profile.unit):
        facts += [" · ", part] if part else []
    back = link([icon("right"), _("All clients")], on_the_day(state).href(CLIENTS), "e-back")
    notice = (
        [
            html.P(
                [icon("clock"), _("As it was on {day}.").format(day=day(state.day))],
                className="b-notice e-asof",
            )
        ]
        if state.day
        else []
    )
    return html.Div([page_head(_("One client"), facts, above=back), *notice])
