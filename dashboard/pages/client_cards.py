"""The cards of one client."""

import datetime as dt

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import card, disclosure, finding, tools
from dashboard.components.definitions import how_counted
from dashboard.components.links import link
from dashboard.components.marks import Node, hidden_text, icon, mark_outcome, status
from dashboard.components.tables import Column, Row, data_table
from dashboard.domain.vocabulary import STEPS
from dashboard.i18n import _, day, day_short, ngettext, number
from dashboard.pages.client_words import client_link
from dashboard.pages.employer_words import employer_path
from dashboard.reports.access import Access
from dashboard.reports.client import ClientProfile
from dashboard.reports.client_next import NextStep
from dashboard.reports.client_rows import Check, Party, Stay, Tried
from dashboard.reports.state import PageState
from dashboard.words import word

LATEST = 12
"""Follow-ups that are shown at once."""
_ICONS = {"critical": "critical", "attention": "attention", "neutral": "right"}


def next_card(profile: ClientProfile) -> Component:
    """What to do, the most urgent first."""
    steps = [_next(step) for step in profile.next_steps]
    nothing = html.P([icon("good"), html.Span(_("Nothing is waiting."))], className="e-next")
    return card(ids.Client.NEXT, _("What is next"), html.Ul(steps, className="k-next") if steps else nothing)


def _next(step: NextStep) -> Component:
    urgent = [hidden_text(_("Urgent") + ": ")] if step.urgency == "critical" else []
    return html.Li([icon(_ICONS[step.urgency]), html.Span([*urgent, step.text])])


def steps_card(profile: ClientProfile, access: Access, state: PageState) -> Component:
    """The five steps with the days in each, and every stay as a table."""
    how = how_counted("client.step_days", definitions=access.definitions, state=state)
    if not profile.stays:
        return card(ids.Client.STEPS, _("The five steps"), [html.P(_("No step has been written down."))])
    track = html.Ol([_step(profile, step) for step in STEPS], className="k-steps")
    return card(
        ids.Client.STEPS,
        _("The five steps"),
        [finding(_step_sentence(profile)), track, *tools(_stays_table(profile.stays), how=how)],
    )


def _step_sentence(profile: ClientProfile) -> str:
    stay = profile.stays[-1]
    returns = sum(one.back for one in profile.stays)
    text = ngettext(
        "**In step {step}, {name}, for {n} day.**", "**In step {step}, {name}, for {n} days.**", stay.days
    )
    if stay.left_on is not None:
        text = ngettext(
            "**Ended in step {step}, {name}, after {n} day there.**",
            "**Ended in step {step}, {name}, after {n} days there.**",
            stay.days,
        )
    said = text.format(step=stay.step, name=word("step", stay.step), n=number(stay.days))
    if not returns:
        return said
    back = ngettext("Has gone back a step {n} time.", "Has gone back a step {n} times.", returns)
    return f"{said} {back.format(n=number(returns))}"


def _step(profile: ClientProfile, step: int) -> Component:
    stays = [one for one in profile.stays if one.step == step]
    now = profile.stays[-1].step == step and profile.stays[-1].left_on is None
    days = sum(one.days for one in stays)
    text = ngettext("{n} day", "{n} days", days).format(n=number(days)) if stays else _("not entered")
    extra = {"aria-current": "step"} if now else {}
    return html.Li(
        [
            html.Span(str(step), className="k-steps__n", **{"aria-hidden": "true"}),
            html.Span(word("step", step), className="k-steps__t"),
            html.Span(text, className="b-s b-muted"),
        ],
        className="k-steps__on" if now else "k-steps__been" if stays else None,
        **extra,
    )


def _stays_table(stays: tuple[Stay, ...]) -> Component:
    rows = [
        Row(
            {
                "step": f"{stay.step}. {word('step', stay.step)}",
                "from": _day(stay.entered_on),
                "to": _day(stay.left_on) or _("now"),
                "days": number(stay.days),
                "back": _("went back") if stay.back else None,
            }
        )
        for stay in stays
    ]
    columns = [
        Column("step", _("Step")),
        Column("from", _("Entered")),
        Column("to", _("Left")),
        Column("days", _("Days"), number=True),
        Column("back", _("Direction")),
    ]
    return data_table(f"{ids.Client.STEPS}-tabell", _("Every stay in a step, the first first"), columns, rows)


def tried_card(profile: ClientProfile, state: PageState) -> Component:
    """Placements with what came of them."""
    if not profile.tried:
        return card(ids.Client.TRIED, _("Placements"), [html.P(_("No placement yet."))])
    columns = [
        Column("kind", _("Kind")),
        Column("employer", _("Employer")),
        Column("occupation", _("Occupation")),
        Column("from", _("Began")),
        Column("to", _("Ended")),
        Column("outcome", _("Outcome")),
    ]
    running = sum(one.ended_on is None for one in profile.tried)
    said = ngettext(
        "**{n} placement**, {k} running now.", "**{n} placements**, {k} running now.", len(profile.tried)
    )
    table = data_table(
        f"{ids.Client.TRIED}-tabell",
        _("Placements, the latest first"),
        columns,
        [_tried(one, state) for one in profile.tried],
        hide_caption=True,
    )
    return card(
        ids.Client.TRIED,
        _("Placements"),
        [finding(said.format(n=number(len(profile.tried)), k=number(running))), table],
    )


def _tried(one: Tried, state: PageState) -> Row:
    place: Node = one.employer
    if one.employer_id and one.employer:
        place = link(one.employer, state.href(employer_path(one.employer_id)))
    planned = _("planned {day}").format(day=day_short(one.planned_end_on)) if one.planned_end_on else None
    return Row(
        {
            "kind": word("placement_kind", one.kind),
            "employer": place,
            "occupation": one.occupation,
            "from": _day(one.started_on),
            "to": _day(one.ended_on) or planned,
            "outcome": mark_outcome(one.outcome) if one.outcome else None,
        }
    )


def checks_card(profile: ClientProfile) -> Component:
    """Follow-ups, those done and those that wait."""
    if not profile.checks:
        return card(ids.Client.CHECKS, _("Follow-ups"), [html.P(_("No follow-up yet."))])
    waiting = sum(one.state in {"due", "overdue"} for one in profile.checks)
    done = sum(one.state == "done" for one in profile.checks)
    said = ngettext("**{n} done**, {k} waits.", "**{n} done**, {k} wait.", waiting)
    columns = [
        Column("planned", _("Planned")),
        Column("state", _("Status")),
        Column("employer", _("Employer")),
        Column("party", _("With")),
        Column("mode", _("How")),
        Column("assessment", _("Assessment")),
    ]
    latest, before = profile.checks[:LATEST], profile.checks[LATEST:]
    table = data_table(
        f"{ids.Client.CHECKS}-tabell",
        _("Follow-ups, the latest planned first"),
        columns,
        [_check(one) for one in latest],
        hide_caption=True,
    )
    rest = data_table(
        f"{ids.Client.CHECKS}-tidigare", _("Earlier follow-ups"), columns, [_check(one) for one in before]
    )
    more = (
        [html.Div(disclosure(_("Earlier follow-ups"), "clock", rest), className="b-tools")] if before else []
    )
    return card(
        ids.Client.CHECKS,
        _("Follow-ups"),
        [finding(said.format(n=number(done), k=number(waiting))), table, *more],
    )


def _check(one: Check) -> Row:
    text = word("check_state", one.state)
    if one.done_on and one.done_on != one.planned_on:
        text = _("done {day}").format(day=day_short(one.done_on))
    kinds = {"done": "good", "overdue": "critical", "due": "attention"}
    shown: Node = text
    if one.state in kinds:
        shown = status(kinds[one.state], text)  # type: ignore[arg-type]  # the kinds above
    return Row(
        {
            "planned": _day(one.planned_on),
            "state": shown,
            "employer": one.employer,
            "party": word("party", one.party) if one.party else None,
            "mode": word("mode", one.mode) if one.mode else None,
            "assessment": word("assessment", one.assessment) if one.assessment else None,
        }
    )


def about_card(profile: ClientProfile, state: PageState) -> Component:
    """Wishes and needs in words, where from, and earlier enrolments."""
    wishes: Node = [html.P(f"{title} ({code})") for code, title in profile.wishes]
    needs = ", ".join(word("support_need", need) for need in profile.needs)
    facts: list[tuple[str, Node]] = [
        (_("Wishes for"), wishes or _missing()),
        (_("Needs"), needs or _missing()),
        (_("Distances from"), _("the postal code") if profile.has_home else _missing()),
    ]
    facts += [(_("Referred by"), word("referrer", profile.referrer))] if profile.referrer else []
    facts += [(_("Area"), profile.district)] if profile.district else []
    facts += [(_("Applied"), day(profile.applied_on))] if profile.applied_on else []
    facts += [(_("Enrolled"), day(profile.enrolled_on))] if profile.enrolled_on else []
    if profile.closed_on:
        why = [", ", word("closing_reason", profile.closing_reason)] if profile.closing_reason else []
        facts.append((_("Closed"), [day(profile.closed_on), *why]))
    if profile.returns:
        facts.append((_("Has been here before"), _earlier(profile, state)))
    rows = [html.Div([html.Dt(term), html.Dd(value)]) for term, value in facts]
    return card(ids.Client.ABOUT, _("Wishes and needs"), html.Dl(rows, className="e-facts"))


def _earlier(profile: ClientProfile, state: PageState) -> Node:
    if not profile.earlier:
        return _("yes, with another coach")
    links: list[Node] = []
    for key in profile.earlier:
        links += [", ", client_link(key, state)] if links else [client_link(key, state)]
    return links


def _missing() -> Component:
    return html.Span(_("not written down"), className="b-muted")


def parties_card(profile: ClientProfile) -> Component:
    """Who else is involved."""
    if not profile.parties:
        return card(ids.Client.PARTIES, _("Who else is involved"), [html.P(_("Nobody else is on record."))])
    now = [one for one in profile.parties if one.now]
    coordinated = any(one.role == "coordinator" for one in now)
    warn = len(now) > 1 and not coordinated
    warning = [html.P(status("attention", _("Several parties and no coordinator")))] if warn else []
    columns = [Column("party", _("Party")), Column("role", _("Role")), Column("time", _("Time"))]
    table = data_table(
        f"{ids.Client.PARTIES}-tabell",
        _("Parties, those of today first"),
        columns,
        [_party(one) for one in profile.parties],
        hide_caption=True,
    )
    return card(ids.Client.PARTIES, _("Who else is involved"), [*warning, table])


def _party(one: Party) -> Row:
    text = _("since {day}") if one.now else _("{day} – {end}")
    end = day_short(one.to_on) if one.to_on else ""
    return Row(
        {
            "party": word("referrer", one.party),
            "role": word("cooperation_role", one.role) if one.role else None,
            "time": text.format(day=day_short(one.from_on), end=end),
        }
    )


def _day(value: dt.date | None) -> Node:
    return html.Span(day_short(value), className="b-nowrap") if value else None
