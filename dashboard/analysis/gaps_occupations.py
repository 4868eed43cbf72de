"""Occupations that clients want and the network cannot offer."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import Codes, Flags
from dashboard.analysis.network_state import EmployerState
from dashboard.analysis.occupations import Groups, occupation_groups
from dashboard.analysis.strength import COMPARED_DECIMALS

MISSING, THIN, COVERED = "missing", "thin", "covered"
OFFERING_RUNG = 2
WARM = ("active", "cooling")


@dataclass(frozen=True, slots=True)
class OccupationGap:
    """One group of occupations with demand.

    Attributes:
        ssyk: the group.
        demand: clients who want it, each shared over what they want.
        supply: free places that offer it, each employer's shared over what it offers.
        state: "missing", "thin" or "covered".
    """

    ssyk: str
    demand: float
    supply: float
    state: str


@dataclass(frozen=True, slots=True, eq=False)
class Shares:
    """Amounts shared over groups of occupations: one row a row and group.

    Attributes:
        row: whose amount it is, as a place in the frame.
        group: the group, as a place in `names`.
        names: the groups, by code.
        amount: what of the row's amount falls on the group.
    """

    row: Codes
    group: Codes
    names: tuple[str, ...]
    amount: NDArray[np.float64]

    def sums(self) -> NDArray[np.float64]:
        """What each group gets."""
        found = np.bincount(self.group, weights=self.amount, minlength=len(self.names))
        return found.astype(np.float64)

    def of(self, name: str) -> tuple[Codes, NDArray[np.float64]]:
        """The rows that add something to a group, and how much."""
        known = name in self.names
        here = (self.group == self.names.index(name) if known else False) & (self.amount > 0)
        return self.row[here], self.amount[here]


def seekers(basis: Basis) -> Flags:
    """Active clients without a running employment: one flag a client of the world."""
    return basis.scope.active_client & ~basis.employed_now


def occupation_gaps(basis: Basis, state: EmployerState) -> tuple[OccupationGap, ...]:
    """Demand and supply of each group with demand, by code: MEASURES.md, "Gaps"."""
    wanted, offered = demand_shares(basis), supply_shares(basis, state)
    supply = dict(zip(offered.names, offered.sums().tolist(), strict=True))
    return tuple(
        _gap(name, amount, supply.get(name, 0.0))
        for name, amount in zip(wanted.names, wanted.sums().tolist(), strict=True)
        if amount > 0
    )


def demand_shares(basis: Basis) -> Shares:
    """What each client of the world who seeks work adds to the demand for each group."""
    return _shares(wished_groups(basis), seekers(basis).astype(float))


def supply_shares(basis: Basis, state: EmployerState) -> Shares:
    """What each employer of `total` adds to the supply of each of its groups that has demand."""
    wanted = demand_shares(basis)
    in_demand = np.array(wanted.names, dtype=object)[wanted.sums() > 0]
    offers = offered_groups(state, basis.definitions.ssyk_level)
    kept = np.isin(np.array(offers.names, dtype=object), in_demand)[offers.group]
    return _shares(Groups(offers.row[kept], offers.group[kept], offers.names), _free_places(state))


def wished_groups(basis: Basis) -> Groups:
    """The groups that each client of the world wishes for."""
    return occupation_groups(
        basis.scope.coded.world.clients["wished_occupations"], basis.definitions.ssyk_level
    )


def offered_groups(state: EmployerState, level: int) -> Groups:
    """The groups that each employer of `total` offers."""
    return occupation_groups(state.employers["occupations"], level)


def offers_any(state: EmployerState, level: int, names: set[str]) -> Flags:
    """Employers of `total` that offer at least one of the groups."""
    offers = offered_groups(state, level)
    wanted = np.array([name in names for name in offers.names] + [False])
    flags = np.zeros(len(state.employers), dtype=bool)
    flags[offers.row[wanted[offers.group]]] = True
    return flags


def is_warm(state: EmployerState) -> Flags:
    """Employers of `total` that are active or cooling."""
    warm: Flags = state.employers["warmth"].isin(WARM).to_numpy()
    return warm


def _free_places(state: EmployerState) -> NDArray[np.float64]:
    """Free places at employers that are warm and that we have met."""
    frame: pd.DataFrame = state.employers
    met: Any = frame["rung"].to_numpy() >= OFFERING_RUNG
    return np.where(is_warm(state) & met, frame["free"].to_numpy(), 0).astype(np.float64)


def _shares(groups: Groups, amount: NDArray[np.float64]) -> Shares:
    """Every row's amount, shared equally over its groups."""
    parts = np.bincount(groups.row, minlength=len(amount))
    return Shares(groups.row, groups.group, groups.names, amount[groups.row] / parts[groups.row])


def _gap(name: str, demand: float, supply: float) -> OccupationGap:
    short = round(supply, COMPARED_DECIMALS) < round(demand, COMPARED_DECIMALS)
    return OccupationGap(name, demand, supply, MISSING if supply == 0 else THIN if short else COVERED)
