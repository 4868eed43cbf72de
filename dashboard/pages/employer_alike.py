"""Two cards about what comes next with an employer: the steps to take, and who resembles it."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.cards import card, finding, rich
from dashboard.components.definitions import Counted
from dashboard.components.links import link
from dashboard.i18n import _
from dashboard.pages.employer_words import employer_path
from dashboard.reports.access import Access
from dashboard.reports.network_alike import Alike, alike_to, alike_words, free_words, next_to_ask
from dashboard.reports.network_scope import known
from dashboard.reports.network_way_in import way_in_words
from dashboard.reports.state import PageState


def next_card(steps: tuple[str, ...], counted: Counted) -> Component:
    """What to do next; that there is nothing is said, too."""
    if not steps:
        return card("e-harnast", _("What to do next"), finding(_("**Nothing presses.**")))
    listed = html.Ol([html.Li(step) for step in steps], className="e-steps")
    inside = [listed, *counted.foot("employer.free", "employer.ties")]
    return card("e-harnast", _("What to do next"), inside)


def alike_card(access: Access, state: PageState, employer_id: str, counted: Counted) -> Component:
    """Who offers the same near by, and which of them could be asked next."""
    # The finder's filters say what was looked for, not whom this employer resembles.
    whole = PageState(units=state.units, programme=state.programme, day=state.day)
    scope = known(access, whole)
    found = alike_to(access, whole, scope, employer_id)
    if not found:
        text = _("Nobody: no other employer near by offers the same, or occupation or place is not known.")
        return card("e-lika", _("Who resembles them"), html.P(text, className="b-s b-muted"))
    asked = next_to_ask(access, whole, scope, employer_id)
    could = (
        []
        if asked is None
        else [
            html.H3(_("Could be asked next")),
            html.P([_open(asked.alike, state), " ", free_words(asked.alike)], className="b-s"),
            html.P(rich(way_in_words(asked.way)), className="b-s"),
        ]
    )
    listed = html.Ul(
        [
            html.Li([_open(one, state), " ", html.Span(alike_words(one), className="b-muted")])
            for one in found
        ],
        className="e-alike b-s",
    )
    return card(
        "e-lika", _("Who resembles them"), [listed, *could, *counted.foot("panel.alike", "panel.next")]
    )


def _open(one: Alike, state: PageState) -> Component:
    return link(
        one.name, state.href(employer_path(one.employer_id), employer=one.employer_id, page=1, event=None)
    )
