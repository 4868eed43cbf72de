"""What has happened with an employer: how often we have been in touch, and every event."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.cards import card, graph_card
from dashboard.components.definitions import Counted
from dashboard.components.links import link
from dashboard.components.marks import Node, icon, mark_outcome
from dashboard.components.states import state_empty
from dashboard.components.tables import Column, Paging, Row, data_table, pager
from dashboard.i18n import _, day, ngettext, number
from dashboard.pages.client_words import client_link
from dashboard.pages.employer_words import employer_path
from dashboard.reports.employer import EmployerProfile
from dashboard.reports.employer_rhythm import Quarter, Rhythm
from dashboard.reports.employer_timeline import PAGE_SIZE, Event, Timeline
from dashboard.reports.state import EVENTS, PageState
from dashboard.words import word

TIMELINE = "e-tidslinje"
ICONS = {
    "phone": "phone",
    "email": "mail",
    "meeting": "meeting",
    "visit": "visit",
    "workplace_analysis": "search",
    "event": "calendar",
    "video": "video",
}


def rhythm_card(rhythm: Rhythm, counted: Counted) -> Component:
    """Interactions by quarter and coach, as bars and as a table."""
    if not rhythm.total:
        return card(
            "e-takt",
            _("How often we are in touch"),
            html.P(_("No contact in two years."), className="b-muted"),
        )
    busiest = rhythm.busiest
    text = ngettext(
        "**{n} contact** in two years, most in {quarter}: {most}.",
        "**{n} contacts** in two years, most in {quarter}: {most}.",
        rhythm.total,
    )
    return graph_card(
        "e-takt",
        _("How often we are in touch"),
        text.format(n=number(rhythm.total), quarter=_quarter(busiest), most=number(busiest.total)),
        _bars(rhythm),
        caption=_(
            "Contacts, placements begun and follow-ups with the employer. The last quarter is not over."
        ),
        table=_rhythm_table(rhythm),
        how=counted.how("employer.rhythm"),
        rows=counted.rows("employer.rhythm"),
    )


def _bars(rhythm: Rhythm) -> Component:
    most = rhythm.busiest.total
    names = html.Ul(
        [
            html.Li([html.Span(className=f"e-sw e-sw--{at}", **{"aria-hidden": "true"}), _name(name)])
            for at, name in enumerate(rhythm.series, start=1)
        ],
        className="b-legend",
    )
    columns = [_bar(quarter, most) for quarter in rhythm.quarters]
    return html.Div([names, html.Div(columns, className="e-bars", **{"aria-hidden": "true"})])


def _bar(quarter: Quarter, most: int) -> Component:
    parts = [
        html.I(className=f"e-sw--{at}", style={"height": f"{100 * count / most:.1f}%"})
        for at, count in enumerate(quarter.by_coach, start=1)
        if count
    ]
    return html.Div(
        [
            html.Span(number(quarter.total) if quarter.total else "", className="e-bars__n"),
            html.Span(parts, className="e-bars__c"),
            html.Span(
                [html.B(_("Q{n}").format(n=quarter.quarter)), f" {quarter.year}"], className="e-bars__l"
            ),
        ]
    )


def _rhythm_table(rhythm: Rhythm) -> Component:
    series = [Column(f"s{at}", _name(name), number=True) for at, name in enumerate(rhythm.series, start=1)]
    rows = [
        Row(
            {
                "quarter": " ".join([_quarter(quarter), *([_("(so far)")] if quarter.so_far else [])]),
                **{f"s{at}": number(count) for at, count in enumerate(quarter.by_coach, start=1)},
                "all": number(quarter.total),
            }
        )
        for quarter in reversed(rhythm.quarters)
    ]
    columns = [Column("quarter", _("Quarter")), *series, Column("all", _("All"), number=True)]
    return data_table("e-takt-tabell", _("Contacts by quarter and coach"), columns, rows)


def _name(name: str | None) -> str:
    return _("others") if name is None else name


def _quarter(quarter: Quarter) -> str:
    return _("quarter {n} of {year}").format(n=quarter.quarter, year=quarter.year)


def timeline_card(
    timeline: Timeline, profile: EmployerProfile, state: PageState, counted: Counted
) -> Component:
    """Everything that has happened, newest first, a page at a time."""
    path = employer_path(profile.line.employer_id)
    paging = Paging(timeline.page, PAGE_SIZE, timeline.matching, lambda page: state.href(path, page=page))
    events = html.Ol([_event(event, state) for event in timeline.events], className="e-events")
    nothing = state_empty(
        _("Nothing has happened yet"), _("Contacts and placements stand here when there are some."), level=3
    )
    return card(
        TIMELINE,
        _("What has happened"),
        [
            _narrow(timeline, state, path),
            events if timeline.events else nothing,
            pager(TIMELINE, paging),
            *counted.foot("employer.events"),
        ],
    )


def _narrow(timeline: Timeline, state: PageState, path: str) -> Component:
    """All, or one kind of event."""
    words = {"contact": _("Contacts"), "placement": _("Placements"), "follow_up": _("Follow-ups")}
    total = sum(timeline.counts.values())
    choices = [(None, _("All"), total), *((group, words[group], timeline.counts[group]) for group in EVENTS)]
    links = [
        link(
            f"{text} {number(count)}",
            state.href(path, event=group, page=1),
            "b-chip b-chip--on" if group == timeline.group else "b-chip",
            current=group == timeline.group,
            link_id=f"{TIMELINE}-{group or 'alla'}",
        )
        for group, text, count in choices
    ]
    return html.Nav(links, className="b-chips", **{"aria-label": _("Kinds of event")})


def _event(event: Event, state: PageState) -> Component:
    return html.Li(
        [
            html.Span(icon(_icon(event)), className=f"e-events__i e-events__i--{event.group}"),
            html.Div(
                [
                    html.P([html.B(_title(event)), *_result(event)]),
                    html.P(_beside(event, state), className="b-s b-muted"),
                ]
            ),
            html.Time(day(event.on), dateTime=event.on.isoformat(), className="b-s b-muted"),
        ]
    )


def _icon(event: Event) -> str:
    if event.group == "placement":
        return "person-o" if event.ends else "person"
    if event.group == "follow_up":
        return "check"
    return ICONS.get(event.kind, "info")


def _title(event: Event) -> str:
    if event.group == "placement":
        text = _("{kind} ended") if event.ends else _("{kind} began")
        return text.format(kind=word("placement_kind", event.kind))
    if event.group == "follow_up":
        said = [_("Follow-up")]
        if event.party:
            said.append(word("party", event.party))
        return " ".join(said)
    title = word("contact_kind", event.kind)
    if event.initiator == "employer":
        return _("{kind}, on the employer's initiative").format(kind=title)
    return title


def _result(event: Event) -> list[Node]:
    if event.ends and event.outcome:
        return [" ", mark_outcome(event.outcome)]
    if event.assessment:
        return [" ", html.Span(word("assessment", event.assessment), className="b-muted")]
    return []


def _beside(event: Event, state: PageState) -> list[Node]:
    """Who had to do with it and what it was about, with dots between."""
    parts = [part for part in (event.coach, _about(event, state), event.occupation) if part]
    return [piece for at, part in enumerate(parts) for piece in ([" · ", part] if at else [part])]


def _about(event: Event, state: PageState) -> Node:
    """Whom it was about: a link to those who may see the client, otherwise "a client"."""
    if not event.about_client:
        return None
    return client_link(event.client, state) if event.client else _("a client")
