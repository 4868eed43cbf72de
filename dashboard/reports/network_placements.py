"""The ready questions about placements: which employers lead on to jobs, and where the placements gather."""

import numpy as np
import pandas as pd

from dashboard.analysis.basis import basis
from dashboard.analysis.coded import Codes
from dashboard.analysis.concentration import LARGEST, concentration_of, placements_by_employer
from dashboard.analysis.stepping_stones import SteppingStones, stepping_stones
from dashboard.reports.access import Access
from dashboard.reports.network_answer import Answer, first_names, strong_ones, strongest_first
from dashboard.reports.network_scope import Known
from dashboard.reports.state import PageState


def stepping(access: Access, page: PageState, scope: Known) -> Answer:
    """The employers from which clients went on to a job elsewhere, those with most first."""
    found = _stones(access, page)
    keys = access.store.world().employers["employer_id"]
    placed = clients_placed(access, page, scope)
    went_on = pd.Series(found.clients_of_stone, index=keys).reindex(scope.employers.index)
    led = went_on.index[went_on > 0]
    rows = pd.DataFrame(
        {"employer_id": led, "went_on": went_on[led].to_numpy(), "placed": placed[led].to_numpy()}
    )
    asked = strongest_first(rows, scope).merge(_to_ask(scope), "left", "employer_id")
    rows = asked.sort_values("went_on", ascending=False, kind="stable").reset_index(drop=True)
    rows["to"] = rows["employer_id"].map(_where_to(access, found)).astype(object)
    first = rows[["went_on", "placed"]][:1].sum()
    return Answer(
        "stepping",
        rows,
        number=len(rows),
        of=int((placed > 0).sum()),
        strong=strong_ones(rows, scope),
        names=first_names(rows, scope),
        counts={"went_on": int(first["went_on"]), "placed": int(first["placed"])},
    )


def concentrated(access: Access, page: PageState, scope: Known) -> Answer:
    """The employers with most of the period's placements, at most five."""
    counts = placements_counted(access, page, scope)
    keys, found = access.store.world().employers["employer_id"], concentration_of(counts)
    largest = _largest(counts)
    placed = pd.Series(counts[largest], index=keys.iloc[largest], dtype="int64")
    listed = placed[placed.index.isin(scope.employers.index)]
    rows = pd.DataFrame({"employer_id": listed.index, "placed": listed.to_numpy()})
    rows["share"] = rows["placed"] / max(1, found.placements)
    return Answer(
        "concentrated",
        rows,
        number=int(placed.sum()),
        of=found.placements,
        strong=strong_ones(rows, scope),
        names=tuple(access.store.world().employers["name"].iloc[largest[:1]]),
        counts={
            "employers": found.employers,
            "most": int(placed.max()) if len(placed) else 0,
            "gone": len(placed) - len(listed),
        },
        period=page.period,
        equal=found.equal_employers or 0.0,
    )


def clients_placed(access: Access, page: PageState, scope: Known) -> "pd.Series[int]":
    """Different clients whose time at an employer, studies aside, is over, by employer."""
    keys = access.store.world().employers["employer_id"]
    placed = pd.Series(_stones(access, page).clients_placed, index=keys)
    return placed.reindex(scope.employers.index)


def placements_counted(access: Access, page: PageState, scope: Known) -> Codes:
    """The period's placements, studies aside, by employer of the world: those that the filters leave.

    Without a filter those at employers that are no longer active count too, as in the report.
    """
    counts = placements_by_employer(access.scope(page.units, page.programme, page.on), page.period)
    if not (page.coach or page.ownership or page.sector):
        return counts
    there = access.store.world().employers["employer_id"].isin(scope.employers.index)
    return np.where(there, counts, 0)


def largest_of(access: Access, page: PageState, scope: Known) -> Codes:
    """The employers, as codes, that the answer calls the largest."""
    return _largest(placements_counted(access, page, scope))


def _largest(counts: Codes) -> Codes:
    order = np.argsort(-counts, kind="stable")[:LARGEST]
    return order[counts[order] > 0]


def _stones(access: Access, page: PageState) -> SteppingStones:
    # Nothing in them asks for the period, so that they are worked out once for all periods.
    key = ("stepping_stones", tuple(sorted(set(page.units))), page.programme, page.on)
    scope = access.scope(page.units, page.programme, page.on)
    return access.cached(
        key, lambda _snapshot: stepping_stones(basis(scope, page.period, access.definitions))
    )


def _where_to(access: Access, found: SteppingStones) -> dict[str, tuple[str, ...]]:
    """The names of the employers that clients went on to, by where from: those with most clients first."""
    employers = access.store.world().employers
    keys, names = employers["employer_id"].array, employers["name"].array
    ways, clients = np.unique(np.stack([found.stone, found.employer]), axis=1, return_counts=True)
    order = np.lexsort((ways[1], -clients, ways[0]))
    to: dict[str, tuple[str, ...]] = {}
    for stone, employer in ways[:, order].T.tolist():
        to[keys[stone]] = (*to.get(keys[stone], ()), names[employer])
    return to


def _to_ask(scope: Known) -> pd.DataFrame:
    """Who has the strongest living tie with each employer, and when they were last in touch."""
    ties = scope.active.sort_values(["strength", "coach_id"], ascending=[False, True], kind="stable")
    return ties.drop_duplicates("employer_id")[["employer_id", "coach_id", "last_on"]]
