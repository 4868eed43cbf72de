"""Support without a time limit: employments that were followed up from the start, and ever since."""

import numpy as np

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import Codes, Days
from dashboard.analysis.intervals import Share

STARTED_BEFORE = 28
STRETCHES = (7, 14, 21, 28)
"""The last day after the start of each of the first four stretches."""
FEWEST_STRETCHES = 3
YEAR, LONG_IN_FIRST_YEAR, LONG = 365, 38, 99
LONG_GAPS_ALLOWED = 1


def steadily_supported(basis: Basis) -> Share:
    """Of the employment spells that run and are four weeks old, those supported steadily."""
    rows = basis.spells
    which = basis.employments & basis.spell_runs & (basis.on - rows.start >= STARTED_BEFORE)
    spell, day = _support_days(basis, np.flatnonzero(which))
    early = _stretches_reached(spell, day, len(rows.start)) >= FEWEST_STRETCHES
    steady = _long_gaps(spell, day, basis.on - rows.start, which.astype(np.int64)) <= LONG_GAPS_ALLOWED
    return Share(int((which & early & steady).sum()), int(which.sum()))


def _support_days(basis: Basis, spells: Codes) -> tuple[Codes, Days]:
    """Days since the start on which a follow-up was done, by spell and day; those before it are left out."""
    rows = basis.scope.coded.follow_ups
    done = np.flatnonzero(basis.scope.has_follow_up & (rows.done <= basis.on))
    spell = basis.spells.of_row[rows.placement[done]]
    day = rows.done[done] - basis.spells.start[spell]
    kept = np.isin(spell, spells) & (day >= 0)
    spell, day = spell[kept], day[kept]
    order = np.lexsort((day, spell))
    return spell[order], day[order]


def _stretches_reached(spell: Codes, day: Days, count: int) -> Codes:
    """In how many of the first four stretches each spell has a follow-up."""
    early = day <= STRETCHES[-1]
    reached = np.zeros((count, len(STRETCHES)), dtype=bool)
    reached[spell[early], np.searchsorted(STRETCHES, day[early])] = True
    return np.asarray(reached.sum(axis=1), dtype=np.int64)


def _long_gaps(spell: Codes, day: Days, age: Days, wanted: Codes) -> Codes:
    """How many gaps of each spell are too long: from its start over its follow-ups to the day itself."""
    spells = np.flatnonzero(wanted)
    owner = np.concatenate([spells, spell, spells])
    point = np.concatenate([np.zeros(len(spells), dtype=np.int64), day, age[spells]])
    order = np.lexsort((point, owner))
    owner, point = owner[order], point[order]
    within = owner[1:] == owner[:-1]
    begin, end = point[:-1][within], point[1:][within]
    first_year = np.minimum(end, YEAR) - np.minimum(begin, YEAR)
    too_long = (first_year > LONG_IN_FIRST_YEAR) | (end - begin > LONG)
    return np.bincount(owner[1:][within][too_long], minlength=len(wanted))
