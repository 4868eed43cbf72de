"""Localities with positions and municipalities, from GeoNames and from a table written by hand."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tools.reference.geometry import Point, contains, distance_to_border, kilometres
from tools.reference.sources import Area, City

HERE = Path(__file__).parent
# GeoNames lists some places twice, a few kilometres apart.
SAME_PLACE_KILOMETRES = 10
ASTRAY_KILOMETRES = 10
BY_HAND = "Brygga"
GEONAMES = "GeoNames"


@dataclass(frozen=True, slots=True)
class Locality:
    """A place people name as their town or village."""

    name: str
    municipality_code: str
    point: Point
    population: int
    source: str
    other_names: frozenset[str] = frozenset()


def localities(cities: Iterable[City], municipalities: Sequence[Area]) -> list[Locality]:
    """Every known locality once, in the order of name and municipality."""
    corrections = _corrections()
    found = [place for city in cities if (place := _placed(city, municipalities)) is not None]
    placed = [place for known in found if (place := _corrected(known, corrections)) is not None]
    by_hand = list(_by_hand())
    taken = {(locality.name, locality.municipality_code) for locality in placed}
    added = [place for place in by_hand if (place.name, place.municipality_code) not in taken]
    return sorted(
        [*_once(placed), *added], key=lambda place: (place.name, place.municipality_code, place.point)
    )


def _placed(city: City, municipalities: Sequence[Area]) -> Locality | None:
    point = (city.longitude, city.latitude)
    municipality_code = _municipality_at(point, city.county_code, municipalities)
    if municipality_code is None:
        return None
    return Locality(
        name=city.name,
        municipality_code=municipality_code,
        point=point,
        population=city.population,
        source=GEONAMES,
        other_names=city.other_names,
    )


def _municipality_at(point: Point, county_code: str, municipalities: Sequence[Area]) -> str | None:
    # The coast is simplified: a harbour may lie in the sea, and belongs to the nearest shore of its county.
    own = [area for area in municipalities if area.code.startswith(county_code)]
    for area in own:
        if contains(area.shape, point):
            return area.code
    distance, code = min((distance_to_border(area.shape, point), area.code) for area in own)
    # A place that far from the county it is said to lie in has a wrong digit in its position.
    return code if distance <= ASTRAY_KILOMETRES else None


def _corrections() -> dict[tuple[str, str], dict[str, str]]:
    with (HERE / "corrections.csv").open(encoding="utf-8", newline="") as file:
        return {(row["locality"], row["found_in"]): row for row in csv.DictReader(file)}


def _corrected(place: Locality, corrections: dict[tuple[str, str], dict[str, str]]) -> Locality | None:
    row = corrections.get((place.name, place.municipality_code))
    if row is None:
        return place
    if not row["municipality_code"]:
        return None
    return replace(place, municipality_code=row["municipality_code"], name=row["name"] or place.name)


def _by_hand() -> Iterator[Locality]:
    with (HERE / "hand_places.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            point = (float(row["longitude"]), float(row["latitude"]))
            yield Locality(row["locality"], row["municipality_code"], point, 0, BY_HAND)


def _once(places: Iterable[Locality]) -> list[Locality]:
    kept: dict[tuple[str, str], list[Locality]] = {}
    for place in sorted(places, key=lambda place: -place.population):
        namesakes = kept.setdefault((place.name, place.municipality_code), [])
        if all(kilometres(place.point, other.point) > SAME_PLACE_KILOMETRES for other in namesakes):
            namesakes.append(place)
    return [place for namesakes in kept.values() for place in namesakes]
