"""Who the clients are: pseudonymous keys, where they live, what they wish and need, and who helps them."""

import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dashboard.data.demo.coaches import UNIT_ID
from dashboard.data.demo.days import Calendar
from dashboard.data.demo.places import LOCALITIES, Locality
from dashboard.data.demo.plans import Way
from dashboard.data.demo.records import ClientRecord, CooperationRecord
from dashboard.data.demo.ways import drawn
from dashboard.domain.vocabulary import SUPPORT_NEEDS

KEY_LETTERS = "BCDFGHJKLMNPQRSTVWXZ23456789"
"""Letters and digits that are not mistaken for one another; without vowels no key is a word."""
GENDERS = {"woman": 47, "man": 47, "other": 2, "": 4}
REFERRERS = {
    "income_support": 24,
    "employment_service": 20,
    "lss": 16,
    "social_services": 12,
    "insurance_agency": 12,
    "health_care": 7,
    "school": 6,
    "other": 3,
}
WISHES = {
    "5222": 9, "5223": 5, "4322": 9, "9412": 9, "9413": 6, "9111": 7, "5311": 6, "5312": 5, "5330": 6,
    "9622": 7, "5152": 4, "7231": 4, "4111": 4, "4119": 4, "9320": 6, "9332": 4, "7612": 4, "7111": 3,
    "4410": 3, "9310": 3,
}  # fmt: skip
"""What is wished, and how often; what nobody offers is wished in the stories."""


@dataclass(frozen=True, slots=True)
class Person:
    """A client's way, and the row it has become."""

    way: Way
    client: ClientRecord

    @property
    def wished_groups(self) -> frozenset[str]:
        """The wished occupations on SSYK level 2."""
        wished = self.client.wished_occupations
        return frozenset(code[:2] for code in wished.split(";")) if wished else frozenset()


def invent_clients(rng: random.Random, days: Calendar, ways: Iterable[Way]) -> tuple[Person, ...]:
    """A client for each way; those who return get the key of an enrolment that ended before."""
    keys = client_keys(rng)
    people = [Person(way, client_of(rng, days, way, next(keys))) for way in ways]
    former = [person.client for person in people if person.way.may_return]
    for place, person in enumerate(people):
        if person.way.returns:
            people[place] = replace(person, client=_as_before(person.client, former.pop(0)))
    return tuple(people)


def client_keys(rng: random.Random) -> Iterator[str]:
    """Pseudonymous keys without end, none of them twice."""
    given: set[str] = set()
    while True:
        key = "K-" + "".join(rng.choices(KEY_LETTERS, k=4))
        if key not in given and not key[2:].isdigit():
            given.add(key)
            yield key


def client_of(
    rng: random.Random,
    days: Calendar,
    way: Way,
    key: str,
    *,
    unit_id: str = UNIT_ID,
    places: tuple[Locality, ...] = LOCALITIES,
    referrers: Mapping[str, int] = REFERRERS,
) -> ClientRecord:
    """The row that a way has become.

    Args:
        rng: the dice.
        days: turns ages into days.
        way: the client's way.
        key: the client's key.
        unit_id: the client's unit.
        places: where the unit's clients live.
        referrers: who refers clients to it, and how often.
    """
    place = rng.choices(places, [place.clients for place in places])[0]
    return ClientRecord(
        client_id=key,
        unit_id=unit_id,
        coach_id=way.coach_id,
        earlier_client_id=None,
        gender=drawn(rng, GENDERS),
        birth_year=days.on.year - rng.randint(19, 61) if rng.random() < 0.97 else None,
        referrer=drawn(rng, referrers),
        district=place.name if rng.random() < 0.95 else None,
        applied_on=days.day_or_none(way.applied),
        enrolled_on=days.day_or_none(way.enrolled),
        closed_on=days.day_or_none(way.closed),
        closing_reason=way.reason,
        wished_occupations=_wishes(rng, way),
        support_needs=_needs(rng),
        postal_code=rng.choice(place.postal_codes) if rng.random() < 0.96 else None,
    )


def _wishes(rng: random.Random, way: Way) -> str | None:
    if way.wishes:
        return ";".join(way.wishes)
    if rng.random() < 0.04:
        return None
    wished = {drawn(rng, WISHES) or "" for _ in range(rng.choice((1, 1, 2, 2, 3)))}
    return ";".join(sorted(wished))


def _needs(rng: random.Random) -> str | None:
    count = rng.choice((0, 1, 2, 2, 3, 4))
    chosen = set(rng.sample(SUPPORT_NEEDS, count))
    return ";".join(need for need in SUPPORT_NEEDS if need in chosen) or None


def _as_before(client: ClientRecord, earlier: ClientRecord) -> ClientRecord:
    """The same person as in an earlier enrolment: what does not change is as it was."""
    return replace(
        client,
        earlier_client_id=earlier.client_id,
        gender=earlier.gender,
        birth_year=earlier.birth_year,
        district=earlier.district,
        postal_code=earlier.postal_code,
    )


def invent_cooperation(
    rng: random.Random, days: Calendar, people: Iterable[Person]
) -> tuple[CooperationRecord, ...]:
    """The authorities around two clients of three; some have several and nobody who coordinates."""
    rows = []
    for person in people:
        client = person.client
        if person.way.enrolled is None or client.enrolled_on is None or rng.random() > 0.65:
            continue
        parties = {client.referrer} | {drawn(rng, REFERRERS) for _ in range(rng.choice((0, 0, 1, 1, 2)))}
        coordinated = rng.random() < 0.6
        for place, party in enumerate(sorted(name for name in parties if name)):
            role = "coordinator" if coordinated and place == 0 else "participant"
            oldest, youngest = person.way.enrolled, person.way.closed or 0
            begins = oldest if place == 0 else rng.randint(youngest + (oldest - youngest) // 2, oldest)
            rows.append(CooperationRecord(client.client_id, party, days.day(begins), role, client.closed_on))
    return tuple(rows)
