"""The unit's own check of its method, after IPS-25. Not the official score."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import NOBODY, Codes
from dashboard.analysis.fidelity_support import steadily_supported
from dashboard.analysis.waiting import MEETINGS, waiting
from dashboard.domain.vocabulary import CONTRACTS

AT_MOST = {"caseload": (20, 25, 30, 40), "rapid_search": (30, 60, 150, 270)}
"""The highest value for 5, 4, 3 and 2 points."""
AT_LEAST = {
    "employer_contacts": (6, 5, 4, 2),
    "job_diversity": (0.85, 0.70, 0.60, 0.50),
    "employer_diversity": (0.85, 0.70, 0.60, 0.50),
    "permanent_jobs": (0.95, 0.85, 0.75, 0.65),
    "time_unlimited_support": (0.90, 0.75, 0.50, 0.25),
}
"""The lowest value for 5, 4, 3 and 2 points."""
HIGHEST = 5
"""The most points."""
FEWEST_CONTRACTS = 10
PERMANENT = CONTRACTS.index("permanent")
OCCUPATION_DIGITS = 3
COMPARED_DECIMALS = 9


@dataclass(frozen=True, slots=True)
class Item:
    """One item: its value, from how many, and 1 to 5 points. None: nothing to compute it from."""

    item: str
    value: float | None
    n: int
    score: int | None


def fidelity(basis: Basis) -> tuple[Item, ...]:
    """The items that can be computed: MEASURES.md, "Method check"."""
    return (
        _caseload(basis),
        _rapid_search(basis),
        _employer_contacts(basis),
        *_diversity(basis),
        _permanent_jobs(basis),
        _support(basis),
    )


def score(item: str, value: float) -> int:
    """The points for a value."""
    exact = round(value, COMPARED_DECIMALS)
    if item in AT_MOST:
        passed = sum(exact <= limit for limit in AT_MOST[item])
    else:
        passed = sum(exact >= limit for limit in AT_LEAST[item])
    return 1 + passed


def _item(name: str, value: float | None, n: int) -> Item:
    return Item(name, value, n, None if value is None else score(name, value))


def _caseload(basis: Basis) -> Item:
    active = int(basis.scope.active_client.sum())
    return _item("caseload", active / basis.fte if active and basis.fte else None, active)


def _rapid_search(basis: Basis) -> Item:
    waited = waiting(basis)
    if waited.clients and waited.first_meeting is None:
        return Item("rapid_search", None, waited.clients, 1)
    return _item("rapid_search", waited.first_meeting, waited.clients)


def _employer_contacts(basis: Basis) -> Item:
    contacts, coaches = basis.scope.coded.contacts, basis.scope.coded.coaches
    met = basis.scope.has_contact & basis.within(contacts.day) & np.isin(contacts.kind, MEETINGS)
    days = np.minimum(coaches.end, basis.end) - np.maximum(coaches.start, basis.first)
    weeks = float((coaches.fte * np.maximum(days, 0))[basis.scope.has_coach].sum()) / 7
    return _item("employer_contacts", int(met.sum()) / weeks if weeks else None, int(met.sum()))


def _diversity(basis: Basis) -> tuple[Item, Item]:
    rows = basis.spells
    started = basis.employments & basis.within(rows.start)
    named = first_occupations(basis)[started]
    named = named[named != NOBODY]
    employers = rows.employer[started]
    return (
        _item("job_diversity", _distinct_share(named), len(named)),
        _item("employer_diversity", _distinct_share(employers), len(employers)),
    )


def _distinct_share(codes: Codes) -> float | None:
    return len(np.unique(codes)) / len(codes) if len(codes) else None


def first_occupations(basis: Basis) -> Codes:
    """The first known occupation of each spell, by its first three digits; NOBODY when none is known."""
    rows = basis.scope.coded.placements
    column: pd.Series[Any] = basis.scope.coded.world.placements["occupation"]
    of_row, names = pd.factorize(column)
    groups, _short = pd.factorize(names.str.slice(0, OCCUPATION_DIGITS))
    # A row without an occupation, −1, has the last place.
    codes = np.append(groups, NOBODY)[of_row]
    known = np.flatnonzero(basis.scope.any_placement & (codes != NOBODY))
    # Written from the last row to the first: the first is what stays.
    order = known[np.lexsort((known, rows.start[known]))][::-1]
    first = np.full(len(basis.spells.start), NOBODY)
    first[basis.spells.of_row[order]] = codes[order]
    return first


def _permanent_jobs(basis: Basis) -> Item:
    running = basis.employments & basis.spell_runs
    contract = basis.scope.coded.placements.contract[basis.spells.last_row[running]]
    known = int((contract != NOBODY).sum())
    value = int((contract == PERMANENT).sum()) / known if known else None
    if known and known < FEWEST_CONTRACTS:
        return Item("permanent_jobs", value, known, 1)
    return _item("permanent_jobs", value, known)


def _support(basis: Basis) -> Item:
    supported = steadily_supported(basis)
    return _item("time_unlimited_support", supported.share, supported.of)
