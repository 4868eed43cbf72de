"""What a ready question about the network comes to, and how its list is put in order."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from dashboard.analysis.coded import Codes
from dashboard.domain.period import Period
from dashboard.reports.network_scope import Known

NAMED = 3
"""How many employers a sentence names."""


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What a ready question comes to.

    Attributes:
        question: its key.
        rows: one row of the list a row, in its own order, `employer_id` and what only this question knows
            (`coach_id`, `due`, `heir`, `change`, `went_on`, `placed` …). No keys of clients.
        number: the number on its tile.
        of: what that is a number of.
        strong: how many of the rows' employers are strong relations.
        names: the first employers of the list, by name.
        coaches: the coaches it is about: who leaves, or on whom most hangs.
        counts: further numbers, by a name of the question's own.
        since: the earlier day of a comparison, or the last contact of the one longest silent.
        kind: which changes the rows are narrowed to, one of `state.CHANGES`.
        period: the period it counts; None where it is about the day.
        equal: as concentrated as so many employers with equally many placements each.
    """

    question: str
    rows: pd.DataFrame
    number: int
    of: int
    strong: int = 0
    names: tuple[str, ...] = ()
    coaches: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    since: dt.date | None = None
    kind: str = ""
    period: Period | None = None
    equal: float = 0.0

    @property
    def employers(self) -> tuple[str, ...]:
        """The employers of the list, each once, in its order."""
        return tuple(dict.fromkeys(self.rows["employer_id"].tolist()))


def strongest_first(rows: pd.DataFrame, scope: Known) -> pd.DataFrame:
    """The rows by the employer's strength, falling, then by key: the order in which employers stand."""
    place = _places(rows, scope)
    order = np.lexsort((place, -scope.employers["strength"].to_numpy()[place]))
    return rows.take(order).reset_index(drop=True)


def strong_ones(rows: pd.DataFrame, scope: Known) -> int:
    """How many rows are of an employer with a strong relation."""
    return int((scope.employers["level"].array.take(_places(rows, scope)) == "strong").sum())


def first_names(rows: pd.DataFrame, scope: Known) -> tuple[str, ...]:
    """The names of the first employers of a list."""
    return tuple(scope.employers["name"].array.take(_places(rows[:NAMED], scope)))


def _places(rows: pd.DataFrame, scope: Known) -> Codes:
    """Where the rows' employers stand among those within the filters."""
    return scope.employers.index.get_indexer(pd.Index(rows["employer_id"]))
