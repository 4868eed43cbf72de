"""Where clients have too few employers near home: how many in each place, and never who or exactly where."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from dashboard.data.reference import Place, find_postal_code
from dashboard.i18n import sort_key
from dashboard.reports.employer_filters import municipality_name
from dashboard.reports.gap_ground import GapGround


@dataclass(frozen=True, slots=True)
class HomePlace:
    """A post town.

    Attributes:
        name: the town.
        municipality: the municipality it lies in.
        asked: clients who live there and whose surroundings can be looked at.
        few: those of them with too few warm employers of a wished occupation within the distance.
        none: those of `few` with none at all.
        latitude: where the town's middle is, as its postal codes say; WGS 84.
        longitude: the same.
    """

    name: str
    municipality: str
    asked: int
    few: int
    none: int
    latitude: float
    longitude: float


def home_places(ground: GapGround) -> tuple[HomePlace, ...]:
    """The post towns of the clients, most clients with too few first."""
    areas = ground.gaps.areas
    code = ground.gaps.basis.scope.coded.world.clients["postal_code"]
    asked, few, none = (
        _by_town(code[flags]) for flags in (areas.asked, areas.named, areas.named & (areas.near == 0))
    )
    places = [_home_place(town, count, few[town], none[town]) for town, count in asked.items() if town]
    return tuple(sorted(places, key=lambda one: (-one.few, -one.asked, sort_key(one.name), one.municipality)))


def only_municipality(ground: GapGround) -> tuple[tuple[str, int], ...]:
    """How many clients cannot be placed better than a municipality, by its name; empty when not even that."""
    code = ground.gaps.basis.scope.coded.world.clients["postal_code"]
    towns = _by_town(code[np.asarray(ground.gaps.areas.municipality_only)])
    counts: Counter[str] = Counter()
    for town, count in towns.items():
        counts[municipality_name(town.municipality_code) if town else ""] += count
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], sort_key(one[0]))))


def _home_place(town: Place, asked: int, few: int, none: int) -> HomePlace:
    municipality = municipality_name(town.municipality_code)
    return HomePlace(town.name, municipality, asked, few, none, town.latitude, town.longitude)


def _by_town(codes: object) -> Counter[Place | None]:
    """How many postal codes lie in each town; under None those that are not known."""
    counts: Counter[Place | None] = Counter()
    for code, count in Counter(codes).items():  # type: ignore[call-overload]  # a column of texts
        counts[find_postal_code(code)] += count
    return counts
