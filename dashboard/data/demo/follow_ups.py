"""Follow-ups: planned by the standard, mostly done in time, sometimes late, cancelled or forgotten."""

import datetime as dt
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dashboard.data.demo.coaches import DANIEL, works
from dashboard.data.demo.days import Calendar, add_months
from dashboard.data.demo.journeys import Journey
from dashboard.data.demo.records import FollowUpRecord
from dashboard.data.demo.stories import OVERLOADED_COACH
from dashboard.data.demo.ways import drawn
from dashboard.domain.vocabulary import TRIAL_KINDS

FIRST_WEEKS = (7, 14, 21, 28)
PLANNED_AHEAD = 56
UNDONE_FOR = 24
"""The overloaded coach has done no follow-up of what runs for this many days."""
FORGOTTEN_SINCE = 46
SOMETIMES_UNDONE = 14
TOOK_OVER = DANIEL
"""Who follows up the placements of a coach who has left."""
PARTIES = {"both": 34, "client": 32, "employer": 24, "three_party": 10}
MODES = {"visit": 46, "phone": 34, "video": 8, "email": 12}
MINUTES = {
    "visit": (60, 75, 90, 90, 120),
    "phone": (10, 15, 20, 25),
    "video": (20, 30, 40),
    "email": (5, 10, 15),
}
MOODS = {"on_track": 68, "needs_adjustment": 20, "at_risk": 6, "": 6}
MOODS_BEFORE_THE_END = {"needs_adjustment": 35, "at_risk": 55, "on_track": 10}
LATE = (0,) * 62 + (1, 1, 2, 2, 3, 3) * 4 + (5, 6, 7) * 3 + (9, 12, 16)


@dataclass(frozen=True, slots=True)
class Due:
    """A day on which a placement should be followed up."""

    journey: Journey
    planned_on: dt.date


def invent_follow_ups(
    rng: random.Random, days: Calendar, journeys: Iterable[Journey]
) -> tuple[FollowUpRecord, ...]:
    """The follow-ups in the order of their planned days."""
    rows = [
        _follow_up(rng, days, Due(journey, planned))
        for journey in journeys
        for planned in _planned_days(rng, days, journey)
    ]
    kept = sorted(
        (row for row in rows if row is not None), key=lambda row: (row.planned_on, row.placement_id)
    )
    return tuple(replace(row, follow_up_id=f"U-{number:04d}") for number, row in enumerate(kept, start=1))


def standard_days(kind: str, begins: dt.date) -> Iterator[dt.date]:
    """The days of the unit's standard for a trial, an employment or studies, without end."""
    if kind == "studies":
        yield from (add_months(begins, months) for months in range(1, 1000))
    yield from (begins + dt.timedelta(days=age) for age in FIRST_WEEKS)
    if kind in TRIAL_KINDS:
        yield from (begins + dt.timedelta(days=age) for age in range(42, 10_000, 14))
    yield from (add_months(begins, months) for months in range(2, 13))
    yield from (add_months(begins, months) for months in range(15, 1000, 3))


def _planned_days(rng: random.Random, days: Calendar, journey: Journey) -> Iterator[dt.date]:
    """Working days near the standard's, within the placement and not too far ahead."""
    placement = journey.placement
    horizon = days.on + dt.timedelta(days=PLANNED_AHEAD)
    ends = placement.ended_on or min(horizon, placement.planned_end_on or horizon)
    if placement.kind == "job_tasting" and rng.random() < 0.4:
        yield from _first_call(days, placement.started_on, ends)
    if placement.kind in ("study_visit", "job_tasting"):
        return
    if journey.spell_start == journey.stay.start and rng.random() < 0.8:
        yield from _first_call(days, placement.started_on, ends)
    for day in standard_days(placement.kind, days.day(journey.spell_start)):
        planned = days.next_working_day(day)
        if planned > ends:
            return
        ahead = planned > days.on
        if planned > placement.started_on and not (ahead and rng.random() < 0.25):
            yield planned


def _first_call(days: Calendar, started_on: dt.date, ends: dt.date) -> Iterator[dt.date]:
    """How did the first days go? Asked before the standard's first week is over."""
    day = days.next_working_day(started_on + dt.timedelta(days=2))
    if day < min(ends, started_on + dt.timedelta(days=6)) and day <= days.on:
        yield day


def _follow_up(rng: random.Random, days: Calendar, due: Due) -> FollowUpRecord | None:
    placement, age = due.journey.placement, days.age(due.planned_on)
    alone = due.journey.stay.support == "client_only"
    mode = drawn(rng, MODES) or "phone"
    row = FollowUpRecord(
        follow_up_id="",
        placement_id=placement.placement_id,
        coach_id=_coach(rng, due, age),
        planned_on=due.planned_on,
        party="client" if alone or placement.employer_id is None else drawn(rng, PARTIES),
        mode=mode,
    )
    if age < 0 or _left_open(rng, days, due, age):
        return row
    if rng.random() < (0.25 if due.planned_on.month == 7 else 0.06):
        return replace(row, cancelled=True)
    done_on = days.next_working_day(due.planned_on + dt.timedelta(days=rng.choice(LATE)))
    if done_on > days.on or rng.random() < 0.03:
        return _not_done(row, days, due)
    return replace(
        row,
        coach_id=_coach(rng, due, days.age(done_on)),
        done_on=done_on,
        minutes=rng.choice(MINUTES[mode]) if rng.random() < 0.92 else None,
        assessment=_assessment(rng, due),
    )


def _not_done(row: FollowUpRecord, days: Calendar, due: Due) -> FollowUpRecord:
    """What was not done is struck off while the placement runs; of an ended one it is left as it is."""
    recent = days.age(due.planned_on) <= SOMETIMES_UNDONE
    return row if recent or due.journey.stay.end is not None else replace(row, cancelled=True)


def _left_open(rng: random.Random, days: Calendar, due: Due, age: int) -> bool:
    """Whether a follow-up that should have been done by now still waits."""
    way, stay = due.journey.person.way, due.journey.stay
    if stay.end is not None:
        return False
    if stay.support == "lost_sight":
        return age < FORGOTTEN_SINCE
    if way.coach_id == OVERLOADED_COACH:
        return age < UNDONE_FOR
    return age < SOMETIMES_UNDONE and rng.random() < 0.15


def _coach(rng: random.Random, due: Due, age: int) -> str | None:
    """The client's coach on the day, or who took over; at times left out, when it is the placement's own."""
    coach_id = due.journey.person.way.coach_at(age)
    if not works(coach_id, age):
        coach_id = TOOK_OVER
    same = coach_id == due.journey.placement.coach_id
    return None if same and rng.random() < 0.1 else coach_id


def _assessment(rng: random.Random, due: Due) -> str | None:
    """How it went: worse in the weeks before a placement is broken off."""
    placement = due.journey.placement
    broken = (placement.outcome or "").startswith("interrupted") and placement.ended_on is not None
    near = broken and (placement.ended_on or due.planned_on) - due.planned_on <= dt.timedelta(days=30)
    return drawn(rng, MOODS_BEFORE_THE_END if near else MOODS)
