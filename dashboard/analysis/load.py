"""How much follow-up work each coach has, week by week, behind and ahead."""

from dataclasses import dataclass

import numpy as np

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import NOBODY, Codes, Days
from dashboard.analysis.follow_ups import due_follow_ups, planned_follow_ups
from dashboard.analysis.minutes import WEEK, Minutes, lengths
from dashboard.analysis.standard import expected_follow_ups

WEEKS = 12
NEXT_DAYS = 28
FIGURES = ("done", "due", "planned", "expected")


@dataclass(frozen=True, slots=True, eq=False)
class Occasions:
    """One row a follow-up of one of the figures: whose (NOBODY without a coach), when, and how long."""

    coach: Codes
    day: Days
    minutes: Minutes


@dataclass(frozen=True, slots=True, eq=False)
class Load:
    """One row a coach and week with a figure, by coach and week; `monday` is the week's first day."""

    coach: Codes
    monday: Days
    done: Codes
    due: Codes
    planned: Codes
    expected: Codes


@dataclass(frozen=True, slots=True, eq=False)
class CoachFigures:
    """One row a coach who works on the day, or has a figure, by coach."""

    coach: Codes
    due: Codes
    overdue: Codes
    planned_next: Codes
    expected_next: Codes


def occasions(basis: Basis) -> dict[str, Occasions]:
    """Every follow-up by figure: done by its done day, the others by the day it is for."""
    rows = basis.scope.coded.follow_ups
    done = basis.scope.has_follow_up & (rows.done <= basis.on)
    due = due_follow_ups(basis.scope, basis.spells, basis.definitions)
    planned = planned_follow_ups(basis)
    spell, day = expected_follow_ups(basis, load_window(basis)[1] - 1)
    coach = basis.scope.coded.placements.coach[basis.spells.last_row[spell]]
    takes = lengths(basis)
    return {
        "done": Occasions(rows.coach[done], rows.done[done], takes.of_row[done]),
        "due": Occasions(rows.coach[due], rows.planned[due], takes.of_row[due]),
        "planned": Occasions(rows.coach[planned], rows.planned[planned], takes.of_row[planned]),
        "expected": Occasions(coach, day, np.full(len(day), takes.usual)),
    }


def load(basis: Basis, figures: dict[str, Occasions]) -> Load:
    """The twelve ISO weeks before the one that holds the day, that one, and the twelve after."""
    first, end = load_window(basis)
    weeks = (end - first) // WEEK
    coaches = len(basis.scope.has_coach)
    counts = np.zeros((len(FIGURES), coaches * weeks), dtype=np.int64)
    for place, name in enumerate(FIGURES):
        rows = figures[name]
        inside = (rows.coach != NOBODY) & (first <= rows.day) & (rows.day < end)
        cell = rows.coach[inside] * weeks + (rows.day[inside] - first) // WEEK
        counts[place] = np.bincount(cell, minlength=coaches * weeks)
    cells = np.flatnonzero(counts.any(axis=0))
    done, due, planned, expected = counts[:, cells]
    return Load(cells // weeks, first + cells % weeks * WEEK, done, due, planned, expected)


def coach_figures(basis: Basis, figures: dict[str, Occasions]) -> CoachFigures:
    """What waits for each coach, and what the next four weeks bring."""
    count = len(basis.scope.has_coach)
    due = figures["due"]
    columns = [
        _per_coach(due, count, None, None),
        _per_coach(due, count, None, basis.on),
        _per_coach(figures["planned"], count, basis.on + 1, basis.on + NEXT_DAYS + 1),
        _per_coach(figures["expected"], count, basis.on + 1, basis.on + NEXT_DAYS + 1),
    ]
    shown = np.flatnonzero(basis.scope.works | np.any(columns, axis=0))
    waits, overdue, planned, expected = (column[shown] for column in columns)
    return CoachFigures(shown, waits, overdue, planned, expected)


def _per_coach(rows: Occasions, count: int, first: int | None, end: int | None) -> Codes:
    wanted = rows.coach != NOBODY
    if first is not None:
        wanted = wanted & (rows.day >= first)
    if end is not None:
        wanted = wanted & (rows.day < end)
    return np.bincount(rows.coach[wanted], minlength=count)


def load_window(basis: Basis) -> tuple[int, int]:
    """The first Monday, and the one after the last week."""
    # 1 January 1970 was a Thursday.
    monday = basis.on - (basis.on + 3) % WEEK
    return monday - WEEKS * WEEK, monday + (WEEKS + 1) * WEEK
