"""The card of the hours of work by week, over time."""

from collections.abc import Mapping

from dashboard.analysis.intervals import Share, has_changed
from dashboard.analysis.working_hours import UNKNOWN, HoursOn, hours_over_time
from dashboard.i18n import N_, _, day, number, percent
from dashboard.reports.outcome_ground import OutcomeGround
from dashboard.reports.outcome_parts import (
    Column,
    CountRow,
    OutcomeCard,
    Panel,
    ShareRow,
    TableRow,
    share_cells,
    share_columns,
)
from dashboard.reports.outcome_titles import title_of
from dashboard.reports.outcome_words import share_finding

A_YEAR_BACK = -3
"""The place of the day a year earlier."""
NAMES: Mapping[str, str] = {
    "under_10": N_("Under 10 hours"),
    "10_19": N_("10–19 hours"),
    "20_34": N_("20–34 hours"),
    "from_35": N_("35 hours or more"),
    UNKNOWN: N_("Hours not known"),
}
"""What each class of hours is called, as English msgids."""


def hours(ground: OutcomeGround) -> OutcomeCard:
    """Part-time work on the day and every half-year before it."""
    found = hours_over_time(ground.basis)
    now = found[-1]
    worked = any(one.part_time.of for one in found)
    return OutcomeCard(
        key="hours",
        title=title_of("hours"),
        finding=_finding(now, found[A_YEAR_BACK]),
        panels=(
            Panel(
                _("Part-time, of those whose hours are known"),
                shares=tuple(ShareRow(day(one.day), one.part_time) for one in reversed(found))
                if worked
                else (),
            ),
            Panel(
                _("In work on the day, by hours"),
                counts=tuple(CountRow(_(NAMES[key]), count) for key, count in now.by_class.items())
                if any(now.by_class.values())
                else (),
            ),
        ),
        columns=(
            Column(_("Day")),
            Column(_("In work on the day"), "count"),
            *(Column(_(name), "count") for name in NAMES.values()),
            *share_columns(),
            Column(_("Median hours"), "decimal"),
        ),
        rows=tuple(
            TableRow(
                (
                    day(one.day),
                    sum(one.by_class.values()),
                    *(one.by_class[key] for key in NAMES),
                    *share_cells(one.part_time),
                    one.median,
                ),
                "clients.in_work" if one is now else "",
            )
            for one in found
        ),
        measures=("outcomes.hours", "clients.in_work"),
        notes=(
            _(
                "Part-time is under 35 hours a week. Hours are those recorded now, of all jobs of a client "
                "together."
            ),
        ),
    )


def _finding(now: HoursOn, before: HoursOn) -> str:
    if not any(now.by_class.values()):
        return _("Nobody is in work on the day.")
    if not now.part_time.of:
        return _("No hours are recorded for those in work.")
    told = share_finding(_("{share} of those in work, with known hours, work part-time."), now.part_time)
    return f"{told} {_since(now.part_time, before.part_time)}"


def _since(share: Share, before: Share) -> str:
    """Risen, fallen, cannot tell, or nothing to compare with, since a year ago."""
    if before.share is None or share.share is None:
        return _("A year ago there was nothing to compare with.")
    was = _("{share} of {of}").format(share=percent(before.share), of=number(before.of))
    if not has_changed(share, before):
        return _("Whether it has changed in a year ({was}) cannot be told.").format(was=was)
    if share.share > before.share:
        return _("It has **risen** in a year ({was}).").format(was=was)
    return _("It has **fallen** in a year ({was}).").format(was=was)
