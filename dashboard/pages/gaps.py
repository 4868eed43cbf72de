"""The page of gaps: each with its number, a picture where there is one, its list, and what to do about it."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.links import button_link
from dashboard.components.list_card import list_card
from dashboard.components.marks import Node
from dashboard.components.questions import Question, question_tiles
from dashboard.components.states import state_empty
from dashboard.components.still import still
from dashboard.i18n import _
from dashboard.pages.gaps_card import gap_card
from dashboard.pages.gaps_list import PATH, list_table
from dashboard.pages.gaps_map import reach_card
from dashboard.reports.access import Access
from dashboard.reports.gap_answers import GapAnswer, gap_answers
from dashboard.reports.gap_findings import tile, title
from dashboard.reports.network_scope import known
from dashboard.reports.state import GAPS, PageState


def layout(access: Access, state: PageState) -> Node:
    """The page as the address asks for it; what to do first when there is nothing in the data at all."""
    access = access.pinned()
    scope = known(access, state)
    if scope.employers.empty and not scope.filtered and not state.units and state.programme is None:
        return _no_employers(state)
    return html.Div(
        [
            still(ids.Gaps.TILES, tiles(access, state)),
            html.Div(
                [
                    still(ids.Gaps.PLACE, gap_card(access, state)),
                    reach_card(access, state),
                    _list(access, state),
                ],
                className="l-lay",
            ),
        ]
    )


def tiles(access: Access, state: PageState) -> list[Component]:
    """All gaps with their numbers: those of the network, and apart from them those of the records."""
    answers = gap_answers(access, state)
    real, data = answers[: len(GAPS)], answers[len(GAPS) :]
    return [
        html.Div(_row(state, real, _("Gaps in the network")), className="l-tiles"),
        html.Div(_row(state, data, _("Gaps in the records")), className="l-tiles l-tiles--data"),
    ]


def _row(state: PageState, answers: tuple[GapAnswer, ...], heading: str) -> list[Component]:
    questions = [
        Question(
            answer.gap,
            title(answer.gap),
            *tile(answer),
            state.href(PATH, gap=answer.gap, occupation=None, text="", sort=None, page=1),
        )
        for answer in answers
    ]
    return [
        html.P(heading, className="l-tiles__h", **{"aria-hidden": "true"}),
        question_tiles(questions, state.gap or GAPS[0], heading),
    ]


def _list(access: Access, state: PageState) -> Component:
    return list_card(ids.Gaps, _("The list"), state.text, list_table(access, state), class_name="l-list")


def _no_employers(state: PageState) -> Component:
    empty = state_empty(
        _("No employers yet"),
        _(
            "A gap is what clients wish for and the network cannot give, so it takes employers to find one. "
            "Load a workbook with **brygga import FILE**, or look around in an invented unit with "
            "**brygga demo**."
        ),
        [] if state.day is None else [button_link(_("Show today"), state.href(PATH, day=None))],
        icon_name="n-luckor",
    )
    return html.Section(empty, className="b-card")
