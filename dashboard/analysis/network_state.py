"""What holds for every employer, tie and coach of a selection on a day."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.analysis.coded import (
    ALWAYS,
    EMPLOYMENT,
    NEVER,
    STUDIES,
    Codes,
    Days,
    Flags,
    to_dates,
)
from dashboard.analysis.interactions import Interactions, interactions
from dashboard.analysis.ladder import rungs, warmths
from dashboard.analysis.places import count_by, places
from dashboard.analysis.selection import Scope
from dashboard.analysis.spells import Spells, spells
from dashboard.analysis.strength import (
    clients_placed,
    levels,
    strength_parts,
    total_strength,
    trial_results,
)
from dashboard.analysis.ties import Ties, ties
from dashboard.domain.definitions import Definitions
from dashboard.domain.vocabulary import LEVELS, WARMTHS

ATTRIBUTES = (
    "name",
    "ownership",
    "sni_code",
    "size_class",
    "group",
    "locality",
    "postal_code",
    "municipality_code",
    "map_municipality_code",
    "map_latitude",
    "map_longitude",
    "position_precision",
    "capacity",
    "occupations",
    "adjustments",
    "registered_on",
)
"""Columns of the employers' table that the state repeats."""


@dataclass(frozen=True, slots=True, eq=False)
class EmployerState:
    """The selection on a day. Treat the frames as read-only: everybody gets the same ones.

    Attributes:
        on: the day.
        employers: one row an employer of `total` (active, registered), by `employer_id` (the index): the
            columns of ATTRIBUTES; `warmth`, `last_warm_on`, `last_on`, `first_on`, `rung`, `strength`,
            `level` and the six parts; `running`, `occupied`, `free`, `fatigued`; `active_ties`;
            `trials_completed`, `trials_succeeded`, `employments` (spells), `placements` (rows, studies
            aside), `clients_placed`.
        ties: one row a pair of a coach of the selection and an employer of `total` with any interaction
            ever, by coach and employer: `coach_id`, `employer_id`, `strength`, `first_on`, `last_on`
            (cold ones too), `last_warm_on`, `active`.
        pairs: a number for each row of `ties` that names its coach and employer in every state of the same
            data: days are compared by it.
        coaches: one row a coach of the selection, by `coach_id` (the index): `name`, `unit_id`, `fte`,
            `works` on the day, `caseload` (active clients), `active_ties`.
        mean_success: p, the share of all the selection's completed trials that succeeded.
    """

    on: dt.date
    employers: pd.DataFrame
    ties: pd.DataFrame
    pairs: Codes
    coaches: pd.DataFrame
    mean_success: float

    def living(self, pairs: Codes) -> tuple[Flags, Flags]:
        """Of pairs by their number: whether there has been a tie by the day, and whether it is active."""
        place = np.searchsorted(self.pairs, pairs)
        known = np.append(self.pairs, -1)[place] == pairs
        return known, known & np.append(self.ties["active"].to_numpy(), False)[place]

    @property
    def active_ties(self) -> pd.DataFrame:
        """The ties that are active on the day: the edges of G1."""
        return self.ties[self.ties["active"]]


def employer_state(scope: Scope, on: dt.date, definitions: Definitions) -> EmployerState:
    """Work out MEASURES.md, "Employers", for a selection.

    Args:
        scope: the selection.
        on: the day; the scope is moved there when it is at another.
        definitions: thresholds, windows and weights.
    """
    scope = scope if scope.date == on else scope.at(on)
    rows = interactions(scope)
    joined = spells(scope.coded.placements, scope.any_placement, scope.on, definitions)
    total = total_employers(scope)
    pairs = ties(scope, rows, total, definitions)
    columns, mean_success = _employer_columns(scope, rows, joined, pairs, definitions)
    return EmployerState(
        on=on,
        employers=_employer_frame(scope, total, columns),
        ties=_tie_frame(scope, pairs),
        pairs=pairs.coach * len(total) + pairs.employer,
        coaches=_coach_frame(scope, pairs),
        mean_success=mean_success,
    )


def total_employers(scope: Scope) -> Flags:
    """The selection's active employers registered on or before the day: one flag an employer of the world."""
    employers = scope.coded.employers
    return scope.has_employer & employers.active & (employers.registered <= scope.on)


def _employer_columns(
    scope: Scope, rows: Interactions, joined: Spells, pairs: Ties, definitions: Definitions
) -> tuple[dict[str, Any], float]:
    count = len(scope.coded.employers.active)
    first, last, last_warm = _days_of_interactions(rows, count)
    touched = last > ALWAYS
    active_ties = count_by(pairs.employer[pairs.active], count)
    results = trial_results(scope, joined)
    parts = strength_parts(scope, rows, last_warm, active_ties, results)
    parts = {name: np.where(touched, share, 0.0) for name, share in parts.items()}
    total = total_strength(parts, definitions)
    placed = clients_placed(scope, employments_only=False)
    rung = rungs(rows, placed, scope.on - last, definitions)
    there = places(scope, joined, definitions)
    return {
        "warmth": _words(WARMTHS, warmths(scope.on - last_warm, definitions)),
        "last_warm_on": to_dates(last_warm),
        "last_on": to_dates(last),
        "first_on": to_dates(first),
        "rung": rung,
        "strength": total,
        "level": _words(LEVELS, levels(total, rung, touched, definitions)),
        **parts,
        "running": there.running,
        "occupied": there.occupied,
        "free": there.free,
        "fatigued": there.fatigued,
        "active_ties": active_ties,
        "trials_completed": results.completed,
        "trials_succeeded": results.succeeded,
        "employments": _employment_spells(scope, joined, count),
        "placements": _placement_rows(scope, count),
        "clients_placed": placed,
    }, results.mean


def _days_of_interactions(rows: Interactions, count: int) -> tuple[Days, Days, Days]:
    """First, last, and last warm day for each employer."""
    first, last, last_warm = (np.full(count, day) for day in (NEVER, ALWAYS, ALWAYS))
    np.minimum.at(first, rows.employer, rows.day)
    np.maximum.at(last, rows.employer, rows.day)
    np.maximum.at(last_warm, rows.employer[rows.warm], rows.day[rows.warm])
    return first, last, last_warm


def _employment_spells(scope: Scope, joined: Spells, count: int) -> Codes:
    wanted = (joined.kind == EMPLOYMENT) & scope.has_placement[joined.last_row]
    return count_by(joined.employer[wanted], count)


def _placement_rows(scope: Scope, count: int) -> Codes:
    rows = scope.coded.placements
    return count_by(rows.employer[scope.has_placement & (rows.kind != STUDIES)], count)


def _words(words: tuple[str, ...], codes: Codes) -> Any:
    return np.array(words, dtype=object)[codes]


def _employer_frame(scope: Scope, total: Flags, columns: dict[str, Any]) -> pd.DataFrame:
    rows = np.flatnonzero(total)
    table = scope.coded.world.employers
    attributes = {name: table[name].array.take(rows) for name in ATTRIBUTES}
    worked_out = {name: _as_text(values[rows]) for name, values in columns.items()}
    index = pd.Index(table["employer_id"].array.take(rows), name="employer_id")
    return pd.DataFrame({**attributes, **worked_out}, index=index)


def _as_text(values: Any) -> Any:
    return pd.array(values, dtype="str") if values.dtype == object else values


def _tie_frame(scope: Scope, pairs: Ties) -> pd.DataFrame:
    world = scope.coded.world
    return pd.DataFrame(
        {
            "coach_id": world.coaches["coach_id"].array.take(pairs.coach),
            "employer_id": world.employers["employer_id"].array.take(pairs.employer),
            "strength": pairs.strength,
            "first_on": to_dates(pairs.first),
            "last_on": to_dates(pairs.last),
            "last_warm_on": to_dates(pairs.last_warm),
            "active": pairs.active,
        }
    )


def _coach_frame(scope: Scope, pairs: Ties) -> pd.DataFrame:
    table, count = scope.coded.world.coaches, len(scope.has_coach)
    clients = scope.coded.clients.coach[scope.active_client]
    frame = table[["coach_id", "name", "unit_id", "fte"]].assign(
        works=scope.works,
        caseload=count_by(clients, count),
        active_ties=count_by(pairs.coach[pairs.active], count),
    )
    return frame[scope.has_coach].set_index("coach_id")
