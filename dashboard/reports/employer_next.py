"""What to do next about one employer, the most pressing first; each step follows from a fact on the page."""

from collections.abc import Iterator

from dashboard.data.in_place.quiet import Quiet
from dashboard.i18n import _, day, ngettext, number
from dashboard.reports.employer import EmployerProfile
from dashboard.reports.employer_record import EmployerRecord

MOST_STEPS = 3
HOSTED = 3
"""The rung from which a relation is too dear to hang on one coach."""


def next_steps(profile: EmployerProfile, record: EmployerRecord, quiet: Quiet | None) -> tuple[str, ...]:
    """At most three steps.

    Whoever is in a quiet period or tired of us is not asked for anything: then nothing that means getting in
    touch is suggested.
    """
    peace = [*_peace(profile, quiet)]
    touch = [] if peace else [*_in_touch(profile)]
    return (*peace, *_left_to_enter(record), *touch)[:MOST_STEPS]


def _peace(profile: EmployerProfile, quiet: Quiet | None) -> Iterator[str]:
    if quiet is not None and quiet.covers(profile.on):
        yield _("Leave them in peace until {day}: a quiet period is set.").format(day=day(quiet.to_on))
    elif profile.tiredness.over_capacity:
        yield _("Send nobody more: there are more people there than places.")
    elif profile.tiredness.fatigued:
        yield _("Wait with asking: they have heard from us often, and no placement has come of it.")


def _in_touch(profile: EmployerProfile) -> Iterator[str]:
    first, line = profile.ask_first, profile.line
    active = [coach for coach in profile.coaches if coach.active]
    if first is None:
        yield _("Decide who of you gets in touch: nobody who works here knows them.")
    elif not active:
        yield _("Let {name} get in touch again, who knew them last.").format(name=first.name)
    elif line.warmth in {"cooling", "dormant"} and profile.last_warm_on:
        text = _("Get in touch, {name} first: the last real contact was {day}.")
        yield text.format(name=first.name, day=day(profile.last_warm_on))
    if len(active) == 1 and line.rung >= HOSTED:
        yield _("Let a colleague come along: only {name} knows them.").format(name=active[0].name)
    if line.free and active:
        text = ngettext("Ask about the {n} free place.", "Ask about the {n} free places.", line.free)
        yield text.format(n=number(line.free))


def _left_to_enter(record: EmployerRecord) -> Iterator[str]:
    missing = record.trials_without_outcome
    if missing:
        yield ngettext(
            "Enter what came of {n} trial that has ended.",
            "Enter what came of {n} trials that have ended.",
            missing,
        ).format(n=number(missing))


def way_to_raise(part: str) -> str:
    """What raises one part of the strength."""
    return {
        "recency": _("A meeting, a call or a visit now raises it at once."),
        "frequency": _("Short contacts spread over the year raise it, a day a month is full marks."),
        "depth": _("The next step together raises it: a study visit, a trial, an employment."),
        "breadth": _("One more colleague who gets to know them raises it; three are full marks."),
        "reciprocity": _("Being easy to reach raises it: ask them to call you when they need somebody."),
        "outcome": _("Trials that lead on raise it: choose carefully and follow up early."),
    }[part]
