"""Which rows the counts of analysis are made of, where analysis gives the count alone.

Every function here picks out what a function of `analysis` counts, which its docstring names; a test holds
the two to the same number.
"""

from typing import Any

import numpy as np
import pandas as pd

from dashboard.analysis.basis import Basis, flags_at, runs_between
from dashboard.analysis.coded import EMPLOYMENT, NOBODY, STUDIES, TASTINGS, TRIALS, Codes, Flags, day_number
from dashboard.analysis.equality import FEW_WOMEN, MANY_WOMEN, REGISTER_DIGITS
from dashboard.analysis.follow_ups import kept_follow_ups
from dashboard.analysis.places import running_rows
from dashboard.analysis.selection import Scope
from dashboard.analysis.unseen import BOTH_WITHIN
from dashboard.domain.period import quarter_of
from dashboard.domain.vocabulary import GENDERS
from dashboard.reports.report_input import ReportInput, women_by_occupation


def taking_places(given: ReportInput) -> Flags:
    """Every unit's placements that take a place on the day: `places.places`."""
    scope, joined = given.scope, given.basis.spells
    rows = scope.coded.placements
    age = scope.on - np.append(joined.start, scope.on)[joined.of_row]
    new_job = (rows.kind == EMPLOYMENT) & (age < given.definitions.employment_occupies)
    kinds = np.isin(rows.kind, (*TRIALS, *TASTINGS)) | new_job
    taking: Flags = running_rows(scope, given.definitions) & kinds
    return taking


def quarter_clients(basis: Basis) -> tuple[Flags, Flags]:
    """Clients served in the quarter, and those of them who worked in it: `clients.quarterly_rate`."""
    quarter = quarter_of(min(basis.period.last, basis.scope.date))
    first, end = day_number(quarter.first), min(day_number(quarter.end), basis.on + 1)
    clients, rows = basis.scope.coded.clients, basis.spells
    served = basis.scope.has_client & runs_between(clients.enrolled, clients.closed, first, end)
    worked = basis.employments & runs_between(rows.start, rows.end, first, end)
    return served, served & flags_at(rows.client[worked], len(served))


def timely_follow_ups(basis: Basis) -> tuple[Flags, Flags]:
    """Follow-ups whose time has run out, and those of them done in time: `follow_ups.on_time`."""
    rows, grace = basis.scope.coded.follow_ups, basis.definitions.standard.grace
    counted = kept_follow_ups(basis.scope) & basis.within(rows.planned) & (rows.planned + grace <= basis.on)
    return counted, counted & (rows.done <= rows.planned + grace)


def both_party_spells(basis: Basis) -> tuple[Flags, Flags]:
    """Spells that have run for a month, and those where both were met: `unseen.both_parties`."""
    rows, follow_ups = basis.spells, basis.scope.coded.follow_ups
    counted = (
        basis.spell_runs
        & (basis.trials | basis.employments)
        & (basis.on - rows.start >= basis.definitions.both_parties_after)
    )
    lately = basis.scope.has_follow_up & (follow_ups.done <= basis.on)
    lately &= follow_ups.done > basis.on - BOTH_WITHIN

    def met(party: Flags) -> Flags:
        return flags_at(rows.of_row[follow_ups.placement[lately & party]], len(rows.start))

    return counted, counted & met(follow_ups.meets_client) & met(follow_ups.meets_employer)


def non_traditional_rows(given: ReportInput, sex: str) -> tuple[Flags, Flags]:
    """Placements of one sex in known occupations, and the rare ones: `equality.non_traditional`."""
    scope, rows = given.scope, given.scope.coded.placements
    started = scope.has_placement & (rows.kind != STUDIES) & given.basis.within(rows.start)
    column: pd.Series[Any] = scope.coded.world.placements["occupation"]
    shares = column.str.slice(0, REGISTER_DIGITS).map(women_by_occupation(scope.coded.world))
    women = shares.to_numpy(dtype=np.float64)
    theirs = started & ~np.isnan(women) & (scope.coded.clients.gender[rows.client] == GENDERS.index(sex))
    return theirs, theirs & (women < FEW_WOMEN if sex == "woman" else women > MANY_WOMEN)


def placements_of_period(basis: Basis) -> Flags:
    """Placements that started in the period, studies aside: `concentration.concentration`."""
    rows = basis.scope.coded.placements
    started: Flags = basis.within(rows.start) & (rows.kind != STUDIES)
    return basis.scope.has_placement & started


def interaction_rows(scope: Scope) -> tuple[tuple[str, Codes], ...]:
    """The rows of each table that `interactions.interactions` gives, in its order."""
    placements, follow_ups = scope.coded.placements, scope.coded.follow_ups
    at_employer = scope.has_placement & (placements.kind != STUDIES) & (placements.employer != NOBODY)
    met = scope.has_follow_up & follow_ups.meets_employer & (follow_ups.done <= scope.on)
    return (
        ("contacts", np.flatnonzero(scope.has_contact)),
        ("placements", np.flatnonzero(at_employer)),
        ("follow_ups", np.flatnonzero(met & at_employer[follow_ups.placement])),
    )
