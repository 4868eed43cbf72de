"""The follow-ups in the board report: how it stands, who has what, and the weeks to come."""

from typing import Any

from dashboard.analysis.intervals import Share
from dashboard.i18n import _, number
from dashboard.reports.access import Access
from dashboard.reports.board_parts import Bars, BoardCard, Columns, Paired, plain, share_bar
from dashboard.reports.follow_findings import (
    both_finding,
    forecast_finding,
    heat_finding,
    unseen_finding,
    week_name,
)
from dashboard.reports.follow_ground import follow_ground
from dashboard.reports.follow_heat import heat, waiting_minutes, weeks_ahead
from dashboard.reports.follow_placements import both_met, unseen_placements
from dashboard.reports.outcome_parts import Column, TableRow, share_cells, share_columns
from dashboard.reports.report_follow_ups import follow_ups
from dashboard.reports.state import PageState

MINUTES_AN_HOUR = 60


def follow_state(access: Access, state: PageState) -> BoardCard:
    """What was done in time, whether both parties were met, and what waits."""
    page = follow_ground(access, state)
    values = follow_ups(page.ground.given)
    shares = [
        (_("Done in time"), _share(values["on_time"]), "follow_ups.on_time"),
        (_("Both parties met"), _share(values["both_parties"]), "follow_ups.both_parties"),
    ]
    counts = [
        (_("Waiting"), values["due"], "follow_ups.due"),
        (_("of them late"), values["overdue"], "follow_ups.overdue"),
        (_("Done in the period"), values["done"], "follow_ups.done"),
        (_("Placements nobody has looked at"), values["unseen"], "follow_ups.unseen"),
    ]
    return BoardCard(
        key="follow_state",
        title=_("How the follow-ups stand"),
        finding=plain(f"{both_finding(both_met(page))} {unseen_finding(unseen_placements(page))}"),
        charts=(Bars("", "share", tuple(share_bar(name, share) for name, share, _path in shares)),),
        columns=(Column(_("Figure")), *share_columns()),
        rows=(
            *(TableRow((name, *share_cells(share)), path) for name, share, path in shares),
            *(TableRow((name, count, *[None] * 4), path) for name, count, path in counts),
        ),
        measures=(
            *("follow_ups.on_time", "follow_ups.both_parties", "follow_ups.due", "follow_ups.overdue"),
            *("follow_ups.done", "follow_ups.unseen"),
        ),
        notes=(" · ".join(f"{name}: {number(count)}" for name, count, _path in counts),),
    )


def follow_load(access: Access, state: PageState) -> BoardCard:
    """What waits for each coach, and what four weeks bring."""
    found = heat(follow_ground(access, state))
    ahead = tuple(
        (row.name, float(row.due), float(row.planned_next + row.expected_next)) for row in found.rows
    )
    names = (_("Waiting now"), _("In the next four weeks"))
    return BoardCard(
        key="follow_load",
        title=_("The load by coach"),
        finding=plain(heat_finding(found)),
        charts=(Paired("", "count", names, ahead),) if ahead else (),
        columns=(
            Column(_("Coach")),
            Column(_("Waiting"), "count"),
            Column(_("of them late"), "count"),
            Column(_("Planned in four weeks"), "count"),
            Column(_("Expected in four weeks"), "count"),
        ),
        rows=tuple(
            TableRow(
                (row.name, row.due, row.overdue, row.planned_next, row.expected_next),
                # The report leaves out who does not work and has nothing.
                f"follow_ups.by_coach.{row.coach_id}"
                if row.due or row.planned_next + row.expected_next
                else "",
            )
            for row in found.rows
        ),
        measures=(
            *("follow_ups.due", "follow_ups.overdue", "follow_ups.load.planned"),
            "follow_ups.load.expected",
        ),
        of_people=False,
    )


def follow_forecast(access: Access, state: PageState) -> BoardCard:
    """The twelve weeks to come, in hours, against the time there is."""
    page = follow_ground(access, state)
    weeks = weeks_ahead(page)
    names = tuple(week_name(week.monday) for week in weeks)
    return BoardCard(
        key="follow_forecast",
        title=_("The twelve weeks to come"),
        finding=plain(forecast_finding(weeks, waiting_minutes(page))),
        charts=(
            Columns(
                _("Hours a week"),
                "decimal",
                names,
                tuple(_hours(week.total) for week in weeks),
                tuple(_hours(week.available) for week in weeks),
                (_("Follow-ups"), _("The time there is")),
            ),
        ),
        columns=(
            Column(_("Week")),
            Column(_("Planned, hours"), "decimal"),
            Column(_("Expected, hours"), "decimal"),
            Column(_("Time there is, hours"), "decimal"),
        ),
        rows=tuple(
            TableRow((name, _hours(week.planned), _hours(week.expected), _hours(week.available)))
            for name, week in zip(names, weeks, strict=True)
        ),
        measures=("load.forecast", "load.available"),
        of_people=False,
    )


def _share(value: Any) -> Share:
    return Share(value["n"], value["of"])


def _hours(minutes: float) -> float:
    return round(minutes / MINUTES_AN_HOUR, 1)
