"""Turns ways into placements: where each stay is, with whom, in which occupation, and how it was rated."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dashboard.data.demo.clients import Person
from dashboard.data.demo.days import Calendar
from dashboard.data.demo.plans import Stay
from dashboard.data.demo.records import EmployerRecord, PlacementRecord
from dashboard.data.demo.relations import Relation
from dashboard.data.demo.stories import ENDING_SOON, UNSEEN_PLACEMENT
from dashboard.domain.vocabulary import TRIAL_KINDS

FIXED_KEYS = frozenset({UNSEEN_PLACEMENT, ENDING_SOON})
OCCUPIED_BY_EMPLOYMENT = 182
SPELL_GAP = 14
AHEAD = -10_000
RATINGS = (5, 5, 5, 4, 4, 4, 4, 3, 3, 2)
RATINGS_WHEN_BROKEN = (1, 2, 2, 3, 3, 4)
HOURS = (10, 15, 20, 20, 20, 25, 30, 30, 40)


@dataclass(frozen=True, slots=True)
class Journey:
    """A stay, the person, and the placement that it has become."""

    person: Person
    stay: Stay
    placement: PlacementRecord
    spell_start: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A stay of a person, where it is, and the age at which its spell began."""

    person: Person
    stay: Stay
    employer_id: str
    spell_start: int


@dataclass(slots=True)
class Hosts:
    """The employers that take clients, and how many they have on each day."""

    relations: tuple[Relation, ...]
    taken: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def choose(self, rng: random.Random, stay: Stay, person: Person, but_not: str) -> EmployerRecord:
        """An employer with room on the days of the stay; rather one that fits, and that the coach knows."""
        coach_id = person.way.coach_at(stay.start)
        fitting = [
            relation
            for relation in self.relations
            if relation.employer.employer_id != but_not
            and relation.oldest >= stay.start
            and self._has_room(relation.employer, stay)
        ]
        weights = [_liking(relation, coach_id, person.wished_groups) for relation in fitting]
        return rng.choices(fitting, weights)[0].employer

    def take(self, employer_id: str, stay: Stay) -> None:
        """Remember that the stay holds a place."""
        self.taken.setdefault(employer_id, []).append(_days_held(stay))

    def _has_room(self, employer: EmployerRecord, stay: Stay) -> bool:
        first, last = _days_held(stay)
        held = self.taken.get(employer.employer_id, ())
        return sum(start >= last and end <= first for start, end in held) < employer.capacity


def _days_held(stay: Stay) -> tuple[int, int]:
    """First and last age on which the stay holds a place, with a week's margin."""
    last = AHEAD if stay.end is None else stay.end - 7
    if stay.kind == "employment":
        last = max(last, stay.start - OCCUPIED_BY_EMPLOYMENT - 7)
    return stay.start + 7, last


def _liking(relation: Relation, coach_id: str | None, wished: frozenset[str]) -> float:
    jobs = relation.employer.occupations or ""
    fits = 8 if any(code[:2] in wished for code in jobs.split(";")) else 1
    known = 6 if relation.coach_id == coach_id else 4 if relation.second_coach_id == coach_id else 1
    return relation.appeal * fits * known


def invent_journeys(
    rng: random.Random,
    days: Calendar,
    people: Iterable[Person],
    employers: Mapping[str, EmployerRecord],
    relations: Mapping[str, Relation],
) -> tuple[Journey, ...]:
    """The placements of everybody, in the order in which they began."""
    hosts = Hosts(tuple(relation for relation in relations.values() if relation.closeness == "host"))
    planned = [plan for person in people for plan in _located(rng, person, hosts)]
    planned.sort(key=lambda plan: (-plan.stay.start, plan.person.client.client_id))
    numbers = (key for key in map("P-{:03d}".format, range(1, 1000)) if key not in FIXED_KEYS)
    journeys = []
    for plan in planned:
        key = plan.stay.placement_id or next(numbers)
        placement = _placement(rng, days, plan, employers.get(plan.employer_id), key)
        journeys.append(Journey(plan.person, plan.stay, placement, plan.spell_start))
    return tuple(journeys)


def _located(rng: random.Random, person: Person, hosts: Hosts) -> list[Plan]:
    """The person's stays with their employers, and the age at which each one's spell began."""
    located: list[Plan] = []
    before: Stay | None = None
    last, spell_start = "", 0
    for stay in person.way.stays:
        employer_id = _where(rng, stay, person, hosts, last)
        renewed = before is not None and employer_id == last and _goes_on(before, stay)
        spell_start = spell_start if renewed else stay.start
        located.append(Plan(person, stay, employer_id, spell_start))
        before, last = stay, employer_id or last
    return located


def _goes_on(before: Stay, stay: Stay) -> bool:
    """Whether a stay renews the one before it, at the same employer."""
    return before.kind == stay.kind and before.end is not None and before.end - stay.start <= SPELL_GAP


def _where(rng: random.Random, stay: Stay, person: Person, hosts: Hosts, last: str) -> str:
    if stay.kind == "studies":
        return ""
    if stay.employer_id:
        return stay.employer_id
    employer_id = last if stay.at_last and last else hosts.choose(rng, stay, person, last).employer_id
    hosts.take(employer_id, stay)
    return employer_id


def _placement(
    rng: random.Random, days: Calendar, plan: Plan, employer: EmployerRecord | None, placement_id: str
) -> PlacementRecord:
    person, stay = plan.person, plan.stay
    client_rating, employer_rating = _ratings(rng, stay)
    has_hours = stay.kind not in ("study_visit", "job_tasting")
    return PlacementRecord(
        placement_id=placement_id,
        client_id=person.client.client_id,
        employer_id=employer.employer_id if employer else None,
        coach_id=person.way.coach_at(stay.start),
        kind=stay.kind,
        occupation=_occupation(rng, stay, person, employer),
        started_on=days.day(stay.start),
        planned_end_on=days.day_or_none(stay.planned_end),
        ended_on=days.day_or_none(stay.end),
        outcome=stay.outcome,
        contract=stay.contract if stay.kind == "employment" else None,
        hours_per_week=float(rng.choice(HOURS)) if has_hours else None,
        subsidy=stay.subsidy if stay.kind == "employment" else None,
        client_rating=client_rating,
        employer_rating=employer_rating,
    )


def _occupation(
    rng: random.Random, stay: Stay, person: Person, employer: EmployerRecord | None
) -> str | None:
    """A job that the employer offers, rather one that the client wishes; at times nobody wrote it down."""
    if employer is None or not employer.occupations or rng.random() < 0.05:
        return stay.occupation or None
    jobs = employer.occupations.split(";")
    wished = [code for code in jobs if code[:2] in person.wished_groups]
    return stay.occupation or rng.choice(wished or jobs)


def _ratings(rng: random.Random, stay: Stay) -> tuple[int | None, int | None]:
    """What client and employer thought of a completed trial or tasting, when they were asked."""
    if stay.end is None or stay.kind not in (*TRIAL_KINDS, "job_tasting"):
        return None, None
    broken = (stay.outcome or "").startswith("interrupted")
    scale = RATINGS_WHEN_BROKEN if broken else RATINGS
    client, employer = rng.choice(scale), rng.choice(scale)
    return client if rng.random() < 0.75 else None, employer if rng.random() < 0.65 else None
