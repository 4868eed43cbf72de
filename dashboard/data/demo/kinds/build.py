"""Makes the units of a kind up, from a seed and a day."""

import datetime as dt
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count

from dashboard.data.demo.clients import Person, client_keys, client_of, invent_cooperation
from dashboard.data.demo.contacts import Log, contacts_around, daily_round
from dashboard.data.demo.days import Calendar
from dashboard.data.demo.follow_ups import invent_follow_ups
from dashboard.data.demo.journeys import Journey, invent_journeys
from dashboard.data.demo.kinds.employers import Dice, employers_of, relations_of
from dashboard.data.demo.kinds.kind import Kind, UnitPlan
from dashboard.data.demo.kinds.ways import ways
from dashboard.data.demo.names import NameGiver
from dashboard.data.demo.plans import Way
from dashboard.data.demo.records import (
    CoachRecord,
    ContactRecord,
    CooperationRecord,
    EmployerRecord,
    InventedUnit,
    PlacementRecord,
    UnitRecord,
)
from dashboard.data.demo.steps import invent_steps

OPENED = 1100
CONTACTS_A_HOST = 9
LEFT_EARLY = 0.3
"""How often a party leaves before the client does."""


@dataclass(frozen=True, slots=True)
class _Made:
    """What one unit has."""

    plan: UnitPlan
    employers: tuple[EmployerRecord, ...]
    people: tuple[Person, ...]
    journeys: tuple[Journey, ...]
    contacts: tuple[ContactRecord, ...]


def invent_kind(kind: Kind, on: dt.date, seed: int) -> InventedUnit:
    """The rows of the units of a kind; the same kind, seed and day always give the same rows.

    Args:
        kind: the kind.
        on: the day that everything is relative to.
        seed: chooses among units that are alike and yet different.
    """
    rng = random.Random(f"brygga demo {kind.key} {seed}")  # noqa: S311 (repeatable, and nothing secret)
    days = Calendar(on)
    dice = Dice(rng, days, NameGiver(rng), client_keys(rng), count(1))
    made = [_unit(dice, kind, plan) for plan in kind.units]
    people = [person for one in made for person in one.people]
    journeys = sorted(
        (journey for one in made for journey in one.journeys),
        key=lambda journey: journey.placement.placement_id,
    )
    return InventedUnit(
        units=tuple(
            UnitRecord(plan.key, plan.name, plan.places[0].municipality_code, kind.programme)
            for plan in kind.units
        ),
        coaches=tuple(coach for plan in kind.units for coach in _coaches(days, plan)),
        employers=tuple(employer for one in made for employer in one.employers),
        clients=tuple(person.client for person in people),
        cooperation=tuple(_passed_on(rng, days, row) for row in invent_cooperation(rng, days, people)),
        steps=invent_steps(rng, days, people),
        contacts=_numbered(contact for one in made for contact in one.contacts),
        placements=tuple(_rated(rng, kind, journey.placement) for journey in journeys),
        follow_ups=invent_follow_ups(rng, days, journeys),
    )


def _unit(dice: Dice, kind: Kind, plan: UnitPlan) -> _Made:
    rng, days = dice.rng, dice.days
    employers = employers_of(dice, kind, plan)
    relations = relations_of(rng, plan, employers)
    people = tuple(_person(dice, kind, plan, way) for way in ways(rng, kind, plan))
    by_id = {employer.employer_id: employer for employer in employers}
    journeys = tuple(
        replace(journey, placement=replace(journey.placement, placement_id=f"P-{next(dice.numbers):04d}"))
        for journey in invent_journeys(rng, days, people, by_id, relations)
    )
    log = Log(days)
    contacts_around(rng, log, people, journeys, relations)
    hosts = sum(relation.closeness == "host" for relation in relations.values())
    daily_round(rng, log, list(relations.values()), len(log.rows) + CONTACTS_A_HOST * hosts)
    return _Made(plan, employers, people, journeys, log.numbered())


def _person(dice: Dice, kind: Kind, plan: UnitPlan, way: Way) -> Person:
    client = client_of(
        dice.rng,
        dice.days,
        way,
        next(dice.keys),
        unit_id=plan.key,
        places=plan.places,
        referrers=kind.referrers,
    )
    return Person(way, client)


def _coaches(days: Calendar, plan: UnitPlan) -> Iterator[CoachRecord]:
    for number, name in enumerate(plan.coaches, start=1):
        yield CoachRecord(f"{plan.key}{number}", name, plan.key, 1.0, days.day(OPENED))


def _numbered(contacts: Iterable[ContactRecord]) -> tuple[ContactRecord, ...]:
    return tuple(
        replace(contact, contact_id=f"X-{number:04d}") for number, contact in enumerate(contacts, start=1)
    )


def _passed_on(rng: random.Random, days: Calendar, row: CooperationRecord) -> CooperationRecord:
    """Some parties leave before the client does, so that there are gaps to find."""
    age = days.age(row.from_on)
    if rng.random() > LEFT_EARLY or age < 60:
        return row
    return replace(row, to_on=days.day(rng.randint(age // 4, age - 30)))


def _rated(rng: random.Random, kind: Kind, placement: PlacementRecord) -> PlacementRecord:
    """The ratings as this kind of unit gathers them: of what was broken off they are as they were drawn."""
    broken = (placement.outcome or "").startswith("interrupted") and not kind.asks_all
    if broken or not _is_over(placement):
        return placement
    client, employer = (
        rng.choice(scale) if rng.random() < kind.answers else None
        for scale in (kind.likes, kind.employers_like or kind.likes)
    )
    return replace(placement, client_rating=client, employer_rating=employer)


def _is_over(placement: PlacementRecord) -> bool:
    return placement.ended_on is not None and placement.kind not in {"study_visit", "studies", "employment"}
