"""When each client entered the five steps of Supported Employment."""

import random
from collections.abc import Iterable

from dashboard.data.demo.clients import Person
from dashboard.data.demo.days import Calendar
from dashboard.data.demo.plans import Stay, Way
from dashboard.data.demo.records import StepRecord

VISITS = ("study_visit", "job_tasting")


def invent_steps(rng: random.Random, days: Calendar, people: Iterable[Person]) -> tuple[StepRecord, ...]:
    """The entries of everybody, each client's own in order; going back happens."""
    rows: list[StepRecord] = []
    for person in people:
        for step, age in _entries(rng, person.way):
            row = StepRecord(person.client.client_id, step, days.day(age))
            if row not in rows[-8:]:
                rows.append(row)
    return tuple(rows)


def _entries(rng: random.Random, way: Way) -> list[tuple[int, int]]:
    """Step and age, oldest first."""
    if way.enrolled is None:
        return []
    last_day = max(way.closed or 0, 0)
    profile = way.enrolled - rng.randint(10, 24)
    seeking = profile - rng.randint(8, 25)
    entries = [(1, way.enrolled), (2, profile), (3, seeking)]
    if way.stays:
        first = way.stays[0].start
        entries = [(step, max(age, first + 4 - step)) for step, age in entries]
        entries.append((4, first))
    entries += _support(rng, way.stays)
    return [(step, age) for step, age in entries if last_day <= age <= way.enrolled]


def _support(rng: random.Random, stays: tuple[Stay, ...]) -> list[tuple[int, int]]:
    """Step 5 at each trial, job or study; after one that led nowhere, often a step back to seeking."""
    entries: list[tuple[int, int]] = []
    supported = False
    for place, stay in enumerate(stays):
        if stay.kind in VISITS:
            continue
        if not supported:
            entries.append((5, stay.start - 1))
            supported = True
        led_on = stay.outcome in ("employment", "studies", "extended")
        follows = stays[place + 1].start if place + 1 < len(stays) else 0
        back = None if stay.end is None else stay.end - rng.randint(3, 12)
        if back is not None and not led_on and back > follows and rng.random() < 0.6:
            entries.append((3, back))
            supported = False
    return entries
