"""If coaches leave: who is left without anyone, what runs there, and who could take over."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.analysis.coded import NOBODY, STUDIES, Flags
from dashboard.analysis.follow_ups import due_follow_ups
from dashboard.analysis.network_state import EmployerState
from dashboard.analysis.places import running_rows
from dashboard.analysis.selection import Scope
from dashboard.analysis.spells import spells
from dashboard.analysis.strength import COMPARED_DECIMALS
from dashboard.domain.definitions import Definitions


@dataclass(frozen=True, slots=True, eq=False)
class Leaving:
    """What happens on the day if some coaches leave together.

    Attributes:
        on: the day.
        coach_ids: who leaves, sorted; only coaches who work on the day.
        orphans: one row an employer left with no active tie, by `employer_id` (the index): `name`,
            `strength`, `level`, `rung`, `running` (tuple of placement ids, studies aside), `due` (follow-ups
            of placements there), `heir` (coach_id, NaN when nobody remains), `heir_reason` ("tie" or
            "caseload"), `heir_last_on` (last interaction of the tie, NaT without one).
        handovers: one row a placement that a leaving coach runs (studies too), by `placement_id` (the
            index): `client_id`, `employer_id`, `kind`, `coach_id`, `due` (the leaving coaches' due
            follow-ups of it), `heir`, `heir_reason`, `heir_last_on`.
        due_follow_ups: one row a due follow-up of a leaving coach, by `follow_up_id` (the index):
            `placement_id`, `employer_id`, `coach_id`, `planned_on`, `heir`, `heir_reason`, `heir_last_on`.
    """

    on: dt.date
    coach_ids: tuple[str, ...]
    orphans: pd.DataFrame
    handovers: pd.DataFrame
    due_follow_ups: pd.DataFrame

    @property
    def orphaned_strong(self) -> int:
        """How many of the employers left without a tie are strong."""
        return int((self.orphans["level"] == "strong").sum())

    @property
    def running_at_orphaned(self) -> int:
        """Placements running at the employers left without a tie."""
        return int(sum(map(len, self.orphans["running"])))

    @property
    def running_of_coach(self) -> int:
        """The leaving coaches' own running placements, studies too."""
        return len(self.handovers)

    @property
    def due_of_coach(self) -> int:
        """The leaving coaches' own due follow-ups."""
        return len(self.due_follow_ups)


@dataclass(frozen=True, slots=True, eq=False)
class _Open:
    """Rows of the world that are open on the day: running placements and due follow-ups."""

    running: Flags
    due: Flags


def if_coaches_leave(
    state: EmployerState, scope: Scope, coach_ids: tuple[str, ...], on: dt.date, definitions: Definitions
) -> Leaving:
    """MEASURES.md, "If a coach leaves", for one coach or several at once.

    Args:
        state: the selection on the day.
        scope: the same selection.
        coach_ids: who leaves; those who do not work on the day change nothing.
        on: the day.
        definitions: thresholds.
    """
    scope = scope if scope.date == on else scope.at(on)
    working = state.coaches[state.coaches["works"]]
    leaving = working.index.isin(coach_ids)
    heirs = _Heirs(state, working[~leaving])
    opened = _open_rows(scope, definitions)
    gone = scope.coded.world.coaches["coach_id"].isin(working.index[leaving]).to_numpy()
    return Leaving(
        on=on,
        coach_ids=tuple(working.index[leaving]),
        orphans=_orphans(state, scope, opened, set(working.index[leaving]), heirs),
        handovers=_handovers(scope, opened, gone, heirs),
        due_follow_ups=_due(scope, opened, gone, heirs),
    )


def leaving_summary(state: EmployerState, scope: Scope, definitions: Definitions) -> pd.DataFrame:
    """The same in numbers for each coach who works on the day, one leaving at a time.

    Returns:
        One row a coach, by `coach_id` (the index): `orphaned`, `orphaned_strong`, `running_at_orphaned`,
        `running_of_coach`, `due_of_coach`.
    """
    edges = state.active_ties
    employers = state.employers.loc[edges["employer_id"]]
    alone = (employers["active_ties"] == 1).to_numpy()
    strong = alone & (employers["level"] == "strong").to_numpy()
    opened = _open_rows(scope, definitions)
    placements, follow_ups = scope.coded.placements, scope.coded.follow_ups
    ids = scope.coded.world.coaches["coach_id"]
    counted = pd.DataFrame(
        {
            "orphaned": edges["coach_id"][alone].value_counts(),
            "orphaned_strong": edges["coach_id"][strong].value_counts(),
            "running_at_orphaned": (employers["running"].to_numpy() * pd.Series(alone, index=edges.index))
            .groupby(edges["coach_id"])
            .sum(),
            "running_of_coach": _per_coach(placements.coach[opened.running], ids),
            "due_of_coach": _per_coach(follow_ups.coach[opened.due], ids),
        }
    )
    working = state.coaches.index[state.coaches["works"]]
    return counted.reindex(working).fillna(0).astype(np.int64)


def heirs_without(
    state: EmployerState, coach_ids: tuple[str, ...], employer_ids: "pd.Index[str]"
) -> pd.DataFrame:
    """Who could take over at employers while some coaches are not there.

    Args:
        state: the selection on the day.
        coach_ids: who is not there.
        employer_ids: one for each thing that is taken over; NaN where there is no employer, as for studies.

    Returns:
        One row each, in the same order: `heir`, `heir_reason` and `heir_last_on` as in `Leaving`.
    """
    working = state.coaches[state.coaches["works"]]
    heirs = _Heirs(state, working[~working.index.isin(coach_ids)])
    return pd.DataFrame(heirs.of(employer_ids))


def _per_coach(codes: Any, ids: "pd.Series[str]") -> "pd.Series[int]":
    counts = np.bincount(codes[codes != NOBODY], minlength=len(ids))
    return pd.Series(counts, index=pd.Index(ids))


def _open_rows(scope: Scope, definitions: Definitions) -> _Open:
    joined = spells(scope.coded.placements, scope.any_placement, scope.on, definitions)
    return _Open(
        running=running_rows(scope, definitions) & scope.has_placement,
        due=due_follow_ups(scope, joined, definitions),
    )


class _Heirs:
    """Who takes over: the remaining coach with the strongest tie, else the one with most room.

    A tie takes a warm interaction: a mailing makes nobody an heir.
    """

    def __init__(self, state: EmployerState, remaining: pd.DataFrame) -> None:
        ties = state.ties
        able = np.flatnonzero(ties["coach_id"].isin(remaining.index) & ties["last_warm_on"].notna())
        # Ties stand by coach: of equally strong ones the first coach stays first.
        strength = ties["strength"].to_numpy()[able].round(COMPARED_DECIMALS)
        ranked = ties[["employer_id", "coach_id", "last_on"]].take(able[np.argsort(-strength, kind="stable")])
        self._best = ranked.drop_duplicates("employer_id").set_index("employer_id")
        self._roomiest = _most_room(remaining)

    def of(self, employer_ids: "pd.Index[str]") -> dict[str, Any]:
        """The columns `heir`, `heir_reason` and `heir_last_on` for employers (NaN: none)."""
        best = self._best.reindex(employer_ids)
        tied = best["coach_id"].notna().to_numpy()
        roomiest = np.nan if self._roomiest is None else self._roomiest
        fallback = np.nan if self._roomiest is None else "caseload"
        return {
            "heir": best["coach_id"].fillna(roomiest).array,
            "heir_reason": pd.Series("tie", index=best.index, dtype="str").where(tied, fallback).array,
            "heir_last_on": best["last_on"].to_numpy(),
        }


def _most_room(remaining: pd.DataFrame) -> str | None:
    """The coach with the lowest caseload per FTE, ties by key."""
    if remaining.empty:
        return None
    return str(remaining.index[int(np.argmin(caseload_per_fte(remaining)))])


def caseload_per_fte(coaches: pd.DataFrame) -> NDArray[np.float64]:
    """Active clients per full-time post of each coach, as they are compared; infinite without any time."""
    caseload, fte = coaches["caseload"].to_numpy(dtype=float), coaches["fte"].to_numpy(dtype=float)
    load = np.divide(caseload, fte, out=np.full(len(fte), np.inf), where=fte > 0)
    return np.asarray(np.round(load, COMPARED_DECIMALS), dtype=np.float64)


def _orphans(
    state: EmployerState, scope: Scope, opened: _Open, leaving: set[str], heirs: _Heirs
) -> pd.DataFrame:
    edges = state.active_ties
    goes = edges["coach_id"].isin(leaving).to_numpy()
    left = set(edges["employer_id"][goes]) - set(edges["employer_id"][~goes])
    rows = state.employers[["name", "strength", "level", "rung"]][state.employers.index.isin(left)]
    running = opened.running & (scope.coded.placements.kind != STUDIES)
    running_at = _placements_at(scope.coded.world.placements[["employer_id", "placement_id"]][running], left)
    due_at = pd.Series(
        _employers_of_placements(scope).array.take(scope.coded.follow_ups.placement[opened.due])
    ).value_counts()
    return rows.assign(
        running=pd.Series([running_at[employer] for employer in rows.index], dtype=object).array,
        due=due_at.reindex(rows.index, fill_value=0).astype(np.int64),
        **heirs.of(rows.index),
    )


def _placements_at(rows: pd.DataFrame, employers: set[str]) -> dict[str, tuple[str, ...]]:
    """The keys of the placements at each of the employers."""
    found: dict[str, tuple[str, ...]] = dict.fromkeys(employers, ())
    for employer, placement in zip(rows["employer_id"], rows["placement_id"], strict=True):
        if employer in employers:
            found[employer] = (*found[employer], placement)
    return found


def _employers_of_placements(scope: Scope) -> "pd.Series[str]":
    return scope.coded.world.placements["employer_id"]


def _handovers(scope: Scope, opened: _Open, gone: Flags, heirs: _Heirs) -> pd.DataFrame:
    follow_ups = scope.coded.follow_ups
    running = opened.running & np.append(gone, False)[scope.coded.placements.coach]
    due = opened.due & np.append(gone, False)[follow_ups.coach]
    due_of = np.bincount(follow_ups.placement[due], minlength=len(running))
    columns = ["client_id", "employer_id", "kind", "coach_id"]
    table = scope.coded.world.placements[["placement_id", *columns]]
    rows: pd.DataFrame = table[running].set_index("placement_id")
    return rows.assign(due=due_of[running], **heirs.of(pd.Index(rows["employer_id"])))


def _due(scope: Scope, opened: _Open, gone: Flags, heirs: _Heirs) -> pd.DataFrame:
    follow_ups = scope.coded.follow_ups
    due = opened.due & np.append(gone, False)[follow_ups.coach]
    columns = ["placement_id", "coach_id", "planned_on"]
    table = scope.coded.world.follow_ups[["follow_up_id", *columns]]
    rows: pd.DataFrame = table[due].set_index("follow_up_id")
    employer = _employers_of_placements(scope).array.take(follow_ups.placement[due])
    return rows.assign(employer_id=employer, **heirs.of(pd.Index(employer)))
