"""What needs somebody on a day, the most urgent first: one stated order, and one rule for each kind.

The order is that of KINDS, and within a kind what `standing` says: the oldest, the nearest, the longest
unseen, the strongest. It is told to the reader in `reports/definitions/pages_today.py`.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.analysis.basis import Basis, flags_at
from dashboard.analysis.coded import NOBODY, Codes, Flags
from dashboard.analysis.follow_ups import due_follow_ups
from dashboard.analysis.gaps_employers import EmployerGaps, employer_codes
from dashboard.analysis.network_state import EmployerState
from dashboard.analysis.open_follow_ups import three_party_ahead
from dashboard.analysis.standard import latest_by_spell
from dashboard.analysis.unseen import days_beyond, unseen

KINDS = ("overdue", "due", "at_risk", "ending", "unseen", "meeting", "cooling", "tired")
"""The kinds of what needs somebody; a kind's code is its place here, and the order is that of urgency."""
OVERDUE, DUE, AT_RISK, ENDING, UNSEEN, MEETING, COOLING, TIRED = range(len(KINDS))
OF_FOLLOW_UPS, OF_SPELLS = (OVERDUE, DUE, MEETING), (AT_RISK, ENDING, UNSEEN)
ENDS_WITHIN = 14
"""Days before its planned end from which a trial should have a plan."""
MEETS_WITHIN = 14
"""Days within which a three-party meeting is to be prepared."""

Standing = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Urgent:
    """What needs somebody, one place each, in order of urgency.

    Attributes:
        kind: its place in KINDS.
        row: the row of a follow-up, a spell, or the code of an employer, as the kind has it.
        coach: whose it is, NOBODY without; a tired employer stands once for each coach with an active tie.
        standing: what the order within the kind goes by, the smallest first.
    """

    kind: Codes
    row: Codes
    coach: Codes
    standing: Standing

    def of(self, coach: int | None) -> "Urgent":
        """What is of one coach; each thing of the whole selection once when it is nobody's in particular."""
        mine = np.flatnonzero(np.ones(len(self.kind), dtype=bool) if coach is None else self.coach == coach)
        places = pd.DataFrame({"kind": self.kind[mine], "row": self.row[mine]})
        return self.at(mine[~places.duplicated().to_numpy()])

    def at(self, places: Codes) -> "Urgent":
        """Those at some places, in the order of the places."""
        return Urgent(self.kind[places], self.row[places], self.coach[places], self.standing[places])


def urgent(basis: Basis, state: EmployerState, found: EmployerGaps, asked: Codes, quiet: Flags) -> Urgent:
    """All that needs somebody in the selection.

    Args:
        basis: the selection on a day.
        state: its employers.
        found: the gaps among them.
        asked: the coach to ask first about each employer of the state's frame, NOBODY without.
        quiet: the employers of the frame that are to be left in peace on the day.
    """
    parts = [
        *_of_follow_ups(basis),
        _of_spells(basis, AT_RISK, judged_at_risk(basis), last_judged(basis)),
        _of_spells(basis, ENDING, ending_without_plan(basis), _planned_end(basis) - basis.on),
        _of_spells(basis, UNSEEN, unseen(basis), -days_beyond(basis)),
        *_of_employers(basis, state, found, asked, quiet),
    ]
    whole = Urgent(*(np.concatenate(column) for column in zip(*parts, strict=True)))
    return whole.at(np.lexsort((whole.coach, whole.row, whole.standing, whole.kind)))


def judged_at_risk(basis: Basis) -> Flags:
    """Spells that run and whose last judgement, or one of the same day, was that they may break off.

    Returns:
        One flag a spell.
    """
    rows, last = basis.scope.coded.follow_ups, last_judged(basis)
    spell = basis.spells.of_row[rows.placement]
    latest = basis.scope.has_follow_up & rows.at_risk & (rows.done == last[spell])
    risky: Flags = basis.spell_runs & flags_at(spell[latest], len(last))
    return risky


def last_judged(basis: Basis) -> Codes:
    """The day of each spell's last done follow-up that says how it goes; ALWAYS without any."""
    rows = basis.scope.coded.follow_ups
    return latest_by_spell(
        basis, basis.scope.has_follow_up & rows.judged & (rows.done <= basis.on), rows.done
    )


def ending_without_plan(basis: Basis) -> Flags:
    """Running trials that should end within two weeks, or should have ended, with nothing planned.

    Planned is an open follow-up of the trial on the day or later, or any placement of the client that begins
    after the day.

    Returns:
        One flag a spell.
    """
    spells, placements = basis.spells, basis.scope.coded.placements
    rows, on = basis.scope.coded.follow_ups, basis.on
    ahead = basis.scope.has_follow_up & ~rows.cancelled & (rows.done > on) & (rows.planned >= on)
    followed = flags_at(spells.of_row[rows.placement[ahead]], len(spells.start))
    goes_on = flags_at(placements.client[placements.start > on], len(basis.scope.has_client))
    near = _planned_end(basis) - on <= ENDS_WITHIN
    ending: Flags = basis.spell_runs & basis.trials & near & ~followed & ~goes_on[spells.client]
    return ending


def meetings_soon(basis: Basis) -> Flags:
    """The three-party meetings after the day that are near: one flag a follow-up."""
    planned = basis.scope.coded.follow_ups.planned
    soon: Flags = three_party_ahead(basis) & (planned > basis.on) & (planned - basis.on <= MEETS_WITHIN)
    return soon


def cooling(found: EmployerGaps, quiet: Flags) -> Flags:
    """Relations to warm up: fading, and neither tired nor to be left in peace."""
    return found.fading & ~found.fatigued & ~quiet


def tired(found: EmployerGaps, quiet: Flags) -> Flags:
    """Tired employers that nobody has set a quiet period for yet."""
    return found.fatigued & ~quiet


def _planned_end(basis: Basis) -> Codes:
    return basis.scope.coded.placements.planned_end[basis.spells.last_row]


Columns = tuple[Codes, Codes, Codes, Standing]


def _of_follow_ups(basis: Basis) -> list[Columns]:
    rows = basis.scope.coded.follow_ups
    due = due_follow_ups(basis.scope, basis.spells, basis.definitions)
    flags = {
        OVERDUE: due & (rows.planned < basis.on),
        DUE: due & (rows.planned == basis.on),
        MEETING: meetings_soon(basis),
    }
    return [
        _columns(kind, np.flatnonzero(flag), rows.coach[flag], rows.planned[flag])
        for kind, flag in flags.items()
    ]


def _of_spells(basis: Basis, kind: int, flags: Flags, standing: Codes) -> Columns:
    coach = basis.scope.coded.placements.coach[basis.spells.last_row]
    return _columns(kind, np.flatnonzero(flags), coach[flags], standing[flags])


def _of_employers(
    basis: Basis, state: EmployerState, found: EmployerGaps, asked: Codes, quiet: Flags
) -> list[Columns]:
    codes, weakest = employer_codes(basis, state), -state.employers["strength"].to_numpy(dtype=np.float64)
    fading, worn = cooling(found, quiet), np.flatnonzero(tired(found, quiet))
    place, coach = _ties(basis, state, worn)
    return [
        _columns(COOLING, codes[fading], asked[fading], weakest[fading]),
        _columns(TIRED, codes[place], coach, weakest[place]),
    ]


def _ties(basis: Basis, state: EmployerState, worn: Codes) -> tuple[Codes, Codes]:
    """The place in the frame and the coach of each active tie of some employers; NOBODY without any."""
    ties = state.active_ties
    coaches = pd.Index(basis.scope.coded.world.coaches["coach_id"])
    place = state.employers.index.get_indexer(pd.Index(ties["employer_id"]))
    wanted = np.isin(place, worn)
    alone = np.setdiff1d(worn, place)
    return (
        np.concatenate([place[wanted], alone]).astype(np.int64),
        np.concatenate(
            [coaches.get_indexer(pd.Index(ties["coach_id"][wanted])), np.full(len(alone), NOBODY)]
        ).astype(np.int64),
    )


def _columns(kind: int, row: Codes, coach: Codes, standing: Codes | Standing) -> Columns:
    return np.full(len(row), kind), row, coach, standing.astype(np.float64)
