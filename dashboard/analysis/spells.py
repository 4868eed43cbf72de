"""Rows that belong together: renewed employments, and trials that were extended."""

from dataclasses import dataclass

import numpy as np

from dashboard.analysis.coded import (
    EMPLOYMENT,
    EXTENDED,
    JOB_TASTING,
    NEVER,
    NOBODY,
    STUDY_VISIT,
    TRIALS,
    Codes,
    Days,
    Flags,
    Placements,
)
from dashboard.domain.definitions import Definitions


@dataclass(frozen=True, slots=True, eq=False)
class Spells:
    """Placements as spells. The first attribute has one place a placement row, the others one a spell.

    Attributes:
        of_row: the spell that a row belongs to; NOBODY for a row that had not begun.
        start: the first row's start.
        end: the latest end; NEVER while one of the rows runs.
        outcome: the last row's outcome, NOBODY without.
        kind: the rows' kind.
        client: the client.
        employer: the employer.
        last_row: the row that began last.
    """

    of_row: Codes
    start: Days
    end: Days
    outcome: Codes
    kind: Codes
    client: Codes
    employer: Codes
    last_row: Codes


def known_ends(placements: Placements, on: int, definitions: Definitions) -> Days:
    """The day each placement ended as known on a day; NEVER for one that runs.

    A study visit without an end ends the day it starts, a job tasting some days later; a placement that
    ended after the day is running.
    """
    length = np.select(
        [placements.kind == STUDY_VISIT, placements.kind == JOB_TASTING],
        [0, definitions.tasting_length],
        NEVER,
    )
    end = np.where(placements.end < NEVER, placements.end, np.minimum(placements.start + length, NEVER))
    return np.where(end <= on, end, NEVER)


def spells(placements: Placements, known: Flags, on: int, definitions: Definitions) -> Spells:
    """Join the rows of each spell: MEASURES.md, "Employment spells" and "Trials".

    Args:
        placements: the rows.
        known: which of them had begun on the day.
        on: the day's number.
        definitions: how long a gap within a spell may be.
    """
    ends = known_ends(placements, on, definitions)
    rows = np.flatnonzero(known)
    rows = rows[
        np.lexsort(
            (
                rows,
                placements.start[rows],
                placements.kind[rows],
                placements.employer[rows],
                placements.client[rows],
            )
        )
    ]
    begins = ~_joins_the_previous(placements, rows, ends[rows], definitions.spell_gap)
    first = np.flatnonzero(begins)
    last = np.append(first[1:], len(rows)) - 1 if len(rows) else first
    of_row = np.full(len(placements.start), NOBODY)
    of_row[rows] = np.cumsum(begins) - 1
    end = np.maximum.reduceat(ends[rows], first) if len(rows) else ends[rows]
    last_row = rows[last]
    return Spells(
        of_row=of_row,
        start=placements.start[rows[first]],
        end=end,
        outcome=np.where(_has_outcome(placements, on)[last_row], placements.outcome[last_row], NOBODY),
        kind=placements.kind[last_row],
        client=placements.client[last_row],
        employer=placements.employer[last_row],
        last_row=last_row,
    )


def _has_outcome(placements: Placements, on: int) -> Flags:
    """An outcome is known from the stated end; without an end the placement still runs."""
    known: Flags = (placements.outcome != NOBODY) & (placements.end <= on)
    return known


def _joins_the_previous(placements: Placements, rows: Codes, ends: Days, gap: int) -> Flags:
    """Which of the sorted rows continue the spell of the row before."""
    kind, start = placements.kind[rows], placements.start[rows]
    same = np.zeros(len(rows), dtype=bool)
    same[1:] = (
        (np.diff(placements.client[rows]) == 0)
        & (np.diff(placements.employer[rows]) == 0)
        & (np.diff(kind) == 0)
    )
    renewed = (kind == EMPLOYMENT) & (start - _previous(_latest_end(ends, same)) <= gap)
    extended = (
        np.isin(kind, TRIALS)
        & (_previous(placements.outcome[rows]) == EXTENDED)
        & (_previous(ends) < NEVER)
        & (start - _previous(ends) <= gap)
    )
    joins: Flags = same & (renewed | extended)
    return joins


def _latest_end(ends: Days, same: Flags) -> Days:
    """The latest end so far within each group of rows: an early row may outlast later ones."""
    # Each group is lifted above all earlier ones, so that one running maximum does for all.
    lift = np.cumsum(~same) * (4 * NEVER)
    latest: Days = np.maximum.accumulate(ends + lift) - lift
    return latest


def _previous(values: Codes) -> Codes:
    return np.concatenate([values[:1], values[:-1]])
