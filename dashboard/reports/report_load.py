"""The load in minutes as sheets: each coach's weeks, and the weeks to come."""

from dashboard.i18n import _
from dashboard.reports.report_follow_ups import iso_week
from dashboard.reports.whole_report import WholeReport
from dashboard.reports.workbook import Form, Sheet, Shown


def minutes_by_week(report: WholeReport) -> Sheet:
    """What each coach's weeks hold, and the time that there is."""
    return Sheet(
        _("Load in minutes"),
        [
            _("Key of the coach"),
            _("Coach"),
            _("Week"),
            _("Done, minutes"),
            _("Waiting, minutes"),
            _("Planned, minutes"),
            _("Expected, minutes"),
            _("In all, minutes"),
            _("Time there is, minutes"),
            _("Part of the time"),
        ],
        [
            [
                row.coach_id,
                report.coaches.get(row.coach_id, ""),
                row.week,
                *map(_minutes, (row.done, row.due, row.planned, row.expected, row.total, row.available)),
                _part(row.total, row.available),
            ]
            for row in report.supplement.load
        ],
    )


def forecast_by_week(report: WholeReport) -> Sheet:
    """The twelve weeks to come for all coaches together."""
    return Sheet(
        _("Forecast for 12 weeks"),
        [
            _("Week"),
            _("Planned, minutes"),
            _("Expected, minutes"),
            _("In all, minutes"),
            _("Time there is, minutes"),
            _("Part of the time"),
            _("Coaches with more to do than time"),
        ],
        [
            [
                iso_week(week.monday),
                *map(_minutes, (week.planned, week.expected, week.total, week.available)),
                _part(week.total, week.available),
                Shown(week.over, Form.COUNT),
            ]
            for week in report.supplement.forecast.weeks
        ],
    )


def _minutes(minutes: float) -> Shown:
    return Shown(minutes, Form.COUNT)


def _part(minutes: float, available: float) -> Shown:
    return Shown(minutes / available if available else None, Form.PERCENT)
