"""The card of when trials break off, week by week since they began."""

from dashboard.analysis.competing import Incidence
from dashboard.analysis.interruption import WEEK, interruption_curve
from dashboard.analysis.trials import INTERRUPTIONS
from dashboard.domain.vocabulary import OUTCOMES
from dashboard.i18n import _, ngettext, number, percent
from dashboard.reports.outcome_curves import incidence_points, last_day
from dashboard.reports.outcome_ground import OutcomeGround
from dashboard.reports.outcome_parts import Column, OutcomeCard, Panel, TableRow
from dashboard.reports.outcome_titles import title_of
from dashboard.reports.outcome_words import uncertain
from dashboard.reports.telling import FEW
from dashboard.words import word

TOLD_AT = 12
"""Weeks after the start that the sentence is about."""
EACH_UP_TO, THEN_EACH = 26, 4
"""The table has every week of the first half-year, and after that every fourth."""


def interruption_card(ground: OutcomeGround) -> OutcomeCard:
    """The share of all trials that have broken off by the end of each week, for any reason and for each."""
    trials = ground.basis.trials & ground.wanted
    every = interruption_curve(ground.basis, trials, any_reason=True)
    curve = interruption_curve(ground.basis, trials)
    reasons = [word("outcome", OUTCOMES[code]) for code in INTERRUPTIONS]
    drawn = every.shares[0].max(initial=0.0) > 0
    weeks = _weeks(last_day(every) // WEEK + 1 if drawn else 0)
    return OutcomeCard(
        key="interruption",
        title=title_of("interruption"),
        finding=_broke_off(every),
        panels=(
            Panel(_("For any reason"), curve=incidence_points(every, 1) if drawn else (), weeks=True),
            *(
                Panel(reason, curve=incidence_points(curve, place + 1) if drawn else (), weeks=True)
                for place, reason in enumerate(reasons)
            ),
        ),
        columns=(
            Column(_("Weeks"), "count"),
            Column(_("Any reason: share"), "percent"),
            Column(_("Lower limit, 95 %"), "percent"),
            Column(_("Upper limit, 95 %"), "percent"),
            Column(_("Still followed"), "count"),
            *(Column(reason, "percent") for reason in reasons),
        ),
        rows=tuple(
            TableRow(
                (
                    week + 1,
                    *_cells(every, week * WEEK + WEEK - 1),
                    *(curve.at(week * WEEK + WEEK - 1, place + 1) for place in range(len(reasons))),
                )
            )
            for week in weeks
        ),
        measures=("outcomes.interruption",),
        notes=(
            _(
                "All trials begun by the day, whatever the period; those that run count for as long as they "
                "have run."
            ),
        ),
        unfiltered=False,
    )


def _weeks(count: int) -> list[int]:
    return [*range(min(count, EACH_UP_TO)), *range(EACH_UP_TO + THEN_EACH - 1, count, THEN_EACH)]


def _cells(every: Incidence, day: int) -> tuple[float | int | None, ...]:
    low, high = every.interval(day, 1) or (None, None)
    return every.at(day, 1), low, high, every.followed(day)


def _broke_off(every: Incidence) -> str:
    count = len(every.lengths)
    if not count:
        return _("No trial has begun yet.")
    if count < FEW or last_day(every) < WEEK:
        return ngettext(
            "Only **{n}** trial has begun: too few to say when they break off.",
            "Only **{n}** trials have begun: too few to say when they break off.",
            count,
        ).format(n=number(count))
    last = every.shares[0].max(initial=0.0)
    if not last:
        return ngettext(
            "None of the **{n}** trials has broken off.", "None of the **{n}** trials has broken off.", count
        ).format(n=number(count))
    weeks = min(TOLD_AT, (last_day(every) + 1) // WEEK)
    day = weeks * WEEK - 1
    told = _("**{share}** of the trials break off within {weeks} weeks.").format(
        share=percent(every.at(day, 1)), weeks=number(weeks)
    )
    half = next(week for week in range(1, 1000) if every.at(week * WEEK - 1, 1) >= last / 2)
    interval = every.interval(day, 1)
    when = ngettext(
        "Half of those that break off do so within the first week.",
        "Half of those that break off do so within {weeks} weeks.",
        half,
    ).format(weeks=number(half))
    return " ".join([told, *([uncertain(interval)] if interval else []), when])
