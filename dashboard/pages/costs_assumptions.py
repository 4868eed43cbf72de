"""What the unit assumes: every value with its range, day, source and form; and the history."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.assumption_forms import back_form, reset_form, set_form
from dashboard.components.cards import card, graph_card
from dashboard.components.definitions import how_counted
from dashboard.components.marks import StatusKind, status
from dashboard.components.still import element
from dashboard.components.writing_forms import moment
from dashboard.domain.assumption_catalogue import ASSUMED, Estimate
from dashboard.domain.assumptions import Assumptions, source_told
from dashboard.i18n import _, number
from dashboard.pages.costs_cards import POST
from dashboard.pages.costs_table import sheet_table
from dashboard.reports.access import Access
from dashboard.reports.cost_page import AssumptionChange
from dashboard.reports.cost_words import told_value, unit_of
from dashboard.reports.costs import Costs
from dashboard.reports.report_costs import assumed as assumed_sheet
from dashboard.reports.state import PageState
from dashboard.words import word

MOST_CHANGES = 30
"""Changes that the page shows; `brygga assumptions history` lists them all."""
_KINDS: dict[str, StatusKind] = {"set": "good", "example": "attention", "empty": "neutral"}


def assumptions_card(access: Access, state: PageState, found: Costs, today: dt.date) -> Component:
    """All of them, in the order in which they are filled in."""
    assumptions = found.assumptions
    states = [assumptions.state(name) for name in ASSUMED]
    said = _("{set} set by the unit, {example} only examples, {empty} empty.").format(
        set=number(states.count("set")),
        example=number(states.count("example")),
        empty=number(states.count("empty")),
    )
    sheet = assumed_sheet(found)
    # The names are those of the command line; people read what each is.
    told = replace(sheet, header=sheet.header[1:], rows=[row[1:] for row in sheet.rows])
    items = [_item(assumptions, name, today) for name in ASSUMED]
    return graph_card(
        ids.Costs.LIST,
        _("Assumptions"),
        said,
        html.Ul(items, className="c-list"),
        caption=_("Version of the assumptions: {version}.").format(version=assumptions.version),
        table=sheet_table(f"{ids.Costs.LIST}-tabell", told),
        how=how_counted("costs.net", "costs.years", definitions=access.definitions, state=state),
        class_name="c-card",
    )


def _item(assumptions: Assumptions, name: str, today: dt.date) -> Any:
    asked, estimate, state = ASSUMED[name], assumptions.of(name), assumptions.state(name)
    head = [
        html.Div([html.B(_(asked.meaning)), status(_KINDS[state], word("assumption_state", state))]),
        html.Div(_numbers(name, estimate), className="c-value"),
    ]
    source = []
    if estimate is not None:
        told = f"{estimate.dated.isoformat()}, {source_told(estimate)}"
        source = [html.P(told, className="c-source")]
    reset = [reset_form(assumptions, name)] if state == "set" else []
    ways = html.Div([set_form(assumptions, name, today), *reset], className="w-ways b-noprint")
    return element("li", html.Div(head, className="c-head"), *source, ways, id=f"{POST}{name}", tabindex="-1")


def _numbers(name: str, estimate: Estimate | None) -> str:
    if estimate is None:
        return "–"
    asked = ASSUMED[name]
    value, low, high = (told_value(asked, one) for one in (estimate.value, estimate.low, estimate.high))
    told = f"{value} {unit_of(asked)}".strip()
    limits = _("{low} to {high}").format(low=low, high=high).replace("-", "−")
    return told if low == high else f"{told} ({limits})"


def history_card(changes: Sequence[AssumptionChange], assumptions: Assumptions) -> Component:
    """Every change, the newest first, each with the way back to it."""
    if not changes:
        inside: Any = html.P(_("No assumption has been set."))
    else:
        inside = html.Ol(
            [html.Li(_change(change, assumptions)) for change in changes[:MOST_CHANGES]],
            className="c-changes",
        )
    return card(
        ids.Costs.HISTORY,
        _("What has been changed"),
        inside,
        class_name="c-card c-history b-noprint",
        measures=("costs.net", "costs.years"),
    )


def _change(change: AssumptionChange, assumptions: Assumptions) -> list[Component]:
    head = _("{moment}, {who}").format(moment=moment(change.at), who=change.by)
    lines = [
        html.Li(_line(change, name, estimate, assumptions), className="w-row")
        for name, estimate in change.values.items()
        if name in ASSUMED
    ]
    return [html.P(head, className="b-muted b-s"), html.Ul(lines)]


def _line(
    change: AssumptionChange, name: str, estimate: Estimate | None, assumptions: Assumptions
) -> list[Any]:
    told = _("no longer set") if estimate is None else _numbers(name, estimate)
    source = "" if estimate is None else f" · {source_told(estimate)}"
    said = html.P([f"{_(ASSUMED[name].meaning)}: ", html.B(told), source])
    return (
        [said]
        if assumptions.own.get(name) == estimate
        else [
            said,
            back_form(assumptions, change.number, name),
        ]
    )
