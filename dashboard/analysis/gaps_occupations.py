"""Occupations that clients want and the network cannot offer."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import Flags
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


def seekers(basis: Basis) -> Flags:
    """Active clients without a running employment: one flag a client of the world."""
    return basis.scope.active_client & ~basis.employed_now


def occupation_gaps(basis: Basis, state: EmployerState) -> tuple[OccupationGap, ...]:
    """Demand and supply of each group with demand, by code: MEASURES.md, "Gaps"."""
    wishes = wished_groups(basis)
    demand = _shared(wishes, seekers(basis).astype(float))
    offers = offered_groups(state, basis.definitions.ssyk_level)
    wanted = np.isin(np.array(offers.names, dtype=object), np.array(wishes.names, dtype=object)[demand > 0])
    kept = wanted[offers.group]
    supply = _shared(Groups(offers.row[kept], offers.group[kept], offers.names), _free_places(state))
    offered = dict(zip(offers.names, supply.tolist(), strict=True))
    return tuple(
        _gap(name, amount, offered.get(name, 0.0))
        for name, amount in zip(wishes.names, demand.tolist(), strict=True)
        if amount > 0
    )


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


def _shared(groups: Groups, amount: NDArray[np.float64]) -> NDArray[np.float64]:
    """What each group gets when every row's amount is shared equally over its groups."""
    parts = np.bincount(groups.row, minlength=len(amount))
    portion = amount[groups.row] / parts[groups.row]
    return np.bincount(groups.group, weights=portion, minlength=len(groups.names)).astype(np.float64)


def _gap(name: str, demand: float, supply: float) -> OccupationGap:
    short = round(supply, COMPARED_DECIMALS) < round(demand, COMPARED_DECIMALS)
    return OccupationGap(name, demand, supply, MISSING if supply == 0 else THIN if short else COVERED)
