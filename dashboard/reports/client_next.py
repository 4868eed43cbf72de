"""What is next for one client, from what is on record: the most urgent first, each with why."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.vocabulary import TRIAL_KINDS
from dashboard.i18n import _, day, ngettext, number
from dashboard.reports.client_rows import Check, Tried

SOON = 14
"""Days before the end of a trial within which there should be a plan."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """Something to do.

    Attributes:
        urgency: "critical", "attention" or "neutral".
        text: what, and why.
    """

    urgency: str
    text: str


@dataclass(frozen=True, slots=True)
class Situation:
    """What the next steps follow from.

    Attributes:
        on: the day.
        active: whether the client is enrolled and not closed.
        has_step: whether any step has been written down.
        has_wish: whether any occupation is wished for.
        tried: the placements.
        checks: the follow-ups.
    """

    on: dt.date
    active: bool
    has_step: bool
    has_wish: bool
    tried: Sequence[Tried]
    checks: Sequence[Check]


def next_steps(now: Situation) -> tuple[NextStep, ...]:
    """What to do: overdue and due follow-ups, a trial about to end, what is missing, what is planned."""
    running = [one for one in now.tried if one.ended_on is None]
    steps = [*_waiting(now.checks), *(_ending(now.on, one) for one in running if _ends_soon(now.on, one))]
    if now.active and not now.has_wish:
        steps.append(NextStep("attention", _("Write down which occupations the client wishes for.")))
    if now.active and not now.has_step:
        steps.append(NextStep("attention", _("Write down which of the five steps the client is in.")))
    if now.active and not running:
        steps.append(NextStep("neutral", _("Nothing is running. The match shows whom you can ask.")))
    ahead = sorted(one.planned_on for one in now.checks if one.state == "planned")
    if ahead:
        steps.append(NextStep("neutral", _("The next follow-up is {day}.").format(day=day(ahead[0]))))
    elif running and now.active:
        steps.append(NextStep("attention", _("Plan a follow-up: none lies ahead.")))
    return tuple(steps)


def _waiting(checks: Sequence[Check]) -> list[NextStep]:
    overdue = sorted(one.planned_on for one in checks if one.state == "overdue")
    due = [one for one in checks if one.state == "due"]
    steps = []
    if overdue:
        text = ngettext(
            "Do the follow-up that was planned for {day}.",
            "Do the {n} follow-ups that are late, the first planned for {day}.",
            len(overdue),
        )
        steps.append(NextStep("critical", text.format(n=number(len(overdue)), day=day(overdue[0]))))
    if due:
        steps.append(NextStep("attention", _("There is a follow-up to do today.")))
    return steps


def _ends_soon(on: dt.date, one: Tried) -> bool:
    ends = one.planned_end_on
    return one.kind in TRIAL_KINDS and ends is not None and ends - on <= dt.timedelta(days=SOON)


def _ending(on: dt.date, one: Tried) -> NextStep:
    ends = one.planned_end_on or on
    where = one.employer or ""
    if ends < on:
        text = _("The trial at {employer} should have ended {day}: write how it went, or extend it.")
        return NextStep("critical", text.format(employer=where, day=day(ends)))
    text = _("The trial at {employer} ends {day}: agree on what comes after.")
    return NextStep("attention", text.format(employer=where, day=day(ends)))
