"""The rows behind each coach's follow-ups: what waits, and every cell of coach and week.

The standard's days stand in no table. Each is shown with the spell that it follows from and with its rule.
"""

import datetime as dt
from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from dashboard.analysis.coded import ALWAYS, NOBODY, Codes, Days, Flags, day_number, to_dates
from dashboard.analysis.follow_ups import due_follow_ups, planned_follow_ups
from dashboard.analysis.load import FIGURES, NEXT_DAYS, load_window
from dashboard.analysis.minutes import WEEK
from dashboard.analysis.standard import Rule, expected_follow_ups, latest_follow_ups, rule_of
from dashboard.i18n import _, number
from dashboard.reports import trace_tables as tables
from dashboard.reports.trace_ground import Found, Ground

Tracer = Callable[[Ground], Found]
Stretch = Callable[[Ground], tuple[int, int]]
EXPECTED_COLUMNS = (
    *("expected_on", "rule", "kind", "client", "employer", "coach", "started_on", "counted_from"),
)
LONG_AGO, FAR_AHEAD = -(10**6), 10**6


def _ever(_ground: Ground) -> tuple[int, int]:
    return LONG_AGO, FAR_AHEAD


def _before(ground: Ground) -> tuple[int, int]:
    return LONG_AGO, ground.basis.on


def _next_weeks(ground: Ground) -> tuple[int, int]:
    return ground.basis.on + 1, ground.basis.on + NEXT_DAYS + 1


def _week(ground: Ground) -> tuple[int, int]:
    """The week that the address names, else all weeks of the load: first day, and the one after the last."""
    first, end = load_window(ground.basis)
    if ground.page.week is None:
        return first, end
    year, _w, week = ground.page.week.partition("-W")
    monday = day_number(dt.date.fromisocalendar(int(year), int(week), 1))
    return max(first, monday), min(end, monday + WEEK)


def _chosen(ground: Ground, figure: str) -> tuple[Flags, Days]:
    """The follow-ups of a figure of the load, as `load.occasions` counts them, and the day each is for."""
    rows, basis = ground.scope.coded.follow_ups, ground.basis
    if figure == "done":
        return basis.scope.has_follow_up & (rows.done <= basis.on), rows.done
    if figure == "due":
        return due_follow_ups(basis.scope, basis.spells, basis.definitions), rows.planned
    return planned_follow_ups(basis), rows.planned


def _by_coach(ground: Ground, coach: Codes) -> Flags:
    """What is of the coach that the address names; of any coach at all when it names none."""
    if ground.page.coach is None:
        return np.asarray(coach != NOBODY, dtype=bool)
    names = ground.scope.coded.world.coaches["coach_id"]
    return np.asarray(np.append(names == ground.page.coach, False)[coach], dtype=bool)


def _follow_ups(figure: str, stretch: Stretch) -> Tracer:
    def trace(ground: Ground) -> Found:
        wanted, day = _chosen(ground, figure)
        first, end = stretch(ground)
        theirs = _by_coach(ground, ground.scope.coded.follow_ups.coach)
        return tables.follow_ups(ground, wanted & theirs & (first <= day) & (day < end))

    return trace


def _expected(stretch: Stretch) -> Tracer:
    def trace(ground: Ground) -> Found:
        first, end = stretch(ground)
        spell, day = expected_follow_ups(ground.basis, end - 1)
        coach = ground.scope.coded.placements.coach[ground.basis.spells.last_row[spell]]
        wanted = _by_coach(ground, coach) & (first <= day)
        return _expected_table(ground, spell[wanted], day[wanted])

    return trace


def _expected_table(ground: Ground, spell: Codes, day: Days) -> Found:
    """The standard's days, the first first; each from the rows of its spell."""
    joined, world = ground.basis.spells, ground.scope.coded.world
    seen = ground.sees[joined.client[spell]]
    order = np.lexsort((spell, day))
    order = order[seen[order]]
    spell, day = spell[order], day[order]
    last = joined.last_row[spell]
    latest = latest_follow_ups(ground.basis)[spell]
    standard = ground.basis.definitions.standard
    rules = [
        rule_of(int(joined.kind[which]), int(joined.start[which]), int(when), standard)
        for which, when in zip(spell, day, strict=True)
    ]
    return Found(
        EXPECTED_COLUMNS,
        pd.DataFrame(
            {
                "expected_on": to_dates(day),
                "rule": [_in_words(rule) for rule in rules],
                "kind": world.placements["kind"].array.take(last),
                "client": world.clients["client_id"].array.take(joined.client[spell]),
                **tables.employer_cells(ground, joined.employer[spell]),
                "coach": tables.coach_names(ground, ground.scope.coded.placements.coach[last]),
                "started_on": to_dates(joined.start[spell]),
                # A day that is planned takes the place of every day of the standard before it.
                "counted_from": to_dates(np.where(latest == ALWAYS, joined.start[spell], latest)),
                "origins": tables.rows_of_spells(ground, spell),
            }
        ),
        hidden=int((~seen).sum()),
    )


def _in_words(rule: Rule) -> str:
    count, step = number(rule.count), number(rule.step)
    if rule.in_days and not rule.step:
        return _("day {n} after the start").format(n=count)
    if rule.in_days:
        return _("{step} days apart: day {n}").format(step=step, n=count)
    if rule.step == 1:
        return _("every month: month {n}").format(n=count)
    return _("{step} months apart: month {n}").format(step=step, n=count)


TRACERS: Mapping[str, Tracer] = {
    "follow_ups.by_coach.due": _follow_ups("due", _ever),
    "follow_ups.by_coach.overdue": _follow_ups("due", _before),
    "follow_ups.by_coach.planned_next_4_weeks": _follow_ups("planned", _next_weeks),
    "follow_ups.by_coach.expected_next_4_weeks": _expected(_next_weeks),
    **{f"follow_ups.load.{name}": _follow_ups(name, _week) for name in FIGURES if name != "expected"},
    "follow_ups.load.expected": _expected(_week),
}
BEHIND: Mapping[str, Tracer] = {}
"""Rows that stand behind a figure which is not their number."""
