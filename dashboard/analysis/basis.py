"""What every measure of clients, placements and follow-ups starts from: a selection, a day and a period."""

from dataclasses import dataclass

import numpy as np

from dashboard.analysis.coded import EMPLOYMENT, TRIALS, Codes, Days, Flags, day_number
from dashboard.analysis.selection import Scope
from dashboard.analysis.spells import Spells, known_ends, spells
from dashboard.domain.definitions import Definitions
from dashboard.domain.period import Period


@dataclass(frozen=True, slots=True, eq=False)
class Basis:
    """A selection on a day, its period, and what belongs together in it.

    Attributes:
        scope: the selection's rows as known on the day.
        definitions: thresholds and windows.
        period: first and last day, as asked for.
        ends: the day each placement row ended as known on the day, NEVER for one that runs.
        spells: every unit's placements as spells.
    """

    scope: Scope
    definitions: Definitions
    period: Period
    ends: Days
    spells: Spells

    @property
    def on(self) -> int:
        """The day's number."""
        return self.scope.on

    @property
    def first(self) -> int:
        """The period's first day."""
        return day_number(self.period.first)

    @property
    def end(self) -> int:
        """The day after the last day of the period that is known: the open end of a half-open interval."""
        return min(day_number(self.period.end), self.on + 1)

    def within(self, days: Days) -> Flags:
        """Which days lie within the period, on or before the day: the only judge of that in analysis."""
        inside: Flags = (self.first <= days) & (days < self.end)
        return inside

    def runs_within(self, start: Days, end: Days) -> Flags:
        """What runs on at least one day of the period: start ≤ d < end for some d."""
        return runs_between(start, end, self.first, self.end)

    @property
    def runs(self) -> Flags:
        """The selection's placement rows that run on the day, studies too."""
        running: Flags = self.scope.has_placement & (self.ends > self.on)
        return running

    @property
    def own(self) -> Flags:
        """The selection's spells."""
        return self.scope.has_placement[self.spells.last_row]

    @property
    def spell_runs(self) -> Flags:
        """The selection's spells that run on the day."""
        return self.own & (self.spells.end > self.on)

    @property
    def trials(self) -> Flags:
        """The selection's trials, an extended one counted once."""
        return self.own & np.isin(self.spells.kind, TRIALS)

    @property
    def employments(self) -> Flags:
        """The selection's employment spells."""
        jobs: Flags = self.spells.kind == EMPLOYMENT
        return self.own & jobs

    @property
    def employed_now(self) -> Flags:
        """Clients with an employment that runs on the day: one flag a client of the world."""
        rows = self.scope.coded.placements
        return flags_at(rows.client[self.runs & (rows.kind == EMPLOYMENT)], len(self.scope.has_client))

    @property
    def enrolled_in_period(self) -> Flags:
        """The selection's clients who were enrolled in the period."""
        return self.scope.has_client & self.within(self.scope.coded.clients.enrolled)

    @property
    def fte(self) -> float:
        """Full-time coaches who work on the day."""
        return float(self.scope.coded.coaches.fte[self.scope.works].sum())


def basis(scope: Scope, period: Period, definitions: Definitions) -> Basis:
    """Join the spells of a selection's day and keep them with its period."""
    placements = scope.coded.placements
    return Basis(
        scope=scope,
        definitions=definitions,
        period=period,
        ends=known_ends(placements, scope.on, definitions),
        spells=spells(placements, scope.any_placement, scope.on, definitions),
    )


def runs_between(start: Days, end: Days, first: int, stop: int) -> Flags:
    """What runs (start ≤ d < end) on at least one day d with first ≤ d < stop."""
    return np.maximum(start, first) < np.minimum(end, stop)


def flags_at(codes: Codes, count: int) -> Flags:
    """One flag each of `count`, set where a code stands; NOBODY sets none."""
    flags = np.zeros(count + 1, dtype=bool)
    flags[codes] = True
    flags[count] = False
    return flags[:count]


def first_day_of(codes: Codes, days: Days, count: int, missing: int) -> Days:
    """The earliest day beside each code, `missing` where there is none."""
    earliest = np.full(count, missing)
    np.minimum.at(earliest, codes, days)
    return earliest
