"""The cards of the load: each coach's weeks as a table that is a picture, and the twelve weeks to come."""

import datetime as dt
from itertools import groupby

from babel.dates import format_date
from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.analysis.load_minutes import WeekAhead
from dashboard.components.cards import graph_card
from dashboard.components.definitions import how_counted, rows_href, rows_list
from dashboard.components.links import link
from dashboard.components.marks import Node, hidden_text, icon
from dashboard.components.tables import Column, Row, data_table
from dashboard.i18n import _, day, language, ngettext, number, percent
from dashboard.reports.access import Access
from dashboard.reports.follow_findings import forecast_finding, heat_finding, hours, week_name
from dashboard.reports.follow_ground import FollowGround
from dashboard.reports.follow_heat import Heat, HeatCell, HeatRow, heat, waiting_minutes, weeks_ahead
from dashboard.reports.report_follow_ups import iso_week
from dashboard.reports.state import PageState

PATH = "/uppfoljning"
HEAT_MEASURES = (
    *("follow_ups.load.done", "follow_ups.load.due", "follow_ups.load.planned", "follow_ups.load.expected"),
    *("follow_ups.due", "follow_ups.overdue", "load.minutes", "load.available"),
)
FORECAST_MEASURES = ("load.forecast", "load.available")
BEFORE = 4
"""Weeks behind that a narrow screen shows."""


def date_of(number_of_day: int) -> dt.date:
    """A day by its number since 1970."""
    return dt.date(1970, 1, 1) + dt.timedelta(days=number_of_day)


def heat_card(access: Access, page: FollowGround) -> Component:
    """A row a coach, a cell a week: the part of the time for follow-ups that is taken."""
    found, state = heat(page), page.page
    return graph_card(
        ids.FollowUps.HEAT,
        _("The load by coach and week"),
        heat_finding(found),
        figure=_figure(found, state) if found.rows else None,
        caption=[html.P(text) for text in _notes(access)] if found.rows else None,
        table=_twin(found, state) if found.rows else None,
        how=how_counted(*HEAT_MEASURES, definitions=access.definitions, state=state),
        rows=rows_list(state, *HEAT_MEASURES),
        class_name="f-heatcard",
    )


def _notes(access: Access) -> list[str]:
    full = number(access.definitions.hours_per_week)
    return [
        _(
            "Per cent of the time that the coach has for follow-ups, {hours} hours a week for a full-time "
            "coach. Behind: what was done, and what still waits from that week. Ahead: what is planned, and "
            "what the unit's standard asks for besides."
        ).format(hours=full),
        _("Choose a cell to see its rows; with the arrow keys you go from cell to cell."),
    ]


def _figure(found: Heat, state: PageState) -> Component:
    caption = _("The part of the time for follow-ups that is taken, by coach and week.")
    table = html.Table(
        [
            html.Caption(caption, className="b-vh"),
            html.Thead([_months(found), _weeks(found)]),
            html.Tbody([_row(found, row, state) for row in found.rows]),
        ],
        className="f-heat",
        **{"data-heat": "ja"},
    )
    region = html.Div(
        table,
        className="b-scroll",
        tabIndex=0,
        role="region",
        **{"aria-label": _("Table: {caption}").format(caption=caption)},
    )
    return html.Div([_legend(), region])


def _legend() -> Component:
    keys = [
        (html.Span(className="f-key f-l1", **{"aria-hidden": "true"}), _("up to half of the time")),
        (html.Span(className="f-key f-l2", **{"aria-hidden": "true"}), _("from half")),
        (html.Span(className="f-key f-l3", **{"aria-hidden": "true"}), _("from 80%")),
        (html.Span("›", className="f-key f-l4", **{"aria-hidden": "true"}), _("more than there is time for")),
        (html.Span("!", className="f-key f-late", **{"aria-hidden": "true"}), _("something is late")),
    ]
    return html.Div(
        [html.Span([mark, text], className="b-mark") for mark, text in keys], className="b-legend"
    )


def _old(found: Heat, monday: int) -> str:
    return " f-old" if monday < found.now - BEFORE * 7 else ""


def _months(found: Heat) -> Component:
    groups = groupby(
        found.mondays, key=lambda monday: (date_of(monday).replace(day=1), bool(_old(found, monday)))
    )
    cells: list[Component] = [html.Td(colSpan=2)]
    named: list[dt.date] = []
    for (month, old), mondays in groups:
        name = format_date(month, "MMM y" if month.month == 1 else "MMM", locale=_locale())
        # A wide screen shows the weeks that a narrow one leaves out: their month has its name already.
        kind = "f-old" if old else "f-again" if month in named else None
        cells.append(html.Th(html.Span(name), colSpan=len(list(mondays)), scope="colgroup", className=kind))
        named.append(month)
    return html.Tr(cells, className="f-months")


def _locale() -> str:
    return "sv_SE" if language() == "sv" else "en_GB"


def _weeks(found: Heat) -> Component:
    cells = []
    for monday in found.mondays:
        week = iso_week(monday).partition("-W")[2]
        said = _("Week {week}, from {day}").format(week=int(week), day=day(date_of(monday)))
        now = [hidden_text(" " + _("(this week)"))] if monday == found.now else []
        cells.append(
            html.Th(
                [html.Span(str(int(week)), **{"aria-hidden": "true"}), hidden_text(said), *now],
                scope="col",
                className=("f-week" + _old(found, monday) + (" f-now" if monday == found.now else "")),
            )
        )
    head = [html.Th(_("Coach"), scope="col"), html.Th(_("Waits"), scope="col", className="b-num")]
    return html.Tr([*head, *cells])


def _row(found: Heat, row: HeatRow, state: PageState) -> Component:
    here = state.replace(coach=row.coach_id)
    waits = rows_href("follow_ups.by_coach.due", here)
    said: list[Node] = [number(row.due)]
    if row.overdue:
        late = ngettext("{n} late", "{n} late", row.overdue).format(n=number(row.overdue))
        said.append(html.Span([icon("attention"), html.Span(late)], className="f-waits__late"))
    to_list = state.href(PATH, coach=None if state.coach == row.coach_id else row.coach_id, page=1)
    name = link(
        row.name, to_list, current=state.coach == row.coach_id, link_id=f"{ids.FollowUps.HEAT}-{row.coach_id}"
    )
    return html.Tr(
        [
            html.Th(name, scope="row"),
            html.Td(
                link(said, waits, "f-waits") if row.due else html.Span("0", className="b-muted"),
                className="b-num",
            ),
            *(_cell(found, row, cell, here) for cell in row.cells),
        ]
    )


def _cell(found: Heat, row: HeatRow, cell: HeatCell, here: PageState) -> Component:
    where = ("f-now" if cell.monday == found.now else "") + _old(found, cell.monday)
    if not cell.minutes and not (cell.done or cell.due or cell.planned or cell.expected):
        return html.Td(
            [html.Span("·", **{"aria-hidden": "true"}), hidden_text(_("nothing"))],
            className=f"f-none {where}".strip(),
        )
    said = cell_sentence(row, cell)
    shown: list[Node] = [_part(cell)]
    if cell.overdue:
        shown.append(html.Span("!", className="f-cell__late"))
    week = iso_week(cell.monday)
    return html.Td(
        link(
            shown,
            rows_href(f"follow_ups.load.{cell.figure}", here.replace(week=week)),
            f"f-cell f-l{cell.level}",
            label=said,
            link_id=f"{ids.FollowUps.HEAT}-{row.coach_id}-{week}",
        ),
        className=where.strip() or None,
    )


def _part(cell: HeatCell) -> str:
    if cell.part is None:
        return "›"
    shown = number(max(1, round(100 * cell.part)) if cell.minutes else 0)
    return f"›{shown}" if cell.is_over else shown


def cell_sentence(row: HeatRow, cell: HeatCell) -> str:
    """A cell in words, for whoever does not see the picture."""
    counts = [
        (cell.done, ngettext("{n} done", "{n} done", cell.done)),
        (cell.due, ngettext("{n} waits", "{n} wait", cell.due)),
        (cell.overdue, ngettext("{n} of them late", "{n} of them late", cell.overdue)),
        (cell.planned, ngettext("{n} planned", "{n} planned", cell.planned)),
        (cell.expected, ngettext("{n} expected", "{n} expected", cell.expected)),
    ]
    told = ", ".join(text.format(n=number(count)) for count, text in counts if count)
    part = _("no time for follow-ups") if cell.part is None else percent(cell.part)
    return _("{name}, {week}: {part}. {counts}; {minutes} of {time}.").format(
        name=row.name,
        week=week_name(cell.monday),
        part=part,
        counts=told,
        minutes=hours(cell.minutes),
        time=hours(cell.available),
    )


def _twin(found: Heat, state: PageState) -> Component:
    columns = [
        Column("coach", _("Coach")),
        Column("week", _("Week")),
        Column("done", _("Done"), number=True),
        Column("due", _("Waits"), number=True),
        Column("overdue", _("Late"), number=True),
        Column("planned", _("Planned"), number=True),
        Column("expected", _("Expected"), number=True),
        Column("minutes", _("Minutes"), number=True),
        Column("available", _("Time there is, minutes"), number=True),
    ]
    rows = [
        _twin_row(row, cell, state)
        for row in found.rows
        for cell in row.cells
        if cell.done or cell.due or cell.planned or cell.expected
    ]
    return data_table(f"{ids.FollowUps.HEAT}-tabell", _("The load by coach and week"), columns, rows)


def _twin_row(row: HeatRow, cell: HeatCell, state: PageState) -> Row:
    here = state.replace(coach=row.coach_id, week=iso_week(cell.monday))

    def linked(figure: str, count: int) -> Node:
        return link(number(count), rows_href(f"follow_ups.load.{figure}", here)) if count else number(0)

    return Row(
        {
            "coach": row.name,
            "week": iso_week(cell.monday),
            **{name: linked(name, getattr(cell, name)) for name in ("done", "due", "planned", "expected")},
            "overdue": number(cell.overdue),
            "minutes": number(round(cell.minutes)),
            "available": number(round(cell.available)),
        }
    )


def forecast_card(access: Access, page: FollowGround) -> Component:
    """The twelve weeks to come: planned and expected, beside the time there is."""
    weeks, state = weeks_ahead(page), page.page
    whose = _("The time is that of all coaches together.") if state.coach is None else _("One coach's weeks.")
    return graph_card(
        ids.FollowUps.FORECAST,
        _("The 12 weeks to come"),
        forecast_finding(weeks, waiting_minutes(page)),
        figure=_bars(weeks),
        caption=_("Hours of follow-ups a week. The line is the time there is. {whose}").format(whose=whose),
        table=_week_table(weeks),
        how=how_counted(*FORECAST_MEASURES, definitions=access.definitions, state=state),
        rows=rows_list(state, *FORECAST_MEASURES),
        class_name="f-forecast",
    )


def _bars(weeks: tuple[WeekAhead, ...]) -> Component:
    most = max([*(week.total for week in weeks), *(week.available for week in weeks), 1.0])
    columns = [
        html.Div(
            [
                html.B(
                    number(week.total / 60, 0 if week.total >= 600 else 1) if week.total else "",
                    className="f-bar__n",
                ),
                html.Span(
                    [
                        html.I(
                            className="f-bar__planned", style={"height": f"{100 * week.planned / most:.2f}%"}
                        ),
                        html.I(
                            className="f-bar__expected",
                            style={"height": f"{100 * week.expected / most:.2f}%"},
                        ),
                        html.I(
                            className="f-bar__time", style={"bottom": f"{100 * week.available / most:.2f}%"}
                        ),
                    ],
                    className="f-bar__room",
                ),
                html.Span(str(int(iso_week(week.monday).partition("-W")[2])), className="f-bar__w"),
            ],
            className="f-bar" + (" f-bar--over" if week.total > week.available else ""),
        )
        for week in weeks
    ]
    key = html.Div(
        [
            html.Span([html.Span(className=f"f-key {kind}"), text], className="b-mark")
            for kind, text in (
                ("f-bar__planned", _("planned")),
                ("f-bar__expected", _("expected by the standard")),
                ("f-key--line", _("the time there is")),
            )
        ],
        className="b-legend",
    )
    return html.Div([key, html.Div(columns, className="f-bars")], **{"aria-hidden": "true"})


def _week_table(weeks: tuple[WeekAhead, ...]) -> Component:
    columns = [
        Column("week", _("Week")),
        Column("planned", _("Planned, minutes"), number=True),
        Column("expected", _("Expected, minutes"), number=True),
        Column("total", _("In all, minutes"), number=True),
        Column("available", _("Time there is, minutes"), number=True),
        Column("part", _("Part of the time"), number=True),
        Column("over", _("Coaches with more to do than time"), number=True),
    ]
    rows = [
        Row(
            {
                "week": iso_week(week.monday),
                **{
                    name: number(round(value))
                    for name, value in (
                        ("planned", week.planned),
                        ("expected", week.expected),
                        ("total", week.total),
                        ("available", week.available),
                    )
                },
                "part": percent(week.total / week.available) if week.available else None,
                "over": number(week.over),
            }
        )
        for week in weeks
    ]
    return data_table(
        f"{ids.FollowUps.FORECAST}-tabell", _("The 12 weeks to come"), columns, rows, hide_caption=True
    )
