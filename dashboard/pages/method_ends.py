"""The card of the two ends: employments spread over many employers, and relationships that are strong."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.analysis.intervals import Share
from dashboard.components.cards import graph_card
from dashboard.components.definitions import how_counted, rows_list
from dashboard.components.tables import Column, Row, data_table
from dashboard.domain.definitions import Definitions
from dashboard.i18n import _, number, percent
from dashboard.reports.method_findings import ends_finding
from dashboard.reports.method_ground import MethodGround
from dashboard.reports.method_words import item_name
from dashboard.reports.state import PageState
from dashboard.reports.telling import missing

MEASURES = ("fidelity.employer_diversity", "fidelity.job_diversity", "method.strong_share")


def ends_card(ground: MethodGround, strong: Share, definitions: Definitions, state: PageState) -> Component:
    """The diversity of employers and jobs, and the share of strong relationships, on one scale."""
    ends = _ends(ground, strong)
    note = _(
        "They pull apart: who spreads the employments meets more employers, and who comes back to the same "
        "ones gets stronger relationships. Neither is right alone."
    )
    return graph_card(
        ids.Method.ENDS,
        _("Spread and strength"),
        ends_finding(ground.item("employer_diversity"), strong),
        figure=html.Ul([_row(*end) for end in ends], className="m-rows m-rows--tight"),
        caption=note,
        table=_table(ends),
        how=how_counted(*MEASURES, definitions=definitions, state=state),
        rows=rows_list(state, *MEASURES[:2], "employers.strength.strong"),
    )


def _ends(ground: MethodGround, strong: Share) -> list[tuple[str, float | None, int]]:
    spread = [ground.item(name) for name in ("employer_diversity", "job_diversity")]
    return [
        *((item_name(item.item), item.value, item.n) for item in spread),
        (_("Relationships that are strong"), strong.share, strong.of),
    ]


def _row(name: str, value: float | None, of: int) -> Component:
    bar = [] if value is None else [html.I(className="m-share", style={"width": f"{100 * value:.1f}%"})]
    said = missing() if value is None else _("{share} of {n}").format(share=percent(value), n=number(of))
    return html.Li(
        [
            html.Span(name),
            html.Span(bar, className="m-axis m-axis--bar", **{"aria-hidden": "true"}),
            html.Span(said, className="b-num"),
        ],
        className="m-group",
    )


def _table(ends: list[tuple[str, float | None, int]]) -> Component:
    columns = [
        Column("end", _("Figure")),
        Column("value", _("Share"), number=True),
        Column("of", _("Number"), number=True),
    ]
    rows = [
        Row({"end": name, "value": None if value is None else percent(value), "of": number(of)})
        for name, value, of in ends
    ]
    return data_table(f"{ids.Method.ENDS}-tabell", _("Spread and strength"), columns, rows)
