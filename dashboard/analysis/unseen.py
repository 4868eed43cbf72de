"""Placements that nobody has looked after for longer than the standard allows, or not with both parties."""

from dataclasses import dataclass

import numpy as np

from dashboard.analysis.basis import Basis, flags_at
from dashboard.analysis.coded import ALWAYS, EMPLOYMENT, STUDIES, TRIALS, Codes, Flags
from dashboard.analysis.intervals import Share
from dashboard.analysis.standard import last_done, steps_at

BOTH_WITHIN = 60


@dataclass(frozen=True, slots=True, eq=False)
class Reached:
    """One flag a spell: whether it counts, and which parties a follow-up reached lately."""

    counted: Flags
    client: Flags
    employer: Flags

    @property
    def both(self) -> Flags:
        """Those that count in which both were reached."""
        return self.counted & self.client & self.employer


def unseen(basis: Basis) -> Flags:
    """Running trials, employments and studies that are unseen: MEASURES.md, "Unseen".

    Returns:
        One flag a spell.
    """
    followed = np.isin(basis.spells.kind, (*TRIALS, EMPLOYMENT, STUDIES))
    return basis.spell_runs & followed & (days_beyond(basis) > 0)


def days_beyond(basis: Basis) -> Codes:
    """How many days beyond what the standard allows each spell has been unseen; negative within it."""
    rows, standard = basis.spells, basis.definitions.standard
    done = last_done(basis)
    seen = np.where(done > ALWAYS, done, rows.start)
    allowed = steps_at(rows.kind, basis.on - rows.start, standard) + standard.grace
    beyond: Codes = basis.on - seen - allowed
    return beyond


def both_parties(basis: Basis) -> Share:
    """Of what has run for a month, that in which both client and employer were reached in two."""
    found = parties_reached(basis)
    return Share(int(found.both.sum()), int(found.counted.sum()))


def parties_reached(basis: Basis) -> Reached:
    """Which parties were reached in each trial and employment that has run for a month."""
    rows, follow_ups = basis.spells, basis.scope.coded.follow_ups
    return Reached(
        counted=basis.spell_runs
        & (basis.trials | basis.employments)
        & (basis.on - rows.start >= basis.definitions.both_parties_after),
        client=_reached(basis, follow_ups.meets_client),
        employer=_reached(basis, follow_ups.meets_employer),
    )


def _reached(basis: Basis, party: Flags) -> Flags:
    """Spells with a recent follow-up that met a party."""
    rows = basis.scope.coded.follow_ups
    lately = (rows.done <= basis.on) & (rows.done > basis.on - BOTH_WITHIN)
    met = basis.scope.has_follow_up & party & lately
    return flags_at(basis.spells.of_row[rows.placement[met]], len(basis.spells.start))
