"""The rows behind figures about employers and the gaps among them."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.analysis.coded import STUDIES, Flags
from dashboard.analysis.gaps_areas import area_gaps
from dashboard.analysis.gaps_employers import employer_gaps
from dashboard.analysis.gaps_occupations import demand_shares, occupation_gaps, seekers, supply_shares
from dashboard.domain.vocabulary import LEVELS, OWNERSHIPS, RUNGS, WARMTHS
from dashboard.reports import trace_tables as tables
from dashboard.reports.network_scope import known
from dashboard.reports.report_input import homes
from dashboard.reports.trace_flags import taking_places
from dashboard.reports.trace_ground import Found, Ground

Tracer = Callable[[Ground], Found]


def _those(ground: Ground, flags: Any, *extra: str, amount: str = "") -> Found:
    """The flagged employers that the page's filters leave, as the pages count them."""
    kept = ground.state.employers.index.isin(_left(ground))
    return tables.employers(ground, np.asarray(flags, dtype=bool) & kept, *extra, amount=amount)


def _left(ground: Ground) -> pd.Index:
    return known(ground.access, ground.page).employers.index


def _where(column: str, value: Any) -> Tracer:
    return lambda ground: _those(ground, ground.state.employers[column] == value)


def _everybody(ground: Ground) -> Found:
    return _those(ground, np.ones(len(ground.state.employers), dtype=bool))


def _owner_unknown(ground: Ground) -> Found:
    return _those(ground, ground.state.employers["ownership"].isna())


def _tired(ground: Ground) -> Found:
    return _those(ground, ground.state.employers["fatigued"], "capacity", "occupied")


def _free(ground: Ground) -> Found:
    return _those(ground, ground.state.employers["free"] > 0, "capacity", "occupied", amount="free")


def _running(ground: Ground) -> Found:
    runs = ground.basis.runs & (ground.scope.coded.placements.kind != STUDIES)
    return tables.placements(ground, runs & _at_employers(ground))


def _occupied(ground: Ground) -> Found:
    return tables.placements(ground, taking_places(ground.given) & _at_employers(ground))


def _at_employers(ground: Ground) -> Flags:
    """Placement rows at the employers that are counted: one flag a row of the world."""
    keys = ground.scope.coded.world.employers["employer_id"]
    counted = np.append(keys.isin(_left(ground)).to_numpy(), False)
    return np.asarray(counted[ground.scope.coded.placements.employer], dtype=bool)


def _gap(name: str) -> Tracer:
    def trace(ground: Ground) -> Found:
        occupations = occupation_gaps(ground.basis, ground.state)
        found = employer_gaps(ground.basis, ground.state, occupations)
        return _those(ground, getattr(found, name))

    return trace


def _area(name: str) -> Tracer:
    def trace(ground: Ground) -> Found:
        found = area_gaps(ground.basis, ground.state, homes(ground.scope.coded.world))
        return tables.clients(ground, getattr(found, name))

    return trace


def _demand(ground: Ground) -> Found:
    """Who wishes for the occupation of the address, and how much; all who seek when it names none."""
    if ground.page.occupation is None:
        return tables.clients(ground, seekers(ground.basis))
    rows, amount = demand_shares(ground.basis).of(ground.page.occupation)
    shares = np.zeros(len(ground.sees))
    shares[rows] = amount
    found = tables.clients(ground, shares > 0)
    return _shared(found, shares[(shares > 0) & ground.sees])


def _supply(ground: Ground) -> Found:
    """Who offers the occupation of the address; all with free places when it names none."""
    if ground.page.occupation is None:
        return _free(ground)
    rows, amount = supply_shares(ground.basis, ground.state).of(ground.page.occupation)
    return _shared(tables.employers(ground, ground.state.employers.index[rows]), amount)


def _shared(found: Found, amount: NDArray[np.float64]) -> Found:
    return Found((*found.columns, "share"), found.rows.assign(share=amount), found.hidden, amount="share")


TRACERS: Mapping[str, Tracer] = {
    "employers.total": _everybody,
    **{f"employers.by_warmth.{key}": _where("warmth", key) for key in WARMTHS},
    **{f"employers.by_ladder.{key}": _where("rung", key) for key in RUNGS},
    **{f"employers.by_ownership.{key}": _where("ownership", key) for key in OWNERSHIPS},
    "employers.by_ownership.unknown": _owner_unknown,
    **{f"employers.strength.{key}": _where("level", key) for key in LEVELS},
    "employers.single_coach": _where("active_ties", 1),
    "employers.running": _running,
    "employers.occupied": _occupied,
    "employers.free_places": _free,
    "employers.fatigued": _tired,
    **{f"gaps.{name}": _gap(name) for name in ("dependence", "dormant", "fading", "unused", "dead_ends")},
    **{f"gaps.data.{name}": _gap(name) for name in ("no_position", "no_occupation", "no_sni")},
    "gaps.areas.clients": _area("named"),
    "gaps.areas.municipality_only": _area("municipality_only"),
}
BEHIND: Mapping[str, Tracer] = {
    "gaps.occupations.demand": _demand,
    "gaps.occupations.supply": _supply,
}
"""Rows that stand behind a figure which is not their number."""
