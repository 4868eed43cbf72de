"""The controls of the question about change: which earlier day, and which of the four kinds."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.fields import text_input
from dashboard.components.links import link
from dashboard.i18n import _, number
from dashboard.pages.network_list import PATH
from dashboard.reports.access import Access
from dashboard.reports.network_answer import Answer
from dashboard.reports.network_answers import answer
from dashboard.reports.network_changed import compared_with, count_of, ready_days
from dashboard.reports.network_findings import change_choice
from dashboard.reports.network_scope import known
from dashboard.reports.state import CHANGES, PageState


def compare_controls(access: Access, state: PageState) -> Component:
    """The earlier day, as a date and as days at hand; and the kinds of change, each with its number."""
    day = text_input(
        ids.Network.COMPARE,
        _("Compare with"),
        compared_with(state).isoformat(),
        kind="date",
        query_key="jamfor",
        max=state.on.isoformat(),
    )
    return html.Div(
        [
            html.Div([day, _days(access, state)], className="n-compare__day"),
            _kinds(answer(access, state), state),
        ],
        className="n-compare b-noprint",
    )


def _days(access: Access, state: PageState) -> Component:
    words = {
        "quarter": _("Three months ago"),
        "year": _("A year ago"),
        "beginning": _("The unit's beginning"),
    }
    # The quarter is the default: it follows the day, the others stay where they are.
    links = [
        _choice(
            words[name],
            state.href(PATH, since=None if name == "quarter" else day, page=1),
            day == compared_with(state),
            f"{ids.Network.COMPARE}-{name}",
        )
        for name, day in ready_days(state, known(access, state)).items()
    ]
    return html.Nav(links, className="b-chips", **{"aria-label": _("Days at hand")})


def _kinds(asked: Answer, state: PageState) -> Component:
    links = [
        _choice(
            [f"{change_choice(kind)} ", html.B(number(count_of(asked, kind)))],
            state.href(PATH, change=None if kind == CHANGES[0] else kind, page=1),
            kind == asked.kind,
            f"{ids.Network.COMPARE}-{kind}",
        )
        for kind in CHANGES
    ]
    return html.Nav(links, className="b-chips", **{"aria-label": _("Kinds of change")})


def _choice(text: str | list[str | Component], href: str, chosen: bool, link_id: str) -> Component:
    class_name = "b-chip b-chip--on" if chosen else "b-chip"
    return link(text, href, class_name, current=chosen, link_id=link_id)
