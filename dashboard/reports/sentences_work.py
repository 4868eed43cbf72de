"""What the report says about ratings beside their targets, and about the time that follow-ups take."""

from collections.abc import Iterator

from dashboard.analysis.load_minutes import WeekAhead
from dashboard.analysis.ratings import Rated
from dashboard.analysis.targets import Judgement
from dashboard.i18n import HARD_SPACE, _, language, ngettext, number, percent
from dashboard.reports.json_values import share
from dashboard.reports.report_follow_ups import iso_week
from dashboard.reports.telling import share_told
from dashboard.reports.whole_report import WholeReport

MINUTES_AN_HOUR = 60
WHOLE_HOURS_FROM = 10


def ratings(report: WholeReport) -> Iterator[str]:
    """Whether clients and employers were pleased with the trials, as far as the answers can tell."""
    found = report.supplement.ratings
    yield from client_ratings(found.client)
    yield from employer_ratings(found.employer)


def client_ratings(rated: Rated) -> Iterator[str]:
    """What clients thought of their trials, and whether the target is reached."""
    yield from _rated(
        rated,
        _("Clients rated the trial 4 or 5 in {share}; they answered in {answered} of {trials} trials."),
        _("No client has answered, of {trials} trials that ended."),
    )


def employer_ratings(rated: Rated) -> Iterator[str]:
    """What employers thought of the trials, and whether the target is reached."""
    yield from _rated(
        rated,
        _("Employers rated it 4 or 5 in {share}; they answered in {answered} of {trials} trials."),
        _("No employer has answered, of {trials} trials that ended."),
    )


def load(report: WholeReport) -> Iterator[str]:
    """How long what waits and what is to come will take, beside the time that there is."""
    found = report.supplement.forecast
    yield _("The follow-ups that wait take about {hours}.").format(hours=hours_told(found.waiting))
    if not found.total:
        yield _("Nothing is planned or expected in the next {n} weeks.").format(n=len(found.weeks))
        return
    if not found.available:
        yield _("Planned or expected in the next {n} weeks: {hours}. No coach has time for it.").format(
            n=len(found.weeks), hours=hours_told(found.total)
        )
        return
    yield _("Planned or expected in the next {n} weeks: {hours}, of {available} there is ({part}).").format(
        n=len(found.weeks),
        hours=hours_told(found.total),
        available=hours_told(found.available),
        part=percent(found.total / found.available),
    )
    if found.fullest is not None:
        yield from _fullest(found.fullest)


def hours_told(minutes: float) -> str:
    """So many hours; a decimal where they are few."""
    hours = minutes / MINUTES_AN_HOUR
    text = number(hours, 0 if hours >= WHOLE_HOURS_FROM or hours == int(hours) else 1)
    return ngettext("{n} hour", "{n} hours", hours).format(n=text)


def target_told(target: float) -> str:
    """A target as per cent; a decimal when it has one."""
    per_cent = round(target * 100, 1)
    if per_cent == int(per_cent):
        return percent(target)
    return number(per_cent, 1) + (HARD_SPACE + "%" if language() == "sv" else "%")


def _fullest(week: WeekAhead) -> Iterator[str]:
    yield _("The fullest week is {week}: {hours}, of {available} there is.").format(
        week=iso_week(week.monday), hours=hours_told(week.total), available=hours_told(week.available)
    )
    if week.over:
        yield ngettext(
            "{n} coach has more to do that week than time for it.",
            "{n} coaches have more to do that week than time for it.",
            week.over,
        ).format(n=number(week.over))


def _rated(rated: Rated, some: str, none: str) -> Iterator[str]:
    answered = rated.answered
    if not answered.n:
        yield none.format(trials=number(answered.of))
    else:
        yield some.format(
            share=share_told(share(rated.judgement.share)),
            answered=number(answered.n),
            trials=number(answered.of),
        )
    yield _judged(rated.judgement)


def _judged(judged: Judgement) -> str:
    target = target_told(judged.target)
    if judged.state == "reached":
        return _("The target, {target}, is reached.").format(target=target)
    if judged.state == "missed":
        return _("The target, {target}, is missed.").format(target=target)
    if judged.to_reach is None:
        return _("Whether the target, {target}, is reached cannot be told.").format(target=target)
    return ngettext(
        "Whether the target, {target}, is reached cannot be told: it takes at least {n} more answer, "
        "a 4 or 5, to show that it is.",
        "Whether the target, {target}, is reached cannot be told: it takes at least {n} more answers, "
        "all of them 4 or 5, to show that it is.",
        judged.to_reach,
    ).format(target=target, n=number(judged.to_reach))
