"""The card of an absence: who is away, from when and for how long, and what it would mean for the others."""

import datetime as dt

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.analysis.away import HeirWeek
from dashboard.components.cards import rich, tools
from dashboard.components.definitions import how_counted, rows_list
from dashboard.components.fields import select, text_input
from dashboard.components.marks import Node, avatar, status
from dashboard.components.states import state_empty
from dashboard.components.tables import Column, Row, data_table
from dashboard.i18n import _, day, day_short, number, sort_key
from dashboard.pages.client_words import client_link
from dashboard.pages.follow_placements import employer_link
from dashboard.reports.access import Access
from dashboard.reports.follow_away import AwayAnswer, MovedRow, away_answer, who_is_away
from dashboard.reports.follow_findings import away_finding, hidden_sentence, week_name
from dashboard.reports.follow_ground import FollowGround
from dashboard.reports.state import LONGEST_ABSENCE, PageState
from dashboard.words import word

MEASURES = ("absence.moved", "absence.over", "load.minutes", "load.available")
SHOWN = 6


def away_controls(page: FollowGround) -> list[Component]:
    """Who, from when, and for how many weeks; kept in the address."""
    works = page.ground.scope.works
    coaches = sorted(
        (
            (str(key), page.coach_names[str(key)])
            for key, at_work in zip(page.coach_ids, works, strict=True)
            if at_work
        ),
        key=lambda coach: sort_key(coach[1]),
    )
    state = page.page
    weeks = [(str(count), number(count)) for count in range(1, LONGEST_ABSENCE + 1)]
    return [
        select(ids.FollowUps.AWAY_WHO, _("Who is away"), coaches, who_is_away(page), "borta"),
        text_input(
            ids.FollowUps.AWAY_FROM,
            _("From"),
            first_day(state).isoformat(),
            kind="date",
            query_key="borta_fran",
        ),
        select(ids.FollowUps.AWAY_WEEKS, _("Weeks"), weeks, str(state.weeks), "veckor"),
    ]


def first_day(state: PageState) -> dt.date:
    """The first day away that is tried out: not before the day itself."""
    return max(state.away_from or state.on, state.on)


def away_card(access: Access, page: FollowGround) -> list[Component]:
    """What the card says for what the address asks."""
    found, state = away_answer(page), page.page
    if found is None:
        return [
            state_empty(
                _("Nobody works on this day"),
                _("It takes a coach who works on the day to try out an absence."),
                level=3,
                icon_name="person",
            )
        ]
    how = how_counted(*MEASURES, definitions=access.definitions, state=state)
    parts: list[Component] = [html.P(rich(away_finding(found)), className="b-finding")]
    if found.heirs:
        parts.append(
            html.Figure(
                [_weeks(found), html.Figcaption(_caption(found), className="b-caption")], className="b-figure"
            )
        )
    if found.rows:
        parts.append(_moved(found, state, "rader", SHOWN))
    if found.hidden:
        parts.append(html.P(hidden_sentence(found.hidden), className="b-note"))
    whole = _moved(found, state, "alla", len(found.rows)) if found.rows else None
    return [*parts, *tools(whole, how=how, rows=rows_list(state, *MEASURES[:2]))]


def _caption(found: AwayAnswer) -> str:
    return _(
        "Minutes a week of those who would take something over: their own and what they would take over, of "
        "the time there is. What waits today is counted in the first week, as if {name} did none of it "
        "before {day}."
    ).format(name=found.name, day=day(found.first))


def _weeks(found: AwayAnswer) -> Component:
    weeks = sorted({week.monday for _name, own in found.heirs for week in own})
    columns = [
        Column("name", _("Coach")),
        *(Column(str(monday), week_name(monday).capitalize(), number=True) for monday in weeks),
    ]
    rows = [
        Row({"name": name, **{str(week.monday): _week(week) for week in own}}) for name, own in found.heirs
    ]
    return data_table(
        f"{ids.FollowUps.AWAY}-veckor", _("The weeks of those who would take over"), columns, rows
    )


def _week(week: HeirWeek) -> Node:
    said = _("{own} + {taken} of {time}").format(
        own=number(round(week.own)), taken=number(round(week.taken)), time=number(round(week.available))
    )
    if not week.goes_over:
        return html.Span(said, className="b-nowrap")
    text = _("too much before, too") if week.was_over else _("too much")
    return html.Span(
        [html.Span(said, className="b-nowrap"), " ", status("attention", text)], className="f-over"
    )


def _moved(found: AwayAnswer, state: PageState, name: str, most: int) -> Component:
    columns = [
        Column("on", _("Day")),
        Column("what", _("What")),
        Column("client", _("Client")),
        Column("employer", _("Employer")),
        Column("heir", _("Could take over")),
        Column("reason", _("Because of")),
        Column("minutes", _("Minutes"), number=True),
    ]
    caption = _("{shown} of {n} follow-ups shown.").format(
        shown=number(min(most, len(found.rows))), n=number(len(found.rows))
    )
    return data_table(
        f"{ids.FollowUps.AWAY}-{name}",
        caption,
        columns,
        [_moved_row(row, state) for row in found.rows[:most]],
    )


def _moved_row(row: MovedRow, state: PageState) -> Row:
    return Row(
        {
            "on": html.Span(day_short(row.on), className="b-nowrap"),
            "what": word("work_to_do", row.what),
            "client": html.Span(client_link(row.client, state), className="b-nowrap"),
            "employer": employer_link(row.employer_id, row.employer, state),
            "heir": avatar(row.heir) if row.heir else html.Span(_("nobody"), className="b-muted"),
            "reason": word("heir_reason", "tie" if row.by_tie else "caseload") if row.heir else None,
            "minutes": number(round(row.minutes)),
        }
    )
