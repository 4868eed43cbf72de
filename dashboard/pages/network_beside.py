"""The lower half of the side panel: the way in, who resembles the employer, and whom to ask next."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.cards import rich
from dashboard.components.links import link
from dashboard.i18n import _
from dashboard.pages.network_list import PATH
from dashboard.reports.access import Access
from dashboard.reports.network_alike import Alike, Next, alike_to, alike_words, free_words, next_to_ask
from dashboard.reports.network_scope import known
from dashboard.reports.network_way_in import way_in, way_in_words
from dashboard.reports.state import PageState

MEASURES = ("panel.way_in", "panel.alike", "panel.next")


def beside(access: Access, state: PageState, employer_id: str) -> list[Component]:
    """Three parts of the panel of an employer in the selection."""
    scope, alike = known(access, state), alike_to(access, state, known(access, state), employer_id)
    way = way_in_words(way_in(access, state, scope, employer_id))
    return [
        html.Div([html.H3(_("The way in")), html.P(rich(way), className="b-s")]),
        html.Div([html.H3(_("Who resembles them")), _alike(alike, state)]),
        html.Div(
            [
                html.H3(_("Could be asked next")),
                *_next(next_to_ask(access, state, scope, employer_id), alike, state),
            ]
        ),
    ]


def _alike(found: tuple[Alike, ...], state: PageState) -> Component:
    if not found:
        return html.P(
            _("Nobody: no other employer near by offers the same, or occupation or place is not known."),
            className="b-s b-muted",
        )
    return html.Ul(
        [
            html.Li([_open(one, state), " ", html.Span(alike_words(one), className="b-muted")])
            for one in found
        ],
        className="n-facts",
    )


def _next(found: Next | None, above: tuple[Alike, ...], state: PageState) -> list[Component]:
    if found is None:
        return [
            html.P(
                _("None of those that resemble them is unused with a free place."), className="b-s b-muted"
            )
        ]
    # What stands in the list above has said why it is alike.
    why = [] if found.alike in above else [html.P(alike_words(found.alike), className="b-s b-muted")]
    return [
        html.P([_open(found.alike, state), " ", free_words(found.alike)], className="b-s"),
        *why,
        html.P(rich(way_in_words(found.way)), className="b-s"),
    ]


def _open(one: Alike, state: PageState) -> Component:
    return link(one.name, state.href(PATH, employer=one.employer_id))
