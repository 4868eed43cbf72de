"""Towns, suburbs and villages by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dashboard.data.reference.files import read_table
from dashboard.data.reference.names import letters, plain_letters
from dashboard.data.reference.places import Place

# A namesake this many times larger than the others is the one people mean without saying so.
_DOMINANCE = 10


@dataclass(frozen=True, slots=True)
class _Locality:
    place: Place
    population: int


def find_locality(name: str, municipality_code: str | None = None) -> Place | None:
    """The locality with this name, in the municipality when one is given.

    Namesakes are told apart by the municipality. Without one, a name that several places share is only
    answered when one of them is at least ten times larger than the others; otherwise None, never a guess.
    """
    exact, plain = _indexes()
    for candidates in (exact.get(letters(name), ()), plain.get(plain_letters(name), ())):
        found = _dominant(candidates) if municipality_code is None else _within(candidates, municipality_code)
        # Several places with exactly this spelling are not made fewer by a looser one.
        if found is not None or (candidates and municipality_code is None):
            return found
    return None


def _within(candidates: Sequence[_Locality], municipality_code: str) -> Place | None:
    # Two of one name in one municipality: the larger, which stands first.
    places = (found.place for found in candidates)
    return next((place for place in places if place.municipality_code == municipality_code), None)


def _dominant(candidates: Sequence[_Locality]) -> Place | None:
    if not candidates:
        return None
    largest = candidates[0]
    if len(candidates) > 1 and largest.population < max(1, _DOMINANCE * candidates[1].population):
        return None
    return largest.place


@cache
def _indexes() -> tuple[Mapping[str, Sequence[_Locality]], Mapping[str, Sequence[_Locality]]]:
    """Localities, the largest first, by exact and by plain letters."""
    exact: dict[str, list[_Locality]] = {}
    plain: dict[str, list[_Locality]] = {}
    rows = read_table("localities.csv")
    for locality in sorted((_locality(row) for row in rows), key=lambda found: -found.population):
        exact.setdefault(letters(locality.place.name), []).append(locality)
        plain.setdefault(plain_letters(locality.place.name), []).append(locality)
    return exact, plain


def _locality(row: Mapping[str, str]) -> _Locality:
    place = Place(
        name=row["locality"],
        municipality_code=row["municipality_code"],
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        precision="locality",
    )
    return _Locality(place, int(row["population"] or 0))
