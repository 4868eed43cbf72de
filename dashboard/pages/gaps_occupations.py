"""Demand and supply of each occupation side by side, read from what is wished for or from what is offered."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.links import link
from dashboard.components.marks import Node, StatusKind, hidden_text, status
from dashboard.components.tables import Column, Row, data_table
from dashboard.i18n import N_, _, ngettext, number
from dashboard.pages.gaps_heat import heat_map
from dashboard.pages.gaps_list import PATH
from dashboard.pages.gaps_pictures import Picture, bar
from dashboard.reports.gap_ground import GapGround
from dashboard.reports.gap_occupations import by_need, picked, unwished
from dashboard.reports.gap_words import occupation
from dashboard.reports.state import PageState

_STATES: dict[str, tuple[StatusKind, str]] = {
    "missing": ("critical", N_("missing")),
    "thin": ("attention", N_("thin")),
    "covered": ("good", N_("covered")),
}
NAMED = 8
"""Groups that nobody wishes for, named one by one."""


def occupation_picture(ground: GapGround, state: PageState) -> Picture | None:
    """A row for each group with demand: demand to the left, supply to the right; None without demand."""
    gaps = by_need(ground.gaps)
    offered = _unwished(ground, state)
    if not gaps:
        return Picture(html.Div(offered), None, []) if offered else None
    chosen = picked(ground.gaps, state)
    most = max(*(gap.demand for gap in gaps), *(gap.supply for gap in gaps))
    rows = [
        html.Li(
            [
                _name(gap.ssyk, state, gap.ssyk == chosen),
                html.Span(
                    [
                        number(gap.demand, 1),
                        hidden_text(" " + _("wished for")),
                        bar(gap.demand / most, "demand"),
                    ],
                    className="l-side l-side--left",
                ),
                html.Span(
                    [
                        bar(gap.supply / most, "supply"),
                        number(gap.supply, 1),
                        hidden_text(" " + _("on offer")),
                    ],
                    className="l-side",
                ),
                html.Span(status(_STATES[gap.state][0], _(_STATES[gap.state][1])), className="l-state"),
            ],
            className="l-occ__row" + (" l-occ__row--on" if gap.ssyk == chosen else ""),
        )
        for gap in gaps
    ]
    head = html.Div(
        [html.Span(_("Occupation")), html.Span(_("Wished for")), html.Span(_("On offer")), html.Span()],
        className="l-occ__row l-occ__head",
        **{"aria-hidden": "true"},
    )
    figure = html.Div(
        [heat_map(ground, state), head, html.Ol(rows, className="l-occ"), *offered], className="l-pic"
    )
    return Picture(figure, _table(ground), [_("Choose an occupation to see who offers it and who could.")])


def _name(ssyk: str, state: PageState, chosen: bool) -> Component:
    return link(
        occupation(ssyk),
        state.href(PATH, occupation=None if chosen else ssyk, text="", sort=None, page=1),
        "l-occ__name",
        current=chosen,
        link_id=f"{ids.Gaps.CARD}-yrke-{ssyk}",
    )


def _unwished(ground: GapGround, state: PageState) -> list[Node]:
    """The other direction: what could be offered and nobody wishes for."""
    found = unwished(ground.gaps)
    if not found:
        return []
    chosen = picked(ground.gaps, state)
    links = [
        link(
            [f"{occupation(one.ssyk)} ", html.B(number(one.employers))],
            state.href(PATH, occupation=None if one.ssyk == chosen else one.ssyk, text="", sort=None, page=1),
            "b-chip b-chip--on" if one.ssyk == chosen else "b-chip",
            current=one.ssyk == chosen,
            link_id=f"{ids.Gaps.CARD}-yrke-{one.ssyk}",
        )
        for one in found[:NAMED]
    ]
    more = len(found) - NAMED
    rest = [
        html.Span(
            ngettext("and {n} more", "and {n} more", more).format(n=number(more)), className="b-muted b-s"
        )
    ]
    return [
        html.Div(
            [
                html.H3(_("Offered with a free place, and wished for by nobody now")),
                html.Div([*links, *(rest if more > 0 else [])], className="b-chips"),
            ],
            className="l-unwished",
        )
    ]


def _table(ground: GapGround) -> Component:
    columns = [
        Column("name", _("Occupation")),
        Column("code", _("SSYK")),
        Column("demand", _("Wished for"), number=True),
        Column("supply", _("On offer"), number=True),
        Column("state", _("How it stands")),
    ]
    rows = [
        Row(
            {
                "name": occupation(gap.ssyk),
                "code": gap.ssyk,
                "demand": number(gap.demand, 1),
                "supply": number(gap.supply, 1),
                "state": _(_STATES[gap.state][1]),
            }
        )
        for gap in by_need(ground.gaps)
    ]
    return data_table(f"{ids.Gaps.CARD}-tabell", _("Demand and supply by occupation"), columns, rows)
