"""Which coaches know which employers, how well, and from when to when.

The stories have their own employers; this is about all the others. A relation has a coach, often a
second one, and a span of days outside which nothing routine happens: so some relations are warm, some
are cooling, and some were given up long ago.
"""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dashboard.data.demo.coaches import ANNA, BILAL, CARINA, DANIEL, ELIN, FRIDA, FRIDA_LEFT, works
from dashboard.data.demo.days import Calendar
from dashboard.data.demo.employers import INACTIVE, WITHOUT_POSITION
from dashboard.data.demo.records import EmployerRecord
from dashboard.data.demo.sectors import Sector
from dashboard.data.demo.stories import EMPLOYER_IDS

Closeness = Literal["mailed", "light", "host"]
PORTFOLIOS = {ANNA: 20, BILAL: 20, CARINA: 18, DANIEL: 18, ELIN: 14, FRIDA: 10}
"""How the relations are spread over the coaches."""
CLOSENESS: tuple[tuple[Closeness | None, int], ...] = ((None, 26), ("mailed", 9), ("light", 35), ("host", 30))
"""How common each closeness is; None has never been contacted."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What the unit has had to do with an employer.

    Attributes:
        employer: the employer.
        closeness: mailings alone, a few contacts, or one that takes clients.
        coach_id: who knows it best.
        second_coach_id: another coach who knows it.
        oldest: age of the first contact, at most.
        youngest: age of the last routine contact, at least.
        appeal: how often it is thought of, in relation to others.
        own_initiative: share of the contacts that the employer begins.
    """

    employer: EmployerRecord
    closeness: Closeness
    coach_id: str
    second_coach_id: str | None
    oldest: int
    youngest: int
    appeal: float
    own_initiative: float

    def coach_at(self, age: int) -> str | None:
        """Who keeps the contact on a day: the coach, the second, or Frida before others took over."""
        for coach_id in (self.coach_id, self.second_coach_id, FRIDA if self.coach_id == ELIN else None):
            if works(coach_id, age):
                return coach_id
        return None


def invent_relations(
    rng: random.Random, days: Calendar, employers: Iterable[EmployerRecord], sectors: dict[str, Sector]
) -> dict[str, Relation]:
    """The relations by employer; those never contacted have none."""
    relations = {}
    for employer in employers:
        if employer.employer_id in EMPLOYER_IDS:
            continue
        closeness = _closeness(rng, employer, sectors[employer.employer_id])
        if closeness is not None:
            relations[employer.employer_id] = _relation(rng, days, employer, closeness)
    return relations


def _closeness(rng: random.Random, employer: EmployerRecord, kind: Sector) -> Closeness | None:
    levels, weights = zip(*CLOSENESS, strict=True)
    drawn: Closeness | None = rng.choices(levels, weights)[0]
    if kind.reserved:
        return "mailed" if drawn == "mailed" else None
    if employer.employer_id in WITHOUT_POSITION:
        return "light"
    if employer.employer_id in INACTIVE and drawn == "host":
        return "light"
    return drawn


def _relation(rng: random.Random, days: Calendar, employer: EmployerRecord, closeness: Closeness) -> Relation:
    coach_id = rng.choices(tuple(PORTFOLIOS), tuple(PORTFOLIOS.values()))[0]
    others = [other for other in PORTFOLIOS if other not in (coach_id, FRIDA)]
    second = rng.choice(others) if rng.random() < (0.85 if closeness == "host" else 0.15) else None
    known = days.age(employer.registered_on) if employer.registered_on else 1100
    oldest = max(8, min(1100, known - 7))
    left_with_her = coach_id == FRIDA and second is None
    youngest = FRIDA_LEFT + 10 if left_with_her else _last_contact(rng)
    return Relation(
        employer=employer,
        closeness=closeness,
        coach_id=coach_id,
        second_coach_id=second,
        oldest=oldest,
        youngest=min(youngest, max(0, oldest - 5)),
        appeal=rng.paretovariate(1.6),
        own_initiative=rng.uniform(0.02, 0.4),
    )


def _last_contact(rng: random.Random) -> int:
    """Most relations are alive, some cool off, some were given up."""
    drawn = rng.random()
    if drawn < 0.5:
        return rng.randint(0, 20)
    return rng.randint(92, 165) if drawn < 0.72 else rng.randint(190, 640)
