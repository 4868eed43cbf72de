"""Contacts: those of the stories, those around placements and clients, and the daily round."""

import datetime as dt
import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from dashboard.data.demo.clients import Person
from dashboard.data.demo.coaches import works
from dashboard.data.demo.days import Calendar
from dashboard.data.demo.journeys import Journey
from dashboard.data.demo.records import ContactRecord
from dashboard.data.demo.relations import Relation
from dashboard.data.demo.stories import EMPLOYER_IDS, TOUCHES
from dashboard.data.demo.ways import drawn

CONTACT_COUNT = 1800
RECENT = 90
MOST_RECENT_CONTACTS = 5
"""What the unit begins with one employer in the last quarter, so that only the stories' employers tire."""
KINDS = {"phone": 40, "email": 21, "meeting": 12, "visit": 18, "workplace_analysis": 5, "event": 4}
MAILINGS = {"email": 75, "event": 25}
ABOUT_A_CLIENT = {"phone": 38, "visit": 24, "meeting": 22, "workplace_analysis": 10, "email": 6}
BUSY = {"host": 5.0, "light": 1.2, "mailed": 0.9}
"""How often an employer of each closeness is contacted, in relation to the others."""


@dataclass(slots=True)
class Log:
    """The contacts so far; the same contact is not noted twice on a day."""

    days: Calendar
    rows: dict[tuple[dt.date, str, str, str], ContactRecord] = field(default_factory=dict)
    recent: Counter[str] = field(default_factory=Counter)

    def note(self, contact: ContactRecord) -> None:
        """Add a contact, if the coach works on the day."""
        age = self.days.age(contact.contacted_on)
        key = (contact.contacted_on, contact.employer_id, contact.coach_id, contact.kind)
        if not works(contact.coach_id, age) or key in self.rows:
            return
        self.rows[key] = contact
        self.recent[contact.employer_id] += age < RECENT and contact.initiated_by == "unit"

    def numbered(self) -> tuple[ContactRecord, ...]:
        """The contacts in the order of their days, with keys."""
        in_order = sorted(self.rows.items())
        return tuple(
            replace(row, contact_id=f"X-{number:04d}") for number, (_key, row) in enumerate(in_order, start=1)
        )


def invent_contacts(
    rng: random.Random,
    days: Calendar,
    people: Iterable[Person],
    journeys: Iterable[Journey],
    relations: dict[str, Relation],
) -> tuple[ContactRecord, ...]:
    """As many contacts as a unit of five has in three years."""
    log = Log(days)
    for touch in TOUCHES:
        day = days.day(touch.age)
        log.note(ContactRecord("", touch.employer_id, touch.coach_id, day, touch.kind, touch.initiated_by))
    contacts_around(rng, log, people, journeys, relations)
    daily_round(rng, log, list(relations.values()), CONTACT_COUNT)
    return log.numbered()


def contacts_around(
    rng: random.Random,
    log: Log,
    people: Iterable[Person],
    journeys: Iterable[Journey],
    relations: dict[str, Relation],
) -> None:
    """The contacts around placements, and the first ones about each client."""
    for journey in journeys:
        _around_placement(rng, log, journey)
    known = [relation for relation in relations.values() if relation.closeness != "mailed"]
    for person in people:
        _first_about(rng, log, person, known)


def _around_placement(rng: random.Random, log: Log, journey: Journey) -> None:
    """The calls and visits that come before a placement, and some during it."""
    placement, stay = journey.placement, journey.stay
    if placement.employer_id is None or placement.employer_id in EMPLOYER_IDS or placement.coach_id is None:
        return
    before = 0 if stay.at_last else rng.choice((1, 1, 2, 2, 3))
    ages = [stay.start + rng.randint(3, 26) for _ in range(before)]
    if stay.end is not None and stay.start - stay.end > 40:
        ages.append(rng.randint(stay.end + 5, stay.start - 10))
    for age in ages:
        if age <= (journey.person.way.enrolled or 0) and not log.days.on_holiday(rng, log.days.day(age)):
            log.note(_about(rng, log, journey, age))


def _about(rng: random.Random, log: Log, journey: Journey, age: int) -> ContactRecord:
    placement = journey.placement
    return ContactRecord(
        contact_id="",
        employer_id=placement.employer_id or "",
        coach_id=journey.person.way.coach_at(age) or placement.coach_id or "",
        contacted_on=log.days.day(age),
        kind=drawn(rng, ABOUT_A_CLIENT) or "phone",
        initiated_by="employer" if rng.random() < 0.2 else "unit",
        client_id=placement.client_id,
    )


def _first_about(rng: random.Random, log: Log, person: Person, known: list[Relation]) -> None:
    """The first time an employer is asked about a new client; for some it has not happened yet."""
    way = person.way
    if way.enrolled is None:
        return
    age = way.enrolled - rng.randint(6, 60)
    coach_id = way.coach_at(age)
    if age < (way.closed or 0) or coach_id is None:
        return
    near = [relation for relation in known if relation.coach_at(age) == coach_id and relation.oldest >= age]
    if near and not log.days.on_holiday(rng, log.days.day(age)):
        employer_id = rng.choice(near).employer.employer_id
        day, kind = log.days.day(age), drawn(rng, ABOUT_A_CLIENT) or "phone"
        log.note(ContactRecord("", employer_id, coach_id, day, kind, client_id=person.client.client_id))


def daily_round(rng: random.Random, log: Log, relations: list[Relation], count: int) -> None:
    """Routine contacts, each within its relation's days, until there are as many as there should be."""
    weights = [BUSY[relation.closeness] * (1 + min(relation.appeal, 4)) for relation in relations]
    while len(log.rows) < count:
        relation = rng.choices(relations, weights)[0]
        day = log.days.in_season(rng, relation.youngest, relation.oldest)
        age = log.days.age(day)
        employer_id = relation.employer.employer_id
        coach_id = relation.coach_at(age)
        if coach_id is None or (age < RECENT and log.recent[employer_id] >= MOST_RECENT_CONTACTS):
            continue
        if relation.second_coach_id and works(relation.second_coach_id, age) and rng.random() < 0.4:
            coach_id = relation.second_coach_id
        mailed = relation.closeness == "mailed"
        kind = drawn(rng, MAILINGS if mailed else KINDS) or "phone"
        begun_by = "employer" if not mailed and rng.random() < relation.own_initiative else "unit"
        log.note(ContactRecord("", employer_id, coach_id, day, kind, begun_by))
