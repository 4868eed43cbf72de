"""The cards of cost and benefit: each with its sentence, its picture, and the report's own table."""

from collections.abc import Iterable, Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.analysis.cost_benefit import TRIED, Bar, Judged, additionality, assumed_values
from dashboard.analysis.cost_lines import ACTORS, SOCIETY, VIEWS
from dashboard.components.cards import graph_card
from dashboard.components.definitions import how_counted, rows_list
from dashboard.components.marks import Node, icon
from dashboard.i18n import _, number, percent
from dashboard.pages.costs_pictures import Axis, axis_of, bar, columns, ends_told, rows, swing
from dashboard.pages.costs_table import pairs_table, sheet_table
from dashboard.reports.access import Access
from dashboard.reports.cost_page import CostAnswer
from dashboard.reports.costs import Costs
from dashboard.reports.report_costs import additionalities, amounts, balances, what_matters
from dashboard.reports.rounding import kronor, part, two_figures
from dashboard.reports.sentences_costs import (
    actors_told,
    built_on_examples,
    matters_told,
    meanings,
    observed_told,
    society_told,
    turn_told,
    years_told,
)
from dashboard.reports.state import PageState
from dashboard.reports.workbook import Form, Shown
from dashboard.reports.workbook import Row as Cells
from dashboard.words import word

POST = "kostnad-post-"
"""Before the name of an assumption: the id of its place in the list."""
MONTHS_A_YEAR = 12


def result_card(access: Access, state: PageState, answer: CostAnswer) -> Component:
    """What it comes to for society, and when it turns; until that can be told, what is known and missing."""
    found, balance = answer.costs, answer.costs.society.balance
    said = [observed_told(found)]
    if balance is None:
        figure, caption, control = None, None, _to_fill_in(found.society)
    else:
        said = [society_told(balance), turn_told(found, balance), *said]
        ends = _ends(found.tornado)
        axis = axis_of([balance.benefit, -balance.cost, balance.net, *(ends or ())])
        figure = rows(
            (_("Benefit"), bar(axis, balance.benefit), kronor(balance.benefit)),
            (_("Cost"), bar(axis, -balance.cost), kronor(-balance.cost)),
            (html.B(_("Net")), bar(axis, balance.net, ends), [kronor(balance.net), *ends_told(ends)]),
        )
        caption = _(
            "The line by the net shows how far it moves when one assumption at a time is at its ends."
        )
        control = None
    sheet = balances(found)
    own, (_space, *observed) = sheet.rows[len(VIEWS) - 1], sheet.rows[len(VIEWS) :]
    pairs = [[name, value] for name, value in zip(sheet.header[1:], own[1:], strict=True)]
    return graph_card(
        ids.Costs.RESULT,
        word("actor", SOCIETY),
        _said(said),
        figure,
        caption=caption,
        control=html.Div([*([control] if control else []), *_examples(found)]),
        table=pairs_table(
            f"{ids.Costs.RESULT}-tabell",
            word("actor", SOCIETY),
            (_("Figure"), _("Value")),
            [*pairs, *[[*row] for row in observed]],
        ),
        how=_how(access, state, "costs.person_months", "costs.net", "costs.turn"),
        rows=rows_list(state, "costs.person_months", "costs.net", "costs.turn"),
        class_name="c-card",
    )


def additionality_card(access: Access, state: PageState, answer: CostAnswer) -> Component:
    """Society's net for several additionalities, since nobody can observe which is true."""
    found, tried = answer.costs, answer.costs.society.tried
    said, figure, caption = [_too_little()], None, None
    if tried is not None:
        axis = axis_of([*tried, *(end for ends in answer.ranges for end in ends)])
        figure = rows(
            *(
                (percent(share), bar(axis, net, ends), [kronor(net), *ends_told(ends)])
                for share, net, ends in zip(TRIED, tried, answer.ranges, strict=True)
            )
        )
        caption = _(
            "The lines show how far the net moves when one other assumption at a time is at its ends."
        )
        said = _assumed_share(found)
    return graph_card(
        ids.Costs.ADDITIONALITY,
        _("How much is owed to the support"),
        _said(said),
        figure,
        caption=caption,
        table=sheet_table(f"{ids.Costs.ADDITIONALITY}-tabell", additionalities(found)),
        how=_how(access, state, "costs.additionality"),
        rows=rows_list(state, "costs.additionality"),
        class_name="c-card",
    )


def _assumed_share(found: Costs) -> list[str]:
    said = [_("Nobody can observe how much of the work is owed to the support: here is the net for several.")]
    balance = found.society.balance
    if balance is None:
        return [*said, _too_little()]
    now = additionality(assumed_values(found.assumptions))
    said.append(_("Assumed is {now}.").format(now=part(now)))
    if balance.turn.additionality is not None:
        said.append(_("The net is 0 at {turn}.").format(turn=part(balance.turn.additionality)))
    return said


def actors_card(access: Access, state: PageState, answer: CostAnswer) -> Component:
    """The net of each actor, transfers included."""
    found = answer.costs
    nets = [(actor, known.net) for actor in ACTORS if (known := found.period[actor].balance) is not None]
    axis = axis_of(net for _actor, net in nets)
    figure = rows(*((word("actor", actor), bar(axis, net), kronor(net)) for actor, net in nets))
    sheet, lines = balances(found), amounts(found)
    below = html.Details(
        [
            html.Summary(_("The lines that each is the sum of")),
            sheet_table(f"{ids.Costs.ACTORS}-rader", lines),
        ],
        className="c-lines b-noprint",
    )
    return graph_card(
        ids.Costs.ACTORS,
        _("Who gains and who pays"),
        _said(actors_told(found)),
        figure if nets else None,
        caption=_("Transfers stand here alone: what one pays another gets, and for society they are nothing.")
        if nets
        else None,
        below=below if lines.rows else None,
        table=sheet_table(f"{ids.Costs.ACTORS}-tabell", sheet, sheet.rows[: len(VIEWS)]),
        how=_how(access, state, "costs.actors"),
        rows=rows_list(state, "costs.actors"),
        class_name="c-card",
    )


def years_card(access: Access, state: PageState, answer: CostAnswer) -> Component:
    """What the employments begun in the period give as long as they last, against the cost."""
    found = answer.costs
    years = found.years[SOCIETY]
    figure, caption = None, None
    pairs: list[Cells] = [[_("Net over years, kronor"), None]]
    if years is not None:
        figure = columns(answer.by_month, years.cost)
        caption = _("Each column is the benefit so far, discounted; the line is the cost of the period.")
        pairs = [
            [_("Net over years, kronor"), _rounded(years.net)],
            [_("Paid back in month"), Shown(years.paid_back, Form.COUNT)],
        ]
        for month, amount in _yearly(answer.by_month):
            name = _("Benefit by month {n}, kronor").format(n=number(month))
            pairs.append([name, _rounded(amount)])
    return graph_card(
        ids.Costs.YEARS,
        _("Over years"),
        _said(years_told(found)),
        figure,
        caption=caption,
        table=pairs_table(
            f"{ids.Costs.YEARS}-tabell", _("Society over years"), (_("Figure"), _("Value")), pairs
        ),
        how=_how(access, state, "costs.years"),
        rows=rows_list(state, "costs.years"),
        class_name="c-card",
    )


def _yearly(by_month: Sequence[float]) -> list[tuple[int, float]]:
    """The benefit at the end of each year, and of the last month."""
    last = len(by_month)
    return [
        (month, amount)
        for month, amount in enumerate(by_month, start=1)
        if month % MONTHS_A_YEAR == 0 or month == last
    ]


def tornado_card(access: Access, state: PageState, answer: CostAnswer) -> Component:
    """What each assumption does to society's net, the one that matters most first."""
    found, balance = answer.costs, answer.costs.society.balance
    moving = [one for one in found.tornado if one.swing]
    figure = None
    if balance is None:
        said = [_too_little()]
    elif moving:
        said = list(matters_told(found))
        axis = axis_of([balance.net, *(end for one in moving for end in (one.at_low, one.at_high))])
        figure = rows(*(_bar_row(one, axis, balance.net) for one in moving))
    else:
        said = [_("No assumption has a range, so nothing can be said of what matters most.")]
    return graph_card(
        ids.Costs.TORNADO,
        _("What matters most"),
        _said(said),
        figure,
        caption=_("Each bar is the net when that assumption goes from its low to its high; the mark is now.")
        if figure
        else None,
        table=sheet_table(f"{ids.Costs.TORNADO}-tabell", what_matters(found)),
        how=_how(access, state, "costs.tornado"),
        rows=rows_list(state, "costs.tornado"),
        class_name="c-card",
    )


def _bar_row(one: Bar, axis: Axis, now: float) -> tuple[Node, Component, Node]:
    ends = (min(one.at_low, one.at_high), max(one.at_low, one.at_high))
    told = _("{low} to {high}").format(low=kronor(ends[0]), high=kronor(ends[1]))
    return meanings([one.name]), swing(axis, *ends, now), told


def _too_little() -> str:
    return _("Too little to go on: first fill in what is missing.")


def _to_fill_in(judged: Judged) -> Component:
    """What has to be set before anything can be said, in order, each a way to its form."""
    missing = [
        html.Li(html.A(meanings([name]), href=f"#{POST}{name}", disable_n_clicks=True))
        for name in judged.missing
    ]
    intro = _(
        "What it costs and gives can be said when these are filled in, in this order. What does not "
        "concern the unit is set to 0."
    )
    return html.Div([html.P(intro), html.Ol(missing, className="c-todo")], className="c-missing")


def _examples(found: Costs) -> list[Component]:
    told = built_on_examples(found.examples(SOCIETY))
    return [html.P([icon("attention"), html.Span(told)], className="c-example")] if told else []


def _ends(bars: Iterable[Bar]) -> tuple[float, float] | None:
    ends = [end for one in bars for end in (one.at_low, one.at_high)]
    return (min(ends), max(ends)) if ends else None


def _said(sentences: Iterable[str]) -> Component:
    first, *others = [*sentences, ""]
    rest = [html.P(text) for text in others if text]
    return html.Div([html.P(first, className="b-finding"), *rest], className="c-told")


def _rounded(value: float) -> Shown:
    return Shown(two_figures(value), Form.COUNT)


def _how(access: Access, state: PageState, *keys: str) -> Component:
    return how_counted(*keys, definitions=access.definitions, state=state)
