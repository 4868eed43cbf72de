"""Beside the list of today: the week against the time there is, and how it stands for each coach."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import card, finding, tools
from dashboard.components.definitions import how_counted, rows_list
from dashboard.components.links import button_link, link
from dashboard.components.marks import Node
from dashboard.components.tables import Column, Row, data_table
from dashboard.i18n import _, number
from dashboard.pages.follow_heat import PATH as FOLLOW_UPS
from dashboard.pages.today_list import PATH
from dashboard.reports.access import Access
from dashboard.reports.follow_findings import week_name
from dashboard.reports.follow_ground import FollowGround
from dashboard.reports.state import PageState
from dashboard.reports.today import CoachNeeds, Today
from dashboard.reports.today_week import Week, week_of
from dashboard.reports.today_words import week_finding

MEASURES = ("today.week.contacts", "today.week.visits", "today.week.meetings", "load.minutes")


def week_card(access: Access, page: FollowGround, state: PageState) -> Component:
    """The week that holds the day."""
    week, here = week_of(page), page.page.replace(need=None, page=1)
    title = _("My week") if access.viewer.coach_id == here.coach is not None else _("The week")
    return card(
        ids.Today.WEEK,
        f"{title}, {week_name(week.monday)}",
        [
            finding(week_finding(week)),
            _bar(week),
            html.Dl([_figure(*one) for one in _figures(week)], className="i-week"),
            html.P(button_link(_("Open Follow-up"), here.href(FOLLOW_UPS))),
            *tools(
                how=how_counted(*MEASURES, definitions=access.definitions, state=here),
                rows=rows_list(here, *MEASURES),
            ),
        ],
    )


def _bar(week: Week) -> Component:
    """The part of the time that is taken; full when there is more to do than time."""
    part = min(1.0, week.minutes / week.available) if week.available else float(week.minutes > 0)
    over = week.minutes > week.available
    return html.Div(
        html.I(style={"--v": f"{100 * part:.0f}"}),
        className="b-bar i-bar--over" if over else "b-bar",
        **{"aria-hidden": "true"},
    )


def _figures(week: Week) -> list[tuple[str, int]]:
    return [
        (_("Contacts"), week.contacts),
        (_("of them visits"), week.visits),
        (_("Follow-ups done"), week.done),
        (_("Follow-ups left"), week.left),
        (_("Three-party meetings left"), week.meetings),
    ]


def _figure(name: str, value: int) -> Component:
    return html.Div([html.Dt(name), html.Dd(number(value))])


def coaches_card(found: Today, state: PageState) -> Component:
    """How much needs each coach; a name opens the coach's own day."""
    columns = [
        Column("name", _("Coach")),
        Column("total", _("In all"), number=True),
        Column("overdue", _("Late"), number=True),
        Column("unseen", _("Not looked at"), number=True),
    ]
    rows = [_coach(row, state) for row in found.coaches]
    table = data_table(
        f"{ids.Today.COACHES}-tabell", _("What needs each coach"), columns, rows, hide_caption=True
    )
    note = _("A tired employer is counted for each coach who knows it.")
    return card(
        ids.Today.COACHES,
        _("Coach by coach"),
        [table, html.P(note, className="b-note")],
        measures=("today.order", "follow_ups.overdue", "follow_ups.unseen"),
    )


def _coach(row: CoachNeeds, state: PageState) -> Row:
    shown: dict[str, Node] = {
        kind: number(row.counts[kind]) if row.counts[kind] else None for kind in ("overdue", "unseen")
    }
    name: Node = row.name or _("No coach")
    if row.coach_id:
        name = link(row.name, state.href(PATH, coach=row.coach_id, need=None, page=1))
    return Row({"name": name, "total": number(row.total), **shown})
