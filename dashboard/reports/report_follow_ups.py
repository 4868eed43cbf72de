"""The report's area about follow-ups."""

import datetime as dt

from dashboard.analysis.follow_ups import follow_up_numbers
from dashboard.analysis.load import CoachFigures, Load, coach_figures, load, occasions
from dashboard.analysis.unseen import both_parties, unseen
from dashboard.reports.json_values import Json, share
from dashboard.reports.report_input import ReportInput

EPOCH = dt.date(1970, 1, 1).toordinal()


def follow_ups(given: ReportInput) -> Json:
    """What waits, what was done, who is not looked after, and each coach's load."""
    found, figures = follow_up_numbers(given.basis), occasions(given.basis)
    coaches = given.scope.coded.world.coaches["coach_id"].tolist()
    return {
        "due": found.due,
        "overdue": found.overdue,
        "lapsed": found.lapsed,
        "done": found.done,
        "on_time": share(found.on_time),
        "unseen": int(unseen(given.basis).sum()),
        "both_parties": share(both_parties(given.basis)),
        "by_coach": _by_coach(coach_figures(given.basis, figures), coaches),
        "load": _load(load(given.basis, figures), coaches),
    }


def iso_week(day: int) -> str:
    """The ISO week that holds a day, by the day's number since 1970, such as 2026-W44."""
    year, week, _day = dt.date.fromordinal(EPOCH + day).isocalendar()
    return f"{year}-W{week:02}"


def _by_coach(rows: CoachFigures, coaches: list[str]) -> list[Json]:
    names = ("coach_id", "due", "overdue", "planned_next_4_weeks", "expected_next_4_weeks")
    columns = (rows.due, rows.overdue, rows.planned_next, rows.expected_next)
    keys = [coaches[code] for code in rows.coach]
    cells = zip(keys, *(column.tolist() for column in columns), strict=True)
    return [dict(zip(names, row, strict=True)) for row in cells]


def _load(rows: Load, coaches: list[str]) -> list[Json]:
    names = ("coach_id", "week", "done", "due", "planned", "expected")
    weeks = {monday: iso_week(monday) for monday in set(rows.monday.tolist())}
    cells = zip(
        [coaches[code] for code in rows.coach],
        [weeks[monday] for monday in rows.monday.tolist()],
        *(column.tolist() for column in (rows.done, rows.due, rows.planned, rows.expected)),
        strict=True,
    )
    return [dict(zip(names, row, strict=True)) for row in cells]
