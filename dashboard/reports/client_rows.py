"""What is on record about one client, row by row: steps, placements, follow-ups, and who else is involved."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.analysis.coded import NEVER, NOBODY, to_dates
from dashboard.analysis.follow_ups import due_follow_ups, planned_follow_ups
from dashboard.domain.vocabulary import TRIAL_KINDS
from dashboard.reports.employer import day_or_none
from dashboard.reports.employer_index import text_or_none
from dashboard.reports.reference_words import occupation
from dashboard.reports.report_input import ReportInput


@dataclass(frozen=True, slots=True)
class Stay:
    """One stay in one of the five steps.

    Attributes:
        step: its number.
        entered_on: the first day.
        left_on: the day of the next entry or the closing; None while it lasts.
        days: how long.
        back: whether it is a return to an earlier step than the one before.
    """

    step: int
    entered_on: dt.date
    left_on: dt.date | None
    days: int
    back: bool


@dataclass(frozen=True, slots=True)
class Tried:
    """A placement.

    Attributes:
        kind: a key of PLACEMENT_KINDS.
        employer_id: None for studies.
        employer: its name.
        occupation: its title.
        started_on: the first day.
        ended_on: the last; None while it runs.
        planned_end_on: as planned.
        outcome: a key of OUTCOMES, "running", "unknown" for a trial without one, or None.
    """

    kind: str
    employer_id: str | None
    employer: str | None
    occupation: str | None
    started_on: dt.date
    ended_on: dt.date | None
    planned_end_on: dt.date | None
    outcome: str | None


@dataclass(frozen=True, slots=True)
class Check:
    """A follow-up.

    Attributes:
        planned_on: as planned.
        done_on: when it was done.
        state: "done", "cancelled", "overdue", "due", "planned" or "lapsed".
        employer: where; None for studies.
        party: with whom.
        mode: how.
        assessment: how it went.
    """

    planned_on: dt.date
    done_on: dt.date | None
    state: str
    employer: str | None
    party: str | None
    mode: str | None
    assessment: str | None


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody else who is involved: a key of REFERRERS, the role, and from when to when."""

    party: str
    role: str | None
    from_on: dt.date
    to_on: dt.date | None
    now: bool


def stays_of(given: ReportInput, row: int) -> tuple[Stay, ...]:
    """The client's stays in the steps: same day, the highest last."""
    rows, on = given.scope.coded.steps, given.basis.on
    mine = np.flatnonzero((rows.client == row) & (rows.day <= on))
    mine = mine[np.lexsort((rows.step[mine], rows.day[mine]))]
    steps, days = rows.step[mine].tolist(), rows.day[mine].tolist()
    closed = int(given.scope.coded.clients.closed[row])
    ends = [*days[1:], closed if closed <= on else NEVER]
    return tuple(
        Stay(
            step=step,
            entered_on=_day(begins),
            left_on=_day(max(ends[at], begins)) if ends[at] < NEVER else None,
            days=max(0, min(ends[at], on) - begins),
            back=at > 0 and step < steps[at - 1],
        )
        for at, (step, begins) in enumerate(zip(steps, days, strict=True))
    )


def tried_by(given: ReportInput, row: int) -> Iterator[Tried]:
    """The client's placements, the latest first."""
    coded, ends = given.scope.coded, given.basis.ends
    mine = np.flatnonzero(given.scope.any_placement & (coded.placements.client == row))
    for at in mine[np.lexsort((-mine, -coded.placements.start[mine]))]:
        cell = cells_of(coded.world.placements, int(at))
        over = ends[at] < NEVER
        employer = int(coded.placements.employer[at])
        missing = "unknown" if cell("kind") in TRIAL_KINDS else None
        code = text_or_none(cell("occupation"))
        yield Tried(
            kind=str(cell("kind")),
            employer_id=name_at(coded.world.employers, "employer_id", employer),
            employer=name_at(coded.world.employers, "name", employer),
            occupation=occupation(code) if code else None,
            started_on=_day(int(coded.placements.start[at])),
            ended_on=_day(int(ends[at])) if over else None,
            planned_end_on=day_or_none(cell("planned_end_on")),
            outcome=(text_or_none(cell("outcome")) or missing) if over else "running",
        )


def checks_of(given: ReportInput, row: int) -> Iterator[Check]:
    """The client's follow-ups, the latest planned first."""
    scope, coded = given.scope, given.scope.coded
    rows = coded.follow_ups
    due = due_follow_ups(scope, given.basis.spells, given.definitions)
    planned = planned_follow_ups(given.basis)
    mine = np.flatnonzero(scope.has_follow_up & (coded.placements.client[rows.placement] == row))
    for at in mine[np.lexsort((-mine, -rows.planned[mine]))]:
        cell = cells_of(coded.world.follow_ups, int(at))
        done = bool(rows.done[at] <= scope.on)
        waiting = "overdue" if rows.planned[at] < scope.on else "due"
        ahead = "planned" if planned[at] else "lapsed"
        state = "cancelled" if rows.cancelled[at] else waiting if due[at] else ahead
        yield Check(
            planned_on=_day(int(rows.planned[at])),
            done_on=_day(int(rows.done[at])) if done else None,
            state="done" if done else state,
            employer=name_at(
                coded.world.employers, "name", int(coded.placements.employer[rows.placement[at]])
            ),
            party=text_or_none(cell("party")),
            mode=text_or_none(cell("mode")),
            assessment=text_or_none(cell("assessment")) if done else None,
        )


def parties_of(given: ReportInput, client_id: str) -> tuple[Party, ...]:
    """Who else is involved, those of today first."""
    frame, on = given.scope.coded.world.cooperation, given.on
    found = []
    for at in np.flatnonzero((frame["client_id"] == client_id).to_numpy(dtype=bool)):
        cell = cells_of(frame, int(at))
        begins, ends = day_or_none(cell("from_on")), day_or_none(cell("to_on"))
        if begins is not None and begins <= on:
            known = ends if ends is not None and ends <= on else None
            found.append(Party(str(cell("party")), text_or_none(cell("role")), begins, known, known is None))
    return tuple(sorted(found, key=lambda one: (not one.now, one.from_on, one.party)))


def cells_of(frame: pd.DataFrame, row: int) -> Callable[[str], Any]:
    """A way to the cells of a row."""
    return lambda name: frame[name].array[row]


def name_at(frame: pd.DataFrame, column: str, code: int) -> str | None:
    """The text in a column for a code; None for nobody."""
    return None if code == NOBODY else text_or_none(frame[column].array[code])


def _day(number: int) -> dt.date:
    return pd.Timestamp(to_dates(np.array([number]))[0]).date()
