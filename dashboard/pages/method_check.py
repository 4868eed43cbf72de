"""The card of the method check: a row an item, with its value among the limits and what would change it."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.analysis.fidelity import AT_MOST, Item
from dashboard.analysis.fidelity_next import limits
from dashboard.components.cards import graph_card
from dashboard.components.definitions import how_counted, rows_list
from dashboard.components.tables import Column, Row, data_table
from dashboard.domain.definitions import Definitions
from dashboard.i18n import _, number
from dashboard.reports.method_findings import check_finding
from dashboard.reports.method_ground import MethodGround
from dashboard.reports.method_words import (
    SHARES,
    change_told,
    item_name,
    limit_told,
    score_told,
    source_told,
    value_told,
)
from dashboard.reports.state import PageState

ENDS = {"caseload": 50.0, "rapid_search": 360.0, "employer_contacts": 8.0}
"""Where the scale of an item ends; that of a share ends at 1."""


def check_card(ground: MethodGround, definitions: Definitions, state: PageState) -> Component:
    """The unit's own check of its method."""
    measures = [f"fidelity.{item.item}" for item in ground.items]
    pairs = list(zip(ground.items, ground.items_before, strict=True))
    notes = [
        _("Each bar is the value; the lines are the limits for 2, 3, 4 and 5 points, clearest for 5."),
        _("Our own computation after IPS-25: not the official score, which takes a visit by reviewers."),
        _(
            "Fidelity explains little of the outcome (r = .34 between sites; Bond, Peterson, Becker and "
            "Drake 2012). It is a check of how you work, not of what comes of it."
        ),
    ]
    return graph_card(
        ids.Method.CHECK,
        _("Method check"),
        check_finding(ground.items),
        figure=html.Ul([_row(*pair) for pair in pairs], className="m-rows"),
        caption=[html.P(note) for note in notes],
        table=_table(pairs),
        how=how_counted(*measures, "method.next", definitions=definitions, state=state),
        rows=rows_list(state, *measures),
        class_name="m-check",
    )


def _row(item: Item, before: Item) -> Component:
    return html.Li(
        [
            html.Div(
                [html.B(item_name(item.item)), html.Span(score_told(item), className="m-score")],
                className="m-row__name",
            ),
            _bullet(item),
            html.Div(
                [html.B(value_told(item)), " · ", html.Span(_beside(item, before), className="b-muted")],
                className="m-row__value",
            ),
            html.P(change_told(item), className="m-row__next"),
        ],
        className="m-row",
    )


def _beside(item: Item, before: Item) -> str:
    was = _("the period before: {value}").format(value=value_told(before))
    return source_told(item) if before.value is None else f"{source_told(item)} · {was}"


def _bullet(item: Item) -> Component:
    end = ENDS.get(item.item, 1.0)
    ticks = [
        html.Span(limit_told(item.item, limit), className="m-tick", style={"left": _place(limit, end)})
        for limit in limits(item.item)
    ]
    value = (
        []
        if item.value is None
        else [html.I(className="m-bar", style={"width": _place(min(item.value, end), end)})]
    )
    room = html.Span([*_bands(item.item, end), *value], className="m-bullet__room")
    return html.Div(
        [room, html.Span(ticks, className="m-ticks")], className="m-bullet", **{"aria-hidden": "true"}
    )


def _bands(item: str, end: float) -> list[Component]:
    """The stretches between the limits, by the points that they give, from the left."""
    edges = [0.0, *sorted(limits(item)), end]
    points = [5, 4, 3, 2, 1] if item in AT_MOST else [1, 2, 3, 4, 5]
    return [
        html.I(
            className=f"m-band m-band--{score}",
            style={"left": _place(low, end), "width": _place(high - low, end)},
        )
        for score, low, high in zip(points, edges, edges[1:], strict=False)
    ]


def _place(value: float, end: float) -> str:
    return f"{100 * value / end:.2f}%"


def _table(pairs: list[tuple[Item, Item]]) -> Component:
    columns = [
        Column("item", _("Item")),
        Column("value", _("Value"), number=True),
        Column("n", _("Number"), number=True),
        Column("score", _("Points, 1–5"), number=True),
        Column("value_before", _("Value before"), number=True),
        Column("score_before", _("Points before"), number=True),
        Column("limits", _("Limits for 5, 4, 3 and 2")),
        Column("change", _("What would change the points")),
    ]
    rows = [
        Row(
            {
                "item": item_name(item.item),
                "value": value_told(item),
                "n": number(item.n),
                "score": None if item.score is None else number(item.score),
                "value_before": value_told(before),
                "score_before": None if before.score is None else number(before.score),
                "limits": _limits(item.item),
                "change": change_told(item),
            }
        )
        for item, before in pairs
    ]
    return data_table(f"{ids.Method.CHECK}-tabell", _("The items of the method check"), columns, rows)


def _limits(item: str) -> str:
    told = " · ".join(limit_told(item, limit) for limit in limits(item))
    if item in AT_MOST:
        return _("at most {limits}").format(limits=told)
    return _("at least {limits}").format(limits=f"{told} %" if item in SHARES else told)
