"""Employers from which clients went on to an employment somewhere else, and how visits become jobs."""

from dataclasses import dataclass

import numpy as np

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import (
    EMPLOYMENT,
    JOB_TASTING,
    NOBODY,
    STUDIES,
    STUDY_VISIT,
    TRIALS,
    Codes,
    Flags,
)
from dashboard.analysis.intervals import Share
from dashboard.analysis.places import count_by

WITHIN = 180
RUNGS = ("study_visit", "job_tasting", "trial", "employment")


@dataclass(frozen=True, slots=True, eq=False)
class SteppingStones:
    """One row a way: a client was placed at one employer, and employed by another within 180 days.

    Attributes:
        client: who.
        stone: where the placement was.
        employer: where the employment is.
        clients_of_stone: different clients who went on from each employer of the world.
        clients_placed: different clients whose time at each of them, studies aside, is over: those who may
            have gone on.
    """

    client: Codes
    stone: Codes
    employer: Codes
    clients_of_stone: Codes
    clients_placed: Codes


@dataclass(frozen=True, slots=True, eq=False)
class SpellWays:
    """One row a way: the spell that a client came from, and the employment elsewhere that followed."""

    stone: Codes
    job: Codes


def stepping_stones(basis: Basis) -> SteppingStones:
    """MEASURES.md, "Stepping stones": the employment began within 180 days after the placement's end."""
    rows, found, over = basis.spells, spell_ways(basis), _over(basis)
    employers = len(basis.scope.has_employer)
    ways = np.unique(
        np.stack([rows.client[found.job], rows.employer[found.stone], rows.employer[found.job]]), axis=1
    )
    return SteppingStones(
        ways[0],
        ways[1],
        ways[2],
        clients_of_stone=_clients_by_employer(ways[0], ways[1], employers),
        clients_placed=_clients_by_employer(rows.client[over], rows.employer[over], employers),
    )


def spell_ways(basis: Basis) -> SpellWays:
    """The same ways, spell by spell: a client may have gone the same way more than once."""
    rows, jobs = basis.spells, np.flatnonzero(basis.employments)
    stones = np.flatnonzero(_over(basis))
    jobs = jobs[np.argsort(rows.client[jobs], kind="stable")]
    low = np.searchsorted(rows.client[jobs], rows.client[stones], side="left")
    counts = np.searchsorted(rows.client[jobs], rows.client[stones], side="right") - low
    stone = np.repeat(stones, counts)
    job = jobs[np.arange(len(stone)) - np.repeat(np.cumsum(counts) - counts, counts) + np.repeat(low, counts)]
    wait = rows.start[job] - rows.end[stone]
    goes_on = (
        (rows.employer[job] != rows.employer[stone])
        & (rows.start[job] > rows.start[stone])
        & (wait <= WITHIN)
    )
    return SpellWays(stone[goes_on], job[goes_on])


def _over(basis: Basis) -> Flags:
    """The selection's spells at an employer, studies aside, that are over on the day."""
    rows = basis.spells
    over: Flags = basis.own & (rows.kind != STUDIES) & (rows.employer != NOBODY) & (rows.end <= basis.on)
    return over


def _clients_by_employer(client: Codes, employer: Codes, employers: int) -> Codes:
    """How many different clients each employer has."""
    pairs = np.unique(np.stack([client, employer]), axis=1)
    return count_by(pairs[1], employers)


def conversion(basis: Basis, wanted: Flags | None = None) -> dict[tuple[str, str], Share]:
    """Of the clients who came to one rung at an employer, those who later came to the next there.

    Visit → tasting → trial → employment; each pair of client and employer counts once.

    Args:
        basis: the selection on a day.
        wanted: only some of the spells, such as those at employers of one kind.
    """
    rows, employers = basis.spells, len(basis.scope.has_employer) + 1
    kinds = ((STUDY_VISIT,), (JOB_TASTING,), TRIALS, (EMPLOYMENT,))
    firsts, lasts = [], []
    mine = basis.own if wanted is None else basis.own & wanted
    for kind in kinds:
        some = mine & np.isin(rows.kind, kind)
        pair = rows.client[some] * employers + rows.employer[some]
        order = np.argsort(rows.start[some], kind="stable")
        # Of several days beside one pair, the one that is put in last is what stays.
        firsts.append(_days_of(pair[order[::-1]], rows.start[some][order[::-1]]))
        lasts.append(_days_of(pair[order], rows.start[some][order]))
    found = {}
    for place in range(len(RUNGS) - 1):
        here, there = firsts[place], lasts[place + 1]
        later = sum(there.get(pair, day - 1) >= day for pair, day in here.items())
        found[RUNGS[place], RUNGS[place + 1]] = Share(later, len(here))
    return found


def _days_of(pair: Codes, day: Codes) -> dict[int, int]:
    return dict(zip(pair.tolist(), day.tolist(), strict=True))
