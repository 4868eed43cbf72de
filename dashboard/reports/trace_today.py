"""The rows behind what the page of today adds: each of its rules, and the week."""

from collections.abc import Callable, Mapping

import numpy as np

from dashboard.analysis.coded import Codes, Flags
from dashboard.analysis.follow_ups import due_follow_ups
from dashboard.analysis.this_week import contacts_this_week, meetings_this_week, visits_this_week
from dashboard.analysis.urgency import AT_RISK, COOLING, ENDING, MEETING, TIRED
from dashboard.reports import trace_tables as tables
from dashboard.reports.follow_ground import follow_ground
from dashboard.reports.today import coach_code, urgent_of, whole_selection
from dashboard.reports.today_gaps import new_gaps
from dashboard.reports.today_week import of_coach
from dashboard.reports.trace_ground import Found, Ground

Tracer = Callable[[Ground], Found]


def _rows(ground: Ground, kind: int) -> Codes:
    """What needs the coach that the address names, or anybody, of a kind."""
    page = follow_ground(ground.access, ground.page)
    mine = urgent_of(ground.access, ground.page).of(coach_code(page))
    rows: Codes = mine.row[mine.kind == kind]
    return rows


def _flagged(rows: Codes, length: int) -> Flags:
    flags: Flags = np.zeros(length, dtype=bool)
    flags[rows] = True
    return flags


def _spells(kind: int) -> Tracer:
    def trace(ground: Ground) -> Found:
        return tables.spells(ground, _flagged(_rows(ground, kind), len(ground.basis.spells.start)))

    return trace


def _meetings(ground: Ground) -> Found:
    rows = ground.scope.coded.follow_ups
    return tables.follow_ups(ground, _flagged(_rows(ground, MEETING), len(rows.planned)))


def _employers(kind: int) -> Tracer:
    def trace(ground: Ground) -> Found:
        keys = ground.scope.coded.world.employers["employer_id"].iloc[_rows(ground, kind)]
        return tables.employers(ground, keys)

    return trace


def _new_gaps(ground: Ground) -> Found:
    """The employers of the new gaps, each once; an occupation has its rows on the page of gaps."""
    found = new_gaps(ground.access, whole_selection(ground.page))
    keys = dict.fromkeys(key for gap in found if gap.gap != "occupations" for key in gap.keys)
    return tables.employers(ground, list(keys))


def _due(ground: Ground) -> Found:
    due = due_follow_ups(ground.basis.scope, ground.basis.spells, ground.basis.definitions)
    page = follow_ground(ground.access, ground.page)
    return tables.follow_ups(ground, of_coach(page, due, ground.scope.coded.follow_ups.coach))


def _contacts(ground: Ground) -> Found:
    page, coach = follow_ground(ground.access, ground.page), ground.scope.coded.contacts.coach
    return tables.contacts(ground, of_coach(page, contacts_this_week(ground.basis), coach))


def _visits(ground: Ground) -> Found:
    page, coach = follow_ground(ground.access, ground.page), ground.scope.coded.contacts.coach
    return tables.contacts(ground, of_coach(page, visits_this_week(ground.basis), coach))


def _week_meetings(ground: Ground) -> Found:
    page, coach = follow_ground(ground.access, ground.page), ground.scope.coded.follow_ups.coach
    return tables.follow_ups(ground, of_coach(page, meetings_this_week(ground.basis), coach))


TRACERS: Mapping[str, Tracer] = {
    "today.at_risk": _spells(AT_RISK),
    "today.ending": _spells(ENDING),
    "today.meetings": _meetings,
    "today.cooling": _employers(COOLING),
    "today.tired": _employers(TIRED),
    "today.week.contacts": _contacts,
    "today.week.visits": _visits,
    "today.week.meetings": _week_meetings,
}
BEHIND: Mapping[str, Tracer] = {"today.order": _due, "today.new_gaps": _new_gaps}
"""Rows that stand behind a figure which is not their number."""
