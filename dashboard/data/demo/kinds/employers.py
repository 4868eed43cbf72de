"""The employers of a unit of some kind, and which of its coaches know them."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.data.demo.days import Calendar
from dashboard.data.demo.employers import PLACES_BY_SIZE
from dashboard.data.demo.kinds.kind import Kind, UnitPlan
from dashboard.data.demo.names import NameGiver
from dashboard.data.demo.records import EmployerRecord
from dashboard.data.demo.relations import Closeness, Relation
from dashboard.data.demo.sectors import SECTORS, Sector
from dashboard.domain.vocabulary import SUPPORT_NEEDS

KNOWN_SINCE = 1000
HOSTS = 0.45
"""The share of the employers that take clients."""
CLOSENESS: tuple[tuple[Closeness | None, int], ...] = (("light", 60), ("mailed", 15), (None, 25))
"""How common each closeness is among the others; None has never been contacted."""


@dataclass(frozen=True, slots=True)
class Dice:
    """What all units of a kind are made with: none of them gives the same name or key twice.

    Attributes:
        rng: the dice.
        days: turns ages into days.
        names: names of workplaces.
        keys: keys of clients.
        numbers: numbers of placements.
    """

    rng: random.Random
    days: Calendar
    names: NameGiver
    keys: Iterator[str]
    numbers: Iterator[int]


def employers_of(dice: Dice, kind: Kind, unit: UnitPlan) -> tuple[EmployerRecord, ...]:
    """The employers that a unit knows, or knows of."""
    return tuple(
        _employer(dice, kind, unit, f"{unit.key}-{number:03d}") for number in range(1, kind.employers + 1)
    )


def relations_of(
    rng: random.Random, unit: UnitPlan, employers: Iterable[EmployerRecord]
) -> dict[str, Relation]:
    """What the unit's coaches have had to do with them; the first ones take clients."""
    coaches = [f"{unit.key}{number}" for number in range(1, len(unit.coaches) + 1)]
    known = list(employers)
    hosts = int(HOSTS * len(known))
    levels, weights = zip(*CLOSENESS, strict=True)
    relations = {}
    for place, employer in enumerate(known):
        drawn: Closeness | None = rng.choices(levels, weights)[0]
        closeness: Closeness | None = "host" if place < hosts else drawn
        if closeness is not None:
            relations[employer.employer_id] = _relation(rng, employer, closeness, coaches)
    return relations


def _relation(
    rng: random.Random, employer: EmployerRecord, closeness: Closeness, coaches: list[str]
) -> Relation:
    coach_id = rng.choice(coaches)
    others = [other for other in coaches if other != coach_id]
    second = rng.choice(others) if others and rng.random() < 0.35 else None
    alive = closeness == "host" or rng.random() < 0.6
    return Relation(
        employer=employer,
        closeness=closeness,
        coach_id=coach_id,
        second_coach_id=second,
        oldest=KNOWN_SINCE - 10,
        youngest=rng.randint(0, 60) if alive else rng.randint(100, 500),
        appeal=rng.paretovariate(1.6),
        own_initiative=rng.uniform(0.05, 0.4),
    )


def _employer(dice: Dice, kind: Kind, unit: UnitPlan, key: str) -> EmployerRecord:
    rng, names = dice.rng, dice.names
    sector = _sector(rng)
    owners, weights = zip(*(kind.owners or sector.owners), strict=True)
    ownership = str(rng.choices(owners, weights)[0])
    size = rng.choice(sector.sizes)
    place = rng.choice(unit.places)
    latitude, longitude = place.point(rng)
    least, most = PLACES_BY_SIZE[size]
    return EmployerRecord(
        employer_id=key,
        name=names.name(ownership, rng.choice(sector.trades)),
        org_number=names.org_number(ownership),
        ownership=ownership,
        sni_code=sector.sni,
        size_class=size,
        group=None,
        address=names.address(),
        postal_code=rng.choice(place.postal_codes),
        locality=place.name,
        municipality_code=place.municipality_code,
        latitude=latitude,
        longitude=longitude,
        registered_on=dice.days.day(KNOWN_SINCE),
        capacity=rng.randint(least + 1, most + 2),
        occupations=";".join(sorted(rng.sample(sector.jobs, rng.randint(1, len(sector.jobs))))),
        adjustments=";".join(need for need in SUPPORT_NEEDS if need in sector.adjustments) or None,
    )


def _sector(rng: random.Random) -> Sector:
    usual = [each for each in SECTORS if not each.reserved]
    return rng.choices(usual, [each.share for each in usual])[0]
