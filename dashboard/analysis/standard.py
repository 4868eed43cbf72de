"""When placements should be followed up by the unit's standard."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import ALWAYS, EMPLOYMENT, NEVER, STUDIES, TRIALS, Codes, Days, Flags
from dashboard.analysis.follow_ups import kept_follow_ups
from dashboard.domain.definitions import Standard

LONGEST_MONTH, LONGEST_QUARTER = 31, 92
SHORTEST_MONTH = 28
YEAR = 365


@dataclass(frozen=True, slots=True)
class Rule:
    """Why a day is one of the standard's.

    Attributes:
        count: how many days or calendar months after the start of the spell it is.
        step: it comes every so many days or months; 0 for one of the first days, which are named one by one.
        in_days: whether both are days, and not months.
    """

    count: int
    step: int
    in_days: bool


Table = np.ndarray[tuple[int, int], np.dtype[np.int64]]


def expected_follow_ups(basis: Basis, until: int) -> tuple[Codes, Days]:
    """The standard's days that nothing planned stands in for yet: MEASURES.md, "Expected".

    Args:
        basis: the selection on a day.
        until: the last day to look at.

    Returns:
        The spell and the day of each, for spells of the selection that run; all after the day.
    """
    spells, placements = basis.spells, basis.scope.coded.placements
    followed = np.isin(spells.kind, (*TRIALS, EMPLOYMENT, STUDIES))
    which = np.flatnonzero(basis.spell_runs & followed)
    days = standard_days(spells.kind[which], spells.start[which], basis.on, until, basis.definitions.standard)
    planned_end = placements.planned_end[spells.last_row[which]]
    last = np.minimum(np.where(planned_end > basis.on, planned_end, NEVER), until)
    after = np.maximum(latest_follow_ups(basis)[which], basis.on)
    wanted = (days > after[:, None]) & (days <= last[:, None])
    spell, column = np.nonzero(wanted)
    return which[spell], days[spell, column]


def latest_follow_ups(basis: Basis) -> Days:
    """The latest day, planned or done, of each spell's follow-ups that were not cancelled; ALWAYS without."""
    rows, kept = basis.scope.coded.follow_ups, kept_follow_ups(basis.scope)
    done = np.where(rows.done <= basis.on, rows.done, ALWAYS)
    return latest_by_spell(basis, kept, np.maximum(rows.planned, done))


def last_done(basis: Basis) -> Days:
    """The day of each spell's last done follow-up; ALWAYS without any."""
    rows = basis.scope.coded.follow_ups
    return latest_by_spell(basis, basis.scope.has_follow_up & (rows.done <= basis.on), rows.done)


def latest_by_spell(basis: Basis, wanted: Flags, days: Days) -> Days:
    """The latest of some follow-ups' days for each spell; ALWAYS without any."""
    latest = np.full(len(basis.spells.start), ALWAYS)
    of = basis.spells.of_row[basis.scope.coded.follow_ups.placement[wanted]]
    np.maximum.at(latest, of, days[wanted])
    return latest


def standard_days(kind: Codes, start: Days, on: int, until: int, standard: Standard) -> Table:
    """The standard's days for spells, those between two days at least.

    Returns:
        One row a spell, in no order; ALWAYS where there is no day.
    """
    weeks = start[:, None] + np.array(standard.first_days, dtype=np.int64)
    weeks = np.where((kind == STUDIES)[:, None], ALWAYS, weeks)
    trial = _every_other_week(start, on, until, standard)
    trial = np.where(np.isin(kind, TRIALS)[:, None], trial, ALWAYS)
    months = _months(kind, start, on, until, standard)
    return np.concatenate([weeks, trial, months], axis=1)


def steps_at(kind: Codes, age: Codes, standard: Standard) -> Codes:
    """How many days the standard lets pass until the next follow-up, at an age."""
    settled = age >= standard.first_days[-1]
    week = standard.first_days[0]
    month, later = _longest(1), _longest(standard.employment_step)
    return np.select(
        [kind == STUDIES, ~settled, np.isin(kind, TRIALS), age <= YEAR],
        [_longest(standard.studies_step), week, standard.trial_step, month],
        later,
    )


def rule_of(kind: int, start: int, day: int, standard: Standard) -> Rule:
    """The rule by which a day of `standard_days` is one.

    >>> rule_of(EMPLOYMENT, 0, 21, Standard()), rule_of(EMPLOYMENT, 0, 90, Standard())
    (Rule(count=21, step=0, in_days=True), Rule(count=3, step=1, in_days=False))
    """
    age = day - start
    if kind != STUDIES and age in standard.first_days:
        return Rule(age, 0, in_days=True)
    if kind in TRIALS:
        return Rule(age, standard.trial_step, in_days=True)
    months = int(
        np.datetime64(day, "D").astype("datetime64[M]") - np.datetime64(start, "D").astype("datetime64[M]")
    )
    if kind == STUDIES:
        return Rule(months, standard.studies_step, in_days=False)
    return Rule(
        months, 1 if months <= standard.employment_months[1] else standard.employment_step, in_days=False
    )


def _longest(months: int) -> int:
    """Days in the longest stretch of so many months."""
    quarters, rest = divmod(months, 3)
    return quarters * LONGEST_QUARTER + rest * LONGEST_MONTH


def _every_other_week(start: Days, on: int, until: int, standard: Standard) -> Table:
    step = standard.trial_step
    begin = start + standard.first_days[-1]
    passed = np.maximum((on - begin) // step, 0)
    ahead = np.arange(1, max(0, until - on) // step + 2)
    return begin[:, None] + (passed[:, None] + ahead) * step


def _months(kind: Codes, start: Days, on: int, until: int, standard: Standard) -> Table:
    month = start.astype("datetime64[D]").astype("datetime64[M]")
    day_of_month = start - _number(month)
    this = np.datetime64(on, "D").astype("datetime64[M]")
    passed = (this - month).astype(np.int64)
    age = passed[:, None] + np.arange(max(0, until - on) // SHORTEST_MONTH + 2)
    there = month[:, None] + age
    first = _number(there)
    last = _number(there + 1) - 1
    low, high = standard.employment_months
    for_job = ((low <= age) & (age <= high)) | ((age > high) & ((age - high) % standard.employment_step == 0))
    for_studies = (age > 0) & (age % standard.studies_step == 0)
    wanted = np.where((kind == EMPLOYMENT)[:, None], for_job, (kind == STUDIES)[:, None] & for_studies)
    return np.where(wanted, np.minimum(first + day_of_month[:, None], last), ALWAYS)


def _number(months: Any) -> Days:
    """The number of each month's first day."""
    return np.asarray(months.astype("datetime64[D]").astype(np.int64))
