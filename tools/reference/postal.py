"""Postal codes with municipality and position.

The package knows a code's post town, not where it lies. A code is placed at the locality that bears the
post town's name in the same county. Post towns without a known locality get their municipality only, and only
where the two placed codes on either side in the number series lie in one and the same municipality: postal
codes are handed out by area, so that is right more than nine times in ten (``tools.check_reference``).
Anything else is left out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from tools.reference.geometry import Point, kilometres
from tools.reference.localities import Locality
from tools.reference.sources import PostalRecord

AREA_DIGITS = 3
REGION_DIGITS = 2
# Two digits are a piece of country: only in the far north is one wider than this from its middle.
REGION_KILOMETRES = 200
NEIGHBOURS_EACH_SIDE = 2
NEIGHBOUR_COUNTY_KILOMETRES = 40
TOWN, MUNICIPALITY = "town", "municipality"
SMALL_WORDS = {"och", "i", "på", "vid"}


@dataclass(frozen=True, slots=True)
class PostalPlace:
    """A placed postal code; ``basis`` tells whether the position is the town's or only the municipality's."""

    postal_code: str
    post_town: str
    municipality_code: str
    point: Point
    basis: str


@dataclass(frozen=True, slots=True)
class _Series:
    """What the number series itself tells: codes that begin alike lie together."""

    county_by_area: Mapping[str, str]
    middle_by_area: Mapping[str, Point]
    middle_by_region: Mapping[str, Point]

    def county(self, record: PostalRecord) -> str | None:
        return record.county_code or self.county_by_area.get(_area(record.postal_code))

    def believable(self, record: PostalRecord, place: Locality) -> bool:
        middle = self.middle_by_region.get(_region(record.postal_code))
        return middle is None or kilometres(middle, place.point) <= REGION_KILOMETRES


def postal_places(
    records: Sequence[PostalRecord], localities: Iterable[Locality], centres: Mapping[str, Point]
) -> list[PostalPlace]:
    """Place every code that can be placed, in the order of the codes."""
    named = _by_name(localities)
    series = _series(records, named)
    placed: dict[str, Locality] = {}
    for record in records:
        candidates = [place for place in named.get(record.post_town, []) if series.believable(record, place)]
        chosen = _nearest(
            candidates, series.county(record), series.middle_by_area.get(_area(record.postal_code))
        )
        if chosen is not None:
            placed[record.postal_code] = chosen
    found = [
        _at_town(record, placed[record.postal_code]) for record in records if record.postal_code in placed
    ]
    inferred = _between(records, placed, centres)
    return sorted([*found, *inferred], key=lambda place: place.postal_code)


def _series(records: Sequence[PostalRecord], named: Mapping[str, list[Locality]]) -> _Series:
    counties = _county_by_area(records)
    certain: dict[str, Locality] = {}
    for record in records:
        county = record.county_code or counties.get(_area(record.postal_code))
        own = _in_county(named.get(record.post_town, []), county)
        if len(own) == 1:
            certain[record.postal_code] = own[0]
    return _Series(counties, _middles(certain, AREA_DIGITS), _middles(certain, REGION_DIGITS))


def _by_name(localities: Iterable[Locality]) -> dict[str, list[Locality]]:
    own: dict[str, list[Locality]] = defaultdict(list)
    other: dict[str, list[Locality]] = defaultdict(list)
    for locality in localities:
        own[locality.name.upper()].append(locality)
        for name in sorted({name.upper() for name in locality.other_names} - {locality.name.upper()}):
            other[name].append(locality)
    return {**other, **own}


def _area(postal_code: str) -> str:
    return postal_code[:AREA_DIGITS]


def _region(postal_code: str) -> str:
    return postal_code[:REGION_DIGITS]


def _county_by_area(records: Iterable[PostalRecord]) -> dict[str, str]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for record in records:
        if record.county_code:
            counts[_area(record.postal_code)][record.county_code] += 1
    return {area: min(count, key=lambda code: (-count[code], code)) for area, count in counts.items()}


def _in_county(candidates: Iterable[Locality], county_code: str | None) -> list[Locality]:
    return [place for place in candidates if county_code and place.municipality_code.startswith(county_code)]


def _middles(placed: Mapping[str, Locality], digits: int) -> dict[str, Point]:
    groups: dict[str, list[Point]] = defaultdict(list)
    for code, locality in placed.items():
        groups[code[:digits]].append(locality.point)
    # The median shrugs off the few codes whose county or namesake is wrong in the sources.
    return {
        group: (median(x for x, _ in points), median(y for _, y in points))
        for group, points in groups.items()
    }


def _nearest(
    candidates: Sequence[Locality], county_code: str | None, middle: Point | None
) -> Locality | None:
    """The namesake nearest to the codes that begin alike, in the code's county or just over its border."""
    own = _in_county(candidates, county_code)
    if middle is None:
        return max(own, key=lambda place: place.population, default=None)
    near = [place for place in candidates if kilometres(place.point, middle) <= NEIGHBOUR_COUNTY_KILOMETRES]
    return min([*own, *near], key=lambda place: kilometres(place.point, middle), default=None)


def _at_town(record: PostalRecord, locality: Locality) -> PostalPlace:
    return PostalPlace(
        record.postal_code, _spelled(record.post_town), locality.municipality_code, locality.point, TOWN
    )


def _between(
    records: Iterable[PostalRecord], placed: Mapping[str, Locality], centres: Mapping[str, Point]
) -> Iterable[PostalPlace]:
    codes = sorted(placed)
    for record in records:
        if record.postal_code in placed:
            continue
        index = bisect_left(codes, record.postal_code)
        beside = codes[max(index - NEIGHBOURS_EACH_SIDE, 0) : index + NEIGHBOURS_EACH_SIDE]
        sides = {placed[code].municipality_code for code in beside}
        if len(sides) == 1:
            code = sides.pop()
            yield PostalPlace(
                record.postal_code, _spelled(record.post_town), code, centres[code], MUNICIPALITY
            )


def _spelled(post_town: str) -> str:
    """The post town in ordinary letters: UPPLANDS VÄSBY is Upplands Väsby."""
    words = post_town.lower().split()
    return " ".join(word if word in SMALL_WORDS else word.title() for word in words)
