"""The page of cost and benefit: what the support costs and gives, for whom, and what that rests on."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.marks import Node
from dashboard.components.still import still
from dashboard.domain.period import today
from dashboard.pages.costs_assumptions import assumptions_card, history_card
from dashboard.pages.costs_cards import (
    actors_card,
    additionality_card,
    result_card,
    tornado_card,
    years_card,
)
from dashboard.pages.costs_scenarios import scenarios_card
from dashboard.reports.access import Access
from dashboard.reports.cost_page import cost_answer, cost_history
from dashboard.reports.state import PageState

PATH = "/kostnad"


def layout(access: Access, state: PageState) -> Node:
    """The page as the address asks for it."""
    access = access.pinned()
    return html.Div(
        [
            still(ids.Costs.RESULTS, results(access, state), class_name="c-lay"),
            still(ids.Costs.ASSUMED, assumed(access, state), class_name="c-lay c-lay--assumed"),
        ],
        className="c-page",
    )


def results(access: Access, state: PageState) -> list[Component]:
    """The cards that are worked out from the data and the assumptions."""
    answer = cost_answer(access, state)
    cards = (result_card, additionality_card, actors_card, years_card, tornado_card)
    return [*(make(access, state, answer) for make in cards), scenarios_card(access, state)]


def assumed(access: Access, state: PageState) -> list[Component]:
    """The assumptions with their forms, and what has been changed."""
    found = cost_answer(access, state).costs
    return [
        assumptions_card(access, state, found, today()),
        history_card(cost_history(access), found.assumptions),
    ]
