"""Employers that may be one and the same, or lie elsewhere than their row says."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

from dashboard.data.importer.file_table import Key
from dashboard.data.importer.folding import fold
from dashboard.data.importer.merge import Entry, TablePlan
from dashboard.data.importer.rules.reporter import Case, places
from dashboard.data.importer.stored import Whole
from dashboard.data.reference import municipality_polygons_path
from dashboard.domain.employer_names import plain_name
from dashboard.i18n import _

_LETTERS_ENOUGH = 8
_MOST_COMPARED = 40
_NEAR = 0.01
"""Degrees, about a kilometre: the polygons are simplified, so a point just outside may lie inside."""
_AROUND = ((0.0, 0.0), (_NEAR, 0.0), (-_NEAR, 0.0), (0.0, 2 * _NEAR), (0.0, -2 * _NEAR))

Ring = list[tuple[float, float]]


def warn_of_twins(case: Case) -> None:
    """Two employers with one organisation number and address, or nearly one name in one locality, are odd."""
    plan = case.plans.get("employers")
    if plan is None:
        return
    in_file = {entry.key: entry for entry in plan.entries}
    number, address, name, locality = places(plan, "org_number", "address", "name", "locality")
    rows = case.rows("employers")
    told: set[Key] = set()
    for one, other in [*_same_address(rows, number, address), *_like_names(rows, name, locality)]:
        entry = in_file.get(other) or in_file.get(one)
        if entry is None or entry.key in told or frozenset((str(one), str(other))) in case.decided:
            continue
        told.add(entry.key)
        twin = one if entry.key == other else other
        case.warn(
            plan,
            entry,
            "name",
            "twin_employers",
            _("This may be the same workplace as {key}.").format(key=twin),
            remedy=_("Check it. If it is one workplace, keep one of the rows."),
        )


def _same_address(rows: dict[Key, Whole], number: int, address: int) -> Iterator[tuple[Key, Key]]:
    seen: dict[tuple[Any, str], Key] = {}
    for key, whole in rows.items():
        if whole[number] and whole[address]:
            first = seen.setdefault((whole[number], fold(str(whole[address]))), key)
            if first != key:
                yield first, key


def _like_names(rows: dict[Key, Whole], name: int, locality: int) -> Iterator[tuple[Key, Key]]:
    """Pairs with the same name but for legal form and signs, or one letter apart with the same digits."""
    exact: dict[tuple[str, str], Key] = {}
    halves: defaultdict[tuple[str, ...], list[tuple[str, Key]]] = defaultdict(list)
    for key, whole in rows.items():
        if whole[locality] is None:
            continue
        place, plain = fold(str(whole[locality])), _plain(str(whole[name]))
        first = exact.setdefault((place, plain), key)
        if first != key:
            yield first, key
        elif len(plain) >= _LETTERS_ENOUGH:
            for part in _halves(place, plain):
                neighbours = halves[part]
                yield from ((other, key) for text, other in neighbours if _one_edit_apart(text, plain))
                if len(neighbours) < _MOST_COMPARED:
                    neighbours.append((plain, key))


def _halves(place: str, plain: str) -> set[tuple[str, ...]]:
    """Where to look for names one edit apart: the edit leaves one half whole, of even the longer name."""
    digits = re.sub(r"\D", "", plain)
    lengths = {len(plain) // 2, (len(plain) - 1) // 2}
    return {part for n in lengths for part in ((place, digits, plain[:n]), (place, digits, "…", plain[-n:]))}


def _plain(name: str) -> str:
    return plain_name(name).replace(" ", "")


def _one_edit_apart(one: str, other: str) -> bool:
    """Whether one letter added, left out, exchanged or swapped with the next makes one text the other."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, remainder = one[start:], other[start:]
    if len(one) != len(other):
        longer, shorter = sorted((rest, remainder), key=len, reverse=True)
        return longer[1:] == shorter
    return rest[1:] == remainder[1:] or (rest[:2] == remainder[1::-1] and rest[2:] == remainder[2:])


def warn_of_positions_elsewhere(case: Case) -> None:
    """Coordinates outside the stated municipality are odd."""
    plan = case.plans.get("employers")
    if plan is None:
        return
    for entry in plan.entries:
        if _lies_elsewhere(plan, entry):
            case.warn(
                plan,
                entry,
                "latitude",
                "outside_municipality",
                _("The position lies outside the municipality of the row."),
                remedy=_("Check latitude and longitude, and that they have not changed places."),
            )


def _lies_elsewhere(plan: TablePlan, entry: Entry) -> bool:
    latitude, longitude, code = (
        entry.whole[place] for place in places(plan, "latitude", "longitude", "municipality_code")
    )
    if latitude is None or longitude is None or code is None:
        return False
    rings = _rings().get(str(code), ())
    return bool(rings) and not any(
        _inside(float(longitude) + east, float(latitude) + north, ring)
        for north, east in _AROUND
        for ring in rings
    )


@cache
def _rings() -> dict[str, tuple[Ring, ...]]:
    collection = json.loads(municipality_polygons_path().read_text(encoding="utf-8"))
    found: dict[str, tuple[Ring, ...]] = {}
    for feature in collection["features"]:
        shape = feature["geometry"]
        polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        found[str(feature["properties"]["code"])] = tuple(polygon[0] for polygon in polygons)
    return found


def _inside(longitude: float, latitude: float, ring: Ring) -> bool:
    """Whether a point lies within a ring, by the even-odd rule; holes do not matter for municipalities."""
    inside = False
    (east, north) = ring[-1]
    for next_east, next_north in ring:
        if (north > latitude) != (next_north > latitude) and longitude < east + (latitude - north) * (
            next_east - east
        ) / (next_north - north):
            inside = not inside
        east, north = next_east, next_north
    return inside
