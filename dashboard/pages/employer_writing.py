"""What can be written on an employer's page: contacts, quiet periods, follow-ups of one's own clients."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.cards import card, finding
from dashboard.components.marks import Node, hidden_text
from dashboard.components.still import element
from dashboard.components.writing_forms import (
    contact_form,
    follow_up_form,
    plan_form,
    quiet_form,
    quiet_notice,
    written_lately,
)
from dashboard.domain.period import today
from dashboard.i18n import _, day, ngettext, number
from dashboard.reports.access import Access
from dashboard.reports.quiet import quiet_period
from dashboard.reports.state import PageState
from dashboard.reports.writable import (
    WritableFollowUp,
    WritablePlacement,
    running_placements,
    waiting_follow_ups,
)
from dashboard.reports.written import written_by_me
from dashboard.words import word


def writing_card(access: Access, state: PageState, employer_id: str) -> Component:
    """The card; a past day is looked at, and not written in."""
    title = _("Write here")
    if state.day is not None:
        said = _("You are looking at a past day. Writing is done as of today.")
        return card("e-skriv", title, html.P(said, className="b-muted"))
    return card("e-skriv", title, writing_parts(access, employer_id, today()))


def writing_parts(access: Access, employer_id: str, on: dt.date) -> list[Any]:
    """What stands on the card on a day: the forms, and what the person has just written."""
    quiet = quiet_period(access, employer_id, on)
    placements = running_placements(access, employer_id, on)
    follow_ups = waiting_follow_ups(access, placements)
    ways = element(
        "div", contact_form(access, employer_id, on), *quiet_form(employer_id, quiet, on), class_="w-ways"
    )
    return [
        finding(_sentence(follow_ups, on)),
        *([quiet_notice(quiet, on)] if quiet else []),
        ways,
        *_placements(placements, follow_ups, on),
        *written_lately(written_by_me(access, dt.datetime.now(dt.UTC))),
    ]


def _sentence(follow_ups: Sequence[WritableFollowUp], on: dt.date) -> str:
    late = sum(one.planned_on < on for one in follow_ups)
    if late:
        text = ngettext("**{n} follow-up here is overdue.**", "**{n} follow-ups here are overdue.**", late)
        return text.format(n=number(late))
    if follow_ups:
        return _("**Next follow-up here: {day}.**").format(day=day(follow_ups[0].planned_on))
    return _("**No follow-up of yours waits here.**")


def _placements(
    placements: Sequence[WritablePlacement], follow_ups: Sequence[WritableFollowUp], on: dt.date
) -> list[Node]:
    if not placements:
        return []
    lines = [_placement(one, follow_ups, on) for one in placements]
    return [html.H3(_("Running placements")), element("ul", *lines, class_="w-list")]


def _placement(placement: WritablePlacement, follow_ups: Sequence[WritableFollowUp], on: dt.date) -> Any:
    since = _("since {day}").format(day=day(placement.started_on))
    what = [html.B(placement.client_id), word("placement_kind", placement.kind), since]
    own = [one for one in follow_ups if one.placement_id == placement.placement_id]
    near = sum(one.planned_on <= on for one in own) + 1
    return element(
        "li",
        html.P([html.Span(part) for part in what], className="w-list__what"),
        *(_follow_up(one, on) for one in own[:near]),
        *_later(own[near:], placement, on),
        element("div", plan_form(placement, on), class_="w-ways"),
    )


def _later(follow_ups: Sequence[WritableFollowUp], placement: WritablePlacement, on: dt.date) -> list[Any]:
    """Those after the next one, which seldom are written in yet, behind a word."""
    if not follow_ups:
        return []
    text = ngettext("{n} later", "{n} later", len(follow_ups)).format(n=number(len(follow_ups)))
    summary = element("summary", text, hidden_text(placement.client_id), class_="w-later")
    return [element("details", summary, *(_follow_up(one, on) for one in follow_ups), class_="w-rest")]


def _follow_up(follow_up: WritableFollowUp, on: dt.date) -> Any:
    late = follow_up.planned_on < on
    text = _("Follow-up planned {day}, overdue") if late else _("Follow-up planned {day}")
    said = [text.format(day=day(follow_up.planned_on))]
    said += [word("party", follow_up.party)] if follow_up.party else []
    return element("div", html.P(", ".join(said)), follow_up_form(follow_up, on), class_="w-row")
