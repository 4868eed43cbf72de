"""Three hundred workplaces that do not exist, in the proportions of a real municipality and around it."""

import random
from dataclasses import dataclass

from dashboard.data.demo.days import Calendar
from dashboard.data.demo.names import NameGiver
from dashboard.data.demo.places import HOME_LOCALITIES, LOCALITIES, Locality, locality
from dashboard.data.demo.records import EmployerRecord
from dashboard.data.demo.sectors import SECTORS, Sector, sector
from dashboard.data.demo.stories import EMPLOYERS as STORY_EMPLOYERS
from dashboard.data.demo.stories import StoryEmployer
from dashboard.domain.vocabulary import SUPPORT_NEEDS

EMPLOYER_COUNT = 300
MUNICIPAL_GROUP = "Kommunens arbetsplatser (påhittade)"
CHAINS = {"grocery": "Handelskedjan (påhittad)", "elder_care": "Omsorgskoncernen (påhittad)"}
"""Sectors in which every fourth private workplace belongs to one and the same invented group."""
PLACES_BY_SIZE = {"0": (1, 1), "1-9": (1, 2), "10-49": (1, 3), "50-249": (2, 4), "250+": (2, 5)}
LATEST_REGISTERED = 12
EARLIEST_REGISTERED = 1140

WITHOUT_POSITION, WITHOUT_OCCUPATION, WITHOUT_SNI, ONLY_MUNICIPALITY, INACTIVE = (
    frozenset({"A-073", "A-198", "A-261"}),
    frozenset({"A-018", "A-095", "A-127", "A-214", "A-243", "A-288"}),
    frozenset({"A-040", "A-111", "A-169", "A-256"}),
    frozenset({"A-055", "A-138", "A-231", "A-275"}),
    frozenset({"A-022", "A-088", "A-150", "A-209", "A-297"}),
)
"""The gaps that every register has: for the data-quality lists to find."""


def employer_id(number: int) -> str:
    """The key of the employer with the number."""
    return f"A-{number:03d}"


@dataclass(frozen=True, slots=True)
class Origin:
    """What an employer is made from: its key, its kind, and what a story says of it."""

    employer_id: str
    sector: Sector
    story: StoryEmployer | None


def invent_employers(
    rng: random.Random, days: Calendar
) -> tuple[tuple[EmployerRecord, ...], dict[str, Sector]]:
    """The employers in the order of their keys, and the sector of each."""
    names = NameGiver(rng)
    origins = _origins(rng)
    employers = tuple(_employer(rng, days, names, origin) for origin in origins)
    return employers, {origin.employer_id: origin.sector for origin in origins}


def _origins(rng: random.Random) -> list[Origin]:
    stories = {story.employer_id: story for story in STORY_EMPLOYERS}
    others = iter(_sector_mix(rng, EMPLOYER_COUNT - len(stories)))
    origins = []
    for number in range(1, EMPLOYER_COUNT + 1):
        story = stories.get(employer_id(number))
        kind = sector(story.sector) if story else next(others)
        origins.append(Origin(employer_id(number), kind, story))
    return origins


def _sector_mix(rng: random.Random, count: int) -> list[Sector]:
    """As many workplaces of each sector as its share says, shuffled."""
    whole = sum(each.share for each in SECTORS)
    mix = [each for each in SECTORS for _ in range(round(each.share * count / whole))]
    mix += [SECTORS[0]] * (count - len(mix))
    rng.shuffle(mix)
    return mix[:count]


def _employer(rng: random.Random, days: Calendar, names: NameGiver, origin: Origin) -> EmployerRecord:
    key, kind, story = origin.employer_id, origin.sector, origin.story
    ownership = story.ownership if story else _drawn_owner(rng, kind)
    size = "10-49" if story else rng.choice(kind.sizes)
    group = _group(rng, kind, ownership)
    place = locality(story.locality) if story else _drawn_place(rng, ownership)
    latitude, longitude = place.point(rng)
    exact = story is not None or rng.random() < 0.8
    nowhere = key in WITHOUT_POSITION
    coarse = nowhere or key in ONLY_MUNICIPALITY
    registered = story is not None or rng.random() < 0.95
    age = EARLIEST_REGISTERED if story else _registered_age(rng)
    return EmployerRecord(
        employer_id=key,
        name=names.name(ownership, rng.choice(kind.trades)),
        org_number=names.org_number(ownership, group),
        ownership=ownership,
        sni_code=None if key in WITHOUT_SNI else kind.sni,
        size_class=size,
        group=group,
        address=None if coarse else names.address(),
        postal_code=None if coarse else rng.choice(place.postal_codes),
        locality=None if coarse else place.name,
        municipality_code=None if nowhere else place.municipality_code,
        latitude=latitude if exact and not coarse else None,
        longitude=longitude if exact and not coarse else None,
        registered_on=days.day(age) if registered else None,
        capacity=story.capacity if story else rng.randint(*PLACES_BY_SIZE[size]),
        occupations=None if key in WITHOUT_OCCUPATION else _jobs(rng, kind, story),
        adjustments=_adjustments(rng, kind),
        active=key not in INACTIVE,
    )


def _drawn_owner(rng: random.Random, kind: Sector) -> str:
    owners, weights = zip(*kind.owners, strict=True)
    return str(rng.choices(owners, weights)[0])


def _drawn_place(rng: random.Random, ownership: str) -> Locality:
    """A locality; the municipality's workplaces lie in the municipality."""
    places = HOME_LOCALITIES if ownership == "municipal" else LOCALITIES
    return rng.choices(places, [place.employers for place in places])[0]


def _group(rng: random.Random, kind: Sector, ownership: str) -> str | None:
    if ownership == "municipal":
        return MUNICIPAL_GROUP
    if ownership == "private" and kind.key in CHAINS and rng.random() < 0.25:
        return CHAINS[kind.key]
    return None


def _registered_age(rng: random.Random) -> int:
    """Half were known when the unit opened; the others have come since."""
    if rng.random() < 0.5:
        return EARLIEST_REGISTERED
    return rng.randint(LATEST_REGISTERED, EARLIEST_REGISTERED)


def _jobs(rng: random.Random, kind: Sector, story: StoryEmployer | None) -> str:
    if story:
        return ";".join(story.jobs or kind.jobs)
    offered = rng.sample(kind.jobs, rng.randint(1, len(kind.jobs)))
    return ";".join(sorted(offered))


def _adjustments(rng: random.Random, kind: Sector) -> str | None:
    met = {need for need in SUPPORT_NEEDS if rng.random() < (0.7 if need in kind.adjustments else 0.08)}
    return ";".join(need for need in SUPPORT_NEEDS if need in met) or None
