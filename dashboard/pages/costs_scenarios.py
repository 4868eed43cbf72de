"""The card of the scenarios: the unit's own assumptions beside saved sets of them, and their forms."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import graph_card
from dashboard.components.definitions import how_counted, rows_list
from dashboard.components.form_parts import control, field, write_form, wrong_line
from dashboard.components.marks import Node, hidden_text, icon
from dashboard.components.still import element
from dashboard.components.tables import Column, Row, data_table
from dashboard.components.writing_forms import moment
from dashboard.domain.assumption_catalogue import ASSUMED
from dashboard.domain.assumptions import Assumptions
from dashboard.i18n import _
from dashboard.pages.costs_pictures import axis_of, bar, rows
from dashboard.reports.access import Access
from dashboard.reports.cost_scenarios import Compared, compared, differing, scenarios_told, turn_of, value_of
from dashboard.reports.cost_words import how_typed, told_value, typed_value
from dashboard.reports.rounding import kronor
from dashboard.reports.scenario_writing import LONGEST_NAME, ScenarioDoing
from dashboard.reports.state import PageState
from dashboard.reports.telling import missing

MEASURES = ("costs.net", "costs.turn")


def scenarios_card(access: Access, state: PageState) -> Component:
    """All of them with what each comes to; and the form that saves another."""
    sets = compared(access, state)
    nets = [one.net for one in sets if one.net is not None]
    axis = axis_of(nets)
    drawn = [(one.name, bar(axis, one.net), kronor(one.net)) for one in sets if one.net is not None]
    several = len(sets) > 1
    return graph_card(
        ids.Costs.SCENARIOS,
        _("Scenarios side by side"),
        scenarios_told(sets),
        figure=rows(*drawn) if several and drawn else None,
        caption=_("The net for society in the period, in two figures.") if several and drawn else None,
        below=_forms(sets),
        table=_table(sets) if several else None,
        how=how_counted(*MEASURES, definitions=access.definitions, state=state),
        rows=rows_list(state, *MEASURES),
        class_name="c-card" if several else "c-card b-noprint",
    )


def _table(sets: tuple[Compared, ...]) -> Component:
    """One column a set; the results first, then what they differ in."""
    keys = [f"s{place}" for place in range(len(sets))]
    columns = [
        Column("name", _("Figure")),
        *(Column(key, one.name, number=True) for key, one in zip(keys, sets, strict=True)),
    ]
    lines: list[tuple[str, list[str]]] = [
        (_("Benefit"), [_amount(one, "benefit") for one in sets]),
        (_("Cost"), [_amount(one, "cost") for one in sets]),
        (_("Net"), [_amount(one, "net") for one in sets]),
        (_("Net over years"), [_over_years(one) for one in sets]),
        (_("Turns at the part owed to the support"), [turn_of(one) for one in sets]),
        *((_(ASSUMED[name].meaning), [_assumed(one, name) for one in sets]) for name in differing(sets)),
    ]
    told = [Row({"name": name, **dict(zip(keys, cells, strict=True))}) for name, cells in lines]
    return data_table(f"{ids.Costs.SCENARIOS}-tabell", _("Scenarios side by side"), columns, told)


def _amount(one: Compared, what: str) -> str:
    balance = one.costs.society.balance
    return missing() if balance is None else kronor(getattr(balance, what))


def _over_years(one: Compared) -> str:
    years = one.costs.years["society"]
    return missing() if years is None else kronor(years.net)


def _assumed(one: Compared, name: str) -> str:
    value = value_of(one.costs.assumptions, name)
    return "–" if value is None else told_value(ASSUMED[name], value)


def _forms(sets: tuple[Compared, ...]) -> Component:
    own, *saved = sets
    items = [html.Li(_saved(one, own.costs.assumptions), className="w-row") for one in saved]
    listed = [html.Ul(items, className="c-scenarios")] if items else []
    return html.Div([*listed, _save_form(own.costs.assumptions)], className="b-noprint")


def _saved(one: Compared, own: Assumptions) -> list[Node]:
    scenario = one.scenario
    if scenario is None:
        return []
    said = html.P([html.B(scenario.name), f" · {moment(scenario.at)}, {scenario.by}"])
    buttons = [
        _button(
            ScenarioDoing.USE, scenario.number, own.version, [icon("check"), _("Make it the unit's own")], one
        ),
        _button(ScenarioDoing.REMOVE, scenario.number, "", [icon("x"), _("Remove")], one),
    ]
    return [said, html.Div(buttons, className="w-ways")]


def _button(doing: ScenarioDoing, number: int, seen: str, shown: list[Node], one: Compared) -> Any:
    form_id = f"skriv-{doing.value.replace('_', '-')}-{number}"
    button = element("button", *shown, hidden_text(one.name), type="submit", class_="b-btn b-btn--quiet")
    return write_form(form_id, doing, str(number), [button, wrong_line(form_id)], seen=seen)


def _save_form(own: Assumptions) -> Any:
    form_id = "skriv-scenario"
    name = element(
        "input",
        type="text",
        autocomplete="off",
        maxlength=LONGEST_NAME,
        **control(form_id, "name", "b-input", needed=True),
    )
    values = [_value(form_id, own, key) for key in ASSUMED]
    inside = [
        field(form_id, "name", [_("Name of the scenario")], name),
        element(
            "p",
            _("The values are those of now: change those that the scenario is about."),
            class_="b-s b-muted",
        ),
        element("div", *values, class_="w-fields"),
        wrong_line(form_id),
        element("button", _("Save the scenario"), type="submit", class_="b-btn b-btn--primary"),
    ]
    form = write_form(form_id, ScenarioDoing.SAVE, "", inside, seen="")
    summary = element("summary", icon("right"), _("Save a scenario"), class_="b-btn")
    return element("details", summary, form, class_="w-open", id=f"{form_id}-oppna")


def _value(form_id: str, own: Assumptions, key: str) -> Any:
    assumed, estimate = ASSUMED[key], own.of(key)
    typed = "" if estimate is None else typed_value(assumed, estimate.value)
    box = element(
        "input",
        type="text",
        value=typed,
        autocomplete="off",
        inputmode="decimal",
        **control(form_id, key, "b-input"),
    )
    label = [_(assumed.meaning), element("span", f" ({how_typed(assumed)})", class_="c-hint")]
    return field(form_id, key, label, box)
