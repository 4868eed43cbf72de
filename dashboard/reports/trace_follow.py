"""The rows behind what the page of follow-ups adds: the list, the meetings ahead, and an absence."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from dashboard.analysis.away import DUE, EXPECTED, WHAT, to_do
from dashboard.analysis.coded import Flags, to_dates
from dashboard.analysis.follow_ups import due_follow_ups, planned_follow_ups
from dashboard.analysis.load import WEEKS, load_window
from dashboard.analysis.minutes import WEEK
from dashboard.analysis.open_follow_ups import open_list, three_party_ahead
from dashboard.reports import trace_tables as tables
from dashboard.reports.follow_away import absence
from dashboard.reports.follow_ground import follow_ground
from dashboard.reports.trace_ground import Found, Ground, Origins

Tracer = Callable[[Ground], Found]
MOVED_COLUMNS = ("expected_on", "to_do", "client", "employer", "coach", "heir", "heir_reason", "minutes")
AHEAD_COLUMNS = ("expected_on", "to_do", "client", "employer", "coach", "minutes")


def _open(ground: Ground) -> Found:
    wanted: Flags = np.zeros(len(ground.scope.coded.follow_ups.planned), dtype=bool)
    wanted[open_list(ground.basis).row] = True
    return tables.follow_ups(ground, wanted)


def _meetings(ground: Ground) -> Found:
    return tables.follow_ups(ground, three_party_ahead(ground.basis))


def _moved(ground: Ground) -> Found:
    """What would be moved, each with who would do it and why."""
    found = absence(follow_ground(ground.access, ground.page))
    placed, world = ground.scope.coded.placements, ground.scope.coded.world
    if found is None:
        empty: dict[str, Any] = {column: pd.array([], dtype="str") for column in MOVED_COLUMNS}
        return Found(MOVED_COLUMNS, pd.DataFrame({**empty, "origins": []}))
    seen = ground.sees[placed.client[found.moved.placement]]
    moved = found.moved.only(seen)
    reason = np.where(found.by_tie[seen], "tie", "caseload")
    return Found(
        MOVED_COLUMNS,
        pd.DataFrame(
            {
                "expected_on": to_dates(moved.day),
                "to_do": np.array(WHAT)[moved.what],
                "client": world.placements["client_id"].array.take(moved.placement),
                **tables.employer_cells(ground, placed.employer[moved.placement]),
                "coach": tables.coach_names(ground, moved.coach),
                "heir": tables.coach_names(ground, found.heir[seen]),
                "heir_reason": reason,
                "minutes": moved.minutes,
                "origins": _origins(ground, moved.what, moved.row),
            }
        ),
        hidden=int((~seen).sum()),
    )


def _minutes(ground: Ground) -> Found:
    """The follow-ups of the weeks of the load that stand in the tables; the standard's days do not."""
    first, end = load_window(ground.basis)
    rows, basis = ground.scope.coded.follow_ups, ground.basis
    done = basis.scope.has_follow_up & (first <= rows.done) & (rows.done <= basis.on)
    waits = due_follow_ups(basis.scope, basis.spells, basis.definitions) | planned_follow_ups(basis)
    return tables.follow_ups(ground, done | (waits & (first <= rows.planned) & (rows.planned < end)))


def _ahead(ground: Ground) -> Found:
    """What is planned or expected in the twelve weeks to come."""
    _first, end = load_window(ground.basis)
    found = to_do(ground.basis, end - 1)
    found = found.only((found.what != DUE) & (found.day >= end - WEEKS * WEEK))
    placed, world = ground.scope.coded.placements, ground.scope.coded.world
    seen = ground.sees[placed.client[found.placement]]
    shown = found.only(seen)
    shown = shown.only(np.argsort(shown.day, kind="stable"))
    return Found(
        AHEAD_COLUMNS,
        pd.DataFrame(
            {
                "expected_on": to_dates(shown.day),
                "to_do": np.array(WHAT)[shown.what],
                "client": world.placements["client_id"].array.take(shown.placement),
                **tables.employer_cells(ground, placed.employer[shown.placement]),
                "coach": tables.coach_names(ground, shown.coach),
                "minutes": shown.minutes,
                "origins": _origins(ground, shown.what, shown.row),
            }
        ),
        hidden=int((~seen).sum()),
        amount="minutes",
    )


def _time(ground: Ground) -> Found:
    frame = ground.state.coaches[ground.state.coaches["works"]]
    cells = {"coach": frame["name"].array, "fte": frame["fte"].array}
    return Found(("coach", "fte"), pd.DataFrame({**cells, "origins": tables.origins("coaches", frame.index)}))


def _origins(ground: Ground, what: Any, rows: Any) -> list[Origins]:
    """The follow-up itself, or the placements of the spell that the standard looks at."""
    keys = ground.scope.coded.world.follow_ups["follow_up_id"].array
    asked = what == EXPECTED
    spells = iter(tables.rows_of_spells(ground, rows[asked]))
    return [
        next(spells) if by_standard else (("follow_ups", str(keys[row])),)
        for row, by_standard in zip(rows, asked, strict=True)
    ]


TRACERS: Mapping[str, Tracer] = {"follow_lists.three_party": _meetings, "absence.moved": _moved}
BEHIND: Mapping[str, Tracer] = {
    "follow_lists.urgency": _open,
    "absence.over": _moved,
    "load.minutes": _minutes,
    "load.forecast": _ahead,
    "load.available": _time,
}
"""Rows that stand behind a figure which is not their number."""
